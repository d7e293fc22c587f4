//! Links beside the true ones: precision, recall, the first three, and the rules that others use on the same set.

use std::collections::{BTreeMap, HashMap};

use ::matching::{Decision, LinkEntry, LinkReceipt, Said, link};
use domain::{Currency, Decimal, EntryId, Money, NaiveDate};
use text::{Descriptor, PaymentType, clean, similarity};

use crate::pairs::{Receipt, Set, Transaction};

/// Whether a pair is a link, by: amount, same day, day within reach, merchant.
type Rule = fn(bool, bool, bool, bool) -> bool;

/// What a rule made of a set.
#[derive(Default, Clone, Copy)]
pub(crate) struct Tally {
    pub(crate) right: usize,
    pub(crate) wrong: usize,
    pub(crate) true_links: usize,
    pub(crate) shown: usize,
    pub(crate) paid: usize,
}

impl Tally {
    pub(crate) fn precision(&self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    pub(crate) fn recall(&self) -> f64 {
        share(self.right, self.true_links)
    }

    /// The share of paid receipts whose entry is linked or among the first three.
    pub(crate) fn first_three(&self) -> f64 {
        share(self.shown, self.paid)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 {
        1.0
    } else {
        part as f64 / whole as f64
    }
}

/// A set as the engine takes it, with the truth by index.
pub(crate) struct Case {
    pub(crate) receipts: Vec<LinkReceipt>,
    pub(crate) entries: Vec<LinkEntry>,
    truth: Vec<Vec<EntryId>>,
    scenarios: Vec<&'static str>,
}

impl Case {
    pub(crate) fn new(set: &Set) -> Result<Self, crate::Failure> {
        let ids: HashMap<&str, EntryId> = (0i64..)
            .zip(&set.transactions)
            .map(|(i, line)| (line.id.as_str(), EntryId(i)))
            .collect();
        let truth = set.receipts.iter().map(|receipt| {
            let lines = set.links.get(&receipt.id).into_iter().flatten();
            lines
                .filter_map(|id| ids.get(id.as_str()).copied())
                .collect()
        });
        Ok(Case {
            truth: truth.collect(),
            receipts: (0i64..)
                .zip(&set.receipts)
                .map(|(i, receipt)| read_receipt(i, receipt))
                .collect::<Result<_, _>>()?,
            entries: (0i64..)
                .zip(&set.transactions)
                .map(|(i, line)| read_line(i, line))
                .collect::<Result<_, _>>()?,
            scenarios: scenarios(set),
        })
    }

    /// Our links, in all and by scenario.
    pub(crate) fn judge(&self) -> (Tally, BTreeMap<&'static str, Tally>) {
        let decisions = link(&self.receipts, &self.entries, &Said::default());
        let mut by_scenario: BTreeMap<&'static str, Tally> = BTreeMap::new();
        let mut all = Tally::default();
        for ((decision, truth), scenario) in decisions.iter().zip(&self.truth).zip(&self.scenarios)
        {
            let (linked, shown): (&[EntryId], Vec<EntryId>) = match decision {
                Decision::Sure(choice) => (&choice.entries, choice.entries.clone()),
                Decision::Doubt(choices) => (
                    &[],
                    choices
                        .iter()
                        .flat_map(|choice| choice.entries.clone())
                        .collect(),
                ),
                Decision::Waiting => (&[], Vec::new()),
            };
            for tally in [&mut all, by_scenario.entry(scenario).or_default()] {
                count(tally, linked, &shown, truth);
            }
        }
        (all, by_scenario)
    }

    /// The rules of others: the exact amount within -1 to +5 days, Ramp's, Brex's.
    pub(crate) fn judge_peers(&self) -> [(&'static str, Tally); 3] {
        let rules: [(&'static str, Rule); 3] = [
            ("exact amount, -1..+5 d", |amount, _, near, _| {
                amount && near
            }),
            ("Ramp's rule", |amount, day, _, merchant| {
                amount && (day || merchant)
            }),
            ("Brex's rule", |amount, _, near, merchant| {
                u8::from(amount) + u8::from(near) + u8::from(merchant) >= 2
            }),
        ];
        rules.map(|(name, rule)| {
            let mut tally = Tally::default();
            for (receipt, truth) in self.receipts.iter().zip(&self.truth) {
                let fits = |entry: &&LinkEntry| {
                    let lag = (entry.booked - receipt.issued).num_days();
                    let amount =
                        entry.amount == -receipt.total && entry.currency == receipt.currency;
                    let merchant = || {
                        receipt
                            .names
                            .iter()
                            .any(|name| similarity(name, &entry.counterparty) >= 90)
                    };
                    (-1..=31).contains(&lag)
                        && (amount || (-1..=5).contains(&lag))
                        && rule(amount, lag == 0, (-1..=5).contains(&lag), merchant())
                };
                let nearest = self.entries.iter().filter(fits).min_by_key(|entry| {
                    (
                        entry.amount != -receipt.total,
                        (entry.booked - receipt.issued).num_days().abs(),
                    )
                });
                let linked: Vec<EntryId> = nearest.map(|entry| entry.id).into_iter().collect();
                count(&mut tally, &linked, &linked, truth);
            }
            (name, tally)
        })
    }
}

fn count(tally: &mut Tally, linked: &[EntryId], shown: &[EntryId], truth: &[EntryId]) {
    let right = linked.iter().filter(|entry| truth.contains(entry)).count();
    tally.right += right;
    tally.wrong += linked.len() - right;
    tally.true_links += truth.len();
    tally.paid += usize::from(!truth.is_empty());
    tally.shown += usize::from(shown.iter().any(|entry| truth.contains(entry)));
}

/// What makes each receipt hard, told from the truth alone.
fn scenarios(set: &Set) -> Vec<&'static str> {
    let lines: HashMap<&str, &Transaction> = set
        .transactions
        .iter()
        .map(|line| (line.id.as_str(), line))
        .collect();
    let mut users: HashMap<&str, usize> = HashMap::new();
    for id in set.links.values().flatten() {
        *users.entry(id).or_default() += 1;
    }
    set.receipts
        .iter()
        .map(|receipt| {
            let ids = set
                .links
                .get(&receipt.id)
                .map(Vec::as_slice)
                .unwrap_or_default();
            let first = ids.first().and_then(|id| lines.get(id.as_str()));
            let Some(line) = first else {
                return "no payment";
            };
            let is_shared = ids
                .iter()
                .any(|id| users.get(id.as_str()).is_some_and(|users| *users > 1));
            if receipt.total.starts_with('-') {
                "refund"
            } else if is_shared {
                "shared charge"
            } else if ids.len() > 2 || !receipt.instalments.is_empty() {
                "instalments"
            } else if ids.len() == 2 {
                "split"
            } else if receipt.currency != line.currency {
                if line.orig_amount.is_some() {
                    "foreign, printed"
                } else {
                    "foreign"
                }
            } else if receipt.tip.is_some() || receipt.paid.is_some() {
                "tip"
            } else {
                match line.kind.as_str() {
                    "sepa_dd" => "direct debit",
                    "transfer" => "transfer",
                    _ => "card",
                }
            }
        })
        .collect()
}

fn read_receipt(id: i64, receipt: &Receipt) -> Result<LinkReceipt, crate::Failure> {
    let currency: Currency = receipt.currency.parse()?;
    let minor = |text: &str| minor(text, currency);
    let optional = |text: &Option<String>| text.as_deref().map(minor).transpose();
    let day = |text: &str| text.parse::<NaiveDate>();
    Ok(LinkReceipt {
        id,
        names: vec![receipt.merchant.clone()],
        issued: day(&receipt.issued)?,
        due: receipt.due.as_deref().map(day).transpose()?,
        total: minor(&receipt.total)?,
        payable: optional(&receipt.payable)?,
        paid: optional(&receipt.paid)?,
        tip: optional(&receipt.tip)?,
        currency,
        instalments: receipt
            .instalments
            .iter()
            .map(|part| minor(part))
            .collect::<Result<_, _>>()?,
        numbers: [&receipt.order_number, &receipt.invoice_number]
            .into_iter()
            .flatten()
            .cloned()
            .collect(),
        descriptor: receipt.statement_descriptor.clone(),
        card_ending: receipt.card_last4.clone(),
    })
}

fn read_line(id: i64, line: &Transaction) -> Result<LinkEntry, crate::Failure> {
    let currency: Currency = line.currency.parse()?;
    let amount = minor(&line.amount, currency)?;
    let cleaned = clean(&Descriptor {
        name: None,
        texts: &[&line.raw],
        code: None,
        money_out: amount < 0,
    });
    let original = match (&line.orig_amount, &line.orig_currency) {
        (Some(amount), Some(code)) => {
            let currency = code.parse()?;
            Some((minor(amount, currency)?, currency))
        }
        _ => None,
    };
    Ok(LinkEntry {
        id: EntryId(id),
        booked: line.booked.parse()?,
        amount,
        currency,
        payment: match line.kind.as_str() {
            "sepa_dd" => PaymentType::DirectDebit,
            "transfer" => PaymentType::Transfer,
            _ => PaymentType::Card,
        },
        counterparty: cleaned.counterparty,
        words: line.raw.clone(),
        original,
    })
}

fn minor(text: &str, currency: Currency) -> Result<i64, crate::Failure> {
    Ok(Money::new(text.parse::<Decimal>()?, currency)
        .rounded()
        .0
        .to_minor()?)
}
