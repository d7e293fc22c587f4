//! The rules of import, said again in the plainest way: everything is computed anew from the files that stand.

use std::collections::BTreeMap;

use crate::files::{File, Format, Row, TEXTS};

/// How a file is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Profile {
    /// Another name for the same reading.
    pub(crate) other: bool,
    /// Rows that may be known under a day nearby are what is known.
    pub(crate) same: bool,
}

/// An import of the log.
#[derive(Debug, Clone)]
struct Import {
    file: usize,
    profile: Profile,
    undone: bool,
    replaces: Vec<usize>,
}

/// The log of imports, as the user knows it.
#[derive(Debug, Clone)]
pub(crate) struct Model {
    files: Vec<File>,
    imports: Vec<Import>,
}

/// A shown line: account, day, cents, status, words.
pub(crate) type Line = (usize, u32, i64, &'static str, &'static str);

impl Model {
    pub(crate) fn new(files: &[File]) -> Self {
        Model {
            files: files.to_vec(),
            imports: Vec::new(),
        }
    }

    fn standing(&self, file: usize) -> Vec<usize> {
        let all = self.imports.iter().enumerate();
        all.filter(|(_, one)| one.file == file && !one.undone)
            .map(|(i, _)| i)
            .collect()
    }

    pub(crate) fn stands(&self, file: usize) -> bool {
        !self.standing(file).is_empty()
    }

    /// The imports that stand, in the order of the log: file, and whether its shifted rows are the same.
    pub(crate) fn in_order(&self) -> Vec<(usize, bool)> {
        let standing = self.imports.iter().filter(|one| !one.undone);
        standing.map(|one| (one.file, one.profile.same)).collect()
    }

    /// The files that stand but for one, and the days on which their rows count: where the user said that shifted rows are
    /// the same, that is the day of what stood before.
    fn live_without(&self, left_out: Option<usize>) -> Vec<(usize, File)> {
        let mut live: Vec<(usize, File)> = Vec::new();
        for (index, same) in self.in_order() {
            if Some(index) == left_out {
                continue;
            }
            let mut file = self.files[index].clone();
            let moved = if same {
                shifted(&file, &live)
            } else {
                Vec::new()
            };
            for (row, day) in moved {
                file.rows[row].counted = day;
            }
            live.push((index, file));
        }
        live.sort_by_key(|(file, _)| *file);
        live
    }

    /// Whether an import under this answer does anything. No answer leaves an earlier one as it was given.
    fn does(&self, file: usize, profile: Profile) -> bool {
        let stands = |i: &usize| {
            let other = self.imports[*i].profile;
            other.other == profile.other && (other.same || !profile.same)
        };
        !self.standing(file).iter().any(stands)
    }

    /// Rows that may be known under a day nearby, each with that day, of an import that does something.
    pub(crate) fn shifted(&self, file: usize, profile: Profile) -> Vec<(usize, u32)> {
        if !self.does(file, profile) {
            return Vec::new();
        }
        shifted(&self.files[file], &self.live_without(Some(file)))
    }

    /// Whether an import does anything.
    pub(crate) fn import(&mut self, file: usize, profile: Profile) -> bool {
        if !self.does(file, profile) {
            return false;
        }
        let replaces = self.standing(file);
        for other in &replaces {
            self.imports[*other].undone = true;
        }
        self.imports.push(Import {
            file,
            profile,
            undone: false,
            replaces,
        });
        true
    }

    /// Whether it can be undone.
    pub(crate) fn undo(&mut self, i: usize) -> bool {
        if self.imports[i].undone {
            return false;
        }
        self.imports[i].undone = true;
        for other in self.imports[i].replaces.clone() {
            self.imports[other].undone = false;
        }
        true
    }

    /// Whether it can be done again: not where the same file stands by this or a later import.
    pub(crate) fn redo(&mut self, i: usize) -> bool {
        let standing = self.standing(self.imports[i].file);
        let profile = self.imports[i].profile;
        let in_the_way = |other: &usize| *other > i || self.imports[*other].profile == profile;
        if !self.imports[i].undone || standing.iter().any(in_the_way) {
            return false;
        }
        for other in &standing {
            self.imports[*other].undone = true;
        }
        self.imports[i].undone = false;
        self.imports[i].replaces = standing;
        true
    }

    /// What the ledger shows, by the rules of DESIGN §5.
    pub(crate) fn shown(&self) -> Vec<Line> {
        let live = self.live_without(None);
        let files: Vec<File> = live.into_iter().map(|(_, file)| file).collect();
        shown(&files)
    }
}

/// Rows whose day and amount nothing knows, beside a line of a day nearby that the file does not show, where both files
/// tell of both days: they may be one.
fn shifted(file: &File, live: &[(usize, File)]) -> Vec<(usize, u32)> {
    let known = || {
        let others = live
            .iter()
            .filter(|(_, other)| other.account == file.account);
        others.flat_map(|(_, other)| other.rows.iter().map(move |row| (other, row)))
    };
    let tells = |one: &File, day: u32| (one.covers().0..=one.covers().1).contains(&day);
    let mut out = Vec::new();
    for (i, row) in file.rows.iter().enumerate() {
        if known().any(|(_, other)| (other.counted, other.cents) == (row.day, row.cents)) {
            continue;
        }
        let shows = |day: u32| {
            let mut own = file.rows.iter();
            own.any(|own| (own.day, own.cents) == (day, row.cents))
        };
        let near = known().filter(|(other, line)| {
            (line.cents, line.text, line.pending) == (row.cents, row.text, row.pending)
                && line.counted.abs_diff(row.day) <= 3
                && !shows(line.counted)
                && tells(file, line.counted)
                && tells(other, row.day)
        });
        let nearest = near.map(|(_, line)| (line.counted.abs_diff(row.day), line.counted));
        out.extend(nearest.min().map(|(_, day)| (i, day)));
    }
    out
}

fn richness(format: Format) -> u8 {
    let id = match format {
        Format::Camt => "camt.053",
        Format::Ofx => "ofx",
        Format::Csv => "csv",
    };
    statement::format_named(id).unwrap().richness
}

/// Rows of several files that are one entry, by file and row.
type Group = Vec<(usize, usize)>;

fn shown(files: &[File]) -> Vec<Line> {
    let hash = |file: &usize| files[*file].dropped().digest().0;
    let mut order: Vec<usize> = (0..files.len()).collect();
    order.sort_by_key(|file| (255 - richness(files[*file].format), hash(file)));
    let groups = groups(files, &order);
    let place = |file: usize| order.iter().position(|other| *other == file);
    let winner = |group: &Group| {
        let best = group
            .iter()
            .min_by_key(|(f, r)| (files[*f].rows[*r].pending, place(*f), *r));
        let (f, r) = best.unwrap();
        (files[*f].account, files[*f].rows[*r].clone())
    };
    let entries: Vec<(usize, Row)> = groups.iter().map(winner).collect();
    let mut hidden = vec![false; entries.len()];
    // Pending lines belong to the newest file that states any.
    for account in 0..2 {
        let states = |file: &&usize| {
            files[**file].account == account && files[**file].rows.iter().any(|row| row.pending)
        };
        let newest = order
            .iter()
            .filter(states)
            .max_by_key(|file| (files[**file].made, hash(file)));
        for (i, group) in groups.iter().enumerate() {
            let (owner, row) = &entries[i];
            let restated = group.iter().any(|(file, _)| Some(file) == newest);
            hidden[i] |= *owner == account && row.pending && !restated;
        }
    }
    take_over(&entries, &mut hidden);
    // A correction hides what bears the reference that it corrects.
    for (i, group) in groups.iter().enumerate() {
        for (f, r) in group {
            let Some((corrected, deletes)) = files[*f].rows[*r].corrects else {
                continue;
            };
            for (j, other) in groups.iter().enumerate() {
                let bears = other
                    .iter()
                    .any(|(f, r)| files[*f].rows[*r].reference == Some(corrected));
                hidden[j] |= i != j && entries[i].0 == entries[j].0 && bears;
            }
            hidden[i] |= deletes;
        }
    }
    let status = |row: &Row| if row.pending { "pending" } else { "booked" };
    let mut lines: Vec<Line> = entries
        .iter()
        .zip(hidden)
        .filter(|(_, hidden)| !hidden)
        .map(|((account, row), _)| (*account, row.day, row.cents, status(row), TEXTS[row.text]))
        .collect();
    lines.sort_unstable();
    lines
}

/// Each file's rows claim at most one group each, rung by rung over the whole file.
fn groups(files: &[File], order: &[usize]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for file in order {
        let mut left: Vec<usize> = (0..files[*file].rows.len()).collect();
        for rung in 0..3 {
            left.retain(|r| {
                let row = &files[*file].rows[*r];
                let same = |(f, other): &(usize, usize)| {
                    let other = &files[*f].rows[*other];
                    files[*f].account == files[*file].account
                        && (other.counted, other.cents) == (row.counted, row.cents)
                        && match rung {
                            0 => row.reference.is_some() && row.reference == other.reference,
                            1 => row.end_to_end.is_some() && row.end_to_end == other.end_to_end,
                            _ => row.text == other.text,
                        }
                };
                let free = |group: &&mut Group| {
                    group.iter().all(|(f, _)| f != file) && group.iter().any(same)
                };
                match groups.iter_mut().find(free) {
                    Some(group) => group.push((*file, *r)),
                    None => return true,
                }
                false
            });
        }
        groups.extend(left.into_iter().map(|r| vec![(*file, r)]));
    }
    groups
}

/// A booked line takes over one pending line: by reference, else by amount and words, within ten days.
fn take_over(entries: &[(usize, Row)], hidden: &mut [bool]) {
    let key = |row: &Row| matching::keys("EUR", None, None, [TEXTS[row.text]].into_iter()).text;
    let mut order: Vec<usize> = (0..entries.len()).collect();
    let place = |row: &Row| (row.counted, row.cents, key(row));
    order.sort_by_key(|i| place(&entries[*i].1));
    let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
    for sure in [true, false] {
        for i in order.iter().filter(|i| entries[**i].1.pending) {
            let (account, waiting) = &entries[*i];
            if hidden[*i] {
                continue;
            }
            let found = order.iter().find(|j| {
                let (owner, booked) = &entries[**j];
                let same = if sure {
                    waiting.reference.is_some() && waiting.reference == booked.reference
                } else {
                    (waiting.cents, waiting.text) == (booked.cents, booked.text)
                };
                !booked.pending
                    && owner == account
                    && !taken.contains_key(j)
                    && same
                    && booked.counted + 1 >= waiting.counted
            });
            if let Some(j) = found {
                taken.insert(*j, *i);
                hidden[*i] = true;
            }
        }
    }
}
