//! Original documents, and how each was read.

use domain::{DocumentId, ReadingId};
use rusqlite::{OptionalExtension, Row, named_params};

use crate::{Error, Read, Result, Write};

/// A document, without its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentRow {
    /// Its id.
    pub id: DocumentId,
    /// SHA-256 of the bytes as received.
    pub sha256: [u8; 32],
    /// The file's name.
    pub name: String,
    /// UTC, ISO 8601.
    pub received_at: String,
}

/// A document as read under one profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingRow {
    /// Its id.
    pub id: ReadingId,
    /// The document.
    pub document: DocumentId,
    /// What the user answered about how to read it.
    pub profile: String,
    /// The format's id.
    pub format: String,
    /// How much a row of the format says.
    pub richness: i64,
    /// SHA-256 of the document.
    pub sha256: [u8; 32],
    /// Whether an import of it stands.
    pub is_live: bool,
}

const READING: &str = "SELECT readings.*, documents.sha256 FROM readings JOIN documents ON documents.id = document_id";

impl Read<'_> {
    /// The document with this hash.
    ///
    /// # Errors
    /// As the file's.
    pub fn find_document(self, sha256: &[u8; 32]) -> Result<Option<DocumentRow>> {
        let mut find = self.0.prepare_cached(
            "SELECT document_heads.*
             FROM documents
             JOIN document_heads ON document_heads.id = documents.id
             WHERE documents.sha256 = ?",
        )?;
        Ok(find.query_row([sha256], document_row).optional()?)
    }

    /// A document by its id.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none.
    pub fn get_document(self, id: DocumentId) -> Result<DocumentRow> {
        let mut get = self
            .0
            .prepare_cached("SELECT * FROM document_heads WHERE id = ?")?;
        get.query_row([id.0], document_row)
            .optional()?
            .ok_or(Error::NotFound("document"))
    }

    /// The original bytes; `None` where the user had them forgotten.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is no such document, [`Error::Sql`] where the stored bytes do not decompress.
    pub fn get_document_bytes(self, id: DocumentId) -> Result<Option<Vec<u8>>> {
        let packed: Option<Option<Vec<u8>>> = self
            .0
            .query_row("SELECT bytes FROM documents WHERE id = ?", [id.0], |row| {
                row.get(0)
            })
            .optional()?;
        match packed.ok_or(Error::NotFound("document"))? {
            None => Ok(None),
            Some(packed) => lz4_flex::decompress_size_prepended(&packed)
                .map(Some)
                .map_err(|error| Error::Sql(error.to_string())),
        }
    }

    /// How many bytes a document had when it came, kept or forgotten.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none.
    pub fn get_document_size(self, id: DocumentId) -> Result<i64> {
        let get = "SELECT byte_length FROM documents WHERE id = ?";
        let size = self.0.query_row(get, [id.0], |row| row.get(0)).optional()?;
        size.ok_or(Error::NotFound("document"))
    }

    /// The names of all documents, read without their bytes.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_document_names(self) -> Result<Vec<(DocumentId, String)>> {
        let mut list = self
            .0
            .prepare_cached("SELECT id, name FROM document_heads")?;
        let rows = list.query_map([], |row| Ok((DocumentId(row.get(0)?), row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// A reading by its id.
    ///
    /// # Errors
    /// [`Error::NotFound`] where there is none.
    pub fn get_reading(self, id: ReadingId) -> Result<ReadingRow> {
        let mut get = self
            .0
            .prepare_cached(&format!("{READING} WHERE readings.id = ?"))?;
        get.query_row([id.0], reading_row)
            .optional()?
            .ok_or(Error::NotFound("reading"))
    }

    /// All readings, live or not.
    ///
    /// # Errors
    /// As the file's.
    pub fn list_readings(self) -> Result<Vec<ReadingRow>> {
        let mut list = self.0.prepare_cached(READING)?;
        let rows = list.query_map([], reading_row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

impl Write<'_> {
    /// Keeps a document.
    ///
    /// # Errors
    /// As the file's.
    pub fn add_document(
        self,
        sha256: &[u8; 32],
        name: &str,
        bytes: &[u8],
        at: &str,
    ) -> Result<DocumentId> {
        self.0.execute(
            "INSERT INTO documents (sha256, name, byte_length, bytes, received_at)
             VALUES (:sha256, :name, :byte_length, :bytes, :received_at)",
            named_params! {
                ":sha256": sha256,
                ":name": name,
                ":byte_length": bytes.len() as i64,
                ":bytes": lz4_flex::compress_prepend_size(bytes),
                ":received_at": at,
            },
        )?;
        Ok(DocumentId(self.0.last_insert_rowid()))
    }

    /// Forgets the bytes of a document; what was read from it stays.
    ///
    /// # Errors
    /// As the file's.
    pub fn forget_document(self, id: DocumentId) -> Result<()> {
        self.0
            .execute("UPDATE documents SET bytes = NULL WHERE id = ?", [id.0])?;
        Ok(())
    }

    /// Adds a reading, not live yet.
    ///
    /// # Errors
    /// As the file's.
    pub fn add_reading(
        self,
        document: DocumentId,
        profile: &str,
        format: &str,
        richness: u8,
    ) -> Result<ReadingId> {
        self.0.execute(
            "INSERT INTO readings (document_id, profile, format, richness, is_live) VALUES (?, ?, ?, ?, 0)",
            (document.0, profile, format, richness),
        )?;
        Ok(ReadingId(self.0.last_insert_rowid()))
    }

    /// Switches a reading on or off.
    ///
    /// # Errors
    /// As the file's.
    pub fn set_reading_live(self, id: ReadingId, is_live: bool) -> Result<()> {
        self.0.execute(
            "UPDATE readings SET is_live = ? WHERE id = ?",
            (is_live, id.0),
        )?;
        Ok(())
    }
}

fn document_row(row: &Row<'_>) -> rusqlite::Result<DocumentRow> {
    Ok(DocumentRow {
        id: DocumentId(row.get("id")?),
        sha256: row.get("sha256")?,
        name: row.get("name")?,
        received_at: row.get("received_at")?,
    })
}

fn reading_row(row: &Row<'_>) -> rusqlite::Result<ReadingRow> {
    Ok(ReadingRow {
        id: ReadingId(row.get("id")?),
        document: DocumentId(row.get("document_id")?),
        profile: row.get("profile")?,
        format: row.get("format")?,
        richness: row.get("richness")?,
        sha256: row.get("sha256")?,
        is_live: row.get("is_live")?,
    })
}
