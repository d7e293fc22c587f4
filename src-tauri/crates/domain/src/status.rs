//! Whether a line counts.

use serde::{Deserialize, Serialize};

/// The state of an entry (ISO 20022 `Ntry/Sts`). Only booked lines count in a balance.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// `BOOK`: it moved money.
    #[default]
    Booked,
    /// `PDNG`: announced, not booked yet.
    Pending,
    /// `INFO`: said for information, never counted.
    Info,
}

impl Status {
    /// The word used on the wire and in the store.
    pub fn as_str(self) -> &'static str {
        match self {
            Status::Booked => "booked",
            Status::Pending => "pending",
            Status::Info => "info",
        }
    }
}
