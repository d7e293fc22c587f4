//! The sums of an invoice: what labels name, told apart by adding up.
//!
//! Many words can name the total, and many sums are named by its words. Where price without tax, tax and price with tax add up,
//! that settles which is which; where nothing adds up, the surest words do.

pub(super) mod words;

use domain::{Currency, Decimal};

use super::sheet::{Cell, Sheet};
use crate::label::{Amount, amounts};
use crate::{Found, Origin, Tax};
use words::Sum;

/// The most lines of a box of sums by rate.
const MOST_RATES: usize = 8;

/// What the sums of a paper say.
#[derive(Debug, Default)]
pub(super) struct Sums {
    pub(super) total: Option<Found<Decimal>>,
    /// The price without tax.
    pub(super) net: Option<Decimal>,
    pub(super) payable: Option<Found<Decimal>>,
    pub(super) tax_total: Option<Found<Decimal>>,
    pub(super) taxes: Vec<Tax>,
    pub(super) currency: Option<Found<Currency>>,
}

/// An amount beside its label.
struct Told {
    sum: Sum,
    line: usize,
    amount: Amount,
    /// Whether the label heads a column.
    is_column: bool,
}

/// Reads the sums outside `things`, the lines that list what was bought.
pub(super) fn read(sheet: &Sheet, things: std::ops::Range<usize>) -> Sums {
    let outside = |at: &usize| !things.contains(at);
    let mut told = Vec::new();
    let mut taxes: Vec<Tax> = Vec::new();
    for at in (0..sheet.lines.len()).filter(outside) {
        let line = sheet.line(at);
        if let Some(tax) = rate_row(line) {
            if !taxes.contains(&tax) {
                taxes.push(tax);
            }
            told.extend(
                beside(line, at)
                    .into_iter()
                    .filter(|one| one.sum != Sum::Tax),
            );
            continue;
        }
        let here = beside(line, at);
        if here.is_empty() {
            told.extend(under(sheet, at).into_iter().filter(|_| outside(&(at + 1))));
        }
        told.extend(here);
    }
    let place = |at: usize| {
        sheet
            .lines
            .get(at)
            .map_or_else(String::new, |_| text_of(sheet, at))
    };
    let of = |sum: fn(&Sum) -> bool| told.iter().filter(move |one| sum(&one.sum));
    for one in of(|sum| *sum == Sum::Tax) {
        let rate = crate::label::rate(&text::fold(&text_of(sheet, one.line)));
        let tax = Tax {
            rate,
            base: None,
            amount: one.amount.value,
        };
        let is_known = taxes
            .iter()
            .any(|known| known.amount == tax.amount && (rate.is_none() || known.rate == rate));
        if !is_known {
            taxes.push(tax);
        }
    }
    let nets: Vec<Decimal> = of(|sum| *sum == Sum::Net)
        .map(|one| one.amount.value)
        .chain(bases(&taxes))
        .collect();
    let stated: Vec<Decimal> = of(|sum| *sum == Sum::TaxTotal)
        .map(|one| one.amount.value)
        .collect();
    let summed: Decimal = taxes.iter().map(|tax| tax.amount).sum();
    let with_bases = taxes.iter().filter(|tax| tax.base.is_some());
    let mut tax_sums = stated.clone();
    tax_sums.push(with_bases.map(|tax| tax.amount).sum());
    tax_sums.push(summed);
    tax_sums.extend(taxes.iter().map(|tax| tax.amount));
    let proof = |gross: Decimal| {
        let sums = tax_sums
            .iter()
            .flat_map(|tax| nets.iter().map(move |net| (*net, *tax)));
        let mut fitting =
            sums.filter(|(net, tax)| is_near(net + tax, gross) && net.abs() >= tax.abs());
        let first = fitting.next();
        first
            .filter(|(_, tax)| !tax.is_zero())
            .or_else(|| fitting.find(|(_, tax)| !tax.is_zero()))
            .or(first)
    };
    let best = told
        .iter()
        .filter_map(|one| {
            let rank = match one.sum {
                Sum::Gross(rank) if one.is_column => rank.saturating_sub(4),
                Sum::Gross(rank) => rank,
                Sum::Due => 2,
                _ => return None,
            };
            let proved = proof(one.amount.value).filter(|(_, tax)| !tax.is_zero());
            let score = u32::from(rank) + if proved.is_some() { 10 } else { 0 };
            Some((score, one.amount.value.abs(), one))
        })
        .max_by(|a, b| a.0.cmp(&b.0).then(a.1.cmp(&b.1)));
    let mut sums = Sums::default();
    let Some((_, _, best)) = best else {
        return sums;
    };
    let total = best.amount.value;
    sums.total = Some(Found::new(total, Origin::Label, place(best.line)));
    let proved = proof(total);
    sums.net = proved.map(|(net, _)| net).or_else(|| nets.first().copied());
    let fits = |tax: &Decimal| tax.abs() < total.abs() || total.is_zero();
    let tax = proved
        .map(|(_, tax)| tax)
        .filter(|tax| !tax.is_zero() || !stated.is_empty())
        .or_else(|| stated.iter().copied().find(|tax| fits(tax)))
        .or_else(|| (!taxes.is_empty()).then_some(summed));
    let line = of(|sum| matches!(sum, Sum::TaxTotal | Sum::Tax)).next();
    sums.tax_total = tax.filter(|tax| fits(tax)).map(|tax| {
        Found::new(
            tax,
            Origin::Label,
            line.map_or_else(String::new, |one| place(one.line)),
        )
    });
    let due = of(|sum| *sum == Sum::Due).rfind(|one| one.amount.value.abs() <= total.abs());
    sums.payable = due.map(|one| Found::new(one.amount.value, Origin::Label, place(one.line)));
    sums.currency = currency(sheet, best);
    sums.taxes = taxes;
    sums
}

fn text_of(sheet: &Sheet, at: usize) -> String {
    let cells: Vec<&str> = sheet
        .line(at)
        .iter()
        .map(|cell| cell.text.as_str())
        .collect();
    cells.join(" ")
}

fn is_near(a: Decimal, b: Decimal) -> bool {
    (a - b).abs() <= Decimal::new(2, 2)
}

/// What each rate is charged on, alone and together: together they are the price without tax.
fn bases(taxes: &[Tax]) -> Vec<Decimal> {
    let each: Vec<Decimal> = taxes.iter().filter_map(|tax| tax.base).collect();
    let sum = each.iter().sum();
    if each.is_empty() { each } else { vec![sum] }
}

/// The labels of a line with the amount that follows each before the next label: the last of several.
fn beside(line: &[Cell], at: usize) -> Vec<Told> {
    let mut told = Vec::new();
    let mut open: Option<Sum> = None;
    let mut last: Option<Amount> = None;
    let mut close = |open: &mut Option<Sum>, last: &mut Option<Amount>| {
        if let (Some(sum), Some(amount)) = (open.take(), last.take()) {
            told.push(Told {
                sum,
                line: at,
                amount,
                is_column: false,
            });
        }
    };
    for cell in line {
        let found = amounts(&cell.text);
        let label = label_of(cell, found.first());
        let letters = label.chars().filter(|sign| sign.is_alphabetic()).count();
        if letters >= 2 && !is_currency(&label) {
            close(&mut open, &mut last);
            open = words::sum(&label);
        }
        if let Some(amount) = found.into_iter().next_back() {
            last = Some(amount);
        }
    }
    close(&mut open, &mut last);
    told
}

/// A cell up to its first amount, folded.
fn label_of(cell: &Cell, first: Option<&Amount>) -> String {
    match first.and_then(|amount| cell.text.get(..amount.start)) {
        Some(head) => text::fold(head),
        None => cell.folded.clone(),
    }
}

fn is_currency(label: &str) -> bool {
    let bare = label.trim_matches(|sign: char| !sign.is_alphanumeric());
    CODES.contains(&bare.to_uppercase().as_str()) || matches!(bare, "euro" | "euros" | "rs")
}

/// The amounts below a line of labels: of one that stands alone, or of several that head columns of sums.
fn under(sheet: &Sheet, at: usize) -> Vec<Told> {
    let line = sheet.line(at);
    let named: Vec<(&Cell, Sum)> = line
        .iter()
        .filter_map(|cell| Some((cell, words::sum(&cell.folded)?)))
        .collect();
    let is_list = line
        .iter()
        .any(|cell| super::table::names_things(&cell.folded));
    let strong = named
        .iter()
        .filter(|(_, sum)| matches!(sum, Sum::Gross(7..) | Sum::Due))
        .count();
    if is_list || (named.len() < 2 && strong == 0) {
        return Vec::new();
    }
    let is_box = named.len() > 1;
    named
        .into_iter()
        .filter_map(|(cell, sum)| {
            let column = column_under(sheet, at, cell, is_box);
            let amount = summed(column)?;
            // Below a heading of rates stands all tax, or comes to it.
            let sum = if is_box && sum == Sum::Tax {
                Sum::TaxTotal
            } else {
                sum
            };
            Some(Told {
                sum,
                line: at,
                amount,
                is_column: line.len() > 1,
            })
        })
        .collect()
}

/// The amounts below a heading, line after line: one, or all that stand in a box of sums.
fn column_under(sheet: &Sheet, at: usize, heading: &Cell, is_box: bool) -> Vec<Amount> {
    let Some(mut above) = sheet.lines.get(at) else {
        return Vec::new();
    };
    let mut column = Vec::new();
    for line in sheet.lines.iter().skip(at + 1).take(MOST_RATES) {
        let is_close = line.top - above.top < 3.0 * line.size.max(above.size);
        let below = line.cells.iter().find(|cell| cell.overlaps(heading));
        let amount = below.and_then(|cell| crate::label::lone_amount(&cell.text));
        let Some(amount) = amount.filter(|_| is_close) else {
            break;
        };
        column.push(amount);
        above = line;
        if !is_box {
            break;
        }
    }
    column
}

/// What a column comes to: its last amount where that is the sum of the others, else their sum.
fn summed(column: Vec<Amount>) -> Option<Amount> {
    let sum: Decimal = column.iter().map(|amount| amount.value).sum();
    let last = column.into_iter().next_back()?;
    let value = if is_near(sum - last.value, last.value) {
        last.value
    } else {
        sum
    };
    Some(Amount { value, ..last })
}

/// A line that states a rate, what it is charged on and the tax, in whatever order: the numbers prove it.
fn rate_row(line: &[Cell]) -> Option<Tax> {
    let whole: String = line
        .iter()
        .map(|cell| cell.text.as_str())
        .collect::<Vec<_>>()
        .join("\t");
    let found: Vec<Decimal> = amounts(&whole)
        .into_iter()
        .map(|amount| amount.value)
        .collect();
    if !(2..=6).contains(&found.len()) {
        return None;
    }
    let is_worded = line
        .iter()
        .filter(|cell| {
            cell.text
                .chars()
                .filter(|sign| sign.is_alphabetic())
                .count()
                > 3
        })
        .all(|cell| words::sum(&label_of(cell, amounts(&cell.text).first())).is_some());
    if !is_worded {
        return None;
    }
    rates(&whole, line).into_iter().find_map(|rate| {
        let pairs = found
            .iter()
            .flat_map(|base| found.iter().map(move |tax| (*base, *tax)));
        pairs
            .filter(|(base, tax)| !tax.is_zero() && tax.abs() < base.abs())
            .find(|(base, tax)| {
                (base * rate / Decimal::ONE_HUNDRED - tax).abs() <= Decimal::new(1, 2)
            })
            .map(|(base, tax)| Tax {
                rate: Some(rate),
                base: Some(base),
                amount: tax,
            })
    })
}

/// The rates that a line names: before a per cent sign, or as a small number of its own.
fn rates(whole: &str, line: &[Cell]) -> Vec<Decimal> {
    let mut rates: Vec<Decimal> = whole
        .match_indices('%')
        .take(8)
        .filter_map(|(at, _)| {
            let head = whole.get(..at)?.trim_end();
            let digits =
                head.rsplit(|sign: char| !sign.is_ascii_digit() && !matches!(sign, '.' | ','));
            digits.into_iter().next()?.replace(',', ".").parse().ok()
        })
        .collect();
    rates.extend(line.iter().filter_map(|cell| {
        let number: Decimal = cell.text.replace(',', ".").parse().ok()?;
        (number > Decimal::ZERO && number < Decimal::from(30)).then_some(number)
    }));
    rates
}

/// The currency of the total: beside it, in its label, by a label of its own, else of the first amount that has one.
fn currency(sheet: &Sheet, best: &Told) -> Option<Found<Currency>> {
    let place = text_of(sheet, best.line);
    let beside = best.amount.currency.or_else(|| code_in(&place));
    if let Some(code) = beside {
        let code = dollars(sheet, code);
        return Some(Found::new(code, Origin::Label, place));
    }
    let labelled = (0..sheet.lines.len()).find_map(|at| {
        let line = text_of(sheet, at);
        let folded = text::fold(&line);
        let is_labelled = CURRENCY
            .iter()
            .any(|word| crate::label::contains(&folded, word));
        Some(Found::new(
            code_in(&line).filter(|_| is_labelled)?,
            Origin::Label,
            line,
        ))
    });
    labelled.or_else(|| {
        let all = (0..sheet.lines.len()).map(|at| text_of(sheet, at));
        let first = all.into_iter().find_map(|line| {
            let signed = amounts(&line)
                .into_iter()
                .find_map(|amount| amount.currency);
            Some(Found::new(
                signed.or_else(|| code_in(&line))?,
                Origin::Label,
                line,
            ))
        });
        first.map(|code| code.less_sure(20))
    })
}

/// A dollar sign is that of the one other dollar that the paper names by its code.
fn dollars(sheet: &Sheet, code: Currency) -> Currency {
    if code.to_string() != "USD" {
        return code;
    }
    let all = sheet.text();
    let has = |word: &str| crate::label::contains(&all, word);
    let others: Vec<&&str> = DOLLARS.iter().filter(|other| has(other)).collect();
    match others.as_slice() {
        [one] if !has("USD") => one.parse().unwrap_or(code),
        _ => code,
    }
}

/// A currency's code or sign that stands as a word of its own.
fn code_in(text: &str) -> Option<Currency> {
    let words = text.split(|sign: char| {
        sign.is_whitespace() || matches!(sign, '(' | ')' | '[' | ']' | ':' | '/')
    });
    words.into_iter().find_map(|word| match word {
        "€" => "EUR".parse().ok(),
        "£" => "GBP".parse().ok(),
        "₹" | "Rs" | "Rs." => "INR".parse().ok(),
        _ if CODES.contains(&word) => word.parse().ok(),
        _ => None,
    })
}

const CURRENCY: &[&str] = &[
    "currency",
    "devise",
    "monnaie",
    "wahrung",
    "rechnungswahrung",
    "moneda",
    "divisa",
    "valuta",
    "munteenheid",
];
const DOLLARS: &[&str] = &["AUD", "CAD", "NZD", "SGD", "HKD"];
const CODES: &[&str] = &[
    "EUR", "USD", "GBP", "CHF", "CAD", "AUD", "NZD", "PLN", "SEK", "DKK", "NOK", "CZK", "HUF",
    "RON", "BGN", "JPY", "INR", "BRL", "MXN", "TRY", "SGD", "HKD", "CNY", "ZAR",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tax_that_is_told_by_rate_and_in_all_counts_once() {
        let text = "Aliquota\tImponibile\tImposta\n22%\t370,00\t81,40\n4%\t15,00\t0,60\n\
            Totale imponibile\t385,00\nTotale imposta\t82,00\nTotale documento EUR\t467,00";
        let sums = read(&Sheet::of_text(text), 0..0);
        let amounts: Vec<String> = sums
            .taxes
            .iter()
            .map(|tax| tax.amount.to_string())
            .collect();
        assert_eq!(amounts, ["81.40", "0.60"], "the sum of both is no third");
        assert_eq!(
            sums.tax_total.map(|tax| tax.value),
            Some(Decimal::new(8200, 2))
        );
        assert_eq!(sums.net, Some(Decimal::new(38500, 2)));
    }

    #[test]
    fn the_total_is_what_adds_up_whatever_its_words() {
        let text =
            "Montant total\t999,00 €\nTotal HT\t100,00 €\nTVA 20 %\t20,00 €\nTotal\t120,00 €";
        let sums = read(&Sheet::of_text(text), 0..0);
        assert_eq!(
            sums.total.map(|total| total.value),
            Some(Decimal::new(12000, 2))
        );
    }
}
