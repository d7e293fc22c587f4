//! `foil search`: what the window's search finds.

use std::io::Write;

use api::search::{SearchExcerpt, SearchHit, SearchResults};
use api::timeline::TimelineItem;
use clap::Args;
use text::Catalogue;

use crate::failure::Failure;
use crate::global::{Exit, Global};
use crate::timeline::{date, line};
use crate::{door, printed};

/// What `foil search` takes.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Words, amounts, days and names, as in docs/search.md; behind `--` where a minus comes first
    #[arg(required = true, value_name = "QUERY")]
    query: Vec<String>,
    /// At most so many
    #[arg(long, value_name = "N", default_value_t = 100)]
    limit: u32,
}

/// Finds rows of conversations, newest first.
///
/// # Errors
/// The ledger does not open or cannot be read.
pub(crate) fn run(arguments: &Arguments, global: &Global) -> Result<Exit, Failure> {
    let query = arguments.query.join(" ");
    let found = door::open(global)?.search(&query, arguments.limit)?;
    let has_findings = tell(&found, global)?;
    let groups = found.groups.into_iter();
    let mut hits: Vec<SearchHit> = groups.flat_map(|group| group.hits).collect();
    hits.sort_by(|a, b| date(&b.item).cmp(date(&a.item)));
    if global.json {
        let items: Vec<&TimelineItem> = hits.iter().map(|hit| &hit.item).collect();
        printed::json(&items)?;
    } else {
        print(&hits, global)?;
    }
    if hits.is_empty() {
        global.say("cli-search-none", &[("query", &query)])?;
    }
    Ok(if has_findings {
        Exit::Findings
    } else {
        Exit::Well
    })
}

/// Says how the query was understood where it is more than words, and what nothing can be found by.
fn tell(found: &SearchResults, global: &Global) -> Result<bool, Failure> {
    if found.chips.iter().any(|chip| chip.kind != "word") {
        global.say("cli-search-understood", &[("query", &found.written)])?;
    }
    let mut has_findings = false;
    for chip in &found.chips {
        if let Some(problem) = &chip.problem {
            let args = [("part", chip.label.as_str()), ("problem", problem)];
            global.say("cli-search-problem", &args)?;
            has_findings = true;
        }
    }
    Ok(has_findings)
}

fn print(hits: &[SearchHit], global: &Global) -> Result<(), Failure> {
    let catalogue = global.catalogue();
    let mut out = printed::out();
    for hit in hits {
        let day = printed::day(date(&hit.item), &catalogue);
        writeln!(out, "{day}  {}", line(&hit.item, &catalogue))?;
        for excerpt in hit
            .excerpts
            .iter()
            .filter(|one| one.file.is_some() && !one.extra)
        {
            writeln!(out, "    {}", excerpt_line(excerpt, &catalogue))?;
        }
    }
    Ok(out.flush()?)
}

fn excerpt_line(excerpt: &SearchExcerpt, catalogue: &Catalogue) -> String {
    let file = excerpt.file.as_deref().unwrap_or_default();
    let args = [("document", file), ("text", excerpt.text.as_str())];
    catalogue.text("cli-search-excerpt", &args)
}
