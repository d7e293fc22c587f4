//! E-invoices of each kind, as small as they can be.
#![allow(clippy::unwrap_used)]

use receipt::{DeliveryEvent, Reading, ReceiptKind, read_in, recognise};
use source::Source;

fn read(document: &str) -> (&'static str, Reading) {
    let source = Source::new("facture.xml", document.as_bytes());
    let found = recognise(&source);
    let first = found.first().expect("some kind claims the document");
    assert!(first.is_certain, "a root element is a sign of its own");
    (first.format.id, read_in(first.format, &source, None))
}

fn shown<T: ToString>(found: &Option<receipt::Found<T>>) -> String {
    found
        .as_ref()
        .map_or("-".to_owned(), |found| found.value.to_string())
}

const CII: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<!-- <CrossIndustryOrder> in a comment decides nothing -->
<a:CrossIndustryInvoice xmlns:a="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:r="r" xmlns:u="u">
 <a:ExchangedDocument><r:ID>F-77</r:ID><r:TypeCode>380</r:TypeCode>
  <r:IssueDateTime><u:DateTimeString format="102">20260305</u:DateTimeString></r:IssueDateTime></a:ExchangedDocument>
 <a:SupplyChainTradeTransaction>
  <r:IncludedSupplyChainTradeLineItem>
   <r:SpecifiedTradeProduct><r:Name>Lampe
     de bureau</r:Name></r:SpecifiedTradeProduct>
   <r:SpecifiedLineTradeDelivery><r:BilledQuantity unitCode="C62">2</r:BilledQuantity></r:SpecifiedLineTradeDelivery>
   <r:SpecifiedLineTradeSettlement><r:SpecifiedTradeSettlementLineMonetarySummation><r:LineTotalAmount>50.00</r:LineTotalAmount></r:SpecifiedTradeSettlementLineMonetarySummation></r:SpecifiedLineTradeSettlement>
  </r:IncludedSupplyChainTradeLineItem>
  <r:ApplicableHeaderTradeAgreement>
   <r:SellerTradeParty><r:Name>Luminaires Morel SAS</r:Name>
    <r:SpecifiedLegalOrganization><r:ID schemeID="0002">123456782</r:ID><r:TradingBusinessName>Chez Morel</r:TradingBusinessName></r:SpecifiedLegalOrganization>
    <r:SpecifiedTaxRegistration><r:ID schemeID="FC">99</r:ID></r:SpecifiedTaxRegistration>
    <r:SpecifiedTaxRegistration><r:ID schemeID="VA">FR11123456782</r:ID></r:SpecifiedTaxRegistration></r:SellerTradeParty>
   <r:BuyerTradeParty><r:Name>Ada</r:Name></r:BuyerTradeParty>
   <r:SellerOrderReferencedDocument><r:IssuerAssignedID>S-2</r:IssuerAssignedID></r:SellerOrderReferencedDocument>
   <r:BuyerOrderReferencedDocument><r:IssuerAssignedID>B-1</r:IssuerAssignedID></r:BuyerOrderReferencedDocument>
  </r:ApplicableHeaderTradeAgreement>
  <r:ApplicableHeaderTradeDelivery/>
  <r:ApplicableHeaderTradeSettlement>
   <r:TaxCurrencyCode>SEK</r:TaxCurrencyCode><r:InvoiceCurrencyCode>EUR</r:InvoiceCurrencyCode>
   <r:SpecifiedTradePaymentTerms><r:DueDateDateTime><u:DateTimeString format="102">20260404</u:DateTimeString></r:DueDateDateTime></r:SpecifiedTradePaymentTerms>
   <r:SpecifiedTradeSettlementHeaderMonetarySummation>
    <r:TaxTotalAmount currencyID="SEK">113.00</r:TaxTotalAmount><r:TaxTotalAmount currencyID="EUR">10.00</r:TaxTotalAmount>
    <r:GrandTotalAmount>60.00</r:GrandTotalAmount><r:TotalPrepaidAmount>20.00</r:TotalPrepaidAmount><r:DuePayableAmount>40.00</r:DuePayableAmount>
   </r:SpecifiedTradeSettlementHeaderMonetarySummation>
  </r:ApplicableHeaderTradeSettlement>
 </a:SupplyChainTradeTransaction>
</a:CrossIndustryInvoice>"#;

#[test]
fn a_factur_x_invoice_gives_the_terms_of_en_16931() {
    let (format, reading) = read(CII);
    assert_eq!(format, "cii");
    let [receipt] = reading.receipts.as_slice() else {
        panic!("one invoice");
    };
    assert_eq!(receipt.kind, ReceiptKind::Invoice);
    assert_eq!(
        shown(&receipt.merchant),
        "Chez Morel",
        "the trading name first"
    );
    assert_eq!(shown(&receipt.merchant_legal), "Luminaires Morel SAS");
    assert_eq!(receipt.merchant_ids, ["FR11123456782", "123456782"]);
    assert_eq!(shown(&receipt.invoice_number), "F-77");
    assert_eq!(shown(&receipt.issued_on), "2026-03-05");
    assert_eq!(shown(&receipt.due_on), "2026-04-04");
    assert_eq!(shown(&receipt.total), "60.00");
    assert_eq!(shown(&receipt.payable), "40.00");
    assert_eq!(shown(&receipt.prepaid), "20.00");
    assert_eq!(shown(&receipt.currency), "EUR");
    assert_eq!(shown(&receipt.tax_total), "10.00", "not the tax in kronor");
    assert_eq!(shown(&receipt.order_number), "B-1");
    assert_eq!(receipt.other_order_numbers, ["S-2"]);
    assert_eq!(receipt.lines[0].name, "Lampe de bureau");
    assert!(reading.diagnostics.is_empty());
}

#[test]
fn an_order_in_the_same_clothes_is_no_invoice() {
    let order = CII.replace("CrossIndustryInvoice", "SCRDMCCBDACIOMessageStructure");
    let source = Source::new("order-x.xml", order.as_bytes());
    assert!(recognise(&source).is_empty());
}

#[test]
fn zugferd_1_is_read_under_its_own_names() {
    let (format, reading) = read(
        r#"<rsm:CrossIndustryDocument xmlns:rsm="urn:ferd:CrossIndustryDocument:invoice:1p0" xmlns:ram="r" xmlns:udt="u">
 <rsm:HeaderExchangedDocument><ram:ID>R 12</ram:ID><ram:TypeCode>381</ram:TypeCode></rsm:HeaderExchangedDocument>
 <rsm:SpecifiedSupplyChainTradeTransaction>
  <ram:ApplicableSupplyChainTradeAgreement><ram:SellerTradeParty><ram:Name>Nord GmbH</ram:Name></ram:SellerTradeParty></ram:ApplicableSupplyChainTradeAgreement>
  <ram:ApplicableSupplyChainTradeDelivery><ram:ActualDeliverySupplyChainEvent><ram:OccurrenceDateTime><udt:DateTimeString format="102">20260301</udt:DateTimeString></ram:OccurrenceDateTime></ram:ActualDeliverySupplyChainEvent></ram:ApplicableSupplyChainTradeDelivery>
  <ram:ApplicableSupplyChainTradeSettlement>
   <ram:SpecifiedTradeSettlementMonetarySummation><ram:GrandTotalAmount currencyID="EUR">11.90</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementMonetarySummation>
  </ram:ApplicableSupplyChainTradeSettlement>
  <ram:IncludedSupplyChainTradeLineItem>
   <ram:SpecifiedSupplyChainTradeSettlement><ram:SpecifiedTradeSettlementMonetarySummation><ram:LineTotalAmount currencyID="EUR">10.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementMonetarySummation></ram:SpecifiedSupplyChainTradeSettlement>
   <ram:SpecifiedTradeProduct><ram:Name>Kabel</ram:Name></ram:SpecifiedTradeProduct>
  </ram:IncludedSupplyChainTradeLineItem>
 </rsm:SpecifiedSupplyChainTradeTransaction>
</rsm:CrossIndustryDocument>"#,
    );
    assert_eq!(format, "cii");
    let receipt = &reading.receipts[0];
    assert_eq!(receipt.kind, ReceiptKind::CreditNote);
    assert_eq!(shown(&receipt.total), "11.90");
    assert_eq!(shown(&receipt.currency), "EUR", "the amount names it");
    assert_eq!(receipt.lines[0].amount, "10.00".parse().ok());
    assert_eq!(receipt.deliveries[0].event, Some(DeliveryEvent::Delivered));
}

#[test]
fn a_peppol_invoice_in_its_envelope_gives_the_same_terms() {
    let (format, reading) = read(
        r#"<StandardBusinessDocument xmlns="sbdh"><StandardBusinessDocumentHeader/>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:a="a" xmlns:b="b">
 <b:ID>2026-9</b:ID><b:IssueDate>2026-03-05Z</b:IssueDate><b:DueDate>2026-03-12</b:DueDate><b:InvoiceTypeCode>380</b:InvoiceTypeCode>
 <b:DocumentCurrencyCode>NOK</b:DocumentCurrencyCode>
 <a:OrderReference><b:ID>NA</b:ID><b:SalesOrderID>S-5</b:SalesOrderID></a:OrderReference>
 <a:AccountingSupplierParty><a:Party><a:PartyName><b:Name>Fjord</b:Name></a:PartyName>
  <a:PartyLegalEntity><b:RegistrationName>Fjord AS</b:RegistrationName></a:PartyLegalEntity></a:Party></a:AccountingSupplierParty>
 <a:PaymentMeans><b:PaymentMeansCode name="Kort">48</b:PaymentMeansCode><a:CardAccount><b:PrimaryAccountNumberID>XXXX1234</b:PrimaryAccountNumberID></a:CardAccount></a:PaymentMeans>
 <a:TaxTotal><b:TaxAmount currencyID="EUR">1</b:TaxAmount></a:TaxTotal>
 <a:TaxTotal><b:TaxAmount currencyID="NOK">25</b:TaxAmount></a:TaxTotal>
 <a:LegalMonetaryTotal><b:TaxInclusiveAmount currencyID="NOK">125</b:TaxInclusiveAmount><b:PayableAmount currencyID="NOK">twelve</b:PayableAmount></a:LegalMonetaryTotal>
</Invoice></StandardBusinessDocument>"#,
    );
    assert_eq!(format, "ubl");
    let receipt = &reading.receipts[0];
    assert_eq!(shown(&receipt.merchant), "Fjord");
    assert_eq!(shown(&receipt.order_number), "S-5", "NA is no number");
    assert_eq!(shown(&receipt.total), "125");
    assert_eq!(shown(&receipt.tax_total), "25");
    assert_eq!(shown(&receipt.payment.method), "Kort");
    assert_eq!(shown(&receipt.payment.card_ending), "1234");
    assert!(receipt.payable.is_none(), "a word is no amount");
    let [finding] = reading.diagnostics.as_slice() else {
        panic!("the amount that makes no sense is told");
    };
    assert_eq!(
        (finding.code, finding.line()),
        ("invoiceBadAmount", Some(11))
    );
}

const TWO_BODIES: &str = r#"<p:FatturaElettronica xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2">
<FatturaElettronicaHeader><CedentePrestatore><DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>00000000000</IdCodice></IdFiscaleIVA>
<Anagrafica><Nome>Bruna</Nome><Cognome>Falegname</Cognome></Anagrafica></DatiAnagrafici></CedentePrestatore></FatturaElettronicaHeader>
<FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>TD01</TipoDocumento><Divisa>EUR</Divisa><Data>2026-03-05</Data><Numero>1</Numero></DatiGeneraliDocumento></DatiGenerali>
<DatiBeniServizi><DatiRiepilogo><AliquotaIVA>22.00</AliquotaIVA><ImponibileImporto>100.00</ImponibileImporto><Imposta>22.00</Imposta></DatiRiepilogo>
<DatiRiepilogo><AliquotaIVA>4.00</AliquotaIVA><ImponibileImporto>100.00</ImponibileImporto><Imposta>4.00</Imposta></DatiRiepilogo></DatiBeniServizi>
<DatiPagamento><CondizioniPagamento>TP01</CondizioniPagamento>
<DettaglioPagamento><ModalitaPagamento>MP05</ModalitaPagamento><DataScadenzaPagamento>2026-04-05</DataScadenzaPagamento><ImportoPagamento>126.00</ImportoPagamento></DettaglioPagamento>
<DettaglioPagamento><ModalitaPagamento>MP05</ModalitaPagamento><DataScadenzaPagamento>2026-05-05</DataScadenzaPagamento><ImportoPagamento>100.00</ImportoPagamento></DettaglioPagamento></DatiPagamento></FatturaElettronicaBody>
<FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>TD04</TipoDocumento><Divisa>EUR</Divisa><Data>2026-03-06</Data><Numero>2</Numero><ImportoTotaleDocumento>12.20</ImportoTotaleDocumento></DatiGeneraliDocumento></DatiGenerali></FatturaElettronicaBody>
</p:FatturaElettronica>"#;

#[test]
fn an_italian_file_of_two_bodies_is_two_receipts() {
    let (format, reading) = read(TWO_BODIES);
    assert_eq!(format, "fatturapa");
    let [first, second] = reading.receipts.as_slice() else {
        panic!("a receipt per body");
    };
    assert_eq!(shown(&first.merchant), "Bruna Falegname");
    assert!(first.total.is_none(), "no total is stated");
    assert_eq!(shown(&first.payable), "226.00", "both parts");
    assert_eq!(first.payment.instalments.len(), 2);
    assert_eq!(shown(&first.tax_total), "26.00");
    assert_eq!(second.kind, ReceiptKind::CreditNote);
    assert_eq!(shown(&second.total), "12.20");
}

#[test]
fn a_signed_italian_invoice_is_cut_out_of_its_signature() {
    let mut bytes = vec![0x30, 0x82, 0x10, 0x00, 0x24, 0x80, 0x04, 0x82, 0x09, 0x00];
    bytes.extend_from_slice(TWO_BODIES.as_bytes());
    bytes.extend_from_slice(&[0x00, 0x00, 0xFF, 0xA0, 0x80]);
    let source = Source::new("fattura.xml.p7m", &bytes);
    let found = recognise(&source);
    let reading = read_in(found[0].format, &source, None);
    assert_eq!(reading.receipts.len(), 2);
    // The same in pieces of a thousand bytes: a length stands in the middle of the text.
    bytes.splice(1000..1000, [0x04, 0x82, 0x03, 0xE8]);
    let source = Source::new("fattura.xml.p7m", &bytes);
    let reading = read_in(found[0].format, &source, None);
    assert_eq!(reading.diagnostics[0].code, "invoiceSigned");
}

#[test]
fn what_no_invoice_needs_is_refused_with_a_reason() {
    let bomb = CII.replacen("<a:Cross", "<!DOCTYPE x [<!ENTITY y \"z\">]>\n<a:Cross", 1);
    let attributes: String = (0..20_000).map(|n| format!(" a{n}=\"\"")).collect();
    let wide = CII.replacen("<r:ID>", &format!("<r:ID{attributes}>"), 1);
    let deep = CII.replacen(
        "<r:ID>F-77",
        &format!(
            "{}x{}<r:ID>F-77",
            "<b>".repeat(90_000),
            "</b>".repeat(90_000)
        ),
        1,
    );
    let cut: String = CII.chars().take(CII.len() * 2 / 3).collect();
    let empty = "<CrossIndustryInvoice/>".to_owned();
    for (document, code) in [
        (bomb, Some("invoiceDocumentType")),
        (wide, Some("limitExceeded")),
        (cut, Some("invoiceDamaged")),
        (empty, Some("invoiceEmpty")),
        (deep, None),
    ] {
        let (_, reading) = read(&document);
        let said = reading.diagnostics.first().map(|finding| finding.code);
        assert_eq!(said, code);
        assert_eq!(reading.receipts.is_empty(), code.is_some());
    }
}
