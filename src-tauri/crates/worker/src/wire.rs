//! What goes through the pipes: a job in, a reading out. Both ends are the same version of this program, so the form has no
//! version; but the child has read a hostile document, so the parent takes nothing it says for granted.

use std::collections::BTreeSet;
use std::io::{self, Read, Write};
use std::sync::{Mutex, PoisonError};

use print::Cover;
use receipt::Receipt;
use receipt::picture::Page;
use serde::{Deserialize, Serialize};
use source::container::Member;
use source::{Diagnostic, Excerpt, Location, Severity};
use statement::{Answers, Choice, Mapping, Question, Reading, Statement};

use crate::LARGEST;
use crate::look::Looked;
use crate::on_paper::{Labels, Printed};
use crate::recogniser::{Layout, Recogniser};

/// The longest head of a job, in bytes: a file's name, an id, a few answers.
const LONGEST_HEAD: usize = 1 << 20;
/// The longest answer, in bytes.
pub(crate) const LONGEST_ANSWER: u64 = 256 << 20;
/// Different codes and names of arguments that findings have; far more than there are.
const MOST_NAMES: usize = 1000;

/// What a document is read for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Kind {
    Statement,
    Receipt,
    /// The files inside it.
    Members,
    /// The page or message of this place, to be looked at.
    Look(usize),
    /// Its first page, small.
    Thumbnail,
    /// A picture, made ready for a recogniser.
    Picture,
    /// The words of a picture that is ready.
    Words,
    /// A mail without the PDFs that came with it.
    Mail,
    /// The pictures that came with a mail which says no price itself.
    Attached,
    /// Originals on paper.
    Print,
}

/// How the words of a picture are looked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Look {
    pub(crate) recogniser: Recogniser,
    pub(crate) layout: Layout,
    pub(crate) seconds: u64,
}

/// Everything about a document but its bytes.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Job {
    pub(crate) kind: Kind,
    /// The format to read it as, of those of its kind.
    pub(crate) format: String,
    pub(crate) name: String,
    pub(crate) answers: Answers,
    /// For [`Kind::Words`] alone.
    pub(crate) look: Option<Look>,
    /// For [`Kind::Print`] alone.
    pub(crate) print: Option<Print>,
}

/// What is put on paper.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Print {
    pub(crate) cover: Option<Cover>,
    pub(crate) labels: Labels,
    /// Numbers of the purchase, for mailboxes.
    pub(crate) numbers: Vec<String>,
    pub(crate) passwords: Vec<String>,
    /// Names and lengths of the originals, whose bytes follow one another.
    pub(crate) originals: Vec<(String, usize)>,
}

impl Job {
    /// Writes the length of the head (u32), the head, the length of the document (u64), the document; lengths in little
    /// endian.
    pub(crate) fn write(&self, document: &[u8], out: &mut impl Write) -> io::Result<()> {
        let head = serde_json::to_vec(self)?;
        let length = u32::try_from(head.len()).map_err(io::Error::other)?;
        out.write_all(&length.to_le_bytes())?;
        out.write_all(&head)?;
        out.write_all(&(document.len() as u64).to_le_bytes())?;
        out.write_all(document)?;
        out.flush()
    }

    /// Reads the head of what [`Job::write`] wrote: whoever reads knows its limits before a byte of the document is there.
    pub(crate) fn read(input: &mut impl Read) -> io::Result<Job> {
        let mut length = [0; 4];
        input.read_exact(&mut length)?;
        let length = usize::try_from(u32::from_le_bytes(length)).unwrap_or(usize::MAX);
        let head = exactly(input, length, LONGEST_HEAD)?;
        Ok(serde_json::from_slice(&head)?)
    }

    /// Reads the document behind the head.
    pub(crate) fn read_document(input: &mut impl Read) -> io::Result<Vec<u8>> {
        let mut length = [0; 8];
        input.read_exact(&mut length)?;
        let length = usize::try_from(u64::from_le_bytes(length)).unwrap_or(usize::MAX);
        exactly(input, length, LARGEST)
    }
}

fn exactly(input: &mut impl Read, length: usize, most: usize) -> io::Result<Vec<u8>> {
    if length > most {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut bytes = vec![0; length];
    input.read_exact(&mut bytes)?;
    Ok(bytes)
}

#[derive(Serialize, Deserialize)]
struct Answer<'a> {
    statements: Vec<Statement<'a>>,
    questions: Vec<Asked>,
    switches: Vec<Asked>,
    diagnostics: Vec<Finding>,
    mappings: Vec<Mapping>,
}

/// What is read of receipts.
#[derive(Serialize, Deserialize)]
struct Bought {
    receipts: Vec<Receipt>,
    asks_password: bool,
    diagnostics: Vec<Finding>,
}

/// The files of a container, by path and length.
#[derive(Serialize, Deserialize)]
struct Opened {
    refused: Option<Finding>,
    members: Vec<(String, usize)>,
}

/// What is looked at; a picture's bytes follow.
#[derive(Serialize, Deserialize)]
struct Seen {
    refused: Option<Finding>,
    looked: Option<Looked>,
}

#[derive(Serialize, Deserialize)]
struct Asked {
    about: String,
    choices: Vec<Choice>,
    assumed: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct Finding {
    severity: Weight,
    code: String,
    args: Vec<(String, String)>,
    at: Option<Place>,
    excerpt: Option<Shown>,
    unreadable_row: bool,
}

#[derive(Serialize, Deserialize)]
enum Weight {
    Info,
    Warning,
    Error,
}

#[derive(Serialize, Deserialize)]
struct Place {
    line: Option<u32>,
    column: Option<u32>,
    bytes: (usize, usize),
    record: Option<String>,
    field: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct Shown {
    text: String,
    carets: (usize, usize),
    column: u32,
}

/// Writes a reading.
pub(crate) fn write_answer(reading: Reading<'_>, out: &mut impl Write) -> io::Result<()> {
    let answer = Answer {
        statements: reading.statements,
        questions: reading.questions.into_iter().map(asked).collect(),
        switches: reading.switches.into_iter().map(asked).collect(),
        diagnostics: reading.diagnostics.into_iter().map(finding).collect(),
        mappings: reading.mappings,
    };
    serde_json::to_writer(&mut *out, &answer)?;
    out.flush()
}

/// Reads what [`write_answer`] wrote; `None` where it is anything else.
pub(crate) fn read_answer(bytes: &[u8]) -> Option<Reading<'static>> {
    let answer: Answer<'static> = serde_json::from_slice(bytes).ok()?;
    let questions = |asked: Vec<Asked>| asked.into_iter().map(question).collect::<Option<_>>();
    Some(Reading {
        statements: answer.statements,
        questions: questions(answer.questions)?,
        switches: questions(answer.switches)?,
        diagnostics: answer
            .diagnostics
            .into_iter()
            .map(diagnostic)
            .collect::<Option<_>>()?,
        mappings: answer.mappings,
    })
}

/// Writes a reading of receipts.
pub(crate) fn write_receipts(reading: receipt::Reading, out: &mut impl Write) -> io::Result<()> {
    let bought = Bought {
        receipts: reading.receipts,
        asks_password: reading.asks_password,
        diagnostics: reading.diagnostics.into_iter().map(finding).collect(),
    };
    serde_json::to_writer(&mut *out, &bought)?;
    out.flush()
}

/// Reads what [`write_receipts`] wrote; `None` where it is anything else.
pub(crate) fn read_receipts(bytes: &[u8]) -> Option<receipt::Reading> {
    let bought: Bought = serde_json::from_slice(bytes).ok()?;
    Some(receipt::Reading {
        receipts: bought.receipts,
        asks_password: bought.asks_password,
        diagnostics: bought
            .diagnostics
            .into_iter()
            .map(diagnostic)
            .collect::<Option<_>>()?,
    })
}

/// A page that is ready for a recogniser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ready {
    pub(crate) page: Page,
    /// The texts of the codes on it.
    pub(crate) codes: Vec<String>,
}

/// Writes pages that are ready: the length of a finding (u32, 0 for none), the finding; for each page whether it was turned
/// (u8), the length of its codes, its codes, its length, itself.
pub(crate) fn write_pages(
    pages: Result<Vec<Ready>, Box<Diagnostic>>,
    out: &mut impl Write,
) -> io::Result<()> {
    let (pages, refused) = match pages {
        Ok(pages) => (pages, Vec::new()),
        Err(why) => (Vec::new(), serde_json::to_vec(&finding(*why))?),
    };
    let part = |bytes: &[u8], out: &mut dyn Write| {
        let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
        out.write_all(&length.to_le_bytes())?;
        out.write_all(bytes)
    };
    part(&refused, out)?;
    for ready in &pages {
        out.write_all(&[u8::from(ready.page.was_turned())])?;
        part(&serde_json::to_vec(&ready.codes)?, out)?;
        part(&ready.page.to_pgm(), out)?;
    }
    out.flush()
}

/// Reads what [`write_pages`] wrote; `None` where it is anything else.
pub(crate) fn read_pages(answer: &[u8]) -> Option<Result<Vec<Ready>, Box<Diagnostic>>> {
    fn part(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
        let (length, rest) = bytes.split_first_chunk::<4>()?;
        rest.split_at_checked(usize::try_from(u32::from_le_bytes(*length)).ok()?)
    }
    let (refused, mut rest) = part(answer)?;
    if !refused.is_empty() {
        let why = diagnostic(serde_json::from_slice(refused).ok()?)?;
        return Some(Err(Box::new(why)));
    }
    let mut pages = Vec::new();
    while let Some((turned, after)) = rest.split_first() {
        let (codes, after) = part(after)?;
        let (page, after) = part(after)?;
        pages.push(Ready {
            page: Page::from_pgm(page)?.turned_before(*turned != 0),
            codes: serde_json::from_slice(codes).ok()?,
        });
        rest = after;
    }
    Some(Ok(pages))
}

/// Writes the files of a container: the length of a list (u32), the list, the bytes of each file one after the other.
pub(crate) fn write_members(
    members: Result<Vec<Member>, Diagnostic>,
    out: &mut impl Write,
) -> io::Result<()> {
    let (members, refused) = match members {
        Ok(members) => (members, None),
        Err(why) => (Vec::new(), Some(finding(why))),
    };
    let paths = members
        .iter()
        .map(|one| (one.path.clone(), one.bytes.len()));
    let list = serde_json::to_vec(&Opened {
        refused,
        members: paths.collect(),
    })?;
    let length = u32::try_from(list.len()).map_err(io::Error::other)?;
    out.write_all(&length.to_le_bytes())?;
    out.write_all(&list)?;
    for member in &members {
        out.write_all(&member.bytes)?;
    }
    out.flush()
}

/// Reads what [`write_members`] wrote; `None` where it is anything else.
pub(crate) fn read_members(answer: Vec<u8>) -> Option<Result<Vec<Member>, Diagnostic>> {
    let (length, rest) = answer.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    let (list, mut rest) = rest.split_at_checked(length)?;
    let opened: Opened = serde_json::from_slice(list).ok()?;
    if let Some(why) = opened.refused {
        return Some(Err(diagnostic(why)?));
    }
    let mut members = Vec::new();
    for (path, length) in opened.members {
        let (bytes, after) = rest.split_at_checked(length)?;
        rest = after;
        members.push(Member {
            path,
            bytes: bytes.to_vec(),
        });
    }
    rest.is_empty().then_some(Ok(members))
}

/// What is looked at with a picture's bytes, or why it is not.
pub(crate) type LookedAt = Result<(Looked, Vec<u8>), Box<Diagnostic>>;

/// Writes what is looked at: the length of a head (u32), the head, the picture's bytes.
pub(crate) fn write_looked(looked: LookedAt, out: &mut impl Write) -> io::Result<()> {
    let (seen, picture) = match looked {
        Ok((looked, picture)) => (
            Seen {
                refused: None,
                looked: Some(looked),
            },
            picture,
        ),
        Err(why) => (
            Seen {
                refused: Some(finding(*why)),
                looked: None,
            },
            Vec::new(),
        ),
    };
    let head = serde_json::to_vec(&seen)?;
    let length = u32::try_from(head.len()).map_err(io::Error::other)?;
    out.write_all(&length.to_le_bytes())?;
    out.write_all(&head)?;
    out.write_all(&picture)?;
    out.flush()
}

/// Reads what [`write_looked`] wrote; `None` where it is anything else.
pub(crate) fn read_looked(answer: &[u8]) -> Option<LookedAt> {
    let (length, rest) = answer.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    let (head, picture) = rest.split_at_checked(length)?;
    let seen: Seen = serde_json::from_slice(head).ok()?;
    match (seen.looked, seen.refused) {
        (Some(looked), None) => Some(Ok((looked, picture.to_vec()))),
        (None, Some(why)) => Some(Err(Box::new(diagnostic(why)?))),
        _ => None,
    }
}

/// A PDF and how many pages it has, or the place of the original that cannot be put on paper, and why.
pub(crate) type OnPaper = Result<Printed, (usize, Box<Diagnostic>)>;

/// How many pages there are and what stays locked, or why there are none.
type PaperHead = Result<(usize, Vec<String>), (usize, Finding)>;

/// Writes what is on paper: the length of a head (u32), the head, the PDF.
pub(crate) fn write_paper(paper: OnPaper, out: &mut impl Write) -> io::Result<()> {
    let (head, pdf) = match paper {
        Ok(printed) => (Ok((printed.pages, printed.locked)), printed.pdf),
        Err((place, why)) => (Err((place, finding(*why))), Vec::new()),
    };
    let head: PaperHead = head;
    let head = serde_json::to_vec(&head)?;
    let length = u32::try_from(head.len()).map_err(io::Error::other)?;
    out.write_all(&length.to_le_bytes())?;
    out.write_all(&head)?;
    out.write_all(&pdf)?;
    out.flush()
}

/// Reads what [`write_paper`] wrote; `None` where it is anything else.
pub(crate) fn read_paper(answer: &[u8]) -> Option<OnPaper> {
    let (length, rest) = answer.split_first_chunk::<4>()?;
    let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
    let (head, pdf) = rest.split_at_checked(length)?;
    match serde_json::from_slice::<PaperHead>(head).ok()? {
        Ok((pages, locked)) => Some(Ok(Printed {
            pages,
            locked,
            pdf: pdf.to_vec(),
        })),
        Err((place, why)) => Some(Err((place, Box::new(diagnostic(why)?)))),
    }
}

fn asked(question: Question) -> Asked {
    Asked {
        about: question.about.to_owned(),
        choices: question.choices,
        assumed: question.assumed,
    }
}

fn question(asked: Asked) -> Option<Question> {
    Some(Question {
        about: kept(&asked.about)?,
        choices: asked.choices,
        assumed: asked.assumed,
    })
}

fn finding(diagnostic: Diagnostic) -> Finding {
    Finding {
        severity: match diagnostic.severity {
            Severity::Info => Weight::Info,
            Severity::Warning => Weight::Warning,
            Severity::Error => Weight::Error,
        },
        code: diagnostic.code.to_owned(),
        args: diagnostic
            .args
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
        at: diagnostic.at.map(|at| Place {
            line: at.line,
            column: at.column,
            bytes: (at.bytes.start, at.bytes.end),
            record: at.record,
            field: at.field,
        }),
        excerpt: diagnostic.excerpt.map(|excerpt| Shown {
            text: excerpt.text,
            carets: (excerpt.carets.start, excerpt.carets.end),
            column: excerpt.column,
        }),
        unreadable_row: diagnostic.unreadable_row,
    }
}

fn diagnostic(finding: Finding) -> Option<Diagnostic> {
    let args = finding.args.into_iter();
    Some(Diagnostic {
        severity: match finding.severity {
            Weight::Info => Severity::Info,
            Weight::Warning => Severity::Warning,
            Weight::Error => Severity::Error,
        },
        code: kept(&finding.code)?,
        args: args
            .map(|(name, value)| Some((kept(&name)?, value)))
            .collect::<Option<_>>()?,
        at: finding.at.map(|at| Location {
            line: at.line,
            column: at.column,
            bytes: at.bytes.0..at.bytes.1,
            record: at.record,
            field: at.field,
        }),
        excerpt: finding.excerpt.map(|shown| {
            // Carets beyond the excerpt would be drawn as so many spaces.
            let length = shown.text.chars().count();
            let start = shown.carets.0.min(length);
            Excerpt {
                carets: start..shown.carets.1.clamp(start, length + 1),
                text: shown.text,
                column: shown.column,
            }
        }),
        unreadable_row: finding.unreadable_row,
    })
}

/// A code or an argument's name, which live as long as the program: each is kept once, and only so many.
fn kept(name: &str) -> Option<&'static str> {
    static NAMES: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let plain = name.len() <= 60 && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let mut names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(name) = names.get(name) {
        return Some(name);
    }
    if !plain || names.len() >= MOST_NAMES {
        return None;
    }
    let name: &'static str = Box::leak(name.to_owned().into_boxed_str());
    names.insert(name);
    Some(name)
}

#[cfg(test)]
mod tests;
