//! What the QR codes on tickets and invoices state: payments by the European and the Swiss form, receipts as the tills of Germany,
//! Austria and Portugal must sign them. Any other code is passed over; a link in one is never followed.

use chrono::NaiveDate;
use domain::{Currency, Decimal};

use super::page::Page;
use crate::{Found, Origin, Receipt, ReceiptKind};

/// Codes on one page that are read.
const MOST_CODES: usize = 8;
/// The longest text of a code that is looked at.
const LONGEST: usize = 4000;

/// The texts of the codes on a page.
pub(super) fn codes(page: &Page) -> Vec<String> {
    let (width, height) = (page.width() as usize, page.height() as usize);
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| {
        page.pixels().get(y * width + x).copied().unwrap_or(u8::MAX)
    });
    let grids = image.detect_grids();
    grids
        .into_iter()
        .take(MOST_CODES)
        .filter_map(|grid| grid.decode().ok().map(|(_, text)| text))
        .filter(|text| text.len() <= LONGEST)
        .collect()
}

/// What a code states of a purchase; `None` where it is of another kind.
pub(super) fn read(code: &str) -> Option<Receipt> {
    payment(code)
        .or_else(|| swiss_payment(code))
        .or_else(|| german_till(code))
        .or_else(|| austrian_till(code))
        .or_else(|| portuguese_invoice(code))
}

fn field<T>(value: T, place: &str) -> Option<Found<T>> {
    Some(Found::new(value, Origin::Field, place))
}

fn decimal(text: &str) -> Option<Decimal> {
    text.trim().replace(',', ".").parse().ok()
}

fn day(text: &str, form: &str) -> Option<NaiveDate> {
    let text = text.split('T').next()?;
    NaiveDate::parse_from_str(text, form).ok()
}

fn purchase(kind: ReceiptKind, total: Decimal, currency: &str, place: &str) -> Option<Receipt> {
    let currency: Currency = currency.parse().ok()?;
    (total > Decimal::ZERO).then(|| Receipt {
        kind,
        total: field(total, place),
        currency: field(currency, place),
        ..Receipt::default()
    })
}

/// `BCD`: a transfer to be made (EPC069-12).
fn payment(code: &str) -> Option<Receipt> {
    let lines: Vec<&str> = code.lines().map(str::trim).collect();
    if lines.first() != Some(&"BCD") || lines.get(3) != Some(&"SCT") {
        return None;
    }
    let amount = decimal(lines.get(7)?.strip_prefix("EUR")?)?;
    let name = lines.get(5).filter(|name| !name.is_empty());
    Some(Receipt {
        merchant: name.and_then(|name| field((*name).to_owned(), "BCD")),
        ..purchase(ReceiptKind::Invoice, amount, "EUR", "BCD")?
    })
}

/// `SPC`: the Swiss QR-bill.
fn swiss_payment(code: &str) -> Option<Receipt> {
    let lines: Vec<&str> = code.lines().map(str::trim).collect();
    if lines.first() != Some(&"SPC") {
        return None;
    }
    let name = lines.get(5).filter(|name| !name.is_empty());
    Some(Receipt {
        merchant: name.and_then(|name| field((*name).to_owned(), "SPC")),
        ..purchase(
            ReceiptKind::Invoice,
            decimal(lines.get(18)?)?,
            lines.get(19)?,
            "SPC",
        )?
    })
}

/// `V0;…;Kassenbeleg-V1;Beleg^19_7_10.7_5.5_0^…;…;start;end;…`: gross by rate (DSFinV-K, annex I).
fn german_till(code: &str) -> Option<Receipt> {
    let fields: Vec<&str> = code.split(';').collect();
    if fields.first() != Some(&"V0") || fields.get(2) != Some(&"Kassenbeleg-V1") {
        return None;
    }
    let mut data = fields.get(3)?.split('^');
    if data.next() != Some("Beleg") {
        return None;
    }
    let gross: Vec<Decimal> = data
        .next()?
        .split('_')
        .map(decimal)
        .collect::<Option<_>>()?;
    let issued = fields
        .get(7)
        .or(fields.get(6))
        .and_then(|at| day(at, "%Y-%m-%d"));
    Some(Receipt {
        issued_on: issued.and_then(|day| field(day, "V0")),
        ..purchase(ReceiptKind::Receipt, gross.iter().sum(), "EUR", "V0")?
    })
}

/// `_R1-AT1_till_number_day_gross by rate…_` (Austria's RKSV).
fn austrian_till(code: &str) -> Option<Receipt> {
    let fields: Vec<&str> = code.split('_').collect();
    if !fields.get(1)?.starts_with("R1-") {
        return None;
    }
    let gross: Vec<Decimal> = fields
        .get(5..10)?
        .iter()
        .map(|sum| decimal(sum))
        .collect::<Option<_>>()?;
    let issued = day(fields.get(4)?, "%Y-%m-%d");
    Some(Receipt {
        issued_on: issued.and_then(|day| field(day, "R1")),
        ..purchase(ReceiptKind::Receipt, gross.iter().sum(), "EUR", "R1")?
    })
}

/// `A:…*F:20260312*G:FT 1/2*…*N:tax*O:total` (Portugal's Portaria 195/2020).
fn portuguese_invoice(code: &str) -> Option<Receipt> {
    if !code.starts_with("A:") {
        return None;
    }
    let of = |key: &str| {
        let mut fields = code.split('*').filter_map(|one| one.split_once(':'));
        fields
            .find(|(name, _)| *name == key)
            .map(|(_, value)| value)
    };
    let is_invoice = of("D").is_some_and(|kind| kind.len() == 2);
    let number = of("G").filter(|number| !number.is_empty());
    let seller = of("A").filter(|id| id.len() == 9 && id.bytes().all(|byte| byte.is_ascii_digit()));
    let receipt = purchase(ReceiptKind::Invoice, decimal(of("O")?)?, "EUR", "QR")?;
    is_invoice.then(|| Receipt {
        merchant_ids: seller.map(|id| format!("PT{id}")).into_iter().collect(),
        issued_on: of("F")
            .and_then(|at| day(at, "%Y%m%d"))
            .and_then(|day| field(day, "F")),
        tax_total: of("N").and_then(decimal).and_then(|tax| field(tax, "N")),
        invoice_number: number.and_then(|number| field(number.to_owned(), "G")),
        ..receipt
    })
}

/// Puts what a code states in digits over what letters were read as. The total of a transfer is what is to be paid, which
/// takes no price from the page that says more.
pub(super) fn over(page: Receipt, code: Receipt) -> Receipt {
    let is_till = code.issued_on.is_some();
    let (total, payable) = match (page.total, code.total) {
        (Some(read), Some(stated)) if read.value != stated.value && !is_till => {
            (Some(read), Some(stated))
        }
        (read, stated) => (stated.or(read), page.payable),
    };
    Receipt {
        merchant: page.merchant.or(code.merchant),
        merchant_ids: if page.merchant_ids.is_empty() {
            code.merchant_ids
        } else {
            page.merchant_ids
        },
        issued_on: code.issued_on.or(page.issued_on),
        total,
        payable,
        currency: code.currency.or(page.currency),
        tax_total: code.tax_total.or(page.tax_total),
        invoice_number: code.invoice_number.or(page.invoice_number),
        ..page
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn told(code: &str) -> String {
        let receipt = read(code).unwrap_or_else(|| panic!("{code}"));
        let total = receipt.total.unwrap().value;
        let day = receipt
            .issued_on
            .map_or("-".to_owned(), |day| day.value.to_string());
        let name = receipt.merchant.map_or("-".to_owned(), |name| name.value);
        format!("{total} {} {day} {name}", receipt.currency.unwrap().value)
    }

    #[test]
    fn codes_of_payments_and_tills_are_read() {
        for (code, want) in [
            (
                "BCD\n002\n1\nSCT\n\nLampes Morel SARL\nFR7612345678901234567890185\nEUR60.00\n\n\nF-2026-12",
                "60.00 EUR - Lampes Morel SARL",
            ),
            (
                "SPC\n0200\n1\nCH4431999123000889012\nS\nLampen Keller AG\nSeeweg\n1\n8000\nZürich\nCH\n\n\n\n\n\n\n\n199.95\nCHF\n",
                "199.95 CHF - Lampen Keller AG",
            ),
            (
                "V0;kasse-1;Kassenbeleg-V1;Beleg^75.33_7.99_0.00_0.00_0.00^10.00:Bar_73.32:Unbar;18;112;2026-07-10T18:41:04.000Z;2026-07-10T18:41:09.000Z;x;unixTime;s;k",
                "83.32 EUR 2026-07-10 -",
            ),
            (
                "_R1-AT1_KASSE1_83_2026-03-12T11:10:00_10,00_2,50_0,00_0,00_0,00_x_y_z",
                "12.50 EUR 2026-03-12 -",
            ),
            (
                "A:123456789*B:999999990*C:PT*D:FS*E:N*F:20260312*G:FS 1/22*H:0*I1:PT*N:0.50*O:4.10*Q:a*R:1",
                "4.10 EUR 2026-03-12 -",
            ),
        ] {
            assert_eq!(told(code), want);
        }
    }

    #[test]
    fn other_codes_are_passed_over() {
        for code in [
            "https://shop.example/12",
            "WIFI:T:WPA;S:x;;",
            "BCD\n002",
            "A:1",
            "V0;a;b",
            "",
            "_R1",
        ] {
            assert_eq!(read(code), None, "{code}");
        }
    }
}
