//! What is written is read back with the project's own reader of PDF.
#![allow(clippy::unwrap_used)]

use print::{Cover, Original, Row, Section, Sheet, write};
use source::pdf::Pdf;

/// The text of a page, row by row.
fn rows(pdf: &Pdf, place: usize) -> Vec<String> {
    let page = pdf.page(place).unwrap();
    page.rows
        .iter()
        .map(|row| {
            let words: Vec<&str> = row.words.iter().map(|word| word.text.as_str()).collect();
            words.join(" ")
        })
        .collect()
}

fn plain(bytes: Vec<u8>) -> Original {
    Original::Pdf {
        bytes,
        password: None,
    }
}

fn opened(bytes: &[u8]) -> Pdf {
    Pdf::open(bytes, None).unwrap()
}

fn line(text: &str, amount: &str, is_sum: bool) -> Row {
    Row::Line {
        text: text.to_owned(),
        quantity: String::new(),
        amount: amount.to_owned(),
        is_sum,
    }
}

fn cover() -> Cover {
    Cover {
        language: "fr".to_owned(),
        title: "Preuve d’achat : Électro & Cie".to_owned(),
        lead: "Faite le 27 nov. 2026 sur cet ordinateur".to_owned(),
        sections: vec![Section {
            heading: "Achat".to_owned(),
            rows: vec![
                Row::Fact {
                    name: "Date".to_owned(),
                    value: "1er déc. 2026".to_owned(),
                },
                line("Bouilloire à bec « cœur »", "1\u{a0}204,10\u{a0}€", false),
                line("Total", "−24,99\u{a0}€", true),
            ],
        }],
        foot: "Counterfoil".to_owned(),
    }
}

/// An invoice of so many pages, as small as a PDF can be; its index is repaired.
fn invoice(pages: usize) -> Vec<u8> {
    let kids: Vec<String> = (0..pages)
        .map(|page| format!("{} 0 R", page + 10))
        .collect();
    let mut pdf = format!(
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [{}] /Count {pages} >>\nendobj\n\
         5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n",
        kids.join(" ")
    );
    for page in 0..pages {
        let (number, content) = (
            page + 10,
            format!("BT /F1 24 Tf 72 342 Td (Facture {page}) Tj ET"),
        );
        pdf.push_str(&format!(
            "{number} 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents {0} 0 R /Resources << /Font << /F1 5 0 R >> >>\n\
             /AA << /O << /S /JavaScript /JS (app.alert\\(1\\)) >> >> >>\nendobj\n\
             {0} 0 obj\n<< /Length {1} >>\nstream\n{content}\nendstream\nendobj\n",
            number + 100,
            content.len()
        ));
    }
    pdf.push_str("trailer\n<< /Root 1 0 R >>\n%%EOF\n");
    pdf.into_bytes()
}

#[test]
fn the_cover_is_read_back_letter_by_letter() {
    let written = write(Some(&cover()), Vec::new()).unwrap();
    let pdf = opened(&written);
    assert_eq!(pdf.count(), 1);
    let rows = rows(&pdf, 0);
    for expected in [
        "Preuve d’achat : Électro & Cie",
        "Date 1er déc. 2026",
        "Bouilloire à bec « cœur » 1 204,10 €",
        "Total −24,99 €",
        "Counterfoil",
    ] {
        let found = rows
            .iter()
            .any(|row| row.replace('\u{a0}', " ") == expected);
        assert!(found, "{expected} is on the sheet: {rows:?}");
    }
}

#[test]
fn the_pages_of_a_pdf_stay_words_and_keep_their_size() {
    let written = write(Some(&cover()), vec![plain(invoice(3))]).unwrap();
    let pdf = opened(&written);
    assert_eq!(pdf.count(), 4);
    for place in 0..3 {
        assert_eq!(rows(&pdf, place + 1), [format!("Facture {place}")]);
        let page = pdf.page(place + 1).unwrap();
        assert_eq!((page.width, page.height), (300.0, 400.0));
    }
    assert!(
        !written.windows(4).any(|four| four == b"/JS "),
        "what would act is left behind"
    );
}

#[test]
fn words_wrap_and_go_on_on_the_next_sheet() {
    let long = "mot ".repeat(40);
    let sheet = Sheet {
        title: "Commande 40-22817".to_owned(),
        head: vec!["De : Volt & Cie".to_owned()],
        text: vec![long.as_str(); 60].join("\n"),
        cut: "…".to_owned(),
    };
    let pdf = opened(&write(None, vec![Original::Words(sheet)]).unwrap());
    assert!(pdf.count() > 1, "{}", pdf.count());
    let said: usize = (0..pdf.count())
        .map(|place| {
            let words = rows(&pdf, place).join(" ");
            words.split_whitespace().filter(|one| *one == "mot").count()
        })
        .sum();
    assert_eq!(said, 40 * 60, "no word is lost at an edge");
    for place in 0..pdf.count() {
        let page = pdf.page(place).unwrap();
        let right = page.rows.iter().flat_map(|row| row.words.iter());
        assert!(
            right.map(|word| word.right).fold(0.0, f64::max) < page.width - 50.0,
            "nothing runs over the margin"
        );
    }
}

#[test]
fn a_word_without_end_is_broken_and_a_text_without_end_is_cut_and_says_so() {
    let sheet = Sheet {
        title: "Titre".to_owned(),
        text: vec!["x".repeat(300); 2_000].join("\n"),
        cut: "La suite n’est pas imprimée".to_owned(),
        ..Sheet::default()
    };
    let pdf = opened(&write(None, vec![Original::Words(sheet)]).unwrap());
    assert!(pdf.count() <= 42, "{}", pdf.count());
    let last = rows(&pdf, pdf.count() - 1);
    assert!(
        last.iter().any(|row| row.contains("La suite n’est pas")),
        "{last:?}"
    );
}

#[test]
fn letters_that_the_typeface_lacks_leave_a_frame_and_the_others_stay() {
    let sheet = Sheet {
        title: "Ελλάδα Київ 株式会社".to_owned(),
        ..Sheet::default()
    };
    let pdf = opened(&write(None, vec![Original::Words(sheet)]).unwrap());
    let rows = rows(&pdf, 0);
    assert!(rows[0].contains("Ελλάδα Київ"), "{rows:?}");
}

#[test]
fn a_picture_fills_a_sheet_of_its_own_and_what_is_none_is_told_by_its_place() {
    let png = Pdf::open(&invoice(1), None).unwrap().draw(0, 400).unwrap();
    let jpeg = source::picture::printed(&png.png).unwrap();
    let pdf = opened(&write(None, vec![Original::Picture(jpeg)]).unwrap());
    let page = pdf.page(0).unwrap();
    assert_eq!((pdf.count(), page.pictures), (1, 1));
    for bad in [
        plain(b"%PDF-1.4 nothing".to_vec()),
        Original::Picture(b"\xFF\xD8\xFF".to_vec()),
    ] {
        let refused = write(None, vec![Original::Words(Sheet::default()), bad]);
        assert!(matches!(refused, Err(print::Error::Original(1))));
    }
}

#[test]
fn a_protected_pdf_is_taken_over_in_clear_with_its_password() {
    let invoice = include_bytes!("../../../../tests/corpus/receipt/locked/invoice.pdf");
    let locked = |password: &str| {
        vec![Original::Pdf {
            bytes: invoice.to_vec(),
            password: Some(password.to_owned()),
        }]
    };
    let pdf = opened(&write(None, locked("pomme")).unwrap());
    assert!(
        rows(&pdf, 0).iter().any(|row| row.contains("FA-2026-118")),
        "it opens without a password now"
    );
    let refused = write(None, locked("poire"));
    assert!(matches!(refused, Err(print::Error::Original(0))));
}
