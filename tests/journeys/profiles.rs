//! A bank whose files leave something open is asked about once; what was answered serves its next files, and can be shared.

use crate::terminal::Terminal;

/// Days that may be months, spending as positive.
fn month(rows: &[&str]) -> String {
    let head = "Account: 00012345678\nCurrency: EUR\nRef,Date,Details,Amount\n";
    rows.iter()
        .fold(head.to_owned(), |text, row| text + row + "\n")
}

fn march() -> String {
    month(&[
        "A1,03/04/2026,BAKERY MOREL,12.50",
        "A2,03/05/2026,RENT NORTH,800.00",
    ])
}

fn april() -> String {
    month(&[
        "A3,04/02/2026,BAKERY MOREL,3.10",
        "A4,04/05/2026,RENT NORTH,800.00",
    ])
}

#[test]
fn a_doubtful_file_is_answered_once_and_the_next_month_asks_nothing() {
    let terminal = Terminal::with_ledger();
    let file = terminal.file("march.csv", march());
    let path = file.to_str().unwrap();
    let asked = terminal.foil(&["import", "--json", "--yes", path]);
    assert_eq!(
        asked.status, 2,
        "what is not certain is asked: {}",
        asked.out
    );
    let questions = asked.json()["questions"].clone();
    let about: Vec<&str> = questions
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|question| question["about"].as_str())
        .collect();
    assert_eq!(about, ["dateOrder", "sign"]);
    assert_eq!(terminal.count(), 0, "nothing was changed");
    let answered = terminal.foil(&[
        "import",
        "--json",
        "--yes",
        "--answer",
        "dateOrder=mdy",
        "--answer",
        "sign=inverted",
        path,
    ]);
    assert_eq!(answered.status, 0, "{}{}", answered.out, answered.err);

    let next = terminal.import(&terminal.file("april.csv", april()));
    assert_eq!(next["questions"], serde_json::json!([]), "{next}");
    assert_eq!(next["profile"], "Ref, Date, Details");
    assert_eq!(
        next["period"]["from"], "2026-04-02",
        "month first, as answered"
    );
    let found = terminal.foil(&["search", "--json", "bakery"]).json();
    let amounts: Vec<&str> = found
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|row| row["money"]["amount"].as_str())
        .collect();
    assert!(
        amounts.contains(&"-3.10") && amounts.contains(&"-12.50"),
        "{amounts:?}"
    );
    assert_eq!(
        terminal.import(&file)["import"],
        serde_json::Value::Null,
        "nothing twice"
    );
    terminal.verify();
}

#[test]
fn a_profile_is_listed_shared_renamed_and_forgotten() {
    let terminal = Terminal::with_ledger();
    let file = terminal.file("march.csv", march());
    let answer = terminal.foil(&[
        "import",
        "--yes",
        "--answer",
        "dateOrder=mdy",
        "--answer",
        "sign=inverted",
        file.to_str().unwrap(),
    ]);
    assert_eq!(answer.status, 0, "{}{}", answer.out, answer.err);
    let listed = terminal.foil(&["profiles", "--json"]).json();
    assert_eq!(listed[0]["name"], "Ref, Date, Details");
    assert_eq!(listed[0]["dateOrder"], "mdy");
    let renamed = terminal.foil(&["profiles", "rename", "Ref, Date, Details", "North Bank"]);
    assert_eq!(renamed.status, 0, "{}{}", renamed.out, renamed.err);
    let shown = terminal.foil(&["profiles", "show", "north bank"]);
    assert!(shown.out.contains("Date=bookingDate"), "{}", shown.out);
    let exported = terminal.foil(&["profiles", "export", "North Bank"]);
    assert!(!exported.out.contains("12345"), "{}", exported.out);

    let friend = Terminal::with_ledger();
    let shared = friend.file("north.json", &exported.out);
    let taken = friend.foil(&["profiles", "import", shared.to_str().unwrap()]);
    assert_eq!(taken.status, 0, "{}{}", taken.out, taken.err);
    let next = friend.import(&friend.file("april.csv", april()));
    assert_eq!(next["profile"], "North Bank", "it reads the friend's files");
    let wrong = friend.file("wrong.json", "Date;Amount");
    let refused = friend.foil(&["profiles", "import", wrong.to_str().unwrap()]);
    assert_eq!(refused.status, 2, "{}", refused.err);

    let forgotten = terminal.foil(&["profiles", "forget", "North Bank", "--json"]);
    let operation = forgotten.json()["operation"].to_string();
    let file = terminal.file("april.csv", april());
    let asks = terminal.foil(&["import", "--yes", "--dry-run", file.to_str().unwrap()]);
    assert_eq!(asks.status, 2, "what is forgotten is asked again");
    assert_eq!(terminal.foil(&["undo", &operation]).status, 0);
    terminal.import(&file);
}

#[test]
fn a_profile_for_other_columns_is_refused_with_a_finding() {
    let terminal = Terminal::with_ledger();
    let file = terminal.file("march.csv", march());
    let told = [
        "import",
        "--yes",
        "--answer",
        "dateOrder=mdy",
        "--answer",
        "sign=inverted",
    ];
    let answer = terminal.foil(&[&told[..], &[file.to_str().unwrap()]].concat());
    assert_eq!(answer.status, 0, "{}{}", answer.out, answer.err);
    let other = terminal.file(
        "other.csv",
        "Konto;00099999999\nDatum;Verwendung;Betrag EUR\n25.02.2026;TEE;-5,00\n",
    );
    let words = ["import", "--json", "--profile", "Ref, Date, Details"];
    let answer = terminal.foil(&[&words[..], &[other.to_str().unwrap()]].concat());
    assert_eq!(answer.status, 2, "{}", answer.out);
    assert!(answer.out.contains("profileMisfit"), "{}", answer.out);
    let missing = terminal.foil(&["import", "--profile", "No Such", other.to_str().unwrap()]);
    assert_eq!(missing.status, 2, "{}", missing.err);
}
