//! What a document is: statements or receipts. One that could be either is what it reads as.

use receipt::Receipt;
use source::{Sniff, Source};
use statement::{Answers, Choice, Mapping, Question, Reading, Statement};

use crate::Worker;

/// A document, read.
#[derive(Debug, Default)]
pub struct Document<'a> {
    /// What it was read as; `None` where nothing recognises it.
    pub format: Option<Recognition>,
    /// The statements that it holds.
    pub statements: Vec<Statement<'a>>,
    /// The receipts that it holds.
    pub receipts: Vec<Receipt>,
    /// What the document alone cannot decide.
    pub questions: Vec<Question>,
    /// What was decided and may be turned, each as a question whose `assumed` is how the document was read.
    pub switches: Vec<Question>,
    /// Findings.
    pub diagnostics: Vec<source::Diagnostic>,
    /// How its tables were read, where it holds tables that the user may map.
    pub mappings: Vec<Mapping>,
}

/// What a document was read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recognition {
    /// The format's id.
    pub id: &'static str,
    /// Its name for people.
    pub title: &'static str,
    /// Why, as the id of a sentence in the catalogue.
    pub evidence: &'static str,
    /// How much a row of it says.
    pub richness: u8,
    /// Whether its characters are ours to decode.
    pub is_text: bool,
    /// Whether it holds receipts.
    pub is_receipt: bool,
}

impl Worker {
    /// Recognises and reads a document under the user's answers. The surer kind wins; of two equally sure kinds the one
    /// that finds something in it, statements before receipts; where both do, that is a question.
    pub fn read<'a>(&self, source: &'a Source<'a>, answers: &Answers) -> Document<'a> {
        let statements = statement::recognise(source);
        let receipts = receipt::recognise(source);
        let told = answers.get("kind");
        let told_receipt = told.and_then(receipt::format_named);
        let Some(found) = receipts.first() else {
            return self.statement(source, &statements, answers);
        };
        let is_certain = statements
            .iter()
            .any(|one| matches!((one.format.sniff)(source), Sniff::Certain(_)));
        if told_receipt.is_some() || statements.is_empty() || (found.is_certain && !is_certain) {
            let as_receipt = self.receipt(source, &receipts, told_receipt, answers);
            // A web page is looked at for a shop's markup; without any it is what a web page is to a statement's reader.
            let is_page = found.format.id == "html" && told_receipt.is_none();
            if is_page && as_receipt.receipts.is_empty() {
                return self.statement(source, &statements, answers);
            }
            return as_receipt;
        }
        let as_statement = self.statement(source, &statements, answers);
        let is_told = told.and_then(statement::format_named).is_some();
        if is_told || (is_certain && !found.is_certain) {
            return as_statement;
        }
        let as_receipt = self.receipt(source, &receipts, None, answers);
        match (
            as_statement.statements.is_empty(),
            as_receipt.receipts.is_empty(),
        ) {
            (true, false) => as_receipt,
            (false, false) => asking(as_statement, &as_receipt),
            _ => as_statement,
        }
    }

    fn statement<'a>(
        &self,
        source: &'a Source<'a>,
        found: &[statement::Recognised],
        answers: &Answers,
    ) -> Document<'a> {
        let (format, reading) = self.read_as(found, source, answers);
        let format = format.map(|format| {
            let evidence = found.iter().find(|one| one.format.id == format.id);
            Recognition {
                id: format.id,
                title: format.title,
                evidence: evidence.map_or("evidence-told", |one| one.evidence),
                richness: format.richness,
                is_text: format.risk == source::Risk::Bounded,
                is_receipt: false,
            }
        });
        let Reading {
            statements,
            questions,
            switches,
            diagnostics,
            mappings,
        } = reading;
        Document {
            format,
            statements,
            receipts: Vec::new(),
            questions,
            switches,
            diagnostics,
            mappings,
        }
    }

    fn receipt<'a>(
        &self,
        source: &'a Source<'a>,
        found: &[receipt::Recognised],
        told: Option<&'static receipt::Format>,
        answers: &Answers,
    ) -> Document<'a> {
        let Some(format) = told.or_else(|| found.first().map(|one| one.format)) else {
            return Document::default();
        };
        let evidence = found.iter().find(|one| one.format.id == format.id);
        let reading = self.read_receipt(format, source, answers);
        let password = reading.asks_password.then(|| Question {
            about: "password",
            choices: Vec::new(),
            assumed: None,
        });
        Document {
            format: Some(Recognition {
                id: format.id,
                title: format.title,
                evidence: evidence.map_or("evidence-told", |one| one.evidence),
                richness: 0,
                is_text: format.risk == source::Risk::Bounded,
                is_receipt: true,
            }),
            statements: Vec::new(),
            receipts: reading.receipts,
            questions: password.into_iter().collect(),
            switches: Vec::new(),
            diagnostics: reading.diagnostics,
            mappings: Vec::new(),
        }
    }
}

/// The statements, and the question whether they are not receipts.
fn asking<'a>(mut as_statement: Document<'a>, as_receipt: &Document<'_>) -> Document<'a> {
    let read = [as_statement.format, as_receipt.format]
        .into_iter()
        .flatten();
    as_statement.questions.push(Question {
        about: "kind",
        choices: read
            .map(|format| Choice {
                value: format.id.to_owned(),
                example: None,
            })
            .collect(),
        assumed: as_statement.format.map(|format| format.id.to_owned()),
    });
    as_statement
}
