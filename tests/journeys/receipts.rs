//! A purchase from its confirmation to its payment: mails and statements of invented people, in any order.

use serde_json::Value;

use crate::files::ofx;
use crate::terminal::Terminal;

fn mail(date: &str, subject: &str, body: &str) -> String {
    format!(
        "From: Volt & Cie <commandes@volt-et-cie.example>\r\nTo: lea@exemple.example\r\nSubject: {subject}\r\nDate: {date}\r\n\
         MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n"
    )
}

fn order() -> String {
    mail(
        "Sun, 18 Oct 2026 09:12:00 +0200",
        "Confirmation de votre commande 40-22817",
        "Bonjour Léa,\r\n\r\nMerci pour votre commande n° 40-22817 du 18 octobre 2026.\r\n\r\nTotal TTC : 24,99 €\r\n\r\n\
         Livraison prévue entre le 22 octobre et le 24 octobre 2026.",
    )
}

fn shipped() -> String {
    mail(
        "Mon, 19 Oct 2026 10:00:00 +0200",
        "Votre commande 40-22817 a été expédiée",
        "Bonjour Léa,\r\n\r\nVotre commande n° 40-22817 a été expédiée.\r\nLivraison prévue le vendredi 23 octobre 2026.",
    )
}

fn list(terminal: &Terminal, command: &str) -> Vec<Value> {
    let answer = terminal.foil(&[command, "--json"]).json();
    answer.as_array().unwrap().clone()
}

/// The entries of the account's conversation that carry a receipt.
fn paid(terminal: &Terminal) -> Vec<Value> {
    let mut items = list(terminal, "timeline");
    items.retain(|item| !item["receipts"].as_array().is_none_or(Vec::is_empty));
    items
}

#[test]
fn an_order_waits_until_the_statement_brings_its_payment() {
    let terminal = Terminal::with_ledger();
    terminal.import(&terminal.file("order.eml", order()));
    let waiting = list(&terminal, "receipts");
    assert_eq!(waiting.len(), 1, "{waiting:?}");
    assert_eq!(waiting[0]["money"]["amount"], "-24.99");
    assert_eq!(waiting[0]["order"], "40-22817");
    let names: Vec<Value> = list(&terminal, "conversations");
    assert!(
        names.iter().any(|row| row["kind"] == "counterparty"),
        "the merchant is in the list before the bank has heard of it: {names:?}"
    );
    let done = terminal.import(&terminal.file("october.ofx", ofx("2026-10-01", "2026-10-31")));
    assert_eq!(done["links"], 1, "{done}");
    assert!(list(&terminal, "receipts").is_empty());
    let paid = paid(&terminal);
    assert_eq!(paid.len(), 1, "{paid:?}");
    assert_eq!(paid[0]["money"]["amount"], "-24.99");
    terminal.verify();
}

#[test]
fn a_shipping_mail_moves_the_parcel_on_whichever_mail_comes_first() {
    for names in [["order.eml", "shipped.eml"], ["shipped.eml", "order.eml"]] {
        let terminal = Terminal::with_ledger();
        let files = [("order.eml", order()), ("shipped.eml", shipped())];
        for name in names {
            let (_, text) = files.iter().find(|(own, _)| *own == name).unwrap();
            terminal.import(&terminal.file(name, text));
        }
        let parcels = list(&terminal, "deliveries");
        assert_eq!(parcels.len(), 1, "one purchase, one parcel: {parcels:?}");
        assert_eq!(parcels[0]["event"], "shipped", "{names:?}");
        assert_eq!(parcels[0]["until"], "2026-10-23", "the newest promise wins");
        assert_eq!(
            list(&terminal, "receipts").len(),
            1,
            "one receipt of two mails"
        );
    }
}

#[test]
fn undoing_the_mail_takes_its_receipt_from_the_entry_and_redoing_brings_it_back() {
    let terminal = Terminal::with_ledger();
    let statement = terminal.file("october.ofx", ofx("2026-10-01", "2026-10-31"));
    terminal.import(&statement);
    let operation = terminal.operation(&terminal.file("order.eml", order()));
    assert_eq!(paid(&terminal).len(), 1);
    terminal.foil(&["undo", &operation]);
    assert!(paid(&terminal).is_empty());
    assert!(
        list(&terminal, "receipts").is_empty(),
        "it does not wait either"
    );
    terminal.foil(&["redo", &operation]);
    assert_eq!(paid(&terminal).len(), 1);
    terminal.verify();
}

#[test]
fn the_users_word_on_a_link_wins_over_the_rules_and_can_be_taken_back() {
    let terminal = Terminal::with_ledger();
    terminal.import(&terminal.file("october.ofx", ofx("2026-10-01", "2026-10-31")));
    terminal.import(&terminal.file("order.eml", order()));
    let entry = paid(&terminal)[0]["id"].to_string();
    let receipt = paid(&terminal)[0]["receipts"][0]["id"].to_string();
    let said = terminal
        .foil(&["unlink", "--json", &receipt, &entry])
        .json();
    assert!(paid(&terminal).is_empty(), "the user says that it is not");
    let again = terminal.file("november.ofx", ofx("2026-10-28", "2026-11-04"));
    terminal.import(&again);
    assert!(paid(&terminal).is_empty(), "and no later import forgets it");
    terminal.foil(&["undo", &said["operation"].to_string()]);
    assert_eq!(paid(&terminal).len(), 1);
    terminal.verify();
}

#[test]
fn a_newsletter_is_no_receipt_and_says_so() {
    let terminal = Terminal::with_ledger();
    let letter = mail(
        "Mon, 19 Oct 2026 10:00:00 +0200",
        "Nos idées pour l'automne",
        "Bonjour,\r\n\r\nDès 9,99 € seulement, découvrez notre nouvelle collection.",
    );
    let file = terminal.file("letter.eml", letter);
    let answer = terminal.foil(&["import", "--json", "--yes", file.to_str().unwrap()]);
    assert_eq!(answer.status, 2, "{}", answer.out);
    assert_eq!(answer.json()["diagnostics"][0]["code"], "receiptNone");
    assert!(list(&terminal, "receipts").is_empty());
}
