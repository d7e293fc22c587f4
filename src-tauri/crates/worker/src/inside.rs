//! Statements inside archives and mails: the child opens the container, the parent decides what of it is offered.

use source::container::{self, Container, Member};
use source::{Diagnostic, Source};
use statement::{Answers, recognise};

use crate::Worker;
use crate::ending::is_of_statement;
use crate::wire::{Kind, read_members};

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
        let is_receipt = || receipt::recognise(&source).iter().any(|one| one.is_certain);
        // One that is not recognised is told about and not passed over.
        !found.is_empty() || is_of_statement(&member.path) || is_receipt()
    }

    fn members(&self, source: &Source<'_>) -> Result<Vec<Member>, Box<Diagnostic>> {
        let answer = self.answer(Kind::Members, "", source, &Answers::none())?;
        match read_members(answer) {
            Some(opened) => opened.map_err(Box::new),
            None => Err(Box::new(Diagnostic::error("workerCrashed"))),
        }
    }
}
