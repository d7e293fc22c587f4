//! What deserves a look: decided on reading, from what is stored of double debits and recurring charges.

use std::collections::{HashMap, HashSet};

use domain::{AccountId, CounterpartyId, Currency, EntryId, NaiveDate};
use insight::{Certainty, DoubleDebit, DueCharge, Rhythm};
use store::{
    ConversationKind, CounterpartyRow, PriceChangeRow, Read, RecurringRow, ToldDoubleDebit,
};
use text::PaymentType;
use timeline::Days;

use crate::coverage::{Gap, coverage};
use crate::page::{Item, ItemKind};
use crate::{Ledger, Result};

/// What is due is told of so many days before.
const SOON: chrono::Days = chrono::Days::new(35);
/// How many hundredths of what is expected something else may come to, and be what was expected, from another account.
const LIKE: i128 = 170;
/// So many entries of a merchant say what it never did.
const MANY: i64 = 5;

/// What an alert is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlertKind {
    /// Two equal debits.
    DoubleDebit,
    /// A charge that did not come.
    Missed,
    /// A price that rose: told, not asked.
    Rise,
}

/// What the user answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AlertAnswer {
    /// The user paid twice.
    Mine,
    /// The user did not.
    Unusual,
    /// It is still to come.
    Awaited,
    /// It comes no more.
    Ended,
    /// The user knows.
    Seen,
}

impl AlertKind {
    const ALL: [AlertKind; 3] = [AlertKind::DoubleDebit, AlertKind::Missed, AlertKind::Rise];

    /// The word used on the wire and in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            AlertKind::DoubleDebit => "doubleDebit",
            AlertKind::Missed => "missed",
            AlertKind::Rise => "rise",
        }
    }

    /// The kind of such a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    pub(super) fn is_answered_by(self, answer: AlertAnswer) -> bool {
        match self {
            AlertKind::DoubleDebit => matches!(answer, AlertAnswer::Mine | AlertAnswer::Unusual),
            AlertKind::Missed => matches!(answer, AlertAnswer::Awaited | AlertAnswer::Ended),
            AlertKind::Rise => answer == AlertAnswer::Seen,
        }
    }
}

impl AlertAnswer {
    const ALL: [AlertAnswer; 5] = [
        AlertAnswer::Mine,
        AlertAnswer::Unusual,
        AlertAnswer::Awaited,
        AlertAnswer::Ended,
        AlertAnswer::Seen,
    ];

    /// The word used on the wire and in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            AlertAnswer::Mine => "mine",
            AlertAnswer::Unusual => "unusual",
            AlertAnswer::Awaited => "awaited",
            AlertAnswer::Ended => "ended",
            AlertAnswer::Seen => "seen",
        }
    }

    /// The answer of such a word.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == word)
    }
}

/// Something to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alert {
    /// What it is about.
    pub kind: AlertKind,
    /// The entry that an answer hangs on: the second debit, or the last charge that came.
    pub entry: EntryId,
    /// Of a double debit: the first one.
    pub first: Option<EntryId>,
    /// The conversation.
    pub counterparty: CounterpartyRow,
    /// The account.
    pub account: AccountId,
    /// The day that it is shown under: that of both debits, or the one on which the charge was due.
    pub day: NaiveDate,
    /// Signed, in minor units: of each debit, or as expected.
    pub amount_minor: i64,
    /// What that is counted in.
    pub currency: Currency,
    /// When the two debits were, each `HH:MM`, where both are known.
    pub times: Option<(String, String)>,
    /// Minutes between them then.
    pub minutes: Option<i64>,
    /// Of a double debit: whether the merchant never had one before, in entries enough to say so.
    pub is_new: bool,
    /// Entries of the conversation; of a charge, those that it is known by.
    pub known_by: i64,
    /// Of a charge: how often it came.
    pub rhythm: Option<String>,
    /// Whether the amount is a price, not one that differs from time to time: of a double debit, always.
    pub is_steady: bool,
    /// What the user answered.
    pub answer: Option<AlertAnswer>,
}

/// A charge that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// As stored.
    pub row: RecurringRow,
    /// The conversation.
    pub counterparty: CounterpartyRow,
}

impl Ledger {
    /// What deserves a look, answered or not, oldest first: of double debits, those that are news.
    ///
    /// # Errors
    /// The store's.
    pub fn alerts(&self) -> Result<Vec<Alert>> {
        let today = self.today();
        self.store.read(|read| {
            let mut alerts = Vec::new();
            let mut known = KnownDays::new(read, today);
            for account in read.list_accounts()? {
                let account = account.id;
                let from = known.double_debits_from(account)?;
                for told in read.list_told_double_debits(account, from)? {
                    alerts.extend(double_debit(read, &told)?);
                }
            }
            for row in read.list_recurrings()? {
                alerts.extend(known.missed(&row)?);
            }
            alerts.sort_by_key(|alert| alert.day);
            Ok(alerts)
        })
    }

    /// The alerts that an entry has part in.
    ///
    /// # Errors
    /// The store's.
    pub fn alerts_of(&self, entry: EntryId) -> Result<Vec<Alert>> {
        let today = self.today();
        self.store
            .read(|read| of_entry(read, &mut KnownDays::new(read, today), entry))
    }

    /// What is due with whom, within the days in which it is told of, the next first.
    ///
    /// # Errors
    /// The store's.
    pub fn expected(&self) -> Result<Vec<Expected>> {
        let today = self.today();
        self.store.read(|read| {
            let mut known = KnownDays::new(read, today);
            let mut due = Vec::new();
            for row in read.list_recurrings()? {
                if known.is_due(&row)? {
                    due.push(Expected {
                        counterparty: read.get_counterparty(row.counterparty)?,
                        row,
                    });
                }
            }
            due.sort_by_key(|one| (one.row.next_day, one.row.counterparty));
            Ok(due)
        })
    }

    /// What is due next in a conversation.
    ///
    /// # Errors
    /// The store's.
    pub fn expected_of(&self, id: CounterpartyId) -> Result<Option<Expected>> {
        let today = self.today();
        self.store.read(|read| {
            let mut known = KnownDays::new(read, today);
            for row in read.list_recurrings_of(id)? {
                if known.is_due(&row)? {
                    let counterparty = read.get_counterparty(id)?;
                    return Ok(Some(Expected { row, counterparty }));
                }
            }
            Ok(None)
        })
    }

    /// Prices that rose and that the user was not told of yet, in the order of conversations.
    ///
    /// # Errors
    /// The store's.
    pub fn rises(&self) -> Result<Vec<PriceChangeRow>> {
        self.store.read(|read| {
            let mut rises = Vec::new();
            for change in read.list_price_changes()? {
                if is_rise(&change) && !is_seen(read, &change)? {
                    rises.push(change);
                }
            }
            Ok(rises)
        })
    }
}

fn is_rise(change: &PriceChangeRow) -> bool {
    change.from_minor < 0 && change.to_minor < change.from_minor
}

fn is_seen(read: Read<'_>, change: &PriceChangeRow) -> Result<bool> {
    let said = read.find_alert_word(change.entry, AlertKind::Rise.as_str())?;
    Ok(said.is_some())
}

/// The alert that two equal debits are, where they deserve one.
fn double_debit(read: Read<'_>, told: &ToldDoubleDebit) -> Result<Option<Alert>> {
    let row = &told.row;
    let (account, _, amount_minor) = row.bucket;
    let second = read.get_entry_state(row.second)?.entry;
    let found = insight::double_debit(&DoubleDebit {
        amount: amount_minor,
        currency: second.currency,
        minutes: row.minutes,
        count: row.equal_count,
        days_before: told.days_before,
        is_given_back: told.is_given_back,
        has_receipts: told.has_receipts,
    });
    let Some(certainty) = found else {
        return Ok(None);
    };
    let with = ConversationKind::Counterparty(row.counterparty);
    let known_by = read
        .find_conversation(with)?
        .map_or(0, |row| row.entry_count);
    let first = read.get_entry_state(row.first)?.entry;
    let is_sure = certainty == Certainty::Sure;
    Ok(Some(Alert {
        kind: AlertKind::DoubleDebit,
        entry: row.second,
        first: Some(row.first),
        counterparty: read.get_counterparty(row.counterparty)?,
        account,
        day: row.order_date,
        amount_minor,
        currency: second.currency,
        times: is_sure.then_some((first.order_time, second.order_time)),
        minutes: row.minutes,
        is_new: told.days_before == 0 && known_by >= MANY,
        known_by,
        rhythm: None,
        is_steady: true,
        answer: told.answer.as_deref().and_then(AlertAnswer::from_word),
    }))
}

/// Of a double debit that is no news only the answer is told.
fn of_entry(read: Read<'_>, known: &mut KnownDays<'_>, entry: EntryId) -> Result<Vec<Alert>> {
    let mut alerts = Vec::new();
    for told in read.list_told_double_debits_of(entry)? {
        let (account, day, _) = told.row.bucket;
        if told.answer.is_some() || day >= known.double_debits_from(account)? {
            alerts.extend(double_debit(read, &told)?);
        }
    }
    Ok(alerts)
}

/// Which of these entries an alert stands behind that waits for an answer; the account and the booking day of each tell what is
/// no news without asking.
pub(crate) fn to_check(
    read: Read<'_>,
    entries: &[(EntryId, AccountId, NaiveDate)],
    today: NaiveDate,
) -> Result<HashSet<EntryId>> {
    let mut known = KnownDays::new(read, today);
    let mut asked = Vec::new();
    for (entry, account, day) in entries {
        if *day >= known.double_debits_from(*account)? {
            asked.push(*entry);
        }
    }
    let mut open = HashSet::new();
    if asked.is_empty() {
        return Ok(open);
    }
    for told in read.list_open_double_debits(&asked)? {
        if double_debit(read, &told)?.is_some() {
            open.insert(told.row.second);
        }
    }
    Ok(open)
}

/// What is told of recurring charges beside the entries of a page: those that did not come, and those that are due.
pub(crate) fn told(
    read: Read<'_>,
    with: ConversationKind,
    days: Days,
    today: NaiveDate,
) -> Result<Vec<Item>> {
    let mut rows = match with {
        ConversationKind::Counterparty(id) => read.list_recurrings_of(id)?,
        ConversationKind::Account(id) => {
            read.list_recurrings_due(id, days.from(), days.before())?
        }
    };
    rows.retain(|row| days.tell_of(row.next_day));
    let mut known = KnownDays::new(read, today);
    let mut items = Vec::new();
    for row in rows {
        if let Some(alert) = known.missed(&row)? {
            items.push(Item::new(alert.day, ItemKind::Alert(Box::new(alert))));
        } else if known.is_due(&row)? {
            let expected = Expected {
                counterparty: read.get_counterparty(row.counterparty)?,
                row,
            };
            let due = expected.row.next_day;
            items.push(Item::new(due, ItemKind::Expected(Box::new(expected))));
        }
    }
    Ok(items)
}

/// Puts alerts behind the second debits that they are about and, in a merchant's conversation, rises of price behind the first
/// entries at the new one.
pub(crate) fn beside(
    read: Read<'_>,
    with: ConversationKind,
    today: NaiveDate,
    items: &mut Vec<Item>,
) -> Result<()> {
    let mut known = KnownDays::new(read, today);
    let is_merchant = matches!(with, ConversationKind::Counterparty(_));
    let mut found: Vec<(usize, Item)> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let ItemKind::Entry(row, _) = &item.kind else {
            continue;
        };
        let (id, amount) = (row.state.entry.id, row.state.entry.amount_minor);
        if amount >= 0 {
            continue;
        }
        let alerts = of_entry(read, &mut known, id)?.into_iter();
        let own = alerts.filter(|alert| alert.entry == id);
        found.extend(own.map(|alert| {
            let alert = ItemKind::Alert(Box::new(alert));
            (at, Item::new(item.date, alert))
        }));
        let change = read.find_price_change(id)?.filter(|_| is_merchant);
        if let Some(change) = change.filter(is_rise)
            && !is_seen(read, &change)?
        {
            let change = ItemKind::PriceChange(Box::new(change));
            found.push((at, Item::new(item.date, change)));
        }
    }
    for (at, item) in found.into_iter().rev() {
        items.insert(at + 1, item);
    }
    Ok(())
}

/// Which days are known of accounts, asked for once each.
pub(super) struct KnownDays<'r> {
    read: Read<'r>,
    today: NaiveDate,
    until: HashMap<AccountId, Option<NaiveDate>>,
    gaps: HashMap<AccountId, Vec<Gap>>,
}

impl<'r> KnownDays<'r> {
    pub(super) fn new(read: Read<'r>, today: NaiveDate) -> Self {
        KnownDays {
            read,
            today,
            until: HashMap::new(),
            gaps: HashMap::new(),
        }
    }

    /// The last day that is known of. A statement that names a day to come as its last tells of none after today.
    fn until(&mut self, account: AccountId) -> Result<Option<NaiveDate>> {
        if let Some(known) = self.until.get(&account) {
            return Ok(*known);
        }
        let stated = self.read.known_until(account)?;
        let known = stated.map(|day| day.min(self.today));
        self.until.insert(account, known);
        Ok(known)
    }

    /// From which day on double debits are asked about.
    fn double_debits_from(&mut self, account: AccountId) -> Result<NaiveDate> {
        let known = self.until(account)?.unwrap_or(self.today);
        Ok(insight::double_debits_from(known))
    }

    /// Whether statements tell of all of these days.
    fn are_told(&mut self, account: AccountId, from: NaiveDate, until: NaiveDate) -> Result<bool> {
        if !self.gaps.contains_key(&account) {
            let gaps = coverage(self.read, account)?.gaps;
            self.gaps.insert(account, gaps);
        }
        let gaps = self.gaps.get(&account);
        let overlaps = |gap: &Gap| gap.from <= until && from <= gap.until;
        Ok(!gaps.is_some_and(|gaps| gaps.iter().any(overlaps)))
    }

    /// Whether what recurs was due and did not come.
    pub(super) fn is_ended(&mut self, row: &RecurringRow) -> Result<bool> {
        let known = self.until(row.account)?.unwrap_or(row.last_day);
        let (_, last) = due(row).map_or((row.next_day, row.next_day), |due| due.window());
        Ok(last < known)
    }

    /// Whether what recurs is to come within days, as far as anybody knows: a pending line that is like it has come.
    fn is_due(&mut self, row: &RecurringRow) -> Result<bool> {
        let today = self.today;
        let soon = today.checked_add_days(SOON).unwrap_or(today);
        let (first, last) = due(row).map_or((row.next_day, row.next_day), |due| due.window());
        let is_near = row.next_day <= soon && today <= last;
        Ok(is_near && !self.is_ended(row)? && !self.came_otherwise(row, first)?)
    }

    /// The alert that a charge which did not come is, where it deserves one.
    fn missed(&mut self, row: &RecurringRow) -> Result<Option<Alert>> {
        let Some(due) = due(row) else { return Ok(None) };
        let Some(known) = self.until(row.account)? else {
            return Ok(None);
        };
        let (from, until) = due.window();
        if !insight::is_missed(&due, known)
            || !self.are_told(row.account, from, until)?
            || self.came_otherwise(row, from)?
        {
            return Ok(None);
        }
        let said = self
            .read
            .find_alert_word(row.entry, AlertKind::Missed.as_str())?;
        Ok(Some(Alert {
            kind: AlertKind::Missed,
            entry: row.entry,
            first: None,
            counterparty: self.read.get_counterparty(row.counterparty)?,
            account: row.account,
            day: row.next_day,
            amount_minor: row.expected_minor,
            currency: row.currency,
            times: None,
            minutes: None,
            is_new: false,
            known_by: row.entry_count,
            rhythm: Some(row.rhythm.clone()),
            is_steady: row.is_steady,
            answer: said.as_deref().and_then(AlertAnswer::from_word),
        }))
    }

    /// Whether something like it came since: from another account, at quite another price, or not booked yet.
    fn came_otherwise(&self, row: &RecurringRow, from: NaiveDate) -> Result<bool> {
        let expected = i128::from(row.expected_minor).abs();
        let since = self.read.list_moved_since(row.counterparty, from)?;
        Ok(since.iter().any(|one| {
            let amount = i128::from(one.amount_minor).abs();
            one.id != row.entry
                && one.currency == row.currency
                && one.amount_minor.signum() == row.expected_minor.signum()
                && amount.max(expected) * 100 <= amount.min(expected) * LIKE
        }))
    }
}

fn due(row: &RecurringRow) -> Option<DueCharge> {
    Some(DueCharge {
        rhythm: Rhythm::from_word(&row.rhythm)?,
        due: row.next_day,
        count: usize::try_from(row.entry_count).ok()?,
        payment: PaymentType::from_word(&row.payment_type),
        is_in: row.expected_minor > 0,
    })
}
