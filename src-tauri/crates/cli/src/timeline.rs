//! `foil timeline`: what the window's conversations show.

use std::io::Write;

use api::App;
use api::conversations::ConversationRef;
use api::timeline::{EntryItem, NoteItem, PageRequest, TimelineItem};
use chrono::NaiveDate;
use clap::Args;
use text::Catalogue;

use crate::door;
use crate::failure::Failure;
use crate::global::{Exit, Global};
use crate::{ask, insight, printed, receipt};

/// Rows asked for at a time.
const PAGE: u32 = 200;
/// Rows printed where neither a day nor a limit was asked for.
const SHOWN: usize = 50;

/// What `foil timeline` takes.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// account:N, counterparty:N, or a name as `foil conversations` lists it
    conversation: Option<String>,
    /// First day
    #[arg(long, value_name = "DAY")]
    from: Option<NaiveDate>,
    /// Last day
    #[arg(long, value_name = "DAY")]
    until: Option<NaiveDate>,
    /// The newest rows only [default: 50 where no day is given]
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
}

/// Prints a conversation, oldest first.
///
/// # Errors
/// The ledger does not open, there is no such conversation.
pub(crate) fn run(arguments: &Arguments, global: &Global) -> Result<Exit, Failure> {
    let app = door::open(global)?;
    let conversations = match &arguments.conversation {
        Some(named) => vec![find(&app, named)?],
        None => app
            .list_accounts(None)?
            .iter()
            .map(|account| ConversationRef::Account(account.id))
            .collect(),
    };
    let is_bounded = arguments.from.is_some() || arguments.until.is_some();
    let limit = match arguments.limit {
        Some(limit) => limit,
        None if is_bounded => usize::MAX,
        None => SHOWN,
    };
    let is_several = conversations.len() > 1;
    let mut items = Vec::new();
    for conversation in conversations {
        items.extend(read(&app, conversation, arguments, limit)?);
    }
    if is_several {
        items.sort_by(|a, b| date(a).cmp(date(b)));
    }
    let surplus = items.len().saturating_sub(limit);
    items.drain(..surplus);
    print(&items, global)?;
    Ok(Exit::Well)
}

pub(crate) fn find(app: &App, named: &str) -> Result<ConversationRef, Failure> {
    let by_number = |prefix: &str| named.strip_prefix(prefix).and_then(|id| id.parse().ok());
    if let Some(id) = by_number("account:") {
        return Ok(ConversationRef::Account(id));
    }
    if let Some(id) = by_number("counterparty:") {
        return Ok(ConversationRef::Counterparty(id));
    }
    let wanted = text::fold(named);
    let list = app.list_conversations()?;
    let account = list
        .accounts
        .iter()
        .find(|row| text::fold(&row.name) == wanted);
    let other = list
        .conversations
        .iter()
        .find(|row| text::fold(&row.name) == wanted);
    match (account, other) {
        (Some(row), _) => Ok(ConversationRef::Account(row.id)),
        (None, Some(row)) => Ok(ConversationRef::Counterparty(row.id)),
        (None, None) => Err(Failure::Said(
            "error-not-found",
            vec![("found", named.to_owned())],
        )),
    }
}

/// The newest `limit` rows between the days, oldest first.
fn read(
    app: &App,
    conversation: ConversationRef,
    arguments: &Arguments,
    limit: usize,
) -> Result<Vec<TimelineItem>, Failure> {
    let from = arguments
        .from
        .map(|day| day.to_string())
        .unwrap_or_default();
    let until = arguments.until.map(|day| day.to_string());
    let mut pages: Vec<Vec<TimelineItem>> = Vec::new();
    let (mut kept, mut before) = (0, None);
    loop {
        let page = app.page_timeline(PageRequest {
            conversation,
            before,
            after: None,
            at: None,
            limit: PAGE,
        })?;
        let is_past = page
            .items
            .first()
            .is_some_and(|item| date(item) < from.as_str());
        let mut items = page.items;
        items.retain(|item| {
            let day = date(item);
            day >= from.as_str() && until.as_deref().is_none_or(|until| day <= until)
        });
        kept += items.len();
        pages.push(items);
        before = page.older;
        if before.is_none() || is_past || kept >= limit {
            break;
        }
    }
    let mut items: Vec<TimelineItem> = pages.into_iter().rev().flatten().collect();
    let surplus = items.len().saturating_sub(limit);
    items.drain(..surplus);
    for item in &mut items {
        if let TimelineItem::Uncounted(waiting) = item {
            *item = TimelineItem::Answer(Box::new(app.read_answer(waiting.question)?));
        }
    }
    Ok(items)
}

/// The day that a row is shown under.
pub(crate) fn date(item: &TimelineItem) -> &str {
    match item {
        TimelineItem::Entry(item) => &item.date,
        TimelineItem::Balance(item) => &item.date,
        TimelineItem::Proof(item) => &item.date,
        TimelineItem::Gap(item) => &item.date,
        TimelineItem::ChainBreak(item) => &item.date,
        TimelineItem::Import(item) => &item.date,
        TimelineItem::Waiting(item) => &item.date,
        TimelineItem::Delivery(item) => &item.date,
        TimelineItem::Service(item) => &item.date,
        TimelineItem::Note(item) => &item.date,
        TimelineItem::Alert(item) => &item.date,
        TimelineItem::PriceChange(item) => &item.date,
        TimelineItem::Expected(item) => &item.date,
        TimelineItem::Question(item) => &item.date,
        TimelineItem::Answer(item) => &item.date,
        TimelineItem::Uncounted(item) => &item.date,
    }
}

fn print(items: &[TimelineItem], global: &Global) -> Result<(), Failure> {
    if global.json {
        return printed::json(&items);
    }
    let catalogue = global.catalogue();
    let mut out = printed::out();
    for item in items {
        let day = printed::day(date(item), &catalogue);
        writeln!(out, "{day}  {}", line(item, &catalogue))?;
    }
    Ok(out.flush()?)
}

/// A row, as one line without its day.
pub(crate) fn line(item: &TimelineItem, catalogue: &Catalogue) -> String {
    match item {
        TimelineItem::Entry(entry) => entry_line(entry, catalogue),
        TimelineItem::Balance(balance) => {
            let money = printed::money(&balance.money, catalogue);
            catalogue.text("cli-timeline-balance", &[("balance", &money)])
        }
        TimelineItem::Proof(proof) => match (&proof.opening, &proof.closing, &proof.difference) {
            (_, _, Some(difference)) => {
                let difference = printed::money(difference, catalogue);
                catalogue.text("cli-proof-broken", &[("difference", &difference)])
            }
            (Some(opening), Some(closing), None) if proof.proof == "holds" => {
                let (opening, closing) = (
                    printed::money(opening, catalogue),
                    printed::money(closing, catalogue),
                );
                let args = [
                    ("opening", opening.as_str()),
                    ("count", &proof.count.to_string()),
                    ("closing", &closing),
                ];
                catalogue.text("cli-proof-holds", &args)
            }
            _ => catalogue.text("cli-proof-unstated", &[]),
        },
        TimelineItem::Gap(gap) => {
            let (from, until) = (
                printed::day(&gap.from, catalogue),
                printed::day(&gap.until, catalogue),
            );
            let args = [("from", from.as_str()), ("until", until.as_str())];
            let missing = catalogue.text("cli-timeline-gap", &args);
            let Some(balances) = &gap.balances else {
                return missing;
            };
            let difference = printed::money(&balances.difference, catalogue);
            let args = [("gap", missing.as_str()), ("difference", &difference)];
            catalogue.text("cli-timeline-gap-sum", &args)
        }
        TimelineItem::ChainBreak(broken) => printed::chain_break(broken, catalogue),
        TimelineItem::Import(import) => {
            let args = [("document", import.file.as_str())];
            catalogue.text("operation-import-statement", &args)
        }
        TimelineItem::Waiting(item) => receipt::waiting(item, catalogue),
        TimelineItem::Delivery(item) => receipt::delivery(item, catalogue),
        TimelineItem::Service(item) => receipt::service(item, catalogue),
        TimelineItem::Note(item) => note_line(item, catalogue),
        TimelineItem::Alert(item) => insight::alert_line(item, catalogue),
        TimelineItem::PriceChange(item) => insight::rise_line(item, catalogue),
        TimelineItem::Expected(item) => insight::expected_line(item, catalogue),
        TimelineItem::Question(item) => item.text.clone(),
        TimelineItem::Answer(item) => ask::line(item, catalogue),
        TimelineItem::Uncounted(_) => catalogue.text("answer-counting", &[]),
    }
}

fn note_line(item: &NoteItem, catalogue: &Catalogue) -> String {
    let id = match (item.reminder, item.done) {
        (false, _) => "cli-timeline-note",
        (true, false) => "cli-timeline-reminder",
        (true, true) => "cli-timeline-reminder-done",
    };
    let mut line = catalogue.text(id, &[("note", &item.text)]);
    for tag in &item.tags {
        line.push_str("  #");
        line.push_str(tag);
    }
    line
}

fn entry_line(entry: &EntryItem, catalogue: &Catalogue) -> String {
    let money = printed::money(&entry.money, catalogue);
    let mut line = format!("{money}  {}", entry.name);
    if entry.status != "booked" {
        let status = catalogue.text(&format!("entry-status-{}", entry.status), &[]);
        line.push_str(&format!(" ({status})"));
    }
    if let Some(text) = &entry.text {
        line.push_str("  ");
        line.push_str(text);
    }
    if entry.transfer.is_some() {
        let told = catalogue.text("cli-transfer", &[]);
        line.push_str(&format!(" ({told})"));
    }
    if let Some(note) = &entry.note {
        line.push_str("  ");
        line.push_str(note);
    }
    for tag in &entry.tags {
        line.push_str("  #");
        line.push_str(tag);
    }
    line
}
