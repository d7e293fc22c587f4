//! The labelled parts of a descriptor: SWIFT and Dutch `/NAME/…/REMI/…`, German `EREF+…SVWZ+…`, French `/DE … /MOTIF …` and `MDT/…`, and
//! `Naam: … Omschrijving: …`.

use std::borrow::Cow;

use crate::fold::fold;

/// What a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// Before any label.
    Head,
    /// The other party's name.
    Name,
    /// `IBAN/BIC/name/city`, as ING writes it.
    Party,
    /// What it is for.
    Remittance,
    /// References, dates, identifiers.
    Noise,
}

/// Between slashes, `/NAME/`; or after one, `/DE …`.
const SLASHED: &[(&str, Tag)] = &[
    ("abwa", Tag::Name),
    ("abwe", Tag::Name),
    ("ben", Tag::Name),
    ("benm", Tag::Noise),
    ("bic", Tag::Noise),
    ("cntp", Tag::Party),
    ("csid", Tag::Noise),
    ("de", Tag::Name),
    ("eref", Tag::Noise),
    ("iban", Tag::Noise),
    ("id", Tag::Noise),
    ("isdt", Tag::Noise),
    ("kref", Tag::Noise),
    ("lib", Tag::Remittance),
    ("libelle", Tag::Remittance),
    ("marf", Tag::Noise),
    ("mdt", Tag::Noise),
    ("motif", Tag::Remittance),
    ("name", Tag::Name),
    ("npy", Tag::Name),
    ("ordp", Tag::Noise),
    ("pour", Tag::Name),
    ("preq", Tag::Noise),
    ("purp", Tag::Noise),
    ("ref", Tag::Noise),
    ("remi", Tag::Remittance),
    ("rnf", Tag::Noise),
    ("rtrn", Tag::Noise),
    ("svwz", Tag::Remittance),
    ("trtp", Tag::Head),
    ("ultc", Tag::Noise),
    ("ultd", Tag::Name),
];

/// Before a plus.
const PLUSSED: &[(&str, Tag)] = &[
    ("abwa", Tag::Name),
    ("abwe", Tag::Name),
    ("bic", Tag::Noise),
    ("coam", Tag::Noise),
    ("cred", Tag::Noise),
    ("debt", Tag::Noise),
    ("eref", Tag::Noise),
    ("iban", Tag::Noise),
    ("kref", Tag::Noise),
    ("mref", Tag::Noise),
    ("oamt", Tag::Noise),
    ("svwz", Tag::Remittance),
];

/// Before a colon, or a slash: `DE: …`, `Naam: …`, `REF/…`.
const LABELLED: &[(&str, Tag)] = &[
    ("auftraggeber", Tag::Name),
    ("beneficiaire", Tag::Name),
    ("beneficiario", Tag::Name),
    ("beneficiary", Tag::Name),
    ("betalingskenm", Tag::Noise),
    ("bic", Tag::Noise),
    ("buchungstext", Tag::Remittance),
    ("causale", Tag::Remittance),
    ("chez", Tag::Noise),
    ("communication", Tag::Remittance),
    ("concepto", Tag::Remittance),
    ("cpt", Tag::Noise),
    ("creditor", Tag::Name),
    ("da", Tag::Name),
    ("date", Tag::Noise),
    ("datum", Tag::Noise),
    ("de", Tag::Name),
    ("debtor", Tag::Name),
    ("des", Tag::Noise),
    ("destinataire", Tag::Name),
    ("ech", Tag::Noise),
    ("emetteur", Tag::Noise),
    ("empfanger-kennung", Tag::Noise),
    ("empfaenger", Tag::Name),
    ("empfanger", Tag::Name),
    ("from", Tag::Name),
    ("iban", Tag::Noise),
    ("id", Tag::Noise),
    ("incassant", Tag::Noise),
    ("indn", Tag::Noise),
    ("kartennummer", Tag::Noise),
    ("kenmerk", Tag::Noise),
    ("kto", Tag::Noise),
    ("kundendaten", Tag::Noise),
    ("lib", Tag::Remittance),
    ("machtiging", Tag::Noise),
    ("mandat", Tag::Noise),
    ("mdt", Tag::Noise),
    ("motif", Tag::Remittance),
    ("naam", Tag::Name),
    ("omschrijving", Tag::Remittance),
    ("ordenante", Tag::Name),
    ("ordinante", Tag::Name),
    ("pasvolgnr", Tag::Noise),
    ("payee", Tag::Name),
    ("pour", Tag::Name),
    ("ref", Tag::Noise),
    ("reference", Tag::Noise),
    ("referenz", Tag::Noise),
    ("rum", Tag::Noise),
    ("term", Tag::Noise),
    ("to", Tag::Name),
    ("transactie", Tag::Noise),
    ("valutadatum", Tag::Noise),
    ("verwendungszweck", Tag::Remittance),
    ("zahlungsempfanger", Tag::Name),
    ("zahlungspflichtiger", Tag::Name),
];

/// The labelled parts of `text`, in order, the part before the first label as [`Tag::Head`]. Text without labels is one head.
pub(super) fn parts(text: &str) -> Vec<(Tag, &str)> {
    let mut parts = Vec::with_capacity(4);
    let (mut tag, mut from) = (Tag::Head, 0);
    for (at, sign) in text
        .char_indices()
        .filter(|(_, c)| matches!(c, '/' | '+' | ':'))
    {
        let Some((next, start, value)) =
            label(text, at, sign).filter(|(_, start, _)| *start >= from)
        else {
            continue;
        };
        parts.push((tag, text.get(from..start).unwrap_or_default()));
        (tag, from) = (next, value);
    }
    parts.push((tag, text.get(from..).unwrap_or_default()));
    parts
}

/// The label at a sign: what it announces, where it starts, where its value starts.
fn label(text: &str, at: usize, sign: char) -> Option<(Tag, usize, usize)> {
    let (before, after) = text.split_at_checked(at)?;
    let after = after.get(1..)?;
    let follows = at.saturating_add(1);
    if sign == '/'
        && (before.is_empty()
            || before.ends_with(|c: char| c.is_whitespace() || c == '/')
            || after.contains('/'))
    {
        let word_len = after
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(after.len());
        let word = after.get(..word_len)?;
        let rest = after.get(word_len..)?;
        let starts_fresh = before.is_empty() || before.ends_with(char::is_whitespace);
        if (rest.starts_with('/') || starts_fresh && rest.starts_with(' '))
            && let Some(tag) = find(SLASHED, word)
        {
            return Some((tag, at, follows.saturating_add(word_len).saturating_add(1)));
        }
    }
    let start = before
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphabetic())
        .last()
        .map(|(start, _)| start)?;
    let word = before.get(start..)?;
    let stands_alone = |start: usize| {
        before
            .get(..start)
            .is_some_and(|head| head.is_empty() || !head.ends_with(char::is_alphanumeric))
    };
    match sign {
        '+' => {
            let start = at
                .checked_sub(4)
                .filter(|start| before.is_char_boundary(*start))
                .map_or(start, |four| four.max(start));
            Some((find(PLUSSED, before.get(start..)?)?, start, follows))
        }
        ':' if stands_alone(start) => {
            // A label of two words, `Empfänger-Kennung`, is not the second of them.
            let first = before.get(..start)?.strip_suffix('-').and_then(|head| {
                let first = head.trim_end_matches(char::is_alphabetic).len();
                find(LABELLED, before.get(first..)?).map(|tag| (tag, first))
            });
            let (tag, start) = match first {
                Some(found) => found,
                None => (find(LABELLED, word)?, start),
            };
            Some((tag, start, follows))
        }
        '/' if stands_alone(start) && word.len() > 2 => {
            Some((find(LABELLED, word)?, start, follows))
        }
        _ => None,
    }
}

fn find(list: &[(&str, Tag)], word: &str) -> Option<Tag> {
    let folded = if word.is_ascii() {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(fold(word))
    };
    list.iter()
        .find(|(known, _)| known.eq_ignore_ascii_case(&folded))
        .map(|(_, tag)| *tag)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(text: &str, tag: Tag) -> Vec<String> {
        parts(text)
            .into_iter()
            .filter(|(found, _)| *found == tag)
            .map(|(_, value)| value.trim().to_owned())
            .filter(|value| !value.is_empty())
            .collect()
    }

    #[test]
    fn the_name_is_found_behind_every_kind_of_label() {
        for (text, name) in [
            (
                "VIR SEPA RECU /DE MARIE DUPONT /MOTIF LOYER MARS /REF 123",
                "MARIE DUPONT",
            ),
            (
                "/TRTP/SEPA OVERBOEKING/IBAN/NL00BANK0123456789/BIC/BANKNL2A/NAME/J DE BOER/REMI/HUUR/EREF/NOTPROVIDED",
                "J DE BOER",
            ),
            (
                "VIR RECU 1234567S DE: MARIE DUPONT MOTIF: LOYER REF: 12",
                "MARIE DUPONT",
            ),
            (
                "EREF+123KREF+NONREFSVWZ+MIETE MAERZABWA+LENA BRANDT",
                "LENA BRANDT",
            ),
            (
                "Naam: Bakkerij Jansen Omschrijving: brood IBAN: NL00BANK",
                "Bakkerij Jansen",
            ),
        ] {
            assert_eq!(named(text, Tag::Name), [name], "{text}");
        }
    }

    #[test]
    fn the_purpose_is_found_and_references_are_not_taken_for_it() {
        assert_eq!(
            named("EREF+12KREF+34SVWZ+MIETE MAERZ", Tag::Remittance),
            ["MIETE MAERZ"]
        );
        assert_eq!(
            named(
                "PRLV SEPA EAU CLAIRE ECH/050326 MDT/0123 LIB/FACTURE",
                Tag::Remittance
            ),
            ["FACTURE"]
        );
        assert_eq!(
            named(
                "PRLV SEPA EAU CLAIRE ECH/050326 MDT/0123 LIB/FACTURE",
                Tag::Head
            ),
            ["PRLV SEPA EAU CLAIRE"]
        );
    }

    #[test]
    fn dates_and_names_with_slashes_are_no_labels() {
        for text in [
            "CARTE 12/03 CAFE DE/LA GARE",
            "12/03/26",
            "A/B C",
            "18:05",
            "CANAL+",
            "C++",
        ] {
            assert_eq!(parts(text), [(Tag::Head, text)], "{text}");
        }
    }
}
