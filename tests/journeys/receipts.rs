//! A purchase from its confirmation to its payment: mails and statements of invented people, in any order.

use std::path::Path;

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

/// An e-invoice (`380`) or credit note (`381`) that quotes an order.
fn invoice(kind: &str, number: &str, order: &str, day: &str, total: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<a:CrossIndustryInvoice xmlns:a="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:r="r" xmlns:u="u">
 <a:ExchangedDocument><r:ID>{number}</r:ID><r:TypeCode>{kind}</r:TypeCode>
  <r:IssueDateTime><u:DateTimeString format="102">{day}</u:DateTimeString></r:IssueDateTime></a:ExchangedDocument>
 <a:SupplyChainTradeTransaction>
  <r:ApplicableHeaderTradeAgreement>
   <r:SellerTradeParty><r:Name>Volt &amp; Cie</r:Name></r:SellerTradeParty>
   <r:BuyerTradeParty><r:Name>Ada</r:Name></r:BuyerTradeParty>
   <r:BuyerOrderReferencedDocument><r:IssuerAssignedID>{order}</r:IssuerAssignedID></r:BuyerOrderReferencedDocument>
  </r:ApplicableHeaderTradeAgreement>
  <r:ApplicableHeaderTradeDelivery/>
  <r:ApplicableHeaderTradeSettlement>
   <r:InvoiceCurrencyCode>EUR</r:InvoiceCurrencyCode>
   <r:SpecifiedTradeSettlementHeaderMonetarySummation>
    <r:GrandTotalAmount>{total}</r:GrandTotalAmount><r:DuePayableAmount>{total}</r:DuePayableAmount>
   </r:SpecifiedTradeSettlementHeaderMonetarySummation>
  </r:ApplicableHeaderTradeSettlement>
 </a:SupplyChainTradeTransaction>
</a:CrossIndustryInvoice>"#
    )
}

/// A month in which Volt is paid twice and gives the lesser amount back.
fn statement() -> String {
    let rows = [
        ("20261005", "-64.90", "V1"),
        ("20261008", "-30.00", "V2"),
        ("20261021", "30.00", "V3"),
    ];
    let rows: String = rows
        .iter()
        .map(|(day, amount, id)| {
            format!("<STMTTRN><TRNTYPE>POS<DTPOSTED>{day}<TRNAMT>{amount}<FITID>{id}<NAME>CARTE VOLT ET CIE</STMTTRN>\n")
        })
        .collect();
    account(&rows)
}

/// A statement of these rows.
fn account(rows: &str) -> String {
    format!(
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:UTF-8\nCHARSET:NONE\nCOMPRESSION:NONE\n\n\
         <OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>EUR\n\
         <BANKACCTFROM><BANKID>10107<ACCTID>04178820316<ACCTTYPE>CHECKING</BANKACCTFROM>\n<BANKTRANLIST>\n{rows}\
         </BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"
    )
}

#[test]
fn a_credit_note_says_which_purchase_is_given_back_in_part_whatever_came_first() {
    let files = [
        ("statement.ofx", statement()),
        (
            "invoice.xml",
            invoice("380", "F-1001", "CMD26001", "20261005", "64.90"),
        ),
        (
            "credit.xml",
            invoice("381", "A-2001", "CMD26001", "20261020", "30.00"),
        ),
    ];
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
        let terminal = Terminal::with_ledger();
        for (name, text) in order.map(|at| &files[at]) {
            terminal.import(&terminal.file(name, text));
        }
        let items = list(&terminal, "timeline");
        let of_amount = |amount: &str| {
            let found = items.iter().find(|item| item["money"]["amount"] == amount);
            found.unwrap().clone()
        };
        let (bought, back) = (of_amount("-64.90"), of_amount("30.00"));
        assert_eq!(
            back["refundOf"]["entry"], bought["id"],
            "{order:?}: not the purchase of its amount, but the one that it quotes"
        );
        assert_eq!(bought["cost"]["amount"], "-34.90", "what it really cost");
        assert_eq!(bought["isRefunded"], false, "not all of it came back");
        assert!(of_amount("-30.00")["cost"].is_null());
        terminal.verify();
    }
}

#[test]
fn the_words_of_a_mail_find_the_receipt_that_waits_and_then_its_payment() {
    let terminal = Terminal::with_ledger();
    let found = |words: &str| {
        let found = terminal.foil(&["search", "--json", words]).json();
        found.as_array().unwrap().clone()
    };
    terminal.import(&terminal.file("order.eml", order()));
    let waits = found("merci commande");
    assert_eq!(waits.len(), 1, "{waits:?}");
    assert_eq!(waits[0]["kind"], "waiting");
    terminal.import(&terminal.file("october.ofx", ofx("2026-10-01", "2026-10-31")));
    let paid = found("40-22817 24,99");
    assert_eq!(paid.len(), 1, "{paid:?}");
    assert_eq!(
        (&paid[0]["kind"], &paid[0]["money"]["amount"]),
        (&"entry".into(), &"-24.99".into())
    );
    let told = terminal.foil(&["search", "confirmation"]);
    assert!(
        told.out.contains("order.eml") && told.out.contains("Confirmation de votre commande"),
        "the mail is named, and the words around the hit: {}",
        told.out
    );
    terminal.verify();
}
/// A mail with an invoice attached, as shops send them; the PDF's index is repaired.
fn order_with_invoice() -> String {
    let content =
        "BT /F1 18 Tf 72 742 Td (Facture FA-2026-118) Tj 0 -30 Td (Bouilloire   24,99 EUR) Tj ET";
    let pdf = format!(
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n\
         3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n\
         4 0 obj\n<< /Length {} >>\nstream\n{content}\nendstream\nendobj\n\
         5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n",
        content.len()
    );
    let text = order();
    let (head, body) = text.split_once("\r\n\r\n").unwrap();
    let head = head.replace(
        "Content-Type: text/plain; charset=utf-8",
        "Content-Type: multipart/mixed; boundary=part",
    );
    format!(
        "{head}\r\n\r\n--part\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{body}\r\n--part\r\n\
         Content-Type: application/pdf; name=\"facture.pdf\"\r\nContent-Disposition: attachment; filename=\"facture.pdf\"\r\nContent-Transfer-Encoding: binary\r\n\r\n{pdf}\r\n--part--\r\n"
    )
}

/// The text of each page of a PDF.
fn pages(path: &Path) -> Vec<String> {
    let pdf = source::pdf::Pdf::open(&std::fs::read(path).unwrap(), None).unwrap();
    let pages = pdf.pages().unwrap();
    let text = |page: &source::pdf::Page| {
        let rows = page.rows.iter();
        let words = rows.flat_map(|row| row.words.iter().map(|word| word.text.as_str()));
        let text: Vec<&str> = words.collect();
        text.join(" ").replace('\u{a0}', " ")
    };
    pages.iter().map(text).collect()
}

#[test]
fn a_purchase_is_printed_with_what_the_bank_and_the_shop_say_of_it() {
    let terminal = Terminal::with_ledger();
    terminal.import(&terminal.file("order.eml", order_with_invoice()));
    terminal.import(&terminal.file("october.ofx", ofx("2026-10-01", "2026-10-31")));
    let receipt = paid(&terminal)[0]["receipts"][0]["id"].to_string();
    for (lang, expected) in [
        ("fr", ["Preuve d’achat", "24,99 €", "ligne", "order.eml"]),
        ("en", ["Proof of purchase", "€24.99", "line", "order.eml"]),
    ] {
        let file = terminal.file(&format!("{lang}.pdf"), "");
        let path = file.to_str().unwrap();
        let done = terminal.foil(&["print", "--lang", lang, &receipt, path]);
        assert_eq!(done.status, 0, "{}", done.err);
        let pages = pages(&file);
        let cover = &pages[0];
        for part in expected {
            assert!(cover.contains(part), "{part} stands on the cover: {cover}");
        }
        assert!(
            cover.contains("october.ofx"),
            "where the bank says it: {cover}"
        );
        let behind = &pages[1..];
        assert_eq!(behind.len(), 2, "the mail and its invoice: {pages:?}");
        assert!(
            behind[0].contains("Merci pour votre commande"),
            "{behind:?}"
        );
        assert!(behind[1].contains("Facture FA-2026-118"), "{behind:?}");
    }
}

#[test]
fn an_original_that_was_forgotten_or_cannot_be_printed_is_told_on_the_cover() {
    let terminal = Terminal::with_ledger();
    let bomb = order_with_invoice().replace(
        "(Facture FA-2026-118) Tj",
        &"0 0 595 842 re f ".repeat(200_000),
    );
    terminal.import(&terminal.file("order.eml", bomb));
    let receipt = list(&terminal, "receipts")[0]["id"].to_string();
    let file = terminal.file("proof.pdf", "");
    let done = terminal.foil(&["print", &receipt, file.to_str().unwrap()]);
    assert_eq!(done.status, 0, "{}", done.err);
    assert!(pages(&file)[0].contains("order.eml"), "the cover is there");
    let none = terminal.foil(&["print", "999", file.to_str().unwrap()]);
    assert_eq!(none.status, 2, "there is no such receipt");
}

/// What is asked about a parcel in its merchant's conversation.
fn asks(terminal: &Terminal) -> Vec<bool> {
    let app = terminal.window();
    let inbox = app.receipt_inbox(50).unwrap();
    inbox.upcoming.iter().map(|one| one.asks_arrival).collect()
}

#[test]
fn a_parcel_that_should_be_there_is_asked_about_once() {
    let terminal = Terminal::with_ledger();
    let days = |ahead: i64| {
        let day = chrono::Local::now().date_naive() + chrono::TimeDelta::days(ahead);
        day.format("%d/%m/%Y").to_string()
    };
    let mail = |subject: &str, expected: &str| {
        let text = format!(
            "Bonjour Léa,\r\n\r\nVotre commande n° 40-22817 a été expédiée.\r\nTotal TTC : 24,99 €\r\nLivraison prévue le {expected}."
        );
        let date = chrono::Local::now().to_rfc2822();
        mail(&date, subject, &text)
    };
    let first = mail("Votre commande 40-22817 a été expédiée", &days(0));
    terminal.import(&terminal.file("shipped.eml", first));
    assert_eq!(asks(&terminal), [true], "it is due today");
    let parcels = list(&terminal, "deliveries");
    let receipt = parcels[0]["receipt"].as_i64().unwrap();
    let app = terminal.window();
    let said = app.mark_absent(receipt).unwrap();
    drop(app);
    assert_eq!(
        asks(&terminal),
        [false],
        "and asked about once, even in a new window"
    );
    assert!(
        terminal.window().mark_absent(receipt).is_err(),
        "nothing is asked any more"
    );
    terminal.foil(&["undo", &said.to_string()]);
    assert_eq!(asks(&terminal), [true], "the answer can be taken back");
    let app = terminal.window();
    app.mark_arrived(receipt).unwrap();
    drop(app);
    let inbox = terminal.window().receipt_inbox(50).unwrap();
    let kinds: Vec<&str> = inbox
        .upcoming
        .iter()
        .map(|one| one.upcoming_kind.as_str())
        .collect();
    assert_eq!(kinds, ["return"], "it is there, and can be sent back");
    assert!(list(&terminal, "deliveries").is_empty());
    terminal.verify();
}

#[test]
fn the_tray_tells_the_next_parcel_until_it_is_there() {
    let terminal = Terminal::with_ledger();
    let days = |ahead: i64| chrono::Local::now().date_naive() + chrono::TimeDelta::days(ahead);
    for (order, ahead) in [(4, 9), (3, 6), (2, -2)] {
        let text = format!(
            "Bonjour Léa,\r\n\r\nVotre commande n° 40-2281{order} a été expédiée.\r\nTotal TTC : 2{order},99 €\r\nLivraison prévue le {}.",
            days(ahead).format("%d/%m/%Y")
        );
        let date = chrono::Local::now().to_rfc2822();
        let subject = format!("Votre commande 40-2281{order} a été expédiée");
        let file = terminal.file(&format!("{order}.eml"), mail(&date, &subject, &text));
        terminal.import(&file);
    }
    let app = terminal.window();
    let first = || app.tray_lines().remove(0).label;
    let expected = |ahead| {
        let day = text::date(days(ahead), text::DateStyle::Week, text::Lang::En);
        format!("Parcel expected, {day}")
    };
    assert_eq!(first(), expected(6), "neither the later nor the late one");
    let parcels = app.deliveries().unwrap();
    let next = days(6).to_string();
    let is_next = |one: &&api::receipts::DeliveryItem| {
        one.until.as_ref().or(one.from.as_ref()) == Some(&next)
    };
    let receipt = parcels.iter().find(is_next).unwrap().receipt;
    app.mark_arrived(receipt).unwrap();
    assert_eq!(first(), expected(9));
}

#[test]
fn the_same_mail_and_the_same_order_again_are_one_receipt() {
    let terminal = Terminal::with_ledger();
    terminal.import(&terminal.file("order.eml", order()));
    terminal.import(&terminal.file("again.eml", order()));
    let once = list(&terminal, "receipts");
    assert_eq!(once.len(), 1, "{once:?}");
    assert_eq!(
        once[0]["receipt"]["documents"], 1,
        "the same bytes are one document"
    );
    let forwarded = order().replace("Bonjour Léa", "Bonjour chère Léa");
    terminal.import(&terminal.file("forwarded.eml", forwarded));
    terminal.import(&terminal.file("shipped.eml", shipped()));
    let again = list(&terminal, "receipts");
    assert_eq!(again.len(), 1, "{again:?}");
    assert_eq!(
        again[0]["receipt"]["documents"], 3,
        "one receipt of three originals"
    );
    assert_eq!(
        again[0]["receipt"]["total"]["amount"], "24.99",
        "and its total once"
    );
    terminal.verify();
}

#[test]
fn what_a_gift_card_paid_is_the_shown_remainder() {
    let terminal = Terminal::with_ledger();
    let text = "Bonjour Léa,\r\n\r\nMerci pour votre commande n° 40-22817 du 18 octobre 2026.\r\n\r\nTotal TTC : 44,99 €\r\n\
        Carte cadeau : -20,00 €\r\nReste à payer : 24,99 €\r\n";
    let mail = mail(
        "Sun, 18 Oct 2026 09:12:00 +0200",
        "Confirmation de votre commande 40-22817",
        text,
    );
    terminal.import(&terminal.file("order.eml", mail));
    terminal.import(&terminal.file("october.ofx", ofx("2026-10-01", "2026-10-31")));
    let paid = paid(&terminal);
    assert_eq!(paid.len(), 1, "{paid:?}");
    let receipt = &paid[0]["receipts"][0];
    assert_eq!(receipt["total"]["amount"], "44.99", "{receipt}");
    assert_eq!(receipt["difference"]["amount"], "20.00", "{receipt}");
    assert_eq!(
        receipt["isPaidOtherwise"], true,
        "the receipt says so itself: {receipt}"
    );
    terminal.verify();
}

#[test]
fn the_window_is_given_as_many_receipts_as_it_shows_and_how_many_there_are() {
    let terminal = Terminal::with_ledger();
    let letters: String = (0..5)
        .map(|number| {
            let text = order().replace("40-22817", &format!("40-2281{number}"));
            format!(
                "From a@b Sun Oct 18 09:12:00 2026\n{}\n\n",
                text.replace("\r\n", "\n")
            )
        })
        .collect();
    terminal.import(&terminal.file("orders.mbox", letters));
    let inbox = terminal.window().receipt_inbox(2).unwrap();
    assert_eq!((inbox.waiting.len(), inbox.waiting_count), (2, 5));
    assert_eq!(inbox.waiting_in.len(), 1, "all wait in one conversation");
    assert_eq!(list(&terminal, "receipts").len(), 5, "a terminal lists all");
}

#[test]
fn a_protected_original_is_printed_with_its_password_and_told_of_without() {
    let terminal = Terminal::with_ledger();
    terminal.import(&terminal.file("order.eml", order()));
    let locked = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/receipt/locked/invoice.pdf");
    let path = locked.to_str().unwrap();
    let import = ["import", "--yes", "--answer", "password=pomme", path];
    assert_eq!(terminal.foil(&import).status, 0);
    let receipt = list(&terminal, "receipts");
    assert_eq!(receipt.len(), 1, "both are of one order: {receipt:?}");
    let receipt = receipt[0]["id"].to_string();
    let file = terminal.file("proof.pdf", "");
    let print = |answers: &[&str]| {
        let arguments = ["print", "--json", &receipt, file.to_str().unwrap()];
        terminal.foil(&[&arguments, answers].concat())
    };
    let without = print(&[]);
    assert_eq!(without.status, 1, "done, with a finding: {}", without.err);
    assert_eq!(without.json()["locked"][0], "invoice.pdf");
    assert!(
        without.err.contains("--answer password="),
        "{}",
        without.err
    );
    assert!(pages(&file)[0].contains("protected by a password"));
    let with = print(&["--answer", "password=poire", "--answer", "password=pomme"]);
    assert_eq!(with.status, 0, "{}", with.err);
    let behind = pages(&file)[1..].join(" ");
    assert!(behind.contains("Merci pour votre commande"), "{behind}");
    assert!(behind.contains("FA-2026-118"), "{behind}");
}

#[test]
fn every_conversation_with_a_question_is_known_however_few_receipts_are_listed() {
    let terminal = Terminal::with_ledger();
    let mut rows = String::new();
    for (number, name) in ["VOLT", "NORD", "ATELIER"].iter().enumerate() {
        for day in ["20261018", "20261019"] {
            rows += &format!(
                "<STMTTRN><TRNTYPE>POS<DTPOSTED>{day}<TRNAMT>-24.99<FITID>{day}{number}<NAME>CARTE {name} LYON</STMTTRN>\n"
            );
        }
        let order = order()
            .replace("Volt & Cie", &format!("{} Lyon", name.to_lowercase()))
            .replace("40-22817", &format!("40-2281{number}"));
        terminal.import(&terminal.file(&format!("{name}.eml"), order));
    }
    terminal.import(&terminal.file("october.ofx", account(&rows)));
    let inbox = terminal.window().receipt_inbox(1).unwrap();
    assert_eq!((inbox.waiting.len(), inbox.in_doubt_count), (1, 3));
    assert_eq!(inbox.asking_in.len(), 3, "{:?}", inbox.asking_in);
}
