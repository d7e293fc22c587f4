//! Columns of amounts without names: which one moves the balance is shown by the amounts themselves.

use domain::Decimal;

use super::number::{DecimalSign, Evidence, printed};
use super::split::Records;

/// Rows that are tried.
const TRIED: usize = 60;

/// Which columns stand in the relation of amount and balance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Relation {
    pub(super) amount: usize,
    /// The balance after the row.
    pub(super) after: Option<usize>,
    /// The balance before the row.
    pub(super) before: Option<usize>,
}

/// Looks among columns of amounts for one that the others follow.
pub(super) fn find(
    records: &Records<'_>,
    body: std::ops::Range<usize>,
    candidates: &[usize],
) -> Option<Relation> {
    if candidates.len() < 2 || candidates.len() > 6 {
        return None;
    }
    let rows = table(records, body, candidates);
    if rows.len() < 2 {
        return None;
    }
    let count = candidates.len();
    for amount in 0..count {
        for before in 0..count {
            for after in 0..count {
                if amount != before
                    && before != after
                    && after != amount
                    && within(&rows, before, amount, after)
                {
                    return Some(Relation {
                        amount: *candidates.get(amount)?,
                        after: candidates.get(after).copied(),
                        before: candidates.get(before).copied(),
                    });
                }
            }
        }
    }
    for amount in 0..count {
        for balance in (0..count).filter(|balance| *balance != amount) {
            let shape = from_row_to_row(&rows, amount, balance)?;
            if shape != Shape::None {
                let balance = candidates.get(balance).copied();
                let is_before = shape == Shape::Before;
                return Some(Relation {
                    amount: *candidates.get(amount)?,
                    after: balance.filter(|_| !is_before),
                    before: balance.filter(|_| is_before),
                });
            }
        }
    }
    None
}

type Row = Vec<Option<Decimal>>;

fn table(records: &Records<'_>, body: std::ops::Range<usize>, candidates: &[usize]) -> Vec<Row> {
    let text = records.text;
    let mut fields = Vec::new();
    let mut rows = Vec::new();
    for record in body.take(TRIED) {
        records.fields(record, &mut fields);
        let row: Row = candidates
            .iter()
            .map(|at| {
                let amount = printed(fields.get(*at)?.raw(text))?;
                let sign = match amount.evidence() {
                    Evidence::Proves(sign) | Evidence::Either(sign) => sign,
                    Evidence::None => DecimalSign::Point,
                };
                amount.signed(sign)
            })
            .collect();
        if row.iter().any(Option::is_some) {
            rows.push(row);
        }
    }
    rows
}

fn get(row: &Row, at: usize) -> Option<Decimal> {
    row.get(at).copied().flatten()
}

/// Whether every row ends where it says, and the next one begins there (or, from new to old, the one before).
fn within(rows: &[Row], before: usize, amount: usize, after: usize) -> bool {
    let adds = rows.iter().all(
        |row| match (get(row, before), get(row, amount), get(row, after)) {
            (Some(before), Some(amount), Some(after)) => before.saturating_add(amount) == after,
            _ => false,
        },
    );
    let steps = rows.len().saturating_sub(1);
    let follows = |from: usize, to: usize| {
        rows.windows(2)
            .filter(|pair| matches!(pair, [one, two] if get(one, from) == get(two, to)))
            .count()
    };
    adds && follows(after, before).max(follows(before, after)) * 2 >= steps
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    None,
    After,
    Before,
}

/// Whether the balance of a row and that of the next differ by an amount, in either direction of time.
fn from_row_to_row(rows: &[Row], amount: usize, balance: usize) -> Option<Shape> {
    let pairs: Vec<[Decimal; 4]> = rows
        .windows(2)
        .filter_map(|pair| {
            let [one, two] = pair else {
                return None;
            };
            Some([
                get(one, balance)?,
                get(one, amount)?,
                get(two, balance)?,
                get(two, amount)?,
            ])
        })
        .collect();
    let most = |agrees: &dyn Fn(&[Decimal; 4]) -> bool| {
        pairs.len() >= 2 && pairs.iter().filter(|pair| agrees(pair)).count() * 10 >= pairs.len() * 8
    };
    let size = |value: Decimal| value.abs();
    let moved = |from: Decimal, to: Decimal| size(to.saturating_sub(from));
    if most(&|[b1, _, b2, a2]| moved(*b1, *b2) == size(*a2) && !a2.is_zero()) {
        return Some(Shape::After);
    }
    if most(&|[b1, a1, b2, _]| b2.saturating_add(*a1) == *b1 && !a1.is_zero()) {
        return Some(Shape::After);
    }
    if most(&|[b1, a1, b2, _]| b1.saturating_add(*a1) == *b2 && !a1.is_zero()) {
        return Some(Shape::Before);
    }
    Some(Shape::None)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn relation(text: &str, candidates: &[usize]) -> Option<Relation> {
        let records = Records::cut(text, b';', usize::MAX);
        find(&records, 0..records.len(), candidates)
    }

    #[test]
    fn balances_before_and_after_a_row_give_the_amount_away() {
        let found = relation("1000,00;987,50;-12,50\n987,50;1087,50;100,00\n", &[0, 1, 2]);
        assert_eq!(
            found,
            Some(Relation {
                amount: 2,
                after: Some(1),
                before: Some(0)
            })
        );
    }

    #[test]
    fn a_balance_before_each_row_is_told_from_one_after_it() {
        let found = relation(
            "130.44;223.77\n354.21;-200.00\n154.21;-2.20\n152.01;5.00\n",
            &[0, 1],
        );
        assert_eq!(found.and_then(|f| f.before), Some(0));
        let found = relation("-10,00;90,00\n-20,00;70,00\n5,00;75,00\n", &[0, 1]);
        assert_eq!(found.and_then(|f| f.after), Some(1));
    }
}
