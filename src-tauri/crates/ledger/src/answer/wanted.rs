//! What an entry has to be to be asked for.

use std::ops::Bound;

use ask::question::{Flow, Noun};
use ask::{Amounts, Period, Side};
use domain::{AccountId, CounterpartyId, Currency, Decimal, EntryId};
use store::{ConversationKind, EntryCondition, EntryTrait};

use super::{Answerer, Meant};
use crate::search::{asked_words, ranges};
use crate::{Category, Result};

/// What a question is about, with names resolved.
#[derive(Debug, Clone, Default)]
pub(super) struct Wanted {
    /// With any of these; `None` with anybody.
    pub(super) counterparties: Option<Vec<CounterpartyId>>,
    pub(super) accounts: Vec<AccountId>,
    /// Everything but days and the side.
    conditions: Vec<EntryCondition>,
    /// Whether nothing else is asked than with whom: then stored sums say it.
    pub(super) is_plain: bool,
}

impl Wanted {
    /// Asks for one thing more, which stored sums do not say.
    pub(super) fn add(&mut self, is: EntryTrait) {
        self.conditions.push(holds(is));
        self.is_plain = false;
    }

    /// What has to hold, on these days and this side.
    pub(super) fn on(
        &self,
        answerer: &Answerer<'_>,
        period: Option<Period>,
        flow: Option<Flow>,
    ) -> Result<Vec<EntryCondition>> {
        let mut conditions = self.conditions.clone();
        if let Some(period) = period {
            conditions.push(holds(EntryTrait::Days(period.from, period.until)));
        }
        let side = match flow {
            Some(Flow::Out) => Some(Side::Out),
            Some(Flow::In) => Some(Side::In),
            Some(Flow::Net) | None => None,
        };
        if side.is_some() {
            let any = Amounts {
                from: Bound::Excluded(Decimal::ZERO),
                until: Bound::Unbounded,
                currency: None,
                side,
            };
            conditions.push(holds(EntryTrait::Amounts(ranges(answerer.read, &any)?)));
        }
        Ok(conditions)
    }

    /// The same in one currency.
    pub(super) fn in_currency(
        mut conditions: Vec<EntryCondition>,
        currency: Currency,
    ) -> Vec<EntryCondition> {
        for condition in &mut conditions {
            if let EntryTrait::Amounts(ranges) = &mut condition.is {
                ranges.retain(|range| range.currency == currency);
            }
        }
        conditions
    }
}

fn holds(is: EntryTrait) -> EntryCondition {
    EntryCondition {
        is,
        is_excluded: false,
    }
}

impl Answerer<'_> {
    pub(super) fn wanted(&self, meant: &Meant) -> Result<Wanted> {
        let asked = &meant.asked;
        let mut wanted = Wanted::default();
        let (mut whom, mut is_of_somebody) = (Vec::new(), false);
        let (mut tags, mut payments) = (Vec::new(), Vec::new());
        for noun in &asked.about {
            match noun {
                Noun::Counterparty(id) => {
                    is_of_somebody = true;
                    whom.push(*id);
                }
                Noun::Category(word) => {
                    is_of_somebody = true;
                    whom.extend(self.of_category(word)?);
                }
                Noun::Account(id) => wanted.accounts.push(*id),
                Noun::Tag(tag) => tags.push(tag.clone()),
                Noun::Payment(word) => payments.push(word.clone()),
            }
        }
        whom.sort_unstable();
        whom.dedup();
        let is_named = !tags.is_empty() || !payments.is_empty() || !asked.words.is_empty();
        wanted.is_plain = !is_named
            && wanted.accounts.is_empty()
            && asked.amounts.is_none()
            && (!is_of_somebody || whom.len() == 1);
        if !tags.is_empty() {
            wanted.conditions.push(holds(EntryTrait::Tags(tags)));
        }
        if is_of_somebody {
            wanted
                .conditions
                .push(holds(EntryTrait::Counterparties(whom.clone())));
            wanted.counterparties = Some(whom);
        }
        for words in &asked.words {
            wanted.conditions.push(holds(self.holding(words)?));
        }
        if !wanted.accounts.is_empty() {
            let accounts = wanted.accounts.clone();
            wanted
                .conditions
                .push(holds(EntryTrait::Accounts(accounts)));
        }
        if !payments.is_empty() {
            wanted
                .conditions
                .push(holds(EntryTrait::IsOfTypes(payments)));
        }
        if let Some(amounts) = &asked.amounts {
            let ranges = ranges(self.read, amounts)?;
            wanted.conditions.push(holds(EntryTrait::Amounts(ranges)));
        }
        wanted.conditions.push(holds(EntryTrait::IsCounted));
        Ok(wanted)
    }

    /// Entries that hold words, or that paid for a receipt that does.
    fn holding(&self, words: &str) -> Result<EntryTrait> {
        let Some(asked) = asked_words(self.read, words)? else {
            return Ok(EntryTrait::Ids(Vec::new()));
        };
        let receipts = self.read.find_receipts(&asked.of_receipts)?.into_iter();
        let paid: Vec<EntryId> = receipts.filter_map(|row| row.entry).collect();
        Ok(EntryTrait::WordsOrIds(asked.of_entries, paid))
    }

    /// The counterparties whose conversation is of a category, as the user says or as its newest entry seems.
    fn of_category(&self, word: &str) -> Result<Vec<CounterpartyId>> {
        let mut found = Vec::new();
        for row in self.read.list_conversations(u32::MAX)? {
            let (ConversationKind::Counterparty(id), Some(last)) = (row.with, row.last_entry)
            else {
                continue;
            };
            let category = Category::of_entry(&self.read.get_entry(last)?);
            if category.is_some_and(|category| category.word == word) {
                found.push(id);
            }
        }
        Ok(found)
    }
}
