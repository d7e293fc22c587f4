//! Drawn letters to words, words to rows, rows to lines of text in columns.

use hayro_interpret::kurbo::{Affine, Point, Vec2};

use super::glyphs::{Drawn, Letters, Placed};

/// A page, turned so that most of its text runs from left to right.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// Width in points (1/72 inch).
    pub width: f64,
    /// Height in points.
    pub height: f64,
    /// From the top.
    pub rows: Vec<Row>,
    /// Words that run another way than the page: print in the margin, watermarks.
    pub aside: Vec<Word>,
    /// Pictures drawn. A page with pictures and without rows is a scan.
    pub pictures: usize,
    /// Glyphs whose letter the document does not tell; each reads as U+FFFD.
    pub unknown: usize,
}

/// Words on one base line.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row {
    /// Points from the top of the page to the base line.
    pub baseline: f64,
    /// From the left.
    pub words: Vec<Word>,
}

/// Letters without a space between them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Word {
    /// The letters; ligatures are taken apart.
    pub text: String,
    /// Points from the page's left edge to its first letter.
    pub left: f64,
    /// Points from the page's left edge to the end of its last letter.
    pub right: f64,
    /// Height of its type, in points.
    pub size: f64,
}

/// From this share of the type's height on, a gap between letters is a space.
const SPACE: f64 = 0.15;
/// From this share of the type's height on, a step down is another row.
const STEP: f64 = 0.4;
/// A gap of this share of the type's height is shown as two spaces at least: what follows is another column.
const COLUMN: f64 = 0.9;
/// The most columns of a line of text.
const WIDEST: usize = 400;

impl Row {
    /// Its words with one space between them.
    pub fn text(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|word| word.text.as_str()).collect();
        words.join(" ")
    }
}

impl Page {
    /// The page as lines of text in which words stand below each other as they do on the page.
    pub fn text(&self) -> String {
        let unit = self.unit();
        let mut text = String::new();
        let mut above: Option<&Row> = None;
        for row in &self.rows {
            let size = row.words.iter().map(|word| word.size).fold(0.0, f64::max);
            if above.is_some_and(|above| row.baseline - above.baseline > 2.0 * size) {
                text.push('\n');
            }
            text.push_str(&line(row, unit));
            text.push('\n');
            above = Some(row);
        }
        text
    }

    /// The width of a usual letter.
    fn unit(&self) -> f64 {
        let mut widths: Vec<f64> = self
            .rows
            .iter()
            .flat_map(|row| &row.words)
            .map(|word| (word.right - word.left) / word.text.chars().count().max(1) as f64)
            .filter(|width| *width > 0.0)
            .collect();
        widths.sort_by(f64::total_cmp);
        let usual = widths.get(widths.len() / 2).copied().unwrap_or(5.0);
        usual.max(self.width / WIDEST as f64)
    }
}

fn line(row: &Row, unit: f64) -> String {
    let mut line = String::new();
    let mut column = 0;
    let mut before: Option<&Word> = None;
    for word in &row.words {
        let least = before.map_or(0, |before| {
            let gap = word.left - before.right;
            1 + usize::from(gap >= COLUMN * word.size.min(before.size))
        });
        // Saturates: a place beyond the page is its edge.
        let place = (word.left / unit).round().clamp(0.0, WIDEST as f64) as usize;
        let spaces = place.saturating_sub(column).max(least);
        line.extend(std::iter::repeat_n(' ', spaces));
        line.push_str(&word.text);
        column += spaces + word.text.chars().count();
        before = Some(word);
    }
    line
}

pub(super) fn page(drawn: Drawn, width: f64, height: f64) -> Page {
    let within = |placed: &Placed| {
        (0.0..=width).contains(&placed.origin.x) && (0.0..=height).contains(&placed.origin.y)
    };
    let glyphs: Vec<Placed> = drawn.glyphs.into_iter().filter(within).collect();
    let (turn, width, height) = upright(&glyphs, width, height);
    let mut words = Vec::new();
    let mut aside = Vec::new();
    let mut open = Open::default();
    for glyph in &glyphs {
        let glyph = glyph.turned(turn);
        let (ended, upright) = open.take(&glyph);
        if let Some(word) = ended {
            if upright {
                words.push(word)
            } else {
                aside.push(word.1)
            }
        }
    }
    if let Some(word) = open.word.take() {
        if open.is_upright {
            words.push(word)
        } else {
            aside.push(word.1)
        }
    }
    Page {
        width,
        height,
        rows: rows(words),
        aside,
        pictures: drawn.pictures,
        unknown: drawn.unknown,
    }
}

/// A word and its base line.
type Based = (f64, Word);

/// The word that is being put together.
#[derive(Default)]
struct Open {
    word: Option<Based>,
    is_upright: bool,
    /// Where the next letter of the word would start, and which way the word runs.
    end: Point,
    way: Vec2,
}

impl Open {
    /// Adds a letter; the word that it ended, if it did, and whether that runs from left to right.
    fn take(&mut self, glyph: &Placed) -> (Option<Based>, bool) {
        let was_upright = self.is_upright;
        let letters = letters(&glyph.text);
        if letters.is_empty() {
            return (self.word.take(), was_upright);
        }
        let follows = self.word.is_some() && self.follows(glyph);
        let ended = if follows { None } else { self.word.take() };
        let end = glyph.origin + glyph.advance;
        let (_, word) = self.word.get_or_insert_with(|| {
            let word = Word {
                text: String::new(),
                left: glyph.origin.x,
                right: end.x,
                size: glyph.size,
            };
            (glyph.origin.y, word)
        });
        word.text.push_str(&letters);
        word.right = word.right.max(end.x);
        self.is_upright = glyph.advance.x >= 0.0 && glyph.advance.y.abs() <= 0.1 * glyph.size;
        self.end = end;
        self.way = glyph.advance;
        (ended, was_upright)
    }

    fn follows(&self, glyph: &Placed) -> bool {
        let gap = glyph.origin - self.end;
        let length = self.way.hypot();
        if length == 0.0 {
            return gap.hypot() < SPACE * glyph.size;
        }
        let along = gap.dot(self.way) / length;
        let across = gap.cross(self.way).abs() / length;
        (-2.0 * SPACE..SPACE).contains(&(along / glyph.size)) && across < SPACE * glyph.size
    }
}

/// What a glyph adds to a word: nothing where it is a space.
fn letters(text: &Letters) -> String {
    let whole = match text {
        Letters::One(letter) => letter.to_string(),
        Letters::Several(letters) => letters.to_string(),
    };
    let mut letters = String::with_capacity(whole.len());
    for letter in whole
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
    {
        match letter {
            '\u{FB00}' => letters.push_str("ff"),
            '\u{FB01}' => letters.push_str("fi"),
            '\u{FB02}' => letters.push_str("fl"),
            '\u{FB03}' => letters.push_str("ffi"),
            '\u{FB04}' => letters.push_str("ffl"),
            // Many fonts say soft hyphen where they draw a hyphen.
            '\u{AD}' => letters.push('-'),
            '\u{200B}'..='\u{200F}' | '\u{FEFF}' => {}
            other => letters.push(other),
        }
    }
    letters
}

impl Placed {
    fn turned(&self, turn: Affine) -> Placed {
        let origin = turn * self.origin;
        Placed {
            text: self.text.clone(),
            origin,
            advance: turn * (self.origin + self.advance) - origin,
            size: self.size,
        }
    }
}

/// The quarter turn after which most letters run from left to right, and the page's size after it.
fn upright(glyphs: &[Placed], width: f64, height: f64) -> (Affine, f64, f64) {
    let (mut right, mut left, mut down, mut up) = (0usize, 0usize, 0usize, 0usize);
    for Placed { advance, .. } in glyphs {
        if advance.x.abs() >= advance.y.abs() {
            *(if advance.x >= 0.0 {
                &mut right
            } else {
                &mut left
            }) += 1;
        } else {
            *(if advance.y >= 0.0 { &mut down } else { &mut up }) += 1;
        }
    }
    let most = right.max(left).max(down).max(up);
    if right == most {
        (Affine::IDENTITY, width, height)
    } else if down == most {
        (
            Affine::new([0.0, -1.0, 1.0, 0.0, 0.0, width]),
            height,
            width,
        )
    } else if up == most {
        (
            Affine::new([0.0, 1.0, -1.0, 0.0, height, 0.0]),
            height,
            width,
        )
    } else {
        (
            Affine::new([-1.0, 0.0, 0.0, -1.0, width, height]),
            width,
            height,
        )
    }
}

fn rows(mut words: Vec<Based>) -> Vec<Row> {
    words.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let mut rows: Vec<Row> = Vec::new();
    let mut tallest = 0.0;
    for (baseline, word) in words {
        let is_lower = rows
            .last()
            .is_none_or(|row| baseline - row.baseline > STEP * word.size.min(tallest));
        if is_lower {
            rows.push(Row {
                baseline,
                words: Vec::new(),
            });
            tallest = word.size;
        }
        tallest = tallest.max(word.size);
        if let Some(row) = rows.last_mut() {
            row.words.push(word);
        }
    }
    for row in &mut rows {
        row.words
            .sort_by(|one, other| one.left.total_cmp(&other.left));
        row.words = joined(std::mem::take(&mut row.words));
    }
    rows
}

/// Joins words that were drawn in pieces, and takes those that were drawn twice for boldness once.
fn joined(words: Vec<Word>) -> Vec<Word> {
    let mut whole: Vec<Word> = Vec::with_capacity(words.len());
    for word in words {
        let Some(last) = whole.last_mut() else {
            whole.push(word);
            continue;
        };
        let size = word.size.min(last.size);
        let gap = word.left - last.right;
        if word.text == last.text && (word.left - last.left).abs() < 2.0 * SPACE * size {
            last.right = last.right.max(word.right);
        } else if (-SPACE..0.5 * SPACE).contains(&(gap / size)) {
            last.text.push_str(&word.text);
            last.right = word.right;
        } else {
            whole.push(word);
        }
    }
    whole
}
