//! What of a reading the user may turn: each decision as a question whose `assumed` is how the document was read.

use source::{Risk, Source};

use crate::{Answers, Choice, Format, Mapping, Question, Reading};

/// Encodings that banks write in.
const ENCODINGS: [&str; 9] = [
    "UTF-8",
    "windows-1252",
    "ISO-8859-15",
    "ISO-8859-2",
    "windows-1250",
    "windows-1251",
    "UTF-16LE",
    "UTF-16BE",
    "macintosh",
];

/// Formats whose amounts bear a sign and nothing else: some banks write what was spent without one.
const BARE_SIGNS: [&str; 2] = ["ofx", "qif"];

/// A decision that the user may turn.
pub(crate) fn switch(about: &'static str, choices: &[&str], value: &str) -> Question {
    Question {
        about,
        choices: choices.iter().map(|value| plain(value)).collect(),
        assumed: Some(value.to_owned()),
    }
}

fn plain(value: &str) -> Choice {
    Choice {
        value: value.to_owned(),
        example: None,
    }
}

/// Turns the signs of a format that bears nothing else, if the user said so, and adds what every document of its kind lets
/// one turn.
pub(crate) fn turn(
    format: &Format,
    source: &Source<'_>,
    answers: &Answers,
    reading: &mut Reading<'_>,
) {
    // What was turned in vain can be turned back.
    let is_turned = answers.about_reading().next().is_some();
    if reading.statements.is_empty() && reading.unreadable() == 0 && !is_turned {
        reading.switches.clear();
        return;
    }
    let mut switches = Vec::new();
    if format.risk == Risk::Bounded {
        let read = source.charset().encoding.name();
        let mut labels = ENCODINGS.to_vec();
        if !labels.contains(&read) {
            labels.push(read);
        }
        switches.push(switch("encoding", &labels, read));
    }
    if let Some(mapping) = reading.mappings.first() {
        switches.extend(of_table(mapping));
    }
    switches.append(&mut reading.switches);
    if BARE_SIGNS.contains(&format.id) {
        let is_inverted = answers.get("sign") == Some("inverted");
        if is_inverted {
            invert(reading);
        }
        let value = if is_inverted { "inverted" } else { "asPrinted" };
        switches.push(switch("sign", &["asPrinted", "inverted"], value));
    }
    reading.switches = switches;
}

fn of_table(mapping: &Mapping) -> [Question; 3] {
    let points = ["comma", "point"];
    [
        switch("decimalSign", &points, &mapping.decimal_sign.value),
        switch(
            "dateOrder",
            &["dmy", "mdy", "ymd"],
            &mapping.date_order.value,
        ),
        switch("sign", &["asPrinted", "inverted"], &mapping.sign.value),
    ]
}

/// Turns the sign of every amount. Balances stay as they are stated: whether they then follow shows which reading is right.
fn invert(reading: &mut Reading<'_>) {
    for statement in &mut reading.statements {
        for entry in &mut statement.entries {
            entry.amount = -entry.amount;
            if let Some(original) = &mut entry.original {
                original.amount = -original.amount;
            }
            for part in &mut entry.details {
                part.amount = part.amount.map(|amount| -amount);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Answers, read};
    use source::Source;

    const QIF: &str =
        "!Type:CCard\nD13/04'26\nT12.50\nPGRAND MARCHE\n^\nD02/04'26\nT4.20\nPBOULANGERIE\n^\n";

    fn amounts(answers: &Answers) -> (Vec<String>, Vec<(&'static str, String)>) {
        let source = Source::new("card.qif", QIF.as_bytes());
        let (_, reading) = read(&source, answers);
        let entries = reading.statements.iter().flat_map(|one| &one.entries);
        let amounts = entries.map(|entry| entry.amount.to_string()).collect();
        let switches = reading.switches.into_iter();
        let switches = switches.map(|one| (one.about, one.assumed.unwrap_or_default()));
        (amounts, switches.collect())
    }

    #[test]
    fn what_decides_a_reading_is_told_with_it_and_turns_it() {
        let (printed, switches) = amounts(&Answers::none());
        assert_eq!(printed, ["12.50", "4.20"]);
        let expected = [
            ("encoding", "UTF-8"),
            ("decimalSign", "point"),
            ("dateOrder", "dmy"),
            ("sign", "asPrinted"),
        ];
        assert_eq!(
            switches,
            expected.map(|(about, value)| (about, value.to_owned()))
        );
        let mut answers = Answers::none();
        answers.set("sign", "inverted");
        let (turned, switches) = amounts(&answers);
        assert_eq!(turned, ["-12.50", "-4.20"]);
        assert!(switches.contains(&("sign", "inverted".to_owned())));
    }
}
