//! Months by their names.

/// The twelve months in the languages of the exports met, folded to ASCII; a prefix of three letters or more is enough where
/// it belongs to one month only.
const MONTHS: [&[&str]; 12] = [
    &[
        "january", "januar", "janvier", "janner", "jaenner", "enero", "gennaio", "januari",
        "styczen", "stycznia", "januari", "tammikuu", "leden", "janeiro",
    ],
    &[
        "february",
        "februar",
        "fevrier",
        "feber",
        "febrero",
        "febbraio",
        "februari",
        "luty",
        "lutego",
        "fev",
        "helmikuu",
        "unor",
        "fevereiro",
    ],
    &[
        "march",
        "marz",
        "maerz",
        "mars",
        "marzo",
        "maart",
        "mrt",
        "marzec",
        "marca",
        "mrz",
        "maaliskuu",
        "brezen",
        "marco",
    ],
    &[
        "april", "avril", "abril", "aprile", "kwiecien", "kwietnia", "avr", "huhtikuu", "duben",
    ],
    &[
        "may", "mai", "mayo", "maggio", "mei", "maj", "maja", "toukokuu", "kveten", "maio",
    ],
    &[
        "june", "juni", "juin", "junio", "giugno", "czerwiec", "czerwca", "kesakuu", "cerven",
        "junho",
    ],
    &[
        "july", "juli", "juillet", "julio", "luglio", "lipiec", "lipca", "juil", "heinakuu",
        "cervenec", "julho",
    ],
    &[
        "august", "aout", "agosto", "augustus", "sierpien", "sierpnia", "aug", "ago", "elokuu",
        "srpen", "augusti",
    ],
    &[
        "september",
        "septembre",
        "septiembre",
        "settembre",
        "wrzesien",
        "wrzesnia",
        "sept",
        "syyskuu",
        "zari",
        "setembro",
        "set",
    ],
    &[
        "october",
        "oktober",
        "octobre",
        "octubre",
        "ottobre",
        "pazdziernik",
        "pazdziernika",
        "okt",
        "oct",
        "lokakuu",
        "rijen",
        "outubro",
        "out",
    ],
    &[
        "november",
        "novembre",
        "noviembre",
        "listopad",
        "listopada",
        "marraskuu",
        "novembro",
    ],
    &[
        "december",
        "dezember",
        "decembre",
        "diciembre",
        "dicembre",
        "grudzien",
        "grudnia",
        "dez",
        "dec",
        "joulukuu",
        "prosinec",
        "dezembro",
    ],
];

/// The month that a word names, 1 to 12.
pub(super) fn month_named(word: &str) -> Option<u16> {
    if !(3..=14).contains(&word.chars().count()) {
        return None;
    }
    let folded = text::fold(word);
    let position = |wanted: &dyn Fn(&str) -> bool| {
        MONTHS
            .iter()
            .position(|names| names.iter().any(|name| wanted(name)))
    };
    let at = position(&|name| name == folded)
        .or_else(|| position(&|name| name.starts_with(folded.as_str())))?;
    u16::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_known_by_name_in_many_languages() {
        for (word, month) in [
            ("janv", 1),
            ("févr", 2),
            ("Mär", 3),
            ("kwi", 4),
            ("mei", 5),
            ("juin", 6),
            ("juil", 7),
            ("août", 8),
            ("wrz", 9),
            ("Okt", 10),
            ("nov", 11),
            ("dic", 12),
            ("mrt", 3),
            ("gen", 1),
        ] {
            assert_eq!(month_named(word), Some(month), "{word}");
        }
        assert_eq!(month_named("Karte"), None);
    }
}
