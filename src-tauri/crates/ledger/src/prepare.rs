//! Rows of a reading as the ledger will keep them: minor units, identity keys, counterparty, the day shown.

use std::cell::OnceCell;

use domain::{AccountId, CounterpartyId, Currency, Decimal, Money, NaiveDate, Status};
use matching::{Keys, keys};
use source::Diagnostic;
use statement::{Entry, Statement};
use store::{Said, SightingState};
use text::{Cleaned, Descriptor, clean};

use crate::said::Letters;

/// A row ready to be compared and stored.
pub(crate) struct Prepared<'a> {
    /// Its statement, by index in the reading.
    pub(crate) statement: usize,
    /// Its place in the document.
    pub(crate) row: u32,
    pub(crate) entry: &'a Entry<'a>,
    pub(crate) account: AccountId,
    pub(crate) day: NaiveDate,
    pub(crate) amount_minor: i64,
    pub(crate) currency: Currency,
    pub(crate) amount_printed: Option<String>,
    /// All that the document says in it.
    pub(crate) said: Said,
    /// Found out when first asked for, else those of a stored row that says the same.
    keys: OnceCell<Keys>,
    /// The counterparty that its words name, where a stored row that says the same tells.
    pub(crate) counterparty: Option<CounterpartyId>,
    told: OnceCell<Told>,
    /// Its day and its words' key as the document states them, where it counts elsewhere.
    pub(crate) printed: Option<(NaiveDate, i64)>,
}

/// What the words of a row tell.
pub(crate) struct Told {
    pub(crate) cleaned: Cleaned,
    pub(crate) order_date: NaiveDate,
    /// `HH:MM`, else empty.
    pub(crate) order_time: String,
    pub(crate) original: Option<(String, Currency)>,
    /// The exchange rate between that and the amount, as stated.
    pub(crate) rate: Option<String>,
}

impl Prepared<'_> {
    /// By what it is known again.
    pub(crate) fn keys(&self) -> Keys {
        *self
            .keys
            .get_or_init(|| identity(self.entry, self.currency))
    }

    /// What its words tell, found out when first asked for.
    pub(crate) fn told(&self) -> &Told {
        self.told.get_or_init(|| {
            let (entry, day) = (self.entry, self.printed_day());
            let cleaned = cleaned(entry);
            let original = original(entry, &cleaned);
            Told {
                order_date: order_date(entry, &cleaned, day),
                order_time: order_time(entry, &cleaned),
                rate: rate(entry, &cleaned, original.as_ref(), self.currency),
                original,
                cleaned,
            }
        })
    }

    /// Its day as the document states it.
    pub(crate) fn printed_day(&self) -> NaiveDate {
        self.printed.map_or(self.day, |printed| printed.0)
    }

    /// Takes over what is known of a stored row that says the same.
    pub(crate) fn meet(&mut self, state: &SightingState) {
        self.counterparty = Some(state.counterparty);
        self.keys.get_or_init(|| Keys {
            reference: state.reference_key,
            end_to_end: state.end_to_end_key,
            text: state.text_key,
        });
    }

    /// Counts on another day, under other words.
    pub(crate) fn shift(&mut self, day: NaiveDate, text_key: i64) {
        let own = self.keys();
        self.printed.get_or_insert((self.day, own.text));
        self.day = day;
        self.keys = OnceCell::from(Keys {
            text: text_key,
            ..own
        });
    }
}

/// Adds the entries of one statement of an account in `home` currency to the rows. Those that cannot be kept become findings.
pub(crate) fn prepare<'a>(
    rows: &mut Vec<Prepared<'a>>,
    (index, statement): (usize, &'a Statement<'a>),
    account: AccountId,
    home: Currency,
    first_row: u32,
    findings: &mut Vec<Diagnostic>,
) {
    let mut letters = Letters::default();
    for (offset, entry) in statement.entries.iter().enumerate() {
        let row = first_row.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX));
        let currency = entry.currency.or(statement.currency).unwrap_or(home);
        let Some(day) = entry
            .booking_date
            .or(entry.value_date)
            .or(entry.transaction_date)
        else {
            findings.push(at(Diagnostic::error("entryWithoutDate"), entry).costs_row());
            continue;
        };
        let Some((amount_minor, amount_printed)) = minor(entry, currency, findings) else {
            continue;
        };
        rows.push(Prepared {
            statement: index,
            row,
            entry,
            account,
            day,
            amount_minor,
            currency,
            amount_printed,
            said: letters.said(entry, currency),
            keys: OnceCell::new(),
            counterparty: None,
            told: OnceCell::new(),
            printed: None,
        });
    }
}

/// The exact minor units; rounded half to even where the file prints more decimals than the currency has, and then told.
fn minor(
    entry: &Entry<'_>,
    currency: Currency,
    findings: &mut Vec<Diagnostic>,
) -> Option<(i64, Option<String>)> {
    let money = Money::new(entry.amount, currency);
    let (rounded, lost) = money.rounded();
    match rounded.to_minor() {
        Ok(minor) if lost => {
            findings.push(at(
                Diagnostic::warning("excessDecimals").found(entry.amount),
                entry,
            ));
            Some((minor, Some(entry.amount.to_string())))
        }
        Ok(minor) => Some((minor, None)),
        Err(_) => {
            findings.push(
                at(
                    Diagnostic::error("amountTooLarge").found(entry.amount),
                    entry,
                )
                .costs_row(),
            );
            None
        }
    }
}

fn at(mut finding: Diagnostic, entry: &Entry<'_>) -> Diagnostic {
    let place = finding.at.get_or_insert_with(Default::default);
    place.line = Some(entry.line);
    finding
}

fn identity(entry: &Entry<'_>, currency: Currency) -> Keys {
    keys(
        currency.code(),
        entry.reference.as_deref(),
        entry.end_to_end_id.as_deref(),
        entry.texts.iter().map(|field| field.text.as_ref()),
    )
}

fn cleaned(entry: &Entry<'_>) -> Cleaned {
    let texts: Vec<&str> = entry
        .texts
        .iter()
        .map(|field| field.text.as_ref())
        .collect();
    clean(&Descriptor {
        name: entry.counterparty.as_deref(),
        texts: &texts,
        code: entry.code.as_deref(),
        money_out: entry.amount.is_sign_negative(),
    })
}

/// The transaction date where a field states it, else where the text holds a day that fits: within the sixty days before
/// the booking. A day without a year takes the year nearest before the booking.
fn order_date(entry: &Entry<'_>, cleaned: &Cleaned, day: NaiveDate) -> NaiveDate {
    use chrono::Datelike;
    if let Some(stated) = entry.transaction_date {
        return stated;
    }
    let Some((d, m, year)) = cleaned.transaction_day else {
        return day;
    };
    let fits = |candidate: &NaiveDate| (0..=60).contains(&(day - *candidate).num_days());
    let years = match year {
        Some(year) => vec![year],
        None => vec![day.year(), day.year() - 1],
    };
    years
        .into_iter()
        .filter_map(|year| NaiveDate::from_ymd_opt(year, m, d))
        .find(fits)
        .unwrap_or(day)
}

fn order_time(entry: &Entry<'_>, cleaned: &Cleaned) -> String {
    if let Some(time) = entry.transaction_time {
        return time.format("%H:%M").to_string();
    }
    match cleaned.transaction_time {
        Some((hour, minute)) if hour < 24 && minute < 60 => format!("{hour:02}:{minute:02}"),
        _ => String::new(),
    }
}

fn original(entry: &Entry<'_>, cleaned: &Cleaned) -> Option<(String, Currency)> {
    if let Some(money) = entry.original {
        return Some((money.amount.to_string(), money.currency));
    }
    let (amount, code) = cleaned.original.as_ref()?;
    let currency: Currency = code.parse().ok()?;
    let plain: Decimal = amount.replace(',', ".").parse().ok()?;
    let signed = if entry.amount.is_sign_negative() {
        -plain.abs()
    } else {
        plain.abs()
    };
    Some((signed.to_string(), currency))
}

/// The rate that a field states; else one that the text states, if it leads from one amount to the other, fees aside.
fn rate(
    entry: &Entry<'_>,
    cleaned: &Cleaned,
    original: Option<&(String, Currency)>,
    currency: Currency,
) -> Option<String> {
    if let Some(stated) = entry.rate {
        return Some(stated.to_string());
    }
    let stated: Decimal = cleaned.rate.as_ref()?.parse().ok()?;
    let (original, _) = original.filter(|(_, of)| *of != currency)?;
    let original: Decimal = original.parse().ok()?;
    let (booked, original) = (entry.amount.abs(), original.abs());
    let leads = |from: Decimal, to: Decimal| {
        let gap = (from.checked_mul(stated)? - to).abs();
        Some(gap.checked_mul(Decimal::TEN)? <= to)
    };
    let is_right = leads(original, booked) == Some(true) || leads(booked, original) == Some(true);
    is_right.then(|| stated.to_string())
}

/// Whether a row counts in a balance.
pub(crate) fn is_booked(entry: &Entry<'_>) -> bool {
    entry.status == Status::Booked
}
