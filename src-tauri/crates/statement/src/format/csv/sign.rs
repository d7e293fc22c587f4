//! Which way the money of a row went: what is printed, and the convention that the whole file proves.

use domain::Decimal;

use super::number::Way;

/// Words that say which way an amount goes, folded: money in, then money out. The pairs are those of the exports met: `D`/`C`
/// and their long forms, `S`/`H` (Soll, Haben), `Af`/`Bij`, `I`/`O`, `Dare`/`Avere`, inflow and outflow.
const IN: &[&str] = &[
    "c",
    "cr",
    "credit",
    "kredit",
    "h",
    "haben",
    "bij",
    "i",
    "in",
    "inflow",
    "gutschrift",
    "+",
    "income",
    "deposit",
    "credito",
    "abono",
    "accredito",
    "avere",
    "bevetel",
    "haber",
    "crdt",
    "incoming",
    "money in",
    "uznanie",
    "eingang",
    "einnahme",
    "recette",
    "ingreso",
    "收入",
    "wplyw",
    "received",
    "kt",
    "cred",
    "k",
];
const OUT: &[&str] = &[
    "d",
    "dr",
    "dt",
    "db",
    "debit",
    "debet",
    "s",
    "soll",
    "af",
    "o",
    "out",
    "outflow",
    "belastung",
    "-",
    "expense",
    "withdrawal",
    "debito",
    "cargo",
    "addebito",
    "dare",
    "kiadas",
    "debe",
    "dbit",
    "outgoing",
    "money out",
    "obciazenie",
    "ausgang",
    "ausgabe",
    "depense",
    "gasto",
    "支出",
    "wydatek",
    "sent",
    "deb",
    "uit",
];

/// The way that a word means, when it is one of the known words.
pub(super) fn indicator(cell: &str) -> Option<Way> {
    if cell.is_empty() || cell.len() > 16 {
        return None;
    }
    let folded = text::fold(cell);
    if IN.contains(&folded.as_str()) {
        Some(Way::In)
    } else if OUT.contains(&folded.as_str()) {
        Some(Way::Out)
    } else {
        None
    }
}

/// Where an amount was printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// In the one column of amounts.
    Single,
    /// In the column of money out.
    Debit,
    /// In the column of money in.
    Credit,
}

/// An amount as printed, before the convention is known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Raw {
    /// With its printed sign; a bare one is positive.
    pub(super) value: Decimal,
    pub(super) side: Side,
    /// Printed sign.
    pub(super) way: Way,
    /// Whether the sign was a word.
    pub(super) worded: bool,
    /// What the indicator column says.
    pub(super) told: Option<Way>,
    /// Whether that column is named as one, so that its words are no kinds of operations.
    pub(super) named: bool,
    /// Which account and currency the row belongs to.
    pub(super) group: u32,
    /// Whether it counts in a balance.
    pub(super) counts: bool,
    /// A fee beside the amount, as a positive number.
    pub(super) fee: Decimal,
}

/// How printed amounts become signed ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Convention {
    /// For the one column: whether printed signs are turned round.
    pub(super) inverted: bool,
    /// Whether marked amounts (`CR`, `+`) are money in and bare ones money out.
    pub(super) bare_is_out: bool,
    /// Whether a positive number in the column of money out, or with a word for it, is money out.
    pub(super) debit_positive: bool,
    /// Whether a positive number in the column of money in, or with a word for it, is money in.
    pub(super) credit_positive: bool,
    /// Whether printed signs mean nothing and the column alone tells the way.
    pub(super) unsigned: bool,
}

impl Convention {
    /// The signed amount of a row.
    pub(super) fn signed(&self, raw: &Raw) -> Decimal {
        let turned = |value: Decimal, turn: bool| if turn { -value } else { value };
        let way = match raw.side {
            Side::Debit => Some(Way::Out),
            Side::Credit => Some(Way::In),
            Side::Single => raw.told,
        };
        let value = if self.unsigned && way.is_some() {
            raw.value.abs()
        } else {
            raw.value
        };
        match way {
            Some(Way::Out) => turned(value, self.debit_positive),
            Some(Way::In) => turned(value, !self.credit_positive),
            _ if self.bare_is_out => turned(raw.value, raw.way == Way::Bare),
            _ => turned(raw.value, self.inverted),
        }
    }
}

/// How the printed signs are spread.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Spread {
    pub(super) positive: usize,
    pub(super) negative: usize,
}

fn spread(raws: &[Raw], wanted: impl Fn(&Raw) -> bool) -> Spread {
    let mut spread = Spread::default();
    // Where no row counts, those that are only announced are printed like those that will.
    let any_counts = raws.iter().any(|raw| raw.counts);
    for raw in raws
        .iter()
        .filter(|raw| (raw.counts || !any_counts) && wanted(raw))
    {
        if raw.value.is_zero() {
            continue;
        }
        if raw.value.is_sign_negative() {
            spread.negative += 1;
        } else {
            spread.positive += 1;
        }
    }
    spread
}

fn way_of(raw: &Raw) -> Option<Way> {
    match raw.side {
        Side::Debit => Some(Way::Out),
        Side::Credit => Some(Way::In),
        Side::Single => raw.told,
    }
}

/// The convention that the printed signs suggest on their own.
pub(super) fn suggested(raws: &[Raw]) -> Convention {
    let out = spread(raws, |raw| way_of(raw) == Some(Way::Out));
    let into = spread(raws, |raw| way_of(raw) == Some(Way::In));
    let worded = raws.iter().any(|raw| raw.worded);
    let bare = raws.iter().filter(|raw| raw.way == Way::Bare).count();
    let plus = raws.iter().filter(|raw| raw.way == Way::In).count();
    let minus = raws.iter().filter(|raw| raw.way == Way::Out).count();
    let sides = raws.iter().any(|raw| raw.side != Side::Single);
    let (debit_positive, credit_positive) = if sides {
        (out.positive >= out.negative, into.positive >= into.negative)
    } else {
        let named = raws.iter().any(|raw| raw.named);
        words_against_signs(out, into, named)
    };
    Convention {
        inverted: false,
        bare_is_out: minus == 0 && bare > 0 && plus > 0 && (worded || plus < bare),
        debit_positive,
        credit_positive,
        unsigned: false,
    }
}

/// Words beside a column that has signs of its own: they speak where the signs do not. Signs that run exactly against the words
/// (`Debit 12.50`, `Credit -300.00`) are turned round; signs that have nothing to do with them stay as printed.
fn words_against_signs(out: Spread, into: Spread, named: bool) -> (bool, bool) {
    if out.negative + into.negative == 0 {
        return (true, true);
    }
    let both = out.positive + out.negative > 0 && into.positive + into.negative > 0;
    let against = (both || named) && out.negative == 0 && into.positive == 0;
    let speaks = both && out.positive > out.negative;
    (speaks, !against)
}

/// Spread of the amounts that only their printed sign tells apart.
pub(super) fn plain_spread(raws: &[Raw]) -> Spread {
    spread(raws, |raw| way_of(raw).is_none())
}

/// Whether every amount that only its sign tells apart has one: `+12.50` beside `-3.00` is money in.
pub(super) fn marks_money_in(raws: &[Raw]) -> bool {
    raws.iter()
        .filter(|raw| raw.counts && way_of(raw).is_none() && !raw.value.is_zero())
        .all(|raw| raw.way != Way::Bare)
}

/// Conventions worth trying against the running balance, the suggested one first.
pub(super) fn rivals(first: Convention) -> Vec<Convention> {
    let mut rivals = vec![first];
    rivals.push(Convention {
        inverted: !first.inverted,
        bare_is_out: false,
        debit_positive: !first.debit_positive,
        credit_positive: !first.credit_positive,
        unsigned: false,
    });
    rivals.push(Convention {
        debit_positive: !first.debit_positive,
        ..first
    });
    rivals.push(Convention {
        credit_positive: !first.credit_positive,
        ..first
    });
    for usual in [true, false] {
        rivals.push(Convention {
            debit_positive: usual,
            credit_positive: usual,
            unsigned: true,
            ..first
        });
    }
    rivals
}

/// How well a running balance follows the amounts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Walk {
    /// Steps between two stated balances.
    pub(super) steps: usize,
    /// Steps that agree when rows run from old to new.
    pub(super) forward: usize,
    /// Steps that agree when rows run from new to old.
    pub(super) backward: usize,
}

impl Walk {
    /// Steps that agree in the better direction.
    pub(super) fn agreeing(&self) -> usize {
        self.forward.max(self.backward)
    }

    /// Whether enough agree to prove the convention.
    pub(super) fn proves(&self) -> bool {
        self.agreeing() > 0 && self.agreeing() * 10 >= self.steps * 6
    }
}

/// One row of a walk: the signed amount and the balance stated with it.
pub(super) type Step = (u32, Decimal, Option<Decimal>);

/// Walks the running balances of each group in both directions.
pub(super) fn walk(steps: impl Iterator<Item = Step>) -> Walk {
    /// Last stated balance; what moved since, with the row of that balance and without it.
    #[derive(Clone, Copy, Default)]
    struct At {
        stated: Option<Decimal>,
        after: Decimal,
        with: Decimal,
    }
    let mut walk = Walk::default();
    let mut groups: Vec<At> = Vec::new();
    for (group, amount, balance) in steps {
        let index = group as usize;
        if groups.len() <= index {
            groups.resize(index + 1, At::default());
        }
        let Some(at) = groups.get_mut(index) else {
            continue;
        };
        at.after = at.after.saturating_add(amount);
        if let Some(balance) = balance {
            if let Some(stated) = at.stated {
                walk.steps += 1;
                walk.forward += usize::from(stated.saturating_add(at.after) == balance);
                walk.backward += usize::from(balance.saturating_add(at.with) == stated);
            }
            *at = At {
                stated: Some(balance),
                after: Decimal::ZERO,
                with: amount,
            };
        } else {
            at.with = at.with.saturating_add(amount);
        }
    }
    walk
}

/// Words of money that came in on a current account, and of a card being paid off, folded.
const EARNED: &[&str] = &[
    "salary",
    "payroll",
    "salaire",
    "gehalt",
    "lohn",
    "salaris",
    "stipendio",
    "nomina",
    "deposit",
    "virement recu",
    "vir recu",
    "vir sepa recu",
    "gutschrift",
    "dividend",
    "pension",
    "refund from tax",
    "kindergeld",
    "loon",
    "transfer from",
    "wages",
    "paycheck",
    "virement de",
    "income",
    "top up",
    "topup",
];
const PAID_OFF: &[&str] = &[
    "payment thank",
    "thank you",
    "payment received",
    "payment - thank",
    "autopay",
    "zahlung erhalten",
    "uberweisung erhalten",
    "besten dank",
    "paiement recu",
    "pago recibido",
    "pagamento ricevuto",
];
const PAID: &[&str] = &[
    "merci",
    "online payment",
    "direct debit payment",
    "bedankt",
    "mobile payment",
    "automatic payment",
    "lastschrifteinzug",
    "payment from",
    "payments",
];

/// What texts beside an amount say of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hint {
    /// It was earned, or came in.
    Earned,
    /// A card was paid off: the words that only a card's own statement has.
    PaidOff,
    /// A card was paid off, or somebody was paid.
    Paid,
}

/// Reads the texts of a row for such words.
pub(super) fn hint_of_text(texts: &str) -> Option<Hint> {
    let folded = text::fold(texts);
    let has = |words: &[&str]| words.iter().any(|word| folded.contains(word));
    if has(PAID_OFF) {
        Some(Hint::PaidOff)
    } else if has(PAID) {
        Some(Hint::Paid)
    } else if has(EARNED) {
        Some(Hint::Earned)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(value: i64, side: Side, told: Option<Way>) -> Raw {
        Raw {
            value: Decimal::new(value, 2),
            side,
            way: if value < 0 { Way::Out } else { Way::Bare },
            worded: false,
            told,
            named: told.is_some(),
            group: 0,
            counts: true,
            fee: Decimal::ZERO,
        }
    }

    #[test]
    fn a_column_of_money_out_is_negative_whatever_its_printed_sign() {
        for value in [1250, -1250] {
            let raws = [raw(value, Side::Debit, None)];
            let convention = suggested(&raws);
            assert_eq!(convention.signed(&raws[0]), Decimal::new(-1250, 2));
        }
    }

    #[test]
    fn a_reversal_inside_a_column_of_money_out_comes_back() {
        let raws = [
            raw(100, Side::Debit, None),
            raw(200, Side::Debit, None),
            raw(-50, Side::Debit, None),
        ];
        let convention = suggested(&raws);
        assert_eq!(convention.signed(&raws[2]), Decimal::new(50, 2));
    }

    #[test]
    fn words_beside_bare_amounts_decide() {
        let raws = [
            raw(125, Side::Single, indicator("Af")),
            raw(125, Side::Single, indicator("Bij")),
        ];
        let convention = suggested(&raws);
        assert_eq!(convention.signed(&raws[0]), Decimal::new(-125, 2));
        assert_eq!(convention.signed(&raws[1]), Decimal::new(125, 2));
    }

    #[test]
    fn words_that_have_nothing_to_do_with_the_signs_leave_them_alone() {
        let code = indicator("C");
        let raws = [
            raw(-1250, Side::Single, code),
            raw(-300, Side::Single, code),
            raw(900, Side::Single, code),
        ];
        let convention = suggested(&raws);
        assert_eq!(convention.signed(&raws[0]), Decimal::new(-1250, 2));
        assert_eq!(convention.signed(&raws[2]), Decimal::new(900, 2));
    }

    #[test]
    fn signs_that_run_against_the_words_are_turned_round() {
        let raws = [
            raw(1250, Side::Single, indicator("Debit")),
            raw(-30000, Side::Single, indicator("Credit")),
        ];
        let convention = suggested(&raws);
        assert_eq!(convention.signed(&raws[0]), Decimal::new(-1250, 2));
        assert_eq!(convention.signed(&raws[1]), Decimal::new(30000, 2));
    }

    #[test]
    fn a_word_for_money_in_beside_a_minus_and_nothing_else_is_believed() {
        let raws = [raw(-1100, Side::Single, indicator("Gutschrift"))];
        assert_eq!(suggested(&raws).signed(&raws[0]), Decimal::new(1100, 2));
        let raws = [raw(-1100, Side::Single, indicator("Debit"))];
        assert_eq!(suggested(&raws).signed(&raws[0]), Decimal::new(-1100, 2));
        let kind = Raw {
            named: false,
            ..raw(-1100, Side::Single, indicator("Income"))
        };
        assert_eq!(suggested(&[kind]).signed(&kind), Decimal::new(-1100, 2));
    }

    #[test]
    fn a_running_balance_shows_direction_and_sign() {
        let d = |value| Decimal::new(value, 0);
        let old_to_new = [
            (0, d(5), Some(d(105))),
            (0, d(-3), Some(d(102))),
            (0, d(8), Some(d(110))),
        ];
        let found = walk(old_to_new.into_iter());
        assert_eq!((found.steps, found.forward, found.backward), (2, 2, 0));
        let found = walk(old_to_new.into_iter().rev());
        assert_eq!((found.forward, found.backward), (0, 2));
    }

    #[test]
    fn rows_without_a_balance_count_into_the_next_step() {
        let d = |value| Decimal::new(value, 0);
        let rows = [
            (0, d(5), Some(d(105))),
            (0, d(-3), None),
            (0, d(8), Some(d(110))),
        ];
        assert_eq!(walk(rows.into_iter()).forward, 1);
    }
}
