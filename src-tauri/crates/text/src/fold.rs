//! The identity folding, version 1.
//!
//! Entries are recognised across formats and files by their folded text (DESIGN §5), so what this function answers is stored. It therefore **never
//! changes meaning**: a different folding is a second function with its own version, never an edit of this one.
//!
//! Version 1, in order:
//! 1. compatibility decomposition (Unicode NFKD), combining marks dropped;
//! 2. lower case (Unicode simple and special casing, no locale);
//! 3. `ß`→`ss`, `œ`→`oe`, `æ`→`ae`, `ø`→`o`, `ł`→`l`, `đ`→`d`; curly quotes → straight ones;
//! 4. invisible format characters (soft hyphen, zero-width, direction marks, byte-order mark) dropped;
//! 5. every run of Unicode spaces and controls → one space, none at the ends.

use unicode_normalization::char::{decompose_canonical, decompose_compatible, is_combining_mark};

/// Version of the folding that [`fold`] applies; stored beside every identity key.
pub const VERSION: u32 = 1;

/// Folds `text` for identity: two writings of the same words give the same string. See the module for the rules.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Appends the folding of `text` to `out`, which is not otherwise touched; lets an import reuse one buffer for every row.
pub fn fold_into(text: &str, out: &mut String) {
    if text.is_ascii() {
        fold_ascii(text, out);
    } else {
        fold_unicode(text, out);
    }
}

/// The text without the accents of its Latin letters, which the search index takes off as well; ligatures and other letters
/// stay.
pub fn unaccented(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => decompose_canonical(c, |part| {
                if !is_combining_mark(part) {
                    out.push(part);
                }
            }),
            other => out.push(other),
        }
    }
    out
}

/// Words of letters and digits of an already folded text, in order.
pub fn tokens(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
}

fn fold_ascii(text: &str, out: &mut String) {
    let start = out.len();
    let is_gap = |byte: u8| byte <= b' ' || byte == 0x7f;
    let gaps_are_single = text
        .as_bytes()
        .windows(2)
        .all(|pair| !(matches!(pair, [a, b] if is_gap(*a) && (is_gap(*b) || *a != b' '))));
    let trimmed = text.trim_matches(|c: char| c.is_ascii() && is_gap(c as u8));
    if gaps_are_single {
        out.push_str(trimmed);
    } else {
        let words = trimmed
            .split(|c: char| c.is_ascii() && is_gap(c as u8))
            .filter(|word| !word.is_empty());
        for (position, word) in words.enumerate() {
            if position > 0 {
                out.push(' ');
            }
            out.push_str(word);
        }
    }
    if let Some(added) = out.get_mut(start..) {
        added.make_ascii_lowercase();
    }
}

/// Character by character: decomposition only ever reorders combining marks, and those are dropped.
fn fold_unicode(text: &str, out: &mut String) {
    let start = out.len();
    let mut gap = false;
    for c in text.chars() {
        if c.is_ascii_graphic() {
            open(out, start, &mut gap);
            out.push(c.to_ascii_lowercase());
        } else if c.is_ascii() {
            gap = true;
        } else {
            decompose_compatible(c, |part| {
                for lower in part.to_lowercase() {
                    fold_decomposed(lower, out, start, &mut gap);
                }
            });
        }
    }
}

fn fold_decomposed(lower: char, out: &mut String, start: usize, gap: &mut bool) {
    if is_combining_mark(lower) || is_invisible(lower) {
        return;
    }
    if lower.is_whitespace() || lower.is_control() {
        *gap = true;
        return;
    }
    open(out, start, gap);
    match lower {
        'ß' => out.push_str("ss"),
        'œ' => out.push_str("oe"),
        'æ' => out.push_str("ae"),
        'ø' => out.push('o'),
        'ł' => out.push('l'),
        'đ' => out.push('d'),
        '‘' | '’' | '‚' | '‛' => out.push('\''),
        '“' | '”' | '„' | '‟' => out.push('"'),
        other => out.push(other),
    }
}

/// Writes the one space of a gap before a word that is not the first.
fn open(out: &mut String, start: usize, gap: &mut bool) {
    if *gap && out.len() > start {
        out.push(' ');
    }
    *gap = false;
}

/// Format characters that show nothing: a bank's export may carry them, a person never types them.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    /// Every character of the planes that hold letters.
    fn letters() -> impl Iterator<Item = char> {
        (0..0x32400u32).filter_map(char::from_u32)
    }

    #[test]
    fn accents_go_where_the_index_takes_them_off_and_nothing_else_does() {
        assert_eq!(unaccented("Crème brûlée, ŝi ệ"), "Creme brulee, si e");
        assert_eq!(unaccented("œuf Straße ø ł"), "œuf Straße ø ł");
        assert_eq!(unaccented("ώρα й"), "ώρα й");
    }

    #[test]
    fn accents_case_and_ligatures_do_not_make_another_identity() {
        for (raw, folded) in [
            ("CAFÉ DE L’ÉTOILE", "cafe de l'etoile"),
            ("Straße", "strasse"),
            ("GROẞE STRAẞE", "grosse strasse"),
            ("Œuvre d’Æther", "oeuvre d'aether"),
            ("Łódź Smørrebrød Đakovo", "lodz smorrebrod dakovo"),
            ("“Chez Nous„", "\"chez nous\""),
            ("ﬁne Ⅳ ①", "fine iv 1"),
            ("İstanbul", "istanbul"),
            ("1\u{202f}204,10\u{a0}€", "1 204,10 €"),
        ] {
            assert_eq!(fold(raw), folded, "{raw:?}");
        }
    }

    #[test]
    fn every_run_of_spaces_and_controls_is_one_space() {
        for raw in [
            "  PRLV \t SEPA\r\nEDF ",
            "PRLV\u{a0}SEPA\u{2009}\u{202f}EDF",
            "prlv sepa edf",
            "\u{feff}PRLV\u{200b} SEPA\u{3000}EDF\u{7f}",
            "PRLV\tSEPA\nEDF",
        ] {
            assert_eq!(fold(raw), "prlv sepa edf", "{raw:?}");
        }
        assert_eq!(fold(" \u{a0}\t"), "");
        assert_eq!(fold(""), "");
    }

    #[test]
    fn folding_twice_changes_nothing_for_any_letter() {
        for c in letters() {
            let once = fold(&format!("a{c}b"));
            assert_eq!(fold(&once), once, "U+{:04X} folds to {once:?}", c as u32);
        }
    }

    #[test]
    fn character_by_character_is_the_whole_decomposition() {
        for c in letters() {
            let text = format!("E\u{301}{c}\u{323}\u{302}");
            let whole: String = text.nfkd().filter(|c| !is_combining_mark(*c)).collect();
            assert_eq!(fold(&text), fold(&whole), "U+{:04X}", c as u32);
        }
    }

    #[test]
    fn the_ascii_path_gives_what_the_unicode_path_gives() {
        for raw in ["A  B", "\tA\tB\n", "CARTE 12/03", " x ", "a\x00b", "\x7f"] {
            let mut slow = String::new();
            fold_unicode(raw, &mut slow);
            assert_eq!(fold(raw), slow, "{raw:?}");
        }
    }

    #[test]
    fn folding_into_a_buffer_keeps_what_it_holds() {
        let mut out = String::from("Key|");
        fold_into("  Élan ", &mut out);
        fold_into(" VITAL ", &mut out);
        assert_eq!(out, "Key|elanvital");
    }

    #[test]
    fn tokens_are_words_of_letters_and_digits() {
        let folded = fold("AMZN Mktp FR*X1OPX, n°12-B");
        let words: Vec<&str> = tokens(&folded).collect();
        assert_eq!(words, ["amzn", "mktp", "fr", "x1opx", "n", "12", "b"]);
    }
}
