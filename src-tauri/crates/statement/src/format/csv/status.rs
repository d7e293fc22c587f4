//! Words that say whether a row counts.

use domain::Status;

const PENDING: &[&str] = &[
    "pending",
    "offen",
    "vorgemerkt",
    "en attente",
    "en cours",
    "a venir",
    "authorised",
    "authorized",
    "authorization",
    "in behandeling",
    "gereserveerd",
    "pendiente",
    "in sospeso",
    "non contabilizzato",
    "oczekuj",
    "in bearbeitung",
    "ausstehend",
    "processing",
    "scheduled",
    "reserv",
    "venter",
    "odota",
    "vantar",
    "czeka",
    "cekajici",
    "wartend",
    "pdng",
    "pendente",
    "uitstaand",
    "on hold",
    "processando",
    "in elaborazione",
    "prevu",
];
const NEVER: &[&str] = &[
    "reverted",
    "declined",
    "failed",
    "cancelled",
    "canceled",
    "storniert",
    "rejected",
    "abgelehnt",
    "annul",
    "refus",
    "expired",
    "void",
    "denied",
    "deleted",
    "fehlgeschlagen",
    "rechazad",
    "geweigerd",
    "mislukt",
    "odrzucon",
    "ruckgangig",
    "rueckgaengig",
    "abgebrochen",
    "retourne",
    "revertid",
    "stornat",
    "anulad",
    "teruggedraaid",
    "cancellat",
    "verworfen",
    "scadut",
    "removed",
    "blocked",
];

/// Words of a status column, and of date cells that hold a word instead of a day.
pub(super) fn status_word(word: &str) -> Option<Status> {
    if word.is_empty() {
        return None;
    }
    let folded = text::fold(word);
    if folded.starts_with("un") {
        return Some(Status::Booked);
    }
    if PENDING.iter().any(|known| folded.contains(known)) {
        Some(Status::Pending)
    } else if NEVER.iter().any(|known| folded.contains(known)) {
        Some(Status::Info)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_for_what_is_announced_and_for_what_never_happened_are_known() {
        for (word, status) in [
            ("Pending", Some(Status::Pending)),
            ("offen", Some(Status::Pending)),
            ("Umsatz vorgemerkt", Some(Status::Pending)),
            ("REVERTED", Some(Status::Info)),
            ("Declined", Some(Status::Info)),
            ("RÜCKGÄNGIG GEMACHT", Some(Status::Info)),
            ("Uncleared", Some(Status::Booked)),
            ("Completed", None),
            ("", None),
        ] {
            assert_eq!(status_word(word), status, "{word}");
        }
    }
}
