//! Month names and abbreviations of French, English, German, Spanish, Italian, Dutch and Portuguese.

use crate::fold::fold_into;

/// The month, 1 to 12, that a word names in any of the seven languages, in full or abbreviated as banks and mails do; case, accents and dots do not
/// matter (`févr.`, `Mär`, `SEPT`, `mrt`). The languages never contradict one another on a word of this list.
pub fn month_of(word: &str) -> Option<u32> {
    let mut folded = String::with_capacity(word.len());
    fold_into(
        word.trim_matches(|c: char| !c.is_alphanumeric()),
        &mut folded,
    );
    MONTHS
        .iter()
        .find(|(_, names)| names.contains(&folded.as_str()))
        .map(|(month, _)| *month)
}

const MONTHS: &[(u32, &[&str])] = &[
    (
        1,
        &[
            "jan", "janv", "janvier", "january", "januar", "janner", "jaenner", "ene", "enero",
            "gen", "genn", "gennaio", "januari", "janeiro",
        ],
    ),
    (
        2,
        &[
            "feb",
            "fev",
            "fevr",
            "fevrier",
            "february",
            "februar",
            "feber",
            "febr",
            "febrero",
            "febb",
            "febbraio",
            "februari",
            "fevereiro",
        ],
    ),
    (
        3,
        &[
            "mar", "mars", "march", "marz", "maerz", "mrz", "marzo", "mrt", "maart", "marco",
        ],
    ),
    (
        4,
        &["apr", "avr", "avril", "april", "abr", "abril", "aprile"],
    ),
    (
        5,
        &["mai", "may", "mayo", "mag", "magg", "maggio", "mei", "maio"],
    ),
    (
        6,
        &[
            "jun", "juin", "june", "juni", "junio", "giu", "giugno", "junho",
        ],
    ),
    (
        7,
        &[
            "jul", "juil", "juillet", "july", "juli", "julio", "lug", "luglio", "julho",
        ],
    ),
    (
        8,
        &["aug", "aou", "aout", "august", "ago", "agosto", "augustus"],
    ),
    (
        9,
        &[
            "sep",
            "sept",
            "septembre",
            "september",
            "septiembre",
            "setiembre",
            "set",
            "sett",
            "settembre",
            "setembro",
        ],
    ),
    (
        10,
        &[
            "oct", "octobre", "october", "okt", "oktober", "octubre", "ott", "ottobre", "out",
            "outubro",
        ],
    ),
    (
        11,
        &["nov", "novembre", "november", "noviembre", "novembro"],
    ),
    (
        12,
        &[
            "dec",
            "decembre",
            "december",
            "dez",
            "dezember",
            "dic",
            "diciembre",
            "dicembre",
            "dezembro",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_in_seven_languages_whatever_their_dots_and_accents() {
        for (word, month) in [
            ("févr.", 2),
            ("Mär", 3),
            ("MÄRZ", 3),
            ("août", 8),
            ("SEPT", 9),
            ("mrt", 3),
            ("maio", 5),
            ("Décembre", 12),
            ("juil.", 7),
            ("gennaio", 1),
            ("ago.", 8),
            ("Jänner", 1),
            ("okt.", 10),
            (" enero,", 1),
            ("março", 3),
        ] {
            assert_eq!(month_of(word), Some(month), "{word}");
        }
    }

    #[test]
    fn other_words_are_no_month() {
        for word in ["", "ju", "ma", "marseille", "mardi", "12", "décembres"] {
            assert_eq!(month_of(word), None, "{word}");
        }
    }

    #[test]
    fn no_word_names_two_months() {
        let mut words: Vec<&str> = MONTHS
            .iter()
            .flat_map(|(_, names)| names.iter().copied())
            .collect();
        let all = words.len();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), all);
    }
}
