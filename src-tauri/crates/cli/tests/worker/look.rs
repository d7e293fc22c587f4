//! Originals, shown: what comes back can be looked at, what goes in cannot harm.

use source::Source;
use statement::Answers;
use worker::{Look, Looked, Shown};

use super::{foil, original, pdf};

fn look(bytes: &[u8], place: usize) -> Result<(Looked, Vec<u8>), &'static str> {
    let source = Source::new("original", bytes);
    assert_eq!(Look::of(&source), Look::Drawn, "a child draws it");
    foil()
        .look(&source, place, &Answers::none())
        .map_err(|why| why.code)
}

#[test]
fn a_page_is_drawn_with_its_words_where_they_stand() {
    let (looked, png) = look(&pdf("BT /F1 24 Tf 72 742 Td (Facture) Tj ET"), 0).unwrap();
    assert_eq!(looked.count, 1);
    let Shown::Picture {
        width,
        height,
        words,
    } = looked.shown
    else {
        panic!("a picture");
    };
    assert_eq!((width, height), (1190, 1684), "two pixels for a point");
    assert!(png.starts_with(b"\x89PNG"));
    let [word] = words.as_slice() else {
        panic!("one word: {words:?}");
    };
    assert_eq!(word.text, "Facture");
    assert!((word.left - 72.0 / 595.0).abs() < 0.01 && word.top < 0.12);
    assert_eq!(look(&pdf(""), 7).unwrap_err(), "originalUnshown");
}

#[test]
fn what_draws_without_end_is_ended_and_told() {
    // Each of a million overlapping paths covers the page.
    let endless = "0 0 595 842 re 0.5 g f\n".repeat(1_000_000);
    let code = look(&pdf(&endless), 0).unwrap_err();
    assert!(
        ["workerTimeLimit", "workerMemoryLimit"].contains(&code),
        "a limit ends it: {code}"
    );
}

#[test]
fn a_mail_comes_back_without_anything_that_calls_out() {
    let mail = b"From: Volt <a@volt.example>\r\nTo: lea@exemple.example\r\nSubject: Commande\r\nDate: Thu, 1 Oct 2026 09:12:00 +0200\r\n\
        MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p onclick=x()>Total 5,00<img src=http://x.example/p.gif><a href=http://x.example>Suivre</a></p>\r\n";
    let (looked, bytes) = look(mail, 0).unwrap();
    assert!(bytes.is_empty());
    let Shown::Mail(mail) = looked.shown else {
        panic!("a mail");
    };
    assert_eq!((mail.subject.as_str(), mail.left_out), ("Commande", 1));
    assert!(mail.html.contains("Total 5,00") && mail.html.contains("Suivre"));
    assert!(!mail.html.contains("x.example") && !mail.html.contains("onclick"));
}

#[test]
fn a_picture_that_claims_to_be_huge_is_refused() {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend_from_slice(&[0, 1, 0, 0, 0, 1, 0, 0, 8, 6, 0, 0, 0, 0, 0, 0, 0]);
    assert_eq!(look(&png, 0).unwrap_err(), "pictureDamaged");
}

#[test]
fn text_needs_no_drawing_and_archives_are_not_shown() {
    let of = |bytes: &[u8]| Look::of(&Source::new("original", bytes));
    assert_eq!(of(b"OFXHEADER:100\r\nDATA:OFXSGML\r\n"), Look::Text);
    assert_eq!(of(b"PK\x03\x04rest"), Look::Not);
}

#[test]
fn a_thumbnail_is_the_first_page_or_picture_small_and_nothing_else_has_one() {
    let thumbnail = |bytes: &[u8]| foil().thumbnail(&Source::new("original", bytes));
    let invoice = pdf("BT /F1 24 Tf 72 742 Td (Facture) Tj ET");
    for drawn in [invoice, original("ok/ticket.png")] {
        let png = thumbnail(&drawn).expect("it is drawn");
        let (width, height) = source::picture::sides(&png).unwrap();
        assert_eq!(width.max(height), source::picture::THUMBNAIL_SIDE);
    }
    for other in [
        b"From: Volt <a@volt.example>\r\nSubject: Commande\r\nDate: Thu, 1 Oct 2026 09:12:00 +0200\r\n\r\nTotal 5,00\r\n".to_vec(),
        original("locked/invoice.pdf"),
        b"%PDF-1.4 nothing of a PDF".to_vec(),
    ] {
        assert_eq!(thumbnail(&other), None);
    }
}
