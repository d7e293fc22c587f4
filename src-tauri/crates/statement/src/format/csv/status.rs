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
    "non contabilizz",
    "no contabiliz",
    "nao contabiliz",
    "non comptabilis",
    "nicht gebucht",
    "niet geboekt",
    "niet verwerkt",
    "ej bokford",
    "ikke bogfort",
    "ikke bokfort",
    "nezauctov",
    "nierozlicz",
    "autorizz",
    "autoris",
    "autoriz",
    "in attesa",
    "in corso",
    "en curso",
    "em andamento",
    "en espera",
    "wacht op",
    "in verwerking",
    "under behandling",
    "in progress",
    "awaiting",
    "not booked",
    "not posted",
    "not settled",
    "unbooked",
    "unposted",
    "unsettled",
    "обработк",
    "ожидан",
    "处理中",
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
    "unsuccessful",
    "not executed",
    "nicht ausgefuhrt",
    "non riuscit",
    "non eseguit",
    "echec",
    "echou",
    "fallid",
    "fallit",
    "falhou",
    "nieudan",
    "zamitnut",
    "misslyckad",
    "afvist",
    "avvist",
    "отклон",
    "отмен",
    "失败",
    "关闭",
];

/// Words of a title that speaks of more than the rows that are not booked, or says that those are left out.
const MIXED: &[&str] = &[
    "and",
    "und",
    "et",
    "y",
    "ohne",
    "not",
    "excl",
    "excluding",
    "exclude",
    "excludes",
    "incl",
    "including",
    "sans",
    "senza",
    "sin",
    "zonder",
    "hors",
    "kein",
    "keine",
    "no",
    "nur",
];
/// Words that say of such a title that its rows are booked.
const BOOKED: &[&str] = &[
    "gebucht",
    "booked",
    "posted",
    "contabilizz",
    "comptabilis",
    "contabiliz",
    "geboekt",
    "bokfor",
    "bogfor",
    "zauctov",
    "settled",
    "completed",
    "cleared",
    "verbucht",
];
/// Words that such a title has at most.
const TITLE_WORDS: usize = 5;

/// Words of a status column, and of date cells that hold a word instead of a day.
pub(super) fn status_word(word: &str) -> Option<Status> {
    if word.is_empty() {
        return None;
    }
    let folded = text::fold(word);
    if PENDING.iter().any(|known| folded.contains(known)) {
        Some(Status::Pending)
    } else if NEVER.iter().any(|known| folded.contains(known)) {
        Some(Status::Info)
    } else if folded.starts_with("un") {
        Some(Status::Booked)
    } else {
        None
    }
}

/// What a line of its own says of the rows under it: `Operazioni non contabilizzate`, `Vorgemerkte Umsätze`, `Posted Transactions`.
pub(super) fn title_status(line: &str) -> Option<Status> {
    let folded = text::fold(line);
    let mut words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty());
    if words.clone().count() > TITLE_WORDS {
        return None;
    }
    if status_word(line) == Some(Status::Pending) {
        let whole = words.all(|word| !MIXED.contains(&word)) || is_not_booked(&folded);
        return whole.then_some(Status::Pending);
    }
    BOOKED
        .iter()
        .any(|known| folded.contains(known))
        .then_some(Status::Booked)
}

/// Whether a denial belongs to the word for being booked: `no contabilizados`, `not posted`.
fn is_not_booked(folded: &str) -> bool {
    ["no contabiliz", "not booked", "not posted", "not settled"]
        .iter()
        .any(|known| folded.contains(known))
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
            ("Unposted", Some(Status::Pending)),
            ("Non contabilizzata", Some(Status::Pending)),
            ("Autorizzato", Some(Status::Pending)),
            ("В обработке", Some(Status::Pending)),
            ("Отклонено", Some(Status::Info)),
            ("Fallido", Some(Status::Info)),
            ("Completed", None),
            ("", None),
        ] {
            assert_eq!(status_word(word), status, "{word}");
        }
    }

    #[test]
    fn a_title_speaks_for_the_rows_under_it_unless_it_speaks_of_others_too() {
        for (title, status) in [
            ("Operazioni non contabilizzate", Some(Status::Pending)),
            ("Operazioni contabilizzate", Some(Status::Booked)),
            ("Vorgemerkte Umsätze", Some(Status::Pending)),
            ("Opérations en attente", Some(Status::Pending)),
            ("Movimientos no contabilizados", Some(Status::Pending)),
            ("Gebuchte Umsätze", Some(Status::Booked)),
            ("Posted and pending transactions", None),
            ("Umsätze ohne vorgemerkte", None),
            (
                "Pending Transactions are not reflected within this sort criterion.",
                None,
            ),
            ("Umsätze Girokonto", None),
        ] {
            assert_eq!(title_status(title), status, "{title}");
        }
    }
}
