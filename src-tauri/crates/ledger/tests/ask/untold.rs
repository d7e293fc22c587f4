//! What stored sums and statements leave open is not taken for nothing.

use domain::NaiveDate;
use ledger::{Answers, Watch};

use super::{between, day, figure, fixture, out, statement};

#[test]
fn the_currency_of_most_entries_leads_in_a_month_with_money_both_ways() {
    let fixture = fixture();
    let euros = fixture.by_hand("EUR", |_, day| between("2026-03-01", "2026-03-31")(day));
    let is_both = euros.iter().any(|minor| *minor > 0) && euros.iter().any(|minor| *minor < 0);
    assert!(is_both, "a stored month of both does not part its count");
    // Two payments in dollars are fewer than the many in euros, whatever a stored month parts.
    let counted = fixture.counted("combien en mars 2026 ?");
    let codes: Vec<&str> = counted
        .figures
        .iter()
        .map(|money| money.currency.code())
        .collect();
    assert_eq!(codes, ["EUR", "USD"]);
    let leading = counted.currency.unwrap();
    assert_eq!(leading.code(), "EUR");
}

#[test]
fn a_month_that_no_statement_reaches_is_not_one_of_nothing() {
    let fixture = fixture();
    // Statements begin in January 2025 and end in October 2026: what lies around them is not known.
    let counted = fixture.counted("combien chez volt en janvier 2025");
    let bar = |month: &str| {
        let mut bars = counted.bars.iter();
        *bars.find(|bar| bar.from == day(month)).unwrap()
    };
    assert!(bar("2024-12-01").is_partial, "before the first statement");
    assert!(!bar("2025-01-01").is_partial);
    assert!(counted.before.is_none(), "nothing is known of December");
    let counted = fixture.counted("combien chez volt en mai 2026");
    assert!(counted.before.is_none(), "days of May are missing");
    let counted = fixture.counted("combien chez volt en octobre 2026");
    assert!(counted.before.is_some(), "both months are told of");

    let spent = |is_meant: &dyn Fn(NaiveDate) -> bool| {
        let own = fixture.by_hand("EUR", |name, day| name == "Volt Cie" && is_meant(day));
        out(&own)
    };
    let average = fixture.counted("combien en moyenne par mois chez volt d'avril à juin 2026");
    let told = |day: NaiveDate| {
        between("2026-04-01", "2026-04-30")(day) || between("2026-06-01", "2026-06-30")(day)
    };
    assert_eq!(
        figure(&average, "EUR"),
        (spent(&told) + 1) / 2,
        "May is no month of its second half"
    );
}

#[test]
fn an_average_is_of_whole_weeks_and_months() {
    let fixture = fixture();
    let spent = |from: &str, until: &str| {
        let is_meant = between(from, until);
        out(&fixture.by_hand("EUR", |name, day| name == "Volt Cie" && is_meant(day)))
    };
    let weekly = fixture.counted("combien en moyenne par semaine chez volt en mars 2026");
    assert_eq!(
        figure(&weekly, "EUR"),
        (spent("2026-03-02", "2026-03-29") + 2) / 4,
        "four weeks from Monday on lie in March"
    );
    let monthly =
        fixture.counted("combien en moyenne par mois chez volt du 15 mars au 30 avril 2026");
    assert_eq!(
        figure(&monthly, "EUR"),
        spent("2026-04-01", "2026-04-30"),
        "half of March is no month"
    );
    let none = fixture.counted("combien en moyenne par mois chez volt du 3 au 20 mars 2026");
    assert!(
        none.count > 0 && none.figures.is_empty(),
        "nothing is whole"
    );
}

#[test]
fn of_equal_amounts_the_newest_leads_whatever_account_it_is_of() {
    let fixture = fixture();
    for (account, day) in [("99001", "20260810"), ("99002", "20260812")] {
        let rows = [(day.to_owned(), -9_999_900, "VOLT CIE")];
        let dropped = statement(account, "EUR", ("20260801", "20260831"), &rows);
        let done = fixture
            .ledger
            .import(&dropped, &Answers::none(), true, Watch::nobody());
        done.unwrap().operation.unwrap();
    }
    let counted = fixture.counted("le plus gros achat");
    assert_eq!(counted.entries.first().unwrap().date, day("2026-08-12"));
}
