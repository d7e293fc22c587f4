//! Columns, by the header above the rows or, where there is none, by where the amounts end.

use domain::Currency;

use super::line::{Amount, Cell, Line};
use crate::format::csv::{Role, currency_of, date_role, heading_key, money_role};

/// A column and where its header stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Column {
    pub(super) role: Role,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) currency: Option<Currency>,
}

/// An amount belongs to a column at most this many type heights away.
const REACH: f64 = 7.0;
/// Amounts that end within this many type heights of each other stand in one column.
const ALIGNED: f64 = 0.7;

/// The columns that a header at this line names, and the number of its lines.
pub(super) fn header(lines: &[Line], at: usize) -> Option<(Vec<Column>, usize)> {
    let line = lines.get(at)?;
    let mut titles: Vec<(String, f64, f64)> = Vec::new();
    add_titles(&mut titles, line)?;
    let mut taken = 1;
    let mut columns = columns_of(&titles);
    for below in lines.iter().skip(at + 1).take(2) {
        let mut own = Vec::new();
        let is_more = below.page == line.page
            && !below.is_apart
            && super::day::day_at(below, 0).is_none()
            && add_titles(&mut own, below).is_some()
            && !is_header(&columns_of(&own));
        if !is_more || add_titles(&mut titles, below).is_none() {
            break;
        }
        let more = columns_of(&titles);
        if is_header(&columns) && !is_header(&more) {
            break;
        }
        columns = more;
        taken += 1;
        if below.cells().len() == 1 && titles.len() > 2 {
            break;
        }
    }
    is_header(&columns).then_some((columns, taken))
}

/// Adds the cells of a line to the titles that they stand below; `None` where it holds an amount or a long text.
fn add_titles(titles: &mut Vec<(String, f64, f64)>, line: &Line) -> Option<()> {
    let cells = line.cells();
    let is_title = |cell: &Cell| cell.len() <= 6;
    if !line.amounts().is_empty() || !cells.iter().all(is_title) {
        return None;
    }
    for cell in cells {
        let (left, right, text) = (line.left(&cell), line.right(&cell), line.text(&cell));
        let above = titles
            .iter_mut()
            .find(|(_, from, until)| left < *until && right > *from);
        match above {
            Some((title, from, until)) => {
                title.push(' ');
                title.push_str(&text);
                *from = from.min(left);
                *until = until.max(right);
            }
            None => titles.push((text, left, right)),
        }
    }
    Some(())
}

fn columns_of(titles: &[(String, f64, f64)]) -> Vec<Column> {
    let mut columns: Vec<Column> = titles
        .iter()
        .map(|(title, left, right)| Column {
            role: role_of(title),
            left: *left,
            right: *right,
            currency: title.split([' ', '(', ')', '/']).find_map(currency_word),
        })
        .collect();
    columns.sort_by(|one, other| one.left.total_cmp(&other.left));
    columns
}

/// `EUR`, `(SGD)`, `euro's`, `€` in a title.
fn currency_word(word: &str) -> Option<Currency> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && !"€£".contains(c));
    let is_code = word.len() == 3 && word.bytes().all(|byte| byte.is_ascii_uppercase());
    match word.to_lowercase().as_str() {
        "euro" | "euros" | "euro's" | "€" | "£" => currency_of(word.trim_end_matches("'s")),
        _ if is_code => currency_of(word),
        _ => None,
    }
}

fn role_of(title: &str) -> Role {
    let key = heading_key(title);
    // What a CSV of a bank never calls a column, its print does.
    match key.trim() {
        "wert" | "val" | "valeur" => return Role::ValueDate,
        "depots" | "versements" | "remises" => return Role::Credit,
        _ => {}
    }
    let dated = [
        "date", "datum", "fecha", " data ", "tag ", "jour", "valeur", "valut", "wert", "valor",
        "buchung", "boek", " dag ",
    ];
    let money = money_role(&key).filter(|role| is_money(*role));
    if dated.iter().any(|word| key.contains(word))
        && !matches!(
            money,
            Some(Role::Debit | Role::Credit | Role::Balance | Role::OriginalAmount)
        )
        && let Some(role) = date_role(&key)
    {
        return role;
    }
    money.unwrap_or(Role::Text)
}

fn is_money(role: Role) -> bool {
    counts(role)
        || matches!(
            role,
            Role::Balance | Role::BalanceBefore | Role::OriginalAmount | Role::Fee
        )
}

/// Whether the amounts of a column move the balance.
pub(super) fn counts(role: Role) -> bool {
    matches!(role, Role::Amount | Role::Debit | Role::Credit)
}

pub(super) fn is_date(role: Role) -> bool {
    matches!(
        role,
        Role::BookingDate | Role::ValueDate | Role::TransactionDate
    )
}

fn is_header(columns: &[Column]) -> bool {
    columns.iter().any(|column| is_date(column.role))
        && columns.iter().any(|column| counts(column.role))
}

/// The role of the column in which an amount stands.
pub(super) fn role_at(columns: &[Column], amount: &Amount, em: f64) -> Option<Role> {
    let distance = |column: &Column| {
        let centres = ((amount.left + amount.right) - (column.left + column.right)).abs() / 2.0;
        (amount.right - column.right).abs().min(centres)
    };
    columns
        .iter()
        .filter(|column| is_money(column.role))
        .map(|column| (distance(column), column.role))
        .min_by(|one, other| one.0.total_cmp(&other.0))
        .filter(|(distance, _)| *distance <= REACH * em)
        .map(|(_, role)| role)
}

/// The roles that columns may have where no header names them, the likelier first; each is tried, and the proof decides.
pub(super) fn guesses(lines: &[Line]) -> Vec<Vec<Column>> {
    let mut ends: Vec<(f64, f64, f64, usize)> = Vec::new();
    for line in lines
        .iter()
        .filter(|line| super::day::day_at(line, 0).is_some())
    {
        for amount in line.amounts() {
            match ends
                .iter_mut()
                .find(|end| (end.1 - amount.right).abs() < ALIGNED * line.em)
            {
                Some(end) => end.3 += 1,
                None => ends.push((amount.left, amount.right, line.em, 1)),
            }
        }
    }
    ends.sort_by_key(|end| std::cmp::Reverse(end.3));
    ends.truncate(3);
    ends.sort_by(|one, other| one.1.total_cmp(&other.1));
    let roles: &[&[Role]] = match ends.len() {
        1 => &[&[Role::Amount]],
        2 => &[
            &[Role::Amount, Role::Balance],
            &[Role::Debit, Role::Credit],
            &[Role::Credit, Role::Debit],
        ],
        3 => &[
            &[Role::Debit, Role::Credit, Role::Balance],
            &[Role::Credit, Role::Debit, Role::Balance],
        ],
        _ => &[],
    };
    roles
        .iter()
        .map(|roles| {
            let columns = ends.iter().zip(roles.iter());
            columns
                .map(|((left, right, ..), role)| Column {
                    role: *role,
                    left: *left,
                    right: *right,
                    currency: None,
                })
                .collect()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn roles(text: &str) -> Option<Vec<Role>> {
        let lines = super::super::lines_of(text);
        header(&lines, 0).map(|(columns, _)| columns.iter().map(|column| column.role).collect())
    }

    #[test]
    fn headers_of_six_languages_name_their_columns() {
        use Role::{
            Amount, Balance, BookingDate, Credit, Debit, OriginalAmount, Text, TransactionDate,
            ValueDate,
        };
        let mut wrong = Vec::new();
        for (header, expected) in [
            (
                "Date   Opération   Valeur   Débit   Crédit",
                vec![BookingDate, Text, ValueDate, Debit, Credit],
            ),
            (
                "Date   Nature des opérations   Débit   Crédit   Solde",
                vec![BookingDate, Text, Debit, Credit, Balance],
            ),
            (
                "Date   Libellé   Retraits   Dépôts",
                vec![BookingDate, Text, Debit, Credit],
            ),
            (
                "Date   Description   Money out   Money in   Balance",
                vec![BookingDate, Text, Debit, Credit, Balance],
            ),
            (
                "Date   Details   Paid out   Paid in   Balance",
                vec![BookingDate, Text, Debit, Credit, Balance],
            ),
            (
                "Date   Description   Withdrawals   Deposits   Balance",
                vec![BookingDate, Text, Debit, Credit, Balance],
            ),
            (
                "Buchungstag   Valuta   Text   Soll   Haben",
                vec![BookingDate, ValueDate, Text, Debit, Credit],
            ),
            (
                "Datum   Text   Belastung   Gutschrift   Saldo",
                vec![BookingDate, Text, Debit, Credit, Balance],
            ),
            (
                "Buchung   Wert   Vorgang   Betrag EUR",
                vec![BookingDate, ValueDate, Text, Amount],
            ),
            (
                "Fecha   Concepto   Debe   Haber   Saldo",
                vec![BookingDate, Text, Debit, Credit, Balance],
            ),
            (
                "Fecha   Concepto   Cargo   Abono   Saldo",
                vec![BookingDate, Text, Debit, Credit, Balance],
            ),
            (
                "Fecha   F. valor   Concepto   Importe   Saldo",
                vec![BookingDate, ValueDate, Text, Amount, Balance],
            ),
            (
                "Data   Valuta   Descrizione   Dare   Avere",
                vec![BookingDate, ValueDate, Text, Debit, Credit],
            ),
            (
                "Data   Descrizione   Uscite   Entrate",
                vec![BookingDate, Text, Debit, Credit],
            ),
            (
                "Data   Descrizione   Addebiti   Accrediti",
                vec![BookingDate, Text, Debit, Credit],
            ),
            (
                "Datum   Omschrijving   Af   Bij",
                vec![BookingDate, Text, Debit, Credit],
            ),
            (
                "Datum   Omschrijving   Bedrag af   Bedrag bij   Saldo",
                vec![BookingDate, Text, Debit, Credit, Balance],
            ),
            (
                "Datum        Datum      Omschrijving   Bedrag in        Bedrag\ntransactie   boeking                   vreemde valuta   in euro's",
                vec![TransactionDate, BookingDate, Text, OriginalAmount, Amount],
            ),
        ] {
            let read = roles(header);
            if read.as_ref() != Some(&expected) {
                wrong.push((header, read));
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert_eq!(roles("Lune Brune   12 rue du Pré"), None);
    }
}
