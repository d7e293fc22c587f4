//! A small disk of memory, to be filled up.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// A mounted disk, gone with its owner.
pub struct Disk {
    folder: PathBuf,
}

impl Disk {
    /// Mounts one of this size at a folder, which is made; `None` where this user or this system may not.
    ///
    /// # Panics
    /// The folder cannot be made.
    pub fn mount(folder: &Path, bytes: u64) -> Option<Self> {
        std::fs::create_dir_all(folder).expect("a folder of ours");
        let options = format!("size={bytes},mode=0755");
        let words = ["-t", "tmpfs", "-o", &options, "counterfoil-test"];
        run(Command::new("mount").args(words).arg(folder)).then(|| Self {
            folder: folder.to_owned(),
        })
    }

    /// Makes it larger or smaller; what it holds stays.
    ///
    /// # Panics
    /// The system does not do it.
    pub fn resize(&self, bytes: u64) {
        let options = format!("remount,size={bytes}");
        let done = run(Command::new("mount")
            .args(["-o", &options])
            .arg(&self.folder));
        assert!(done, "a disk of ours is made another size");
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        // Lazily: what a failed test still holds open must not keep it.
        run(Command::new("umount").arg("-l").arg(&self.folder));
    }
}

fn run(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}
