//! A page in grey: cut down to a size that a recogniser likes, its ground made even, its lines made level.

use super::ink::{self, Lines};

/// A picture in grey, row by row, 0 black.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    width: u32,
    height: u32,
    pixels: Vec<u8>,
    /// Whether it was turned by a quarter, so that it may as well be upside down.
    was_turned: bool,
}

/// Pixels of a prepared page, about: a ticket's letters are then some thirty pixels high.
const TARGET_PIXELS: f64 = 2_400_000.0;
/// The most that a small picture is enlarged.
const MOST_ENLARGED: f64 = 2.5;
/// Pixels of the sample that lines are looked for in, about.
const SAMPLE_PIXELS: f64 = 600_000.0;
/// Squares along a page that the ground's light is measured in, and their sides: larger than a stroke of ink, smaller than the
/// margin of a paper.
const SQUARES: f64 = 40.0;
const LEAST_SQUARE: u32 = 16;
const MOST_SQUARE: u32 = 64;

impl Page {
    /// A page of these pixels; `None` where there are not as many as its sides say, or none.
    pub fn new(width: u32, height: u32, pixels: Vec<u8>) -> Option<Self> {
        let count = usize::try_from(u64::from(width) * u64::from(height)).ok()?;
        (count == pixels.len() && count > 0).then_some(Page {
            width,
            height,
            pixels,
            was_turned: false,
        })
    }

    /// Pixels from left to right.
    pub fn width(&self) -> u32 {
        self.width
    }

    /// Pixels from top to bottom.
    pub fn height(&self) -> u32 {
        self.height
    }

    /// All pixels, row by row.
    pub fn pixels(&self) -> &[u8] {
        &self.pixels
    }

    /// Whether its lines ran from top to bottom, so that it may be upside down now.
    pub fn was_turned(&self) -> bool {
        self.was_turned
    }

    /// The same, known to have been turned by a quarter or not.
    #[must_use]
    pub fn turned_before(self, was_turned: bool) -> Self {
        Page { was_turned, ..self }
    }

    /// The same upside down.
    #[must_use]
    pub fn upside_down(&self) -> Self {
        Page {
            pixels: self.pixels.iter().rev().copied().collect(),
            ..*self
        }
    }

    /// As a PGM, which every recogniser reads.
    pub fn to_pgm(&self) -> Vec<u8> {
        let mut pgm = format!("P5\n{} {}\n255\n", self.width, self.height).into_bytes();
        pgm.extend_from_slice(&self.pixels);
        pgm
    }

    /// Reads what [`Page::to_pgm`] wrote; `None` where it is anything else.
    pub fn from_pgm(bytes: &[u8]) -> Option<Self> {
        let mut parts = bytes.splitn(4, |byte| *byte == b'\n');
        let (magic, sides, depth, pixels) =
            (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        if magic != b"P5" || depth != b"255" {
            return None;
        }
        let (width, height) = std::str::from_utf8(sides).ok()?.split_once(' ')?;
        Page::new(width.parse().ok()?, height.parse().ok()?, pixels.to_vec())
    }

    pub(super) fn at(&self, x: u32, y: u32) -> u8 {
        let (x, y) = (x.min(self.width - 1), y.min(self.height - 1));
        let place = u64::from(y) * u64::from(self.width) + u64::from(x);
        let place = usize::try_from(place).unwrap_or(usize::MAX);
        self.pixels.get(place).copied().unwrap_or(u8::MAX)
    }

    fn filled(width: u32, height: u32, mut pixel: impl FnMut(u32, u32) -> u8) -> Self {
        let mut pixels = Vec::with_capacity(width as usize * height as usize);
        for y in 0..height {
            pixels.extend((0..width).map(|x| pixel(x, y)));
        }
        Page {
            width,
            height,
            pixels,
            was_turned: false,
        }
    }

    fn area(&self) -> f64 {
        f64::from(self.width) * f64::from(self.height)
    }

    /// Cut down by a whole number, each pixel the mean of those it stands for.
    fn reduced(&self, by: u32) -> Self {
        if by <= 1 {
            return self.clone();
        }
        let (width, height) = (self.width / by, self.height / by);
        if width == 0 || height == 0 {
            return self.clone();
        }
        let by_usize = by as usize;
        let mut pixels = Vec::with_capacity(width as usize * height as usize);
        let mut lines = self.lines();
        for _ in 0..height {
            let mut sums = vec![0_u32; width as usize];
            for line in lines.by_ref().take(by_usize) {
                for (sum, part) in sums.iter_mut().zip(line.chunks_exact(by_usize)) {
                    *sum += part.iter().map(|pixel| u32::from(*pixel)).sum::<u32>();
                }
            }
            let count = by * by;
            pixels.extend(
                sums.iter()
                    .map(|sum| u8::try_from(sum / count).unwrap_or(u8::MAX)),
            );
        }
        Page {
            width,
            height,
            pixels,
            was_turned: self.was_turned,
        }
    }

    pub(super) fn lines(&self) -> std::slice::ChunksExact<'_, u8> {
        self.pixels.chunks_exact(self.width as usize)
    }

    /// By a quarter clockwise.
    fn quarter_turned(&self) -> Self {
        let last = self.height - 1;
        let mut turned = Self::filled(self.height, self.width, |x, y| self.at(y, last - x));
        turned.was_turned = true;
        turned
    }

    /// Enlarged or reduced by `scale` and levelled: a line that rises by `slope` per pixel lies flat.
    fn levelled(&self, scale: f64, slope: f64) -> Self {
        let side = |length: u32| (f64::from(length) * scale).round().clamp(1.0, 8000.0);
        let (width, height) = (side(self.width), side(self.height));
        let (middle_x, middle_y) = (f64::from(self.width) / 2.0, f64::from(self.height) / 2.0);
        let norm = (1.0 + slope * slope).sqrt();
        let (cosine, sine) = (1.0 / norm, slope / norm);
        let mut levelled = Self::filled(whole(width), whole(height), |x, y| {
            let from_x = (f64::from(x) + 0.5) / scale - middle_x;
            let from_y = (f64::from(y) + 0.5) / scale - middle_y;
            let x = from_x * cosine - from_y * sine + middle_x - 0.5;
            let y = from_x * sine + from_y * cosine + middle_y - 0.5;
            self.between(x, y)
        });
        levelled.was_turned = self.was_turned;
        levelled
    }

    /// The light between four pixels; beyond the edge it is the edge's.
    fn between(&self, x: f64, y: f64) -> u8 {
        let (x, y) = (x.max(0.0), y.max(0.0));
        let left = whole(x.floor()).min(self.width.saturating_sub(2)) as usize;
        let top = whole(y.floor()).min(self.height.saturating_sub(2)) as usize;
        let (right_part, below_part) = ((x - left as f64).min(1.0), (y - top as f64).min(1.0));
        let width = self.width as usize;
        let pair = |row: usize| match self.pixels.get(row * width + left..) {
            Some([a, b, ..]) => f64::from(*a) * (1.0 - right_part) + f64::from(*b) * right_part,
            Some([a]) => f64::from(*a),
            _ => 255.0,
        };
        light(pair(top) * (1.0 - below_part) + pair(top + 1) * below_part)
    }

    /// Divided by the light of its ground, so that shadows and dim rooms turn to white paper, and stretched to full black.
    fn evened(&self) -> Self {
        let ground = Ground::of(self);
        let mut evened = self.clone();
        let lines = evened.pixels.chunks_exact_mut(self.width as usize);
        for (y, line) in (0..self.height).zip(lines) {
            let papers = ground.along(y, self.width);
            let tables = ground.tables_along(y);
            let squares = line.chunks_mut(ground.side as usize);
            let papers = papers.chunks(ground.side as usize);
            for ((square, papers), table) in squares.zip(papers).zip(tables) {
                for (pixel, paper) in square.iter_mut().zip(papers) {
                    let own = f64::from(*pixel);
                    let shown = own * 255.0 / paper.max(1.0);
                    let is_table =
                        shown < 210.0 && table.is_some_and(|(from, to)| own > from && own < to);
                    *pixel = if is_table { u8::MAX } else { light(shown) };
                }
            }
        }
        let mut counts = [0_u32; 256];
        for pixel in &evened.pixels {
            if let Some(count) = counts.get_mut(usize::from(*pixel)) {
                *count += 1;
            }
        }
        let black = f64::from(percentile(&counts, 0.01)).min(160.0);
        let white = 235.0;
        for pixel in &mut evened.pixels {
            *pixel = light((f64::from(*pixel) - black) * 255.0 / (white - black));
        }
        evened
    }
}

/// The light of the ground, measured in squares.
struct Ground {
    columns: u32,
    rows: u32,
    /// The side of a square.
    side: u32,
    lights: Vec<f64>,
}

impl Ground {
    fn of(page: &Page) -> Self {
        let side = whole(page.area().sqrt() / SQUARES).clamp(LEAST_SQUARE, MOST_SQUARE);
        let (columns, rows) = (page.width.div_ceil(side), page.height.div_ceil(side));
        let mut lights = Vec::new();
        for band in page.pixels.chunks(page.width as usize * side as usize) {
            let mut counts = vec![[0_u32; 256]; columns as usize];
            for line in band.chunks(page.width as usize) {
                for (counts, square) in counts.iter_mut().zip(line.chunks(side as usize)) {
                    for pixel in square {
                        if let Some(count) = counts.get_mut(usize::from(*pixel)) {
                            *count += 1;
                        }
                    }
                }
            }
            lights.extend(
                counts
                    .iter()
                    .map(|counts| f64::from(percentile(counts, 0.85))),
            );
        }
        Ground {
            columns,
            rows,
            side,
            lights,
        }
    }

    fn tile(&self, column: u32, row: u32) -> f64 {
        let (column, row) = (column.min(self.columns - 1), row.min(self.rows - 1));
        let place = row as usize * self.columns as usize + column as usize;
        self.lights.get(place).copied().unwrap_or(255.0)
    }

    /// The ground of each pixel of a line, between the middles of squares.
    fn along(&self, y: u32, width: u32) -> Vec<f64> {
        let place = |at: u32| ((f64::from(at) + 0.5) / f64::from(self.side) - 0.5).max(0.0);
        let down = place(y);
        let (row, below) = (whole(down.floor()), down - down.floor());
        let lights: Vec<f64> = (0..=self.columns)
            .map(|column| {
                self.tile(column, row) * (1.0 - below) + self.tile(column, row + 1) * below
            })
            .collect();
        (0..width)
            .map(|x| {
                let across = place(x);
                let right = across - across.floor();
                let column = whole(across.floor()) as usize;
                match lights.get(column..column + 2) {
                    Some([a, b]) => a * (1.0 - right) + b * right,
                    _ => 255.0,
                }
            })
            .collect()
    }

    /// For each square of a line, between which lights a pixel is the table and not ink: where a much darker ground is next to a
    /// lighter one, at the edge of a paper.
    fn tables_along(&self, y: u32) -> Vec<Option<(f64, f64)>> {
        let row = y / self.side;
        let columns = 0..self.columns;
        columns
            .map(|column| self.table_beside(column, row))
            .collect()
    }

    fn table_beside(&self, column: u32, row: u32) -> Option<(f64, f64)> {
        let around = [row.saturating_sub(1), row, row + 1].map(|row| {
            [column.saturating_sub(1), column, column + 1].map(|column| self.tile(column, row))
        });
        let around = around.as_flattened();
        let brightest = around.iter().copied().fold(0.0, f64::max);
        let dark = || {
            around
                .iter()
                .copied()
                .filter(|tile| *tile < 0.75 * brightest)
        };
        let darkest = dark().fold(f64::INFINITY, f64::min);
        let lightest = dark().fold(0.0, f64::max);
        (lightest > 0.0).then_some((0.8 * darkest, (1.3 * lightest).min(0.8 * brightest)))
    }
}

/// The page as a recogniser likes it: its lines level and from left to right, if perhaps upside down.
pub(super) fn upright(page: Page) -> Page {
    let page = page.reduced(whole((page.area() / TARGET_PIXELS).sqrt().round()));
    let sample = page.reduced(whole((page.area() / SAMPLE_PIXELS).sqrt().round()).max(1));
    let Lines { slope, run_down } = ink::lines(&sample.evened());
    let page = if run_down {
        page.quarter_turned()
    } else {
        page
    };
    let scale = (TARGET_PIXELS / page.area()).sqrt().min(MOST_ENLARGED);
    page.evened().levelled(scale, slope)
}

/// The first value below which this share lies.
fn percentile(counts: &[u32; 256], share: f64) -> u8 {
    let all: u32 = counts.iter().sum();
    let wanted = f64::from(all) * share;
    let mut seen = 0.0;
    for (value, count) in (0_u8..=255).zip(counts) {
        seen += f64::from(*count);
        if seen >= wanted {
            return value;
        }
    }
    u8::MAX
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from a float saturates"
)]
fn whole(number: f64) -> u32 {
    number as u32
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from a float saturates"
)]
fn light(number: f64) -> u8 {
    (number + 0.5) as u8
}
