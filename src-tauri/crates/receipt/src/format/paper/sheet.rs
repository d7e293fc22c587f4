//! A paper as its reader sees it: cells of words on lines from the top, each with its place, over all pages.

use source::pdf::{Page, Row};

/// From this share of the type's height on, a gap between words parts cells.
const COLUMN: f64 = 0.9;
/// How far apart two pages are taken to be, in points: further than anything on one of them.
const PAGE: f64 = 100_000.0;
/// How far apart columns are taken to be where only their order is known.
const COLUMN_OF_TEXT: f64 = 200.0;
/// The most lines that are looked at.
const MOST_LINES: usize = 4000;

/// All lines, page after page.
#[derive(Debug, Default)]
pub(in crate::format) struct Sheet {
    pub(super) lines: Vec<Line>,
}

/// Cells on one base line, from the left.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) cells: Vec<Cell>,
    /// Points from the top of the first page.
    pub(super) top: f64,
    /// Height of its tallest type.
    pub(super) size: f64,
}

/// Words close to each other.
#[derive(Debug, Clone, Default)]
pub(super) struct Cell {
    /// As written.
    pub(super) text: String,
    /// Folded.
    pub(super) folded: String,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) size: f64,
}

impl Cell {
    /// Whether the two stand above each other.
    pub(super) fn overlaps(&self, other: &Cell) -> bool {
        self.left < other.right && self.right > other.left
    }

    pub(super) fn has_digit(&self) -> bool {
        self.text.bytes().any(|byte| byte.is_ascii_digit())
    }
}

impl Sheet {
    /// The lines of these pages.
    pub(in crate::format) fn of(pages: &[Page]) -> Self {
        let mut lines = Vec::new();
        for (number, page) in pages.iter().enumerate() {
            let start = PAGE * f64::from(u16::try_from(number).unwrap_or(u16::MAX));
            lines.extend(page.rows.iter().map(|row| Line {
                cells: cells(row),
                top: start + row.baseline,
                size: row.words.iter().map(|word| word.size).fold(0.0, f64::max),
            }));
        }
        lines.retain(|line| !line.cells.is_empty());
        lines.truncate(MOST_LINES);
        Sheet { lines }
    }

    /// Lines whose cells are parted by tabs, without knowing more of their places than their order.
    pub(super) fn of_text(text: &str) -> Self {
        let lines = text.lines().filter(|line| !line.trim().is_empty());
        let lines = lines.take(MOST_LINES).enumerate().map(|(at, line)| {
            let cells = line.split('\t').enumerate().map(|(place, cell)| {
                let left = COLUMN_OF_TEXT * f64::from(u16::try_from(place).unwrap_or(u16::MAX));
                Cell {
                    text: cell.trim().to_owned(),
                    folded: text::fold(cell),
                    left,
                    right: left + COLUMN_OF_TEXT / 2.0,
                    size: 10.0,
                }
            });
            Line {
                cells: cells.collect(),
                top: 12.0 * f64::from(u16::try_from(at).unwrap_or(u16::MAX)),
                size: 10.0,
            }
        });
        Sheet {
            lines: lines.collect(),
        }
    }

    pub(super) fn line(&self, at: usize) -> &[Cell] {
        self.lines.get(at).map_or(&[], |line| line.cells.as_slice())
    }

    /// What stands below a cell, line by line: right below it, else anywhere in the column that it heads, which ends where its
    /// neighbour begins.
    fn in_column_below(&self, at: usize, cell: &Cell) -> Vec<&Cell> {
        let here = self.line(at).iter().map(|other| other.left);
        let bound = here
            .filter(|left| *left > cell.left)
            .fold(f64::INFINITY, f64::min);
        let near = self.near_below(at).into_iter();
        near.filter_map(|line| {
            let right_below = line.cells.iter().find(|below| below.overlaps(cell));
            let within = |below: &&Cell| below.left >= cell.left && below.right <= bound;
            right_below.or_else(|| line.cells.iter().find(within))
        })
        .collect()
    }

    fn near_below(&self, at: usize) -> Vec<&Line> {
        let Some(here) = self.lines.get(at) else {
            return Vec::new();
        };
        let next = self.lines.get(at + 1..).unwrap_or_default().iter().take(2);
        next.take_while(|line| line.top - here.top < 3.0 * here.size.max(line.size))
            .collect()
    }

    /// What may answer a label, in the order of its likeliness: what its own cell says behind it, its neighbours to the right,
    /// what stands below it.
    pub(super) fn answers<'a>(&'a self, at: usize, place: usize, rest: &'a str) -> Vec<&'a str> {
        let rest = rest.trim_start_matches(|sign: char| {
            sign.is_whitespace() || matches!(sign, ':' | '.' | '-' | '–' | '=' | '*' | ')')
        });
        let line = self.line(at);
        let mut answers = Vec::new();
        if !rest.is_empty() {
            answers.push(rest);
        }
        let right = line.iter().skip(place + 1).take(2);
        answers.extend(right.map(|cell| cell.text.as_str()));
        let below = line.get(place).map(|cell| self.in_column_below(at, cell));
        answers.extend(below.into_iter().flatten().map(|cell| cell.text.as_str()));
        answers
    }

    /// The lines as text: cells parted by tabs, pages in their order.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for line in &self.lines {
            let written: Vec<&str> = line.cells.iter().map(|cell| cell.text.as_str()).collect();
            text.push_str(&written.join("\t"));
            text.push('\n');
        }
        text
    }
}

/// A row's words in cells. One that begins with a colon answers the one before it.
fn cells(row: &Row) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    for word in &row.words {
        let is_answer = word.text.starts_with(':');
        match cells.last_mut() {
            Some(cell) if is_answer || word.left - cell.right < COLUMN * word.size => {
                cell.text.push(' ');
                cell.text.push_str(&word.text);
                cell.right = word.right;
            }
            _ => cells.push(Cell {
                text: word.text.clone(),
                folded: String::new(),
                left: word.left,
                right: word.right,
                size: word.size,
            }),
        }
    }
    for cell in &mut cells {
        cell.folded = text::fold(&cell.text);
    }
    cells
}
