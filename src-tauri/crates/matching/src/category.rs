//! What a counterparty seems to be, from its name and from what the bank's codes say of its entries.
//!
//! A guess, made anew whenever it is shown and never stored: what the user says is stored, and stands above it.

mod words;

use words::{BRANDS, CODES, KINDS};

/// What money is for. Few, so that people can keep them in mind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Category {
    /// Food from shops.
    Groceries,
    /// Food served, bakeries among it.
    Dining,
    /// Things.
    Shopping,
    /// Rent, works, furniture.
    Home,
    /// Electricity, gas, water.
    Energy,
    /// Telephone and internet.
    Telecom,
    /// Public transport, car and fuel.
    Transport,
    /// Hotels and long ways.
    Travel,
    /// Physicians, pharmacies.
    Health,
    /// Culture, sport, games, subscriptions.
    Leisure,
    /// Schools, nurseries.
    Education,
    /// Insurance.
    Insurance,
    /// Taxes and fines.
    Taxes,
    /// Fees, interest, loans.
    Banking,
    /// Wages, pensions, benefits.
    Income,
    /// Gifts to causes.
    Giving,
    /// Notes and coins.
    Cash,
    /// None of these.
    Other,
}

impl Category {
    /// Every category, in the order in which people are offered them.
    pub const ALL: [Category; 18] = [
        Category::Groceries,
        Category::Dining,
        Category::Shopping,
        Category::Home,
        Category::Energy,
        Category::Telecom,
        Category::Transport,
        Category::Travel,
        Category::Health,
        Category::Leisure,
        Category::Education,
        Category::Insurance,
        Category::Taxes,
        Category::Banking,
        Category::Income,
        Category::Giving,
        Category::Cash,
        Category::Other,
    ];

    /// The word of the store and of the wire.
    pub fn as_str(self) -> &'static str {
        match self {
            Category::Groceries => "groceries",
            Category::Dining => "dining",
            Category::Shopping => "shopping",
            Category::Home => "home",
            Category::Energy => "energy",
            Category::Telecom => "telecom",
            Category::Transport => "transport",
            Category::Travel => "travel",
            Category::Health => "health",
            Category::Leisure => "leisure",
            Category::Education => "education",
            Category::Insurance => "insurance",
            Category::Taxes => "taxes",
            Category::Banking => "banking",
            Category::Income => "income",
            Category::Giving => "giving",
            Category::Cash => "cash",
            Category::Other => "other",
        }
    }
}

/// What is known of a counterparty.
#[derive(Debug, Clone, Copy, Default)]
pub struct Traits<'a> {
    /// Its name.
    pub name: &'a str,
    /// The merchant category code (ISO 18245) of an entry: `SIC` in OFX.
    pub merchant_code: Option<&'a str>,
    /// The bank's own code of an entry: `TRNTYPE`, `BkTxCd`.
    pub code: Option<&'a str>,
    /// How an entry was paid: `card transfer …`.
    pub payment_type: &'a str,
}

/// What a counterparty seems to be; `None` where nothing says. Surest first: the merchant's code, a word of the name that
/// says what it does, a name that everybody knows, the bank's code.
pub fn category(traits: &Traits<'_>) -> Option<Category> {
    let coded = traits
        .merchant_code
        .and_then(|code| code.trim().parse().ok())
        .and_then(of_merchant_code);
    coded
        .or_else(|| of_name(traits.name, KINDS))
        .or_else(|| of_name(traits.name, BRANDS))
        .or_else(|| traits.code.and_then(of_code))
        .or(match traits.payment_type {
            "salary" => Some(Category::Income),
            "fee" | "interest" => Some(Category::Banking),
            "cash" => Some(Category::Cash),
            _ => None,
        })
}

/// ISO 18245, the codes that say something of a household's money.
fn of_merchant_code(code: u16) -> Option<Category> {
    Some(match code {
        5411 | 5422 | 5441 | 5451 | 5499 => Category::Groceries,
        5462 | 5811..=5814 => Category::Dining,
        1520..=1799 | 5021 | 5200..=5261 | 5712..=5722 | 6513 | 7217 | 7349 => Category::Home,
        4900 => Category::Energy,
        4812..=4816 | 4899 => Category::Telecom,
        3000..=3999 | 4411 | 4511 | 4722 | 7011 | 7012 | 7032 | 7033 => Category::Travel,
        4011..=4131 | 4784 | 4789 | 5511..=5542 | 5552 | 7511..=7549 => Category::Transport,
        5047 | 5122 | 5912 | 5975..=5977 | 8011..=8099 => Category::Health,
        5815..=5818 | 7800..=7999 => Category::Leisure,
        8211..=8299 | 8351 => Category::Education,
        5960 | 6300 => Category::Insurance,
        9211..=9399 => Category::Taxes,
        6010 | 6011 => Category::Cash,
        6012 | 6051 | 6211 => Category::Banking,
        8398 | 8661 => Category::Giving,
        5300..=5399 | 5600..=5699 | 5732..=5735 | 5931..=5999 => Category::Shopping,
        _ => return None,
    })
}

/// Words of a bank's code, whatever parts it: `PMNT-RCDT-SALA`.
fn of_code(code: &str) -> Option<Category> {
    let folded = text::fold(code);
    text::tokens(&folded).find_map(|word| found(CODES, word))
}

/// The first word of the name that the table knows, singular or plural; of two, the pair counts before either.
fn of_name(name: &str, table: &[(&str, Category)]) -> Option<Category> {
    let folded = text::fold(name);
    let words: Vec<&str> = text::tokens(&folded).collect();
    let pairs = words
        .windows(2)
        .find_map(|pair| found(table, &pair.join(" ")));
    pairs.or_else(|| {
        words
            .iter()
            .find_map(|word| found(table, word).or_else(|| found(table, word.strip_suffix('s')?)))
    })
}

fn found(table: &[(&str, Category)], word: &str) -> Option<Category> {
    let at = table
        .binary_search_by(|(known, _)| (*known).cmp(word))
        .ok()?;
    table.get(at).map(|(_, category)| *category)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn seems(name: &str) -> Option<Category> {
        category(&Traits {
            name,
            payment_type: "card",
            ..Traits::default()
        })
    }

    #[test]
    fn a_name_says_what_it_is_in_either_language() {
        for (name, wanted) in [
            ("Boulangerie Morel", Category::Dining),
            ("PHARMACIE DU CANAL", Category::Health),
            ("Grand Marché", Category::Groceries),
            ("Énergie Claire", Category::Energy),
            ("Onde Mobile", Category::Telecom),
            ("Transports Métropole", Category::Transport),
            ("Harbour Dental Practice", Category::Health),
            ("The Oak Bookshop", Category::Leisure),
            ("Assurances du Fleuve", Category::Insurance),
            ("Carrefour Voyages", Category::Travel),
            ("Carrefour City", Category::Groceries),
            ("Eau de Paris", Category::Energy),
            ("Impots direction generale", Category::Taxes),
        ] {
            assert_eq!(seems(name), Some(wanted), "{name}");
        }
    }

    #[test]
    fn nothing_is_guessed_of_a_name_that_says_nothing() {
        for name in ["", "Volt & Cie", "Léa Martin", "ACME 42"] {
            assert_eq!(seems(name), None, "{name}");
        }
    }

    #[test]
    fn a_merchant_code_is_surer_than_a_name_and_a_name_than_a_banks_code() {
        let traits = Traits {
            name: "Café du Port",
            merchant_code: Some("5912"),
            code: Some("PMNT-RCDT-SALA"),
            payment_type: "card",
        };
        assert_eq!(category(&traits), Some(Category::Health));
        let unknown = Traits {
            merchant_code: Some("0001"),
            ..traits
        };
        assert_eq!(category(&unknown), Some(Category::Dining));
        let unnamed = Traits {
            name: "Acme",
            ..unknown
        };
        assert_eq!(category(&unnamed), Some(Category::Income));
    }

    #[test]
    fn how_it_was_paid_is_the_last_thing_asked() {
        let traits = Traits {
            payment_type: "fee",
            ..Traits::default()
        };
        assert_eq!(category(&traits), Some(Category::Banking));
    }

    #[test]
    fn tables_are_sorted_so_that_words_are_found_in_them() {
        for table in [KINDS, BRANDS, CODES] {
            let words: Vec<&str> = table.iter().map(|(word, _)| *word).collect();
            let mut sorted = words.clone();
            sorted.sort_unstable();
            sorted.dedup();
            assert_eq!(words, sorted);
            assert!(words.iter().all(|word| text::fold(word) == *word), "folded");
        }
    }
}
