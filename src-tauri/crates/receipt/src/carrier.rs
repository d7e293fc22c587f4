//! Whose tracking number it is, offline: by its shape, its check digit and the words around it.
//!
//! Shapes and check digits are the carriers' documented ones (UPU S10, GS1 SSCC and serial numbers, ISO 7064, the carriers' own
//! label guides). A shape that any number could have decides nothing alone: it needs the carrier's name nearby, its domain as
//! the sender's, or a link to it ([`in_text`]). Links are read for their number, never opened.

mod check;
mod mention;
mod shape;
mod table;

pub use mention::{Context, Parcel, in_text, named, of_domain};

use check::Check;
use table::SHAPES;

/// The confidence from which a number is taken without the carrier being named.
pub const SURE_ALONE: u8 = 70;

/// A carrier that a number may belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    /// Its name for people.
    pub carrier: &'static str,
    /// Whether the number has the carrier's whole shape, its check digit included. `false` is a number that looks like one of
    /// this carrier's and fails its check, or one of a shape that proves nothing.
    pub is_valid: bool,
    /// How sure it is by the number alone, 0 to 100.
    pub confidence: u8,
}

/// The carriers that a number may belong to, the surest first. Spaces, dots and hyphens within it do not matter.
pub fn recognise(number: &str) -> Vec<Candidate> {
    let number = normalised(number);
    if !is_plausible(&number) {
        return Vec::new();
    }
    let mut found: Vec<Candidate> = Vec::new();
    for shape in SHAPES.iter().filter(|shape| shape.fits(&number)) {
        let passes = shape.check.passes(&number);
        let carrier = shape.operator(&number);
        let candidate = Candidate {
            carrier,
            is_valid: passes && !shape.needs_name,
            confidence: if passes {
                shape.confidence
            } else {
                shape.confidence / 8
            },
        };
        add(&mut found, candidate);
        // Any post may carry another's number on its last way, and Colissimo is La Poste's.
        let other = match shape.check {
            Check::S10 => Some(table::S10),
            _ => (carrier == "Colissimo").then_some("La Poste"),
        };
        if let Some(carrier) = other {
            let confidence = candidate.confidence.saturating_sub(1);
            let other = Candidate {
                carrier,
                confidence,
                ..candidate
            };
            add(&mut found, other);
        }
    }
    found.sort_by_key(|one| std::cmp::Reverse(rank(one)));
    found
}

fn add(found: &mut Vec<Candidate>, candidate: Candidate) {
    match found
        .iter_mut()
        .find(|one| one.carrier == candidate.carrier)
    {
        Some(one) if rank(&candidate) > rank(one) => *one = candidate,
        Some(_) => {}
        None => found.push(candidate),
    }
}

fn rank(candidate: &Candidate) -> (bool, u8) {
    (candidate.is_valid, candidate.confidence)
}

/// A number as carriers' systems hold it: capitals and digits, nothing between.
pub fn normalised(number: &str) -> String {
    number
        .chars()
        .filter(|sign| {
            !sign.is_whitespace() && !matches!(sign, '-' | '.' | '\u{200b}'..='\u{200f}')
        })
        .map(|sign| sign.to_ascii_uppercase())
        .collect()
}

/// Whether a number is not a placeholder: eight signs or more, and not one digit throughout.
fn is_plausible(number: &str) -> bool {
    let mut digits = number.bytes().filter(u8::is_ascii_digit);
    let first = digits.next();
    let is_one_digit = number.bytes().all(|byte| Some(byte) == first);
    (8..=40).contains(&number.len())
        && number.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && first.is_some()
        && !is_one_digit
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(number: &str) -> Option<Candidate> {
        recognise(number).first().copied()
    }

    #[test]
    fn a_number_with_a_shape_and_a_check_digit_of_its_own_is_recognised_alone() {
        for (number, carrier) in [
            ("1Z 999 AA1 01 2345 6784", "UPS"),
            ("RR 473 124 829 FR", "La Poste"),
            ("LX123456785DE", "Deutsche Post"),
            ("6A 00000 00001 7", "Colissimo"),
            ("00340434161094000014", "DHL"),
        ] {
            let found = best(number);
            assert_eq!(
                found.map(|one| (one.carrier, one.is_valid)),
                Some((carrier, true)),
                "{number}"
            );
            assert!(
                found.is_some_and(|one| one.confidence >= SURE_ALONE),
                "{number}"
            );
        }
    }

    #[test]
    fn a_failed_check_digit_lowers_confidence_and_never_hides_the_carrier() {
        for number in ["1Z999AA10123456785", "RR473124828FR", "6A00000000018"] {
            let found = best(number);
            assert!(
                found.is_some_and(|one| !one.is_valid && one.confidence < 20),
                "{number}: {found:?}"
            );
        }
    }

    #[test]
    fn what_is_no_tracking_number_has_no_valid_candidate() {
        for number in [
            "402-1234567-1234567",
            "07-04271-05709",
            "FR7630006000011234567890189",
            "",
            "1234",
            "000000000000",
            "ABCDEFGHIJKL",
            "RR473124829XX",
        ] {
            assert!(
                recognise(number).iter().all(|one| !one.is_valid),
                "{number}: {:?}",
                recognise(number)
            );
        }
    }

    #[test]
    fn a_shape_that_any_number_could_have_needs_the_name() {
        for number in ["12345678", "12345678901"] {
            assert!(
                recognise(number).iter().all(|one| !one.is_valid),
                "{number}"
            );
        }
    }
}
