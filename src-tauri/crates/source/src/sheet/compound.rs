//! The compound file around an old workbook ([MS-CFB]): its chains of sectors are followed once, before a reader follows them
//! for ever.

use super::SheetError;

/// Numbers from here on name no sector (section 2.1).
const NO_SECTOR: u32 = 0xFFFF_FFFA;

/// The header's first sectors of the allocation table: 109 numbers (section 2.2).
const HEADER_TABLE: std::ops::Range<usize> = 76..512;

/// Looks whether every chain of sectors ends.
///
/// # Errors
/// One leads back into itself, or out of the table that says how it goes on.
pub(super) fn check(bytes: &[u8]) -> Result<(), SheetError> {
    let sector = match bytes.get(30) {
        Some(12) => 4096,
        _ => 512,
    };
    let file = Sectors { bytes, sector };
    let table = file.table();
    if !every_chain_ends(&table) {
        return Err(damaged());
    }
    let small = chain(&table, file.number(60))
        .into_iter()
        .flat_map(|id| file.numbers(id))
        .collect::<Vec<_>>();
    if every_chain_ends(&small) {
        Ok(())
    } else {
        Err(damaged())
    }
}

fn damaged() -> SheetError {
    SheetError::Damaged("its sectors lead in circles".to_owned())
}

struct Sectors<'a> {
    bytes: &'a [u8],
    /// Bytes in each.
    sector: usize,
}

impl Sectors<'_> {
    /// The number at a place of the header.
    fn number(&self, at: usize) -> u32 {
        let bytes = self
            .bytes
            .get(at..at + 4)
            .and_then(|four| four.try_into().ok());
        bytes.map_or(u32::MAX, u32::from_le_bytes)
    }

    /// The numbers in a sector; a sector that the file's end cuts has fewer.
    fn numbers(&self, id: u32) -> Vec<u32> {
        let start = usize::try_from(id)
            .ok()
            .and_then(|id| id.checked_add(1)?.checked_mul(self.sector));
        let rest = start
            .and_then(|start| self.bytes.get(start..))
            .unwrap_or_default();
        numbers(rest.get(..self.sector).unwrap_or(rest))
    }

    /// Where each sector's chain goes on (section 2.3), found by the header and the sectors that continue it (section 2.5).
    fn table(&self) -> Vec<u32> {
        let mut parts = numbers(self.bytes.get(HEADER_TABLE).unwrap_or_default());
        let mut next = self.number(68);
        let most = self.bytes.len() / self.sector + 1;
        for _ in 0..most {
            if next >= NO_SECTOR {
                break;
            }
            let mut more = self.numbers(next);
            next = more.pop().unwrap_or(u32::MAX);
            parts.append(&mut more);
        }
        parts.retain(|id| *id < NO_SECTOR);
        parts.truncate(most);
        parts.into_iter().flat_map(|id| self.numbers(id)).collect()
    }
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    let fours = bytes.chunks_exact(4);
    fours
        .map(|four| four.try_into().map_or(u32::MAX, u32::from_le_bytes))
        .collect()
}

/// Where a sector's chain goes on, while it does.
fn next(table: &[u32], id: u32) -> Option<u32> {
    let next = table.get(usize::try_from(id).ok()?)?;
    (*next < NO_SECTOR).then_some(*next)
}

/// A chain's sectors, of a table whose chains end.
fn chain(table: &[u32], start: u32) -> Vec<u32> {
    let first = (start < NO_SECTOR).then_some(start);
    std::iter::successors(first, |id| next(table, *id)).collect()
}

/// Follows each chain until it ends or meets one that was followed before.
fn every_chain_ends(table: &[u32]) -> bool {
    let mut followed = vec![0; table.len()];
    for (round, start) in (1..).zip(0..table.len()) {
        let mut at = start;
        loop {
            match followed.get_mut(at) {
                None => return false,
                Some(mark) if *mark == round => return false,
                Some(mark) if *mark > 0 => break,
                Some(mark) => *mark = round,
            }
            let following = u32::try_from(at).ok().and_then(|id| next(table, id));
            let Some(id) = following.and_then(|id| usize::try_from(id).ok()) else {
                break;
            };
            at = id;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A header whose table is in sector 0, and that table.
    fn file(table: &[u32]) -> Vec<u8> {
        let mut bytes = vec![0; 512];
        bytes[30] = 9;
        bytes[60..64].fill(0xFF);
        bytes[68..72].fill(0xFF);
        bytes[76..80].fill(0);
        bytes[80..512].fill(0xFF);
        bytes.extend(table.iter().flat_map(|id| id.to_le_bytes()));
        bytes
    }

    #[test]
    fn chains_that_end_are_let_through() {
        assert_eq!(
            check(&file(&[0xFFFF_FFFD, 2, 0xFFFF_FFFE, 0xFFFF_FFFF])),
            Ok(())
        );
    }

    #[test]
    fn a_chain_that_leads_back_into_itself_is_refused() {
        for circle in [[0xFFFF_FFFD, 1, 0, 0], [0xFFFF_FFFD, 2, 3, 1]] {
            assert_eq!(check(&file(&circle)), Err(damaged()));
        }
    }

    #[test]
    fn a_chain_that_leaves_its_table_is_refused() {
        assert_eq!(check(&file(&[0xFFFF_FFFD, 9, 0, 0])), Err(damaged()));
    }
}
