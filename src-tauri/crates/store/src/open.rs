//! Opening: key, probe, pragmas, migrations; one writer and several readers.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::time::Duration;

use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};
use zeroize::Zeroizing;

use crate::copy::keep_before;
use crate::steps::Steps;
use crate::{Error, Result};

/// Numbered, never edited once released: the schema's number is the number of those that ran.
const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001_ledger.sql"),
    include_str!("../migrations/0002_words.sql"),
    include_str!("../migrations/0003_receipts.sql"),
    include_str!("../migrations/0004_profiles.sql"),
    include_str!("../migrations/0005_transfers.sql"),
    include_str!("../migrations/0006_own_words.sql"),
    include_str!("../migrations/0007_refunds.sql"),
    include_str!("../migrations/0008_shifts.sql"),
    include_str!("../migrations/0009_more_words.sql"),
    include_str!("../migrations/0010_spelt_checks.sql"),
    include_str!("../migrations/0011_repeats.sql"),
    include_str!("../migrations/0012_shift_rules.sql"),
    include_str!("../migrations/0013_insights.sql"),
    include_str!("../migrations/0014_questions.sql"),
    include_str!("../migrations/0015_receipt_texts.sql"),
    include_str!("../migrations/0016_said.sql"),
    include_str!("../migrations/0017_homes.sql"),
    include_str!("../migrations/0018_document_heads.sql"),
    include_str!("../migrations/0019_word_beginnings.sql"),
];
/// How long a writer waits for another process.
const PATIENCE: Duration = Duration::from_secs(5);
/// How many readers are kept open.
const READERS: usize = 3;
/// Pages kept in memory by a reader, in KiB.
const READER_KIB: i64 = 64 * 1024;
/// The same for the writer: pages that a large import leaves no room for are encrypted, written and read back several times.
const WRITER_KIB: i64 = 256 * 1024;

/// An open ledger file.
pub struct Store {
    path: PathBuf,
    key: Zeroizing<[u8; 32]>,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Reader>>,
}

/// A connection that reads, and how much it may.
struct Reader {
    connection: Connection,
    steps: Steps,
}

/// A handle that can only read, on one consistent state of the ledger.
#[derive(Clone, Copy)]
pub struct Read<'a>(pub(crate) &'a Connection, pub(crate) Option<&'a Steps>);

/// A handle that writes, inside one transaction.
#[derive(Clone, Copy)]
pub struct Write<'a>(pub(crate) &'a Connection);

impl<'a> Write<'a> {
    /// The same transaction, to read from.
    pub fn read(self) -> Read<'a> {
        Read(self.0, None)
    }
}

impl Store {
    /// Makes a new ledger file.
    ///
    /// # Errors
    /// [`Error::Exists`] where there is a file already, else as [`Store::open`].
    pub fn create(path: &Path, key: &[u8; 32]) -> Result<Self> {
        if path.exists() {
            return Err(Error::Exists(path.to_owned()));
        }
        // Made under another name first, so that a ledger under its own is always a whole one, and an empty file damage.
        let making = path.with_extension("new");
        if making.exists() {
            fs::remove_file(&making).map_err(unwritable)?;
        }
        let create = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE;
        let connection = connect(&making, key, create)?;
        migrate(&connection)?;
        connection
            .close()
            .map_err(|(_, error)| Error::from(error))?;
        fs::rename(&making, path).map_err(unwritable)?;
        if let Some(folder) = path.parent() {
            // The name is durable once the folder is; systems that cannot sync a folder need not.
            let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
        }
        Self::open(path, key)
    }

    /// Opens a ledger file and brings its schema up to date.
    ///
    /// # Errors
    /// [`Error::Unreadable`] for a wrong key or a damaged file, [`Error::TooNew`] for a newer schema; nothing is changed.
    pub fn open(path: &Path, key: &[u8; 32]) -> Result<Self> {
        // SQLite takes an empty file for a new database, under any key.
        if fs::metadata(path).is_ok_and(|file| file.len() == 0) {
            return Err(Error::Unreadable);
        }
        let writer = connect(path, key, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        let schema = check_version(&writer)?;
        let mode: String = writer.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
        if mode != "wal" {
            return Err(Error::ReadOnly);
        }
        if schema < MIGRATIONS.len() as i64 {
            keep_before(&writer, path, key, schema)?;
        }
        migrate(&writer)?;
        writer.pragma_update(None, "cache_size", -WRITER_KIB)?;
        Ok(Store {
            path: path.to_owned(),
            key: Zeroizing::new(*key),
            writer: Mutex::new(writer),
            readers: Mutex::new(Vec::new()),
        })
    }

    /// Reads one consistent state; never waits for a writer.
    ///
    /// # Errors
    /// Whatever `read` fails with.
    pub fn read<T, E: From<Error>>(
        &self,
        read: impl FnOnce(Read<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let kept = locked(&self.readers).pop();
        let mut reader = match kept {
            Some(reader) => reader,
            None => self.reader()?,
        };
        let result = {
            let snapshot = reader
                .connection
                .transaction_with_behavior(TransactionBehavior::Deferred)
                .map_err(Error::from)?;
            read(Read(&snapshot, Some(&reader.steps)))
        };
        let mut readers = locked(&self.readers);
        if readers.len() < READERS {
            readers.push(reader);
        }
        result
    }

    /// Writes in one IMMEDIATE transaction: everything or nothing.
    ///
    /// # Errors
    /// [`Error::Busy`] where another process writes for more than five seconds, else whatever `write` fails with.
    pub fn write<T, E: From<Error>>(
        &self,
        write: impl FnOnce(Write<'_>) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let mut writer = locked(&self.writer);
        let transaction: Transaction<'_> = writer
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(Error::from)?;
        let done = write(Write(&transaction))?;
        transaction
            .execute("UPDATE revision SET number = number + 1", [])
            .map_err(Error::from)?;
        transaction.commit().map_err(Error::from)?;
        Ok(done)
    }

    /// The number of writes that the file has seen, by any process.
    ///
    /// # Errors
    /// As the file's.
    pub fn revision(&self) -> Result<i64> {
        self.read(|read| {
            Ok(read
                .0
                .query_row("SELECT number FROM revision", [], |row| row.get(0))?)
        })
    }

    /// A connection beside the others, for what is long and changes nothing.
    pub(crate) fn apart(&self) -> Result<Connection> {
        connect(&self.path, &self.key, OpenFlags::SQLITE_OPEN_READ_WRITE)
    }

    fn reader(&self) -> Result<Reader> {
        let mut connection = self.apart()?;
        connection.pragma_update(None, "query_only", true)?;
        let steps = Steps::of(&mut connection)?;
        Ok(Reader { connection, steps })
    }
}

impl fmt::Debug for Store {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Store(<redacted>)")
    }
}

pub(crate) fn unwritable(error: io::Error) -> Error {
    match error.kind() {
        io::ErrorKind::StorageFull => Error::DiskFull,
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Error::ReadOnly,
        _ => Error::Disk(error.to_string()),
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Lets one thread alone start SQLite: it calls itself initialised before SQLCipher's part of that has run, and a second
/// thread that opens a file in between is refused its key (`sqlite3_initialize`, `SQLITE_EXTRA_INIT`).
fn initialise() {
    static STARTED: Once = Once::new();
    STARTED.call_once(|| {
        let _ = Connection::open_in_memory();
    });
}

/// Opens a connection and proves the key on the first page, before anything else reads one.
pub(crate) fn connect(path: &Path, key: &[u8; 32], flags: OpenFlags) -> Result<Connection> {
    initialise();
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // SQLCipher would print to standard error what the caller hears as an error anyway.
    connection.pragma_update(None, "cipher_log_level", "NONE")?;
    let mut literal = Zeroizing::new(String::with_capacity(70));
    literal.push_str("x'");
    for byte in key {
        use fmt::Write as _;
        let _ = write!(literal, "{byte:02x}");
    }
    literal.push('\'');
    connection.pragma_update(None, "key", literal.as_str())?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| {
        row.get::<_, i64>(0)
    })?;
    connection.busy_timeout(PATIENCE)?;
    connection.set_prepared_statement_cache_capacity(128);
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "secure_delete", true)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "cache_size", -READER_KIB)?;
    // The words that the search index holds; a way to look at it, of which nothing is stored.
    connection.execute_batch(
        "CREATE VIRTUAL TABLE temp.entry_words USING fts5vocab(main, entry_texts, instance)",
    )?;
    Ok(connection)
}

pub(crate) fn check_version(connection: &Connection) -> Result<i64> {
    let found: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let supported = MIGRATIONS.len() as i64;
    if found > supported {
        return Err(Error::TooNew { found, supported });
    }
    Ok(found)
}

fn migrate(connection: &Connection) -> Result<()> {
    if check_version(connection)? == MIGRATIONS.len() as i64 {
        return Ok(());
    }
    // A table that others refer to can only be made anew while nobody looks at the references; a transaction cannot say so.
    connection.pragma_update(None, "foreign_keys", false)?;
    let migrated = run_migrations(connection);
    connection.pragma_update(None, "foreign_keys", true)?;
    migrated
}

fn run_migrations(connection: &Connection) -> Result<()> {
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    let done = usize::try_from(check_version(&transaction)?).unwrap_or_default();
    for migration in MIGRATIONS.iter().skip(done) {
        transaction.execute_batch(migration)?;
    }
    let dangling: i64 =
        transaction.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| {
            row.get(0)
        })?;
    if dangling > 0 {
        return Err(Error::Sql(format!("{dangling} references dangle")));
    }
    transaction.pragma_update(None, "user_version", MIGRATIONS.len() as i64)?;
    transaction.commit()?;
    Ok(())
}
