//! Cash: entries that the user types, in accounts kept by hand. No import is ever of them.

use chrono::Timelike;
use domain::{AccountId, CounterpartyId, Currency, EntryId, Money, NaiveDate, OperationId};
use matching::IDENTITY_VERSION;
use serde::{Deserialize, Serialize};
use store::{
    CounterpartyRow, EntryState, NewCounterparty, NewEntry, OperationKind, OwnEntry, Read, Write,
    own_sighting,
};
use text::{Descriptor, clean};

use crate::edit::{Said, Subject, latest, log, on_entry, worded};
use crate::own::Own;
use crate::project::{Changes, stored_body};
use crate::{Error, Ledger, Result, clock};

/// Cash to be written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCash {
    /// How much; below zero where it was paid.
    pub money: Money,
    /// The day.
    pub day: NaiveDate,
    /// To whom or from whom, or for what.
    pub who: String,
    /// The conversation that it is written in, where that is with a counterparty.
    pub conversation: Option<CounterpartyId>,
}

/// What writing cash down would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CashPlan {
    /// The counterparty whose conversation it would be in; `None` where it would be a new one.
    pub counterparty: Option<CounterpartyRow>,
    /// The name of a new one.
    pub name: String,
    /// What it would say beyond the name.
    pub text: String,
    /// The account kept by hand; `None` where it would be made.
    pub account: Option<AccountId>,
}

/// Cash, as an operation says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SaidCash {
    /// Signed, in minor units of the account's currency.
    pub amount_minor: i64,
    /// The account's currency.
    pub currency: Currency,
    /// The day.
    pub day: NaiveDate,
    /// `HH:MM` where it was written down on its day, else empty.
    pub time: String,
    /// With whom.
    pub counterparty: CounterpartyId,
    /// Their name.
    pub name: String,
    /// What else was written.
    pub text: String,
}

impl Ledger {
    /// What writing cash down would do.
    ///
    /// # Errors
    /// [`Error::Refused`] where nobody is named, or the amount has more decimals than the currency.
    pub fn plan_cash(&self, new: &NewCash) -> Result<CashPlan> {
        self.store.read(|read| {
            minor(new.money)?;
            plan(read, new)
        })
    }

    /// The currency that cash is in where none is written: the account's of the conversation, else that of most accounts,
    /// else the euro.
    ///
    /// # Errors
    /// The store's.
    pub fn home_currency(&self, account: Option<AccountId>) -> Result<Currency> {
        self.store.read(|read| {
            let accounts = read.list_live_accounts()?;
            if let Some(row) = accounts.iter().find(|row| Some(row.id) == account) {
                return Ok(row.currency);
            }
            let count = |currency: Currency| {
                let same = accounts.iter().filter(|row| row.currency == currency);
                same.count()
            };
            // Of equals the first stands, so that it does not move with what comes later.
            let most = accounts.iter().rev().max_by_key(|row| count(row.currency));
            Ok(most.map_or(Currency::EUR, |row| row.currency))
        })
    }

    /// Writes cash down.
    ///
    /// # Errors
    /// As [`Ledger::plan_cash`].
    pub fn add_cash(&self, new: &NewCash) -> Result<OperationId> {
        self.store.write(|write| {
            let said = said(write, new)?;
            let currency = said.currency;
            let account = match write.read().find_own_account(currency)? {
                Some(account) => account,
                None => write.add_own_account(currency)?,
            };
            let id = EntryId(write.read().last_entry_id()? + 1);
            let entry = entry(id, account, &said, &Own::load(write.read())?);
            write.add_own_entry(&entry, &own_entry(id, account, &said))?;
            write.add_entry_text(id, "")?;
            let subject = Subject::Entry(id);
            log(write, OperationKind::AddCash, subject, &with_cash(said))
        })
    }

    /// Changes what was written down of cash. Its currency stays: another one is another account's.
    ///
    /// # Errors
    /// [`Error::Refused`] where a statement shows the entry or the currency is another, [`Error::Store`] where there is
    /// none, and as [`Ledger::plan_cash`].
    pub fn edit_cash(&self, id: EntryId, new: &NewCash) -> Result<OperationId> {
        self.store.write(|write| {
            let state = write.read().get_entry_state(id)?;
            if !state.entry.is_own() {
                return Err(Error::Refused("not written by hand"));
            }
            if state.entry.currency != new.money.currency {
                return Err(Error::Refused("another currency"));
            }
            let mut said = said(write, new)?;
            // The hour of writing is that of the entry, not of the change.
            let before = write.read().get_own_entry(id)?;
            said.time = if said.day == before.day {
                before.time
            } else {
                String::new()
            };
            let subject = Subject::Entry(id);
            log(write, OperationKind::EditCash, subject, &with_cash(said))
        })
    }

    /// What the user wrote down, where the user did.
    ///
    /// # Errors
    /// The store's.
    pub fn own_entry(&self, id: EntryId) -> Result<Option<OwnEntry>> {
        self.store.read(|read| Ok(read.find_own_entry(id)?))
    }
}

fn with_cash(cash: SaidCash) -> Said {
    Said {
        cash: Some(cash),
        ..Said::default()
    }
}

fn minor(money: Money) -> Result<i64> {
    money
        .to_minor()
        .map_err(|_| Error::Refused("not an amount of this currency"))
}

/// Whom cash is with: whoever the words name, if the ledger knows them; else the conversation that it is written in, of
/// which the words then say what for; else somebody new.
fn plan(read: Read<'_>, new: &NewCash) -> Result<CashPlan> {
    let words = new.who.trim();
    let account = read.find_own_account(new.money.currency)?;
    let conversation = new.conversation.map(|id| read.root_of(id)).transpose()?;
    let named = named(read, words)?;
    let (counterparty, text) = match (named, conversation) {
        (Some(named), Some(here)) if read.root_of(named)? == here => (Some(here), ""),
        (Some(named), _) => (Some(named), ""),
        (None, Some(here)) => (Some(here), words),
        (None, None) if words.is_empty() => return Err(Error::Refused("nobody named")),
        (None, None) => (None, ""),
    };
    let counterparty = counterparty
        .map(|id| read.get_counterparty(id))
        .transpose()?;
    Ok(CashPlan {
        counterparty,
        name: capitalised(words),
        text: capitalised(text),
        account,
    })
}

/// The counterparty that words name: as the user calls it, or as statements do.
fn named(read: Read<'_>, words: &str) -> Result<Option<CounterpartyId>> {
    let folded = text::fold(words);
    if folded.is_empty() {
        return Ok(None);
    }
    let own = Own::load(read)?;
    let by_user = own
        .named()
        .filter(|id| own.name(*id).is_some_and(|name| text::fold(name) == folded))
        .min();
    let keys = read.list_counterparty_keys()?;
    Ok(by_user
        .or_else(|| keys.get(&folded).copied())
        .or_else(|| keys.get(&key_of(words)).copied()))
}

/// The key under which a statement that names the same words would find it.
fn key_of(words: &str) -> String {
    let descriptor = Descriptor {
        name: Some(words),
        money_out: true,
        ..Descriptor::default()
    };
    clean(&descriptor).key
}

fn capitalised(words: &str) -> String {
    let mut signs = words.chars();
    match signs.next() {
        Some(first) => first.to_uppercase().chain(signs).collect(),
        None => String::new(),
    }
}

fn said(write: Write<'_>, new: &NewCash) -> Result<SaidCash> {
    let amount_minor = minor(new.money)?;
    let plan = plan(write.read(), new)?;
    let row = match plan.counterparty {
        Some(row) => row,
        None => {
            let id = write.add_counterparty(&NewCounterparty {
                key: key_of(&new.who),
                name: plan.name,
                kind: "merchant".to_owned(),
            })?;
            write.read().get_counterparty(id)?
        }
    };
    let now = clock::time();
    let time = if new.day == clock::today() {
        format!("{:02}:{:02}", now.hour(), now.minute())
    } else {
        String::new()
    };
    Ok(SaidCash {
        amount_minor,
        currency: new.money.currency,
        day: new.day,
        time,
        counterparty: row.id,
        name: row.counterparty.name,
        text: worded(&plan.text).unwrap_or_default(),
    })
}

fn own_entry(id: EntryId, account: AccountId, said: &SaidCash) -> OwnEntry {
    OwnEntry {
        entry: id,
        account,
        counterparty: said.counterparty,
        day: said.day,
        time: said.time.clone(),
        amount_minor: said.amount_minor,
        currency: said.currency,
        name: said.name.clone(),
        text: said.text.clone(),
    }
}

fn entry(id: EntryId, account: AccountId, said: &SaidCash, own: &Own) -> NewEntry {
    NewEntry {
        id,
        account,
        status: "booked".to_owned(),
        day: said.day,
        order_date: said.day,
        order_time: said.time.clone(),
        amount_minor: said.amount_minor,
        currency: said.currency,
        counterparty: own.conversation(id, said.counterparty),
        sighting: own_sighting(id),
        identity_version: IDENTITY_VERSION,
        identity_key: 0,
        ordinal: -id.0,
        order_key: id.0,
    }
}

/// Writes what the standing operations say of cash. Without the one that wrote it down there is none.
pub(crate) fn apply(write: Write<'_>, id: EntryId) -> Result<()> {
    use OperationKind::{AddCash, EditCash};
    let read = write.read();
    let standing = on_entry(read, id, &[AddCash, EditCash])?;
    let is_live = standing.iter().any(|(kind, _)| *kind == AddCash);
    let before = read.get_entry_state(id)?;
    let mut changes = Changes::new(write)?;
    let mut after = EntryState {
        is_live,
        ..before.clone()
    };
    match latest(&standing).and_then(|said| said.cash.as_ref()) {
        Some(cash) => {
            after.entry = entry(id, before.entry.account, cash, &changes.own);
            let own = own_entry(id, before.entry.account, cash);
            write.update_own_entry(&after.entry, &own, is_live)?;
        }
        None => {
            let own = read.get_own_entry(id)?;
            write.update_own_entry(&after.entry, &own, is_live)?;
        }
    }
    let named = read.get_own_entry(id)?.counterparty;
    let mut body = stored_body(read, after.entry.sighting)?;
    body.push_str(&changes.own.found_by(read, id, named)?);
    write.replace_entry_text(id, &body)?;
    changes.moved(Some(&before), Some(&after))?;
    changes.finish()
}
