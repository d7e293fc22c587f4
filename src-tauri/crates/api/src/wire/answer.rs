//! Answers to questions.

use ask::Period;
use ask::question::{Flow, Per, What};
use domain::NaiveDate;
use ledger::{
    Answer, Answered, BalanceOn, Bar, Counted, Item, ItemKind, NounView, OtherReading, Reading,
    ReceiptView,
};
use receipt::{Delivery, DeliveryEvent};
use store::QuestionRow;

use super::answered::{Sentence, Teller, gaps, long_day, month_name, noun};
use super::receipt::delivery_item;
use super::timeline::{entry_item, give_back};
use super::{account_name, balance, counterparty_name, day, money};
use crate::Words;
use crate::conversations::ConversationRef;
use crate::questions::{
    AnswerBar, AnswerBefore, AnswerChip, AnswerChoice, AnswerGroup, AnswerHeld, AnswerItem,
    AnswerParcel,
};
use crate::timeline::EntryItem;

/// A question as it was asked.
pub(crate) struct Asked<'a> {
    /// The operation that asked it; 0 for none.
    pub(crate) id: i64,
    pub(crate) day: NaiveDate,
    pub(crate) text: &'a str,
    pub(crate) today: NaiveDate,
}

impl<'a> Asked<'a> {
    /// One that is kept.
    pub(crate) fn of(row: &'a QuestionRow, today: NaiveDate) -> Self {
        Asked {
            id: row.id.0,
            day: row.day,
            text: &row.question,
            today,
        }
    }
}

/// The answer to a question.
pub(crate) fn answer_item(asked: &Asked<'_>, answer: &Answer, words: &Words) -> AnswerItem {
    let teller = Teller {
        answer,
        words,
        today: asked.today,
    };
    let mut item = empty(asked, answer);
    match &answer.outcome {
        Answered::NotUnderstood(unknown) => {
            item.outcome = "notUnderstood".to_owned();
            item.not_understood = unknown
                .iter()
                .map(|(one, _)| piece(asked.text, one.span).to_owned())
                .collect();
            item.sentence = match item.not_understood.first() {
                Some(first) => words.text("answer-unknown", &[("words", first)]),
                None => words.text("answer-unknown-all", &[]),
            };
        }
        Answered::Several(doubt, _) => {
            item.outcome = "several".to_owned();
            let args = [("words", piece(asked.text, doubt.span))];
            item.sentence = words.text("answer-several", &args);
        }
        Answered::Counted(counted) => tell_counted(&mut item, counted, &teller),
        Answered::Held(held) => tell_held(&mut item, held, &teller),
        Answered::Parcels(parcels) => tell_parcels(&mut item, parcels, &teller),
    }
    item.chips = chips(asked, answer, &teller);
    if item.outcome == "answered" {
        item.follow_ups = teller.follow_ups();
    }
    item
}

fn piece(text: &str, span: ask::Span) -> &str {
    text.get(span.start..span.end).unwrap_or_default()
}

fn empty(asked: &Asked<'_>, answer: &Answer) -> AnswerItem {
    let meant = &answer.meant;
    let period = meant.asked.period;
    AnswerItem {
        question: asked.id,
        date: day(asked.day),
        outcome: "answered".to_owned(),
        what: meant.what.as_str().to_owned(),
        flow: meant.asked.flow.map(|flow| flow.as_str().to_owned()),
        figures: Vec::new(),
        count: 0,
        sentence: String::new(),
        strong: Vec::new(),
        back: Vec::new(),
        before: None,
        bars: Vec::new(),
        bar_unit: match meant.asked.per {
            Some(per @ (Per::Week | Per::Year)) => per.as_str().to_owned(),
            _ => Per::Month.as_str().to_owned(),
        },
        average: None,
        entries: Vec::new(),
        more: 0,
        query: None,
        groups: Vec::new(),
        more_groups: 0,
        held: Vec::new(),
        parcels: Vec::new(),
        from: period.and_then(|period| period.from).map(day),
        until: period.and_then(|period| period.until).map(day),
        proof: None,
        gaps: Vec::new(),
        known_until: None,
        not_understood: Vec::new(),
        chips: Vec::new(),
        follow_ups: Vec::new(),
    }
}

fn say(item: &mut AnswerItem, sentence: Sentence) {
    item.sentence = sentence.text;
    item.strong = sentence.strong;
}

fn tell_counted(item: &mut AnswerItem, counted: &Counted, teller: &Teller<'_>) {
    let words = teller.words;
    let proven = &counted.cover;
    item.gaps = gaps(&proven.gaps, teller.words);
    item.known_until = teller.known_until(proven);
    item.proof = teller.proof(proven);
    item.count = counted.count;
    let is_average = teller.answer.meant.what == What::Average;
    if counted.count == 0 || (is_average && counted.figures.is_empty()) {
        item.outcome = "nothing".to_owned();
        let sentence = match counted.count {
            0 => teller.nothing(),
            _ => teller.no_average(),
        };
        say(item, sentence);
        return;
    }
    say(item, teller.counted(counted));
    item.figures = counted.figures.iter().copied().map(money).collect();
    item.back = counted.back.iter().copied().map(money).collect();
    item.average = counted.average.map(money);
    item.before = counted.before.map(|(difference, month)| AnswerBefore {
        difference: money(difference),
        month: month_name(month, words),
    });
    item.bars = counted.bars.iter().map(bar).collect();
    let entries = counted.entries.iter();
    item.entries = entries.filter_map(|item| listed(item, words)).collect();
    item.more = counted.more;
    item.query = (counted.more > 0).then(|| searched(teller));
    item.groups = counted
        .by_whom
        .iter()
        .map(|(row, amount, count)| AnswerGroup {
            counterparty: row.id.0,
            name: counterparty_name(row, words),
            money: money(*amount),
            count: *count,
        })
        .collect();
    item.more_groups = counted.more_by_whom;
}

fn bar(bar: &Bar) -> AnswerBar {
    AnswerBar {
        from: day(bar.from),
        until: day(bar.until),
        money: money(bar.money),
        asked: bar.is_asked,
        partial: bar.is_partial,
    }
}

fn listed(item: &Item, words: &Words) -> Option<EntryItem> {
    let ItemKind::Entry(row, is_unread) = &item.kind else {
        return None;
    };
    let mut entry = entry_item(row, *is_unread, words);
    entry.receipts = item
        .receipts
        .iter()
        .map(super::receipt::receipt_block)
        .collect();
    give_back(&mut entry, row, &item.returned);
    Some(entry)
}

/// The search that finds what was counted, as it is typed.
fn searched(teller: &Teller<'_>) -> String {
    use ask::{Is, Part, Query, Span, Term};
    let asked = &teller.answer.meant.asked;
    let mut terms: Vec<(Term, bool)> = Vec::new();
    for view in &teller.answer.about {
        let name = noun(view, teller.words);
        match view {
            NounView::Counterparty(_) => terms.push((Term::From(name), false)),
            NounView::Account(_) => terms.push((Term::Account(name), false)),
            NounView::Tag(tag) => terms.push((Term::Tag(tag.clone()), false)),
            NounView::Category(_) | NounView::Payment(_) => {}
        }
    }
    terms.extend(
        asked
            .words
            .iter()
            .map(|word| (Term::Phrase(word.clone()), false)),
    );
    terms.extend(asked.period.map(|period| (Term::Days(period), false)));
    terms.extend(asked.amounts.map(|amounts| (Term::Amount(amounts), false)));
    match asked.flow {
        Some(Flow::Out) => terms.push((Term::Is(Is::Out), false)),
        Some(Flow::In) => terms.push((Term::Is(Is::In), false)),
        Some(Flow::Net) | None => {}
    }
    terms.push((Term::Is(Is::Transfer), true));
    let parts = terms.into_iter().map(|(term, is_excluded)| Part {
        span: Span { start: 0, end: 0 },
        term,
        is_excluded,
    });
    let query = Query {
        parts: parts.collect(),
    };
    ask::written(&query, teller.words.lang())
}

fn tell_held(item: &mut AnswerItem, held: &[(store::AccountRow, BalanceOn)], teller: &Teller<'_>) {
    let words = teller.words;
    item.held = held
        .iter()
        .map(|(row, held)| AnswerHeld {
            account: row.id.0,
            name: account_name(row, words),
            balance: balance(held),
        })
        .collect();
    match held {
        [] => {
            item.outcome = "nothing".to_owned();
            say(item, teller.nothing());
        }
        [(row, held)] => {
            item.figures = vec![money(held.money)];
            let (name, as_of) = (account_name(row, words), long_day(held.as_of, words));
            let text = words.text("answer-held", &[("name", &name), ("day", &as_of)]);
            let strong = super::answered::marks(&text, &[name, as_of]);
            say(item, Sentence { text, strong });
        }
        held => {
            let count = held.len().to_string();
            item.sentence = words.text("answer-held-many", &[("count", &count)]);
        }
    }
}

fn tell_parcels(item: &mut AnswerItem, parcels: &[(ReceiptView, usize)], teller: &Teller<'_>) {
    let words = teller.words;
    item.parcels = parcels
        .iter()
        .filter_map(|(view, at)| {
            let delivery = delivery_item(view, *at, view.told_on(), teller.today)?;
            let parcel = view.receipt.deliveries.get(*at)?;
            Some(AnswerParcel {
                counterparty: view.row.counterparty.0,
                name: counterparty_name(&view.counterparty, words),
                text: parcel_text(parcel, delivery.is_late, words),
                delivery,
            })
        })
        .collect();
    item.count = i64::try_from(item.parcels.len()).unwrap_or(i64::MAX);
    if item.parcels.is_empty() {
        item.outcome = "nothing".to_owned();
        say(item, teller.nothing());
        return;
    }
    let count = item.count.to_string();
    let (whom, names) = teller.whom();
    let text = words.text("answer-parcels", &[("count", &count), ("whom", &whom)]);
    let text = text.trim_end().to_owned();
    let strong = super::answered::marks(&text, &names);
    say(item, Sentence { text, strong });
}

fn parcel_text(parcel: &Delivery, is_late: bool, words: &Words) -> String {
    let written = |day: Option<NaiveDate>| day.map(|day| long_day(day, words));
    let from = written(parcel.expected_from);
    let until = written(parcel.expected_until.or(parcel.expected_from));
    let pickup = written(parcel.pickup_until);
    let (arrived, returned) = (DeliveryEvent::Delivered, DeliveryEvent::Returned);
    let one = |id: &str, name: &str, day: &str| words.text(id, &[(name, day)]);
    match (parcel.event, from, until) {
        (Some(event), ..) if event == returned => words.text("answer-parcel-returned", &[]),
        (Some(event), ..) if event >= arrived => match written(parcel.delivered_on) {
            Some(day) => one("answer-parcel-arrived", "day", &day),
            None => words.text("answer-parcel-arrived-unknown", &[]),
        },
        (Some(DeliveryEvent::PickupReady), ..) => match pickup {
            Some(day) => one("answer-parcel-pickup", "until", &day),
            None => words.text("answer-parcel-ready", &[]),
        },
        (_, _, Some(until)) if is_late => one("answer-parcel-late", "until", &until),
        (_, Some(from), Some(until)) if from != until => {
            let args = [("from", from.as_str()), ("until", until.as_str())];
            words.text("answer-parcel-between", &args)
        }
        (_, _, Some(until)) => one("answer-parcel-on", "until", &until),
        _ => words.text("answer-parcel-unknown", &[]),
    }
}

/// How the question was understood, and how else it may be.
fn chips(asked: &Asked<'_>, answer: &Answer, teller: &Teller<'_>) -> Vec<AnswerChip> {
    let words = teller.words;
    let mut chips = named(asked, answer, teller);
    if matches!(
        answer.outcome,
        Answered::NotUnderstood(_) | Answered::Several(..)
    ) {
        return chips;
    }
    let meant = &answer.meant;
    chips.extend(about(answer, teller));
    let said = meant.asked.words.iter();
    chips.extend(said.map(|said| still("words", words.text("asked-phrase", &[("words", said)]))));
    let amounts = meant.asked.amounts.as_ref();
    chips.extend(amounts.map(|amounts| still("amount", super::chip::amount(amounts, words))));
    if !matches!(meant.what, What::Arrival) {
        let mut period = still("period", teller.period_label(meant.asked.period));
        period.choices = choices(answer, teller, |one| matches!(one, Reading::Period(_)));
        chips.push(period);
    }
    let flows = choices(answer, teller, |one| matches!(one, Reading::Flow(_)));
    if !flows.is_empty() {
        let mut flow = still(
            "flow",
            flow_label(meant.asked.flow.unwrap_or(Flow::Net), words),
        );
        flow.choices = flows;
        chips.push(flow);
    }
    let pers = choices(answer, teller, |one| matches!(one, Reading::Per(_)));
    if meant.asked.per.is_some() && !pers.is_empty() {
        let mut per = still("per", per_label(meant.asked.per, words));
        per.choices = pers;
        chips.push(per);
    }
    chips
}

/// A chip without another reading.
fn still(kind: &str, label: String) -> AnswerChip {
    AnswerChip {
        kind: kind.to_owned(),
        label,
        conversation: None,
        choices: Vec::new(),
    }
}

fn choices(answer: &Answer, teller: &Teller<'_>, is_of: fn(&Reading) -> bool) -> Vec<AnswerChoice> {
    let own = answer.choices.iter().filter(|one| is_of(&one.reading));
    own.map(|one| choice(one, teller)).collect()
}

/// With whom, and whatever else is named.
fn about(answer: &Answer, teller: &Teller<'_>) -> Vec<AnswerChip> {
    let words = teller.words;
    let mut chips = Vec::new();
    let whom = choices(answer, teller, |one| {
        matches!(one, Reading::Whom(_) | Reading::Everybody)
    });
    let is_whom =
        |view: &&NounView| matches!(view, NounView::Counterparty(_) | NounView::Category(_));
    let own: Vec<&NounView> = answer.about.iter().filter(is_whom).collect();
    if !whom.is_empty() {
        let names: Vec<String> = own.iter().map(|view| noun(view, words)).collect();
        let label = match names.is_empty() {
            true => words.text("answer-chip-everybody", &[]),
            false => names.join(", "),
        };
        let conversation = own.first().and_then(|view| reference(view));
        chips.push(AnswerChip {
            conversation: conversation.filter(|_| own.len() == 1),
            choices: whom,
            ..still("whom", label)
        });
    }
    for view in answer.about.iter().filter(|view| !is_whom(view)) {
        chips.push(AnswerChip {
            conversation: reference(view),
            ..still(sort(view), noun(view, words))
        });
    }
    chips
}

/// Words that have several readings, or none but names that are like them.
fn named(asked: &Asked<'_>, answer: &Answer, teller: &Teller<'_>) -> Vec<AnswerChip> {
    let meant = &answer.meant;
    let doubts = meant.doubts.iter().map(|doubt| doubt.span);
    let spans = doubts.chain(meant.unknown.iter().map(|one| one.span));
    let chips = spans.map(|span| {
        let own = answer
            .choices
            .iter()
            .filter(|one| matches!(one.reading, Reading::Name(start, _) if start == span.start));
        AnswerChip {
            kind: "name".to_owned(),
            label: piece(asked.text, span).to_owned(),
            conversation: None,
            choices: own.map(|one| choice(one, teller)).collect(),
        }
    });
    chips.collect()
}

fn choice(one: &OtherReading, teller: &Teller<'_>) -> AnswerChoice {
    let words = teller.words;
    let (label, conversation) = match &one.reading {
        Reading::Name(_, view) | Reading::Whom(view) => (noun(view, words), reference(view)),
        Reading::Everybody => (words.text("answer-chip-everybody", &[]), None),
        Reading::Period(period) => (period_name(*period, words), None),
        Reading::Flow(flow) => (flow_label(*flow, words), None),
        Reading::Per(per) => (per_label(*per, words), None),
    };
    AnswerChoice {
        label,
        pick: serde_json::to_string(&one.kept).unwrap_or_default(),
        current: one.is_current,
        conversation,
    }
}

fn period_name(period: Option<Period>, words: &Words) -> String {
    match period {
        Some(period) => super::chip::days(&period, words),
        None => words.text("answer-ever", &[]),
    }
}

fn flow_label(flow: Flow, words: &Words) -> String {
    words.text(&format!("answer-chip-{}", flow.as_str()), &[])
}

fn per_label(per: Option<Per>, words: &Words) -> String {
    let word = per.map_or("none", Per::as_str);
    words.text(&format!("answer-chip-per-{word}"), &[])
}

fn sort(view: &NounView) -> &'static str {
    match view {
        NounView::Counterparty(_) => "whom",
        NounView::Account(_) => "account",
        NounView::Category(_) => "category",
        NounView::Tag(_) => "tag",
        NounView::Payment(_) => "payment",
    }
}

fn reference(view: &NounView) -> Option<ConversationRef> {
    match view {
        NounView::Counterparty(row) => Some(ConversationRef::Counterparty(row.id.0)),
        NounView::Account(row) => Some(ConversationRef::Account(row.id.0)),
        _ => None,
    }
}
