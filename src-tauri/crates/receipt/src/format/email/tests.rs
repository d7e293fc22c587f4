#![allow(clippy::unwrap_used)]
use super::*;

fn mail(from: &str, subject: &str, body: &str) -> Vec<Receipt> {
    let kind = if body.starts_with('<') {
        "text/html"
    } else {
        "text/plain"
    };
    let message = format!(
        "From: {from}\r\nTo: ana@example.org\r\nSubject: {subject}\r\nDate: Mon, 9 Mar 2026 09:00:00 +0100\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n{body}\r\n"
    );
    read(&[message.into_bytes()], Files::All).receipts
}

fn only(receipts: &[Receipt]) -> &Receipt {
    assert_eq!(receipts.len(), 1, "{receipts:?}");
    &receipts[0]
}

fn text(found: &Option<Found<String>>) -> Option<&str> {
    found.as_ref().map(|found| found.value.as_str())
}

#[test]
fn an_order_by_its_labels() {
    let found = mail(
        "Lampenladen <post@lampenladen.example>",
        "Ihre Bestellung 7788123",
        "Vielen Dank für Ihre Bestellung\nBestellnummer: 7788123\nTischlampe\t1\t40,00 €\nGesamtsumme\t45,00 €\ninkl. 19 % MwSt. 7,18 €\nVoraussichtliche Lieferung: Do., 12. März\n",
    );
    let receipt = only(&found);
    assert_eq!(text(&receipt.merchant), Some("Lampenladen"));
    assert_eq!(text(&receipt.order_number), Some("7788123"));
    assert_eq!(receipt.total.as_ref().unwrap().value.to_string(), "45.00");
    assert_eq!(receipt.deliveries[0].event, Some(DeliveryEvent::Ordered));
    assert_eq!(
        receipt.deliveries[0].expected_until.unwrap().to_string(),
        "2026-03-12"
    );
}

#[test]
fn markup_that_a_scanner_turned_into_text_still_counts() {
    let found = mail(
        "Mon Atelier <commande@atelier.example>",
        "Votre commande",
        "Merci\n{\"@context\":\"http:\\/\\/schema.org\\/\",\"@type\":\"Order\",\"merchant\":{\"@type\":\"Organization\",\"name\":\"Mon Atelier\"},\"orderNumber\":\"512\",\"priceCurrency\":\"EUR\",\"price\":\"30.00\",\"orderDate\":\"2026-03-08T10:00:00+01:00\"}\nTotal : 30,00 €",
    );
    let receipt = only(&found);
    assert_eq!(receipt.total.as_ref().unwrap().origin, Origin::Markup);
    assert_eq!(
        receipt.issued_on.as_ref().unwrap().value.to_string(),
        "2026-03-08"
    );
}

#[test]
fn a_carriers_mail_names_the_shop_and_the_parcel() {
    let found = mail(
        "DPD <avis@dpd.example>",
        "Your parcel is on its way",
        "Your LAMPSHOP order will be with you tomorrow\nParcel number 09980000020033F\n",
    );
    let receipt = only(&found);
    assert_eq!(text(&receipt.merchant), Some("LAMPSHOP"));
    assert_eq!(text(&receipt.deliveries[0].carrier), Some("DPD"));
    assert_eq!(receipt.total, None);
}

#[test]
fn a_carriers_mail_names_the_shop_behind_the_number_of_its_parcel() {
    for (from, subject, body, shop) in [
        (
            "Chronopost <avis@chronopost.example>",
            "Votre colis sera livré demain",
            "Bonjour, votre colis XY987654321FR de la part de MAISON LUMEN sera livré demain, mardi 10/03/2026.",
            "MAISON LUMEN",
        ),
        (
            "Correos <noreply@correos.example>",
            "Tu envío está en reparto",
            "Tu envío PQ4F6P0700000380108001V de LIBRERIA SOL se entregará hoy, 9 de marzo.",
            "LIBRERIA SOL",
        ),
    ] {
        let found = mail(from, subject, body);
        assert_eq!(text(&only(&found).merchant), Some(shop), "{subject}");
    }
}

#[test]
fn the_merchant_of_a_paypal_mail_is_the_one_of_its_block_where_the_sentence_runs_on() {
    let found = mail(
        "service@paypal.example",
        "Receipt for your PayPal payment",
        "<html><body><p>Transaction ID: O-5AB12345CD678901E</p><p>You submitted an order amounting to 32.00 GBP to Lampshop.example</p><p>Thanks for using PayPal. Please note that this is not a charge. Your account will be charged when the merchant processes your payment.</p><p>Merchant</p><p>Lampshop.example</p><p>care@lampshop.example</p></body></html>",
    );
    assert_eq!(text(&only(&found).merchant), Some("Lampshop.example"));
}

#[test]
fn a_mail_that_lost_its_end_is_decoded_all_the_same() {
    let message = "From: UPS <info@ups.example>\r\nTo: ana@example.org\r\nSubject: UPS Update: Your Package is on the way\r\n\
        Date: Mon, 9 Mar 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=----part\r\n\r\n\
        ------part\r\nContent-Type: text/plain; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
        Your package from LAMPSHOP is on its way.\r\nTracking Number:=C2=A01Z2345YY0678901234\r\n";
    let found = read(&[message.as_bytes().to_vec()], Files::All).receipts;
    let parcel = &only(&found).deliveries[0];
    assert_eq!(text(&parcel.tracking_number), Some("1Z2345YY0678901234"));
}

#[test]
fn adverts_bank_mails_and_bookings_without_a_price_are_nothing() {
    for (from, subject, body) in [
        (
            "Shop <news@shop.example>",
            "-20 % sur tout : dès 9,99 € !",
            "Casque à 49,99 € au lieu de 79,99 €\nLivraison prévue en 24h\nLivraison offerte dès 35 €",
        ),
        (
            "My Bank <info@bank.example>",
            "Your monthly statement is ready",
            "Your balance on 9 March is £1,204.10. Log in to see your statement.",
        ),
        (
            "Shop <hello@shop.example>",
            "Free delivery this weekend",
            "Dresses from £15.00\nOrder by Thursday for delivery Saturday",
        ),
        (
            "Airline <book@air.example>",
            "Your flight",
            "<html><script type=\"application/ld+json\">{\"@type\":\"FlightReservation\",\"reservationNumber\":\"ABC123\"}</script><p>See you on board</p></html>",
        ),
    ] {
        assert_eq!(mail(from, subject, body), [], "{subject}");
    }
}

#[test]
fn every_message_of_an_mbox_is_read() {
    let one = "From a@b Mon Mar  9 09:00:00 2026\nFrom: A <a@a.example>\nSubject: Order\nDate: Mon, 9 Mar 2026 09:00:00 +0100\n\nOrder number: 4411-2\nTotal: £5.00\n>From the shop\n\n";
    let source = one.repeat(3);
    let source = Source::new("all", source.as_bytes());
    assert!(matches!((MBOX.sniff)(&source), Sniff::Certain(_)));
    assert_eq!((MBOX.parse)(&source, None).receipts.len(), 3);
}

#[test]
fn a_message_that_was_forwarded_is_its_first_senders() {
    let found = mail(
        "Ana <ana@example.org>",
        "Tr : commande",
        "---------- Forwarded message ---------\nDe : Mon Atelier <commande@atelier.example>\nDate : mer. 4 mars 2026\nObjet : Commande 51234\n\nCommande n° 51234\nTotal TTC : 30,00 €",
    );
    let receipt = only(&found);
    assert_eq!(text(&receipt.merchant), Some("Mon Atelier"));
    assert_eq!(
        receipt.issued_on.as_ref().unwrap().value.to_string(),
        "2026-03-04"
    );
}

#[test]
fn an_attached_calendar_dates_the_parcel_of_its_mail() {
    let message = "From: Meubles Morel <commande@meubles-morel.example>\r\nTo: ana@example.org\r\nSubject: Votre commande 40-22817\r\n\
        Date: Mon, 9 Mar 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n\
        --b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nMerci pour votre commande\r\nNuméro de commande : 40-22817\r\nTotal TTC : 60,00 €\r\n\
        --b\r\nContent-Type: text/calendar; charset=utf-8; name=livraison.ics\r\nContent-Disposition: attachment; filename=livraison.ics\r\n\r\n\
        BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:20260320T080000\r\nDTEND:20260320T120000\r\nSUMMARY:Livraison de votre commande 40-22817\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n\
        --b--\r\n";
    let found = read(&[message.as_bytes().to_vec()], Files::All).receipts;
    let receipt = only(&found);
    assert_eq!(receipt.total.as_ref().unwrap().value.to_string(), "60.00");
    let day = "2026-03-20".parse().ok();
    assert_eq!(receipt.deliveries[0].expected_until, day);
    let other = message.replace("Livraison de votre commande 40-22817", "Dentiste");
    let found = read(&[other.into_bytes()], Files::All).receipts;
    assert_eq!(
        only(&found).deliveries[0].expected_until,
        None,
        "a dentist brings no parcel"
    );
}

/// A mail with a text and a file.
fn with_file(text: &str, kind: &str, name: &str, file: &[u8]) -> Vec<u8> {
    use base64::Engine;
    let file = base64::engine::general_purpose::STANDARD.encode(file);
    format!(
        "From: Meubles Morel <commande@meubles-morel.example>\r\nTo: ana@example.org\r\nSubject: Votre achat\r\n\
         Date: Mon, 9 Mar 2026 09:00:00 +0100\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n\
         --b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{text}\r\n\
         --b\r\nContent-Type: {kind}; name={name}\r\nContent-Disposition: attachment; filename={name}\r\nContent-Transfer-Encoding: base64\r\n\r\n{file}\r\n--b--\r\n"
    )
    .into_bytes()
}

fn picture(width: u32, height: u32) -> Vec<u8> {
    let mut png = std::io::Cursor::new(Vec::new());
    image::GrayImage::new(width, height)
        .write_to(&mut png, image::ImageFormat::Png)
        .unwrap();
    png.into_inner()
}

fn is_told(reading: &Reading) -> bool {
    let mut codes = reading.diagnostics.iter().map(|one| one.code);
    codes.any(|code| code == crate::picture::ATTACHED)
}

#[test]
fn a_picture_that_may_be_a_ticket_is_handed_out_where_the_mail_says_no_price() {
    let ticket = picture(600, 1200);
    let mail = with_file("Voici le ticket.", "image/png", "ticket.png", &ticket);
    assert!(is_told(&read(std::slice::from_ref(&mail), Files::All)));
    let found = attached_pictures(&mail);
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].path.as_str(), found[0].bytes.as_slice()),
        ("ticket.png", ticket.as_slice())
    );
    let priced = with_file(
        "Commande n° 40-22817\r\nTotal TTC : 60,00 €",
        "image/png",
        "ticket.png",
        &ticket,
    );
    assert!(
        !is_told(&read(std::slice::from_ref(&priced), Files::All)),
        "the mail says it"
    );
    assert!(attached_pictures(&priced).is_empty());
    let sign = with_file("Bonjour", "image/png", "logo.png", &picture(240, 80));
    assert!(
        !is_told(&read(std::slice::from_ref(&sign), Files::All)),
        "a sign is no ticket"
    );
    assert!(attached_pictures(&sign).is_empty());
}

/// An invoice of one page; the PDF's index is repaired.
fn invoice(rows: &[&str]) -> Vec<u8> {
    let rows: Vec<String> = rows
        .iter()
        .map(|row| format!("({row}) Tj 0 -24 Td"))
        .collect();
    let content = format!("BT /F1 12 Tf 72 742 Td {} ET", rows.join(" "));
    format!(
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n\
         3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n\
         4 0 obj\n<< /Length {} >>\nstream\n{content}\nendstream\nendobj\n\
         5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n",
        content.len()
    )
    .into_bytes()
}

#[test]
fn an_invoice_that_came_with_a_mail_is_one_receipt_with_it() {
    let pdf = invoice(&[
        "Meubles Morel",
        "Facture FA-2026-118",
        "Date de facture : 09/03/2026",
        "Total TTC 60,00 EUR",
    ]);
    let told = "Commande n° 40-22817\r\nTotal TTC : 60,00 €";
    let mail = with_file(told, "application/pdf", "facture.pdf", &pdf);
    let reading = read(&[mail], Files::All);
    let receipt = only(&reading.receipts);
    assert_eq!(text(&receipt.order_number), Some("40-22817"));
    assert_eq!(text(&receipt.invoice_number), Some("FA-2026-118"));
    assert_eq!(receipt.kind, ReceiptKind::Invoice);
    let alone = read_mail_alone(&Source::new(
        "mail.eml",
        &with_file(told, "application/pdf", "facture.pdf", &pdf),
    ));
    assert_eq!(only(&alone.receipts).invoice_number, None);
    let other = told.replace("60,00", "95,00");
    let mail = with_file(&other, "application/pdf", "facture.pdf", &pdf);
    assert_eq!(
        read(&[mail], Files::All).receipts.len(),
        2,
        "another price is another purchase"
    );
}

#[test]
fn terms_that_came_with_a_mail_are_no_finding() {
    let terms = invoice(&["Conditions de vente", "Article 1", "Article 2"]);
    let told = "Commande n° 40-22817\r\nTotal TTC : 60,00 €";
    let mail = with_file(told, "application/pdf", "cgv.pdf", &terms);
    let reading = read(&[mail], Files::All);
    only(&reading.receipts);
    assert!(reading.diagnostics.is_empty(), "{:?}", reading.diagnostics);
}

#[test]
fn a_mail_with_the_invoice_of_its_purchase_is_found_by_its_words() {
    let invoice = include_bytes!("../../../../../../tests/corpus/receipt/ok/cii.xml");
    let text = "Merci pour votre commande\r\nNuméro de commande : 40-22817\r\nTotal TTC : 60,00 €";
    let mail = with_file(text, "application/xml", "facture.xml", invoice);
    let found = read(&[mail], Files::All).receipts;
    let receipt = only(&found);
    assert!(
        receipt.invoice_number.is_some(),
        "one receipt of two documents"
    );
    assert!(
        receipt.message.contains("Merci pour votre commande"),
        "{}",
        receipt.message
    );
}

#[test]
fn a_covering_letter_says_nothing_of_the_order_that_it_forwards() {
    let mut message = "From: Lampenladen <post@lampenladen.example>\r\nSubject: Ihre Bestellung 7788123\r\nDate: Mon, 9 Mar 2026 09:00:00 +0100\r\n\
        Content-Type: text/plain; charset=utf-8\r\n\r\nVielen Dank\r\nGesamtsumme 45,00 €\r\n"
        .to_owned();
    for (boundary, subject) in [
        ("a", "WG: Ihre Bestellung 7788123"),
        ("b", "Fwd: WG: Ihre Bestellung 7788123"),
    ] {
        message = format!(
            "From: Lea <lea@example.org>\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary={boundary}\r\n\r\n\
             --{boundary}\r\nContent-Type: text/plain\r\n\r\nSiehe unten\r\n--{boundary}\r\nContent-Type: message/rfc822\r\n\r\n{message}\r\n--{boundary}--\r\n"
        );
    }
    let found = read(&[message.into_bytes()], Files::All).receipts;
    assert_eq!(text(&only(&found).merchant), Some("Lampenladen"));
}
