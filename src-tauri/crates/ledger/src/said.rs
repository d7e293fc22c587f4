//! All that a document says in a row as one digest, by which the same row is known again in another document.
//!
//! The digest is compared, never read: one that a later version makes otherwise only means that letters are compared instead.

use std::hash::{Hash, Hasher};

use domain::{Currency, Decimal};
use source::Digest;
use statement::Entry;
use store::Said;

/// Gathers what is said, one row after another in the same room.
#[derive(Default)]
pub(crate) struct Letters(Vec<u8>);

impl Letters {
    /// What an entry says, in its currency; where it stands in the document aside.
    pub(crate) fn said(&mut self, entry: &Entry<'_>, currency: Currency) -> Said {
        let Entry {
            line: _,
            bytes: _,
            printed: _,
            currency: _,
            status,
            booking_date,
            value_date,
            transaction_date,
            transaction_time,
            amount,
            original,
            rate,
            reference,
            references,
            corrects,
            deletes,
            end_to_end_id,
            mandate_id,
            code,
            counterparty,
            counterparty_account,
            texts,
            balance_after,
            is_reversal,
            details,
        } = entry;
        self.0.clear();
        // `Decimal` takes 1.5 and 1.50 for one.
        let exact = |value: Decimal| (value.mantissa(), value.scale());
        let original = original.map(|money| (exact(money.amount), money.currency));
        (currency, status, exact(*amount), original, rate.map(exact)).hash(self);
        (booking_date, value_date, transaction_date, transaction_time).hash(self);
        (reference, references, end_to_end_id, mandate_id, code).hash(self);
        (corrects, deletes, is_reversal, balance_after.map(exact)).hash(self);
        (counterparty, counterparty_account, texts, details).hash(self);
        let mut said = Said::default();
        let digest = Digest::of(&self.0).0;
        for (to, from) in said.iter_mut().zip(digest) {
            *to = from;
        }
        said
    }
}

impl Hasher for Letters {
    fn write(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    fn finish(&self) -> u64 {
        let mut first = [0; 8];
        for (to, from) in first.iter_mut().zip(Digest::of(&self.0).0) {
            *to = from;
        }
        u64::from_le_bytes(first)
    }
}

#[cfg(test)]
mod tests {
    use domain::NaiveDate;
    use statement::TextField;

    use super::*;

    fn entry() -> Entry<'static> {
        Entry {
            line: 3,
            booking_date: NaiveDate::from_ymd_opt(2026, 3, 2),
            amount: Decimal::new(-1250, 2),
            texts: vec![TextField {
                label: "NAME".into(),
                text: "MOREL".into(),
            }],
            ..Entry::default()
        }
    }

    fn said(entry: &Entry<'_>) -> Said {
        let eur = "EUR".parse();
        Letters::default().said(entry, eur.unwrap_or_else(|_| panic!("a currency")))
    }

    #[test]
    fn a_row_says_the_same_wherever_it_stands() {
        let elsewhere = Entry {
            line: 9,
            bytes: (4, 7),
            ..entry()
        };
        assert_eq!(said(&entry()), said(&elsewhere));
    }

    #[test]
    fn a_row_says_otherwise_by_any_letter() {
        let first = said(&entry());
        let mut others = vec![
            Entry {
                reference: Some("1".into()),
                ..entry()
            },
            Entry {
                end_to_end_id: Some("1".into()),
                ..entry()
            },
            Entry {
                amount: Decimal::new(-12500, 3),
                ..entry()
            },
            Entry {
                value_date: NaiveDate::from_ymd_opt(2026, 3, 2),
                ..entry()
            },
            Entry {
                is_reversal: true,
                ..entry()
            },
        ];
        let mut worded = entry();
        for field in &mut worded.texts {
            field.text = "MOREL ".into();
        }
        others.push(worded);
        let mut parted = entry();
        parted.texts = vec![TextField {
            label: "NAMEM".into(),
            text: "OREL".into(),
        }];
        others.push(parted);
        for other in others {
            assert_ne!(first, said(&other), "{other:?}");
        }
    }
}
