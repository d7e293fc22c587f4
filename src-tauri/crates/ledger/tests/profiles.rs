//! Profiles in the ledger: what was answered for one file serves the next of its header, and is the user's to change.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use domain::OperationId;
use ledger::{
    Answers, Dropped, Error, ExportFormat, Imported, Ledger, OperationKind, Profile, Review, Watch,
};
use vault::Key;

struct Fixture {
    _folder: tempfile::TempDir,
    ledger: Ledger,
}

fn fixture() -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    let ledger = Ledger::create(folder.path(), &Key::random().unwrap()).unwrap();
    Fixture {
        _folder: folder,
        ledger,
    }
}

/// A file of a bank that writes days nobody can tell from months, and spending as positive.
fn file(name: &str, rows: &[&str]) -> Dropped {
    let mut text = String::from("Account: 00012345678\nCurrency: EUR\nRef,Date,Details,Amount\n");
    for row in rows {
        text += row;
        text.push('\n');
    }
    Dropped {
        name: name.to_owned(),
        bytes: text.into_bytes(),
    }
}

fn march() -> Dropped {
    file(
        "march.csv",
        &[
            "A1,03/04/2026,BAKERY MOREL,12.50",
            "A2,03/05/2026,RENT NORTH,800.00",
        ],
    )
}

fn april() -> Dropped {
    file(
        "april.csv",
        &[
            "A3,04/02/2026,BAKERY MOREL,3.10",
            "A4,04/05/2026,RENT NORTH,800.00",
        ],
    )
}

fn answers(of: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::none();
    for (about, choice) in of {
        answers.set(about, choice);
    }
    answers
}

const TOLD: &[(&str, &str)] = &[("dateOrder", "mdy"), ("sign", "inverted")];

fn import(ledger: &Ledger, file: &Dropped, of: &[(&str, &str)]) -> Imported {
    ledger
        .import(file, &answers(of), true, Watch::nobody())
        .unwrap()
}

fn preview(ledger: &Ledger, file: &Dropped, of: &[(&str, &str)]) -> Review {
    ledger.preview(file, &answers(of), Watch::nobody()).unwrap()
}

fn asked(review: &Review) -> Vec<&str> {
    review.questions.iter().map(|one| one.about).collect()
}

fn export(ledger: &Ledger) -> String {
    assert_eq!(ledger.verify().unwrap(), Vec::<String>::new());
    let mut out = Vec::new();
    ledger.export(ExportFormat::Json, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

fn names(ledger: &Ledger) -> Vec<String> {
    let profiles = ledger.profiles().unwrap();
    profiles.into_iter().map(|one| one.profile.name).collect()
}

#[test]
fn a_file_that_was_answered_once_teaches_how_to_read_the_next() {
    let Fixture { ledger, .. } = &fixture();
    assert_eq!(
        asked(&preview(ledger, &march(), &[])),
        ["dateOrder", "sign"]
    );
    let none = ledger.import(&march(), &Answers::none(), true, Watch::nobody());
    assert!(matches!(none, Err(Error::InDoubt(_))), "nothing is guessed");
    assert_eq!(names(ledger), Vec::<String>::new(), "nor remembered");
    import(ledger, &march(), TOLD);
    assert_eq!(names(ledger), ["Ref, Date, Details"]);
    let review = preview(ledger, &april(), &[]);
    assert_eq!(asked(&review), Vec::<&str>::new());
    assert_eq!(review.rows[0].date.to_string(), "2026-04-02");
    assert_eq!(review.rows[0].amount.to_string(), "-3.10");
    assert_eq!(
        review.mappings[0].profile.as_deref(),
        Some("Ref, Date, Details")
    );
    import(ledger, &april(), &[]);
    assert_eq!(
        ledger.profiles().unwrap().len(),
        1,
        "one header, one profile"
    );
}

#[test]
fn the_same_bytes_are_one_reading_whether_answered_or_remembered() {
    let Fixture { ledger, .. } = &fixture();
    import(ledger, &march(), TOLD);
    let once = export(ledger);
    assert_eq!(
        import(ledger, &march(), &[]).operation,
        None,
        "read by the profile"
    );
    assert_eq!(
        import(ledger, &march(), TOLD).operation,
        None,
        "read by answers"
    );
    assert_eq!(export(ledger), once);
    let otherwise = import(
        ledger,
        &march(),
        &[("dateOrder", "dmy"), ("sign", "inverted")],
    );
    assert!(
        otherwise.operation.is_some(),
        "another reading takes its place"
    );
    assert_eq!(otherwise.review.rows.len(), 0);
    let read = export(ledger);
    assert!(
        read.contains("2026-04-03") && !read.contains("2026-03-04"),
        "{read}"
    );
}

#[test]
fn undoing_the_import_leaves_what_the_user_said_and_undoing_that_leaves_the_import() {
    let Fixture { ledger, .. } = &fixture();
    let imported = import(ledger, &march(), TOLD).operation.unwrap();
    ledger.undo(imported).unwrap();
    assert_eq!(
        names(ledger).len(),
        1,
        "the user's word outlives the import"
    );
    assert!(
        import(ledger, &march(), &[]).operation.is_some(),
        "and serves again"
    );
    let log = ledger.history().unwrap();
    let said = log
        .iter()
        .find(|one| one.row.operation.kind == OperationKind::SetProfile)
        .unwrap();
    assert_eq!(said.profile.as_deref(), Some("Ref, Date, Details"));
    let before = export(ledger);
    ledger.undo(said.row.id).unwrap();
    assert_eq!(names(ledger), Vec::<String>::new());
    assert_eq!(export(ledger), before);
    assert_eq!(
        asked(&preview(ledger, &april(), &[])),
        ["dateOrder", "sign"]
    );
    ledger.redo(said.row.id).unwrap();
    assert_eq!(asked(&preview(ledger, &april(), &[])), Vec::<&str>::new());
}

#[test]
fn a_profile_is_renamed_forgotten_exported_and_taken_in_elsewhere() {
    let Fixture { ledger, .. } = &fixture();
    import(
        ledger,
        &march(),
        &[TOLD, &[("profileName", "North Bank")]].concat(),
    );
    let kept = ledger.profile_named("north bank").unwrap();
    let exported = kept.profile.export();
    assert!(!exported.contains("12345678"), "{exported}");
    ledger.rename_profile(kept.id, "Northern").unwrap();
    let forgotten: OperationId = ledger.forget_profile(kept.id).unwrap();
    assert!(ledger.profile_named("Northern").is_err());
    ledger.undo(forgotten).unwrap();
    assert_eq!(names(ledger), ["Northern"]);

    let other = fixture();
    other.ledger.import_profile(&exported).unwrap();
    other.ledger.import_profile(&exported).unwrap();
    assert_eq!(names(&other.ledger), ["North Bank"], "taken in once");
    assert_eq!(
        asked(&preview(&other.ledger, &april(), &[])),
        Vec::<&str>::new()
    );
    let wrong = other.ledger.import_profile("{\"counterfoilProfile\": 1}");
    assert!(matches!(wrong, Err(Error::NoProfile(_))));
}

#[test]
fn two_profiles_have_two_names_and_a_name_is_taken_once() {
    let Fixture { ledger, .. } = &fixture();
    import(ledger, &march(), TOLD);
    let first = ledger.profiles().unwrap()[0].clone();
    let twin = Profile {
        sign: Some("asPrinted".to_owned()),
        ..first.profile.clone()
    };
    let second = ledger.import_profile(&twin.export()).unwrap();
    assert_eq!(second.profile.name, "Ref, Date, Details 2");
    let refused = ledger.rename_profile(second.id, "ref, date, details");
    assert!(matches!(refused, Err(Error::Refused(_))));
    assert_eq!(
        asked(&preview(ledger, &april(), &[])),
        ["dateOrder", "sign"],
        "two that disagree decide nothing"
    );
    let chosen = [("profile", "Ref, Date, Details 2")];
    let review = preview(ledger, &april(), &chosen);
    assert_eq!(
        asked(&review),
        Vec::<&str>::new(),
        "the user may choose one"
    );
    assert_eq!(review.rows[0].amount.to_string(), "3.10");
}

#[test]
fn answers_for_a_file_of_a_known_header_change_its_profile_and_nothing_need_be_remembered() {
    let Fixture { ledger, .. } = &fixture();
    import(ledger, &march(), &[TOLD, &[("remember", "no")]].concat());
    assert_eq!(names(ledger), Vec::<String>::new());
    import(ledger, &april(), TOLD);
    let before = ledger.profiles().unwrap()[0].clone();
    let may = file("may.csv", &["A5,05/02/2026,BOOKS,9.00"]);
    import(ledger, &may, &[("sign", "asPrinted")]);
    let after = ledger.profiles().unwrap();
    assert_eq!(after.len(), 1, "it is the same header");
    assert_eq!(after[0].id, before.id);
    assert_eq!(after[0].profile.sign.as_deref(), Some("asPrinted"));
    let without = preview(ledger, &may, &[("profiles", "none")]);
    assert_eq!(
        without.mappings[0].profile, None,
        "a file can be read without any"
    );
}

#[test]
fn whose_a_file_is_that_does_not_say_is_remembered_and_asked_where_another_account_could_be_meant()
{
    let Fixture { ledger, .. } = &fixture();
    let unnamed = |day: &str| {
        let text = format!("Ref,Date,Details,Amount\nB1,{day},TEA,4.00\nB2,{day},RENT,80.00\n");
        Dropped {
            name: "unnamed.csv".to_owned(),
            bytes: text.into_bytes(),
        }
    };
    let told = [TOLD, &[("currency", "EUR")]].concat();
    import(ledger, &unnamed("05/06/2026"), &told);
    let own = ledger.profiles().unwrap()[0].account.unwrap();
    let review = preview(ledger, &unnamed("06/07/2026"), &[]);
    assert_eq!(asked(&review), Vec::<&str>::new());
    assert_eq!(
        review.accounts[0].id,
        Some(own),
        "the account of the file before"
    );
    import(ledger, &march(), TOLD);
    let review = preview(ledger, &unnamed("06/07/2026"), &[]);
    assert_eq!(
        asked(&review),
        ["account"],
        "two accounts of one bank have one header"
    );
    let assumed = review.questions[0].assumed.as_deref();
    assert_eq!(assumed, Some(own.0.to_string().as_str()));
}
