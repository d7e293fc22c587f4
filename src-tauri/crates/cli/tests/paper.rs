//! The real `foil worker`, asked to put originals on paper: what it gives is read back, what it is given cannot harm.
#![allow(clippy::unwrap_used)]

use source::pdf::Pdf;
use worker::{Labels, Printing, Worker};

fn print(originals: &[(&str, &[u8])]) -> Result<Vec<String>, (Option<usize>, &'static str)> {
    let originals: Vec<(String, Vec<u8>)> = originals
        .iter()
        .map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec()))
        .collect();
    let labels = Labels {
        from: "De :".to_owned(),
        ..Labels::default()
    };
    let foil = Worker::at(env!("CARGO_BIN_EXE_foil"));
    let printed = foil.print(Printing {
        cover: None,
        labels: &labels,
        numbers: &["7-2".to_owned()],
        originals: &originals,
    });
    let printed = printed.map_err(|(place, why)| (place, why.code))?;
    let pdf = Pdf::open(&printed.pdf, None).unwrap();
    assert_eq!(pdf.count(), printed.pages);
    let pages = pdf.pages().unwrap();
    let text = |page: &source::pdf::Page| {
        let rows = page.rows.iter();
        let words = rows.flat_map(|row| row.words.iter().map(|word| word.text.as_str()));
        words.collect::<Vec<_>>().join(" ")
    };
    Ok(pages.iter().map(text).collect())
}

/// An invoice of one page; its index is repaired.
fn pdf(content: &str) -> Vec<u8> {
    let length = content.len();
    format!(
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n\
         3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n\
         4 0 obj\n<< /Length {length} >>\nstream\n{content}\nendstream\nendobj\n\
         5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"
    )
    .into_bytes()
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
