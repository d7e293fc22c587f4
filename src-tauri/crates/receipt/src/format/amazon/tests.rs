#![allow(clippy::unwrap_used)]
use super::*;

const HEADER: &str = "\u{feff}Website,Order ID,Order Date,Purchase Order Number,Currency,Unit Price,Unit Price Tax,Shipping Charge,\
    Total Discounts,Total Owed,Shipment Item Subtotal,Shipment Item Subtotal Tax,ASIN,Product Condition,Quantity,\
    Payment Instrument Type,Order Status,Shipment Status,Ship Date,Shipping Option,Shipping Address,Billing Address,\
    Carrier Name & Tracking Number,Product Name,Gift Message\n";

fn read_under(header: &str, rows: &str) -> Reading {
    let text = format!("{header}{rows}");
    let source = Source::new("export.csv", text.as_bytes());
    assert_eq!(sniff(&source), Sniff::Certain("evidence-amazon-orders"));
    read(source.text())
}

#[test]
fn rows_of_one_order_are_one_receipt() {
    let reading = read_under(
        HEADER,
        "Amazon.fr,404-1111111-2222222,2026-03-02T09:10:11Z,Not Applicable,EUR,20.00,4.00,0,'-2.00',22.00,20.00,4.00,B0AAAAAAA1,New,1,\
         Visa - 4242,Closed,Shipped,2026-03-03T10:00:00Z,std,\"Ada, Lyon\",\"Ada, Lyon\",COLISSIMO_FR(6A11223344556),\"Lampe, \"\"Nuit\"\"\",Not Available\n\
         Amazon.fr,404-1111111-2222222,2026-03-02T09:10:11Z,Not Applicable,EUR,\"1,010.00\",202.00,0,0,\"2,424.00\",20.00,4.00,B0AAAAAAA2,New,2,\
         Visa - 4242,Closed,Shipped,2026-03-04T10:00:00Z,std,x,x,AMZN_FR(TBA123456789012),Table,Not Available\n\
         Amazon.de,404-3333333-4444444,2026-03-05T00:00:00Z,,EUR,5,0,0,0,0,,,B0AAAAAAA3,New,1,Visa - 4242,Cancelled,Not Available,\
         Not Available,std,x,x,Not Available,Stylo,\n",
    );
    assert_eq!(reading.diagnostics, []);
    let [bought, cancelled] = reading.receipts.as_slice() else {
        panic!("two orders");
    };
    assert_eq!(
        bought.total.as_ref().unwrap().value,
        "2446.00".parse().unwrap()
    );
    assert_eq!(
        bought.tax_total.as_ref().unwrap().value,
        "408.00".parse().unwrap()
    );
    assert_eq!(
        bought.order_number.as_ref().unwrap().value,
        "404-1111111-2222222"
    );
    assert_eq!(
        bought.issued_on.as_ref().unwrap().value.to_string(),
        "2026-03-02"
    );
    assert_eq!(bought.merchant.as_ref().unwrap().value, "Amazon.fr");
    assert_eq!(bought.payment.card_ending.as_ref().unwrap().value, "4242");
    let names: Vec<&str> = bought.lines.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(names, ["Lampe, \"Nuit\"", "Table"]);
    let carriers: Vec<&str> = bought
        .deliveries
        .iter()
        .map(|one| one.carrier.as_ref().unwrap().value.as_str())
        .collect();
    assert_eq!(
        carriers,
        ["Colissimo", "Amazon Logistics"],
        "each parcel is one"
    );
    assert!(
        cancelled.total.is_none(),
        "what was cancelled is not waited for"
    );
    assert_eq!(
        cancelled.deliveries.first().unwrap().event,
        Some(DeliveryEvent::Returned)
    );
}

#[test]
fn the_later_names_of_columns_are_known() {
    let reading = read_under(
        "\"ASIN\",\"Carrier Name & Tracking Number\",\"Currency\",\"Order Date\",\"Order ID\",\"Original Quantity\",\"Payment Method Type\",\"Product Name\",\"Total Amount\",\"Website\"\r\n",
        "\"B0AAAAAAA1\",\"Not Available\",\"EUR\",\"2026-03-02T09:10:11Z\",\"404-1\",\"1\",\"Gift Certificate/Card and Visa - 4242\",\"Lampe\",\"22.00\",\"Amazon.fr\"\r\n",
    );
    let receipt = reading.receipts.first().unwrap();
    assert_eq!(
        receipt.total.as_ref().unwrap().value,
        "22.00".parse().unwrap()
    );
    assert_eq!(
        receipt.deliveries,
        [],
        "a parcel without a sign of one is none"
    );
}

#[test]
fn refunds_are_receipts_of_their_own() {
    let reading = read_under(
        "\"OrderID\",\"ReversalID\",\"RefundCompletionDate\",\"Currency\",\"AmountRefunded\",\"Status\",\"DisbursementType\"\n",
        "\"404-1\",\"r1\",\"2026-04-01T10:00:00Z\",\"EUR\",\"22.00\",\"Completed\",\"Refund\"\n\"404-2\",\"r2\",\"Not Applicable\",\"EUR\",\"1.00\",\"Pending\",\"Refund\"\n",
    );
    let [refund] = reading.receipts.as_slice() else {
        panic!("one was paid out");
    };
    assert_eq!(refund.kind, ReceiptKind::Refund);
    assert_eq!(
        refund.total.as_ref().unwrap().value,
        "22.00".parse().unwrap()
    );
    let lines: Vec<Option<u32>> = reading.diagnostics.iter().map(Diagnostic::line).collect();
    assert_eq!(lines, [Some(3)], "the one that was not is told");
}

#[test]
fn a_row_without_sense_costs_nothing_but_itself() {
    let reading = read_under(
        "Order ID,Order Date,Currency,Total Owed,ASIN,Product Name,Website\n",
        "404-1,2026-03-02T09:10:11Z,EUR,abc,B0,Lampe,Amazon.fr\n404-2,2026-03-02T09:10:11Z,EUR,5.00,B0,Stylo,Amazon.fr\n",
    );
    assert_eq!(reading.receipts.len(), 1);
    assert_eq!(reading.diagnostics.first().unwrap().line(), Some(2));
}

#[test]
fn a_banks_table_is_none() {
    for text in [
        "Date,Description,Amount,Currency\n2026-03-02,AMAZON,-22.00,EUR\n",
        "Order ID,Order Date,Currency,Total Amount\n1,2026-03-02,EUR,5.00\n",
    ] {
        let source = Source::new("bank.csv", text.as_bytes());
        assert_eq!(sniff(&source), Sniff::No, "{text}");
    }
}
