use super::*;

/// A Monday.
fn read_on(text: &str) -> Labelled {
    read(text, NaiveDate::from_ymd_opt(2026, 3, 9), Origin::Label)
}

fn value<T: ToString>(found: Option<&Found<T>>) -> String {
    found.map_or_else(|| "-".to_owned(), |found| found.value.to_string())
}

#[test]
fn totals_tax_and_numbers_are_read_in_six_languages() {
    for (text, total, tax, order) in [
        (
            "Commande n° A12B34 du 09/03/2026\nSous-total HT\t10,00 €\nTVA 20 %\t2,00 €\nTotal TTC\t12,00 €",
            "12.00",
            "2.00",
            "A12B34",
        ),
        (
            "Order number: 00812-77\nVAT\t£1.00\nOrder total:\t£6.00",
            "6.00",
            "1.00",
            "00812-77",
        ),
        (
            "Bestellnummer: 5501234\nGesamtsumme\t55,94 €\ninkl. 19 % MwSt. 8,93 €",
            "55.94",
            "8.93",
            "5501234",
        ),
        (
            "Número de pedido: 7712345\nIVA 21 %\t2,10 €\nTotal\t12,10 €",
            "12.10",
            "2.10",
            "7712345",
        ),
        (
            "Numero ordine: 4412345\nTotale ordine\t12,20 €\ndi cui IVA 22% 2,20 €",
            "12.20",
            "2.20",
            "4412345",
        ),
        (
            "Bestelnummer: 3312345\nBtw 21%\t€ 2,10\nTotaal incl. btw\t€ 12,10",
            "12.10",
            "2.10",
            "3312345",
        ),
    ] {
        let read = read_on(text);
        assert_eq!(value(read.total.as_ref()), total, "{text}");
        assert_eq!(value(read.tax_total.as_ref()), tax, "{text}");
        assert_eq!(value(read.order_numbers.first()), order, "{text}");
    }
}

#[test]
fn a_price_without_a_label_is_no_total() {
    for text in [
        "Soldes !\nCasque à 49,99 € au lieu de 79,99 €\nLivraison offerte dès 35 €",
        "Dresses from £15.00\nTotal savings of £20.00 this week",
        "Top picks for you\nLamp\t€ 12,00",
    ] {
        assert_eq!(read_on(text).total, None, "{text}");
    }
}

#[test]
fn things_on_plain_lines_are_read_where_they_are_counted_or_their_price_stands_apart() {
    let read = read_on(
        "Commande n° A12B34\n1 x Bouilloire Arcane 20,00 EUR\nFiltre lavable ....... 4,99 €\n2× Sachet de thé  2,50 €  5,00 €\n\
         Frais de port  3,00 €\nDès 40,00 €\nArticles à partir de 12,00 €\nTotal : 32,99 €\n1 x Lampe 99,00 €",
    );
    let lines: Vec<String> = read
        .lines
        .iter()
        .map(|line| {
            let quantity = line
                .quantity
                .map_or_else(String::new, |one| format!("{one} "));
            format!(
                "{quantity}{} {}",
                line.name,
                line.amount.unwrap_or_default()
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            "1 Bouilloire Arcane 20.00",
            "Filtre lavable 4.99",
            "2 Sachet de thé 5.00"
        ]
    );
}

#[test]
fn the_price_that_is_named_as_a_things_is_of_the_name_above_it() {
    let read = read_on(
        "Order number: 00812-77\nLampe de chevet\nSKU: blanc\nItem price: £2.55\nEst. delivery: Mon, 16 Mar\nOrder total:\t£2.55",
    );
    let line = read
        .lines
        .first()
        .map(|line| (line.name.as_str(), line.amount));
    assert_eq!(line, Some(("Lampe de chevet", "2.55".parse().ok())));
    assert_eq!(
        read.delivery.expected_until,
        NaiveDate::from_ymd_opt(2026, 3, 16)
    );
}

#[test]
fn things_stand_apart_from_sums() {
    let read = read_on(
        "Lampe\tQté : 2\t20,00 €\nLivraison\t5,00 €\nTotal\t25,00 €\nVous aimerez aussi\nTable\t99,00 €",
    );
    let names: Vec<&str> = read.lines.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(names, ["Lampe"]);
    assert_eq!(
        read.lines.first().and_then(|line| line.quantity),
        Some(Decimal::TWO)
    );
}

#[test]
fn the_last_promise_wins() {
    let read = read_on(
        "Your parcel is delayed\nPreviously expected: Tuesday, March 10\nNow expected: Thursday, March 12",
    );
    assert_eq!(read.delivery.event, Some(crate::DeliveryEvent::Delayed));
    assert_eq!(
        read.delivery.expected_until,
        NaiveDate::from_ymd_opt(2026, 3, 12)
    );
}

#[test]
fn payment_return_and_warranty_are_read() {
    let read = read_on(
        "Payment method: Visa ending 4242\nThis will appear on your statement as PAYPAL *LAMPSHOP\n\
         Paiement en 3 fois : 10,02 € aujourd’hui puis 2 x 10,01 €\nVous pouvez retourner l’article sous 30 jours\nGarantie 2 ans",
    );
    assert_eq!(value(read.payment.card_ending.as_ref()), "4242");
    assert_eq!(
        value(read.payment.statement_descriptor.as_ref()),
        "PAYPAL *LAMPSHOP"
    );
    assert_eq!(read.payment.instalments.len(), 3);
    assert_eq!(
        read.return_by.map(|by| by.value),
        Some(ReturnBy::DaysAfterReceipt(30))
    );
    assert_eq!(
        read.warranty.map(|long| long.value),
        Some(Warranty::Months(24))
    );
}
