//! What a recogniser saw: words with places, put in rows and cells as a reader sees them.

/// A word in a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As recognised.
    pub text: String,
    /// Pixels from the left edge.
    pub left: u32,
    /// Pixels from the upper edge.
    pub top: u32,
    /// Its width in pixels.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// How sure the recogniser is, 0 to 100.
    pub confidence: u8,
}

/// Words that are read of one page.
const MOST_WORDS: usize = 20_000;
/// Letters that are read of one word.
const LONGEST: usize = 200;
/// Below this a sign is dirt.
const LEAST: u8 = 20;
/// A row without a word that is surer than this is dirt.
const CLEAREST: u8 = 40;
/// From this many widths of a letter on, a gap between words parts cells.
const GAP: f64 = 2.2;

/// The words of Tesseract's table (`tesseract … tsv`): level, page, block, paragraph, line, word, left, top, width, height,
/// confidence, text.
pub fn words(tsv: &str) -> Vec<Word> {
    let rows = tsv.lines().filter_map(|line| {
        let mut cells = line.splitn(12, '\t');
        let level = cells.next()?;
        let mut place = cells
            .by_ref()
            .skip(5)
            .take(4)
            .map_while(|cell| cell.parse().ok());
        let (left, top, width, height) =
            (place.next()?, place.next()?, place.next()?, place.next()?);
        drop(place);
        let sure: f64 = cells.next()?.parse().ok()?;
        let text: String = cells.next()?.trim().chars().take(LONGEST).collect();
        (level == "5" && !text.is_empty()).then(|| Word {
            text,
            left,
            top,
            width,
            height,
            confidence: percent(sure),
        })
    });
    rows.take(MOST_WORDS).collect()
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from a float saturates"
)]
fn percent(number: f64) -> u8 {
    number.clamp(0.0, 100.0) as u8
}

/// A row of a page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Row {
    pub(super) cells: Vec<String>,
    /// How sure the recogniser is of its words, on the mean of their letters.
    pub(super) confidence: u8,
    /// The height of its tallest word.
    pub(super) height: u32,
}

impl Row {
    #[cfg(test)]
    fn text(&self) -> String {
        self.cells.join("\t")
    }
}

/// Words in rows, from above; each row from the left.
pub(super) fn rows(words: &[Word]) -> Vec<Row> {
    let mut words: Vec<&Word> = words.iter().filter(|word| is_word(word)).collect();
    words.sort_by_key(|word| (word.top + word.height / 2, word.left));
    let usual = usual_height(&words);
    let mut rows: Vec<Vec<&Word>> = Vec::new();
    for word in words {
        let middle = word.top + word.height / 2;
        let fits = rows.iter_mut().rev().take(4).find(|row| {
            row.iter().any(|other| {
                let theirs = other.top + other.height / 2;
                middle.abs_diff(theirs) * 5 <= usual.max(word.height.min(other.height)) * 2
                    && !overlaps(word, other)
            })
        });
        match fits {
            Some(row) => row.push(word),
            None => rows.push(vec![word]),
        }
    }
    rows.retain(|row| row.iter().any(|word| word.confidence >= CLEAREST));
    rows.into_iter().map(row).collect()
}

fn overlaps(a: &Word, b: &Word) -> bool {
    let shared = (a.left + a.width)
        .min(b.left + b.width)
        .saturating_sub(a.left.max(b.left));
    shared * 2 > a.width.min(b.width)
}

/// Dashes and dots that a recogniser makes of dirt are no words; a sign that prices have is. A word of letters stays however
/// unsure it is: beside a clear price it is the price's name.
fn is_word(word: &Word) -> bool {
    let letters = word
        .text
        .chars()
        .filter(|sign| sign.is_alphanumeric())
        .count();
    let is_sign = word
        .text
        .chars()
        .any(|sign| matches!(sign, '€' | '£' | '$' | '*' | '%'))
        || (word.confidence >= 60 && matches!(word.text.as_str(), "-" | "−" | "#"));
    letters >= 3 || word.confidence >= LEAST && (letters > 0 || is_sign)
}

fn usual_height(words: &[&Word]) -> u32 {
    let mut heights: Vec<u32> = words.iter().map(|word| word.height).collect();
    heights.sort_unstable();
    heights.get(heights.len() / 2).copied().unwrap_or(0)
}

fn row(mut words: Vec<&Word>) -> Row {
    words.sort_by_key(|word| word.left);
    let letters =
        |word: &Word| f64::from(u32::try_from(word.text.chars().count()).unwrap_or(1).max(1));
    let mut widths: Vec<f64> = words
        .iter()
        .map(|word| f64::from(word.width) / letters(word))
        .collect();
    widths.sort_by(f64::total_cmp);
    let letter = widths.get(widths.len() / 2).copied().unwrap_or(1.0);
    let mut row = Row::default();
    let mut end: Option<u32> = None;
    for word in &words {
        let gap = end.map(|end| f64::from(word.left.saturating_sub(end)) / letter);
        match (gap, row.cells.last_mut()) {
            (Some(gap), Some(cell)) if gap < GAP => {
                cell.push(' ');
                cell.push_str(&word.text);
            }
            _ => row.cells.push(word.text.clone()),
        }
        end = Some(word.left + word.width);
        row.height = row.height.max(word.height);
    }
    let all: f64 = words.iter().map(|word| letters(word)).sum();
    let sure: f64 = words
        .iter()
        .map(|word| letters(word) * f64::from(word.confidence))
        .sum();
    row.confidence = percent(sure / all.max(1.0));
    for cell in &mut row.cells {
        *cell = joined(cell);
    }
    row
}

/// `S U M M E` and `P E N N Y - M A R K T GmbH`: letters that stand apart are one word.
fn joined(cell: &str) -> String {
    let words: Vec<&str> = cell.split(' ').collect();
    let is_single = |word: &&str| {
        word.chars().count() == 1 && word.chars().all(|sign| sign.is_uppercase() || sign == '-')
    };
    let mut joined = String::new();
    let mut at = 0;
    while let Some(word) = words.get(at) {
        if !joined.is_empty() {
            joined.push(' ');
        }
        let run = words
            .iter()
            .skip(at)
            .take_while(|word| is_single(word))
            .count();
        if run >= 4 {
            joined.extend(words.iter().skip(at).take(run).copied());
            at += run;
        } else {
            joined.push_str(word);
            at += 1;
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str, left: u32, top: u32, width: u32) -> Word {
        Word {
            text: text.to_owned(),
            left,
            top,
            width,
            height: 20,
            confidence: 90,
        }
    }

    #[test]
    fn a_table_of_words_is_read() {
        let tsv = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n\
            4\t1\t1\t1\t1\t0\t10\t20\t30\t40\t-1\t\n5\t1\t1\t1\t1\t1\t10\t20\t30\t40\t91.5\tTOTAL\n5\t1\t1\t1\t1\t2\tx\n";
        let found = words(tsv);
        assert_eq!(found.len(), 1);
        let first = found
            .first()
            .map(|word| (word.text.as_str(), word.left, word.height, word.confidence));
        assert_eq!(first, Some(("TOTAL", 10, 40, 91)));
    }

    #[test]
    fn a_price_far_to_the_right_is_a_cell_of_the_same_row() {
        let words = [
            word("3,20", 400, 103, 40),
            word("Pain", 10, 100, 40),
            word("bis", 60, 101, 30),
            word("Lait", 10, 140, 40),
        ];
        let texts: Vec<String> = rows(&words).iter().map(Row::text).collect();
        assert_eq!(texts, ["Pain bis\t3,20", "Lait"]);
    }

    #[test]
    fn letters_that_stand_apart_are_one_word() {
        assert_eq!(joined("S U M M E"), "SUMME");
        assert_eq!(joined("P E N N Y - M A R K T GmbH"), "PENNY-MARKT GmbH");
        assert_eq!(joined("A B 12"), "A B 12");
    }
}
