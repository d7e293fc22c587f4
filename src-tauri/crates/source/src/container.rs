//! Files that hold other files: zip, gzip, e-mail (RFC 5322 and MIME) and mailboxes (mbox, RFC 4155).
//!
//! What is inside is hostile until read: the limits below bound what it can make us hold, however deep it is nested, and what
//! is beyond them is refused, never cut short. A size that an archive declares is a claim and not believed.

use crate::Diagnostic;

mod archive;
mod mail;

/// Files in one container, those of inner ones counted.
pub const MOST_MEMBERS: usize = 500;
/// Bytes of all of them together.
pub const MOST_BYTES: usize = 64 << 20;
/// Containers inside one another.
pub const MOST_DEPTH: usize = 3;
/// How many times its compressed size a member of more than a megabyte may inflate to.
pub const MOST_RATIO: u64 = 200;

/// Members below this size may be as dense as they like.
const SMALL: u64 = 1 << 20;

/// What a container parts in the path of a member: `2026.zip!may/current.ofx`.
pub const INSIDE: char = '!';

/// How files are held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Container {
    /// PKWARE's APPNOTE.
    Zip,
    /// RFC 1952.
    Gzip,
    /// One message.
    Mail,
    /// Messages one after the other.
    Mailbox,
}

/// A file inside a container.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Its path inside, through every container in between.
    pub path: String,
    /// As it was before it was put in.
    pub bytes: Vec<u8>,
}

/// Why a container was not opened.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ContainerError {
    /// A password is needed.
    #[error("{0} is encrypted")]
    Encrypted(String),
    /// It ends early, or does not follow its own form.
    #[error("the container is damaged: {0}")]
    Damaged(String),
    /// It is beyond a limit.
    #[error("{found} {what} are more than {most}")]
    TooLarge {
        /// Of which limit: `members`, `bytes`, `ratio`, `depth`.
        what: &'static str,
        /// How much there is, at least.
        found: u64,
        /// How much is allowed.
        most: u64,
    },
}

impl ContainerError {
    /// What is said about it.
    pub fn finding(&self) -> Diagnostic {
        match self {
            ContainerError::Encrypted(member) => {
                Diagnostic::error("containerEncrypted").found(member)
            }
            ContainerError::Damaged(why) => Diagnostic::error("containerDamaged").found(why),
            ContainerError::TooLarge { what, found, most } => {
                Diagnostic::error("containerTooLarge")
                    .with("what", what)
                    .found(found)
                    .expected(most)
            }
        }
    }
}

/// Which container these bytes are, by their content alone. A workbook is a zip too: whoever reads workbooks looks first.
pub fn container(bytes: &[u8]) -> Option<Container> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        Some(Container::Zip)
    } else if bytes.starts_with(b"\x1F\x8B\x08") {
        Some(Container::Gzip)
    } else if mail::is_mailbox(bytes) {
        Some(Container::Mailbox)
    } else if mail::is_message(bytes) {
        Some(Container::Mail)
    } else {
        None
    }
}

/// Every file inside a container called `name`, inner containers opened unless `is_whole` knows them as files of their own.
///
/// # Errors
/// Where it is encrypted, damaged or beyond a limit; then nothing of it is given.
pub fn members(
    name: &str,
    bytes: &[u8],
    is_whole: &dyn Fn(&Member) -> bool,
) -> Result<Vec<Member>, ContainerError> {
    let mut opening = Opening {
        is_whole,
        found: Vec::new(),
        held: 0,
    };
    if let Some(kind) = container(bytes) {
        opening.open(kind, name, "", bytes, 1)?;
    }
    Ok(opening.found)
}

/// What was opened so far, and what it holds.
struct Opening<'w> {
    is_whole: &'w dyn Fn(&Member) -> bool,
    found: Vec<Member>,
    held: usize,
}

impl Opening<'_> {
    fn open(
        &mut self,
        kind: Container,
        name: &str,
        before: &str,
        bytes: &[u8],
        depth: usize,
    ) -> Result<(), ContainerError> {
        within("depth", depth as u64, MOST_DEPTH as u64)?;
        match kind {
            Container::Zip => archive::unzip(bytes, &mut |path, bytes| {
                self.take(before, path, bytes, depth)
            }),
            Container::Gzip => archive::gunzip(name, bytes, &mut |path, bytes| {
                self.take(before, path, bytes, depth)
            }),
            Container::Mail => mail::attachments(bytes, "", &mut |path, bytes| {
                self.take(before, path, bytes, depth)
            }),
            Container::Mailbox => mail::messages(bytes, &mut |path, bytes| {
                self.take(before, path, bytes, depth)
            }),
        }
    }

    fn take(
        &mut self,
        before: &str,
        path: &str,
        bytes: Vec<u8>,
        depth: usize,
    ) -> Result<(), ContainerError> {
        self.held = self.held.saturating_add(bytes.len());
        within("bytes", self.held as u64, MOST_BYTES as u64)?;
        let member = Member {
            path: format!("{before}{path}"),
            bytes,
        };
        match container(&member.bytes) {
            Some(kind) if !(self.is_whole)(&member) => {
                let inner = format!("{}{INSIDE}", member.path);
                self.open(kind, path, &inner, &member.bytes, depth + 1)
            }
            _ => {
                within("members", self.found.len() as u64 + 1, MOST_MEMBERS as u64)?;
                self.found.push(member);
                Ok(())
            }
        }
    }
}

/// What takes one member after the other.
type Taker<'t> = dyn FnMut(&str, Vec<u8>) -> Result<(), ContainerError> + 't;

fn within(what: &'static str, found: u64, most: u64) -> Result<(), ContainerError> {
    if found > most {
        return Err(ContainerError::TooLarge { what, found, most });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::io::{Cursor, Write};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in files {
            writer
                .start_file(*name, SimpleFileOptions::default())
                .unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn gzipped(bytes: &[u8]) -> Vec<u8> {
        let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        writer.write_all(bytes).unwrap();
        writer.finish().unwrap()
    }

    fn opened(name: &str, bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, ContainerError> {
        let members = members(name, bytes, &|_| false)?;
        Ok(members.into_iter().map(|m| (m.path, m.bytes)).collect())
    }

    const MAIL: &[u8] = b"From: Bank <bank@example.org>\r\nTo: a@example.org\r\nSubject: Statement\r\n\
        MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"\r\n\r\n\
        --b\r\nContent-Type: text/plain\r\n\r\nHello\r\n\
        --b\r\nContent-Type: text/csv; name=\"may.csv\"\r\nContent-Disposition: attachment; filename=\"may.csv\"\r\n\
        Content-Transfer-Encoding: base64\r\n\r\nYSxiCg==\r\n--b--\r\n";

    #[test]
    fn a_member_of_an_inner_archive_is_named_by_its_whole_path() {
        let inner = zipped(&[("b.csv", b"b")]);
        let outer = zipped(&[("a.ofx", b"a"), ("may/inner.zip", &inner)]);
        assert_eq!(
            opened("x.zip", &outer).unwrap(),
            [
                ("a.ofx".to_owned(), b"a".to_vec()),
                ("may/inner.zip!b.csv".to_owned(), b"b".to_vec())
            ]
        );
    }

    #[test]
    fn gzip_gives_the_file_under_its_name_without_the_ending() {
        let found = opened("may.csv.gz", &gzipped(b"a;b")).unwrap();
        assert_eq!(found, [("may.csv".to_owned(), b"a;b".to_vec())]);
    }

    #[test]
    fn an_attachment_of_a_mail_is_decoded() {
        assert_eq!(container(MAIL), Some(Container::Mail));
        let found = opened("m.eml", MAIL).unwrap();
        assert_eq!(found, [("may.csv".to_owned(), b"a,b\n".to_vec())]);
    }

    #[test]
    fn attachments_in_a_mailbox_are_told_apart_by_their_message() {
        let mut mailbox = b"From bank@example.org Mon Jan  5 10:00:00 2026\r\n".to_vec();
        mailbox.extend_from_slice(MAIL);
        let twice = [mailbox.as_slice(), b"\r\n", &mailbox].concat();
        assert_eq!(container(&twice), Some(Container::Mailbox));
        let paths: Vec<String> = opened("m.mbox", &twice)
            .unwrap()
            .into_iter()
            .map(|m| m.0)
            .collect();
        assert_eq!(paths, ["1!may.csv", "2!may.csv"]);
    }

    #[test]
    fn blanks_that_inflate_a_thousandfold_are_refused() {
        let blanks = vec![b' '; 3 << 20];
        for bomb in [zipped(&[("a.csv", &blanks)]), gzipped(&blanks)] {
            assert!(matches!(
                opened("bomb", &bomb),
                Err(ContainerError::TooLarge { what: "ratio", .. })
            ));
        }
    }

    #[test]
    fn archives_nested_without_end_are_refused() {
        let mut nested = zipped(&[("a.csv", b"a")]);
        for _ in 0..MOST_DEPTH {
            nested = zipped(&[("n.zip", &nested)]);
        }
        assert!(matches!(
            opened("n.zip", &nested),
            Err(ContainerError::TooLarge { what: "depth", .. })
        ));
    }

    #[test]
    fn more_members_than_a_person_has_statements_are_refused() {
        let names: Vec<String> = (0..=MOST_MEMBERS).map(|at| format!("{at}.csv")).collect();
        let files: Vec<(&str, &[u8])> = names.iter().map(|n| (n.as_str(), &b"a"[..])).collect();
        assert!(matches!(
            opened("m.zip", &zipped(&files)),
            Err(ContainerError::TooLarge {
                what: "members",
                ..
            })
        ));
    }

    #[test]
    fn half_an_archive_is_damaged() {
        let whole = zipped(&[("a.csv", b"abcdefghij")]);
        let found = opened("a.zip", &whole[..whole.len() / 2]);
        assert!(matches!(found, Err(ContainerError::Damaged(_))));
        let whole = gzipped(b"abcdefghij");
        let found = opened("a.gz", &whole[..whole.len() - 6]);
        assert!(matches!(found, Err(ContainerError::Damaged(_))));
    }

    #[test]
    fn statements_are_no_mails() {
        for text in [
            "OFXHEADER:100\r\nDATA:OFXSGML\r\nVERSION:102\r\n\r\n<OFX>",
            "Date: 2026-01-05\nAmount: 3\n\n",
            "Date,Subject,Amount\n2026-01-05,a,3\n",
            ":20:STARTUMS\n:25:1/2\n",
        ] {
            assert_eq!(container(text.as_bytes()), None, "{text}");
        }
    }
}
