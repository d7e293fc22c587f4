//! Any text at all: nothing panics, nothing is lost, and a query written back says the same.

use ask::question::{Named, Names, Noun, understand};
use ask::{Marks, Part, Query, Term, parse, written};
use chrono::NaiveDate;
use domain::CounterpartyId;
use proptest::prelude::*;
use text::Lang;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 27).expect("a day")
}

/// Pieces that mean something, so that they meet in every order.
fn piece() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "mars",
        "2024",
        "2024-03",
        "12",
        "12/03",
        "31/02",
        "du",
        "au",
        "à",
        "le",
        "en",
        "il",
        "y",
        "a",
        "jours",
        "hier",
        "last",
        "week",
        "semaine",
        "dernière",
        "depuis",
        "avant",
        "entre",
        "et",
        "and",
        "plus",
        "de",
        "moins",
        "more",
        "than",
        "42,10",
        "1",
        "204,10",
        "€",
        "EUR",
        "euros",
        "10..20",
        "..",
        ">",
        ">100",
        "<=",
        "-5",
        "+7",
        "−3",
        "from:",
        "de:Volt",
        "compte:\"a b\"",
        "#tag",
        "-#tag",
        "-mot",
        "has:receipt",
        "sans:reçu",
        "-sans:reçu",
        "is:",
        "est:x",
        "date:",
        "date:2024",
        "amount:",
        "montant:>1,234",
        "\"",
        "«",
        "»",
        "“",
        "”",
        "&",
        "'",
        "’",
        ":",
        ",",
        "1,5.234",
        "0.500",
        "1er",
        "mai",
        "février",
        "30",
        "T1",
        "12.03.2024",
        "é",
        "œuf",
        "🥐",
        "\u{301}",
        "\u{a0}",
        "\u{202f}",
        "\n",
        "ß",
        "İ",
        "-",
        "--x",
    ];
    prop_oneof![
        8 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<String>(),
        1 => "[0-9.,/€ -]{1,8}",
    ]
}

/// Pieces of questions among those of searches.
fn asked() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "combien",
        "how much",
        "chez",
        "at",
        "volt",
        "la poste",
        "qu'ai-je",
        "dépensé",
        "par semaine",
        "d'avril",
        "l'an",
        "dernier",
        "plus gros",
        "tantôt",
        "pour",
        "le",
        "et",
        "?",
        "m'a-t-il remboursé",
        "colis",
        "solde",
        "3",
    ];
    let word =
        prop_oneof![4 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => piece()];
    proptest::collection::vec(word, 0..9).prop_map(|words| words.join(" "))
}

fn typed() -> impl Strategy<Value = String> {
    let space = prop_oneof![8 => Just(" "), 1 => Just(""), 1 => Just("\u{a0}")];
    proptest::collection::vec((piece(), space), 0..9).prop_map(|pieces| {
        pieces
            .iter()
            .map(|(piece, space)| format!("{piece}{space}"))
            .collect()
    })
}

fn said(query: &Query) -> Vec<(&Term, bool)> {
    let parts = query.parts.iter();
    parts
        .map(|part: &Part| (&part.term, part.is_excluded))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_question_breaks_anything_and_each_of_its_words_stands_in_it(text in asked()) {
        let names = Names::new(["Volt & Cie", "La Poste", "a"].iter().zip(1..).map(|(name, id)| Named {
            noun: Noun::Counterparty(CounterpartyId(id)),
            name: (*name).to_owned(),
        }));
        let question = understand(&text, &names, today());
        let heard = question.heard.iter().map(|one| one.span);
        let lost = question.unknown.iter().map(|one| one.span);
        for span in heard.chain(lost).chain(question.doubts.iter().map(|one| one.span)) {
            let place = text.get(span.start..span.end);
            prop_assert!(place.is_some_and(|place| !place.is_empty()), "{text}: {span:?}");
        }
        prop_assert_eq!(understand(&text, &names, today()), question);
    }

    #[test]
    fn nothing_that_is_typed_is_lost_and_each_part_stands_in_the_text(typed in typed()) {
        let query = parse(&typed, today());
        let mut end = 0;
        for part in &query.parts {
            let span = part.span;
            let gap = typed.get(end..span.start);
            prop_assert!(gap.is_some_and(|gap| gap.trim().is_empty()), "between {:?} in {:?}", span, typed);
            prop_assert!(typed.get(span.start..span.end).is_some_and(|own| !own.is_empty()));
            let wide = span.utf16(&typed);
            prop_assert!(wide.end <= typed.encode_utf16().count());
            end = span.end;
        }
        prop_assert!(typed.get(end..).is_some_and(|rest| rest.trim().is_empty()), "{:?}", typed);
    }

    #[test]
    fn a_query_written_back_says_the_same(typed in typed()) {
        let query = parse(&typed, today());
        for lang in [Lang::Fr, Lang::En] {
            let again = written(&query, lang);
            let reread = parse(&again, today());
            prop_assert_eq!(said(&reread), said(&query), "{:?} written as {:?}", &typed, &again);
        }
    }

    #[test]
    fn marks_stand_in_the_text_in_order_and_apart(typed in typed(), text in typed()) {
        let wide: Vec<u16> = text.encode_utf16().collect();
        let mut end = 0;
        for place in Marks::of(&parse(&typed, today())).places(&text) {
            prop_assert!(end <= place.start && place.start < place.end && place.end <= wide.len());
            prop_assert!(String::from_utf16(&wide[place.clone()]).is_ok(), "no character is cut");
            end = place.end;
        }
    }

    #[test]
    fn a_word_marks_itself(word in "[a-zéèœ]{1,9}", before in "[ .,]{0,3}") {
        let text = format!("{before}{word} filtre");
        let quoted = parse(&format!("\"{word}\""), today());
        let places = Marks::of(&quoted).places(&text);
        let start = before.len();
        prop_assert!(places.iter().any(|place| place.start <= start && place.end >= start + word.encode_utf16().count()), "{:?}", places);
    }
}
