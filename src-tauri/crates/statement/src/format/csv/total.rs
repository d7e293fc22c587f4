//! A line of totals without a word that says so: its numbers are the sums of the columns.

use domain::Decimal;

use super::number::printed;
use super::rows::Reader;
use super::sign::Side;

/// Rows that a sum is made of at least: of one row, an equal amount proves nothing.
const FEWEST_ROWS: usize = 2;

impl Reader<'_, '_> {
    /// Takes back the findings about lines whose every number is a sum of the rows; they stand beside the table.
    pub(super) fn settle_totals(&mut self) {
        let candidates = std::mem::take(&mut self.dateless);
        if candidates.is_empty() || self.rows.raws.len() < FEWEST_ROWS {
            return;
        }
        let sums = self.sums();
        for (record, finding) in candidates.into_iter().rev() {
            if self.is_total(record, &sums) {
                self.rows.findings.remove(finding);
                self.rows.contradictions = self.rows.contradictions.saturating_sub(1);
                self.rows.around.push(record);
            }
        }
    }

    /// The sums of the rows without their signs: of either side, of what a single column adds and takes, and of both together.
    fn sums(&self) -> [Decimal; 5] {
        let (mut debit, mut credit) = (Decimal::ZERO, Decimal::ZERO);
        let (mut added, mut taken) = (Decimal::ZERO, Decimal::ZERO);
        for raw in self.rows.raws.iter().filter(|raw| raw.counts) {
            let slot = match raw.side {
                Side::Debit => &mut debit,
                Side::Credit => &mut credit,
                Side::Single if raw.value.is_sign_negative() => &mut taken,
                Side::Single => &mut added,
            };
            *slot = slot.saturating_add(raw.value);
        }
        let net = added.saturating_add(taken);
        [debit, credit, added, taken, net].map(|sum| sum.abs())
    }

    /// Whether a record holds one label at most and numbers that are all sums, one of them not zero.
    fn is_total(&self, record: usize, sums: &[Decimal]) -> bool {
        let mut fields = Vec::new();
        self.records.fields(record, &mut fields);
        let (mut labels, mut proven) = (0, false);
        for field in &fields {
            let cell = field.raw(self.records.text);
            if cell.is_empty() {
                continue;
            }
            let number = printed(cell).and_then(|number| number.signed(self.layout.main.decimal));
            match number {
                Some(number) if sums.contains(&number.abs()) => proven |= !number.is_zero(),
                Some(_) => return false,
                None => labels += 1,
            }
        }
        proven && labels <= 1
    }
}
