//! Where words stand in texts.

use ask::{Marks, parse};
use chrono::NaiveDate;

fn marked(typed: &str, text: &str) -> Vec<String> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 27).expect("a day");
    let wide: Vec<u16> = text.encode_utf16().collect();
    let places = Marks::of(&parse(typed, today)).places(text).into_iter();
    places
        .map(|place| String::from_utf16(&wide[place]).expect("whole characters"))
        .collect()
}

#[test]
fn marks_are_blind_to_case_and_accents() {
    assert_eq!(marked("marche", "Grand Marché"), ["Marché"]);
    assert_eq!(marked("Marché", "GRAND MARCHE"), ["MARCHE"]);
    assert_eq!(marked("boeuf", "Bœuf bourguignon"), ["Bœuf"]);
    assert_eq!(marked("cafe", "cafe\u{301} noir"), ["cafe\u{301}"]);
}

#[test]
fn words_of_three_letters_and_the_last_one_may_be_beginnings() {
    assert_eq!(
        marked("fil la", "2 × Filtre lavable, fil"),
        ["Fil", "la", "fil"]
    );
    assert_eq!(marked("la fil", "le lavable la fil"), ["la", "fil"]);
    assert_eq!(marked("tilleuls", "tilleul"), Vec::<String>::new());
}

#[test]
fn phrases_are_whole_and_in_order() {
    assert_eq!(
        marked("\"sacs et filtre\"", "Sacs et filtre, sacs et filtres"),
        ["Sacs et filtre"]
    );
    assert_eq!(marked("coca-cola", "COCA COLA 33cl"), ["COCA COLA"]);
}

#[test]
fn what_is_excluded_or_no_word_is_not_marked() {
    assert_eq!(
        marked("-hotte >10 2024 filtre", "filtre de hotte 2024"),
        ["filtre"]
    );
}
