//! Bank text → people: who the other party is, and how the money moved.
//!
//! Banks press a date, a card, a store number, a city and a name into one line. Here the line is cut into words once, the bank's opening words are
//! looked up in one list per language ([`phrases`]), and what is left is the name. No rule knows a bank, and the answer depends on the text alone: the
//! same merchant has the same [`Cleaned::key`] whatever the store, the day, the city or the card.

mod code;
mod lexicon;
mod name;
mod phrases;
mod rate;
mod read;
mod tag;
#[cfg(test)]
mod tests;
mod token;
mod words;

use lexicon::COLUMN;
use name::{Line, Name, name_of};
use phrases::Meaning;
use read::{Facts, read};
use tag::Tag;
use token::PrintedDay;

/// What a statement says of an entry, in the bank's own words.
#[derive(Clone, Copy, Debug, Default)]
pub struct Descriptor<'a> {
    /// The counterparty's name, where the format has a field for it (OFX `NAME`, CAMT `RltdPties`).
    pub name: Option<&'a str>,
    /// Every other text, in the order of the statement (OFX `MEMO`, remittance information, narrative).
    pub texts: &'a [&'a str],
    /// OFX `TRNTYPE`, ISO 20022 bank transaction code, SWIFT or German code, or the bank's own word for the kind of payment.
    pub code: Option<&'a str>,
    /// Whether the amount is below zero.
    pub money_out: bool,
}

/// Whom a conversation is with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CounterpartyKind {
    Merchant,
    Person,
    /// The bank itself: fees, interest, cash.
    Bank,
}

impl CounterpartyKind {
    /// The word used on the wire and in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            CounterpartyKind::Merchant => "merchant",
            CounterpartyKind::Person => "person",
            CounterpartyKind::Bank => "bank",
        }
    }
}

/// How the money moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaymentType {
    Card,
    Transfer,
    DirectDebit,
    Cash,
    Cheque,
    Fee,
    Interest,
    Salary,
    /// Money back: said by the bank, or money in by card.
    Refund,
    Other,
}

impl PaymentType {
    /// What such a word of SQL, JSON and keys says; `Other` for any that is none.
    pub fn from_word(word: &str) -> Self {
        [
            Self::Card,
            Self::Transfer,
            Self::DirectDebit,
            Self::Cash,
            Self::Cheque,
            Self::Fee,
            Self::Interest,
            Self::Salary,
            Self::Refund,
        ]
        .into_iter()
        .find(|kind| kind.as_str() == word)
        .unwrap_or(Self::Other)
    }

    /// The word of SQL, JSON and keys.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Transfer => "transfer",
            Self::DirectDebit => "directDebit",
            Self::Cash => "cash",
            Self::Cheque => "cheque",
            Self::Fee => "fee",
            Self::Interest => "interest",
            Self::Salary => "salary",
            Self::Refund => "refund",
            Self::Other => "other",
        }
    }
}

/// What a descriptor says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleaned {
    /// The name to show (`Carrefour City`). Empty when nobody is named: then `key` is `bank:` and the payment type (`bank:fee`), or `bank:settlement` for a
    /// card settled by its holder; `kind` is `Bank`, and the
    /// caller says it in the user's language (`payment-type-fee` of the catalogue).
    pub counterparty: String,
    /// The identity of the counterparty: the folded words of its name (`carrefour city`), or `bank:…`. Never empty.
    pub key: String,
    pub kind: CounterpartyKind,
    pub payment_type: PaymentType,
    /// Last four digits of the card.
    pub card_ending: Option<String>,
    /// Day the purchase was made: (day, month, year when printed). Day and month are in the order of the bank's language where both could be either.
    pub transaction_day: Option<(u32, u32, Option<i32>)>,
    /// Hour and minute of the purchase, in the bank's local time.
    pub transaction_time: Option<(u32, u32)>,
    /// An amount in a stated currency, as printed, and its code: `("12,00", "USD")`. May be the account's own currency.
    pub original: Option<(String, String)>,
    /// Where there is such an amount: the exchange rate that the text states, with a point, whichever way round.
    pub rate: Option<String>,
}

/// Reads a descriptor. Never fails: what is not recognised is kept as the name.
pub fn clean(descriptor: &Descriptor<'_>) -> Cleaned {
    let mut facts = Facts::default();
    let mut names = Names::default();
    let sources = descriptor.name.iter().chain(descriptor.texts);
    for (position, text) in sources.enumerate() {
        let is_field = position == 0 && descriptor.name.is_some();
        let has_more = !is_field && descriptor.texts.len() > 1;
        read_text(text, is_field, has_more, &mut facts, &mut names);
    }
    let payment_type = payment_type(descriptor, &mut facts, names.best().is_some());
    let is_settlement = facts.meaning == Some(Meaning::Settlement);
    let is_banks_own = matches!(
        payment_type,
        PaymentType::Fee | PaymentType::Interest | PaymentType::Cash
    ) || is_settlement;
    let is_unsaid = match facts.meaning {
        None => true,
        Some(Meaning::Maybe(doubted)) => doubted != payment_type,
        Some(_) => false,
    };
    let name = match (is_banks_own, is_unsaid) {
        (true, _) => None,
        (false, true) if facts.meaning.is_some() => whole_text(descriptor),
        (false, true) => names.into_best().or_else(|| whole_text(descriptor)),
        (false, false) => names.into_best(),
    };
    let name = name.map(|name| {
        if name.key == "paypal" {
            shop_behind_paypal(descriptor).unwrap_or(name)
        } else {
            name
        }
    });
    let (counterparty, key, kind) = match name {
        Some(name) => (
            name.display,
            name.key,
            name.kind.unwrap_or(CounterpartyKind::Merchant),
        ),
        None => (
            String::new(),
            format!(
                "bank:{}",
                if is_settlement {
                    "settlement"
                } else {
                    payment_type.as_str()
                }
            ),
            CounterpartyKind::Bank,
        ),
    };
    let rate = facts.original.as_ref().and_then(|_| {
        let mut texts = descriptor.name.iter().chain(descriptor.texts);
        texts.find_map(|text| rate::rate_in(text))
    });
    Cleaned {
        rate,
        counterparty,
        key,
        kind,
        payment_type,
        transaction_day: facts.day.map(|day| ordered(day, facts.month_first)),
        card_ending: facts.card_ending,
        transaction_time: facts.time,
        original: facts.original,
    }
}

/// Names found, by how surely they are one.
#[derive(Debug, Default)]
struct Names {
    labelled: Option<Name>,
    field: Option<Name>,
    head: Option<Name>,
    remittance: Option<Name>,
}

impl Names {
    fn best(&self) -> Option<&Name> {
        self.field
            .as_ref()
            .or(self.labelled.as_ref())
            .or(self.head.as_ref())
            .or(self.remittance.as_ref())
    }

    fn into_best(self) -> Option<Name> {
        self.field
            .or(self.labelled)
            .or(self.head)
            .or(self.remittance)
    }
}

/// `has_more`: other texts may name the party, so that a column's word for the kind need not.
fn read_text(text: &str, is_field: bool, has_more: bool, facts: &mut Facts, names: &mut Names) {
    for (tag, part) in tag::parts(text) {
        if part.trim().is_empty() || tag == Tag::Noise {
            continue;
        }
        let part = match tag {
            Tag::Party => part.split('/').nth(2).unwrap_or_default(),
            _ => part,
        };
        let mut folded = String::with_capacity(part.len());
        let cuts = token::cut(part, &mut folded);
        let tokens = token::tokens(&cuts, &folded);
        if has_more && tag == Tag::Head && tokens.iter().all(|token| token.is(COLUMN)) {
            continue;
        }
        let opens = matches!(tag, Tag::Head);
        let found = read(&tokens, opens, facts);
        let slot = match tag {
            Tag::Head if is_field => &mut names.field,
            Tag::Head => &mut names.head,
            Tag::Remittance => &mut names.remittance,
            Tag::Name | Tag::Party | Tag::Noise => &mut names.labelled,
        };
        if slot.is_none() {
            let is_card = matches!(
                facts.payment_type(),
                None | Some(PaymentType::Card | PaymentType::Refund)
            );
            let line = match (is_card && tag == Tag::Head, facts.month_first) {
                (true, true) => Line::AmericanCard,
                (true, false) => Line::Card,
                (false, _) => Line::Other,
            };
            *slot = name_of(&found, line);
        }
    }
}

/// The words of the bank decide, then its code; a weak word needs the bank's own vocabulary or nobody named.
fn payment_type(descriptor: &Descriptor<'_>, facts: &mut Facts, is_named: bool) -> PaymentType {
    let from_code = || {
        descriptor
            .code
            .and_then(|code| code::payment_type(code).or_else(|| payment_type_of_words(code)))
    };
    let found = match facts.meaning {
        Some(Meaning::Is(found)) => Some(found),
        Some(Meaning::Settlement) => Some(PaymentType::Transfer),
        Some(Meaning::Maybe(found)) if facts.has_banker || !is_named => Some(found),
        _ => from_code().or_else(|| facts.card_ending.is_some().then_some(PaymentType::Card)),
    };
    match found {
        Some(PaymentType::Card) if !descriptor.money_out => PaymentType::Refund,
        Some(PaymentType::Transfer) | None if !descriptor.money_out && facts.has_wage => {
            PaymentType::Salary
        }
        Some(PaymentType::Salary) if descriptor.money_out => PaymentType::Transfer,
        Some(found) => found,
        None => PaymentType::Other,
    }
}

fn payment_type_of_words(code: &str) -> Option<PaymentType> {
    let mut facts = Facts::default();
    let mut folded = String::with_capacity(code.len());
    let cuts = token::cut(code, &mut folded);
    read(&token::tokens(&cuts, &folded), true, &mut facts);
    facts.payment_type()
}

/// No opening words of a bank: the first text that says anything is the name, from its first word.
fn whole_text(descriptor: &Descriptor<'_>) -> Option<Name> {
    let text = descriptor
        .name
        .iter()
        .chain(descriptor.texts)
        .find(|text| text.contains(char::is_alphanumeric))?;
    let mut folded = String::with_capacity(text.len());
    let cuts = token::cut(text, &mut folded);
    let tokens = token::tokens(&cuts, &folded);
    if let Some(name) = name_of(&read(&tokens, false, &mut Facts::default()), Line::Other) {
        return Some(name);
    }
    let display = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let key = name::key_of(&display);
    (!key.is_empty()).then_some(Name {
        display,
        key,
        kind: None,
    })
}

/// The shop in PayPal's own sentence, `Ihr Einkauf bei …`.
fn shop_behind_paypal(descriptor: &Descriptor<'_>) -> Option<Name> {
    const BEFORE_SHOP: &[&str] = &[
        "einkauf bei ",
        "achat chez ",
        "purchase at ",
        "aankoop bij ",
        "compra en ",
        "acquisto presso ",
    ];
    let (text, at) = descriptor.texts.iter().find_map(|text| {
        let lower = text.to_ascii_lowercase();
        let found = BEFORE_SHOP
            .iter()
            .find_map(|words| lower.find(words).map(|at| at.saturating_add(words.len())));
        found.map(|at| (*text, at))
    })?;
    let shop = text.get(at..)?;
    let mut folded = String::with_capacity(shop.len());
    let cuts = token::cut(shop, &mut folded);
    name_of(
        &read(&token::tokens(&cuts, &folded), false, &mut Facts::default()),
        Line::Other,
    )
}

fn ordered(day: PrintedDay, month_first: bool) -> (u32, u32, Option<i32>) {
    let is_day_first = match day.is_day_first {
        Some(is_day_first) => is_day_first,
        None if day.first > 12 => true,
        None if day.second > 12 => false,
        None => !month_first,
    };
    if is_day_first {
        (day.first, day.second, day.year)
    } else {
        (day.second, day.first, day.year)
    }
}
