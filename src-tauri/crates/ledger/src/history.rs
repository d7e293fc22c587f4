//! The log of operations: listing, undo and redo.

use std::collections::{HashMap, HashSet};

use domain::{AccountId, EntryId, NaiveDate, OperationId, ReadingId};
use serde::{Deserialize, Serialize};
use statement::Outcome;
use store::{CounterpartyRow, OperationKind, OperationRow, StatementRow, Write};

use crate::edit::{self, Said};
use crate::project::{BucketKey, Changes, Readings, load_between};
use crate::review::Counts;
use crate::{Error, Ledger, Result, account, chain, profile, questions, receipts, settle, shift};

/// What an import reported when it was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ImportPayload {
    /// What became of its rows.
    pub counts: Counts,
    /// Whether its statements added up.
    pub proof: Outcome,
    /// Receipts that the document holds.
    #[serde(default)]
    pub receipts: u64,
    /// Imports of the same bytes, read otherwise, that it took the place of.
    pub replaces: Vec<i64>,
}

/// One operation of the log.
#[derive(Debug, Clone)]
pub struct Operation {
    /// As logged.
    pub row: OperationRow,
    /// For an import: its report.
    pub import: Option<ImportPayload>,
    /// For an import: the document's name, hash and format.
    pub document: Option<(String, [u8; 32], String)>,
    /// For an import: its statements.
    pub statements: Vec<StatementRow>,
    /// For what the user did, settings of accounts aside: what it says.
    pub said: Option<Said>,
    /// The counterparty that it is about: the entry's, else the one itself.
    pub counterparty: Option<CounterpartyRow>,
    /// The counterparty that something was moved to, or merged into.
    pub other: Option<CounterpartyRow>,
    /// The words of the question that was changed or taken away.
    pub question: Option<String>,
    /// The name of the profile that it is about.
    pub profile: Option<String>,
}

impl Operation {
    /// For an import: whether its statements add up, as far as is known now.
    pub fn proof(&self) -> Option<Outcome> {
        let reported = self.import.as_ref()?.proof;
        let mut statements = self.statements.iter();
        let holds = !self.statements.is_empty()
            && reported == Outcome::Unstated
            && statements.all(|row| row.statement.proof == "holds");
        Some(if holds { Outcome::Holds } else { reported })
    }

    /// First and last day of an import's statements.
    pub fn period(&self) -> Option<(NaiveDate, NaiveDate)> {
        let from = self
            .statements
            .iter()
            .filter_map(|row| row.statement.from)
            .min();
        let until = self
            .statements
            .iter()
            .filter_map(|row| row.statement.until)
            .max();
        from.zip(until)
    }
}

impl Ledger {
    /// All operations, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn history(&self) -> Result<Vec<Operation>> {
        self.store.read(|read| {
            let rows = read.list_operations()?;
            let mut operations = rows
                .into_iter()
                .map(|row| complete(read, row))
                .collect::<Result<Vec<_>>>()?;
            let statements = operations.iter_mut().flat_map(|one| &mut one.statements);
            chain::tell(read, statements)?;
            Ok(operations)
        })
    }

    /// One operation.
    ///
    /// # Errors
    /// [`Error::Store`] where there is none.
    pub fn operation(&self, id: OperationId) -> Result<Operation> {
        self.store.read(|read| {
            let mut operation = complete(read, read.get_operation(id)?)?;
            chain::tell(read, operation.statements.iter_mut())?;
            Ok(operation)
        })
    }

    /// What the user did to an entry, newest first.
    ///
    /// # Errors
    /// The store's.
    pub fn entry_history(&self, id: EntryId) -> Result<Vec<Operation>> {
        self.store.read(|read| {
            let rows = read.list_operations_on_entry(id)?.into_iter().rev();
            rows.map(|row| complete(read, row)).collect()
        })
    }

    /// Takes an operation back, whatever came after it.
    ///
    /// # Errors
    /// [`Error::Refused`] where it is undone already, [`Error::Store`] where there is none.
    pub fn undo(&self, id: OperationId) -> Result<Operation> {
        self.switch(id, true)
    }

    /// Does an undone operation again.
    ///
    /// # Errors
    /// [`Error::Refused`] where it is not undone, [`Error::Store`] where there is none.
    pub fn redo(&self, id: OperationId) -> Result<Operation> {
        self.switch(id, false)
    }

    fn switch(&self, id: OperationId, undone: bool) -> Result<Operation> {
        self.store.write(|write| {
            let row = write.read().get_operation(id)?;
            if row.is_undone == undone {
                return Err(Error::Refused(if undone {
                    "undone already"
                } else {
                    "not undone"
                }));
            }
            if !undone && row.operation.kind == OperationKind::ImportStatement {
                replace_again(write, &row)?;
            }
            write.set_undone(id, undone)?;
            match row.operation.kind {
                OperationKind::ImportStatement => switch_import(write, id, undone)?,
                OperationKind::SetAccount => account::restore(write, &row)?,
                OperationKind::SetProfile | OperationKind::ForgetProfile => {
                    if let Some(said) = profile::said(&row)? {
                        profile::apply(write, said.id)?;
                    }
                }
                _ => edit::apply(write, &row)?,
            }
            complete(write.read(), write.read().get_operation(id)?)
        })
    }
}

/// Notes which imports of the same document an import done again takes the place of: those that stand and came before it.
fn replace_again(write: Write<'_>, row: &OperationRow) -> Result<()> {
    let read = write.read();
    let Some(reading) = row.operation.reading else {
        return Ok(());
    };
    let document = read.get_reading(reading)?.document;
    let mut replaces = Vec::new();
    for other in read.list_readings()? {
        if other.document != document || !other.is_live {
            continue;
        }
        if other.id == reading {
            return Err(Error::Refused("the same file stands"));
        }
        let imports = read.list_imports_of(other.id)?;
        for standing in imports.into_iter().filter(|other| !other.is_undone) {
            if standing.id > row.id {
                return Err(Error::Refused("the same file, read otherwise, stands"));
            }
            replaces.push(standing.id.0);
        }
    }
    let mut payload: ImportPayload = serde_json::from_str(&row.operation.payload)?;
    payload.replaces = replaces;
    Ok(write.set_payload(row.id, &serde_json::to_string(&payload)?)?)
}

/// A reading stands while any import of it does; an import that replaced others gives them their place back.
fn switch_import(write: Write<'_>, id: OperationId, undone: bool) -> Result<()> {
    let row = write.read().get_operation(id)?;
    let mut readings: Vec<ReadingId> = row.operation.reading.into_iter().collect();
    let payload: ImportPayload = serde_json::from_str(&row.operation.payload)?;
    for replaced in payload.replaces {
        let other = write.read().get_operation(OperationId(replaced))?;
        write.set_undone(other.id, !undone)?;
        readings.extend(other.operation.reading);
    }
    let mut changes = Changes::new(write)?;
    for reading in &readings {
        let imports = write.read().list_imports_of(*reading)?;
        write.set_reading_live(*reading, imports.iter().any(|row| !row.is_undone))?;
    }
    let accounts = reproject(write, &readings, &mut changes)?;
    for reading in &readings {
        receipts::reproject(write, *reading)?;
    }
    for account in accounts {
        settle::supersede(write, account, &mut changes)?;
        account::identify(write, account, &mut changes)?;
    }
    changes.finish()
}

/// Parts every bucket anew that readings, which were just switched, have rows in, and names the accounts that they speak of.
pub(crate) fn reproject(
    write: Write<'_>,
    switched: &[ReadingId],
    changes: &mut Changes<'_>,
) -> Result<HashSet<AccountId>> {
    let read = write.read();
    let mut touched: HashMap<AccountId, Vec<BucketKey>> = HashMap::new();
    for (account, key) in shift::settle(write, switched, changes)? {
        touched.entry(account).or_default().push(key);
    }
    let readings = Readings::load(read, None)?;
    let mut accounts = HashSet::new();
    for reading in switched {
        for (account, day, amount) in read.list_buckets_of_reading(*reading)? {
            touched.entry(account).or_default().push((day, amount));
        }
        let statements = read.list_statements_of_reading(*reading)?;
        accounts.extend(statements.into_iter().map(|row| row.statement.account));
    }
    for (account, mut keys) in touched {
        accounts.insert(account);
        keys.sort_unstable();
        keys.dedup();
        let (Some(first), Some(last)) = (keys.first(), keys.last()) else {
            continue;
        };
        let buckets = load_between(read, account, (first.0, last.0), &readings)?;
        for key in &keys {
            if let Some(bucket) = buckets.get(key) {
                changes.project(account, *key, bucket)?;
            }
        }
    }
    Ok(accounts)
}

pub(crate) fn complete(read: store::Read<'_>, row: OperationRow) -> Result<Operation> {
    let mut operation = Operation {
        import: None,
        document: None,
        statements: Vec::new(),
        said: None,
        counterparty: None,
        other: None,
        question: None,
        profile: profile::said(&row)?.map(|said| said.name),
        row,
    };
    let logged = &operation.row.operation;
    if let Some(reading) = logged.reading {
        let reading = read.get_reading(reading)?;
        let document = read.get_document(reading.document)?;
        operation.import = Some(serde_json::from_str(&logged.payload)?);
        operation.document = Some((document.name, document.sha256, reading.format));
        operation.statements = read.list_statements_of_reading(reading.id)?;
    } else if logged.kind != OperationKind::SetAccount {
        let said: Said = serde_json::from_str(&logged.payload)?;
        let about = match logged.entry {
            Some(entry) => Some(read.get_entry_state(entry)?.entry.counterparty),
            None => logged.counterparty,
        };
        operation.counterparty = about.map(|id| read.get_counterparty(id)).transpose()?;
        operation.other = said.other.map(|id| read.get_counterparty(id)).transpose()?;
        if logged.kind == OperationKind::EditQuestion {
            operation.question = questions::words(read, &said)?;
        }
        operation.said = Some(said);
    }
    Ok(operation)
}
