//! A spreadsheet's double as decimal digits.

/// Significant digits that a spreadsheet keeps (ECMA-376 part 1, 18.17.5.2 leaves it to the application; all keep 15).
const SIGNIFICANT: usize = 15;

/// Decimals beyond which nothing but the noise of computing is left.
const MOST_DECIMALS: usize = 12;

/// Whole numbers below this are exact in a double (2^53).
const EXACT: f64 = 9_007_199_254_740_992.0;

/// Decimal digits with a point and without an exponent: `-0.3` for -0.30000000000000004.
pub(super) fn decimal(double: f64) -> String {
    if !double.is_finite() {
        return double.to_string();
    }
    if double.fract() == 0.0 && double.abs() < EXACT {
        // Adding nothing turns -0 into 0.
        return format!("{:.0}", double + 0.0);
    }
    let scientific = format!("{:.*e}", SIGNIFICANT - 1, double.abs());
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let point = exponent + 1;
    let (mut whole, mut part) = match usize::try_from(point) {
        Ok(point) if point >= digits.len() => (
            digits.clone() + &"0".repeat(point - digits.len()),
            String::new(),
        ),
        Ok(point) => {
            let (whole, part) = digits.split_at(point);
            (whole.to_owned(), part.to_owned())
        }
        Err(_) => {
            let zeros = usize::try_from(point.unsigned_abs()).unwrap_or(0);
            (String::new(), "0".repeat(zeros.min(400)) + &digits)
        }
    };
    part.truncate(MOST_DECIMALS);
    part.truncate(part.trim_end_matches('0').len());
    if whole.is_empty() {
        whole.push('0');
    }
    let zero = whole == "0" && part.is_empty();
    let sign = if double < 0.0 && !zero { "-" } else { "" };
    if part.is_empty() {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{part}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_noise_of_binary_fractions_is_no_digit_of_the_amount() {
        for (double, expected) in [
            (-0.300_000_000_000_000_04, "-0.3"),
            (0.1 + 0.2, "0.3"),
            (1_234_567.890_000_000_1, "1234567.89"),
            (1.005 * 1000.0, "1005"),
            (7.105_427_357_601_002e-15, "0"),
            (-7.105_427_357_601_002e-15, "0"),
            (-0.0, "0"),
            (2.5, "2.5"),
            (0.000_012_5, "0.0000125"),
            (999_999_999_999.995, "999999999999.995"),
        ] {
            assert_eq!(decimal(double), expected);
        }
    }

    #[test]
    fn a_long_reference_stored_as_a_number_keeps_its_digits_and_has_no_exponent() {
        assert_eq!(decimal(4_814_769_000_000_000.0), "4814769000000000");
        assert_eq!(decimal(8_815_658_961_765_251.0), "8815658961765251");
        assert_eq!(decimal(1.234_567_890_123_45e22), "12345678901234500000000");
        assert_eq!(decimal(1e300).len(), 301);
        assert_eq!(decimal(f64::MIN_POSITIVE), "0");
    }
}
