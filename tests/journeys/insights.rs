//! What the history says, in a terminal.

use crate::terminal::Terminal;

const STATEMENT: &str = "IBAN;FR7699107000420417882031681\nDevise;EUR\n\nDate;Heure;Libelle;Montant\n\
    2026-06-08;;PRLV SEPA ONDE MOBILE;-12,99\n2026-07-08;;PRLV SEPA ONDE MOBILE;-12,99\n2026-08-10;;PRLV SEPA ONDE MOBILE;-12,99\n\
    2026-09-08;;PRLV SEPA ONDE MOBILE;-12,99\n2026-10-08;;PRLV SEPA ONDE MOBILE;-14,99\n\
    2026-10-28;18:02;CARTE VOLT ET CIE;-24,99\n2026-10-28;18:05;CARTE VOLT ET CIE;-24,99\n";

#[test]
fn what_deserves_a_look_and_what_recurs_are_listed_in_both_languages() {
    let terminal = Terminal::with_ledger();
    let nothing = terminal.foil(&["alerts", "--json"]);
    assert_eq!(
        (nothing.status, nothing.json().to_string()),
        (0, "[]".to_owned())
    );
    terminal.import(&terminal.file("october.csv", STATEMENT));

    let alerts = terminal.foil(&["alerts", "--json"]);
    assert_eq!(alerts.status, 1, "something waits for an answer");
    let alert = &alerts.json()[0];
    assert_eq!(alert["alertKind"], "doubleDebit");
    assert_eq!(
        (&alert["minutes"], &alert["money"]["amount"]),
        (&3.into(), &"-24.99".into())
    );
    let charges = terminal.foil(&["recurring", "--json"]).json();
    let charge = &charges[0];
    assert_eq!(
        (&charge["expected"]["date"], &charge["usualDay"]),
        (&"2026-11-08".into(), &8.into())
    );
    assert_eq!(charge["priceChanges"][0]["to"]["amount"], "-14.99");

    for (lang, said) in [
        (
            "fr",
            [
                "à 3 minutes d’écart",
                "chaque mois, prochain le 8 nov. 2026",
                "Passe de",
            ],
        ),
        (
            "en",
            ["3 minutes apart", "every month, next on 8 Nov 2026", "From"],
        ),
    ] {
        let out = ["alerts", "recurring"].map(|name| terminal.foil(&[name, "--lang", lang]).out);
        let out = out.concat();
        for part in said {
            assert!(out.contains(part), "{part} in {out}");
        }
    }
    let told = terminal.foil(&["timeline", "Volt et Cie", "--json"]).json();
    let kinds: Vec<&str> = told
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|item| item["kind"].as_str())
        .collect();
    assert_eq!(kinds, ["entry", "entry", "alert"]);
    terminal.verify();
}
