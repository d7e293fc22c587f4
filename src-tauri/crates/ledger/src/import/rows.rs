//! The rows of a file on their way into the store: what each repeats, which entry it is of, and what is written of it.

use domain::{AccountId, CounterpartyId, EntryId, Money, SightingId, StatementId};
use matching::Group;
use serde_json::json;
use store::{NewRepeat, NewSighting, SightingState, Write};

use super::plan::Plan;
use crate::Result;
use crate::prepare::Prepared;
use crate::project::{Bucket, BucketKey, Changes, Incoming, Origin, Parted, Repeated};

/// Rows, and what is found out about each.
pub(super) struct Rows<'a> {
    plan: &'a Plan<'a>,
    counterparties: &'a [CounterpartyId],
    /// The entry of each.
    pub(super) entries: Vec<EntryId>,
    /// The entry that each goes back to, where it is of another now.
    homes: Vec<Option<EntryId>>,
    /// What each says again to the letter.
    pub(super) repeats: Vec<Option<Repeated>>,
}

/// Where a row is stored.
pub(super) struct Place {
    pub(super) id: SightingId,
    pub(super) statement: StatementId,
    pub(super) entry: EntryId,
    pub(super) counterparty: CounterpartyId,
}

impl Place {
    fn repeat(&self, row: &Prepared<'_>, repeated: Repeated) -> NewRepeat {
        NewRepeat {
            id: self.id,
            of: repeated.of,
            statement: self.statement,
            line_shift: i64::from(row.entry.line) - repeated.line,
        }
    }
}

/// A bucket of an account, parted.
type Parting<'a> = (BucketKey, &'a Bucket, Parted);

impl<'a> Rows<'a> {
    pub(super) fn new(plan: &'a Plan<'a>, counterparties: &'a [CounterpartyId]) -> Self {
        Rows {
            plan,
            counterparties,
            entries: vec![EntryId(0); plan.rows.len()],
            homes: vec![None; plan.rows.len()],
            repeats: vec![None; plan.rows.len()],
        }
    }

    /// Parts buckets anew that the rows fall into and writes what follows for their entries.
    pub(super) fn project(
        &mut self,
        account: AccountId,
        buckets: impl Iterator<Item = (BucketKey, &'a Bucket)>,
        may_move: impl Fn(SightingId) -> bool,
        changes: &mut Changes<'_>,
    ) -> Result<()> {
        let parted: Vec<Parting<'_>> = buckets
            .map(|(key, bucket)| (key, bucket, changes.part(bucket)))
            .collect();
        for (_, bucket, parted) in &parted {
            for (group, id) in parted.groups.iter().zip(&parted.ids) {
                for row in incoming(bucket, group) {
                    if let Some(slot) = self.entries.get_mut(row) {
                        *slot = *id;
                    }
                    if let Some(slot) = self.homes.get_mut(row) {
                        *slot = home_of_same(bucket, group, row).filter(|home| home != id);
                    }
                }
            }
        }
        self.find_repeats(changes.write, &parted, may_move)?;
        let incoming = Incoming {
            rows: &self.plan.rows,
            counterparties: self.counterparties,
            repeats: &self.repeats,
        };
        for (key, bucket, parted) in &parted {
            changes.carry_out((account, *key), bucket, parted, incoming)?;
        }
        Ok(())
    }

    /// Finds the rows that say to the letter what a sighting of the same entry says.
    fn find_repeats(
        &mut self,
        write: Write<'_>,
        parted: &[Parting<'_>],
        may_move: impl Fn(SightingId) -> bool,
    ) -> Result<()> {
        let mut rows = Vec::new();
        let mut pairs = Vec::new();
        for (_, bucket, parted) in parted {
            for (group, id) in parted.groups.iter().zip(&parted.ids) {
                let stay = || written_out(bucket, group, *id).filter(|state| !may_move(state.id));
                for row in incoming(bucket, group) {
                    if self.repeat(row, stay()) {
                        continue;
                    }
                    for state in stay().filter(|state| self.is_like(row, state)) {
                        if let Some(new) = self.compared(row)? {
                            rows.push(row);
                            pairs.push((new, state.id));
                        }
                    }
                }
            }
        }
        let lines = write.read().find_repeated(&pairs)?;
        for ((row, (_, of)), line) in rows.into_iter().zip(pairs).zip(lines) {
            if let (Some(slot @ None), Some(line)) = (self.repeats.get_mut(row), line) {
                *slot = Some(Repeated { of, line });
            }
        }
        Ok(())
    }

    /// Notes which of some sightings a row repeats by all that it says, if one is known to.
    fn repeat<'s>(
        &mut self,
        row: usize,
        mut sightings: impl Iterator<Item = &'s SightingState>,
    ) -> bool {
        let said = self.plan.rows.get(row).map(|row| row.said);
        let same = sightings.find(|state| state.said.is_some() && state.said == said);
        let (Some(same), Some(slot)) = (same, self.repeats.get_mut(row)) else {
            return false;
        };
        *slot = Some(Repeated {
            of: same.id,
            line: i64::from(same.line),
        });
        true
    }

    /// Whether a row may say what a sighting says, as far as its keys tell.
    fn is_like(&self, row: usize, state: &SightingState) -> bool {
        let (Some(row), Some(whose)) = (self.plan.rows.get(row), self.counterparties.get(row))
        else {
            return false;
        };
        (row.keys().text, row.keys().reference, *whose)
            == (state.text_key, state.reference_key, state.counterparty)
    }

    /// A row as it would be stored, to be compared: its place is not.
    fn compared(&self, row: usize) -> Result<Option<NewSighting<'a>>> {
        let (Some(found), Some(whose)) = (self.plan.rows.get(row), self.counterparties.get(row))
        else {
            return Ok(None);
        };
        let place = Place {
            id: SightingId(0),
            statement: StatementId(0),
            entry: EntryId(0),
            counterparty: *whose,
        };
        sighting(found, &place).map(Some)
    }

    /// Stores a row: what it says, or what it repeats.
    pub(super) fn store(
        &self,
        write: Write<'_>,
        index: usize,
        place: &Place,
        repeats: &mut Vec<NewRepeat>,
    ) -> Result<()> {
        let Some(row) = self.plan.rows.get(index) else {
            return Ok(());
        };
        match self.repeats.get(index).copied().flatten() {
            Some(repeated) => repeats.push(place.repeat(row, repeated)),
            None => {
                write.add_sighting(&sighting(row, place)?)?;
                if let home @ Some(_) = self.homes.get(index).copied().flatten() {
                    write.set_sighting_entry(place.id, place.entry, home)?;
                }
            }
        }
        let counted = (row.day, row.keys().text);
        if let Some(printed) = row.printed.filter(|printed| *printed != counted) {
            write.place_sighting(place.id, counted, printed)?;
        }
        Ok(())
    }
}

/// The rows of the file in a group.
fn incoming<'a>(bucket: &'a Bucket, group: &'a Group) -> impl Iterator<Item = usize> {
    let origins = group
        .members
        .iter()
        .filter_map(|at| bucket.origins.get(*at));
    origins.filter_map(|origin| match origin {
        Origin::Incoming(index) => Some(*index),
        Origin::Stored(_) => None,
    })
}

/// The home of the oldest live sighting of a group that says the same as a row of the file: where that one goes back to, the row
/// goes too.
fn home_of_same(bucket: &Bucket, group: &Group, row: usize) -> Option<EntryId> {
    let is_row = |at: &&usize| {
        let origin = bucket.origins.get(**at);
        matches!(origin, Some(Origin::Incoming(index)) if *index == row)
    };
    let own = group.members.iter().find(is_row)?;
    let keys = bucket.seen.get(*own)?.keys;
    let members = group.members.iter().filter_map(|at| bucket.seen.get(*at));
    let same = members.filter(|seen| seen.keys == keys && seen.home.is_some());
    same.min_by_key(|seen| seen.sighting)?.home
}

/// The sightings of an entry that are written out, live or at home there.
fn written_out<'a>(
    bucket: &'a Bucket,
    group: &'a Group,
    id: EntryId,
) -> impl Iterator<Item = &'a SightingState> {
    let all = bucket.origins.iter().zip(&bucket.seen).enumerate();
    all.filter_map(move |(at, (origin, seen))| match origin {
        Origin::Stored(state) if !state.is_repeat() => {
            let is_its = if seen.live {
                group.members.contains(&at)
            } else {
                state.entry == id && state.home.is_none()
            };
            is_its.then_some(state)
        }
        _ => None,
    })
}

/// What is stored of a row.
fn sighting<'a>(row: &'a Prepared<'_>, place: &Place) -> Result<NewSighting<'a>> {
    let (entry, told, keys) = (row.entry, row.told(), row.keys());
    let mut texts = String::new();
    for field in &entry.texts {
        // The two signs that part fields mean nothing in a bank's text.
        let is_text = |c: &char| !matches!(c, '\u{1e}' | '\u{1f}');
        texts.push_str(&field.label);
        texts.push('\u{1f}');
        texts.extend(field.text.chars().filter(is_text));
        texts.push('\u{1e}');
    }
    let after = entry
        .balance_after
        .and_then(|after| Money::new(after, row.currency).rounded().0.to_minor().ok());
    Ok(NewSighting {
        id: place.id,
        statement: place.statement,
        account: row.account,
        entry: place.entry,
        counterparty: place.counterparty,
        line: entry.line,
        status: entry.status.as_str(),
        day: row.day,
        booking_date: entry.booking_date,
        value_date: entry.value_date,
        order_date: told.order_date,
        order_time: told.order_time.clone(),
        amount_minor: row.amount_minor,
        currency: row.currency,
        amount_printed: row.amount_printed.clone(),
        original: told.original.clone(),
        rate: told.rate.clone(),
        reference: (entry.reference.as_deref(), keys.reference),
        end_to_end: (entry.end_to_end_id.as_deref(), keys.end_to_end),
        text_key: keys.text,
        corrects: entry.corrects.as_deref(),
        deletes: entry.deletes,
        payment_type: told.cleaned.payment_type.as_str(),
        card_ending: told.cleaned.card_ending.clone(),
        name: &told.cleaned.counterparty,
        texts,
        balance_after_minor: after,
        more: more(row)?,
        said: row.said,
    })
}

/// Whatever else the row says; most rows say nothing else.
fn more(row: &Prepared<'_>) -> Result<Option<String>> {
    let entry = row.entry;
    let details: Vec<serde_json::Value> = entry
        .details
        .iter()
        .map(|part| {
            json!({
                "amount": part.amount.map(|amount| amount.to_string()),
                "currency": part.currency,
                "endToEndId": part.end_to_end_id,
                "mandateId": part.mandate_id,
                "counterparty": part.counterparty,
                "counterpartyAccount": part.counterparty_account,
                "texts": part.texts.iter().map(|field| (&field.label, &field.text)).collect::<Vec<_>>(),
            })
        })
        .collect();
    let empty = details.is_empty()
        && entry.code.is_none()
        && entry.mandate_id.is_none()
        && entry.counterparty_account.is_none()
        && entry.references.is_empty()
        && !entry.is_reversal;
    if empty {
        return Ok(None);
    }
    let more = json!({
        "code": entry.code,
        "mandateId": entry.mandate_id,
        "counterpartyAccount": entry.counterparty_account,
        "references": entry.references,
        "isReversal": entry.is_reversal,
        "details": details,
    });
    Ok(Some(serde_json::to_string(&more)?))
}
