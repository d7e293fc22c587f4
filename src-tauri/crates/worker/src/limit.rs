//! What a document may cost.

use std::io;

/// Seconds of processor time.
pub const CPU_SECONDS: u64 = 2;
/// Megabytes (2^20 bytes) of memory that the child may fill.
pub const MEMORY_MEGABYTES: u64 = 200;
/// Seconds by the clock, after which the parent ends a child that still owes its answer: on a busy machine two seconds of
/// processor time can take long, and where the system has no limits of its own this is the only one.
pub const WALL_SECONDS: u64 = 20;
/// Seconds of processor time for recognising the text of one picture, all looks at it together.
pub const RECOGNISER_SECONDS: u64 = 20;
/// Seconds by the clock for one look at a picture.
pub(crate) const LOOK_WALL_SECONDS: u64 = 45;
/// The largest document that is handed over, in bytes: the child holds it beside what it makes of it.
pub const LARGEST: usize = 48 << 20;

/// Addresses beyond the memory that is filled: the program itself, its stack, what it maps and never touches.
#[cfg(unix)]
const RESERVED_MEGABYTES: u64 = 200;

/// What a child may take.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    pub(crate) cpu_seconds: u64,
    pub(crate) megabytes: u64,
}

impl Limits {
    /// Those of reading a document.
    pub(crate) const READING: Limits = Limits {
        cpu_seconds: CPU_SECONDS,
        megabytes: MEMORY_MEGABYTES,
    };

    /// Those of recognising a picture, of which this look takes so many seconds.
    pub(crate) fn of_look(seconds: u64) -> Self {
        Limits {
            cpu_seconds: seconds.min(RECOGNISER_SECONDS),
            megabytes: MEMORY_MEGABYTES,
        }
    }
}

/// Limits this process, and what it starts, for good. Windows has no such limits: there only the parent's clock counts.
///
/// # Errors
/// Where the system refuses a limit that it knows.
pub(crate) fn apply(limits: Limits) -> io::Result<()> {
    #[cfg(not(unix))]
    let _ = limits;
    #[cfg(unix)]
    {
        use rlimit::Resource;
        const MEGABYTE: u64 = 1 << 20;
        let memory = limits.megabytes * MEGABYTE;
        let addresses = memory + RESERVED_MEGABYTES * MEGABYTE;
        for (resource, soft, hard) in [
            (Resource::CPU, limits.cpu_seconds, limits.cpu_seconds + 1),
            (Resource::DATA, memory, memory),
            (Resource::AS, addresses, addresses),
            // Neither a memory image of the document nor any other file.
            (Resource::CORE, 0, 0),
            (Resource::FSIZE, 0, 0),
        ] {
            if resource.is_supported() {
                resource.set(soft, hard)?;
            }
        }
    }
    Ok(())
}
