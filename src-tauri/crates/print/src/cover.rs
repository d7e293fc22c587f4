//! The sheets before the originals: what was bought, what was paid, what follows, and where each of it was read.

use krilla::Document;
use serde::{Deserialize, Serialize};

use crate::face::Faces;
use crate::paper::{COLUMN, Cell, Column, MARGIN, Paper, Style};

/// Width of the names of facts, in points.
const NAMES: f32 = 130.0;
/// Width of quantities, in points.
const QUANTITIES: f32 = 60.0;
/// Width of amounts, in points.
const AMOUNTS: f32 = 100.0;

/// What the cover says; every text is written for people, in their language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cover {
    /// BCP 47 tag of the language.
    pub language: String,
    /// What the whole is.
    pub title: String,
    /// Under the title.
    pub lead: String,
    /// In order.
    pub sections: Vec<Section>,
    /// At the foot of each sheet.
    pub foot: String,
}

/// A heading and what stands under it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// In order.
    pub rows: Vec<Row>,
}

/// One row of a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Row {
    /// A fact by its name.
    Fact {
        /// Its name.
        name: String,
        /// What it is.
        value: String,
    },
    /// A thing that was bought, or a sum of them.
    Line {
        /// What.
        text: String,
        /// How many, or how much.
        quantity: String,
        /// Of the whole line.
        amount: String,
        /// Whether it sums up what stands above.
        is_sum: bool,
    },
    /// A sentence.
    Words(String),
    /// White between what belongs together.
    Gap,
}

/// Draws the cover on as many sheets as it takes.
pub(crate) fn draw(cover: &Cover, faces: &Faces, document: &mut Document) {
    let mut paper = Paper::new(faces);
    paper.write(Style::TITLE, &cover.title);
    paper.write(Style::FAINT, &cover.lead);
    paper.gap(6.0);
    paper.rule(true);
    for section in &cover.sections {
        paper.gap(10.0);
        // A heading does not stand alone at the foot of a sheet.
        paper.keep(48.0);
        paper.write(Style::HEADING, &section.heading);
        paper.gap(3.0);
        for row in &section.rows {
            put(&mut paper, row);
        }
    }
    paper.draw(&cover.foot, document);
}

fn put(paper: &mut Paper<'_>, row: &Row) {
    match row {
        Row::Fact { name, value } => {
            let names = Column {
                width: NAMES - 10.0,
                ..Column::WHOLE
            };
            let values = Column {
                left: MARGIN + NAMES,
                width: COLUMN - NAMES,
                is_at_right: false,
            };
            paper.row(&[
                Cell {
                    column: names,
                    style: Style::FAINT,
                    text: name,
                },
                Cell {
                    column: values,
                    style: Style::BODY,
                    text: value,
                },
            ]);
        }
        Row::Line {
            text,
            quantity,
            amount,
            is_sum,
        } => {
            let style = if *is_sum { Style::STRONG } else { Style::BODY };
            if *is_sum {
                paper.rule(false);
            }
            let column = |left, width, is_at_right| Column {
                left,
                width,
                is_at_right,
            };
            let names = COLUMN - QUANTITIES - AMOUNTS;
            let texts = [
                (column(MARGIN, names - 10.0, false), text),
                (column(MARGIN + names, QUANTITIES, true), quantity),
                (column(MARGIN + COLUMN - AMOUNTS, AMOUNTS, true), amount),
            ];
            paper.row(&texts.map(|(column, text)| Cell {
                column,
                style,
                text,
            }));
        }
        Row::Words(words) => paper.write(Style::SMALL, words),
        Row::Gap => paper.gap(6.0),
    }
}
