//! What the desktop is told while the ledger is open: that an alert came, or that a reminder is for today.

use std::collections::BTreeSet;

use domain::{EntryId, NaiveDate, OperationId};
use ledger::{Alert, AlertKind, NoteRow};
use text::Style;

use crate::conversations::ConversationRef;
use crate::session::{Open, held};
use crate::settings::{Notifications, Settings};
use crate::{App, Event, Words, wire};

/// A notification, ready to show: the shell formats nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Its first line.
    pub title: String,
    /// What to do about it.
    pub body: String,
    /// The button that opens the window.
    pub open: String,
    /// The button that does nothing.
    pub later: String,
    /// The conversation that it is about; of several, that of the last one.
    pub about: ConversationRef,
}

/// What is told once in the life of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Told {
    /// An alert, by its kind and the entry that an answer to it hangs on.
    Alert(&'static str, EntryId),
    /// A reminder, and its day.
    Reminder(OperationId, NaiveDate),
}

/// Something that may be told.
struct News {
    told: Told,
    about: ConversationRef,
    /// What it is about in one line, which names somebody.
    line: String,
}

impl App {
    /// Looks for alerts and reminders that were not told yet, where the ledger or the day is another one than at the last look.
    /// The alerts of the first look were there when the user opened the ledger.
    pub(crate) fn look_for_news(&self, open: &Open, revision: i64) {
        let now = (revision, open.ledger.today());
        let before = *held(&open.looked);
        if before == Some(now) {
            return;
        }
        let read =
            || -> ledger::Result<_> { Ok((open.ledger.alerts()?, open.ledger.due_reminders()?)) };
        // A ledger that cannot be read just now is looked at again on the next beat.
        let Ok((alerts, reminders)) = read() else {
            return;
        };
        *held(&open.looked) = Some(now);
        let words = self.words();
        let notice = {
            let mut state = self.state();
            let news = all_news(&alerts, &reminders, &state.settings, &words);
            let fresh = fresh(news, &mut state.told, before.is_none());
            let is_open = state.open.is_some();
            notice(&fresh, state.settings.notifications, &words).filter(|_| is_open)
        };
        if let Some(notice) = notice {
            self.tell(Event::Notice(notice));
        }
    }
}

/// Reminders before alerts, so that of several the newest alert is the last.
fn all_news(
    alerts: &[Alert],
    reminders: &[NoteRow],
    settings: &Settings,
    words: &Words,
) -> Vec<News> {
    let reminders = reminders.iter().map(|reminder| News {
        told: Told::Reminder(reminder.id, reminder.day),
        about: ConversationRef::of(reminder.with),
        line: reminder_line(reminder, settings.hide_amounts, words),
    });
    let open = alerts.iter().filter(|alert| alert.answer.is_none());
    let alerts = open.map(|alert| News {
        told: Told::Alert(alert.kind.as_str(), alert.entry),
        about: ConversationRef::Counterparty(alert.counterparty.id.0),
        line: alert_line(alert, settings.hide_amounts, words),
    });
    reminders.chain(alerts).collect()
}

/// What was not told yet, which from now on it was. At the first look alerts are what the user sees in the window.
fn fresh(news: Vec<News>, told: &mut BTreeSet<Told>, is_first_look: bool) -> Vec<News> {
    let mut fresh = news;
    fresh.retain(|one| {
        let is_new = told.insert(one.told);
        is_new && !(is_first_look && matches!(one.told, Told::Alert(..)))
    });
    fresh
}

fn notice(fresh: &[News], chosen: Notifications, words: &Words) -> Option<Notice> {
    let last = fresh.last()?;
    let count = fresh.len().to_string();
    let count = [("count", count.as_str())];
    let is_alert = |one: &News| matches!(one.told, Told::Alert(..));
    let (title, body) = match fresh.iter().filter(|one| is_alert(one)).count() {
        0 => ("notice-reminders", "notice-reminders-body"),
        alerts if alerts == fresh.len() => ("notice-alerts", "notice-alerts-body"),
        _ => ("notice-both", "notice-both-body"),
    };
    let title = match (chosen, fresh) {
        (Notifications::Off, _) => return None,
        (Notifications::Full, [only]) => only.line.clone(),
        _ => words.text(title, &count),
    };
    Some(Notice {
        title,
        body: words.text(body, &count),
        open: words.text("notice-open", &[]),
        later: words.text("notice-later", &[]),
        about: last.about,
    })
}

/// `Rappel : rendre le colis`; where amounts are hidden, so is every figure that the user wrote.
fn reminder_line(reminder: &NoteRow, hides_amounts: bool, words: &Words) -> String {
    let text = &reminder.note;
    let hidden = hides_amounts.then(|| without_figures(text));
    let text = hidden.as_ref().unwrap_or(text);
    words.text("notice-reminder-of", &[("text", text)])
}

fn without_figures(text: &str) -> String {
    let mut hidden = String::new();
    let mut was_figure = false;
    for sign in text.chars() {
        let is_figure = sign.is_ascii_digit();
        if !is_figure {
            hidden.push(sign);
        } else if !was_figure {
            hidden.push_str("•••");
        }
        was_figure = is_figure;
    }
    hidden
}

/// `Volt & Cie, 24,99 € : deux débits identiques à 3 minutes d’écart`, without the amount where amounts are hidden.
fn alert_line(alert: &Alert, hides_amounts: bool, words: &Words) -> String {
    let item = wire::alert_item(alert, words);
    let count = alert.minutes.unwrap_or_default().to_string();
    let day = text::date(alert.day, text::DateStyle::Short, words.lang());
    let what = match (alert.kind, &alert.times) {
        (AlertKind::DoubleDebit, Some(_)) => words.text("notice-double", &[("count", &count)]),
        (AlertKind::DoubleDebit, None) => words.text("notice-double-day", &[]),
        _ => words.text("notice-missed", &[("day", &day)]),
    };
    if hides_amounts {
        return words.text("notice-alert-of", &[("name", &item.name), ("what", &what)]);
    }
    let exact = domain::Money::from_minor(alert.amount_minor, alert.currency);
    let money = text::money(
        &exact.amount.abs(),
        alert.currency.code(),
        alert.currency.exponent(),
        words.lang(),
        Style::default(),
    );
    let args = [
        ("name", item.name.as_str()),
        ("money", &money),
        ("what", &what),
    ];
    words.text("notice-alert-of-money", &args)
}

#[cfg(test)]
mod tests {
    use text::Lang;

    use super::*;

    fn alert(entry: i64) -> News {
        News {
            told: Told::Alert("doubleDebit", EntryId(entry)),
            about: ConversationRef::Counterparty(entry),
            line: format!("Shop {entry}, €24.99: Two identical debits"),
        }
    }

    fn reminder(id: i64, day: u32) -> News {
        let day = NaiveDate::from_ymd_opt(2026, 11, day).unwrap_or_default();
        News {
            told: Told::Reminder(OperationId(id), day),
            about: ConversationRef::Account(1),
            line: "Reminder: call the bank".to_owned(),
        }
    }

    fn said(fresh: &[News], chosen: Notifications) -> Option<(String, String)> {
        let notice = notice(fresh, chosen, &Words::new(Lang::En))?;
        Some((notice.title, notice.body))
    }

    fn both(title: &str, body: &str) -> Option<(String, String)> {
        Some((title.to_owned(), body.to_owned()))
    }

    #[test]
    fn alerts_of_the_first_look_are_known_and_reminders_of_today_are_told_once() {
        let mut told = BTreeSet::new();
        let first = fresh(vec![reminder(3, 5), alert(7)], &mut told, true);
        assert_eq!(first.len(), 1);
        assert!(matches!(first[0].told, Told::Reminder(..)));
        let again = fresh(vec![reminder(3, 5), alert(7), alert(8)], &mut told, false);
        assert_eq!(again.len(), 1);
        assert_eq!(again[0].about, ConversationRef::Counterparty(8));
        let locked_between = fresh(vec![reminder(3, 5), alert(9)], &mut told, true);
        assert_eq!(locked_between.len(), 0, "opened once more on the same day");
        let put_off = fresh(vec![reminder(3, 6)], &mut told, false);
        assert_eq!(put_off.len(), 1, "another day is told anew");
    }

    #[test]
    fn nobody_and_no_amount_is_named_unless_it_was_chosen() {
        let one = [alert(7)];
        let discreet = both("An alert is waiting", "Open Counterfoil to read it.");
        assert_eq!(said(&one, Notifications::Discreet), discreet);
        assert_eq!(
            said(&one, Notifications::Full),
            both(&one[0].line, "Open Counterfoil to read it.")
        );
        assert_eq!(said(&one, Notifications::Off), None);
        assert_eq!(said(&[], Notifications::Full), None);
    }

    #[test]
    fn figures_of_a_reminder_are_hidden_with_the_amounts() {
        assert_eq!(without_figures("pay 1204 € by card"), "pay ••• € by card");
        assert_eq!(without_figures("45,50 or 7"), "•••,••• or •••");
        assert_eq!(without_figures("call the bank"), "call the bank");
    }

    #[test]
    fn several_at_once_are_counted_and_named_by_none() {
        for chosen in [Notifications::Discreet, Notifications::Full] {
            let alerts = both("2 alerts are waiting", "Open Counterfoil to read them.");
            assert_eq!(said(&[alert(7), alert(8)], chosen), alerts);
            let reminders = both("2 reminders are waiting", "Open Counterfoil to read them.");
            assert_eq!(said(&[reminder(1, 5), reminder(2, 5)], chosen), reminders);
            let mixed = both(
                "2 alerts and reminders are waiting",
                "Open Counterfoil to read them.",
            );
            assert_eq!(said(&[reminder(1, 5), alert(7)], chosen), mixed);
        }
        let one = [reminder(1, 5)];
        assert_eq!(
            said(&one, Notifications::Discreet),
            both("A reminder is waiting", "Open Counterfoil to read it.")
        );
    }
}
