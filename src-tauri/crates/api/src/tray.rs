//! The tray's menu, ready to show: the shell copies labels, it formats nothing.

use domain::NaiveDate;
use ledger::{AccountView, Alert};
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
                lines(&accounts, &alerts, shows_amounts, &words)
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

fn lines(
    accounts: &[AccountView],
    alerts: &[Alert],
    shows_amounts: bool,
    words: &Words,
) -> Vec<TrayLine> {
    let mut lines = Vec::new();
    if let Some(newest) = alerts.last() {
        let count = alerts.len().to_string();
        let label = words.text("tray-alerts", &[("count", &count)]);
        let id = TrayAction::Counterparty(newest.counterparty.id.0);
        lines.push(TrayLine::new(id, label));
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
