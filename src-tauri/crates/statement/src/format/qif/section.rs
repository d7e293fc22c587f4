//! Sections of a file: headers (`!`), records (up to `^`), fields (a letter and its text).

use std::borrow::Cow;

use domain::AccountKind;
use memchr::memchr2;

use crate::{Entry, EntryDetails, TextField};

/// A value as printed, and where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Printed<'a> {
    pub(super) text: &'a str,
    pub(super) line: u32,
    /// Byte of its first character.
    pub(super) at: usize,
}

/// A register: the records behind one `!Type:` of an account. Days and amounts are kept as printed until the whole file has
/// told how they are written; `dates`, `amounts` run beside `entries`.
#[derive(Debug, Default)]
pub(super) struct Section<'a> {
    pub(super) name: Option<&'a str>,
    pub(super) kind: AccountKind,
    pub(super) is_investment: bool,
    pub(super) entries: Vec<Entry<'a>>,
    pub(super) dates: Vec<Option<Printed<'a>>>,
    pub(super) amounts: Vec<Option<Printed<'a>>>,
    /// Amounts of splits: entry, part, text.
    pub(super) splits: Vec<(usize, usize, Printed<'a>)>,
    pub(super) opening: Option<(Option<Printed<'a>>, Printed<'a>)>,
    pub(super) header: Option<Printed<'a>>,
}

/// What else a file shows of itself.
#[derive(Debug, Default)]
pub(super) struct File<'a> {
    pub(super) sections: Vec<Section<'a>>,
    /// `!Type:` headers that name nothing known.
    pub(super) unknown: Vec<Printed<'a>>,
    /// The first record that stands before any header.
    pub(super) headless: Option<Printed<'a>>,
    /// The record that the file ends in.
    pub(super) unfinished: Option<Printed<'a>>,
}

/// What a header opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Nothing yet.
    Start,
    /// `!Account`.
    Account,
    /// A register.
    Register,
    /// A list (categories, securities, …) or an unknown type: its records are passed over.
    List,
}

/// Lists of a QIF file that hold no movements.
const LISTS: &[&str] = &[
    "cat",
    "class",
    "memorized",
    "security",
    "prices",
    "budget",
    "invitem",
    "template",
    "tax",
    "tag",
    "bills",
    "payee",
];

/// Names of the record that states an opening balance, folded.
const OPENING: &[&str] = &[
    "opening balance",
    "solde initial",
    "solde d'ouverture",
    "solde de depart",
    "solde d ouverture",
    "anfangsbestand",
    "anfangssaldo",
    "eroffnungssaldo",
    "saldo inicial",
    "saldo iniziale",
    "beginsaldo",
    "openingssaldo",
];

/// A record as far as it is read.
#[derive(Default)]
struct Record<'a> {
    entry: Entry<'a>,
    date: Option<Printed<'a>>,
    amount: Option<Printed<'a>>,
    splits: Vec<(usize, Printed<'a>)>,
    is_begun: bool,
}

struct Reader<'a> {
    file: File<'a>,
    part: Part,
    account: Option<(&'a str, Option<AccountKind>)>,
    record: Record<'a>,
}

/// Reads a file into its sections.
pub(super) fn read(text: &str) -> File<'_> {
    let mut reader = Reader {
        file: File::default(),
        part: Part::Start,
        account: None,
        record: Record::default(),
    };
    for line in lines(text) {
        match line.text.as_bytes().first() {
            None => {}
            Some(b'!') => {
                reader.end_record();
                reader.header(line);
            }
            Some(b'^') => reader.end_record(),
            Some(_) => reader.field(line),
        }
    }
    if reader.record.is_begun && reader.part == Part::Register {
        reader.file.unfinished = reader.record.date.or(reader.record.amount);
    }
    reader.end_record();
    reader.file
}

/// The lines of a text, whatever ends them, without blanks at their ends.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Printed<'_>> {
    let mut at = 0usize;
    let mut line = 0u32;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let bytes = rest.as_bytes();
        let (len, next) = match memchr2(b'\n', b'\r', bytes) {
            Some(end) if bytes.get(end..end + 2) == Some(b"\r\n") => (end, end + 2),
            Some(end) => (end, end + 1),
            None => (rest.len(), rest.len()),
        };
        line = line.saturating_add(1);
        let printed = Printed {
            text: rest.get(..len).unwrap_or("").trim_end(),
            line,
            at,
        };
        at += next;
        Some(printed)
    })
}

impl<'a> Reader<'a> {
    fn header(&mut self, line: Printed<'a>) {
        let text = line.text.get(1..).unwrap_or("").trim();
        let lower = text.to_ascii_lowercase();
        if lower.starts_with("account") {
            self.part = Part::Account;
            self.account = None;
            return;
        }
        let Some(kind) = lower.strip_prefix("type:").map(str::trim) else {
            // !Option and !Clear change nothing that is read here.
            return;
        };
        let Some((kind, is_investment)) = register(kind) else {
            self.part = Part::List;
            if !LISTS.iter().any(|list| kind.starts_with(list)) {
                self.file.unknown.push(line);
            }
            return;
        };
        self.part = Part::Register;
        let account = self
            .account
            .filter(|(_, declared)| declared.is_none_or(|declared| declared == kind));
        self.file.sections.push(Section {
            name: account.map(|(name, _)| name),
            kind,
            is_investment,
            header: Some(line),
            ..Section::default()
        });
    }

    fn field(&mut self, line: Printed<'a>) {
        let Some(first) = line.text.chars().next() else {
            return;
        };
        let letter_len = first.len_utf8();
        let value = Printed {
            text: line.text.get(letter_len..).unwrap_or(""),
            line: line.line,
            at: line.at + letter_len,
        };
        match self.part {
            Part::List => {}
            Part::Account => match first {
                'N' => self.account = Some((value.text.trim(), None)),
                'T' => {
                    let kind = register(&value.text.trim().to_ascii_lowercase());
                    if let Some((_, declared)) = &mut self.account {
                        *declared = kind.map(|(kind, _)| kind);
                    }
                }
                _ => {}
            },
            Part::Start => {
                // Comments may stand before the first header; a date begins a register without one.
                if first == 'D' && super::date::parts(value.text).is_some() {
                    self.file.headless = Some(line);
                    self.part = Part::Register;
                    self.file.sections.push(Section::default());
                    self.movement(first, line, value);
                }
            }
            Part::Register => self.movement(first, line, value),
        }
    }

    fn movement(&mut self, first: char, line: Printed<'a>, value: Printed<'a>) {
        let is_investment = self
            .file
            .sections
            .last()
            .is_some_and(|section| section.is_investment);
        let record = &mut self.record;
        if !record.is_begun {
            record.is_begun = true;
            record.entry.line = line.line;
            record.entry.bytes.0 = line.at;
        }
        record.entry.bytes.1 = line.at + line.text.len();
        let entry = &mut record.entry;
        let text = value.text.trim();
        match first {
            'D' if record.date.is_none() => {
                record.date = Some(value);
                // Some banks let the payee follow the date; they repeat it in its own field.
            }
            'T' => record.amount = Some(value),
            'U' => record.amount = record.amount.or(Some(value)),
            'C' | 'F' | '%' => {}
            '$' if is_investment => {}
            _ if text.is_empty() && first != 'S' => {}
            'N' => number(entry, text, is_investment),
            'P' => {
                entry.counterparty.get_or_insert(Cow::Borrowed(text));
                push(&mut entry.texts, "P", text);
            }
            'A' => address(entry, text),
            'S' => {
                let mut part = EntryDetails::default();
                push(&mut part.texts, "S", text);
                entry.details.push(part);
            }
            'E' => match entry.details.last_mut() {
                Some(part) => push(&mut part.texts, "E", text),
                None => push(&mut entry.texts, "E", text),
            },
            '$' => {
                if let Some(part) = entry.details.len().checked_sub(1) {
                    record.splits.push((part, value));
                }
            }
            _ => {
                let label = line.text.get(..first.len_utf8()).unwrap_or("");
                push(&mut entry.texts, label, text);
            }
        }
    }

    fn end_record(&mut self) {
        let record = std::mem::take(&mut self.record);
        let Some(section) = self
            .file
            .sections
            .last_mut()
            .filter(|_| self.part == Part::Register)
        else {
            return;
        };
        if !record.is_begun {
            return;
        }
        let is_first = section.entries.is_empty() && section.opening.is_none();
        if is_first
            && let Some(amount) = record.amount
            && record.entry.counterparty.as_deref().is_some_and(is_opening)
        {
            section.opening = Some((record.date, amount));
            section.name = section.name.or_else(|| own_name(&record.entry));
            return;
        }
        let index = section.entries.len();
        let splits = record.splits.into_iter();
        section
            .splits
            .extend(splits.map(|(part, amount)| (index, part, amount)));
        section.entries.push(record.entry);
        section.dates.push(record.date);
        section.amounts.push(record.amount);
    }
}

fn push<'a>(texts: &mut Vec<TextField<'a>>, label: &'a str, text: &'a str) {
    if !text.is_empty() {
        // Most records have one or two: the usual room for four would be a third of what an entry takes.
        texts.reserve_exact(1);
        texts.push(TextField {
            label: Cow::Borrowed(label),
            text: Cow::Borrowed(text),
        });
    }
}

/// `N`: the action of an investment or the way of paying by name, else a number.
fn number<'a>(entry: &mut Entry<'a>, text: &'a str, is_investment: bool) {
    if is_investment || !text.bytes().any(|b| b.is_ascii_digit()) {
        entry.code = Some(Cow::Borrowed(text));
    } else {
        entry.references.reserve_exact(1);
        entry.references.push(Cow::Borrowed(text));
    }
}

/// Lines of an address are one field.
fn address<'a>(entry: &mut Entry<'a>, text: &'a str) {
    match entry.texts.last_mut() {
        Some(field) if field.label == "A" => {
            let known = field.text.to_mut();
            known.push('\n');
            known.push_str(text);
        }
        _ => push(&mut entry.texts, "A", text),
    }
}

fn is_opening(payee: &str) -> bool {
    payee.len() <= 40 && {
        let folded = text::fold(payee);
        OPENING.iter().any(|name| text::fold(name) == folded)
    }
}

/// The account's own name, which the record of its opening balance gives as a transfer to itself.
fn own_name<'a>(entry: &Entry<'a>) -> Option<&'a str> {
    let field = entry.texts.iter().find(|field| field.label == "L")?;
    let Cow::Borrowed(category) = field.text else {
        return None;
    };
    category
        .strip_prefix('[')?
        .strip_suffix(']')
        .filter(|name| !name.is_empty())
}

/// What register a type names, in lower case.
fn register(kind: &str) -> Option<(AccountKind, bool)> {
    let kind = kind.split_whitespace().collect::<Vec<_>>().join(" ");
    let known = match kind.as_str() {
        "bank" | "banque" | "checking" | "current" => (AccountKind::Current, false),
        "savings" => (AccountKind::Savings, false),
        "cash" => (AccountKind::Cash, false),
        "ccard" | "credit card" | "creditcard" => (AccountKind::Card, false),
        "oth a" | "oth s" => (AccountKind::Other, false),
        "oth l" => (AccountKind::Loan, false),
        "invst" | "port" | "401(k)/403(b)" | "mutual" => (AccountKind::Investment, true),
        _ => return None,
    };
    Some(known)
}
