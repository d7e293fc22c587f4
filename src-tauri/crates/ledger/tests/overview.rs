//! The overview: its sums are those of the entries, transfers and refunds apart, and what is missing is told.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};
use domain::{AccountId, Currency};
use ledger::{
    Answers, ConversationKind, Dropped, EntryRow, Fee, FeeGroup, ItemKind, Ledger, MonthState,
    PageFrom, Scope, Span, Watch,
};
use vault::Key;

const CURRENT: &str = "00012345678";
const SAVINGS: &str = "00099999999";

/// An OFX file of one account and its days; each line is `day amount name`.
fn file(account: &str, (from, until): (&str, &str), lines: &[String]) -> Dropped {
    let plain = |day: &str| day.replace('-', "");
    let rows: String = lines
        .iter()
        .enumerate()
        .map(|(index, line)| {
            let fields: Vec<&str> = line.splitn(3, ' ').collect();
            format!(
                "<STMTTRN><TRNTYPE>OTHER<DTPOSTED>{}<TRNAMT>{}<FITID>{account}{from}{index}<NAME>{}</STMTTRN>\n",
                plain(fields[0]),
                fields[1],
                fields[2]
            )
        })
        .collect();
    let text = format!(
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:UTF-8\nCHARSET:NONE\nCOMPRESSION:NONE\n\n\
         <OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>EUR\n\
         <BANKACCTFROM><BANKID>10107<ACCTID>{account}<ACCTTYPE>CHECKING</BANKACCTFROM>\n\
         <BANKTRANLIST><DTSTART>{}<DTEND>{}\n{rows}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n",
        plain(from),
        plain(until),
    );
    Dropped {
        name: format!("{account}-{from}.ofx"),
        bytes: text.into_bytes(),
    }
}

fn lines(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|line| (*line).to_owned()).collect()
}

fn ledger_with(files: &[Dropped]) -> (tempfile::TempDir, Ledger) {
    let folder = tempfile::tempdir().unwrap();
    let ledger = Ledger::create(folder.path(), &Key::random().unwrap()).unwrap();
    for file in files {
        ledger
            .import(file, &Answers::none(), true, Watch::nobody())
            .unwrap();
    }
    (folder, ledger)
}

/// Two accounts over half a year, one of which lacks the first half of May.
fn household() -> Vec<Dropped> {
    // Where something happens every week, two weeks without anything are missing.
    let weekly = |from: &str, until: &str| {
        let days = day(from)
            .iter_weeks()
            .take_while(|day| *day <= until.parse().unwrap());
        let lines = days.map(|day| format!("{day} -4.20 CARTE BOULANGERIE MOREL"));
        lines.collect::<Vec<String>>()
    };
    let before = weekly("2025-01-06", "2025-04-30");
    let after = weekly("2025-05-19", "2025-06-30");
    vec![
        file(
            CURRENT,
            ("2025-01-01", "2025-04-30"),
            &lines(&[
                "2025-01-02 2180.00 ATELIER NORD SALAIRE",
                "2025-01-09 -64.90 CARTE VOLT ET CIE",
                "2025-01-20 -200.00 VIR LIVRET A",
                "2025-02-03 2180.00 ATELIER NORD SALAIRE",
                "2025-02-11 64.90 CARTE VOLT ET CIE",
                "2025-02-12 -30.00 CARTE VOLT ET CIE",
                "2025-03-04 -58.14 CARTE GRAND MARCHE",
                "2025-04-08 -12.60 CARTE PHARMACIE DU CANAL",
                "2025-04-09 -12.60 CARTE PHARMACIE DU CANAL",
            ])
            .into_iter()
            .chain(before)
            .collect::<Vec<_>>(),
        ),
        file(
            SAVINGS,
            ("2025-01-01", "2025-06-30"),
            &lines(&[
                "2025-01-21 200.00 VIR COMPTE COURANT",
                "2025-03-14 -40.00 CARTE GRAND MARCHE",
            ]),
        ),
        file(
            CURRENT,
            ("2025-05-15", "2025-06-30"),
            &lines(&[
                "2025-05-20 -75.00 CARTE GRAND MARCHE",
                "2025-06-03 -9.99 CARTE CINECLUB",
            ])
            .into_iter()
            .chain(after)
            .collect::<Vec<_>>(),
        ),
    ]
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn half_a_year() -> Span {
    Span {
        from: day("2025-01-01"),
        until: day("2025-06-01"),
    }
}

fn all() -> Scope {
    Scope {
        account: None,
        currency: Currency::EUR,
    }
}

fn of(account: i64) -> Scope {
    Scope {
        account: Some(AccountId(account)),
        ..all()
    }
}

/// Every entry of a scope, read one by one.
fn entries(ledger: &Ledger, scope: Scope) -> Vec<EntryRow> {
    let accounts = match scope.account {
        Some(account) => vec![account],
        None => {
            let views = ledger.accounts().unwrap();
            views.iter().map(|view| view.row.id).collect()
        }
    };
    let pages = accounts.into_iter().map(|account| {
        let with = ConversationKind::Account(account);
        ledger.page(with, &PageFrom::End, 200).unwrap()
    });
    pages
        .flat_map(|page| page.items)
        .filter_map(|item| match item.kind {
            ItemKind::Entry(row, _) => Some(*row),
            _ => None,
        })
        .filter(|row| !row.state.is_transfer)
        .collect()
}

fn counted_months(ledger: &Ledger, scope: Scope) -> Vec<(String, i64, i64)> {
    let mut months: BTreeMap<String, (i64, i64)> = BTreeMap::new();
    for row in entries(ledger, scope) {
        let entry = row.state.entry;
        let sum = months.entry(entry.day.format("%Y-%m").to_string());
        let sum = sum.or_default();
        sum.0 += entry.amount_minor.max(0);
        sum.1 += entry.amount_minor.min(0);
    }
    let counted = months.into_iter();
    counted
        .map(|(month, (income, out))| (month, income, out))
        .collect()
}

fn told_months(ledger: &Ledger, scope: Scope) -> Vec<(String, i64, i64)> {
    let overview = ledger.overview(scope, Some(half_a_year())).unwrap();
    let told = overview.months.iter().map(|sum| {
        let month = sum.month.format("%Y-%m").to_string();
        (month, sum.movement.income(), sum.movement.spending())
    });
    told.filter(|(_, income, out)| (*income, *out) != (0, 0))
        .collect()
}

#[test]
fn months_are_what_their_entries_sum_to_and_a_transfer_is_neither_in_nor_out() {
    let (_folder, ledger) = ledger_with(&household());
    for scope in [all(), of(1), of(2)] {
        assert_eq!(told_months(&ledger, scope), counted_months(&ledger, scope));
    }
    let january = told_months(&ledger, all())[0].clone();
    assert_eq!(
        january,
        ("2025-01".to_owned(), 218_000, -6_490 - 4 * 420),
        "the 200 euros that moved to the savings are not in it"
    );
    assert_eq!(
        ledger
            .overview(all(), Some(half_a_year()))
            .unwrap()
            .months
            .len(),
        6,
        "no month is left out"
    );
}

#[test]
fn spending_is_what_entries_say_less_what_came_back() {
    let (_folder, ledger) = ledger_with(&household());
    for scope in [all(), of(1), of(2)] {
        let mut counted: BTreeMap<i64, i64> = BTreeMap::new();
        for row in entries(&ledger, scope) {
            let entry = row.state.entry;
            *counted.entry(entry.counterparty.0).or_default() -= entry.amount_minor;
        }
        counted.retain(|_, net| *net > 0);
        let spending = ledger.spending(scope, half_a_year(), false).unwrap();
        let told: BTreeMap<i64, i64> = spending
            .with
            .iter()
            .map(|spent| (spent.counterparty.id.0, spent.net_minor))
            .collect();
        assert_eq!(told, counted);
        assert_eq!(spending.net_minor, counted.values().sum::<i64>());
        assert_eq!(spending.count, counted.len());
    }
    let spending = ledger.spending(all(), half_a_year(), true).unwrap();
    let volt = spending
        .with
        .iter()
        .find(|spent| spent.counterparty.counterparty.name.contains("Volt"));
    let volt = volt.map(|spent| (spent.net_minor, spent.back_minor));
    assert_eq!(volt, Some((3_000, 6_490)), "the refund is taken off");
    let by_category: i64 = spending.on.iter().map(|on| on.net_minor).sum();
    assert_eq!(
        by_category, spending.net_minor,
        "categories leave nothing out"
    );
}

#[test]
fn a_gap_is_told_and_the_months_that_it_is_in_are_not_whole() {
    let (_folder, ledger) = ledger_with(&household());
    let overview = ledger.overview(of(1), Some(half_a_year())).unwrap();
    let gaps: Vec<String> = overview
        .gaps
        .iter()
        .map(|gap| format!("{} {} {}", gap.account.0, gap.from, gap.until))
        .collect();
    assert_eq!(gaps, ["1 2025-05-01 2025-05-14"]);
    let states: Vec<Option<MonthState>> = overview.months.iter().map(|sum| sum.state).collect();
    let whole = Some(MonthState::Whole);
    assert_eq!(
        states,
        [
            whole,
            whole,
            whole,
            whole,
            Some(MonthState::Incomplete),
            whole
        ]
    );
    assert_eq!(
        (
            overview.statements,
            overview.proved,
            overview.unproved.len()
        ),
        (2, 0, 2),
        "these files state no balance"
    );
    let both = ledger.overview(all(), Some(half_a_year())).unwrap();
    assert_eq!(
        both.months[4].state,
        Some(MonthState::Incomplete),
        "a sum over all accounts is no more whole than its parts"
    );
    ledger
        .accept_gap(AccountId(1), (day("2025-05-01"), day("2025-05-14")))
        .unwrap();
    let accepted = ledger.overview(of(1), Some(half_a_year())).unwrap();
    assert!(accepted.gaps.is_empty(), "there is nothing to be done");
    assert_eq!(
        accepted.months[4].state,
        Some(MonthState::Incomplete),
        "days are missing all the same"
    );
    let savings = ledger.overview(of(2), Some(half_a_year())).unwrap();
    assert!(savings.gaps.is_empty());
    assert_eq!(savings.months[4].state, whole);
}

#[test]
fn nothing_is_told_of_an_empty_ledger() {
    let (_folder, ledger) = ledger_with(&[]);
    let overview = ledger.overview(all(), None).unwrap();
    assert!(overview.months.is_empty() && overview.known.is_none());
    assert!(
        ledger
            .spending(all(), half_a_year(), true)
            .unwrap()
            .with
            .is_empty()
    );
    assert!(ledger.fees(all(), None).unwrap().lines.is_empty());
}

#[test]
fn a_history_that_ended_long_ago_is_shown_up_to_its_end() {
    let (_folder, ledger) = ledger_with(&household());
    let overview = ledger.overview(all(), None).unwrap();
    let months = overview.months.iter().map(|sum| sum.month);
    let months: Vec<NaiveDate> = months.collect();
    assert_eq!(months.len(), 12);
    assert_eq!(months.last(), Some(&day("2025-06-01")));
}

#[test]
fn fees_are_grouped_as_the_yearly_statement_does_and_compared_by_the_same_day() {
    let year = |year: i32, upto: u32, card: &str| {
        let mut rows = Vec::new();
        for month in 1..=upto {
            rows.push(format!("{year}-{month:02}-02 -2.50 FRAIS TENUE DE COMPTE"));
            rows.push(format!("{year}-{month:02}-15 {card} COTISATION CARTE VISA"));
        }
        rows
    };
    let mut before = year(2024, 12, "-3.00");
    before.push("2024-12-28 -20.00 FRAIS REJET PRELEVEMENT".to_owned());
    before.push("2024-12-31 -41.00 INTERETS PRET IMMOBILIER".to_owned());
    let mut rows = year(2025, 6, "-3.75");
    rows.push("2025-03-03 -8.00 COMMISSION D'INTERVENTION".to_owned());
    rows.push("2025-03-20 8.00 COMMISSION D'INTERVENTION".to_owned());
    rows.push("2025-04-01 -4.10 INTERETS DEBITEURS".to_owned());
    let (_folder, ledger) = ledger_with(&[
        file(CURRENT, ("2024-01-01", "2024-12-31"), &before),
        file(CURRENT, ("2025-01-01", "2025-06-30"), &rows),
    ]);
    let fees = ledger.fees(of(1), Some(2025)).unwrap();
    let sum = |group: FeeGroup| -> i64 {
        let own = fees.lines.iter().filter(|line| line.fee.group() == group);
        own.map(|line| -line.row.amount_minor).sum()
    };
    assert_eq!(sum(FeeGroup::Subscriptions), 6 * 375);
    assert_eq!(sum(FeeGroup::Operation), 6 * 250);
    assert_eq!(sum(FeeGroup::Incidents), 410, "one was given back");
    assert!(fees.lines.iter().any(|line| line.fee == Fee::Overdraft));
    assert_eq!(fees.taken_minor, 6 * 375 + 6 * 250 + 410);
    assert_eq!(fees.until, day("2025-06-30"));
    assert_eq!(
        fees.before_minor,
        Some(6 * 300 + 6 * 250),
        "the year before up to the same day: what came after it is not in it"
    );
    let before = ledger.fees(of(1), Some(2024)).unwrap();
    assert_eq!(before.before_minor, None, "nothing is known of 2023");
    assert_eq!(
        before.taken_minor,
        12 * 300 + 12 * 250 + 2_000,
        "interest on a loan is no fee"
    );
}

#[test]
fn what_comes_every_month_is_due_again_today_or_later_at_its_new_price() {
    let today = chrono::Local::now().date_naive();
    let first = today.with_day(1).unwrap();
    let mut rows = Vec::new();
    for back in (1..=9).rev() {
        let month = first.checked_sub_months(Months::new(back)).unwrap();
        let price = if back > 3 { "12.99" } else { "14.99" };
        let bill = month.with_day(4).unwrap();
        let errand = month.with_day((3 * back) % 27 + 1).unwrap();
        rows.push(format!("{bill} -{price} PRLV SEPA ONDE MOBILE"));
        rows.push(format!("{errand} -{}.40 CARTE GRAND MARCHE", 20 + back * 7));
    }
    let from = first.checked_sub_months(Months::new(9)).unwrap();
    let until = first.pred_opt().unwrap();
    let days = (from.to_string(), until.to_string());
    let (_folder, ledger) = ledger_with(&[file(CURRENT, (&days.0, &days.1), &rows)]);
    let charges = ledger.charges().unwrap();
    let [phone] = charges.as_slice() else {
        panic!("only the telephone comes back: {charges:?}");
    };
    assert_eq!(phone.row.rhythm, "monthly");
    assert!(!phone.is_ended, "its account is known until last month");
    assert!(phone.due >= today && phone.due.day() == 4, "{}", phone.due);
    let change = phone.price_changes.last().unwrap();
    assert_eq!((change.from_minor, change.to_minor), (-1_299, -1_499));
}
