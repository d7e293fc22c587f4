//! Originals on paper: the child opens them, decides what of them can be printed, and writes the PDF.

use print::{Cover, Original, Sheet};
use receipt::{PrintedMail, printed_mails, printed_page};
use serde::{Deserialize, Serialize};
use source::container::{Container, container};
use source::pdf::{Pdf, PdfError};
use source::picture::{is_picture, printed, sides};
use source::{Diagnostic, Source};
use statement::Answers;

use crate::look::{Look, is_locked, is_mail, is_page, is_pdf, of_pdf, refused};
use crate::wire::{Job, Kind, OnPaper, Print, read_paper};
use crate::{LARGEST, Worker};

/// A picture within a mail that is smaller than this on a side, in pixels, is decoration.
const SMALLEST_SIDE: u32 = 300;

/// Words that stand on paper beside what an original says, in the language of the cover.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Labels {
    /// Before the sender of a mail.
    pub from: String,
    /// Before its receiver.
    pub to: String,
    /// Before its day.
    pub date: String,
    /// Before the names of what came with it.
    pub attached: String,
    /// Where a text is cut.
    pub cut: String,
}

/// What is to be put on paper.
#[derive(Debug)]
pub struct Printing<'a> {
    /// What stands before the originals.
    pub cover: Option<Cover>,
    /// Words beside what the originals say.
    pub labels: &'a Labels,
    /// Numbers of the purchase: of a mailbox, the messages that quote one are meant.
    pub numbers: &'a [String],
    /// What may open PDFs that are protected; each is tried on each of them.
    pub passwords: &'a [String],
    /// Names and bytes of the originals.
    pub originals: &'a [(String, Vec<u8>)],
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// How many there are.
    pub pages: usize,
    /// Names of PDFs that came with mails and that no password opens: they are not there.
    pub locked: Vec<String>,
    /// The PDF.
    pub pdf: Vec<u8>,
}

impl Worker {
    /// Puts originals on paper, in a child.
    ///
    /// # Errors
    /// A finding, and the place of the original that it is about, where it is about one.
    pub fn print(
        &self,
        printing: Printing<'_>,
    ) -> Result<Printed, (Option<usize>, Box<Diagnostic>)> {
        let size: usize = printing
            .originals
            .iter()
            .map(|(_, bytes)| bytes.len())
            .sum();
        if size > LARGEST {
            let finding = Diagnostic::error("limitExceeded");
            return Err((None, Box::new(finding.found(size).expected(LARGEST))));
        }
        let mut document = Vec::with_capacity(size);
        let mut originals = Vec::with_capacity(printing.originals.len());
        for (name, bytes) in printing.originals {
            originals.push((name.clone(), bytes.len()));
            document.extend_from_slice(bytes);
        }
        let job = Job {
            kind: Kind::Print,
            format: String::new(),
            name: String::new(),
            answers: Answers::none(),
            look: None,
            print: Some(Print {
                cover: printing.cover,
                labels: printing.labels.clone(),
                numbers: printing.numbers.to_vec(),
                passwords: printing.passwords.to_vec(),
                originals,
            }),
        };
        let answer = self.job(&job, &document).map_err(|why| (None, why))?;
        match read_paper(&answer) {
            Some(Ok(printed)) => Ok(printed),
            Some(Err((place, why))) => Err((Some(place), why)),
            None => Err((None, refused("workerCrashed"))),
        }
    }
}

/// What the child does.
pub(crate) fn on_paper(print: &Print, mut document: &[u8]) -> OnPaper {
    let mut sheets = Vec::new();
    let mut locked = Vec::new();
    // Which original each of the sheets is of.
    let mut places = Vec::new();
    for (place, (name, length)) in print.originals.iter().enumerate() {
        let unprinted = || (place, refused("originalUnprinted"));
        let (bytes, rest) = document.split_at_checked(*length).ok_or_else(unprinted)?;
        document = rest;
        let own = sheets_of(name, bytes, print, &mut locked).map_err(|why| (place, why))?;
        places.extend(own.iter().map(|_| place));
        sheets.extend(own);
    }
    let written = print::write(print.cover.as_ref(), sheets).map_err(|error| {
        let place = match error {
            print::Error::Original(at) => places.get(at).copied().unwrap_or_default(),
            print::Error::Typeface | print::Error::Writing(_) => 0,
        };
        (place, refused("originalUnprinted"))
    })?;
    Ok(Printed {
        pages: Pdf::open(&written, None).map_or(0, |pdf| pdf.count()),
        locked,
        pdf: written,
    })
}

/// The sheets of an original; the names of what in it stays locked are added to `locked`.
fn sheets_of(
    name: &str,
    bytes: &[u8],
    print: &Print,
    locked: &mut Vec<String>,
) -> Result<Vec<Original>, Box<Diagnostic>> {
    let source = Source::new(name, bytes);
    // First: a mail may hold a PDF as it is, mark and all.
    let is_container = matches!(container(bytes), Some(Container::Mail | Container::Mailbox));
    if !is_container && let Some(own) = drawn(bytes, &print.passwords)? {
        return Ok(vec![own]);
    }
    if is_container || is_mail(&source) && !is_page(bytes) {
        let mails = printed_mails(bytes, &print.numbers);
        if mails.is_empty() {
            return Err(refused("originalUnprinted"));
        }
        return Ok(mails
            .into_iter()
            .flat_map(|mail| mail_sheets(mail, print, locked))
            .collect());
    }
    let text = match Look::of(&source) {
        _ if is_page(bytes) => printed_page(source.text()),
        Look::Text => source.text().to_owned(),
        Look::Drawn | Look::Not => return Err(refused("originalUnprinted")),
    };
    Ok(vec![Original::Words(Sheet {
        title: name.to_owned(),
        head: Vec::new(),
        text,
        cut: print.labels.cut.clone(),
    })])
}

/// A PDF or a picture; `None` where it is neither.
fn drawn(bytes: &[u8], passwords: &[String]) -> Result<Option<Original>, Box<Diagnostic>> {
    if is_pdf(bytes) {
        return Ok(Some(Original::Pdf {
            password: password_of(bytes, passwords).map_err(of_pdf)?,
            bytes: bytes.to_vec(),
        }));
    }
    if is_picture(bytes) {
        let jpeg = printed(bytes).map_err(|_| refused("pictureDamaged"))?;
        return Ok(Some(Original::Picture(jpeg)));
    }
    Ok(None)
}

/// Which of these passwords opens a PDF; none where it opens without.
fn password_of(bytes: &[u8], passwords: &[String]) -> Result<Option<String>, PdfError> {
    let mut opened = Pdf::open(bytes, None).map(|_| None);
    for one in passwords {
        if let Err(PdfError::PasswordWanted | PdfError::PasswordWrong) = opened {
            opened = Pdf::open(bytes, Some(one)).map(|_| Some(one.clone()));
        }
    }
    opened
}

/// A moment (RFC 3339) as a reader takes it in: its day, hour and minute, where the sender was.
fn moment(date: Option<&str>) -> String {
    let date = date.unwrap_or_default();
    match (date.get(..10), date.get(11..16)) {
        (Some(day), Some(time)) => format!("{day} {time}"),
        _ => date.to_owned(),
    }
}

/// A mail, and behind it the PDFs and pictures that came with it; what else came is named.
fn mail_sheets(mail: PrintedMail, print: &Print, locked: &mut Vec<String>) -> Vec<Original> {
    let labels = &print.labels;
    let fact =
        |label: &str, value: &str| Some(format!("{label} {value}")).filter(|_| !value.is_empty());
    let names: Vec<&str> = mail
        .files
        .iter()
        .map(|(name, _)| name.as_str())
        .filter(|name| !name.is_empty())
        .collect();
    let facts = [
        fact(&labels.from, &mail.from),
        fact(&labels.to, &mail.to),
        fact(&labels.date, &moment(mail.date.as_deref())),
        fact(&labels.attached, &names.join(", ")),
    ];
    let is_decoration = |bytes: &[u8]| {
        is_picture(bytes)
            && sides(bytes).is_none_or(|(width, height)| width.min(height) < SMALLEST_SIDE)
    };
    let mut sheets = vec![Original::Words(Sheet {
        title: mail.subject.clone(),
        head: facts.into_iter().flatten().collect(),
        text: mail.text.clone(),
        cut: labels.cut.clone(),
    })];
    for (name, bytes) in &mail.files {
        match drawn(bytes, &print.passwords) {
            Ok(attached) => sheets.extend(attached.filter(|_| !is_decoration(bytes))),
            Err(why) if is_locked(&why) => locked.push(name.clone()),
            // It is named all the same.
            Err(_) => {}
        }
    }
    sheets
}
