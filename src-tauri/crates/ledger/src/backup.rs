//! One file that holds a whole ledger, encrypted as it is, and how it is read back.
//!
//! A zip (APPNOTE 6.3) of three members that are stored as they are: the ledger's file under its own key, the key file beside it,
//! and a few lines for whoever finds it. Any program that unpacks a zip and reads SQLCipher 4 opens it with the 24 words alone.

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use chrono::{Datelike, Local, NaiveDate, NaiveDateTime, Timelike};
use store::Held;
use vault::{KEY_FILE, Key, KeyFile};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::{Error, LEDGER_FILE, Ledger, Result, clock, lock};

/// What a ledger's backup is made in, in its folder.
pub(crate) const WORK: &str = "ledger.backing-up";
pub(crate) const NOTE: &str = "README.txt";
/// A key file has about 1 KiB.
const LARGEST_KEY_FILE: u64 = 64 * 1024;

/// A backup that was written and read back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackedUp {
    /// When, in UTC.
    pub at: String,
    /// Bytes of the file.
    pub bytes: u64,
}

/// A file that is a backup, before anything in it was opened.
#[derive(Debug)]
pub struct Backup {
    archive: ZipArchive<BufReader<File>>,
    /// When it was made, on the clock of the computer that made it.
    pub made: Option<NaiveDateTime>,
    /// Its bytes.
    pub bytes: u64,
}

impl Ledger {
    /// Writes the whole ledger into one encrypted file, which takes the place of what stood there once it was read back and found
    /// to be the same. `note` says in words what the file is. A key file that is lost or damaged is made anew for it, without a slot.
    ///
    /// # Errors
    /// [`Error::Refused`] in the ledger's own folder and over a file that is no backup, [`Error::Write`] where the file cannot be
    /// written or is not what was written, the store's; [`store::Error::Busy`] where another program makes a backup of the same
    /// ledger. What stood in the file's place is as it was.
    pub fn back_up(&self, key: &Key, target: &Path, note: &str) -> Result<BackedUp> {
        refuse_place(self.folder(), target)?;
        let _work = lock::Held::work(self.folder())?;
        let work = self.folder().join(WORK);
        // Left by a program that was killed.
        remove_folder(&work)?;
        fs::create_dir(&work)?;
        let done = self.back_up_in(&work, key, target, note);
        let removed = remove_folder(&work);
        let done = done?;
        removed?;
        Ok(done)
    }

    fn back_up_in(&self, work: &Path, key: &Key, target: &Path, note: &str) -> Result<BackedUp> {
        let ledger = work.join(LEDGER_FILE);
        self.store.copy_to(&ledger)?;
        store::inspect(&ledger, key.expose())?;
        write_keys(self.folder(), work, key)?;
        fs::write(work.join(NOTE), note)?;
        let mut fresh = target.as_os_str().to_owned();
        fresh.push(".part");
        let fresh = PathBuf::from(fresh);
        let packed = pack(work, &fresh)
            .and_then(|()| read_back(work, &fresh))
            .and_then(|()| Ok(fs::rename(&fresh, target)?));
        if packed.is_err() {
            drop(fs::remove_file(&fresh));
        }
        packed?;
        if let Some(Ok(folder)) = target.parent().map(File::open) {
            // The name is durable once the folder is; systems that cannot sync a folder need not.
            drop(folder.sync_all());
        }
        let bytes = fs::metadata(target)?.len();
        Ok(BackedUp {
            at: clock::now(),
            bytes,
        })
    }

    /// What the ledger holds.
    ///
    /// # Errors
    /// The store's.
    pub fn held(&self) -> Result<Held> {
        self.store.read(|read| Ok(read.held()?))
    }
}

impl Backup {
    /// Opens a file that may be a backup.
    ///
    /// # Errors
    /// [`Error::Refused`] where it is none, [`Error::File`] where it cannot be read.
    pub fn open(path: &Path) -> Result<Backup> {
        let unreadable = |error| Error::File {
            path: path.to_owned(),
            error,
        };
        let file = File::open(path).map_err(unreadable)?;
        let bytes = file.metadata().map_err(unreadable)?.len();
        let archive = ZipArchive::new(BufReader::new(file));
        let mut archive = archive.map_err(|_| Error::Refused("no backup"))?;
        let mut made = None;
        for name in [KEY_FILE, LEDGER_FILE] {
            let member = archive.by_name(name);
            let member = member.map_err(|_| Error::Refused("no backup"))?;
            if member.compression() != CompressionMethod::Stored {
                return Err(Error::Refused("no backup"));
            }
            made = member.last_modified().and_then(instant);
        }
        Ok(Backup {
            archive,
            made,
            bytes,
        })
    }

    /// Writes its ledger and its keys into a folder.
    ///
    /// # Errors
    /// [`Error::Damaged`] where the file is not as it was written, [`Error::Write`] where there is no room.
    pub fn unpack(&mut self, folder: &Path) -> Result<()> {
        self.unpack_keys(folder)?;
        self.unpack_one(LEDGER_FILE, folder, u64::MAX)
    }

    /// Writes its keys alone into a folder.
    ///
    /// # Errors
    /// As for [`unpack`](Self::unpack).
    pub fn unpack_keys(&mut self, folder: &Path) -> Result<()> {
        self.unpack_one(KEY_FILE, folder, LARGEST_KEY_FILE)
    }

    fn unpack_one(&mut self, name: &str, folder: &Path, limit: u64) -> Result<()> {
        let member = self.archive.by_name(name).map_err(|_| Error::Damaged)?;
        if member.size() > limit {
            return Err(Error::Damaged);
        }
        let mut member = member.take(limit);
        let mut out = new_file(&folder.join(name))?;
        let mut chunk = vec![0; 1 << 20];
        loop {
            // What the disk cannot read and what is not as it was written are one to whoever has this file.
            let read = member.read(&mut chunk).map_err(|_| Error::Damaged)?;
            let Some(some) = chunk.get(..read).filter(|some| !some.is_empty()) else {
                break;
            };
            out.write_all(some)?;
        }
        Ok(out.sync_all()?)
    }
}

/// Whether a backup may not be written there.
fn refuse_place(folder: &Path, target: &Path) -> Result<()> {
    let place = target.parent().map(Path::canonicalize).transpose()?;
    if place.is_some_and(|place| {
        folder
            .canonicalize()
            .is_ok_and(|own| place.starts_with(own))
    }) {
        return Err(Error::Refused("backup beside the ledger"));
    }
    match Backup::open(target) {
        Err(Error::Refused(_)) => Err(Error::Refused("over another file")),
        _ => Ok(()),
    }
}

/// The key file as it is known to be good.
fn write_keys(folder: &Path, work: &Path, key: &Key) -> Result<()> {
    let unwritten = |error: vault::Error| io::Error::other(error.to_string());
    match KeyFile::load(folder) {
        Ok(Some(keys)) if keys.check(key).is_ok() => keys.copy_to(work).map_err(unwritten)?,
        _ => KeyFile::create(work, key)
            .and_then(|mut keys| keys.set_confirmed())
            .map_err(unwritten)?,
    }
    Ok(())
}

/// Removes a folder with what is in it, when it is there.
pub(crate) fn remove_folder(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// A new file, readable by its owner only.
fn new_file(path: &Path) -> io::Result<File> {
    let mut options = File::options();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn members(work: &Path) -> impl Iterator<Item = (&'static str, PathBuf)> {
    [NOTE, KEY_FILE, LEDGER_FILE]
        .into_iter()
        .map(|name| (name, work.join(name)))
}

fn pack(work: &Path, target: &Path) -> Result<()> {
    let now = Local::now().naive_local();
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(stamp(now).unwrap_or_default())
        .unix_permissions(0o600)
        .large_file(true);
    drop(fs::remove_file(target));
    let mut archive = ZipWriter::new(BufWriter::new(new_file(target)?));
    for (name, path) in members(work) {
        archive.start_file(name, options).map_err(io::Error::from)?;
        io::copy(&mut File::open(path)?, &mut archive)?;
    }
    let written = archive.finish().map_err(io::Error::from)?;
    let file = written.into_inner().map_err(io::Error::from)?;
    Ok(file.sync_all()?)
}

/// Compares each member with what was to be written.
fn read_back(work: &Path, target: &Path) -> Result<()> {
    let different = || io::Error::other("what was read back is not what was written");
    let archive = ZipArchive::new(BufReader::new(File::open(target)?));
    let mut archive = archive.map_err(io::Error::from)?;
    for (name, path) in members(work) {
        let mut there = archive.by_name(name).map_err(io::Error::from)?;
        let mut here = File::open(path)?;
        let (mut one, mut other) = (Vec::new(), Vec::new());
        loop {
            one.clear();
            other.clear();
            Read::by_ref(&mut here)
                .take(1 << 20)
                .read_to_end(&mut one)?;
            Read::by_ref(&mut there)
                .take(1 << 20)
                .read_to_end(&mut other)?;
            if one != other {
                return Err(different().into());
            }
            if one.is_empty() {
                break;
            }
        }
    }
    Ok(())
}

fn stamp(at: NaiveDateTime) -> Option<DateTime> {
    let part = |value: u32| u8::try_from(value).ok();
    DateTime::from_date_and_time(
        u16::try_from(at.year()).ok()?,
        part(at.month())?,
        part(at.day())?,
        part(at.hour())?,
        part(at.minute())?,
        part(at.second())?,
    )
    .ok()
}

fn instant(at: DateTime) -> Option<NaiveDateTime> {
    let day = NaiveDate::from_ymd_opt(at.year().into(), at.month().into(), at.day().into())?;
    day.and_hms_opt(at.hour().into(), at.minute().into(), at.second().into())
}
