use super::*;

/// A Tuesday.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).expect("a day")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn tags(tags: &[&str]) -> Vec<String> {
    tags.iter().map(|tag| (*tag).to_owned()).collect()
}

fn cash(typed: &str) -> (String, Option<String>, String, String) {
    match read_line(typed, today()) {
        Line::Cash(cash) => (
            cash.amount.to_string(),
            cash.currency,
            cash.day.to_string(),
            cash.who,
        ),
        other => panic!("{typed}: {other:?}"),
    }
}

#[test]
fn cash_is_read_with_the_decimal_sign_of_either_language() {
    let now = "2026-11-24";
    for (typed, amount, currency, when, who) in [
        (
            "/cash 12,50 boulangerie",
            "-12.50",
            None,
            now,
            "boulangerie",
        ),
        ("/cash 12.50 bakery", "-12.50", None, now, "bakery"),
        (
            "/espèces 4,20 café hier",
            "-4.20",
            None,
            "2026-11-23",
            "café",
        ),
        ("/ESPECES 4 café", "-4", None, now, "café"),
        ("/cash 12,50€ pain", "-12.50", Some("EUR"), now, "pain"),
        ("/cash 12,50 € pain", "-12.50", Some("EUR"), now, "pain"),
        ("/cash £3.20 tea", "-3.20", Some("GBP"), now, "tea"),
        ("/cash 20 CHF chocolat", "-20", Some("CHF"), now, "chocolat"),
        ("/cash +20 retrait", "20", None, now, "retrait"),
        ("/cash −3 pain", "-3", None, now, "pain"),
        ("/cash 1 204,10 canapé", "-1204.10", None, now, "canapé"),
        ("/cash 1\u{202f}204 canapé", "-1204", None, now, "canapé"),
        ("/cash 1,204.10 sofa", "-1204.10", None, now, "sofa"),
        ("/cash 1.204,10 canapé", "-1204.10", None, now, "canapé"),
        ("/cash 1,204 sofa", "-1204", None, now, "sofa"),
        ("/cash 12 250 g de café", "-12", None, now, "250 g de café"),
        ("/cash 3, pain", "-3", None, now, "pain"),
        ("/cash 5 12/11 pain", "-5", None, "2026-11-12", "pain"),
        ("/cash 5 pain le 12 nov.", "-5", None, "2026-11-12", "pain"),
        ("/cash 5 bread 12 Dec", "-5", None, "2025-12-12", "bread"),
        ("/cash 5 pain 2026-10-02", "-5", None, "2026-10-02", "pain"),
        ("/cash 5 pain lundi", "-5", None, "2026-11-23", "pain"),
        ("/cash 5 pain mardi", "-5", None, now, "pain"),
        (
            "/cash 5 bread 3 days ago",
            "-5",
            None,
            "2026-11-21",
            "bread",
        ),
        (
            "/cash 5 pain il y a 2 semaines",
            "-5",
            None,
            "2026-11-10",
            "pain",
        ),
        ("/cash 5 hier", "-5", None, "2026-11-23", ""),
        ("/cash 5 Le Mai", "-5", None, now, "Le Mai"),
    ] {
        let wanted = (
            amount.to_owned(),
            currency.map(str::to_owned),
            when.to_owned(),
            who.to_owned(),
        );
        assert_eq!(cash(typed), wanted, "{typed}");
    }
}

#[test]
fn what_cash_still_lacks_is_said() {
    for (typed, lack) in [
        ("/cash", Lack::Amount),
        ("/cash ", Lack::Amount),
        ("/cash boulangerie", Lack::Amount),
        ("/cash 1,2,3 pain", Lack::Amount),
        ("/cash 12x pain", Lack::Amount),
        ("/cash 0 pain", Lack::Zero),
        ("/cash 3 pain 2026-11-25", Lack::DayToCome),
    ] {
        let found = read_line(typed, today());
        assert_eq!(found, Line::Unfinished(Command::Cash, lack), "{typed}");
    }
}

#[test]
fn cash_written_back_is_read_as_it_was() {
    for typed in [
        "/cash 12,50 boulangerie hier",
        "/cash +20 retrait",
        "/cash 3,20 GBP tea",
        "/cash 1204,10",
    ] {
        let Line::Cash(cash) = read_line(typed, today()) else {
            panic!("{typed}");
        };
        for lang in [Lang::Fr, Lang::En] {
            let written = cash_line(&cash, lang);
            assert_eq!(
                read_line(&written, today()),
                Line::Cash(cash.clone()),
                "{written}"
            );
        }
    }
}

#[test]
fn a_reminder_is_of_a_day_to_come() {
    for (typed, when, text) in [
        (
            "/rappel 12 nov. rendre le colis",
            "2027-11-12",
            "rendre le colis",
        ),
        (
            "/reminder 30 Nov return the parcel",
            "2026-11-30",
            "return the parcel",
        ),
        (
            "/rappel rendre le colis demain",
            "2026-11-25",
            "rendre le colis",
        ),
        ("/rappel mardi payer", "2026-12-01", "payer"),
        ("/reminder next friday pay", "2026-11-27", "pay"),
        ("/rappel dans 2 semaines payer", "2026-12-08", "payer"),
        ("/reminder in 3 months cancel", "2027-02-24", "cancel"),
        ("/rappel le 1er mars déclarer", "2027-03-01", "déclarer"),
        ("/rappel vendredi 27 novembre payer", "2026-11-27", "payer"),
        ("/rappel aujourd’hui payer", "2026-11-24", "payer"),
        ("/rappel 29 février rire", "2028-02-29", "rire"),
    ] {
        let Line::Reminder { day: found, note } = read_line(typed, today()) else {
            panic!("{typed}: {:?}", read_line(typed, today()));
        };
        assert_eq!((found, note.text.as_str()), (day(when), text), "{typed}");
    }
    for (typed, lack) in [
        ("/rappel", Lack::Day),
        ("/rappel payer", Lack::Day),
        ("/rappel 12 nov.", Lack::Words),
        ("/rappel hier payer", Lack::DayOver),
    ] {
        let found = read_line(typed, today());
        assert_eq!(found, Line::Unfinished(Command::Reminder, lack), "{typed}");
    }
}

#[test]
fn tags_around_the_words_are_no_words_and_tags_among_them_are() {
    for (typed, text, wanted) in [
        ("pour Ana #cadeau", "pour Ana", tags(&["cadeau"])),
        ("#Vacances #été Nice", "Nice", tags(&["vacances", "été"])),
        (
            "acheté pour #vacances à Nice",
            "acheté pour vacances à Nice",
            tags(&["vacances"]),
        ),
        ("#cadeau", "", tags(&["cadeau"])),
        ("ticket #12", "ticket #12", tags(&[])),
        ("un #a, deux #a", "un a, deux", tags(&["a"])),
        ("deux\nlignes #a", "deux\nlignes", tags(&["a"])),
        ("C# et F#", "C# et F#", tags(&[])),
    ] {
        let note = Note {
            text: text.to_owned(),
            tags: wanted,
        };
        assert_eq!(
            read_line(typed, today()),
            Line::Note(note.clone()),
            "{typed}"
        );
        let told = format!("/note {typed}");
        assert_eq!(read_line(&told, today()), Line::Note(note), "{told}");
    }
}

#[test]
fn other_lines_are_what_they_look_like() {
    let owned = str::to_owned;
    for (typed, line) in [
        ("", Line::Empty),
        ("  ", Line::Empty),
        (
            "combien en mars ?",
            Line::Question(owned("combien en mars ?")),
        ),
        (
            "combien en mars",
            Line::LikeAQuestion(owned("combien en mars")),
        ),
        (
            "How much in March",
            Line::LikeAQuestion(owned("How much in March")),
        ),
        ("Qu’ai-je payé", Line::LikeAQuestion(owned("Qu’ai-je payé"))),
        (
            "/question combien en mars",
            Line::Question(owned("combien en mars")),
        ),
        ("/ask how much", Line::Question(owned("how much"))),
        ("/ask", Line::Unfinished(Command::Question, Lack::Words)),
        (
            "/chercher lessive > 10 €",
            Line::Search(owned("lessive > 10 €")),
        ),
        ("/search", Line::Unfinished(Command::Search, Lack::Words)),
        ("/note", Line::Unfinished(Command::Note, Lack::Words)),
        ("/vider", Line::Unknown(owned("vider"))),
        ("/", Line::Unknown(owned(""))),
    ] {
        assert_eq!(read_line(typed, today()), line, "{typed}");
    }
}

#[test]
fn a_note_is_no_question_for_a_word_that_begins_like_one() {
    for typed in [
        "quandary",
        "combientot",
        "/note combien en mars",
        "did-it-yourself",
        "soldes d’été",
    ] {
        assert!(
            matches!(read_line(typed, today()), Line::Note(_)),
            "{typed}"
        );
    }
}

#[test]
fn no_line_panics() {
    let pieces = [
        "/cash",
        " ",
        "12",
        ",",
        ".",
        "€",
        "\u{202f}",
        "#",
        "é",
        "/",
        "29",
        "nov",
        "99999999999999999999999999999",
        "-",
        "+",
        "dans",
        "jours",
        "2026-02-30",
        "0",
    ];
    for a in pieces {
        for b in pieces {
            for c in pieces {
                read_line(&format!("/cash {a}{b} {c}"), today());
                read_line(&format!("/rappel {a} {b}{c}"), today());
                read_line(&format!("{a}{b}{c}"), today());
            }
        }
    }
}
