//! Seeded chance: the same draws in every run and on every machine.

/// A splitmix64 generator.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn new(seed: u64) -> Self {
        Chance(seed ^ 0x5851_F42D_4C95_7F2D)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// From `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = high.saturating_sub(low).unsigned_abs().saturating_add(1);
        low.saturating_add_unsigned(self.next() % width)
    }

    /// True in so many of a thousand draws.
    pub(crate) fn one_in(&mut self, per_mille: u32) -> bool {
        self.between(0, 999) < i64::from(per_mille)
    }

    pub(crate) fn pick<'a, T>(&mut self, among: &'a [T]) -> Option<&'a T> {
        let last = i64::try_from(among.len()).ok()?.checked_sub(1)?;
        let at = usize::try_from(self.between(0, last)).ok()?;
        among.get(at)
    }

    pub(crate) fn word<'a>(&mut self, among: &[&'a str]) -> &'a str {
        self.pick(among).copied().unwrap_or_default()
    }

    /// One of several, each as likely as its weight.
    pub(crate) fn weighted(&mut self, weights: &[(i64, i64)]) -> i64 {
        let total: i64 = weights.iter().map(|(_, weight)| weight).sum();
        let mut left = self.between(1, total);
        for (value, weight) in weights {
            left -= weight;
            if left <= 0 {
                return *value;
            }
        }
        0
    }

    /// Every `9` becomes a digit, every `X` a letter or digit; the rest stays.
    pub(crate) fn shaped(&mut self, shape: &str) -> String {
        const SIGNS: &[u8] = b"ABCDEFGHJKLMNPQRSTUVWXYZ0123456789";
        shape
            .chars()
            .map(|c| match c {
                '9' => char::from(b"0123456789"[self.between(0, 9) as usize]),
                'X' => char::from(SIGNS[self.between(0, 33) as usize]),
                other => other,
            })
            .collect()
    }
}
