//! Sample data: an invented household's statements, imported through the same road as any file.

use ledger::{Answers, Dropped};

use crate::commit::{Agreed, Shown};
use crate::imports::ImportDone;
use crate::{ApiError, App};

/// The files, in the order in which a household would have downloaded them. `tests/sample` makes them.
const FILES: &[(&str, &[u8])] = &[
    (
        "courant-2025-mai-octobre.ofx",
        include_bytes!("../sample/courant-2025-mai-octobre.ofx"),
    ),
    (
        "livret-2025.csv",
        include_bytes!("../sample/livret-2025.csv"),
    ),
    ("carte-2025.ofx", include_bytes!("../sample/carte-2025.ofx")),
    (
        "courant-2025-novembre-2026-avril.xml",
        include_bytes!("../sample/courant-2025-novembre-2026-avril.xml"),
    ),
    (
        "courant-2026-mai-juillet.xml",
        include_bytes!("../sample/courant-2026-mai-juillet.xml"),
    ),
    (
        "livret-2026.csv",
        include_bytes!("../sample/livret-2026.csv"),
    ),
    ("carte-2026.ofx", include_bytes!("../sample/carte-2026.ofx")),
    (
        "courant-2026-aout-octobre.xml",
        include_bytes!("../sample/courant-2026-aout-octobre.xml"),
    ),
];

impl App {
    /// Imports the sample household, all of its files or none.
    ///
    /// # Errors
    /// `locked`, `cancelled`, `busy`, `diskFull`, and the store's.
    pub fn load_sample(&self) -> Result<ImportDone, ApiError> {
        let open = self.open()?;
        let flag = open.begin();
        let dropped: Vec<Dropped> = FILES
            .iter()
            .map(|(name, bytes)| Dropped {
                name: (*name).to_owned(),
                bytes: bytes.to_vec(),
            })
            .collect();
        let none = Answers::none();
        let shown = Shown {
            new_only: true,
            doubts: true.into(),
        };
        let files = dropped.iter().map(|dropped| Agreed {
            dropped,
            answers: &none,
            shown,
            unwanted: Vec::new(),
        });
        self.import(&open, files.collect(), &flag)
    }
}
