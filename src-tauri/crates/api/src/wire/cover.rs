//! What the cover of a printed purchase says, written for people. Amounts are written out, whatever the window hides: who prints
//! a proof asks for them.

use domain::{Currency, Decimal, Money, NaiveDate};
use ledger::{Cover, Labels, Payment, PrintedOriginal, Purchase, ReceiptView, Row, Section};
use receipt::Deadline;
use text::{DateStyle, Style};

use super::account_row;
use super::history::hex;
use super::receipt::{title, value};
use super::timeline::provenance;
use crate::Words;

/// Characters of a bank's text that the cover quotes.
const MOST_TEXT: usize = 300;

/// The words beside what originals say.
pub(crate) fn labels(words: &Words) -> Labels {
    let text = |id: &str| words.text(id, &[]);
    Labels {
        from: text("paper-from"),
        to: text("paper-to"),
        date: text("paper-sent"),
        attached: text("paper-attached"),
        cut: text("paper-cut"),
    }
}

/// The cover of a purchase.
pub(crate) fn cover(purchase: &Purchase, today: NaiveDate, words: &Words) -> Cover {
    let view = &purchase.receipt;
    let name = value(&view.receipt.merchant)
        .cloned()
        .unwrap_or_else(|| title(view));
    let teller = Teller { words };
    let made = teller.day(today);
    let sections = [
        teller.bought(view),
        teller.lines(view),
        teller.paid(purchase),
        teller.after(view),
        teller.originals(&purchase.originals),
    ];
    let id = if view.is_refund() {
        "paper-title-refund"
    } else {
        "paper-title"
    };
    Cover {
        language: words.lang().as_str().to_owned(),
        title: words.text(id, &[("name", &name)]),
        lead: words.text("paper-lead", &[("day", &made)]),
        sections: sections
            .into_iter()
            .filter(|one| !one.rows.is_empty())
            .collect(),
        foot: words.text("paper-foot", &[("name", &name), ("day", &made)]),
    }
}

struct Teller<'a> {
    words: &'a Words,
}

impl Teller<'_> {
    fn text(&self, id: &str) -> String {
        self.words.text(id, &[])
    }

    fn day(&self, day: NaiveDate) -> String {
        text::date(day, DateStyle::Medium, self.words.lang())
    }

    fn money(&self, amount: Decimal, currency: Currency) -> String {
        let decimals = currency.exponent();
        text::money(
            &amount,
            currency.code(),
            decimals,
            self.words.lang(),
            Style::default(),
        )
    }

    fn minor(&self, minor: i64, currency: Currency) -> String {
        self.money(Money::from_minor(minor, currency).amount, currency)
    }

    fn fact(&self, id: &str, value: Option<String>) -> Option<Row> {
        Some(Row::Fact {
            name: self.text(id),
            value: value.filter(|value| !value.trim().is_empty())?,
        })
    }

    fn section(&self, id: &str, rows: impl IntoIterator<Item = Option<Row>>) -> Section {
        Section {
            heading: self.text(id),
            rows: rows.into_iter().flatten().collect(),
        }
    }

    fn bought(&self, view: &ReceiptView) -> Section {
        let receipt = &view.receipt;
        let orders: Vec<String> = value(&receipt.order_number)
            .into_iter()
            .chain(&receipt.other_order_numbers)
            .cloned()
            .collect();
        let amount = |found: &Option<receipt::Found<Decimal>>| {
            let amount = value(found).copied()?;
            Some(self.money(amount, view.row.currency?))
        };
        let payment = &receipt.payment;
        let card = value(&payment.card_ending).map(|ending| format!("•••• {ending}"));
        let method: Vec<String> = value(&payment.method)
            .cloned()
            .into_iter()
            .chain(card)
            .collect();
        self.section(
            "paper-purchase",
            [
                self.fact("paper-merchant", value(&receipt.merchant).cloned()),
                self.fact(
                    "paper-merchant-legal",
                    value(&receipt.merchant_legal).cloned(),
                ),
                self.fact("paper-merchant-ids", Some(receipt.merchant_ids.join(", "))),
                self.fact("paper-day", Some(self.day(view.row.day))),
                self.fact("paper-order", Some(orders.join(", "))),
                self.fact("paper-invoice", value(&receipt.invoice_number).cloned()),
                self.fact("paper-method", Some(method.join(", "))),
                self.fact("paper-total", amount(&receipt.total)),
                self.fact("paper-prepaid", amount(&receipt.prepaid)),
                self.fact(
                    "paper-payable",
                    amount(&receipt.payable).filter(|_| receipt.payable != receipt.total),
                ),
            ],
        )
    }

    fn lines(&self, view: &ReceiptView) -> Section {
        let receipt = &view.receipt;
        let money = |amount: Decimal| view.row.currency.map(|unit| self.money(amount, unit));
        let line = |text: String, quantity: String, amount: Option<String>, is_sum| {
            Some(Row::Line {
                text,
                quantity,
                amount: amount.unwrap_or_default(),
                is_sum,
            })
        };
        let mut rows: Vec<Option<Row>> = receipt
            .lines
            .iter()
            .map(|one| {
                let count = one
                    .quantity
                    .map(|count| format!("{} ×", self.number(count)));
                let amount = one.amount.and_then(money);
                line(one.name.clone(), count.unwrap_or_default(), amount, false)
            })
            .collect();
        if rows.is_empty() {
            return Section::default();
        }
        if let Some(total) = value(&receipt.total).copied() {
            let sum = self.text("paper-total");
            rows.push(line(sum, String::new(), money(total), true));
        }
        for (rate, amount) in super::receipt::taxes(receipt) {
            let name = match rate {
                Some(rate) => {
                    let rate = self.number(rate);
                    self.words.text("paper-tax-at", &[("rate", &rate)])
                }
                None => self.text("paper-tax"),
            };
            rows.push(line(name, String::new(), money(amount), false));
        }
        self.section("paper-lines", rows)
    }

    fn number(&self, number: Decimal) -> String {
        let plain = number.normalize().to_string();
        match self.words.lang() {
            text::Lang::Fr => plain.replace('.', ","),
            text::Lang::En => plain,
        }
    }

    fn paid(&self, purchase: &Purchase) -> Section {
        let view = &purchase.receipt;
        let mut rows: Vec<Option<Row>> = Vec::new();
        for payment in &purchase.payments {
            if !rows.is_empty() {
                rows.push(Some(Row::Gap));
            }
            rows.extend(self.payment(payment));
        }
        if purchase.payments.is_empty() {
            rows.push(Some(Row::Words(self.text("paper-unpaid"))));
        } else if let (Some(left), Some(currency)) = (view.remainder(), view.row.currency) {
            rows.push(self.fact("paper-remainder", Some(self.money(left, currency))));
        }
        let is_by_user = |(link, _): &(store::LinkRow, _)| link.is_linked && link.by_user;
        if !purchase.payments.is_empty() {
            let id = if view.links.iter().any(is_by_user) {
                "paper-linked-by-user"
            } else {
                "paper-linked-by-rule"
            };
            rows.push(Some(Row::Gap));
            rows.push(Some(Row::Words(self.text(id))));
        }
        self.section("paper-payment", rows)
    }

    fn payment(&self, payment: &Payment) -> Vec<Option<Row>> {
        let entry = &payment.entry.state.entry;
        let sighting = &payment.entry.sighting;
        let row = account_row(&payment.account, self.words);
        let ending = row.ending.map(|ending| format!("•••• {ending}"));
        let account: Vec<String> = [Some(row.name), row.servicer, ending]
            .into_iter()
            .flatten()
            .collect();
        let said: Vec<&str> = sighting
            .texts
            .iter()
            .map(|(_, text)| text.as_str())
            .collect();
        let said: String = said.join(" · ").chars().take(MOST_TEXT).collect();
        let amount = self.minor(entry.amount_minor, entry.currency);
        let back = (payment.back_minor > 0).then(|| self.minor(payment.back_minor, entry.currency));
        let mut rows = vec![
            self.fact("paper-amount", Some(amount)),
            self.fact("paper-bank-day", Some(self.day(entry.order_date))),
            self.fact(
                "paper-booked",
                sighting.booking_date.map(|day| self.day(day)),
            ),
            self.fact("paper-account", Some(account.join(" · "))),
            self.fact("paper-bank-text", Some(said)),
            self.fact("paper-reference", sighting.reference.clone()),
            self.fact("paper-back", back),
        ];
        for (sighting, operation) in &payment.sightings {
            let source = provenance(sighting, operation);
            let told = match source.line {
                Some(line) => self.words.text(
                    "paper-file-line",
                    &[("file", &source.file), ("line", &line.to_string())],
                ),
                None => source.file,
            };
            rows.push(self.fact("paper-read-in", Some(told)));
            rows.push(self.fact("paper-hash", Some(source.sha256)));
        }
        rows
    }

    fn after(&self, view: &ReceiptView) -> Section {
        let arrived = view.receipt.deliveries.iter();
        let arrived = arrived.filter_map(|parcel| parcel.delivered_on).max();
        let until = |deadline: Option<Deadline>| {
            let deadline = deadline?;
            let id = if deadline.is_stated {
                "paper-until-stated"
            } else {
                "paper-until-law"
            };
            let day = self.day(deadline.until);
            Some(self.words.text(id, &[("day", &day)]))
        };
        let ends = view.deadlines;
        self.section(
            "paper-after",
            [
                self.fact("paper-delivered", arrived.map(|day| self.day(day))),
                self.fact("paper-return", until(ends.return_by)),
                self.fact("paper-guarantee", until(ends.guarantee)),
                self.fact("paper-warranty", until(ends.warranty)),
            ],
        )
    }

    fn originals(&self, originals: &[PrintedOriginal]) -> Section {
        let mut rows = Vec::new();
        for original in originals {
            if !rows.is_empty() {
                rows.push(Some(Row::Gap));
            }
            let document = &original.document;
            let size = original.size.to_string();
            let came = original.kept_since.map(|day| self.day(day));
            let came = came.unwrap_or_else(|| document.received_at.clone());
            let about = [("day", came.as_str()), ("size", &size)];
            let there = match (original.pages, &original.finding) {
                (Some(pages), _) => {
                    let pages = pages.to_string();
                    self.words.text("paper-pages", &[("pages", &pages)])
                }
                (None, Some(why)) => {
                    let why = self.words.diagnostic(why).message;
                    self.words.text("paper-left-out", &[("reason", &why)])
                }
                (None, None) => self.text("paper-forgotten"),
            };
            rows.push(self.fact("paper-file", Some(document.document_name.clone())));
            rows.push(self.fact("paper-came", Some(self.words.text("paper-came-on", &about))));
            rows.push(self.fact("paper-hash", Some(hex(&document.sha256))));
            rows.push(self.fact("paper-behind", Some(there)));
        }
        self.section("paper-originals", rows)
    }
}
