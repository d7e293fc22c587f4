//! Columns: what their cells look like, and the role that header and cells give them together.

use std::borrow::Cow;

use domain::{Currency, Status};

use super::date::{date_cell, time_cell};
use super::heading::{
    currency_role, date_role, heading_currency, heading_key, money_role, word_role,
};
use super::number::{Way, currency_of, printed};
use super::role::Role;
use super::sign::indicator;
use super::split::{Field, Records};
use super::status::status_word;

/// Rows that are looked at to learn what a column holds.
const SAMPLED: usize = 400;

/// What the cells of a column look like.
#[derive(Debug, Clone, Default)]
pub(super) struct Look {
    pub(super) filled: usize,
    pub(super) dates: usize,
    /// Dates written without anything between their numbers.
    compact: usize,
    pub(super) money: usize,
    /// Amounts with a mark, sign or unit.
    pub(super) moneyish: usize,
    pub(super) negative: usize,
    zeros: usize,
    currencies: usize,
    ibans: usize,
    times: usize,
    indicators: usize,
    ins: usize,
    outs: usize,
    /// Such words that are no abbreviation.
    spelled: usize,
    states: usize,
    distinct: Vec<u64>,
    /// Cells without a digit.
    wordy: usize,
}

/// Kinds of content.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Empty,
    Date,
    Time,
    Money,
    Currency,
    Word,
}

/// A column and what it is for.
#[derive(Debug, Clone)]
pub(super) struct Column<'a> {
    /// As printed; `#3` where there is no header.
    pub(super) header: Cow<'a, str>,
    pub(super) key: String,
    pub(super) role: Role,
    pub(super) class: Class,
    /// Stated by the header.
    pub(super) currency: Option<Currency>,
    pub(super) look: Look,
}

impl Look {
    fn add(&mut self, cell: &str) {
        if cell.is_empty() {
            return;
        }
        self.filled += 1;
        if let Some(date) = date_cell(cell)
            && super::date::DateOrder::ALL
                .iter()
                .any(|order| date.day(*order).is_some())
        {
            self.dates += 1;
            self.compact += usize::from(date.separator == b'0');
        }
        if let Some(amount) = printed(cell) {
            self.money += 1;
            self.moneyish += usize::from(amount.looks_like_money());
            self.negative += usize::from(amount.way == Way::Out);
            self.zeros += usize::from(!cell.bytes().any(|b| (b'1'..=b'9').contains(&b)));
        } else if time_cell(cell).is_some() && cell.len() <= 12 {
            self.times += 1;
        }
        self.wordy += usize::from(!cell.bytes().any(|b| b.is_ascii_digit()));
        let bare = cell.strip_prefix("CURRENCY::").unwrap_or(cell);
        let code = bare.len() == 3 && bare.bytes().all(|b| b.is_ascii_uppercase());
        self.currencies +=
            usize::from((code || matches!(cell, "€" | "£")) && currency_of(cell).is_some());
        self.ibans += usize::from(is_iban(cell));
        match indicator(cell) {
            Some(Way::Out) => self.outs += 1,
            Some(_) => self.ins += 1,
            None => {}
        }
        self.indicators = self.ins + self.outs;
        self.spelled += usize::from(self.ins + self.outs > 0 && cell.len() > 3);
        self.states += usize::from(is_state(cell));
        if self.distinct.len() < 64 {
            let hash = cell.bytes().fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
            });
            if !self.distinct.contains(&hash) {
                self.distinct.push(hash);
            }
        }
    }

    /// Cells that are not empty and not zero.
    pub(super) fn moved(&self) -> usize {
        self.filled - self.zeros
    }

    /// Whether words for both ways are met, or one that is spelled out; a letter that never changes may be any code.
    fn says_both_ways(&self) -> bool {
        self.distinct.len() <= 4 && (self.ins > 0 && self.outs > 0 || self.spelled == self.filled)
    }

    /// Whether any cell has the form of an IBAN.
    pub(super) fn has_ibans(&self) -> bool {
        self.ibans > 0
    }

    /// Whether most cells are words and not numbers.
    pub(super) fn is_worded(&self) -> bool {
        self.wordy * 2 > self.filled
    }

    /// Different cells met.
    pub(super) fn kinds(&self) -> usize {
        self.distinct.len()
    }

    fn class(&self, key: &str) -> Class {
        let most = |count: usize| count * 10 >= self.filled * 6;
        let named_date = date_role(key).is_some();
        let named_money = matches!(money_role(key), Some(role) if role != Role::Other);
        if self.filled == 0 {
            return Class::Empty;
        }
        if self.dates > 0 && named_date && !(named_money && self.moneyish * 2 > self.filled) {
            return Class::Date;
        }
        let separated = self.dates - self.compact;
        if most(separated) || (self.dates == self.filled && !named_money && key.trim().is_empty()) {
            return Class::Date;
        }
        if self.currencies == self.filled {
            return Class::Currency;
        }
        if most(self.money) || (named_money && self.money > 0) {
            return Class::Money;
        }
        if most(self.times) {
            return Class::Time;
        }
        Class::Word
    }
}

/// Words that a state has at most, beside those that are known as a whole.
const WORDS_OF_STATE: usize = 3;

/// Whether a cell says no more than that the row is booked, or is not yet.
fn is_state(cell: &str) -> bool {
    const STATES: &[&str] = &[
        "umsatz gebucht",
        "gebucht",
        "vorgemerkt",
        "umsatz vorgemerkt und nicht gebucht",
        "contabilizzato",
        "non contabilizzato",
        "comptabilise",
        "booked",
        "posted",
        "pending",
        "completed",
        "cleared",
        "uncleared",
        "reconciled",
        "settled",
        "исполнено",
        "выполнено",
        "проведено",
    ];
    cell.len() <= 60
        && (STATES.contains(&text::fold(cell).as_str())
            || cell.split_whitespace().count() <= WORDS_OF_STATE
                && matches!(status_word(cell), Some(Status::Pending | Status::Info)))
}

/// Whether a text has the form of an IBAN (ISO 13616): two letters, two digits, then 6 to 30 letters or digits.
pub(in crate::format) fn is_iban(cell: &str) -> bool {
    if cell.len() < 10 || cell.len() > 42 {
        return false;
    }
    let signs: Vec<u8> = cell.bytes().filter(|b| !b.is_ascii_whitespace()).collect();
    let head = matches!(signs.as_slice(), [a, b, c, d, ..] if a.is_ascii_uppercase()
        && b.is_ascii_uppercase() && c.is_ascii_digit() && d.is_ascii_digit());
    let digits = signs.iter().filter(|b| b.is_ascii_digit()).count();
    head && (10..=34).contains(&signs.len())
        && digits * 2 >= signs.len()
        && signs
            .iter()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

/// Looks at the rows of a section and gives every column a role.
pub(super) fn columns<'a>(
    records: &Records<'a>,
    header: Option<usize>,
    body: std::ops::Range<usize>,
) -> Vec<Column<'a>> {
    let text = records.text;
    let mut fields = Vec::new();
    let mut headers: Vec<Cow<'a, str>> = Vec::new();
    let mut named = 0;
    if let Some(header) = header {
        records.fields(header, &mut fields);
        headers = fields.iter().map(|field| field.value(text)).collect();
        named = headers.len();
        while headers.last().is_some_and(|last| last.is_empty()) {
            headers.pop();
        }
    }
    let looks = looks(records, body.clone(), named);
    let width = headers.len().max(looks.len());
    let mut columns: Vec<Column<'a>> = (0..width)
        .map(|at| {
            let header = headers.get(at).cloned().unwrap_or_default();
            let key = if header.is_empty() {
                String::new()
            } else {
                heading_key(&header)
            };
            let look = looks.get(at).cloned().unwrap_or_default();
            let class = look.class(&key);
            Column {
                currency: heading_currency(&header),
                role: first_role(&key, class, &look),
                header: if header.is_empty() {
                    Cow::Owned(format!("#{}", at + 1))
                } else {
                    header
                },
                key,
                class,
                look,
            }
        })
        .collect();
    super::assign::settle(&mut columns, header.is_some(), |candidates| {
        super::relation::find(records, body.clone(), candidates)
    });
    columns
}

/// Looks at the rows; `named` columns stand in the header, and rows with more cells are left out as long as others fit.
fn looks(records: &Records<'_>, body: std::ops::Range<usize>, named: usize) -> Vec<Look> {
    let text = records.text;
    let mut fields: Vec<Field> = Vec::new();
    let mut looks: Vec<Look> = Vec::new();
    let mut rows: Vec<(usize, usize, bool)> = Vec::new();
    for record in body.take(SAMPLED) {
        records.fields(record, &mut fields);
        let filled = fields
            .iter()
            .filter(|field| !field.raw(text).is_empty())
            .count();
        let fits = fields
            .iter()
            .skip(named)
            .all(|field| field.raw(text).is_empty());
        rows.push((record, filled, fits || named == 0));
    }
    // Footers and continuation lines have few cells; they must not speak for the columns.
    let most = rows.iter().map(|(_, filled, _)| *filled).max().unwrap_or(0);
    let full = rows.iter().filter(|(_, filled, _)| *filled * 2 >= most);
    let fitting = full.clone().filter(|(_, _, fits)| *fits).count() * 5 >= full.count();
    for (record, filled, fits) in rows {
        if filled * 2 < most || filled == 0 || (fitting && !fits) {
            continue;
        }
        records.fields(record, &mut fields);
        if looks.len() < fields.len() {
            looks.resize(fields.len(), Look::default());
        }
        for (look, field) in looks.iter_mut().zip(&fields) {
            look.add(field.raw(text));
        }
    }
    looks
}

fn first_role(key: &str, class: Class, look: &Look) -> Role {
    match class {
        Class::Date => date_role(key).unwrap_or(Role::BookingDate),
        Class::Time => Role::Time,
        Class::Currency => currency_role(key),
        Class::Money => match money_role(key) {
            Some(Role::Other) | None => match word_role(key) {
                role @ (Role::Reference
                | Role::Account
                | Role::CounterpartyAccount
                | Role::EndToEnd
                | Role::Mandate
                | Role::BankId) => role,
                _ => Role::Other,
            },
            Some(role) => role,
        },
        Class::Empty => empty_role(key),
        Class::Word => {
            let role = word_role(key);
            let said = role == Role::Indicator || look.says_both_ways();
            if look.indicators == look.filled && said && role != Role::Status {
                return Role::Indicator;
            }
            if look.states == look.filled && look.distinct.len() <= 4 && !names_texts(key) {
                return Role::Status;
            }
            if key.is_empty() && look.ibans == look.filled {
                return Role::Account;
            }
            // `Counterparty` above IBANs is the other side's account, not its name.
            if key.contains("counter") && look.ibans * 2 > look.filled {
                return Role::CounterpartyAccount;
            }
            role
        }
    }
}

/// Whether a header names what a row is about, whose words may be those of a status.
fn names_texts(key: &str) -> bool {
    const TEXTS: &[&str] = &[
        "descri",
        "beschr",
        "text",
        "memo",
        "libell",
        "omschr",
        "zweck",
        "detail",
        "concept",
        "causal",
        "name",
        "nom ",
        "beskriv",
        "popis",
        "opis",
        "payee",
        "merchant",
        "titel",
        "titul",
        "tytul",
        "title",
        "narrat",
        "particular",
        "note",
    ];
    TEXTS.iter().any(|name| key.contains(name))
}

/// A column without a single cell: its name is all there is, and must not cost another column its role.
fn empty_role(key: &str) -> Role {
    match money_role(key) {
        Some(role @ (Role::Debit | Role::Credit)) => return role,
        Some(role) if role != Role::Other => return Role::Other,
        _ => {}
    }
    Role::Other
}

impl Column<'_> {
    /// Whether its cells differ from row to row, as an id's or a name's do and an account's do not.
    pub(super) fn varies(&self) -> bool {
        self.look.distinct.len() > 3.max(self.look.filled / 3)
    }

    /// Whether every cell has the form of an IBAN.
    pub(in crate::format) fn is_ibans(&self) -> bool {
        self.look.filled > 0 && self.look.ibans == self.look.filled
    }
}
