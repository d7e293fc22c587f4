//! Originals on paper: what comes back is read again, what goes in cannot harm.

use source::pdf::Pdf;
use worker::{Labels, Printed, Printing};

use super::{foil, original, pdf};

type Refused = (Option<usize>, &'static str);

fn print(originals: &[(&str, &[u8])]) -> Result<Vec<String>, Refused> {
    print_with(originals, &[]).map(|printed| text_of(&printed))
}

fn print_with(originals: &[(&str, &[u8])], passwords: &[&str]) -> Result<Printed, Refused> {
    let originals: Vec<(String, Vec<u8>)> = originals
        .iter()
        .map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()))
        .collect();
    let labels = Labels {
        from: "De :".to_owned(),
        ..Labels::default()
    };
    let printed = foil().print(Printing {
        cover: None,
        labels: &labels,
        numbers: &["7-2".to_owned()],
        passwords: &passwords
            .iter()
            .map(|one| (*one).to_owned())
            .collect::<Vec<_>>(),
        originals: &originals,
    });
    printed.map_err(|(place, why)| (place, why.code))
}

fn text_of(printed: &Printed) -> Vec<String> {
    let pdf = Pdf::open(&printed.pdf, None).unwrap();
    assert_eq!(pdf.count(), printed.pages);
    let pages = pdf.pages().unwrap();
    let text = |page: &source::pdf::Page| {
        let rows = page.rows.iter();
        let words = rows.flat_map(|row| row.words.iter().map(|word| word.text.as_str()));
        words.collect::<Vec<_>>().join(" ")
    };
    pages.iter().map(text).collect()
}

#[test]
fn mails_pages_and_texts_follow_one_another() {
    let mail = "From: Volt <a@volt.example>\r\nSubject: Commande\r\nContent-Type: text/html\r\n\r\n\
        <p>Total <b>5,00</b></p><img src=http://x.example/p.gif><script>x()</script>\r\n";
    let invoice = pdf("BT /F1 24 Tf 72 742 Td (Facture) Tj ET");
    let pages = print(&[
        ("order.eml", mail.as_bytes()),
        ("facture.pdf", &invoice),
        (
            "facture.xml",
            "<Invoice>\n<ID>FA-1</ID>\n</Invoice>".as_bytes(),
        ),
    ])
    .unwrap();
    assert_eq!(pages.len(), 3, "{pages:?}");
    assert!(pages[0].contains("De : Volt <a@volt.example>"), "{pages:?}");
    assert!(
        pages[0].contains("Total 5,00") && !pages[0].contains("x()"),
        "{pages:?}"
    );
    assert_eq!(pages[1], "Facture");
    assert!(pages[2].contains("<ID>FA-1</ID>"), "{pages:?}");
}

#[test]
fn of_a_mailbox_the_messages_of_the_purchase_are_printed() {
    let mailbox = "From a@x Sun Oct 18 09:12:00 2026\nFrom: Volt <a@volt.example>\nSubject: Order 40-1\n\nTotal 5.00\n\n\
        From b@x Sun Oct 18 09:12:00 2026\nFrom: Nord <b@nord.example>\nSubject: Order 7-2\n\nTotal 9.00\n";
    let pages = print(&[("all.mbox", mailbox.as_bytes())]).unwrap();
    assert_eq!(pages.len(), 1, "{pages:?}");
    assert!(pages[0].contains("Order 7-2"), "{pages:?}");
}

#[test]
fn what_cannot_be_printed_is_told_by_its_place() {
    let invoice = pdf("BT /F1 24 Tf 72 742 Td (Facture) Tj ET");
    for (bad, code) in [
        (&b"%PDF-1.4 nothing of a PDF"[..], "pdfDamaged"),
        (b"\xFF\xD8\xFF\xE0 cut off", "pictureDamaged"),
        (b"PK\x03\x04\0\0\0\0", "originalUnprinted"),
    ] {
        let refused = print(&[("facture.pdf", &invoice), ("bad", bad)]);
        assert_eq!(refused, Err((Some(1), code)));
    }
}

#[test]
fn a_protected_original_is_printed_with_the_password_that_opens_it() {
    let locked = original("locked/invoice.pdf");
    let file = [("facture.pdf", locked.as_slice())];
    let refused = |passwords: &[&str]| print_with(&file, passwords).unwrap_err();
    assert_eq!(refused(&[]), (Some(0), "encrypted"));
    assert_eq!(refused(&["poire"]), (Some(0), "wrongPassword"));
    let printed = print_with(&file, &["poire", "pomme"]).unwrap();
    let pages = text_of(&printed);
    assert!(pages[0].contains("FA-2026-118"), "{pages:?}");
}

#[test]
fn what_came_with_a_mail_and_stays_locked_is_told_by_name() {
    let mut mail = b"From: Volt <a@volt.example>\r\nSubject: Facture\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nVotre facture.\r\n\
        --b\r\nContent-Type: application/pdf; name=facture.pdf\r\nContent-Transfer-Encoding: binary\r\n\r\n"
        .to_vec();
    mail.extend(original("locked/invoice.pdf"));
    mail.extend(b"\r\n--b--\r\n");
    let print = |passwords: &[&str]| print_with(&[("mail.eml", &mail)], passwords).unwrap();
    let without = print(&[]);
    assert_eq!(
        (without.pages, without.locked),
        (1, vec!["facture.pdf".to_owned()])
    );
    let with = print(&["pomme"]);
    assert!(with.locked.is_empty() && text_of(&with)[1].contains("FA-2026-118"));
}
