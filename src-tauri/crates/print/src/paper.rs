//! Sheets of paper (A4, ISO 216) that are filled from the top: lines that wrap, columns, rules. First everything finds its
//! place, then it is drawn, so that each sheet can say how many there are.

use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point};
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke, StrokeDash};
use krilla::surface::Surface;

use crate::face::Faces;

/// In points.
pub(crate) const WIDTH: f32 = 595.28;
/// In points.
pub(crate) const HEIGHT: f32 = 841.89;
/// White on every side, in points.
pub(crate) const MARGIN: f32 = 56.0;
/// Between the margins.
pub(crate) const COLUMN: f32 = WIDTH - 2.0 * MARGIN;
/// The lowest that is written to; the foot stands below.
const LOWEST: f32 = HEIGHT - MARGIN - 20.0;
/// From a line's baseline to the next one's, in sizes.
const LEADING: f32 = 1.4;

/// How a text is written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Style {
    pub(crate) size: f32,
    pub(crate) is_bold: bool,
    pub(crate) is_faint: bool,
}

impl Style {
    pub(crate) const BODY: Style = Style {
        size: 9.5,
        is_bold: false,
        is_faint: false,
    };
    pub(crate) const STRONG: Style = Style {
        is_bold: true,
        ..Style::BODY
    };
    pub(crate) const FAINT: Style = Style {
        is_faint: true,
        ..Style::BODY
    };
    pub(crate) const SMALL: Style = Style {
        size: 8.0,
        ..Style::FAINT
    };
    pub(crate) const HEADING: Style = Style {
        size: 11.0,
        is_bold: true,
        is_faint: false,
    };
    pub(crate) const TITLE: Style = Style {
        size: 20.0,
        is_bold: true,
        is_faint: false,
    };

    fn height(self) -> f32 {
        self.size * LEADING
    }
}

/// A column: where it begins and how wide it is, in points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column {
    pub(crate) left: f32,
    pub(crate) width: f32,
    pub(crate) is_at_right: bool,
}

impl Column {
    pub(crate) const WHOLE: Column = Column {
        left: MARGIN,
        width: COLUMN,
        is_at_right: false,
    };
}

/// What one cell of a row says.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cell<'a> {
    pub(crate) column: Column,
    pub(crate) style: Style,
    pub(crate) text: &'a str,
}

enum Mark {
    Text {
        at: (f32, f32),
        style: Style,
        text: String,
    },
    Rule {
        at: f32,
        is_dotted: bool,
    },
}

/// Sheets that are being filled.
pub(crate) struct Paper<'a> {
    faces: &'a Faces,
    sheets: Vec<Vec<Mark>>,
    /// From the upper edge to where the next line may begin.
    at: f32,
}

impl<'a> Paper<'a> {
    pub(crate) fn new(faces: &'a Faces) -> Self {
        Paper {
            faces,
            sheets: vec![Vec::new()],
            at: MARGIN,
        }
    }

    /// Leaves so much white, unless a sheet begins.
    pub(crate) fn gap(&mut self, height: f32) {
        if self.at > MARGIN {
            self.at += height;
        }
    }

    /// Begins a sheet where this one has no room for so much.
    pub(crate) fn keep(&mut self, height: f32) {
        if self.at + height > LOWEST {
            self.turn();
        }
    }

    pub(crate) fn sheets(&self) -> usize {
        self.sheets.len()
    }

    fn turn(&mut self) {
        self.sheets.push(Vec::new());
        self.at = MARGIN;
    }

    fn put(&mut self, mark: Mark) {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.push(mark);
        }
    }

    /// A line across the column.
    pub(crate) fn rule(&mut self, is_dotted: bool) {
        self.keep(8.0);
        let at = self.at + 3.0;
        self.put(Mark::Rule { at, is_dotted });
        self.at += 8.0;
    }

    /// A text over the whole column.
    pub(crate) fn write(&mut self, style: Style, text: &str) {
        self.row(&[Cell {
            column: Column::WHOLE,
            style,
            text,
        }]);
    }

    /// Cells beside each other, each wrapped in its column.
    pub(crate) fn row(&mut self, cells: &[Cell<'_>]) {
        let wrapped: Vec<Vec<String>> = cells
            .iter()
            .map(|cell| self.wrap(cell.text, cell.style, cell.column.width))
            .collect();
        let tallest = wrapped.iter().map(Vec::len).max().unwrap_or_default();
        let height = cells
            .iter()
            .map(|cell| cell.style.height())
            .fold(0.0, f32::max);
        for line in 0..tallest {
            self.keep(height);
            let baseline = self.at + height * 0.75;
            for (cell, lines) in cells.iter().zip(&wrapped) {
                let Some(text) = lines.get(line) else {
                    continue;
                };
                let Column {
                    left,
                    width,
                    is_at_right,
                } = cell.column;
                let own = self.faces.of(cell.style.is_bold);
                let left = if is_at_right {
                    left + width - own.width(text, cell.style.size)
                } else {
                    left
                };
                self.put(Mark::Text {
                    at: (left, baseline),
                    style: cell.style,
                    text: text.clone(),
                });
            }
            self.at += height;
        }
    }

    /// The lines of a text in a width: broken between words, and within one that is wider than the column.
    fn wrap(&self, text: &str, style: Style, width: f32) -> Vec<String> {
        let face = self.faces.of(style.is_bold);
        let mut lines = Vec::new();
        for paragraph in text.lines() {
            let mut line = String::new();
            let mut filled = 0.0;
            for word in paragraph.split_inclusive([' ', '\t']) {
                let needed = face.width(word.trim_end_matches([' ', '\t']), style.size);
                if filled + needed > width && !line.is_empty() {
                    lines.push(std::mem::take(&mut line));
                    filled = 0.0;
                }
                if needed <= width {
                    line.push_str(word);
                    filled += face.width(word, style.size);
                    continue;
                }
                for letter in word.chars() {
                    let own = face.width(letter.encode_utf8(&mut [0; 4]), style.size);
                    if filled + own > width && !line.is_empty() {
                        lines.push(std::mem::take(&mut line));
                        filled = 0.0;
                    }
                    line.push(letter);
                    filled += own;
                }
            }
            lines.push(line);
        }
        for line in &mut lines {
            line.truncate(line.trim_end().len());
        }
        lines
    }

    /// Draws every sheet with `foot` below, and its number where there are several.
    pub(crate) fn draw(self, foot: &str, document: &mut Document) {
        let Some(settings) = PageSettings::from_wh(WIDTH, HEIGHT) else {
            return;
        };
        let count = self.sheets.len();
        for (place, sheet) in self.sheets.iter().enumerate() {
            let mut page = document.start_page_with(settings.clone());
            let mut surface = page.surface();
            for mark in sheet {
                match mark {
                    Mark::Text { at, style, text } => {
                        write(&mut surface, self.faces, *at, *style, text)
                    }
                    Mark::Rule { at, is_dotted } => rule(&mut surface, *at, *is_dotted),
                }
            }
            let low = HEIGHT - MARGIN + 4.0;
            write(&mut surface, self.faces, (MARGIN, low), Style::SMALL, foot);
            if count > 1 {
                let number = format!("{} / {count}", place + 1);
                let width = self.faces.regular.width(&number, Style::SMALL.size);
                let left = WIDTH - MARGIN - width;
                write(&mut surface, self.faces, (left, low), Style::SMALL, &number);
            }
            surface.finish();
            page.finish();
        }
    }
}

fn write(surface: &mut Surface<'_>, faces: &Faces, at: (f32, f32), style: Style, text: &str) {
    if text.is_empty() {
        return;
    }
    let face = faces.of(style.is_bold);
    surface.set_fill(Some(Fill {
        paint: ink(style.is_faint).into(),
        ..Fill::default()
    }));
    let glyphs = face.glyphs(text);
    let start = Point::from_xy(at.0, at.1);
    surface.draw_glyphs(start, &glyphs, face.font.clone(), text, style.size, false);
}

fn rule(surface: &mut Surface<'_>, at: f32, is_dotted: bool) {
    let mut path = PathBuilder::new();
    path.move_to(MARGIN, at);
    path.line_to(WIDTH - MARGIN, at);
    let Some(path) = path.finish() else {
        return;
    };
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke {
        paint: ink(true).into(),
        width: if is_dotted { 1.2 } else { 0.5 },
        opacity: NormalizedF32::ONE,
        dash: is_dotted.then(|| StrokeDash {
            array: vec![1.2, 4.0],
            offset: 0.0,
        }),
        ..Stroke::default()
    }));
    surface.draw_path(&path);
    surface.set_stroke(None);
}

/// The inks of the app's light theme.
fn ink(is_faint: bool) -> rgb::Color {
    if is_faint {
        rgb::Color::new(0x43, 0x52, 0x4e)
    } else {
        rgb::Color::new(0x13, 0x21, 0x1f)
    }
}
