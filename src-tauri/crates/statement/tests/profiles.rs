//! Profiles: what was answered once is not asked again, and a file that a profile does not fit is told, not misread.
#![allow(clippy::unwrap_used)]

use source::{Severity, Source};
use statement::{
    Answers, By, LineKind, NoProfile, Profile, Reading, fingerprint, format_named, read_in,
};

/// Every day of it may be a month, and nothing says which way the money goes.
const MARCH: &str = "Ref,Date,Text,Amount\nA1,03/04/2026,BAKERY MOREL,12.50\nA2,05/04/2026,RENT NORTH,800.00\nA3,07/06/2026,BOOKS,9.90\n";
const APRIL: &str = "Ref,Date,Text,Amount\nA4,02/05/2026,BAKERY MOREL,3.10\nA5,04/05/2026,RENT NORTH,800.00\nA6,06/05/2026,TEA,4.00\n";

fn with<R>(text: &str, answers: &Answers, look: impl FnOnce(&Reading<'_>) -> R) -> R {
    let source = Source::new("statement.csv", text.as_bytes());
    look(&read_in(format_named("csv").unwrap(), &source, answers))
}

fn told(pairs: &[(&str, &str)]) -> Answers {
    let mut answers = Answers::none();
    for (about, choice) in pairs {
        answers.set(about, choice);
    }
    answers
}

fn asked(reading: &Reading<'_>) -> Vec<&'static str> {
    reading.questions.iter().map(|one| one.about).collect()
}

/// Day, amount and texts of every entry.
fn rows(reading: &Reading<'_>) -> Vec<String> {
    let entries = reading.statements.iter().flat_map(|one| &one.entries);
    entries
        .map(|entry| {
            let texts: Vec<&str> = entry.texts.iter().map(|one| one.text.as_ref()).collect();
            let day = entry.booking_date.unwrap();
            format!("{day} {} {}", entry.amount, texts.join("|"))
        })
        .collect()
}

fn profile_of(text: &str, answers: &Answers) -> Profile {
    with(text, answers, |reading| {
        Profile::of(&reading.mappings[0], "North Bank")
    })
}

fn errors(reading: &Reading<'_>) -> Vec<&'static str> {
    let found = reading.diagnostics.iter();
    found
        .filter(|one| one.severity != Severity::Info)
        .map(|one| one.code)
        .collect()
}

#[test]
fn what_was_answered_for_one_file_is_not_asked_about_the_next_of_its_header() {
    with(MARCH, &Answers::none(), |reading| {
        assert_eq!(
            asked(reading),
            ["dateOrder", "sign"],
            "the file leaves both open"
        );
    });
    let answers = told(&[("dateOrder", "mdy"), ("sign", "inverted")]);
    let profile = profile_of(MARCH, &answers);
    let again = Answers::none().remembering(vec![profile]);
    let by_answers = with(MARCH, &answers, rows);
    with(MARCH, &again, |reading| {
        assert_eq!(asked(reading), Vec::<&str>::new(), "all of it was answered");
        assert_eq!(rows(reading), by_answers, "the same file reads the same");
        assert_eq!(
            again.reading(&reading.mappings),
            with(MARCH, &answers, |told| answers.reading(&told.mappings)),
            "and is the same reading, whoever said how"
        );
    });
    with(APRIL, &again, |reading| {
        assert_eq!(asked(reading), Vec::<&str>::new(), "the header is known");
        assert_eq!(rows(reading)[0], "2026-02-05 -3.10 BAKERY MOREL");
        assert_eq!(reading.mappings[0].profile.as_deref(), Some("North Bank"));
        assert_eq!(reading.mappings[0].date_order.by, By::Profile);
        let said = reading
            .diagnostics
            .iter()
            .any(|one| one.code == "profileApplied");
        assert!(said, "a profile never works unseen");
    });
}

#[test]
fn a_file_that_proves_another_order_than_the_profile_is_told_and_read_without_it() {
    let answers = told(&[("dateOrder", "mdy"), ("sign", "inverted")]);
    let known = Answers::none().remembering(vec![profile_of(MARCH, &answers)]);
    let proves = "Ref,Date,Text,Amount\nB1,25/04/2026,TEA,12.50\nB2,26/04/2026,TEA,3.00\n";
    with(proves, &known, |reading| {
        assert!(
            errors(reading).contains(&"profileContradicted"),
            "{:?}",
            errors(reading)
        );
        assert_eq!(reading.mappings[0].profile, None, "no part of it is used");
        assert_eq!(
            asked(reading),
            ["sign"],
            "what it said of signs is asked anew"
        );
        assert!(
            rows(reading)[0].starts_with("2026-04-25"),
            "the proof stands"
        );
    });
}

#[test]
fn a_file_whose_balance_refutes_the_sign_of_a_profile_is_read_without_it() {
    let header = "Day;What;Betrag;Saldo\n";
    let open =
        format!("{header}01.02.2026;TEE;5,00;\n03.02.2026;BROT;3,00;\n04.02.2026;TEE;5,00;\n");
    let answers = told(&[("sign", "asPrinted")]);
    let profile = profile_of(&open, &answers);
    assert_eq!(profile.sign.as_deref(), Some("asPrinted"));
    let known = Answers::none().remembering(vec![profile]);
    let walked = format!(
        "{header}01.02.2026;TEE;5,00;95,00\n03.02.2026;BROT;3,00;92,00\n04.02.2026;TEE;2,00;90,00\n"
    );
    with(&walked, &known, |reading| {
        assert!(errors(reading).contains(&"profileContradicted"));
        assert!(
            rows(reading)[0].contains("-5.00"),
            "the balance proves money out"
        );
    });
}

#[test]
fn two_profiles_of_one_header_that_disagree_decide_nothing() {
    let one = profile_of(MARCH, &told(&[("dateOrder", "mdy"), ("sign", "inverted")]));
    let other = profile_of(MARCH, &told(&[("dateOrder", "dmy"), ("sign", "asPrinted")]));
    let both = Answers::none().remembering(vec![one.clone(), other]);
    with(APRIL, &both, |reading| {
        assert_eq!(asked(reading), ["dateOrder", "sign"], "no toss of a coin");
    });
    let same = Profile {
        name: "Again".to_owned(),
        ..one.clone()
    };
    let agreeing = Answers::none().remembering(vec![one, same]);
    with(APRIL, &agreeing, |reading| {
        assert_eq!(asked(reading), Vec::<&str>::new(), "they say the same");
    });
}

#[test]
fn a_profile_that_the_user_chose_for_other_columns_is_an_error() {
    let answers = told(&[("dateOrder", "mdy"), ("sign", "inverted")]);
    let chosen = Answers::none().under(profile_of(MARCH, &answers));
    let other = "Datum;Verwendung;Betrag\n01.02.2026;TEE;-5,00\n";
    with(other, &chosen, |reading| {
        assert_eq!(errors(reading), ["profileMisfit"]);
        assert_eq!(
            rows(reading),
            ["2026-02-01 -5.00 TEE"],
            "and the file reads by itself"
        );
    });
}

#[test]
fn columns_that_the_user_mapped_stay_mapped() {
    let text = "Wann,Wert A,Wert B,Notiz\n2026-02-01,5.00,-7.00,TEE\n2026-02-02,6.00,-8.00,BROT\n";
    let answers = told(&[("columns", "bookingDate:0,ignored:1,amount:2,text:3")]);
    let read = with(text, &answers, rows);
    assert_eq!(read, ["2026-02-01 -7.00 TEE", "2026-02-02 -8.00 BROT"]);
    let known = Answers::none().remembering(vec![profile_of(text, &answers)]);
    let next = "Wann,Wert A,Wert B,Notiz\n2026-03-01,1.00,-2.00,TEE\n";
    with(next, &known, |reading| {
        assert_eq!(rows(reading), ["2026-03-01 -2.00 TEE"]);
        assert!(asked(reading).is_empty());
    });
}

#[test]
fn delimiter_header_and_footer_can_be_said_and_are_known_by_the_header() {
    let text = "Bank of the Hill\nDay~Alpha~Money\n2026-02-01~TEA, green~-5.00\n2026-02-02~BREAD, dark~-7.00\nTotal 2026-02-02~x~-12.00\n";
    let answers = told(&[("delimiter", "~"), ("header", "2"), ("skipEnd", "1")]);
    let expected = [
        "2026-02-01 -5.00 TEA, green",
        "2026-02-02 -7.00 BREAD, dark",
    ];
    with(text, &answers, |reading| {
        assert_eq!(rows(reading), expected);
        let kinds: Vec<LineKind> = reading.mappings[0]
            .lines
            .iter()
            .map(|line| line.kind)
            .collect();
        assert_eq!(
            kinds,
            [
                LineKind::Around,
                LineKind::Header,
                LineKind::Row,
                LineKind::Row
            ]
        );
    });
    let profile = profile_of(text, &answers);
    let later = text.replacen("Bank of the Hill\n", "Bank of the Hill\nMarch\n\n", 1);
    with(
        &later,
        &Answers::none().remembering(vec![profile]),
        |reading| {
            assert_eq!(
                rows(reading),
                expected,
                "the header is found wherever it stands"
            );
        },
    );
}

#[test]
fn words_of_an_indicator_column_can_be_named() {
    let text = "Date,Kind,Amount\n2026-02-01,ZZ,5.00\n2026-02-02,AA,7.00\n";
    let answers = told(&[
        ("columns", "bookingDate:0,indicator:1,amount:2"),
        ("outWords", "zz"),
    ]);
    with(text, &answers, |reading| {
        let read = rows(reading);
        assert!(
            read[0].contains("-5.00") && read[1].contains(" 7.00"),
            "{read:?}"
        );
    });
}

#[test]
fn a_table_without_a_header_is_known_by_its_shape() {
    let text = "03/04/2026,TEA,12.50\n05/04/2026,RENT,800.00\n";
    let answers = told(&[("dateOrder", "mdy"), ("sign", "inverted")]);
    let profile = profile_of(text, &answers);
    assert!(profile.fingerprint.starts_with("1s-"));
    let known = Answers::none().remembering(vec![profile]);
    with(
        "02/05/2026,BOOKS,1.00\n04/05/2026,TEA,2.00\n",
        &known,
        |reading| {
            assert_eq!(asked(reading), Vec::<&str>::new());
            assert!(rows(reading)[0].starts_with("2026-02-05 -1.00"));
        },
    );
    with("02/05/2026,1.00,BOOKS\n", &known, |reading| {
        assert_eq!(reading.mappings[0].profile, None, "another shape");
    });
}

#[test]
fn a_fingerprint_knows_words_not_how_they_are_written() {
    let of = |cells: &[&str]| fingerprint(cells.iter().copied());
    let plain = of(&["Date opération", "Libellé", "Débit"]);
    assert_eq!(
        plain, "1h-76ec438ed37581e1",
        "it is stored and shared: it never changes"
    );
    for same in [
        &["DATE OPERATION", "libelle", "debit"][..],
        &[" Date  opération ", "Libellé", "Débit", "", ""],
        &["Date-opération", "Libellé:", "Débit"],
    ] {
        assert_eq!(of(same), plain, "{same:?}");
    }
    assert_ne!(
        of(&["Libellé", "Date opération", "Débit"]),
        plain,
        "order matters"
    );
    assert_eq!(
        of(&["Solde au 31/10"]),
        of(&["Solde au 30/11"]),
        "days pass"
    );
}

#[test]
fn a_profile_is_exported_and_read_again_and_names_no_account() {
    let text = "Account,00012345678\nDate,Text,Amount 12345678\n03/04/2026,TEA,12.50\n05/04/2026,RENT,800.00\n";
    let profile = profile_of(text, &told(&[("dateOrder", "dmy"), ("sign", "inverted")]));
    let written = profile.export();
    assert_eq!(Profile::parse(&written), Ok(profile));
    assert!(!written.contains("345"), "{written}");
    let refuse = |from: &str, to: &str| Profile::parse(&written.replace(from, to)).unwrap_err();
    assert_eq!(
        refuse("\"dmy\"", "\"ymm\""),
        NoProfile::Value("dateOrder", "ymm".to_owned())
    );
    assert_eq!(
        refuse("\"text\"", "\"amount\""),
        NoProfile::Twice("amount".to_owned())
    );
    assert_eq!(
        refuse("\"bookingDate\"", "\"text\""),
        NoProfile::Lacks("date")
    );
    assert_eq!(
        refuse("\"counterfoilProfile\": 1", "\"counterfoilProfile\": 2"),
        NoProfile::Newer(2)
    );
    assert!(matches!(
        Profile::parse("Date;Amount"),
        Err(NoProfile::Form(_))
    ));
    assert!(matches!(refuse("\"name\"", "\"nome\""), NoProfile::Form(_)));
}

#[test]
fn an_answer_that_agrees_with_the_file_makes_no_other_reading() {
    let text = "Date,Text,Amount\n25/04/2026,TEA,-12.50\n";
    let name = |answers: &Answers| with(text, answers, |one| answers.reading(&one.mappings));
    assert_eq!(name(&Answers::none()), "");
    assert_eq!(
        name(&told(&[("dateOrder", "dmy"), ("decimalSign", "point")])),
        ""
    );
    assert_eq!(name(&told(&[("sign", "inverted")])), "sign=inverted");
}
