//! The check digits of carriers.

/// How the last sign of a number follows from the others. A range says which signs, by their place, are summed; the check digit
/// stands right behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Check {
    /// There is none.
    None,
    /// Modulo 10 over `len` signs from `start`, the first and every second of them times `first`, the others times `second`,
    /// after digits that are assumed to stand before. A letter counts as its place in the alphabet plus 2, modulo 10.
    Mod10 {
        start: usize,
        len: usize,
        first: u32,
        second: u32,
        before: &'static str,
    },
    /// GS1's modulo 10 over everything: times 3 and 1 from the right.
    Gs1,
    /// GS1's over everything behind the first signs.
    Gs1After(usize),
    /// Luhn's over everything.
    Luhn,
    /// The remainder by seven of all digits before.
    Mod7,
    /// ISO 7064 modulo 37, 36 over everything.
    Mod37,
    /// UPU S10: weights 8, 6, 4, 2, 3, 5, 9, 7 modulo 11.
    S10,
    /// FedEx: weights 3, 1, 7 or 1, 7, 3 in turn, modulo 11, then 10.
    Fedex {
        start: usize,
        len: usize,
        weights: [u32; 3],
    },
}

impl Check {
    /// Whether a number that has the shape passes.
    pub(super) fn passes(self, number: &str) -> bool {
        match self {
            Check::None => true,
            Check::Mod10 {
                start,
                len,
                first,
                second,
                before,
            } => mod10(number, start, len, (first, second), before),
            Check::Gs1 => gs1(number),
            Check::Gs1After(start) => number.get(start..).is_some_and(gs1),
            Check::Luhn => luhn(number),
            Check::Mod7 => mod7(number),
            Check::Mod37 => mod37(number),
            Check::S10 => s10(number),
            Check::Fedex {
                start,
                len,
                weights,
            } => fedex(number, start, len, weights),
        }
    }
}

/// A digit as itself, a letter as UPS and OnTrac count it.
fn value(sign: char) -> Option<u32> {
    sign.to_digit(10).or_else(|| {
        sign.is_ascii_uppercase()
            .then(|| (u32::from(sign) - 63) % 10)
    })
}

/// The signs of a range, and the check digit behind it.
fn parted(number: &str, start: usize, len: usize) -> Option<(&str, u32)> {
    let serial = number.get(start..start.checked_add(len)?)?;
    let check = number
        .get(start.checked_add(len)?..)?
        .chars()
        .next()?
        .to_digit(10)?;
    Some((serial, check))
}

fn mod10(number: &str, start: usize, len: usize, times: (u32, u32), before: &str) -> bool {
    let Some((serial, check)) = parted(number, start, len) else {
        return false;
    };
    let before = if serial.starts_with(before) {
        ""
    } else {
        before
    };
    let signs = before.chars().chain(serial.chars());
    let sum: u32 = signs
        .enumerate()
        .map(|(place, sign)| {
            value(sign).unwrap_or(0) * if place % 2 == 0 { times.0 } else { times.1 }
        })
        .sum();
    (10 - sum % 10) % 10 == check
}

fn gs1(number: &str) -> bool {
    let mut digits = number.chars().rev().map(|sign| sign.to_digit(10));
    let Some(Some(check)) = digits.next() else {
        return false;
    };
    let mut sum = 0;
    for (place, digit) in digits.enumerate() {
        let Some(digit) = digit else { return false };
        sum += digit * if place % 2 == 0 { 3 } else { 1 };
    }
    (10 - sum % 10) % 10 == check
}

fn luhn(number: &str) -> bool {
    let mut sum = 0;
    for (place, sign) in number.chars().rev().enumerate() {
        let Some(digit) = sign.to_digit(10) else {
            return false;
        };
        let doubled = if place % 2 == 1 { digit * 2 } else { digit };
        sum += doubled / 10 + doubled % 10;
    }
    sum % 10 == 0
}

fn mod7(number: &str) -> bool {
    let Some((rest, check)) = number.split_at_checked(number.len().saturating_sub(1)) else {
        return false;
    };
    match (rest.parse::<u64>(), check.parse::<u64>()) {
        (Ok(rest), Ok(check)) => rest % 7 == check,
        _ => false,
    }
}

fn mod37(number: &str) -> bool {
    let mut product = 36;
    let mut signs = number.chars().map(|sign| sign.to_digit(36)).peekable();
    while let Some(sign) = signs.next() {
        let Some(sign) = sign else { return false };
        if signs.peek().is_none() {
            return (product + sign) % 36 == 1;
        }
        let sum = (product + sign) % 36;
        product = if sum == 0 { 36 } else { sum } * 2 % 37;
    }
    false
}

fn s10(number: &str) -> bool {
    let Some((serial, check)) = parted(number, 2, 8) else {
        return false;
    };
    let sum: u32 = serial
        .chars()
        .zip([8, 6, 4, 2, 3, 5, 9, 7])
        .map(|(sign, weight)| sign.to_digit(10).unwrap_or(0) * weight)
        .sum();
    let expected = match 11 - sum % 11 {
        10 => 0,
        11 => 5,
        other => other,
    };
    expected == check
}

fn fedex(number: &str, start: usize, len: usize, weights: [u32; 3]) -> bool {
    let Some((serial, check)) = parted(number, start, len) else {
        return false;
    };
    let sum: u32 = serial
        .chars()
        .zip(weights.iter().cycle())
        .map(|(sign, weight)| sign.to_digit(10).unwrap_or(0) * weight)
        .sum();
    sum % 11 % 10 == check
}
