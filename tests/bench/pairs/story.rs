//! What happens to one receipt after another.

use chrono::Days;
use domain::{Decimal, NaiveDate};

use super::chance::Chance;
use super::label::{self, Line};
use super::shops::{SHOPS, Shop, Trade};
use super::{Knobs, Receipt, Set, Transaction};

/// A set being told.
pub(crate) struct Story {
    knobs: Knobs,
    chance: Chance,
    set: Set,
    card: String,
    /// The label forms of the household's banks.
    forms: [i64; 3],
}

/// One payment to be booked.
struct Charge<'a> {
    shop: &'a Shop,
    /// Of the purchase, as the card line prints it.
    day: NaiveDate,
    cents: i64,
    original: Option<(&'a str, &'a str)>,
}

impl Story {
    pub(crate) fn new(knobs: Knobs) -> Self {
        let mut chance = Chance::new(knobs.seed);
        let card = chance.shaped("9999");
        let forms = [(); 3].map(|()| chance.between(0, 8));
        Story {
            knobs,
            chance,
            set: Set::default(),
            card,
            forms,
        }
    }

    pub(crate) fn told(mut self) -> Set {
        while self.set.receipts.len() < self.knobs.receipts {
            self.purchase();
        }
        let lonely = self.knobs.receipts * self.knobs.unreceipted as usize / 100;
        for _ in 0..lonely {
            let day = self.day();
            if let Some(shop) = self.chance.pick(SHOPS) {
                let cents = self.price(shop);
                self.pay_by_card(&Charge {
                    shop,
                    day,
                    cents,
                    original: None,
                });
            }
        }
        self.set
            .transactions
            .sort_by(|a, b| (&a.booked, &a.id).cmp(&(&b.booked, &b.id)));
        self.set
    }

    fn purchase(&mut self) {
        let Some(shop) = self.chance.pick(SHOPS) else {
            return;
        };
        let day = self.day();
        let cents = self.price(shop);
        let receipt = self.receipt(shop, day, cents);
        let paid_at = self.set.transactions.len();
        if self.chance.one_in(self.knobs.unpaid) {
            self.keep(receipt, paid_at);
        } else {
            match shop.trade {
                Trade::Subscription => self.subscription(shop, day, cents),
                Trade::Utility => self.debited(shop, receipt, day, cents),
                Trade::Craft => self.transferred(shop, receipt, day, cents),
                Trade::Abroad(currency) => self.foreign(shop, receipt, day, cents, currency),
                Trade::Tipped => self.tipped(shop, receipt, day, cents),
                Trade::Mail | Trade::Till | Trade::Counter => {
                    self.bought(shop, receipt, day, cents)
                }
            }
        }
        self.neighbours(shop, day, cents);
    }

    fn bought(&mut self, shop: &Shop, receipt: Receipt, day: NaiveDate, cents: i64) {
        let is_mail = shop.trade == Trade::Mail;
        let knobs = self.knobs;
        if self.chance.one_in(knobs.refund) {
            self.refunded(shop, receipt, day, cents);
        } else if is_mail && cents > 3_000 && self.chance.one_in(knobs.split * 3) {
            self.split(shop, receipt, day, cents);
        } else if is_mail && cents > 9_000 && self.chance.one_in(knobs.instalments * 4) {
            self.in_parts(shop, receipt, day, cents);
        } else if is_mail && cents > 2_500 && self.chance.one_in(knobs.gift * 3) {
            self.with_gift_card(shop, receipt, day, cents);
        } else if is_mail && self.chance.one_in(knobs.shared * 3) {
            self.shared(shop, receipt, day, cents);
        } else {
            self.charged(shop, receipt, day, cents);
        }
    }

    fn charged(&mut self, shop: &Shop, receipt: Receipt, day: NaiveDate, cents: i64) {
        let at = self.set.transactions.len();
        let dispatched = self.dispatched(shop, day);
        self.pay_by_card(&Charge {
            shop,
            day: dispatched,
            cents,
            original: None,
        });
        self.keep(receipt, at);
    }

    fn refunded(&mut self, shop: &Shop, mut receipt: Receipt, day: NaiveDate, cents: i64) {
        let bought = back(day, self.chance.between(4, 25));
        let kept = if self.chance.one_in(400) {
            cents / 100 * 100 / 2
        } else {
            0
        };
        self.pay_by_card(&Charge {
            shop,
            day: bought,
            cents: cents + kept,
            original: None,
        });
        let at = self.set.transactions.len();
        let booked = ahead(day, self.chance.between(1, 12));
        self.pay_by_card(&Charge {
            shop,
            day: booked,
            cents: -cents,
            original: None,
        });
        receipt.total = decimal(-cents);
        self.keep(receipt, at);
    }

    fn split(&mut self, shop: &Shop, receipt: Receipt, day: NaiveDate, cents: i64) {
        let at = self.set.transactions.len();
        let first = cents * self.chance.between(20, 80) / 100;
        let mut parts = vec![first, cents - first];
        if cents > 8_000 && self.chance.one_in(300) {
            let half = parts[1] * self.chance.between(30, 70) / 100;
            parts[1] -= half;
            parts.push(half);
        }
        for part in parts {
            let dispatched = ahead(day, self.chance.between(0, 8));
            self.pay_by_card(&Charge {
                shop,
                day: dispatched,
                cents: part,
                original: None,
            });
        }
        self.keep(receipt, at);
    }

    fn in_parts(&mut self, shop: &Shop, mut receipt: Receipt, day: NaiveDate, cents: i64) {
        let at = self.set.transactions.len();
        let count = self.chance.between(3, 4);
        let is_announced = self.chance.one_in(500);
        // A fee comes on top of the first part, and is then always announced.
        let fee = if is_announced && self.chance.one_in(400) {
            cents * 145 / 10_000
        } else {
            0
        };
        for part in 0..count {
            let mut due = cents / count;
            if part == 0 {
                due += cents % count + fee;
            }
            if is_announced {
                receipt.instalments.push(decimal(due));
            }
            let charged = ahead(day, part * 30 + self.chance.between(0, 1));
            self.pay_by_card(&Charge {
                shop,
                day: charged,
                cents: due,
                original: None,
            });
        }
        self.keep(receipt, at);
    }

    fn with_gift_card(&mut self, shop: &Shop, mut receipt: Receipt, day: NaiveDate, cents: i64) {
        let gift = self.chance.between(1, 4) * 500;
        receipt.payable = Some(decimal(cents - gift));
        self.charged(shop, receipt, day, cents - gift);
    }

    fn shared(&mut self, shop: &Shop, receipt: Receipt, day: NaiveDate, cents: i64) {
        let at = self.set.transactions.len();
        let second = self.price(shop);
        let other = self.receipt(shop, day, second);
        self.pay_by_card(&Charge {
            shop,
            day,
            cents: cents + second,
            original: None,
        });
        self.keep(receipt, at);
        self.keep(other, at);
    }

    fn tipped(&mut self, shop: &Shop, mut receipt: Receipt, day: NaiveDate, cents: i64) {
        let mut tip = 0;
        if self.chance.one_in(self.knobs.tip) {
            tip = match self.chance.between(0, 2) {
                0 => cents * 5 / 100,
                1 => cents * 10 / 100,
                // Rounded up to the next two euros.
                _ => 200 - cents % 200,
            };
            match self.chance.between(0, 4) {
                0 | 1 => receipt.tip = Some(decimal(tip)),
                2 | 3 => receipt.paid = Some(decimal(cents + tip)),
                _ => {}
            }
        }
        self.charged(shop, receipt, day, cents + tip);
    }

    fn subscription(&mut self, shop: &Shop, day: NaiveDate, cents: i64) {
        for month in 0..self.chance.between(1, 6) {
            let day = ahead(day, month * 30);
            let at = self.set.transactions.len();
            self.pay_by_card(&Charge {
                shop,
                day,
                cents,
                original: None,
            });
            // Not every month's receipt is dropped.
            if self.chance.one_in(700) {
                let receipt = self.receipt(shop, day, cents);
                self.keep(receipt, at);
            }
        }
    }

    fn debited(&mut self, shop: &Shop, mut receipt: Receipt, day: NaiveDate, cents: i64) {
        let at = self.set.transactions.len();
        let due = ahead(day, self.chance.between(5, 25));
        if self.chance.one_in(600) {
            receipt.due = Some(due.to_string());
        }
        let reference = self.quoted(receipt.invoice_number.as_deref());
        let raw = label::debit(self.chance.word(shop.lines), &reference, &mut self.chance);
        let weekend = self.chance_of_days(&[(0, 6), (1, 2), (2, 1), (3, 1)]);
        self.book(ahead(due, weekend), -cents, "sepa_dd", raw, None);
        self.keep(receipt, at);
    }

    fn transferred(&mut self, shop: &Shop, mut receipt: Receipt, day: NaiveDate, cents: i64) {
        let at = self.set.transactions.len();
        let is_due = self.chance.one_in(400);
        let due = ahead(day, 30);
        if is_due {
            receipt.due = Some(due.to_string());
        }
        let payee = self.chance.word(shop.lines);
        let mut parts = vec![cents];
        if cents > 100_000 && self.chance.one_in(150) {
            parts = vec![cents * 30 / 100, cents - cents * 30 / 100];
        }
        for (nth, part) in (0i64..).zip(parts) {
            let reference = self.quoted(receipt.invoice_number.as_deref());
            let raw = label::transfer(payee, &reference, &mut self.chance);
            let booked = ahead(day, self.chance.between(0, 30) + nth * 10);
            self.book(booked, -part, "transfer", raw, None);
        }
        self.keep(receipt, at);
    }

    fn foreign(
        &mut self,
        shop: &Shop,
        mut receipt: Receipt,
        day: NaiveDate,
        cents: i64,
        currency: &'static str,
    ) {
        let at = self.set.transactions.len();
        receipt.currency = currency.to_owned();
        let per_euro = rate(currency, day);
        let margin = self
            .chance
            .weighted(&[(0, 4), (5, 2), (10, 2), (17, 2), (25, 2)]);
        let euros = cents * 10_000 / per_euro * (1_000 + margin) / 1_000;
        let printed = decimal(cents);
        let original = self
            .chance
            .one_in(self.knobs.printed)
            .then_some((printed.as_str(), currency));
        self.pay_by_card(&Charge {
            shop,
            day,
            cents: euros,
            original,
        });
        self.keep(receipt, at);
    }

    /// Charges of the same amount nearby that no receipt explains.
    fn neighbours(&mut self, shop: &Shop, day: NaiveDate, cents: i64) {
        if self.chance.one_in(self.knobs.neighbour)
            && let Some(other) = self.chance.pick(SHOPS)
            && !std::ptr::eq(other, shop)
        {
            let near = ahead(back(day, 3), self.chance.between(0, 9));
            self.pay_by_card(&Charge {
                shop: other,
                day: near,
                cents,
                original: None,
            });
        }
        if self.chance.one_in(self.knobs.twin) && !matches!(shop.trade, Trade::Abroad(_)) {
            let away = self.chance.between(3, 9);
            let near = if self.chance.one_in(500) {
                ahead(day, away)
            } else {
                back(day, away)
            };
            self.pay_by_card(&Charge {
                shop,
                day: near,
                cents,
                original: None,
            });
        }
    }

    fn receipt(&mut self, shop: &Shop, day: NaiveDate, cents: i64) -> Receipt {
        let mut receipt = Receipt {
            merchant: self.chance.word(shop.names).to_owned(),
            issued: day.to_string(),
            total: decimal(cents),
            currency: "EUR".to_owned(),
            ..Receipt::default()
        };
        if !shop.number.is_empty() && self.chance.one_in(self.knobs.numbered) {
            let number = Some(self.chance.shaped(shop.number));
            match shop.trade {
                Trade::Utility | Trade::Craft => receipt.invoice_number = number,
                _ => receipt.order_number = number,
            }
        }
        if matches!(shop.trade, Trade::Till | Trade::Counter) && self.chance.one_in(250) {
            receipt.card_last4 = Some(self.card.clone());
        }
        receipt
    }

    fn keep(&mut self, mut receipt: Receipt, paid_at: usize) {
        receipt.id = format!("r{:04}", self.set.receipts.len());
        let paid = self.set.transactions.iter().skip(paid_at);
        let ids: Vec<String> = paid.map(|line| line.id.clone()).collect();
        self.set.links.insert(receipt.id.clone(), ids);
        self.set.receipts.push(receipt);
    }

    fn pay_by_card(&mut self, charge: &Charge<'_>) {
        let mut merchant = self.chance.word(charge.shop.lines).to_owned();
        merchant = self.chance.shaped(&merchant);
        if self.chance.one_in(self.knobs.other_name) {
            merchant = self
                .chance
                .word(&[
                    "SARL DUVAL ET FILS",
                    "HOLDING MERIDIEN",
                    "EURL K2M",
                    "SAS LES TROIS PINS",
                ])
                .to_owned();
        }
        if self.chance.one_in(self.knobs.cut) {
            merchant = label::cut(&merchant);
        }
        let line = Line {
            merchant: &merchant,
            day: charge.day,
            card: &self.card,
            original: charge.original,
        };
        let form = self.chance.pick(&self.forms).copied().unwrap_or_default();
        let raw = label::card(&line, form, &mut self.chance);
        let lag = if self.chance.one_in(self.knobs.late) {
            self.chance.between(5, 10)
        } else {
            self.chance_of_days(&[(0, 3), (1, 8), (2, 5), (3, 3), (4, 1)])
        };
        self.book(
            ahead(charge.day, lag),
            -charge.cents,
            "card",
            raw,
            charge.original,
        );
    }

    fn book(
        &mut self,
        booked: NaiveDate,
        cents: i64,
        kind: &str,
        raw: String,
        original: Option<(&str, &str)>,
    ) {
        self.set.transactions.push(Transaction {
            id: format!("t{:05}", self.set.transactions.len()),
            booked: booked.to_string(),
            amount: decimal(cents),
            currency: "EUR".to_owned(),
            kind: kind.to_owned(),
            raw,
            orig_amount: original.map(|(amount, _)| amount.to_owned()),
            orig_currency: original.map(|(_, currency)| currency.to_owned()),
        });
    }

    fn dispatched(&mut self, shop: &Shop, day: NaiveDate) -> NaiveDate {
        let waits = shop.trade == Trade::Mail && self.chance.one_in(300);
        ahead(day, if waits { self.chance.between(1, 4) } else { 0 })
    }

    fn quoted(&mut self, number: Option<&str>) -> String {
        match number {
            Some(number) if self.chance.one_in(self.knobs.quoted) => number.to_owned(),
            _ => String::new(),
        }
    }

    fn chance_of_days(&mut self, weights: &[(i64, i64)]) -> i64 {
        self.chance.weighted(weights)
    }

    fn day(&mut self) -> NaiveDate {
        let first = NaiveDate::from_ymd_opt(2025, 3, 1).unwrap_or_default();
        ahead(first, self.chance.between(0, self.knobs.days))
    }

    fn price(&mut self, shop: &Shop) -> i64 {
        let chance = &mut self.chance;
        match shop.trade {
            Trade::Counter => chance.between(2, 24) * 50,
            Trade::Subscription => {
                chance.weighted(&[(599, 1), (999, 2), (1_099, 2), (1_499, 2), (2_990, 1)])
            }
            Trade::Tipped => chance.between(1_200, 9_000),
            Trade::Utility => chance.between(1_500, 19_000),
            Trade::Craft => chance.between(8_000, 260_000),
            Trade::Mail | Trade::Till | Trade::Abroad(_) => {
                let whole = chance.weighted(&[(10, 3), (25, 4), (60, 4), (120, 2), (400, 1)]);
                let euros = chance.between(whole / 5 + 1, whole) * 100;
                let odd = chance.between(1, 98);
                euros + chance.weighted(&[(99, 4), (95, 1), (90, 3), (50, 2), (0, 3), (odd, 5)])
            }
        }
    }
}

/// Ten-thousandths of the currency for one euro: invented, drifting by 3 % over the seasons.
fn rate(currency: &str, day: NaiveDate) -> i64 {
    use chrono::Datelike;
    let middle = match currency {
        "USD" => 11_300,
        "GBP" => 8_600,
        "CHF" => 9_400,
        "SEK" => 111_000,
        _ => 42_500,
    };
    let season = i64::from(day.ordinal0() % 180) - 90;
    middle + middle * season / 3_000
}

fn ahead(day: NaiveDate, days: i64) -> NaiveDate {
    day + Days::new(days.unsigned_abs())
}

fn back(day: NaiveDate, days: i64) -> NaiveDate {
    day - Days::new(days.unsigned_abs())
}

fn decimal(cents: i64) -> String {
    Decimal::new(cents, 2).to_string()
}
