//! Equal debits of one day: within a bucket, those of one merchant that follow each other.

use domain::NaiveTime;
use store::{BucketDebit, DebitBucket, DoubleDebitRow, Read};

use crate::Result;

/// The equal debits of a bucket, each with the one before it.
pub(super) fn find(read: Read<'_>, bucket: DebitBucket) -> Result<Vec<DoubleDebitRow>> {
    let debits = read.list_bucket_debits(bucket)?;
    let equal = debits.chunk_by(|a, b| {
        (a.currency, a.counterparty, a.order_date) == (b.currency, b.counterparty, b.order_date)
    });
    let mut rows = Vec::new();
    for equal in equal {
        for pair in equal.windows(2) {
            let [first, second] = pair else { continue };
            rows.push(DoubleDebitRow {
                bucket,
                first: first.id,
                second: second.id,
                counterparty: second.counterparty,
                order_date: second.order_date,
                minutes: minutes(first, second),
                equal_count: u32::try_from(equal.len()).unwrap_or(u32::MAX),
            });
        }
    }
    Ok(rows)
}

/// Minutes between two debits of one day, where the times of both are known.
fn minutes(first: &BucketDebit, second: &BucketDebit) -> Option<i64> {
    let time = |text: &str| NaiveTime::parse_from_str(text, "%H:%M").ok();
    let (first, second) = (time(&first.order_time)?, time(&second.order_time)?);
    Some((second - first).num_minutes())
}
