//! A purchase as its mails and its bank tell it: ordered, paid, shipped, given back.

use std::fs;
use std::path::{Path, PathBuf};

use journeys::app::App;
use journeys::catalogue::{opening, say};
use journeys::desktop::{Desktop, SCREEN};
use journeys::hands::{Hands, Seen};
use journeys::{drag, picture, statement};
use source::pdf::{Page, Pdf};

use crate::steps::{Lock, bubbles, first_run};

/// Over the list, where no bubble is: what is dropped on one joins it.
const LIST: (i64, i64) = (SCREEN.0 / 8, SCREEN.1 / 2);

fn mail(desktop: &Desktop, name: &str, date: &str, subject: &str, body: &str) -> PathBuf {
    let file = desktop.bank().join(name);
    let mail = format!(
        "From: Volt & Cie <commandes@volt-et-cie.example>\r\nTo: lea@exemple.example\r\nSubject: {subject}\r\nDate: {date}\r\n\
         MIME-Version: 1.0\r\nContent-Type: text/plain; charset=us-ascii\r\n\r\nBonjour,\r\n\r\n{body}\r\n"
    );
    fs::write(&file, mail).unwrap();
    file
}

#[test]
fn a_purchase_is_told_from_its_order_to_its_refund_in_light() {
    journey(&Desktop::open(), "light");
}

#[test]
fn a_purchase_is_told_from_its_order_to_its_refund_in_dark() {
    let desktop = Desktop::open();
    desktop.prefer_dark();
    journey(&desktop, "dark");
}

fn order(desktop: &Desktop) -> PathBuf {
    mail(
        desktop,
        "order.eml",
        "Thu, 1 Oct 2026 09:12:00 +0200",
        "Confirmation de votre commande 40-22817",
        "Merci pour votre commande 40-22817 du 1 octobre 2026.\r\n\r\n1 x Bouilloire Arcane  20,00 EUR\r\n\
         1 x Filtre lavable  4,99 EUR\r\nTotal TTC : 24,99 EUR\r\ndont TVA 20 % : 4,17 EUR\r\n\r\n\
         Livraison prevue entre le 6 octobre et le 8 octobre 2026.",
    )
}

fn journey(desktop: &Desktop, theme: &str) {
    let picture = |step: &str| picture::take(desktop, &format!("purchase-{step}-{theme}"));
    let mut hands = Seen::at(desktop, App::start(desktop));
    first_run(&mut hands, Lock::Passphrase);

    drag::carry(desktop, &[&order(desktop)], LIST).drop_there();
    hands.see(&say("receipts-waiting"));
    picture("1-waits");
    hands.press(&say("receipt-see"));
    hands.see(&say("waiting-for-statement"));
    hands.see(&opening("delivery-between"));
    picture("2-expected");

    let october = statement::write(&desktop.bank());
    drag::carry(desktop, &[&october], LIST).drop_there();
    bubbles(&mut hands, statement::COUNT);
    hands.see(&say("receipt-equal"));
    picture("3-paid-in-its-account");
    hands.press(&say("rail-receipts"));
    hands.see(&say("receipts-linked"));
    picture("4-linked");
    hands.press(&say("receipt-see"));
    hands.see(&say("receipt-equal"));
    hands.see(&opening("delivery-between"));
    hands.press_beginning("2 lines");
    hands.see("Filtre lavable");
    // The statement's refund is of the only purchase dear enough.
    hands.see("6.24");
    picture("5-paid");

    let shipped = mail(
        desktop,
        "shipped.eml",
        "Fri, 2 Oct 2026 10:00:00 +0200",
        "Votre commande 40-22817 a ete expediee",
        "Votre commande 40-22817 a ete expediee.\r\nLivraison prevue le mercredi 7 octobre 2026.\r\n\
         Suivi Colissimo : 6A12345678908",
    );
    drag::carry(desktop, &[&shipped], LIST).drop_there();
    hands.see(&opening("delivery-on"));
    hands.see("Colissimo");
    hands.see("Thu\u{a0}1");
    picture("6-shipped");

    let refund = mail(
        desktop,
        "refund.eml",
        "Tue, 27 Oct 2026 10:00:00 +0100",
        "Votre remboursement pour la commande 40-22817",
        "Nous avons procede au remboursement de votre commande 40-22817.\r\n\r\nMontant rembourse : 18,75 EUR",
    );
    drag::carry(desktop, &[&refund], LIST).drop_there();
    hands.see("refund.eml");
    to_end(&mut hands);
    hands.see(&say("receipt-equal-credit"));
    picture("7-refunded");
    assert!(
        hands.texts().contains(&say("receipt-equal")),
        "the payment still stands with what the merchant says of it"
    );
}

/// Goes to the end of the conversation, where the view is elsewhere.
fn to_end(hands: &mut Seen<'_>) {
    let name = say("to-end");
    if hands.texts().iter().any(|text| text.starts_with(&name)) {
        hands.press_beginning(&name);
    }
}

/// Opens the purchase of an order that its statement has paid.
fn paid(desktop: &Desktop, hands: &mut Seen<'_>, originals: &[PathBuf]) {
    first_run(hands, Lock::Passphrase);
    let october = statement::write(&desktop.bank());
    drag::carry(desktop, &[&october], LIST).drop_there();
    bubbles(hands, statement::COUNT);
    for original in originals {
        drag::carry(desktop, &[original], LIST).drop_there();
        hands.see(&original.file_name().unwrap().to_string_lossy());
    }
    hands.press(&say("rail-receipts"));
    hands.press(&say("receipt-see"));
    hands.press_beginning("2 lines");
}

/// The text of each page of a PDF.
fn pages(file: &Path) -> Vec<String> {
    let pdf = Pdf::open(&fs::read(file).unwrap(), None).unwrap();
    let text = |page: &Page| {
        let rows = page.rows.iter();
        let words = rows.flat_map(|row| row.words.iter().map(|word| word.text.as_str()));
        words.collect::<Vec<_>>().join(" ")
    };
    pdf.pages().unwrap().iter().map(text).collect()
}

#[test]
fn a_purchase_is_saved_with_its_original_as_one_pdf() {
    let desktop = Desktop::open();
    let mut hands = Seen::at(&desktop, App::start(&desktop));
    let original = order(&desktop);
    paid(&desktop, &mut hands, &[original]);
    picture::take(&desktop, "printing-1-purchase");
    hands.press(&say("print-proof"));
    let file = desktop.bank().join("proof.pdf");
    desktop.choose_target(&file);
    hands.see(&say("toast-printed"));
    picture::take(&desktop, "printing-2-saved");
    let pages = pages(&file);
    assert_eq!(pages.len(), 2, "a cover and the mail: {pages:#?}");
    for part in ["Proof of purchase", "Volt & Cie", "24.99", "october.ofx"] {
        assert!(pages[0].contains(part), "{part} on the cover: {}", pages[0]);
    }
    assert!(
        pages[1].contains("Merci pour votre commande 40-22817"),
        "the original behind it: {}",
        pages[1]
    );
}
