#![allow(clippy::unwrap_used)]
use super::*;

/// Words as a recogniser places them: one row per line, a letter ten wide, cells parted by tabs far apart.
fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    for (line, row) in (0_u32..).zip(text.lines()) {
        for (column, cell) in (0_u32..).zip(row.split('\t')) {
            let mut left = column * 400;
            for word in cell.split(' ').filter(|word| !word.is_empty()) {
                let width = u32::try_from(word.chars().count()).unwrap() * 10;
                words.push(Word {
                    text: word.to_owned(),
                    left,
                    top: line * 40,
                    width,
                    height: 20,
                    confidence: 90,
                });
                left += width + 10;
            }
        }
    }
    words
}

fn ticket(text: &str) -> Receipt {
    read(&words(text)).unwrap_or_else(|| panic!("a ticket: {text}"))
}

fn shown<T: ToString>(found: &Option<Found<T>>) -> String {
    found
        .as_ref()
        .map_or("-".to_owned(), |found| found.value.to_string())
}

/// Shop, day, total, tax, currency.
fn told(receipt: &Receipt) -> String {
    let parts = [
        shown(&receipt.merchant),
        shown(&receipt.issued_on),
        shown(&receipt.total),
        shown(&receipt.tax_total),
        receipt
            .currency
            .as_ref()
            .map_or("-".to_owned(), |found| found.value.to_string()),
    ];
    parts.join(" | ")
}

fn amounts_of(receipt: &Receipt) -> Vec<String> {
    receipt
        .lines
        .iter()
        .map(|line| line.amount.unwrap().to_string())
        .collect()
}

#[test]
fn a_french_ticket_is_read_to_the_card_that_paid() {
    let receipt = ticket(
        "ÉPICERIE DU PONT\n12 rue des Lilas 69007 LYON\n16.05.26 17:20 Ticket 004411\nPARQUET CHENE 1,8M2 x12\t1 078,80\n\
         SOUS-COUCHE x4\t119,60\nTOTAL\t1 198,40\nCB ************4242\t1 198,40\ndont TVA 20%\t199,73\nMerci de votre visite",
    );
    assert_eq!(
        told(&receipt),
        "ÉPICERIE DU PONT | 2026-05-16 | 1198.40 | 199.73 | EUR"
    );
    assert_eq!(amounts_of(&receipt), ["1078.80", "119.60"]);
    assert_eq!(
        receipt.lines.first().unwrap().quantity,
        Some(Decimal::from(12))
    );
    assert_eq!(shown(&receipt.payment.card_ending), "4242");
    assert_eq!(shown(&receipt.invoice_number), "004411");
    assert_eq!(receipt.kind, ReceiptKind::Receipt);
    assert_eq!(
        receipt.currency.unwrap().origin,
        Origin::Guess,
        "no sign of a currency is printed"
    );
}

#[test]
fn a_table_of_tax_is_told_apart_by_arithmetic() {
    let receipt = ticket(
        "*** M A R K T H A L L E GmbH ***\nUID Nr.: DE111222333\n\tEUR\nBROETCHEN\t0,79 B\nMILCH\t0,51 B\nPILS\t0,70 A\n2 Stk x 0,35\n\
         PFAND 0,25 EURO\t0,50 A\nSUMME\tEUR\t2,50\nGeg. BAR\tEUR\t5,00\nRückgeld BAR\tEUR\t2,50\nSteuer %\tNetto\tSteuer\tBrutto\n\
         A= 19,0%\t1,01\t0,19\t1,20\nB= 7,0%\t1,21\t0,09\t1,30\nGesamtbetrag\t2,22\t0,28\t2,50\n06.06.2025\t21:45\tBon-Nr.:8381",
    );
    assert_eq!(
        told(&receipt),
        "MARKTHALLE GmbH | 2025-06-06 | 2.50 | 0.28 | EUR"
    );
    assert_eq!(amounts_of(&receipt), ["0.79", "0.51", "0.70", "0.50"]);
    assert_eq!(receipt.lines.get(2).unwrap().quantity, Some(Decimal::TWO));
    let rates: Vec<Option<Decimal>> = receipt.taxes.iter().map(|tax| tax.rate).collect();
    assert_eq!(rates, [Some(Decimal::from(19)), Some(Decimal::from(7))]);
}

#[test]
fn without_a_word_for_total_what_was_handed_over_less_the_change_is_it() {
    let receipt = ticket(
        "Hofladen Schmitz GmbH\nWurst\t2,92\nKaese\t2,90\nLeergutbon\t0,25-\nZwischensumme\tEUR\t5,57\nEURO\t20,00\nRueckgeld\tEUR\t14,43\n\
         1 MwSt 7% von\t5,57\t0,36\nDat.31.08.2025 Zeit19:22:02",
    );
    assert_eq!(
        told(&receipt),
        "Hofladen Schmitz GmbH | 2025-08-31 | 5.57 | 0.36 | EUR"
    );
    assert_eq!(amounts_of(&receipt), ["2.92", "2.90", "-0.25"]);
}

#[test]
fn tickets_of_other_languages_are_read() {
    for (text, want) in [
        (
            "BLUE LAMP CAFE\n08 Aug 2026 13:02\n2 Flat White\t7.00\n1 Brownie\t3.20\nSubtotal\t10.20\nTOTAL\tGBP 10.20\nVAT 20% incl.\t1.70\nVISA CONTACTLESS ****4242",
            "BLUE LAMP CAFE | 2026-08-08 | 10.20 | 1.70 | GBP",
        ),
        (
            "BAR DEL PONTE\nDOCUMENTO COMMERCIALE\n12-03-2026 08:31 DOC N. 0123-0045\nCAFFE' x2\t2,60\nCORNETTO\t1,50\nTOTALE COMPLESSIVO\t4,10\ndi cui IVA\t0,37\nPagamento elettronico\t4,10",
            "BAR DEL PONTE | 2026-03-12 | 4.10 | 0.37 | EUR",
        ),
        (
            "VERS VAN HIER\n12-03-2026 18:22\nMELK\t1,29\nBROOD\t2,19\nBONUS\t-0,40\nTOTAAL\t3,08\nPINNEN\t3,08\nBTW 9%\t0,25",
            "VERS VAN HIER | 2026-03-12 | 3.08 | 0.25 | EUR",
        ),
        (
            "FRUTERIA LUNA, S.A.\n12/03/2026 20:11 OP: 114477\n1 LECHE ENTERA\t0,93\n2 PAN MOLDE\t2,70\nTOTAL (€)\t3,63\nTARJETA BANCARIA\t3,63\nIVA 4%\t0,14",
            "FRUTERIA LUNA | 2026-03-12 | 3.63 | 0.14 | EUR",
        ),
        (
            "CAFÉ DU LAC\nLAUSANNE\n12.03.2026 20:11\nMENU DU JOUR\t21.00\nTOTAL\t21.00\nTVA 8.1%\t1.57\nCarte",
            "CAFÉ DU LAC | 2026-03-12 | 21.00 | 1.57 | CHF",
        ),
    ] {
        let receipt = ticket(text);
        assert_eq!(told(&receipt), want);
        let sum: Decimal = receipt.lines.iter().filter_map(|line| line.amount).sum();
        assert_eq!(
            Some(sum),
            receipt.total.map(|total| total.value),
            "the lines of {want}"
        );
    }
}

#[test]
fn a_misread_label_and_a_misread_zero_are_mended() {
    let receipt =
        ticket("ÉPICERIE DU PONT\n16/05/2026 17:20\nPAIN\t2,2O\nTOTAI TTC\t2,20\nCB\t2,20");
    assert_eq!(shown(&receipt.total), "2.20");
    assert_eq!(amounts_of(&receipt), ["2.20"]);
}

#[test]
fn what_adds_up_beats_what_is_merely_labelled() {
    let receipt = ticket(
        "ÉPICERIE DU PONT\n16/05/2026 17:20\nPAIN\t2,20\nLAIT\t1,10\nTOTAL\t8,30\nCARTE BANCAIRE\t3,30\nTVA 5,5%\t0,17",
    );
    assert_eq!(shown(&receipt.total), "3.30");
}

#[test]
fn advertisements_lists_and_statements_are_no_tickets() {
    for text in [
        "SOLDES D'ÉTÉ\nCHEMISE\t19,99\nPANTALON\t29,99\nTout doit disparaître",
        "Total respect\nMenu\t12,00",
        "Total\t12,00",
        "BANQUE DU PONT\nRELEVÉ DE COMPTE\n01/03/2026 CARTE\t12,00\nTOTAL DES OPÉRATIONS\t12,00\nNouveau solde\t100,00",
        "Chat assis\nsur un mur",
        "",
    ] {
        assert_eq!(read(&words(text)), None, "{text}");
    }
}
