//! Pictures of tickets, read by the real worker and by Tesseract where it is installed.

use std::io::Write;
use std::process::Command;

use receipt::Origin;
use rust_decimal::Decimal;
use source::Source;
use statement::Answers;
use worker::Document;

use super::{foil, original};

fn read(name: &str, bytes: &[u8]) -> Document<'static> {
    let source = Source::new(name, bytes);
    let document = foil().read(&source, &Answers::none());
    assert!(document.statements.is_empty(), "{name} is no statement");
    Document {
        format: document.format,
        receipts: document.receipts,
        diagnostics: document.diagnostics,
        ..Document::default()
    }
}

/// Whether Tesseract is here, as `cargo xtask setup` sees to; elsewhere what it would say is not tested.
fn has_tesseract() -> bool {
    let found = Command::new("tesseract").arg("--version").output().is_ok();
    if !found {
        let _ = writeln!(std::io::stdout(), "skipped: no tesseract");
    }
    found
}

#[test]
fn a_ticket_is_read_as_it_lies_and_on_its_side() {
    if !has_tesseract() {
        return;
    }
    for name in ["ok/ticket.png", "ok/ticket_on_its_side.jpg"] {
        let document = read(name, &original(name));
        let [receipt] = document.receipts.as_slice() else {
            panic!("{name}: {:?}", document.diagnostics);
        };
        let total = receipt.total.as_ref().unwrap();
        assert_eq!(total.value, "9.89".parse().unwrap(), "{name}");
        assert_eq!(total.origin, Origin::Picture);
        assert!(total.confidence < 80, "letters of a picture are less sure");
        let day = receipt.issued_on.as_ref().unwrap().value;
        assert_eq!(day.to_string(), "2026-05-16", "{name}");
        let tax = receipt.tax_total.as_ref().unwrap().value;
        assert_eq!(tax, "0.52".parse().unwrap(), "{name}");
        let merchant = &receipt.merchant.as_ref().unwrap().value;
        assert!(merchant.ends_with("PICERIE DU PONT"), "{name}: {merchant}");
        let sum: Decimal = receipt.lines.iter().filter_map(|line| line.amount).sum();
        assert_eq!(sum, total.value, "{name}: the lines add up to the total");
    }
}

/// A PDF of one page that is nothing but this JPEG.
fn scanned(jpeg: &[u8], width: u32, height: u32) -> Vec<u8> {
    let mut pdf = format!(
        "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n\
         3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Resources<</XObject<</P 4 0 R>>>>/Contents 5 0 R>>\nendobj\n\
         5 0 obj\n<</Length 29>>\nstream\nq 300 0 0 300 0 0 cm /P Do Q\nendstream\nendobj\n\
         4 0 obj\n<</Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceRGB/BitsPerComponent 8\
         /Filter/DCTDecode/Length {}>>\nstream\n",
        jpeg.len()
    )
    .into_bytes();
    pdf.extend_from_slice(jpeg);
    pdf.extend_from_slice(b"\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 6>>\n%%EOF\n");
    pdf
}

#[test]
fn a_scan_in_a_pdf_is_read_as_its_picture_is() {
    if !has_tesseract() {
        return;
    }
    let jpeg = original("ok/ticket_on_its_side.jpg");
    let document = read("scan.pdf", &scanned(&jpeg, 606, 617));
    let [receipt] = document.receipts.as_slice() else {
        panic!("{:?}", document.diagnostics);
    };
    assert_eq!(
        receipt.total.as_ref().unwrap().value,
        "9.89".parse().unwrap()
    );
}

#[test]
fn a_picture_without_a_ticket_gives_a_finding_and_nothing_else() {
    if !has_tesseract() {
        return;
    }
    let document = read("err/advert.png", &original("err/advert.png"));
    assert_eq!(document.receipts, []);
    let codes: Vec<&str> = document.diagnostics.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["pictureWithoutReceipt"]);
}

#[test]
fn what_is_no_picture_for_us_is_told_whether_tesseract_is_here_or_not() {
    for (bytes, code) in [
        (&b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"[..], "pictureHeic"),
        (b"\xFF\xD8\xFF\xE0 cut off", "pictureDamaged"),
    ] {
        let document = read("photo", bytes);
        let codes: Vec<&str> = document.diagnostics.iter().map(|one| one.code).collect();
        assert_eq!(codes, [code]);
        assert_eq!(document.receipts, []);
    }
}

/// A mail that says no price, with a picture or a scan that came with it.
fn mail_with(kind: &str, name: &str, file: &[u8]) -> Vec<u8> {
    let mut mail = format!(
        "From: Ana <ana@exemple.example>\r\nTo: lea@exemple.example\r\nSubject: Le ticket\r\nDate: Sat, 16 May 2026 18:00:00 +0200\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=part\r\n\r\n--part\r\nContent-Type: text/plain\r\n\r\nVoici.\r\n--part\r\n\
         Content-Type: {kind}; name={name}\r\nContent-Disposition: attachment; filename={name}\r\nContent-Transfer-Encoding: binary\r\n\r\n"
    )
    .into_bytes();
    mail.extend_from_slice(file);
    mail.extend_from_slice(b"\r\n--part--\r\n");
    mail
}

#[test]
fn a_ticket_that_came_with_a_mail_is_read_and_an_advert_is_not() {
    if !has_tesseract() {
        return;
    }
    let scan = scanned(&original("ok/ticket_on_its_side.jpg"), 606, 617);
    for (kind, name, file) in [
        ("image/png", "ticket.png", original("ok/ticket.png")),
        ("application/pdf", "scan.pdf", scan),
    ] {
        let document = read("mail.eml", &mail_with(kind, name, &file));
        let [receipt] = document.receipts.as_slice() else {
            panic!("{name}: {:?}", document.diagnostics);
        };
        let total = receipt.total.as_ref().unwrap().value;
        assert_eq!(total, "9.89".parse().unwrap(), "{name}");
        assert_eq!(document.diagnostics, [], "{name}");
    }
    let advert = mail_with("image/png", "advert.png", &original("err/advert.png"));
    assert_eq!(read("mail.eml", &advert).receipts, []);
}

#[test]
fn an_attachment_that_exhausts_its_reader_does_not_take_the_mail_with_it() {
    // Each pair of bytes stands for 128 spaces.
    let spaces = [129, b' '].repeat(2 << 20);
    let mut bomb = format!(
        "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n\
         3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R>>\nendobj\n\
         4 0 obj\n<</Filter/RunLengthDecode/Length {}>>\nstream\n",
        spaces.len()
    )
    .into_bytes();
    bomb.extend_from_slice(&spaces);
    bomb.extend_from_slice(b"\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 5>>\n%%EOF\n");
    let mail = mail_with("application/pdf", "facture.pdf", &bomb);
    let told = b"Commande 40-22817\r\nTotal TTC : 24,99 EUR";
    let at = mail.windows(6).position(|six| six == b"Voici.").unwrap();
    let mail = [&mail[..at], told, &mail[at + 6..]].concat();
    let document = read("mail.eml", &mail);
    let [receipt] = document.receipts.as_slice() else {
        panic!("{:?}", document.diagnostics);
    };
    assert_eq!(
        receipt.total.as_ref().unwrap().value,
        "24.99".parse().unwrap()
    );
    let codes: Vec<&str> = document.diagnostics.iter().map(|one| one.code).collect();
    assert!(
        matches!(codes.as_slice(), ["workerMemoryLimit" | "workerTimeLimit"]),
        "what was not read is told: {codes:?}"
    );
}
