#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use proptest::prelude::*;

use super::*;
use chrono::{Days, Months, Weekday};

/// `day amount`, a direct debit in euros from one account.
fn entries(lines: &[&str]) -> Vec<RecurringEntry> {
    paid(PaymentType::DirectDebit, lines)
}

fn paid(payment: PaymentType, lines: &[&str]) -> Vec<RecurringEntry> {
    let mut entries: Vec<RecurringEntry> = lines
        .iter()
        .map(|line| {
            let (day, amount) = line.split_once(' ').unwrap();
            entry(day.parse().unwrap(), amount.parse().unwrap(), payment)
        })
        .collect();
    number(&mut entries);
    entries
}

fn entry(day: NaiveDate, amount: i64, payment: PaymentType) -> RecurringEntry {
    RecurringEntry {
        id: EntryId(0),
        day,
        amount,
        currency: Currency::EUR,
        account: AccountId(1),
        payment,
    }
}

/// In the order of their days, with ids that follow it.
fn number(entries: &mut [RecurringEntry]) {
    entries.sort_by_key(|one| one.day);
    for (at, one) in entries.iter_mut().enumerate() {
        one.id = EntryId(i64::try_from(at).unwrap());
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn found(entries: &[RecurringEntry]) -> Vec<Recurring> {
    recurring(entries)
}

/// The rhythm, how many entries, what is expected next and when.
fn lines(entries: &[RecurringEntry]) -> Vec<String> {
    let line = |one: Recurring| {
        let (rhythm, count) = (one.rhythm.as_str(), one.entries.len());
        format!("{rhythm} {count} {} {}", one.expected_amount, one.next_day)
    };
    found(entries).into_iter().map(line).collect()
}

/// As many equal charges as asked for, so many months apart.
fn every(months: u32, count: u32, first: &str, amount: i64) -> Vec<RecurringEntry> {
    let charges = (0..count).map(|at| {
        let day = day(first) + Months::new(months * at);
        entry(day, amount, PaymentType::DirectDebit)
    });
    charges.collect()
}

#[test]
fn each_rhythm_is_told_by_equal_amounts_on_its_day() {
    for (rhythm, months, count) in [
        ("monthly", 1, 3),
        ("twoMonthly", 2, 3),
        ("quarterly", 3, 4),
        ("halfYearly", 6, 3),
        ("yearly", 12, 2),
        ("yearly", 12, 5),
    ] {
        let mut all = every(months, count, "2024-01-15", -1299);
        number(&mut all);
        let next = day("2024-01-15") + Months::new(months * count);
        assert_eq!(lines(&all), [format!("{rhythm} {count} -1299 {next}")]);
    }
    for (rhythm, days) in [("weekly", 7), ("fortnightly", 14)] {
        let mut all: Vec<RecurringEntry> = (0..8)
            .map(|at| day("2026-03-02") + Days::new(days * at))
            .map(|day| entry(day, -1500, PaymentType::Card))
            .collect();
        number(&mut all);
        let next = day("2026-03-02") + Days::new(days * 8);
        assert_eq!(lines(&all), [format!("{rhythm} 8 -1500 {next}")]);
    }
}

#[test]
fn too_few_times_are_chance() {
    assert_eq!(
        lines(&entries(&["2026-01-15 -1299", "2026-02-15 -1299"])),
        [""; 0]
    );
    let weeks = ["2026-01-05 -900", "2026-01-12 -900", "2026-01-19 -900"];
    assert_eq!(lines(&entries(&weeks)), [""; 0]);
    let years = ["2025-01-15 -4900", "2026-01-15 -5900"];
    assert_eq!(
        lines(&entries(&years)),
        [""; 0],
        "of two years only equal amounts say that it is the same"
    );
}

#[test]
fn weekends_and_the_ends_of_months_put_a_day_off_and_no_more() {
    let weekends = [
        "2026-06-05 -2990",
        "2026-07-06 -2990",
        "2026-08-05 -2990",
        "2026-09-07 -2990",
        "2026-10-05 -2990",
    ];
    assert_eq!(lines(&entries(&weekends)), ["monthly 5 -2990 2026-11-05"]);
    let ends = [
        "2025-11-30 -76000",
        "2025-12-31 -76000",
        "2026-01-31 -76000",
        "2026-02-28 -76000",
        "2026-03-31 -76000",
    ];
    let all = found(&entries(&ends));
    assert_eq!(all[0].usual_day, Some(UsualDay::DayOfMonth(31)));
    assert_eq!(all[0].next_day, day("2026-04-30"));
}

#[test]
fn a_price_that_rises_is_the_same_charge_at_another_price() {
    let lines = [
        "2026-05-04 -1299",
        "2026-06-04 -1299",
        "2026-07-06 -1299",
        "2026-08-04 -1299",
        "2026-09-04 -1299",
        "2026-10-05 -1499",
    ];
    for count in [4, 5, 6] {
        // The first charge at the new price is told at once, however few there were at the old one.
        let all = found(&entries(&lines[6 - count..]));
        assert_eq!(all.len(), 1, "{count}");
        assert_eq!(all[0].entries.len(), count);
        let change = all[0].price_changes[0];
        assert_eq!((change.from, change.to), (-1299, -1499));
        assert_eq!(change.day, day("2026-10-05"));
        assert!(change.is_rise());
        assert_eq!(all[0].expected_amount, -1499);
    }
}

#[test]
fn several_prices_in_turn_are_all_kept() {
    let mut all = every(1, 6, "2024-01-12", -3990);
    all.extend(every(1, 12, "2024-07-12", -4310));
    all.extend(every(1, 5, "2025-07-12", -4620));
    number(&mut all);
    let found = found(&all);
    let changes: Vec<(i64, i64)> = found[0]
        .price_changes
        .iter()
        .map(|one| (one.from, one.to))
        .collect();
    assert_eq!(changes, [(-3990, -4310), (-4310, -4620)]);
    assert_eq!(found[0].entries.len(), 23);
}

#[test]
fn one_odd_amount_among_equal_ones_is_no_new_price() {
    let mut all = every(1, 5, "2026-01-28", 218_000);
    all.push(entry(day("2026-06-28"), 260_000, PaymentType::Salary));
    all.extend(every(1, 4, "2026-07-28", 218_000));
    for one in &mut all {
        one.payment = PaymentType::Salary;
    }
    number(&mut all);
    let found = found(&all);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].entries.len(), 10, "the odd one belongs to it");
    assert_eq!(found[0].price_changes, []);
    assert_eq!(found[0].expected_amount, 218_000);
}

#[test]
fn several_subscriptions_at_one_merchant_stay_apart() {
    let mut all = every(1, 8, "2026-01-03", -699);
    all.extend(every(1, 8, "2026-01-03", -1299));
    all.extend(every(12, 3, "2023-06-20", -4990));
    all.extend(paid(
        PaymentType::Card,
        &["2026-02-11 -2345", "2026-04-02 -9900", "2026-04-19 -1650"],
    ));
    number(&mut all);
    let found: Vec<String> = lines(&all);
    assert_eq!(
        found,
        [
            "yearly 3 -4990 2026-06-20",
            "monthly 8 -699 2026-09-03",
            "monthly 8 -1299 2026-09-03",
        ]
    );
}

#[test]
fn two_equal_subscriptions_of_one_day_are_two() {
    let mut all = every(1, 6, "2026-01-03", -1999);
    all.extend(every(1, 6, "2026-01-03", -1999));
    number(&mut all);
    assert_eq!(lines(&all), ["monthly 6 -1999 2026-07-03"; 2]);
}

#[test]
fn a_bill_whose_amount_differs_recurs_where_somebody_draws_it() {
    let bills = [
        "2026-05-08 -6810",
        "2026-06-08 -7290",
        "2026-07-08 -7005",
        "2026-08-10 -6650",
        "2026-09-08 -7120",
        "2026-10-08 -7430",
    ];
    let all = found(&entries(&bills));
    assert_eq!(lines(&entries(&bills)), ["monthly 6 -7120 2026-11-08"]);
    assert!(!all[0].is_steady && all[0].price_changes.is_empty());
    assert_eq!(all[0].usual_day, Some(UsualDay::DayOfMonth(8)));
    let wild = paid(
        PaymentType::Card,
        &bills
            .map(|line| line.replace("-7", "-10"))
            .each_ref()
            .map(String::as_str),
    );
    assert_eq!(lines(&wild), [""; 0], "of one's own paying it is shopping");
}

#[test]
fn a_salary_that_differs_a_little_is_money_in_that_recurs() {
    let pays = [
        "2026-06-29 218000",
        "2026-07-29 219530",
        "2026-08-28 218000",
        "2026-09-29 221012",
        "2026-10-29 218940",
    ];
    let all = found(&paid(PaymentType::Salary, &pays));
    assert_eq!(all.len(), 1);
    assert_eq!(all[0].rhythm, Rhythm::Monthly);
    assert!(all[0].expected_amount > 0);
}

#[test]
fn a_month_that_is_missing_does_not_end_it() {
    let mut all = every(1, 9, "2026-01-08", -7430);
    all.remove(4);
    number(&mut all);
    assert_eq!(lines(&all), ["monthly 8 -7430 2026-10-08"]);
}

#[test]
fn missing_statements_do_not_part_a_long_charge_nor_hide_its_new_price() {
    let mut all = every(1, 12, "2025-05-08", -1999);
    all.extend(every(1, 2, "2026-08-08", -1999));
    all.push(entry(day("2026-10-08"), -2199, PaymentType::DirectDebit));
    number(&mut all);
    let found = found(&all);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].entries.len(), 15);
    assert_eq!(found[0].price_changes.len(), 1);
}

#[test]
fn a_price_that_rose_soon_after_missing_statements_is_of_the_same_charge() {
    let mut all = every(1, 12, "2025-05-12", -1299);
    all.extend(every(1, 1, "2026-08-12", -1299));
    all.extend(every(1, 2, "2026-09-12", -1499));
    number(&mut all);
    assert_eq!(lines(&all), ["monthly 15 -1499 2026-11-12"]);
}

#[test]
fn what_comes_every_four_weeks_keeps_to_no_day_of_the_month() {
    let mut all: Vec<RecurringEntry> = (0..9)
        .map(|at| {
            entry(
                day("2026-01-02") + Days::new(28 * at),
                -990,
                PaymentType::Card,
            )
        })
        .collect();
    number(&mut all);
    let found = found(&all);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].rhythm, found[0].usual_day),
        (Rhythm::Monthly, None)
    );
    assert_eq!(found[0].next_day, found[0].last_day + Days::new(28));
}

#[test]
fn shopping_does_not_recur_however_often() {
    let groceries = [
        "2026-01-06 -5814",
        "2026-01-13 -6135",
        "2026-01-24 -2210",
        "2026-02-03 -7450",
        "2026-02-09 -3990",
        "2026-02-21 -8312",
        "2026-03-02 -4477",
        "2026-03-17 -6020",
        "2026-03-28 -1999",
        "2026-04-08 -9105",
        "2026-04-15 -3317",
        "2026-04-29 -5555",
    ];
    assert_eq!(lines(&paid(PaymentType::Card, &groceries)), [""; 0]);
    let coffee: Vec<String> = (0..120)
        .map(|at| {
            format!(
                "{} -420",
                day("2026-01-05") + Days::new(at / 5 * 7 + at % 5)
            )
        })
        .collect();
    let coffee: Vec<&str> = coffee.iter().map(String::as_str).collect();
    assert_eq!(
        lines(&paid(PaymentType::Card, &coffee)),
        [""; 0],
        "each weekday is no weekly charge"
    );
    let monthly = [
        "2026-01-03 -11240",
        "2026-02-09 -6310",
        "2026-03-01 -15022",
        "2026-04-12 -8833",
        "2026-05-02 -4750",
        "2026-06-11 -12900",
    ];
    assert_eq!(lines(&paid(PaymentType::Card, &monthly)), [""; 0]);
}

#[test]
fn a_subscription_is_found_among_shopping_at_the_same_merchant() {
    let mut all = every(1, 10, "2026-01-19", -699);
    for one in &mut all {
        one.payment = PaymentType::Card;
    }
    all.extend((0..60).map(|at: u64| {
        let amount = -(1250 + i64::try_from(at * 7919 % 8000).unwrap());
        entry(
            day("2026-01-02") + Days::new(at * 5 + at % 3),
            amount,
            PaymentType::Card,
        )
    }));
    number(&mut all);
    assert_eq!(lines(&all), ["monthly 10 -699 2026-11-19"]);
}

#[test]
fn cash_and_refunds_never_recur_and_neither_do_two_currencies_make_one() {
    for payment in [PaymentType::Cash, PaymentType::Refund] {
        let mut all = every(1, 6, "2026-01-15", 5000);
        for one in &mut all {
            one.payment = payment;
        }
        number(&mut all);
        assert_eq!(lines(&all), [""; 0]);
    }
    let mut all = every(1, 4, "2026-01-15", -5000);
    for one in all.iter_mut().skip(2) {
        one.currency = "USD".parse().unwrap();
    }
    number(&mut all);
    assert_eq!(lines(&all), [""; 0]);
}

#[test]
fn a_weekday_is_the_usual_day_of_a_week() {
    let mut all: Vec<RecurringEntry> = (0..8)
        .map(|at| {
            entry(
                day("2026-03-02") + Days::new(7 * at),
                -1500,
                PaymentType::Card,
            )
        })
        .collect();
    number(&mut all);
    assert_eq!(
        found(&all)[0].usual_day,
        Some(UsualDay::Weekday(Weekday::Mon))
    );
}

proptest! {
    /// A charge is found whatever else is bought beside it, and each entry belongs to one charge at most.
    #[test]
    fn no_entry_stands_in_two_charges(
        bought in proptest::collection::vec((0u64..700, 100i64..9000), 0..80),
        first in 1u32..28,
        amount in 100i64..9000,
    ) {
        let start = day("2025-01-01").checked_add_days(Days::new(u64::from(first))).unwrap();
        let mut all: Vec<RecurringEntry> = (0..14)
            .map(|at| entry(start + Months::new(at), -amount, PaymentType::DirectDebit))
            .collect();
        all.extend(bought.iter().map(|(after, spent)| {
            entry(day("2025-01-01") + Days::new(*after), -spent * 100 - 7, PaymentType::Card)
        }));
        number(&mut all);
        let found = found(&all);
        let mut seen: Vec<EntryId> = found.iter().flat_map(|one| one.entries.clone()).collect();
        let count = seen.len();
        seen.sort_unstable();
        seen.dedup();
        prop_assert_eq!(seen.len(), count);
        prop_assert!(
            found.iter().any(|one| one.expected_amount == -amount && one.entries.len() == 14),
            "the charge itself: {:?}", found
        );
        for one in &found {
            prop_assert!(one.next_day > one.last_day);
        }
    }
}

#[test]
fn shopping_on_any_day_at_any_price_hardly_ever_looks_like_a_charge() {
    let mut seed = 0x9E37_79B9_7F4A_7C15u64;
    let mut chance = |below: u64| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        seed % below
    };
    let mut mistaken = 0;
    for history in 0..400 {
        let mut all: Vec<RecurringEntry> = (0..3 + history % 120)
            .map(|_| {
                let day = day("2024-01-01") + Days::new(chance(1000));
                let spent = i64::try_from(100 + chance(20_000)).unwrap();
                entry(day, -spent, PaymentType::Card)
            })
            .collect();
        number(&mut all);
        mistaken += usize::from(!found(&all).is_empty());
    }
    assert!(mistaken <= 2, "{mistaken} of 400 histories");
}
