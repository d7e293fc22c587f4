//! A query held against what there is: names become ids, amounts minor units of the ledger's currencies.

use std::collections::BTreeSet;
use std::ops::Bound;

use ask::{Amounts, Has, Is, Marks, Period, Query, Side, Term, may_be_beginning};
use domain::{AccountId, AccountKind, CounterpartyId, Currency, Decimal, EntryId, Money};
use store::{AccountRow, AmountRange, ConversationKind, EntryCondition, EntryTrait, NoteRow, Read};
use text::fold;

use super::asked::{AskedWords, Reach};
use crate::Result;
use crate::own::Own;
use crate::receipts::ReceiptView;

/// What has to hold.
pub(super) struct Wanted {
    checks: Vec<(Check, bool)>,
    /// The words to find; each of these has to be found.
    words: Vec<AskedWords>,
    marks: Marks,
    /// The places of parts that name nothing.
    pub(super) unknown: Vec<usize>,
    /// Whether nothing can be so.
    is_none: bool,
}

/// One part, resolved. What stands beside it says whether it must not hold.
enum Check {
    /// With the words as typed; only where they must not be found.
    Words(AskedWords, String),
    Days(Period),
    /// With the ranges of each currency of the accounts, and the entries that are so in the currency of the purchase.
    Amounts(Amounts, Vec<AmountRange>, Vec<EntryId>),
    Counterparties(Vec<CounterpartyId>),
    Accounts(Vec<AccountId>),
    Tags(Vec<String>),
    Has(Has),
    Is(Is, Vec<AmountRange>),
}

impl Wanted {
    pub(super) fn of(read: Read<'_>, query: &Query) -> Result<Self> {
        let mut wanted = Wanted {
            checks: Vec::new(),
            words: Vec::new(),
            marks: Marks::of(query),
            unknown: Vec::new(),
            is_none: false,
        };
        for (at, part) in query.parts.iter().enumerate() {
            let is_last = at + 1 == query.parts.len();
            let (typed, is_beginning) = match &part.term {
                Term::Word(word) => (word.as_str(), may_be_beginning(word, is_last)),
                Term::Phrase(phrase) => (phrase.as_str(), false),
                _ => ("", false),
            };
            if let Some(mut found) = AskedWords::of(typed, is_beginning) {
                if part.is_excluded {
                    found.look_up(read)?;
                    let check = Check::Words(found, typed.to_owned());
                    wanted.checks.push((check, true));
                } else {
                    wanted.words.push(found);
                }
                continue;
            }
            if let Some(check) = check(read, &part.term)? {
                wanted.add(at, check, part.is_excluded);
            }
        }
        Ok(wanted)
    }

    fn add(&mut self, at: usize, check: Check, is_excluded: bool) {
        let names_nothing = match &check {
            Check::Counterparties(ids) => ids.is_empty(),
            Check::Accounts(ids) => ids.is_empty(),
            Check::Tags(tags) => tags.is_empty(),
            _ => false,
        };
        if names_nothing {
            self.unknown.push(at);
            self.is_none |= !is_excluded;
        } else {
            self.checks.push((check, is_excluded));
        }
    }

    /// Whether nothing is asked for, or nothing can be found.
    pub(super) fn is_hopeless(&self) -> bool {
        self.is_none || (self.checks.is_empty() && self.words.is_empty())
    }

    /// The words to find in receipts.
    pub(super) fn words_of_receipts(&self) -> Option<String> {
        all(self.words.iter().map(|words| words.of_receipts.as_str()))
    }

    /// The words that must not be found in receipts, each asked for on its own.
    pub(super) fn unwanted_words(&self) -> impl Iterator<Item = &str> {
        self.checks.iter().filter_map(|(check, _)| match check {
            Check::Words(words, _) => Some(words.of_receipts.as_str()),
            _ => None,
        })
    }

    /// Finds out which words begin as those to find do.
    pub(super) fn look_up(&mut self, read: Read<'_>) -> Result<()> {
        self.words
            .iter_mut()
            .try_for_each(|words| words.look_up(read))
    }

    /// Whether all words to find are written out.
    pub(super) fn is_written_out(&self) -> bool {
        let mut words = self.words.iter();
        words.all(|words| words.reach == Reach::WrittenOut)
    }

    /// The words to find that are written out.
    pub(super) fn words_written_out(&self) -> Option<String> {
        let words = self.words.iter();
        let words = words.filter(|words| words.reach == Reach::WrittenOut);
        all(words.map(|words| words.of_entries.as_str()))
    }

    /// Whether every word to find stands in a text.
    pub(super) fn finds(&self, text: &str) -> bool {
        self.marks.all_in([text])
    }

    /// What an entry has to be.
    pub(super) fn conditions(&self) -> Vec<EntryCondition> {
        and_words(self.words.iter(), self.conditions_but_words())
    }

    /// The same for entries whose amount is meant as the purchase abroad states it; none where none is.
    pub(super) fn conditions_abroad(&self) -> Option<Vec<EntryCondition>> {
        let conditions = self.conditions_abroad_but_words()?;
        Some(and_words(self.words.iter(), conditions))
    }

    /// What an entry has to be besides the words, where its amount is meant as the purchase abroad states it.
    pub(super) fn conditions_abroad_but_words(&self) -> Option<Vec<EntryCondition>> {
        let mut conditions = self.conditions_but_words();
        let mut is_abroad = false;
        for (condition, (check, is_excluded)) in conditions.iter_mut().zip(&self.checks) {
            if let Check::Amounts(_, _, originals) = check
                && !is_excluded
                && !originals.is_empty()
            {
                condition.is = EntryTrait::Ids(originals.clone());
                is_abroad = true;
            }
        }
        is_abroad.then_some(conditions)
    }

    /// What an entry has to be besides the words that it is found by.
    pub(super) fn conditions_but_words(&self) -> Vec<EntryCondition> {
        let checks = self.checks.iter();
        checks
            .map(|(check, is_excluded)| EntryCondition {
                is: trait_of(check),
                is_excluded: *is_excluded,
            })
            .collect()
    }

    /// The days that it has to be on, where days are asked for.
    pub(super) fn period(&self) -> Option<Period> {
        let days = self.checks.iter().filter_map(|(check, is_excluded)| {
            let Check::Days(period) = check else {
                return None;
            };
            (!is_excluded).then_some(*period)
        });
        let both = days.reduce(|one, other| Period {
            from: one.from.max(other.from),
            until: [one.until, other.until].into_iter().flatten().min(),
        });
        both.filter(|both| {
            both.from
                .zip(both.until)
                .is_none_or(|(from, until)| from <= until)
        })
    }

    /// Whether what is asked for may be of this account.
    pub(super) fn may_be_of(&self, account: AccountId) -> bool {
        self.checks.iter().all(|(check, is_excluded)| match check {
            Check::Accounts(ids) => ids.contains(&account) != *is_excluded,
            _ => true,
        })
    }

    /// Whether receipts without an entry are meant where no word is: an amount, days or a name.
    pub(super) fn may_be_receipts(&self) -> bool {
        self.checks.iter().any(|(check, is_excluded)| {
            !is_excluded
                && matches!(
                    check,
                    Check::Days(_) | Check::Amounts(..) | Check::Counterparties(_)
                )
        })
    }

    /// Whether everything but the words holds for a receipt that has no entry.
    pub(super) fn holds_for_receipt(&self, view: &ReceiptView) -> bool {
        self.checks.iter().all(|(check, is_excluded)| {
            let is_so = match check {
                Check::Days(period) => period.holds(view.told_on()),
                Check::Amounts(amounts, ..) => {
                    paid(view).is_some_and(|(amount, currency)| amounts.hold(amount, currency))
                }
                Check::Counterparties(ids) => ids.contains(&view.row.counterparty),
                Check::Has(Has::Receipt) => true,
                // Its documents were asked for them when it became a candidate.
                Check::Words(..) => false,
                Check::Accounts(_) | Check::Tags(_) | Check::Has(_) | Check::Is(..) => false,
            };
            is_so != *is_excluded
        })
    }

    /// Whether everything holds for a note on a conversation.
    pub(super) fn holds_for_note(&self, note: &NoteRow) -> bool {
        let texts = || {
            let tags = note.tags.iter().map(String::as_str);
            std::iter::once(note.note.as_str()).chain(tags)
        };
        self.marks.all_in(texts())
            && self.checks.iter().all(|(check, is_excluded)| {
                let is_so = match check {
                    Check::Words(_, typed) => Marks::beginnings(typed).all_in(texts()),
                    Check::Days(period) => period.holds(note.day),
                    Check::Counterparties(ids) => {
                        matches!(note.with, ConversationKind::Counterparty(id) if ids.contains(&id))
                    }
                    Check::Accounts(ids) => {
                        matches!(note.with, ConversationKind::Account(id) if ids.contains(&id))
                    }
                    Check::Tags(tags) => note.tags.iter().any(|tag| tags.contains(tag)),
                    Check::Has(Has::Note) => true,
                    Check::Has(Has::Tag) => !note.tags.is_empty(),
                    Check::Has(Has::Receipt) | Check::Amounts(..) | Check::Is(..) => false,
                };
                is_so != *is_excluded
            })
    }
}

/// All of these queries of FTS5 as one.
fn all<'a>(queries: impl Iterator<Item = &'a str>) -> Option<String> {
    let queries: Vec<&str> = queries.collect();
    (!queries.is_empty()).then(|| queries.join(" AND "))
}

fn and_words<'a>(
    words: impl Iterator<Item = &'a AskedWords>,
    conditions: Vec<EntryCondition>,
) -> Vec<EntryCondition> {
    let words = all(words.map(|words| words.of_entries.as_str()));
    let words = words.map(|words| EntryCondition {
        is: EntryTrait::Words(words),
        is_excluded: false,
    });
    words.into_iter().chain(conditions).collect()
}

/// A receipt's total with the sign of what its entry would be.
fn paid(view: &ReceiptView) -> Option<(Decimal, Currency)> {
    let (total, currency) = (view.row.total_minor?, view.row.currency?);
    let amount = Money::from_minor(total.saturating_abs(), currency).amount;
    Some((if view.is_refund() { amount } else { -amount }, currency))
}

fn trait_of(check: &Check) -> EntryTrait {
    match check {
        Check::Words(words, _) => EntryTrait::Words(words.of_entries.clone()),
        Check::Days(period) => EntryTrait::Days(period.from, period.until),
        Check::Amounts(_, ranges, _) => EntryTrait::Amounts(ranges.clone()),
        Check::Counterparties(ids) => EntryTrait::Counterparties(ids.clone()),
        Check::Accounts(ids) => EntryTrait::Accounts(ids.clone()),
        Check::Tags(tags) => EntryTrait::Tags(tags.clone()),
        Check::Has(Has::Receipt) => EntryTrait::HasReceipt,
        Check::Has(Has::Note) => EntryTrait::HasNote,
        Check::Has(Has::Tag) => EntryTrait::HasTag,
        Check::Is(Is::Refund, _) => EntryTrait::IsRefund,
        Check::Is(Is::Refunded, _) => EntryTrait::IsRefunded,
        Check::Is(Is::Transfer, _) => EntryTrait::IsTransfer,
        Check::Is(Is::Pending, _) => EntryTrait::IsPending,
        Check::Is(Is::In | Is::Out, ranges) => EntryTrait::Amounts(ranges.clone()),
        Check::Is(Is::Cash, _) => EntryTrait::IsOwn,
        Check::Is(Is::Fee, _) => EntryTrait::IsOfType("fee".to_owned()),
    }
}

/// What a part other than words means in this ledger; none where it could not be understood.
fn check(read: Read<'_>, term: &Term) -> Result<Option<Check>> {
    Ok(Some(match term {
        Term::Word(_) | Term::Phrase(_) | Term::Unclear(..) => return Ok(None),
        Term::Days(period) => Check::Days(*period),
        Term::Amount(amounts) => {
            Check::Amounts(*amounts, ranges(read, amounts)?, originals(read, amounts)?)
        }
        Term::From(name) => Check::Counterparties(counterparties(read, name)?),
        Term::Account(name) => Check::Accounts(accounts(read, name)?),
        Term::Tag(tag) => Check::Tags(tags(read, tag)?),
        Term::Has(has) => Check::Has(*has),
        Term::Is(is) => {
            let side = match is {
                Is::In => Some(Side::In),
                Is::Out => Some(Side::Out),
                _ => None,
            };
            let any = Amounts {
                from: Bound::Excluded(Decimal::ZERO),
                until: Bound::Unbounded,
                currency: None,
                side,
            };
            let ranges = match side {
                Some(_) => ranges(read, &any)?,
                None => Vec::new(),
            };
            Check::Is(*is, ranges)
        }
    }))
}

/// Amounts in minor units of each currency that there is, on each side that is meant.
pub(crate) fn ranges(read: Read<'_>, amounts: &Amounts) -> Result<Vec<AmountRange>> {
    let mut ranges = Vec::new();
    for currency in read.list_currencies()? {
        if amounts.currency.is_some_and(|wanted| wanted != currency) {
            continue;
        }
        let (from, until) = minor_bounds(amounts, currency);
        if from > until {
            continue;
        }
        if amounts.side != Some(Side::Out) {
            ranges.push(AmountRange {
                currency,
                from_minor: from,
                until_minor: until,
            });
        }
        if amounts.side != Some(Side::In) {
            ranges.push(AmountRange {
                currency,
                from_minor: -until,
                until_minor: -from,
            });
        }
    }
    Ok(ranges)
}

/// The entries whose statement says such an amount in the currency that is written, beside that of the account.
fn originals(read: Read<'_>, amounts: &Amounts) -> Result<Vec<EntryId>> {
    let Some(currency) = amounts.currency else {
        return Ok(Vec::new());
    };
    let mut ids = Vec::new();
    for id in read.list_foreign_entries(currency)? {
        let entry = read.get_paying_entry(id)?;
        let stated: Option<Decimal> = entry.original.and_then(|(amount, _)| amount.parse().ok());
        let is_out = entry.amount_minor < 0;
        let signed = stated.map(|amount| if is_out { -amount.abs() } else { amount.abs() });
        if signed.is_some_and(|amount| amounts.hold(amount, currency)) {
            ids.push(id);
        }
    }
    Ok(ids)
}

/// The least and the most, in minor units, both included; beyond what is stored where there is no end.
fn minor_bounds(amounts: &Amounts, currency: Currency) -> (i64, i64) {
    let exact = |value: Decimal| {
        let scale = Decimal::from(10_u64.saturating_pow(currency.exponent()));
        value.checked_mul(scale)
    };
    let whole = |value: Decimal| i64::try_from(value).unwrap_or(i64::MAX);
    let from = match amounts.from {
        Bound::Included(value) => exact(value).map_or(i64::MAX, |value| whole(value.ceil())),
        Bound::Excluded(value) => {
            exact(value).map_or(i64::MAX, |value| whole(value.floor()).saturating_add(1))
        }
        Bound::Unbounded => 0,
    };
    let until = match amounts.until {
        Bound::Included(value) => exact(value).map_or(i64::MAX, |value| whole(value.floor())),
        Bound::Excluded(value) => {
            exact(value).map_or(i64::MAX, |value| whole(value.ceil()).saturating_sub(1))
        }
        Bound::Unbounded => i64::MAX,
    };
    (from, until)
}

/// Whose name, the user's or the cleaned one, has every word; what is merged answers for what it is merged into.
fn counterparties(read: Read<'_>, name: &str) -> Result<Vec<CounterpartyId>> {
    let marks = Marks::beginnings(name);
    let own = Own::load(read)?;
    let mut ids: BTreeSet<CounterpartyId> = BTreeSet::new();
    for row in read.list_counterparties()? {
        let names = [
            Some(row.counterparty.name.as_str()),
            row.user_name.as_deref(),
        ];
        let is_called = names.into_iter().flatten().any(|name| marks.all_in([name]));
        if is_called {
            ids.insert(own.root(row.id));
        }
    }
    Ok(ids.into_iter().collect())
}

/// Accounts by their names, their kinds in both languages, or the end of their numbers.
fn accounts(read: Read<'_>, name: &str) -> Result<Vec<AccountId>> {
    let marks = Marks::beginnings(name);
    let digits: String = name.chars().filter(|c| c.is_alphanumeric()).collect();
    let ends = |number: &Option<String>| {
        let number = number.as_deref().unwrap_or_default();
        digits.len() >= 2 && number.to_lowercase().ends_with(&digits.to_lowercase())
    };
    let is_meant = |row: &AccountRow| {
        let kind = row.user_kind.unwrap_or(row.kind);
        let named = row.user_name.as_deref().or(row.identifier.name.as_deref());
        let names = [named.unwrap_or_default(), kind_words(kind)];
        marks.all_in(names) || ends(&row.identifier.iban) || ends(&row.identifier.number)
    };
    let rows = read.list_accounts()?;
    let meant = rows.iter().filter(|row| is_meant(row));
    Ok(meant.map(|row| row.id).collect())
}

fn kind_words(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::Current => "current account, compte courant",
        AccountKind::Savings => "savings account, compte d’épargne, livret",
        AccountKind::Card => "card, carte",
        AccountKind::Cash => "cash, espèces",
        AccountKind::Loan => "loan, prêt",
        AccountKind::Investment => "investment account, compte de placement",
        AccountKind::Other => "account, compte",
    }
}

/// Tags in use that are called so, else those that begin so.
fn tags(read: Read<'_>, wanted: &str) -> Result<Vec<String>> {
    let wanted = fold(wanted);
    let entries = read.list_tags()?.into_iter().map(|(tag, _)| tag);
    let notes = read.list_all_notes()?.into_iter();
    let all: BTreeSet<String> = entries.chain(notes.flat_map(|note| note.tags)).collect();
    let (equal, begun): (Vec<String>, Vec<String>) = all
        .into_iter()
        .filter(|tag| fold(tag).starts_with(&wanted))
        .partition(|tag| fold(tag) == wanted);
    Ok(if equal.is_empty() { begun } else { equal })
}
