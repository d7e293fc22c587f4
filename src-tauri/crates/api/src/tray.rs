//! The tray's menu, ready to show: the shell copies labels, it formats nothing.

use domain::NaiveDate;
use ledger::{AccountView, Alert, ReceiptView};
use receipt::{Delivery, DeliveryEvent};
use serde::Serialize;
use text::{DateStyle, Style};

use crate::{App, Words, wire};

/// A line of the tray's menu.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TrayLine {
    /// Stable id; the shell maps it to an action.
    pub id: TrayAction,
    /// As shown.
    pub label: String,
    /// Whether it can be chosen.
    pub enabled: bool,
    /// For a check item: whether it is ticked.
    pub checked: Option<bool>,
}

/// What choosing a line does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum TrayAction {
    /// Says something, does nothing.
    Say,
    /// Opens the window on this account.
    Account(i64),
    /// Opens the window on this counterparty's conversation.
    Counterparty(i64),
    /// Shows or hides amounts.
    ToggleAmounts,
    /// Opens the window.
    Open,
    /// Opens the window's file chooser.
    Import,
    /// Locks.
    Lock,
    /// Quits.
    Quit,
    /// A separator.
    Separator,
}

/// How many accounts a menu has room for.
const MOST: usize = 12;

impl TrayLine {
    fn new(id: TrayAction, label: String) -> Self {
        TrayLine {
            id,
            label,
            enabled: true,
            checked: None,
        }
    }

    fn separator() -> Self {
        TrayLine::new(TrayAction::Separator, String::new())
    }

    fn said(label: String) -> Self {
        TrayLine {
            enabled: false,
            ..TrayLine::new(TrayAction::Say, label)
        }
    }
}

impl App {
    /// The tray's menu as it is now. Locked, it says so and shows nothing else.
    pub fn tray_lines(&self) -> Vec<TrayLine> {
        let words = self.words();
        let (open, shows_amounts) = {
            let state = self.state();
            (state.open.clone(), state.settings.tray_amounts)
        };
        match open {
            Some(open) => {
                // A ledger that cannot be read just now shows no account; the window says why.
                let accounts = open.ledger.accounts().unwrap_or_default();
                let mut alerts = open.ledger.alerts().unwrap_or_default();
                alerts.retain(|alert| alert.answer.is_none());
                let receipts = open.ledger.parcels().unwrap_or_default();
                let parcel = next_parcel(&receipts, open.ledger.today());
                let news = news(&alerts, parcel, &words);
                lines(news, &accounts, shows_amounts, &words)
            }
            None => locked(&words),
        }
    }
}

fn locked(words: &Words) -> Vec<TrayLine> {
    vec![
        TrayLine::said(words.text("tray-locked", &[])),
        TrayLine::separator(),
        TrayLine::new(TrayAction::Open, words.text("tray-unlock", &[])),
        TrayLine::new(TrayAction::Quit, words.text("tray-quit", &[])),
    ]
}

/// A parcel that is to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Parcel {
    counterparty: i64,
    from: NaiveDate,
    until: NaiveDate,
}

/// The parcel that comes next, by the first day that it was promised for.
fn next_parcel(receipts: &[ReceiptView], today: NaiveDate) -> Option<Parcel> {
    let parcels = receipts
        .iter()
        .filter(|view| !view.is_refund())
        .flat_map(|view| {
            let counterparty = view.row.counterparty.0;
            let promised = view.receipt.deliveries.iter().filter_map(promise);
            promised.map(move |(from, until)| Parcel {
                counterparty,
                from,
                until,
            })
        });
    parcels
        .filter(|parcel| parcel.until >= today)
        .min_by_key(|parcel| (parcel.from, parcel.until))
}

/// The days for which a parcel is promised that is still to be brought.
fn promise(parcel: &Delivery) -> Option<(NaiveDate, NaiveDate)> {
    let first = parcel.expected_from.or(parcel.expected_until)?;
    let last = parcel.expected_until.unwrap_or(first);
    let is_to_come = parcel.event < Some(DeliveryEvent::PickupReady);
    is_to_come.then_some((first, last))
}

/// What is to be looked at and what is to come. No line names anybody: a menu is seen by who stands beside.
fn news(alerts: &[Alert], parcel: Option<Parcel>, words: &Words) -> Vec<TrayLine> {
    let mut lines = Vec::new();
    if let Some(newest) = alerts.last() {
        let count = alerts.len().to_string();
        let label = words.text("tray-alerts", &[("count", &count)]);
        let id = TrayAction::Counterparty(newest.counterparty.id.0);
        lines.push(TrayLine::new(id, label));
    }
    if let Some(parcel) = parcel {
        let days = text::days(parcel.from, parcel.until, words.lang());
        let label = words.text("tray-parcel", &[("days", &days)]);
        let id = TrayAction::Counterparty(parcel.counterparty);
        lines.push(TrayLine::new(id, label));
    }
    lines
}

fn lines(
    news: Vec<TrayLine>,
    accounts: &[AccountView],
    shows_amounts: bool,
    words: &Words,
) -> Vec<TrayLine> {
    let mut lines = news;
    if !lines.is_empty() {
        lines.push(TrayLine::separator());
    }
    let own = accounts.iter().take(MOST);
    lines.extend(own.map(|account| account_line(account, shows_amounts, words)));
    if accounts.is_empty() {
        lines.push(TrayLine::said(words.text("tray-no-account", &[])));
    }
    let action = |id, text: &str| TrayLine::new(id, words.text(text, &[]));
    lines.extend([
        TrayLine::separator(),
        TrayLine {
            checked: Some(shows_amounts),
            ..action(TrayAction::ToggleAmounts, "tray-show-amounts")
        },
        TrayLine::separator(),
        action(TrayAction::Open, "tray-open"),
        action(TrayAction::Import, "tray-import"),
        action(TrayAction::Lock, "tray-lock"),
        TrayLine::separator(),
        action(TrayAction::Quit, "tray-quit"),
    ]);
    lines
}

/// `Compte courant : 986,55 € (31 oct.)`; a menu has one line, so the balance carries its day there.
fn account_line(view: &AccountView, shows_amounts: bool, words: &Words) -> TrayLine {
    let name = wire::account_row(view, words).name;
    let day = |day: NaiveDate| text::date(day, DateStyle::Short, words.lang());
    let label = match (&view.balance, view.since) {
        (Some(balance), _) => {
            let written = text::money(
                &balance.money.amount,
                balance.money.currency.code(),
                balance.money.currency.exponent(),
                words.lang(),
                Style {
                    masked: !shows_amounts,
                    signed: false,
                },
            );
            let args = [
                ("account", name.as_str()),
                ("balance", &written),
                ("date", &day(balance.as_of)),
            ];
            words.text("tray-account", &args)
        }
        (None, Some(since)) => {
            let args = [("account", name.as_str()), ("date", &day(since))];
            words.text("tray-account-movement", &args)
        }
        (None, None) => words.text("tray-account-nothing", &[("account", &name)]),
    };
    TrayLine::new(TrayAction::Account(view.row.id.0), label)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use text::Lang;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn parcel(from: &str, until: &str, event: DeliveryEvent) -> Delivery {
        let promised = |text: &str| (!text.is_empty()).then(|| day(text));
        Delivery {
            event: Some(event),
            expected_from: promised(from),
            expected_until: promised(until),
            ..Delivery::default()
        }
    }

    #[test]
    fn a_parcel_that_is_still_to_be_brought_has_its_promise() {
        use DeliveryEvent::{Delayed, Delivered, PickupReady, Returned, Shipped};
        let both = Some((day("2026-11-05"), day("2026-11-07")));
        let last = Some((day("2026-11-07"), day("2026-11-07")));
        for (from, until, event, promised) in [
            ("2026-11-05", "2026-11-07", Shipped, both),
            ("2026-11-05", "2026-11-07", Delayed, both),
            ("", "2026-11-07", Shipped, last),
            ("2026-11-07", "", Shipped, last),
            ("", "", Shipped, None),
            ("2026-11-05", "2026-11-07", PickupReady, None),
            ("2026-11-05", "2026-11-07", Delivered, None),
            ("2026-11-05", "2026-11-07", Returned, None),
        ] {
            let parcel = parcel(from, until, event);
            assert_eq!(promise(&parcel), promised, "{parcel:?}");
        }
    }

    #[test]
    fn the_parcel_stands_below_the_alerts_and_names_nobody() {
        let parcel = Parcel {
            counterparty: 9,
            from: day("2026-11-05"),
            until: day("2026-11-07"),
        };
        let lines = news(&[], Some(parcel), &Words::new(Lang::Fr));
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].label, "Colis attendu, jeu. 5 – sam. 7 nov.");
        assert_eq!(lines[0].id, TrayAction::Counterparty(9));
        assert_eq!(news(&[], None, &Words::new(Lang::Fr)), []);
    }
}
