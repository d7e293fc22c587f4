//! Statements inside archives and mails: the child opens the container, the parent decides what of it is offered.

use source::container::{self, Container, Member};
use source::{Diagnostic, Source};
use statement::{Answers, recognise};

use crate::Worker;
use crate::wire::{Kind, read_members};

/// Endings of files that a person takes for statements, so that one that is not recognised is told about and not passed over.
const ENDINGS: [&str; 18] = [
    "csv", "tsv", "tab", "txt", "asc", "ofx", "qfx", "qbo", "qif", "xml", "sta", "940", "942",
    "mt940", "xls", "xlsx", "ods", "pdf",
];

/// What a container holds.
#[derive(Debug, Default)]
pub struct Inside {
    /// Files that are statements, or are meant to be, and in an archive receipts too.
    pub statements: Vec<Member>,
    /// Paths of the others.
    pub others: Vec<String>,
}

impl Inside {
    /// Says what was passed over, where anything was.
    pub fn finding(&self) -> Option<Diagnostic> {
        let names = self.others.join(", ");
        (!self.others.is_empty()).then(|| {
            Diagnostic::info("membersLeftOut")
                .with("count", self.others.len())
                .found(names)
        })
    }
}

impl Worker {
    /// What a container holds; `None` where the document is none, or a format of its own (a workbook is a zip too).
    ///
    /// # Errors
    /// A finding where it cannot be opened, or nothing in it is a statement.
    pub fn inside(&self, source: &Source<'_>) -> Option<Result<Inside, Box<Diagnostic>>> {
        let kind = container::container(source.bytes())?;
        let is_mail = matches!(kind, Container::Mail | Container::Mailbox);
        if !is_mail && !recognise(source).is_empty() {
            return None;
        }
        Some(self.members(source).and_then(|members| {
            let mut inside = Inside::default();
            for member in members {
                if self.is_offered(&member, is_mail) {
                    inside.statements.push(member);
                } else {
                    inside.others.push(member.path);
                }
            }
            if inside.statements.is_empty() {
                let names = inside.others.join(", ");
                return Err(Box::new(
                    Diagnostic::error("noStatementInside").found(names),
                ));
            }
            Ok(inside)
        }))
    }

    /// Mails carry invoices and terms beside statements: of theirs only what reads as a statement is one.
    fn is_offered(&self, member: &Member, is_mail: bool) -> bool {
        let source = Source::new(&member.path, &member.bytes);
        let found = recognise(&source);
        if is_mail {
            let (_, reading) = self.read_as(&found, &source, &Answers::none());
            return !reading.statements.is_empty();
        }
        let ending = member
            .path
            .rsplit_once('.')
            .map_or("", |(_, ending)| ending);
        let is_receipt = || receipt::recognise(&source).iter().any(|one| one.is_certain);
        !found.is_empty() || ENDINGS.contains(&ending.to_ascii_lowercase().as_str()) || is_receipt()
    }

    fn members(&self, source: &Source<'_>) -> Result<Vec<Member>, Box<Diagnostic>> {
        let answer = self.answer(Kind::Members, "", source, &Answers::none())?;
        match read_members(answer) {
            Some(opened) => opened.map_err(Box::new),
            None => Err(Box::new(Diagnostic::error("workerCrashed"))),
        }
    }
}
