//! Parcels: those on their way, else the last one that came.

use ask::question::Noun;
use receipt::DeliveryEvent;

use super::{Answerer, Meant, Outcome};
use crate::Result;
use crate::receipts::{self, ReceiptView};

/// So many parcels are told.
const MOST: usize = 6;
/// What was bought before so many others is no news any more.
const LOOKED_AT: usize = 300;

impl Answerer<'_> {
    pub(super) fn parcels(&self, meant: &Meant) -> Result<Outcome> {
        let whom: Vec<_> = meant
            .asked
            .about
            .iter()
            .filter_map(|noun| match noun {
                Noun::Counterparty(id) => Some(*id),
                _ => None,
            })
            .collect();
        let mut rows = Vec::new();
        if whom.is_empty() {
            rows = self.read.list_receipts()?;
        }
        for id in whom {
            rows.extend(self.read.list_receipts_of(id)?);
        }
        rows.sort_by_key(|row| std::cmp::Reverse((row.day, row.id)));
        rows.truncate(LOOKED_AT);
        let mut coming: Vec<(ReceiptView, usize)> = Vec::new();
        let mut came: Vec<(ReceiptView, usize)> = Vec::new();
        for row in rows {
            if coming.len() >= MOST {
                break;
            }
            let view = receipts::view(self.read, row)?;
            let period = meant.asked.period;
            if period.is_some_and(|period| !period.holds(view.told_on())) {
                continue;
            }
            for (at, parcel) in view.receipt.deliveries.iter().enumerate() {
                if parcel.event < Some(DeliveryEvent::Delivered) {
                    coming.push((view.clone(), at));
                } else if came.is_empty() {
                    came.push((view.clone(), at));
                }
            }
        }
        coming.truncate(MOST);
        let told = if coming.is_empty() { came } else { coming };
        Ok(Outcome::Parcels(told))
    }
}
