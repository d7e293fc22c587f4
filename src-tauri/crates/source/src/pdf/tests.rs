#![allow(clippy::unwrap_used)]
use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::*;

/// A PDF of these objects, the first of which is its catalogue, with its index and what `trailer` adds.
fn pdf(objects: &[String], trailer: &str) -> Vec<u8> {
    let mut file = String::from("%PDF-1.7\n");
    let mut index = String::from("0000000000 65535 f \n");
    for (at, object) in objects.iter().enumerate() {
        writeln!(index, "{:010} 00000 n ", file.len()).unwrap();
        write!(file, "{} 0 obj\n{object}\nendobj\n", at + 1).unwrap();
    }
    let (start, size) = (file.len(), objects.len() + 1);
    write!(
        file,
        "xref\n0 {size}\n{index}trailer\n<< /Root 1 0 R /Size {size} {trailer} >>\nstartxref\n{start}\n%%EOF\n"
    )
    .unwrap();
    file.into_bytes()
}

/// The objects of a PDF with a page for each of these contents.
fn pages(contents: &[&str], page: &str) -> Vec<String> {
    let kids: Vec<String> = (0..contents.len())
        .map(|at| format!("{} 0 R", 4 + 2 * at))
        .collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!(
            "<< /Type /Pages /Kids [{}] /Count {} >>",
            kids.join(" "),
            kids.len()
        ),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
            .to_owned(),
    ];
    for (at, content) in contents.iter().enumerate() {
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R /Resources << /Font << /F 3 0 R >> >> {page} >>",
            5 + 2 * at
        ));
        objects.push(stream("", content));
    }
    objects
}

fn stream(dict: &str, content: &str) -> String {
    format!(
        "<< /Length {} {dict} >>\nstream\n{content}\nendstream",
        content.len()
    )
}

fn one_page(content: &str) -> Page {
    let bytes = pdf(&pages(&[content], ""), "");
    let mut pages = Pdf::open(&bytes, None).unwrap().pages().unwrap();
    assert_eq!(pages.len(), 1);
    pages.remove(0)
}

fn rows(page: &Page) -> Vec<String> {
    page.rows.iter().map(Row::text).collect()
}

#[test]
fn words_on_one_base_line_make_a_row_in_whatever_order_they_are_drawn() {
    let page = one_page(
        "BT /F 10 Tf 1 0 0 1 400 700 Tm (12,50) Tj 1 0 0 1 50 650 Tm (Total) Tj 1 0 0 1 50 701 Tm (Lune Caf\\351) Tj ET",
    );
    assert_eq!(rows(&page), ["Lune Café 12,50", "Total"]);
    let words = &page.rows.first().unwrap().words;
    let left: Vec<i64> = words.iter().map(|word| word.left.round() as i64).collect();
    assert_eq!(left, [50, 75, 400]);
    assert_eq!(words.first().unwrap().size.round() as i64, 10);
}

#[test]
fn a_step_between_letters_parts_words_only_where_it_is_as_wide_as_a_space() {
    let page = one_page("BT /F 10 Tf 50 700 Td [(Lu) 20 (ne) -300 (Brun) -20 (e)] TJ ET");
    assert_eq!(rows(&page), ["Lune Brune"]);
}

#[test]
fn a_word_drawn_in_pieces_is_one_and_one_drawn_twice_for_boldness_is_one_too() {
    let page = one_page(
        "BT /F 10 Tf 1 0 0 1 50 700 Tm (12) Tj 1 0 0 1 300 700 Tm (x) Tj 1 0 0 1 61.12 700 Tm (,50) Tj \
         1 0 0 1 50 600 Tm (Solde) Tj 1 0 0 1 50.3 600 Tm (Solde) Tj ET",
    );
    assert_eq!(rows(&page), ["12,50 x", "Solde"]);
}

#[test]
fn a_page_that_lies_on_its_side_is_read_upright_and_print_in_the_margin_apart() {
    let lying = "BT /F 10 Tf 0 1 -1 0 100 50 Tm (Relev\\351 de compte) Tj 0 1 -1 0 120 50 Tm (Lune) Tj \
                 1 0 0 1 20 20 Tm (M1) Tj ET";
    let page = one_page(lying);
    assert_eq!(rows(&page), ["Relevé de compte", "Lune"]);
    assert_eq!((page.width as i64, page.height as i64), (842, 595));
    assert_eq!(page.aside.first().unwrap().text, "M1");
    let turned = pdf(&pages(&[lying], "/Rotate 90"), "");
    let turned = Pdf::open(&turned, None).unwrap().pages().unwrap();
    assert_eq!(rows(turned.first().unwrap()), ["Relevé de compte", "Lune"]);
}

#[test]
fn the_text_of_a_page_keeps_its_columns() {
    let page = one_page(
        "BT /F 10 Tf 1 0 0 1 50 700 Tm (02/03) Tj 1 0 0 1 120 700 Tm (PRLV LUNE) Tj 1 0 0 1 400 700 Tm (12,50) Tj \
         1 0 0 1 50 688 Tm (03/03) Tj 1 0 0 1 120 688 Tm (VIR) Tj 1 0 0 1 400 688 Tm (99,00) Tj \
         1 0 0 1 120 640 Tm (TOTAL) Tj ET",
    );
    let text = page.text();
    let lines: Vec<&str> = text.lines().collect();
    let [first, second, "", total] = lines[..] else {
        panic!("{lines:?}");
    };
    assert_eq!(first.find("12,50"), second.find("99,00"));
    assert_eq!(first.find("PRLV"), total.find("TOTAL"));
}

#[test]
fn pages_come_in_their_order_and_a_picture_alone_has_no_rows() {
    let picture = "q 500 0 0 500 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q";
    let bytes = pdf(
        &pages(&["BT /F 9 Tf 50 700 Td (Lune) Tj ET", picture], ""),
        "",
    );
    let pages = Pdf::open(&bytes, None).unwrap().pages().unwrap();
    assert_eq!(rows(pages.first().unwrap()), ["Lune"]);
    let scan = pages.last().unwrap();
    assert_eq!((scan.rows.len(), scan.pictures), (0, 1));
}

#[test]
fn a_document_without_its_index_is_repaired() {
    let mut bytes = pdf(&pages(&["BT /F 9 Tf 50 700 Td (Lune) Tj ET"], ""), "");
    let index = bytes
        .windows(5)
        .position(|window| window == b"xref\n")
        .unwrap();
    bytes.truncate(index);
    let pages = Pdf::open(&bytes, None).unwrap().pages().unwrap();
    assert_eq!(rows(pages.first().unwrap()), ["Lune"]);
}

#[test]
fn what_is_no_pdf_is_damaged() {
    for bytes in [
        &b""[..],
        b"%PDF-1.7\n",
        b"<html>%PDF-1.4</html>",
        b"%PDF-1.7 1 0 obj << /Type /Catalog",
    ] {
        assert_eq!(Pdf::open(bytes, None).err(), Some(PdfError::Damaged));
    }
}

#[test]
fn more_pages_than_the_limit_are_refused() {
    let bytes = pdf(&pages(&[""; MOST_PAGES + 1], ""), "");
    let refused = PdfError::TooLarge {
        what: "pages",
        found: MOST_PAGES + 1,
        most: MOST_PAGES,
    };
    assert_eq!(Pdf::open(&bytes, None).err(), Some(refused));
}

/// The encryption dictionary of security revision 5, which opens with this password; the contents themselves stay clear
/// (crypt filter Identity).
fn locked_by(password: &str) -> String {
    let (validation, key) = ([7u8; 8], [9u8; 8]);
    let mut user = Sha256::digest([password.as_bytes(), &validation[..]].concat()).to_vec();
    user.extend(validation);
    user.extend(key);
    let hex: String = user.iter().map(|byte| format!("{byte:02X}")).collect();
    let (owner, wrapped, perms) = ("01".repeat(48), "02".repeat(32), "03".repeat(16));
    format!(
        "/ID [<00><00>] /Encrypt << /Filter /Standard /V 5 /R 5 /Length 256 /P -4 /U <{hex}> /O <{owner}> \
         /UE <{wrapped}> /OE <{wrapped}> /Perms <{perms}> /StmF /Identity /StrF /Identity >>"
    )
}

#[test]
fn a_locked_document_wants_its_password_and_opens_with_no_other() {
    let bytes = pdf(
        &pages(&["BT /F 9 Tf 50 700 Td (Lune) Tj ET"], ""),
        &locked_by("pomme"),
    );
    assert_eq!(
        Pdf::open(&bytes, None).err(),
        Some(PdfError::PasswordWanted)
    );
    assert_eq!(
        Pdf::open(&bytes, Some("poire")).err(),
        Some(PdfError::PasswordWrong)
    );
    let pages = Pdf::open(&bytes, Some("pomme")).unwrap().pages().unwrap();
    assert_eq!(rows(pages.first().unwrap()), ["Lune"]);
}

#[test]
fn a_document_locked_by_something_else_than_a_password_says_so() {
    let trailer = "/ID [<00><00>] /Encrypt << /Filter /Adobe.PubSec /V 4 /R 4 >>";
    let bytes = pdf(&pages(&[""], ""), trailer);
    assert_eq!(
        Pdf::open(&bytes, None).err(),
        Some(PdfError::UnknownEncryption)
    );
}

#[test]
fn embedded_files_are_found_by_their_specifications_whatever_names_them() {
    let mut objects = pages(&[""], "");
    objects.push(stream("/Type /EmbeddedFile", "<facture/>"));
    objects.push(stream("/Type /EmbeddedFile", "notes"));
    // "Facturé.xml" in UTF-16BE; the second specification stands inside a names tree.
    objects.push("<< /Type /Filespec /F (x) /UF <FEFF0046006100630074007500720 0E9002E0078006D006C> /EF << /F 6 0 R /UF 6 0 R >> >>".to_owned());
    objects.push("<< /Names [(notes) << /F (not\\351.txt) /EF << /F 7 0 R >> >>] >>".to_owned());
    let bytes = pdf(&objects, "");
    let files = Pdf::open(&bytes, None).unwrap().attachments().unwrap();
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|file| (file.name.as_str(), file.bytes.as_slice()))
        .collect();
    assert_eq!(
        files,
        [("Facturé.xml", &b"<facture/>"[..]), ("noté.txt", b"notes")]
    );
}

#[test]
fn more_embedded_files_than_the_limit_are_refused() {
    let mut objects = pages(&[""], "");
    for at in 0..=MOST_ATTACHMENTS {
        let number = objects.len() + 2;
        objects.push(format!("<< /F (f{at}) /EF << /F {number} 0 R >> >>"));
        objects.push(stream("", "x"));
    }
    let bytes = pdf(&objects, "");
    let refused = Pdf::open(&bytes, None).unwrap().attachments();
    assert!(matches!(
        refused,
        Err(PdfError::TooLarge {
            what: "attachments",
            ..
        })
    ));
}

#[test]
fn a_damaged_document_never_panics() {
    let whole = pdf(
        &pages(
            &["BT /F 10 Tf 50 700 Td (Lune) Tj 12 TL T* [(a) -300 (b)] TJ ET"],
            "",
        ),
        &locked_by(""),
    );
    for at in 0..whole.len() {
        let mut cut = whole.clone();
        cut.truncate(at);
        let mut changed = whole.clone();
        if let Some(byte) = changed.get_mut(at) {
            *byte = byte.wrapping_add(1);
        }
        for bytes in [cut, changed] {
            if let Ok(pdf) = Pdf::open(&bytes, None) {
                let _ = pdf.pages();
                let _ = pdf.attachments();
            }
        }
    }
}
