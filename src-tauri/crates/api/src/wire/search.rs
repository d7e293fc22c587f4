//! What a search found, with the places of the words.

use ask::Marks;
use domain::NaiveDate;
use ledger::{AccountView, ConversationKind, Found, Hit, ItemKind, Told, searched};

use super::answered::gaps;
use super::chip::chips;
use super::{account_row, counterparty_name, timeline_items};
use crate::Words;
use crate::conversations::ConversationRef;
use crate::search::{SearchExcerpt, SearchGroup, SearchHit, SearchMark, SearchResults};
use crate::timeline::TimelineItem;

/// Excerpts of one row.
const MOST: usize = 3;
/// Characters of a text that are shown around its first hit, and of those the ones before it.
const SHOWN: usize = 160;
const BEFORE: usize = 48;

/// What a search found.
pub(crate) fn search_results(
    typed: &str,
    found: &Found,
    accounts: &[AccountView],
    today: NaiveDate,
    words: &Words,
) -> SearchResults {
    let marks = Marks::of(&found.query);
    let mut groups: Vec<SearchGroup> = Vec::new();
    let mut count = 0;
    for hit in &found.hits {
        let Some(item) = timeline_items(&hit.item, today, words).into_iter().next() else {
            continue;
        };
        let own = reference(hit.with);
        let at = match groups.iter().position(|one| one.conversation == own) {
            Some(at) => at,
            None => {
                groups.push(group(hit, own, accounts, &marks, words));
                groups.len() - 1
            }
        };
        if let Some(group) = groups.get_mut(at) {
            let excerpts = excerpts(hit, &item, &group.name, &marks);
            group.hits.push(SearchHit {
                item,
                excerpts,
                to_check: hit.to_check,
            });
            count += 1;
        }
    }
    SearchResults {
        chips: chips(typed, found, words),
        written: ask::written(&found.query, words.lang()),
        groups,
        count,
        more: found.more,
        gaps: gaps(&found.gaps, words),
        asks_statement: found.gaps.iter().any(|gap| !gap.is_accepted),
    }
}

fn reference(with: ConversationKind) -> ConversationRef {
    match with {
        ConversationKind::Account(id) => ConversationRef::Account(id.0),
        ConversationKind::Counterparty(id) => ConversationRef::Counterparty(id.0),
    }
}

fn group(
    hit: &Hit,
    conversation: ConversationRef,
    accounts: &[AccountView],
    marks: &Marks,
    words: &Words,
) -> SearchGroup {
    let account = accounts
        .iter()
        .find(|view| hit.with == ConversationKind::Account(view.row.id))
        .map(|view| account_row(view, words));
    let (name, kind) = match (&hit.counterparty, account) {
        (Some(row), _) => (counterparty_name(row, words), row.counterparty.kind.clone()),
        (None, Some(account)) => (account.name, account.account_kind),
        (None, None) => (String::new(), String::new()),
    };
    SearchGroup {
        conversation,
        marks: places(marks, &name),
        name,
        kind,
        hits: Vec::new(),
    }
}

/// A text of a row: its place, the document that holds it, and itself.
type Text = (&'static str, Option<String>, String);

/// The texts that the words stand in, as few as show all of them, then of each document that holds any its plainest.
fn excerpts(hit: &Hit, item: &TimelineItem, name: &str, marks: &Marks) -> Vec<SearchExcerpt> {
    let mut found: Vec<SearchExcerpt> = Vec::new();
    let mut seen = vec![name.to_owned()];
    if marks.is_empty() {
        return found;
    }
    let mut is_all_seen = marks.all_in(seen.iter().map(String::as_str));
    for (at, (place, file, text)) in texts(hit, item).into_iter().enumerate() {
        let is_shown_anyway = at == 0 && place == "text";
        let is_extra = !is_shown_anyway && (is_all_seen || found.len() >= MOST);
        if is_extra && hit.told.is_empty() {
            break;
        }
        let is_told = |one: &SearchExcerpt| one.file == file;
        if is_extra && (file.is_none() || found.iter().any(is_told)) {
            continue;
        }
        if !marks.places(&text).is_empty() {
            let shown = excerpt(place, file, &text, marks);
            found.push(SearchExcerpt {
                extra: is_extra,
                ..shown
            });
            seen.push(text);
            is_all_seen = marks.all_in(seen.iter().map(String::as_str));
        }
    }
    found
}

/// What may be hit in a row, the plainest first.
fn texts(hit: &Hit, item: &TimelineItem) -> Vec<Text> {
    let own = |place, text: &str| (place, None, text.to_owned());
    let mut texts: Vec<Text> = Vec::new();
    match item {
        TimelineItem::Entry(entry) => {
            texts.extend(entry.text.iter().map(|text| own("text", text)));
            texts.extend(entry.note.iter().map(|note| own("note", note)));
            texts.extend(entry.tags.iter().map(|tag| own("tag", tag)));
        }
        TimelineItem::Waiting(waiting) => texts.push(own("text", &waiting.title)),
        TimelineItem::Note(note) => {
            texts.push(own("text", &note.text));
            texts.extend(note.tags.iter().map(|tag| own("tag", tag)));
        }
        _ => {}
    }
    texts.extend(hit.told.iter().flat_map(document));
    if let ItemKind::Entry(row, _) = &hit.item.kind {
        let raw = row.sighting.texts.iter();
        texts.extend(raw.map(|(_, text)| own("bank", text)));
    }
    texts
}

/// What a document says: things bought, then numbers and names, then the message around them.
fn document(told: &Told) -> Vec<Text> {
    let lines = told.receipt.lines.len();
    let all = searched(&told.receipt);
    let message = told.receipt.message.lines().count();
    let fields = all.len().saturating_sub(message);
    let texts = all.into_iter().enumerate();
    texts
        .map(|(at, text)| {
            let place = match at {
                at if at < lines => "line",
                at if at < fields => "receipt",
                _ => "message",
            };
            (place, Some(told.document.clone()), text.to_owned())
        })
        .collect()
}

/// The text around its first hit.
fn excerpt(place: &str, file: Option<String>, text: &str, marks: &Marks) -> SearchExcerpt {
    let shown = around(text, marks);
    SearchExcerpt {
        place: place.to_owned(),
        file,
        marks: places(marks, &shown),
        text: shown,
        extra: false,
    }
}

/// A long text, cut between words, from a little before its first hit.
fn around(text: &str, marks: &Marks) -> String {
    if text.chars().count() <= SHOWN {
        return text.to_owned();
    }
    let first = marks.places(text).first().map_or(0, |place| place.start);
    let (mut units, mut at) = (0_usize, 0_usize);
    for c in text.chars() {
        if units >= first {
            break;
        }
        units += c.len_utf16();
        at += 1;
    }
    let start = at.saturating_sub(BEFORE);
    let piece: String = text.chars().skip(start).take(SHOWN).collect();
    let is_end = start + SHOWN >= text.chars().count();
    let whole = match piece.split_once(char::is_whitespace) {
        Some((_, rest)) if start > 0 && at > start => rest,
        _ => &piece,
    };
    let whole = match whole.rsplit_once(char::is_whitespace) {
        Some((rest, _)) if !is_end && !rest.is_empty() => rest,
        _ => whole,
    };
    let open = if start > 0 { "… " } else { "" };
    let close = if is_end { "" } else { " …" };
    format!("{open}{whole}{close}")
}

fn places(marks: &Marks, text: &str) -> Vec<SearchMark> {
    let unit = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let places = marks.places(text).into_iter();
    places
        .map(|place| SearchMark {
            start: unit(place.start),
            end: unit(place.end),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(word: &str) -> Marks {
        Marks::beginnings(word)
    }

    #[test]
    fn a_long_text_is_cut_between_words_around_its_first_hit() {
        let long = format!(
            "{}Filtre lavable {}",
            "avant ".repeat(60),
            "après ".repeat(60)
        );
        let shown = around(&long, &marks("filtre"));
        assert!(shown.starts_with("… avant"), "{shown}");
        assert!(shown.ends_with("après …"), "{shown}");
        let found = excerpt("message", None, &long, &marks("filtre"));
        let wide: Vec<u16> = found.text.encode_utf16().collect();
        let hit = found.marks[0];
        let hit = String::from_utf16(&wide[hit.start as usize..hit.end as usize]);
        assert_eq!(hit.unwrap_or_default(), "Filtre");
    }

    #[test]
    fn a_short_text_is_shown_whole() {
        assert_eq!(around("2 × Filtre", &marks("filtre")), "2 × Filtre");
    }
}
