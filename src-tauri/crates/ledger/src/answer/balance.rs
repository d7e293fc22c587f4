//! What accounts held: at the end of the day that is asked, or of the last one before it that anything is known of.

use ask::question::Noun;
use domain::AccountId;
use store::ConversationKind;

use super::{Answerer, Meant, Outcome};
use crate::Result;
use crate::balance::{balance_at, balance_now};

impl Answerer<'_> {
    pub(super) fn held(&self, meant: &Meant, with: Option<ConversationKind>) -> Result<Outcome> {
        let named = meant.asked.about.iter().filter_map(|noun| match noun {
            Noun::Account(id) => Some(*id),
            _ => None,
        });
        let mut ids: Vec<AccountId> = named.collect();
        if let (true, Some(ConversationKind::Account(id))) = (ids.is_empty(), with) {
            ids.push(id);
        }
        let mut rows = self.read.list_live_accounts()?;
        rows.retain(|row| ids.is_empty() || ids.contains(&row.id));
        let day = meant
            .asked
            .period
            .and_then(|period| period.until.or(period.from));
        let mut held = Vec::new();
        for row in rows {
            let now = balance_now(self.read, &row)?;
            let balance = match (day, now) {
                (Some(day), Some(now)) if day < now.as_of => balance_at(self.read, &row, day)?,
                (_, now) => now,
            };
            held.extend(balance.map(|balance| (row, balance)));
        }
        Ok(Outcome::Held(held))
    }
}
