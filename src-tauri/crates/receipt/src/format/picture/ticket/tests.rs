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
            "FRUTERIA LUNA, S.A. | 2026-03-12 | 3.63 | 0.14 | EUR",
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

/// Total, tax, sum of the lines, day, last digits of the card.
fn summed(text: &str) -> String {
    let receipt = ticket(text);
    let sum: Decimal = receipt.lines.iter().filter_map(|line| line.amount).sum();
    let parts = [
        shown(&receipt.total),
        shown(&receipt.tax_total),
        sum.to_string(),
        shown(&receipt.issued_on),
        shown(&receipt.payment.card_ending),
    ];
    parts.join(" ")
}

#[test]
fn tickets_of_many_tills_are_read() {
    let mut wrong = Vec::new();
    for (text, want) in [
        (
            "SUPERETTE DES HALLES\n3 place du Marché 35000 RENNES\nTél : 02 99 00 00 00\nCaisse 2 14/02/2026 18:04:11\nBAGUETTE\t1,10\n\
             TOMATES\t2,37\n0,475 kg x 4,99 €/kg\nYAOURT X8\t2,89\nREMISE IMMEDIATE\t-0,36\nNB ARTICLES 3\nTOTAL A PAYER\t6,00 €\n\
             CARTE BANCAIRE\t6,00 €\nTaux\tHT\tTVA\tTTC\n5,50%\t5,69\t0,31\t6,00\nTOTAL\t5,69\t0,31\t6,00",
            "6.00 0.31 6.00 2026-02-14 -",
        ),
        (
            "LE PETIT COMPTOIR\nSARL BISTROT MOREL\nTable 5 Couverts 2\nLe 03/04/2026 à 13h12\n2 MENU MIDI\t39,80\n1 VERRE VIN\t6,50\n2 CAFE\t4,40\n\
             TOTAL TTC\t50,70\nDont TVA 10,00%\t4,02\nDont TVA 20,00%\t1,08\nCB\t50,70\nMerci et à bientôt",
            "50.70 5.10 50.70 2026-04-03 -",
        ),
        (
            "PHARMACIE DU CENTRE\n21-11-2025 10:33\nDOLIPRANE 1G\t2,18\nSERUM PHY\t3,90\nMONTANT TOTAL EUR\t6,08\nESPECES\t10,00\nRENDU MONNAIE\t3,92\nTVA 2,10%\t0,04\nTVA 20%\t0,65",
            "6.08 0.69 6.08 2025-11-21 -",
        ),
        (
            "GREEN GROCER LTD\n17 Mill Lane, York\nMilk 2L\t1.55\nBread\t1.20\nApples\t2.00\nClubcard savings\t-0.50\nBALANCE DUE\t4.25\nDebit Mastercard\t4.25\n************9911\n03/12/25 17:41",
            "4.25 - 4.25 2025-12-03 9911",
        ),
        (
            "CITY DINER\n12 Jan 2026 20:15\nBurger\t12.00\nFries\t4.50\nSubtotal\t16.50\nSales tax\t1.32\nTotal\t17.82\nVISA XXXXXXXXXXXX1881",
            "17.82 1.32 16.50 2026-01-12 1881",
        ),
        (
            "ULTRAMARINOS SOL S.L.\nCIF B12345674\n09/01/2026 11:20 Factura simplificada 2261-012-1234\n1 ACEITE OLIVA 1L\t7,95\n3 TOMATE TRITURADO\t2,10\n\
             TOTAL\t10,05\nEFECTIVO\t20,00\nCAMBIO\t9,95\nIVA\tBASE\tCUOTA\n4%\t7,64\t0,31\n10%\t1,91\t0,19",
            "10.05 0.50 10.05 2026-01-09 -",
        ),
        (
            "Supermarkt De Linde\n28-01-2026 17:05 Bon 4471\nKAAS JONG\t5,49\nSTATIEGELD\t0,25\nSubtotaal\t5,74\nTotaal\t5,74\nPIN\t5,74\nBTW\tover\tEUR\n9,00%\t5,04\t0,45",
            "5.74 0.45 5.74 2026-01-28 -",
        ),
        (
            "ALIMENTARI ROSSI\nVia Roma 3\nDOCUMENTO COMMERCIALE\ndi vendita o prestazione\nDESCRIZIONE\tIVA\tPrezzo(€)\nPANE\t4%\t1,80\nPROSCIUTTO\t10%\t5,40\n\
             TOTALE COMPLESSIVO\t7,20\ndi cui IVA\t0,56\nPagamento contante\t10,00\nResto\t2,80\n05-02-2026 12:10",
            "7.20 0.56 7.20 2026-02-05 -",
        ),
        (
            "BIOMARKT GRÜN\nLinsenweg 4 50667 Köln\n4 x 0,45\nBIO ZITRONE\t1,80 2\nHAFERDRINK\t1,99 2\nRABATT 20%\t-0,40 2\nSUMME €\t3,39\nEC-Cash\t3,39\n\
             MWST%\tMWST\tNETTO\tBRUTTO\n2 7,00%\t0,22\t3,17\t3,39\n19.02.26 09:12 Beleg-Nr. 7712",
            "3.39 0.22 3.39 2026-02-19 -",
        ),
    ] {
        let found = summed(text);
        if found != want {
            wrong.push(format!("{text}\n  read {found}\n  true {want}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
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
