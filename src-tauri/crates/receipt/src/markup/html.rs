//! HTML as a reader sees it: lines, and cells of a table row parted by tabs. Nothing that it names is fetched.

use std::collections::HashSet;

use scraper::{ElementRef, Html, Node};
use serde_json::Value;

/// Elements within elements, beyond which no tree is built: the builder takes quadratic time for such pages.
const MOST_DEPTH: usize = 512;

/// A page, read.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// What a reader sees.
    pub(crate) text: String,
    /// Where its links lead.
    pub(crate) links: Vec<String>,
    /// Its JSON-LD, as written.
    pub(crate) scripts: Vec<String>,
    /// Its microdata.
    pub(crate) items: Vec<Value>,
}

/// Reads a page. One that is nested too deeply is read as text between tags, without its structure.
pub(crate) fn page(html: &str) -> Page {
    if is_too_deep(html) {
        return Page {
            text: between_tags(html),
            ..Page::default()
        };
    }
    let tree = Html::parse_document(html);
    let mut writer = Writer {
        layout_rows: layout_rows(&tree),
        ..Writer::default()
    };
    for edge in tree.tree.root().traverse() {
        match edge {
            ego_tree::iter::Edge::Open(node) => writer.open(node),
            ego_tree::iter::Edge::Close(node) => writer.close(node),
        }
    }
    writer.end_line();
    Page {
        text: writer.text,
        links: writer.links,
        scripts: writer.scripts,
        items: super::microdata::items(&tree),
    }
}

/// Whether no tree is built of a page.
pub(crate) fn is_too_deep(html: &str) -> bool {
    depth(html) > MOST_DEPTH
}

/// The deepest nesting that the tags of a page can make; those that close themselves are left out.
fn depth(html: &str) -> usize {
    let mut open = 0usize;
    let mut deepest = 0;
    for tag in html.split('<').skip(1) {
        if tag.starts_with('/') {
            open = open.saturating_sub(1);
            continue;
        }
        let end = tag
            .find(|sign: char| !sign.is_ascii_alphanumeric())
            .unwrap_or(tag.len());
        let name = tag.get(..end).unwrap_or_default().to_ascii_lowercase();
        let is_flat = name.is_empty() || FLAT.contains(&name.as_str());
        if !is_flat {
            open += 1;
            deepest = deepest.max(open);
        }
    }
    deepest
}

/// Void elements, and those that the next of their kind ends.
const FLAT: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "dt", "dd", "option", "o", "v", "w",
];

fn between_tags(html: &str) -> String {
    let mut text = String::with_capacity(html.len() / 4);
    for part in html.split('<') {
        let seen = part.split_once('>').map_or(part, |(_, seen)| seen).trim();
        if !seen.is_empty() {
            text.push_str(seen);
            text.push('\n');
        }
    }
    text
}

/// Rows that hold another table: those make a layout, not a line.
fn layout_rows(tree: &Html) -> HashSet<ego_tree::NodeId> {
    let mut rows = Vec::new();
    let mut layout = HashSet::new();
    for edge in tree.tree.root().traverse() {
        match edge {
            ego_tree::iter::Edge::Open(node) => match name(&node) {
                Some("tr") => rows.push(node.id()),
                Some("table") => {
                    for row in rows.iter().rev() {
                        if !layout.insert(*row) {
                            break;
                        }
                    }
                }
                _ => {}
            },
            ego_tree::iter::Edge::Close(node) => {
                if name(&node) == Some("tr") {
                    rows.pop();
                }
            }
        }
    }
    layout
}

fn name<'a>(node: &ego_tree::NodeRef<'a, Node>) -> Option<&'a str> {
    node.value().as_element().map(scraper::node::Element::name)
}

#[derive(Default)]
struct Writer {
    layout_rows: HashSet<ego_tree::NodeId>,
    text: String,
    line: String,
    /// The cells of the row that is being read, each with its lines.
    row: Option<Vec<Vec<String>>>,
    /// How many elements are open that a reader does not see.
    hidden: usize,
    links: Vec<String>,
    scripts: Vec<String>,
}

impl Writer {
    fn open(&mut self, node: ego_tree::NodeRef<'_, Node>) {
        if let Node::Text(text) = node.value() {
            if self.hidden == 0 {
                self.write(text);
            }
            return;
        }
        let Some(element) = node.value().as_element() else {
            return;
        };
        if is_hidden(element) {
            self.hidden += 1;
        }
        match element.name() {
            "script" => self.keep_script(node),
            "a" => self.links.extend(
                element
                    .attr("href")
                    .filter(|link| link.starts_with("http"))
                    .map(str::to_owned),
            ),
            "tr" if !self.layout_rows.contains(&node.id()) => {
                self.end_line();
                self.row = Some(Vec::new());
            }
            "td" | "th" => match &mut self.row {
                Some(row) => row.push(vec![String::new()]),
                None => self.end_line(),
            },
            name if is_block(name) => self.end_line(),
            _ => {}
        }
    }

    fn close(&mut self, node: ego_tree::NodeRef<'_, Node>) {
        let Some(element) = node.value().as_element() else {
            return;
        };
        if is_hidden(element) {
            self.hidden = self.hidden.saturating_sub(1);
        }
        match element.name() {
            "tr" => {
                if let Some(row) = self.row.take() {
                    self.write_row(&row);
                }
            }
            "td" | "th" if self.row.is_none() => self.end_line(),
            name if is_block(name) => self.end_line(),
            _ => {}
        }
    }

    fn keep_script(&mut self, node: ego_tree::NodeRef<'_, Node>) {
        let is_data = node
            .value()
            .as_element()
            .and_then(|element| element.attr("type"));
        if is_data.is_some_and(|kind| kind.to_ascii_lowercase().contains("ld+json")) {
            let texts = node.children().filter_map(|child| child.value().as_text());
            self.scripts
                .push(texts.map(|text| text.to_string()).collect());
        }
    }

    fn write(&mut self, text: &str) {
        let line = match self.row.as_mut() {
            Some(row) => match row.last_mut().and_then(|cell| cell.last_mut()) {
                Some(line) => line,
                None => return,
            },
            None => &mut self.line,
        };
        for sign in text.chars() {
            match sign {
                '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' | '\u{34f}' => {}
                ' ' | '\n' | '\r' | '\t' => {
                    if !line.is_empty() && !line.ends_with(' ') {
                        line.push(' ');
                    }
                }
                other => line.push(other),
            }
        }
    }

    fn end_line(&mut self) {
        if let Some(cell) = self.row.as_mut().and_then(|row| row.last_mut()) {
            if cell.last().is_some_and(|line| !line.trim().is_empty()) {
                cell.push(String::new());
            }
            return;
        }
        let line = std::mem::take(&mut self.line);
        push_line(&mut self.text, &line);
    }

    /// The first lines of the cells are the row; what else a cell says follows.
    fn write_row(&mut self, row: &[Vec<String>]) {
        if let [cell] = row {
            for line in cell {
                push_line(&mut self.text, line);
            }
            return;
        }
        let first = |cell: &Vec<String>| cell.first().map_or("", |line| line.trim()).to_owned();
        let heads: Vec<String> = row
            .iter()
            .map(first)
            .filter(|head| !head.is_empty())
            .collect();
        push_line(&mut self.text, &heads.join("\t"));
        for line in row.iter().flat_map(|cell| cell.iter().skip(1)) {
            push_line(&mut self.text, line);
        }
    }
}

fn push_line(text: &mut String, line: &str) {
    let line = line.trim();
    if !line.is_empty() {
        text.push_str(line);
        text.push('\n');
    }
}

/// Whether a reader does not see an element: code, what is styled away, and what is struck out.
fn is_hidden(element: &scraper::node::Element) -> bool {
    let is_code = matches!(
        element.name(),
        "script" | "style" | "head" | "noscript" | "template" | "svg" | "del" | "s" | "strike"
    );
    let style = element.attr("style").unwrap_or_default();
    let is_styled = style.len() < 4000 && {
        let plain: String = style
            .chars()
            .filter(|sign| !sign.is_whitespace())
            .collect::<String>()
            .to_ascii_lowercase();
        plain.contains("display:none") || plain.contains("line-through")
    };
    is_code || is_styled
}

fn is_block(name: &str) -> bool {
    matches!(name, "body" | "form") || BLOCKS.contains(&name)
}

/// Elements that begin and end lines, and do nothing else.
pub(crate) const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "br",
    "center",
    "dd",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "tbody",
    "thead",
    "tfoot",
    "tr",
    "ul",
];

/// The text below an element, with single spaces.
pub(super) fn text_of(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_a_table_are_lines_and_what_is_hidden_is_left_out() {
        let html = "<table><tr><td><table><tr><td>Total</td><td><b>5,00&nbsp;€</b></td></tr></table></td></tr></table>\
                    <p style='display: none'>secret</p><s>Tuesday</s><p>Wed<b>nesday</b></p>";
        assert_eq!(page(html).text, "Total\t5,00\u{a0}€\nWednesday\n");
    }

    #[test]
    fn a_page_that_is_nested_too_deeply_is_read_flat() {
        let html = format!("{}Total 5,00 €", "<div>".repeat(60_000));
        assert_eq!(page(&html).text, "Total 5,00 €\n");
    }
}
