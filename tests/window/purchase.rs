//! A purchase as its mails and its bank tell it: ordered, paid, shipped, given back.

use std::fs;
use std::path::PathBuf;

use journeys::app::App;
use journeys::catalogue::{opening, say};
use journeys::desktop::{Desktop, SCREEN};
use journeys::hands::{Hands, Seen};
use journeys::{drag, picture, statement};

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
fn a_purchase_is_told_from_its_order_to_its_refund() {
    let desktop = Desktop::open();
    let mut hands = Seen::at(&desktop, App::start(&desktop));
    first_run(&mut hands, Lock::Passphrase);

    let order = mail(
        &desktop,
        "order.eml",
        "Thu, 1 Oct 2026 09:12:00 +0200",
        "Confirmation de votre commande 40-22817",
        "Merci pour votre commande 40-22817 du 1 octobre 2026.\r\n\r\nTotal TTC : 24,99 EUR\r\n\r\n\
         Livraison prevue entre le 6 octobre et le 8 octobre 2026.",
    );
    drag::carry(&desktop, &[&order], LIST).drop_there();
    hands.see(&say("receipts-waiting"));
    picture::take(&desktop, "purchase-waits");
    hands.press(&say("receipt-see"));
    hands.see(&say("waiting-for-statement"));
    hands.see(&opening("delivery-between"));
    picture::take(&desktop, "purchase-expected");

    let october = statement::write(&desktop.bank());
    drag::carry(&desktop, &[&october], LIST).drop_there();
    bubbles(&mut hands, statement::COUNT);
    hands.see(&say("receipt-equal"));
    picture::take(&desktop, "purchase-paid");

    hands.press(&say("rail-receipts"));
    hands.see(&say("receipts-linked"));
    hands.press(&say("receipt-see"));
    hands.see(&say("receipt-equal"));
    hands.see(&opening("delivery-between"));
    let shipped = mail(
        &desktop,
        "shipped.eml",
        "Fri, 2 Oct 2026 10:00:00 +0200",
        "Votre commande 40-22817 a ete expediee",
        "Votre commande 40-22817 a ete expediee.\r\nLivraison prevue le mercredi 7 octobre 2026.",
    );
    drag::carry(&desktop, &[&shipped], LIST).drop_there();
    hands.see(&opening("delivery-on"));
    picture::take(&desktop, "purchase-shipped");

    let refund = mail(
        &desktop,
        "refund.eml",
        "Tue, 27 Oct 2026 10:00:00 +0100",
        "Votre remboursement pour la commande 40-22817",
        "Nous avons procede au remboursement de votre commande 40-22817.\r\n\r\nMontant rembourse : 18,75 EUR",
    );
    drag::carry(&desktop, &[&refund], LIST).drop_there();
    hands.see("refund.eml");
    picture::take(&desktop, "purchase-refunded");
    hands.see(&say("receipt-equal-credit"));
    assert!(
        hands.texts().contains(&say("receipt-equal")),
        "the payment still stands with what the merchant says of it"
    );
}
