//! What people type, and what it says.

use std::ops::Bound;

use ask::{Part, Term, parse, written};
use chrono::NaiveDate;
use text::Lang;

/// A Friday.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 27).expect("a day")
}

/// A part in a few signs, as the tables below write it.
fn told(part: &Part) -> String {
    let said = match &part.term {
        Term::Word(word) => word.clone(),
        Term::Phrase(words) => format!("“{words}”"),
        Term::From(name) => format!("with {name}"),
        Term::Account(name) => format!("account {name}"),
        Term::Tag(tag) => format!("#{tag}"),
        Term::Has(has) => format!("has {}", has.as_str()),
        Term::Is(is) => format!("is {}", is.as_str()),
        Term::Unclear(raw, why) => format!("?{} {raw}", why.as_str()),
        Term::Days(period) => {
            let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
            format!("{}/{}", day(period.from), day(period.until))
        }
        Term::Amount(amounts) => {
            let end = |bound: Bound<domain::Decimal>, open: &str| match bound {
                Bound::Included(value) => value.to_string(),
                Bound::Excluded(value) => format!("{open}{value}"),
                Bound::Unbounded => String::new(),
            };
            let side = amounts.side.map(|side| format!(" {side:?}"));
            let code = amounts.currency.map(|code| format!(" {code}"));
            format!(
                "{}~{}{}{}",
                end(amounts.from, "over "),
                end(amounts.until, "under "),
                code.unwrap_or_default(),
                side.unwrap_or_default()
            )
        }
    };
    if part.is_excluded {
        format!("not {said}")
    } else {
        said
    }
}

fn check(table: &[(&str, &[&str])]) {
    for (typed, expected) in table {
        let query = parse(typed, today());
        let found: Vec<String> = query.parts.iter().map(told).collect();
        assert_eq!(&found, expected, "{typed}");
        for lang in [Lang::Fr, Lang::En] {
            let again = written(&query, lang);
            let found: Vec<String> = parse(&again, today()).parts.iter().map(told).collect();
            assert_eq!(&found, expected, "{typed} written as {again}");
        }
    }
}

#[test]
fn words_stay_words() {
    check(&[
        ("boulangerie 017", &["boulangerie", "017"]),
        ("  Volt & Cie ", &["Volt &", "Cie"]),
        ("40-21190", &["40-21190"]),
        ("12:30", &["12:30"]),
        ("#12", &["#12"]),
        ("n'importe quoi", &["n'importe", "quoi"]),
        ("set out mag", &["set", "out", "mag"]),
        ("10 20", &["10", "20"]),
        ("-filtre filtre", &["not filtre", "filtre"]),
        ("\"sacs et filtres\"", &["“sacs et filtres”"]),
        ("« café »", &["“café”"]),
        ("“encore ouvert", &["“encore ouvert”"]),
        ("\"mars\" mars", &["“mars”", "2026-03-01/2026-03-31"]),
    ]);
}

#[test]
fn amounts_are_understood_as_both_languages_write_them() {
    check(&[
        ("42,10", &["42.10~42.10"]),
        ("42.10", &["42.10~42.10"]),
        ("1 204,10 €", &["1204.10~1204.10 EUR"]),
        ("1\u{202f}204,10\u{a0}€", &["1204.10~1204.10 EUR"]),
        ("€1,204.10", &["1204.10~1204.10 EUR"]),
        ("1 204 €", &["1204~1204 EUR"]),
        ("12 euros", &["12~12 EUR"]),
        ("£3", &["3~3 GBP"]),
        ("12 CHF", &["12~12 CHF"]),
        ("12 SNC", &["12", "SNC"]),
        (">100", &["over 100~"]),
        ("> 100 €", &["over 100~ EUR"]),
        ("<20", &["~under 20"]),
        (">=20", &["20~"]),
        ("≤ 20", &["~20"]),
        ("10..20", &["10~20"]),
        ("10,50..20 €", &["10.50~20 EUR"]),
        ("..20", &["~20"]),
        ("10.. €", &["10~ EUR"]),
        ("plus de 10 €", &["over 10~ EUR"]),
        ("moins de 20", &["~under 20"]),
        ("more than 10", &["over 10~"]),
        ("entre 10 et 20 €", &["10~20 EUR"]),
        ("between €10 and €20", &["10~20 EUR"]),
        ("10 à 20 €", &["10~20 EUR"]),
        ("-42,10", &["42.10~42.10 Out"]),
        ("−42", &["42~42 Out"]),
        ("+1 500,00 €", &["1500.00~1500.00 EUR In"]),
        ("montant:42", &["42~42"]),
        ("amount:>100", &["over 100~"]),
        ("20..10", &["?backwards 20..10"]),
        ("montant:beaucoup", &["?not-an-amount montant:beaucoup"]),
    ]);
}

#[test]
fn days_are_understood_as_both_languages_say_them() {
    check(&[
        ("2024", &["2024-01-01/2024-12-31"]),
        ("1850 2050", &["1850", "2050"]),
        ("2024-03", &["2024-03-01/2024-03-31"]),
        ("03/2024", &["2024-03-01/2024-03-31"]),
        ("mars 2024", &["2024-03-01/2024-03-31"]),
        ("en mars 2024", &["2024-03-01/2024-03-31"]),
        ("March 2024", &["2024-03-01/2024-03-31"]),
        ("févr. 2024", &["2024-02-01/2024-02-29"]),
        ("décembre", &["2025-12-01/2025-12-31"]),
        ("november", &["2026-11-01/2026-11-30"]),
        ("T1 2024", &["2024-01-01/2024-03-31"]),
        ("Q4 2024", &["2024-10-01/2024-12-31"]),
        ("12 mars 2024", &["2024-03-12/2024-03-12"]),
        ("March 12, 2024", &["2024-03-12/2024-03-12"]),
        ("1er mai", &["2026-05-01/2026-05-01"]),
        ("12/03/2024", &["2024-03-12/2024-03-12"]),
        ("12.03.2024", &["2024-03-12/2024-03-12"]),
        ("2024-3-5", &["2024-03-05/2024-03-05"]),
        ("hier", &["2026-11-26/2026-11-26"]),
        ("yesterday", &["2026-11-26/2026-11-26"]),
        ("aujourd’hui", &["2026-11-27/2026-11-27"]),
        ("la semaine dernière", &["2026-11-16/2026-11-22"]),
        ("last week", &["2026-11-16/2026-11-22"]),
        ("cette semaine", &["2026-11-23/2026-11-29"]),
        ("le mois dernier", &["2026-10-01/2026-10-31"]),
        ("last month", &["2026-10-01/2026-10-31"]),
        ("l’année dernière", &["2025-01-01/2025-12-31"]),
        ("this year", &["2026-01-01/2026-12-31"]),
        ("lundi dernier", &["2026-11-23/2026-11-23"]),
        ("il y a 3 jours", &["2026-11-24/2026-11-24"]),
        ("les 30 derniers jours", &["2026-10-28/2026-11-27"]),
        ("last 3 months", &["2026-08-27/2026-11-27"]),
        ("2024-03..2024-05", &["2024-03-01/2024-05-31"]),
        ("2023..2024", &["2023-01-01/2024-12-31"]),
        ("2024..", &["2024-01-01/"]),
        ("..12/03/2024", &["/2024-03-12"]),
        ("de mars à mai 2024", &["2024-03-01/2024-05-31"]),
        ("de nov. 2023 à févr. 2024", &["2023-11-01/2024-02-29"]),
        ("novembre à février 2024", &["2023-11-01/2024-02-29"]),
        ("du 3 au 12 mars", &["2026-03-03/2026-03-12"]),
        ("from March to May 2024", &["2024-03-01/2024-05-31"]),
        ("between 3 and 12 March 2024", &["2024-03-03/2024-03-12"]),
        ("depuis mars", &["2026-03-01/"]),
        ("since 2024", &["2024-01-01/"]),
        ("avant mars 2024", &["/2024-02-29"]),
        ("after 2024", &["2025-01-01/"]),
        ("jusqu’à hier", &["/2026-11-26"]),
        ("after:2024-03", &["2024-04-01/"]),
        ("date:1850", &["1850-01-01/1850-12-31"]),
        ("2024-02-30", &["?no-such-day 2024-02-30"]),
        ("31/02/2024", &["?no-such-day 31/02/2024"]),
        ("30 février 2024", &["?no-such-day 30 février 2024"]),
        ("2024-13", &["?no-such-day 2024-13"]),
        ("2024..2023", &["?backwards 2024..2023"]),
        ("date:tantôt", &["?not-a-day date:tantôt"]),
    ]);
}

#[test]
fn words_before_a_colon_are_understood_in_both_languages() {
    check(&[
        ("from:Volt", &["with Volt"]),
        ("de:\"Volt & Cie\" filtre", &["with Volt & Cie", "filtre"]),
        ("chez: Volt", &["with Volt"]),
        ("account:courant", &["account courant"]),
        ("compte:4417", &["account 4417"]),
        ("tag:Maison", &["#maison"]),
        ("étiquette:maison", &["#maison"]),
        ("#Maison", &["#maison"]),
        ("has:receipt", &["has receipt"]),
        ("avec:reçu", &["has receipt"]),
        ("sans:reçu", &["not has receipt"]),
        ("-has:receipt", &["not has receipt"]),
        ("is:refund", &["is refund"]),
        ("est:remboursement", &["is refund"]),
        ("est:remboursé", &["is refunded"]),
        ("-#maison", &["not #maison"]),
        ("from:", &["?missing from:"]),
        ("from: -x", &["?missing from:", "not x"]),
        ("avec:chapeau", &["?unknown-has avec:chapeau"]),
        ("sans:chapeau", &["?unknown-has sans:chapeau"]),
        ("is:blue", &["?unknown-is is:blue"]),
        ("&", &["?no-letters &"]),
    ]);
}

#[test]
fn one_line_may_say_all_of_it() {
    check(&[(
        "chez:\"Volt & Cie\" plus de 10 € 2026 filtre",
        &[
            "with Volt & Cie",
            "over 10~ EUR",
            "2026-01-01/2026-12-31",
            "filtre",
        ],
    )]);
}

#[test]
fn a_part_stands_where_it_was_typed() {
    let typed = "crème 🥐 plus de 10 € en mars 2024";
    let query = parse(typed, today());
    let stands: Vec<&str> = query
        .parts
        .iter()
        .map(|part| &typed[part.span.start..part.span.end])
        .collect();
    assert_eq!(stands, ["crème 🥐", "plus de 10 €", "en mars 2024"]);
    let second = query.parts[1].span.utf16(typed);
    assert_eq!(second, 9..21, "a window counts UTF-16 code units");
}
