//! What a reader says of a document before it reads it.

/// How sure a format is that a document is its own.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sniff {
    /// It is not.
    No,
    /// It may be: what speaks for it.
    Likely(&'static str),
    /// It is: the sign that no other format has.
    Certain(&'static str),
}

/// What a document of a format can do to the process that reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Risk {
    /// Our own bounded code reads it.
    Bounded,
    /// It is inflated or read by code that a document may exhaust or crash: read it in a process of its own.
    Hostile,
}
