//! The answer for people: what each file is, whose it is, whether it adds up.

use std::io::{self, Write};

use domain::{Currency, Decimal, NaiveDate};
use receipt::{Delivery, Receipt};
use source::{Messages, render};
use statement::{Outcome, Proof, Question, Statement};
use text::people::{DateStyle, Style, date, money};
use text::{Catalogue, people::Lang};

use super::Checked;
use crate::global::Global;

/// The catalogue as the renderer of findings asks for it.
pub(super) struct Sentences<'a>(pub(super) &'a Catalogue);

impl Messages for Sentences<'_> {
    fn message(&self, id: &str, attribute: Option<&str>, args: &[(&str, &str)]) -> Option<String> {
        self.0.message(id, attribute, args)
    }
}

/// Writes the report to `out` and the findings to standard error.
pub(super) fn write(
    checked: &Checked<'_>,
    global: &Global,
    catalogue: &Catalogue,
    out: &mut impl Write,
) -> io::Result<()> {
    let file = checked.file;
    if let Some(found) = checked.recognised {
        let args = [("file", file), ("format", found.title)];
        writeln!(out, "{}", catalogue.text("cli-check-heading", &args))?;
        let evidence = catalogue.text(found.evidence, &[]);
        match checked.encoding {
            Some(encoding) => writeln!(out, "  {evidence} · {encoding}")?,
            None => writeln!(out, "  {evidence}")?,
        }
    }
    for (statement, proof) in checked.document.statements.iter().zip(&checked.proofs) {
        write_statement(statement, proof, catalogue, out)?;
    }
    for receipt in &checked.document.receipts {
        write_receipt(receipt, catalogue, out)?;
    }
    for question in &checked.document.questions {
        write_question(question, catalogue, out)?;
    }
    out.flush()?;
    if !global.quiet {
        let mut err = io::stderr().lock();
        for finding in &checked.document.diagnostics {
            let said = render(file, finding, &Sentences(catalogue));
            writeln!(err, "{said}")?;
        }
    }
    Ok(())
}

fn write_statement(
    statement: &Statement<'_>,
    proof: &Proof,
    catalogue: &Catalogue,
    out: &mut impl Write,
) -> io::Result<()> {
    let written = Written::of(statement, catalogue.lang());
    let account = &statement.account;
    let account = [&account.name, &account.iban, &account.number]
        .into_iter()
        .flatten()
        .next()
        .map_or("?", String::as_str);
    let days = || statement.entries.iter().filter_map(|e| e.booking_date);
    let from = written.day(statement.from.or_else(|| days().min()));
    let until = written.day(statement.until.or_else(|| days().max()));
    let args = [("account", account), ("from", &from), ("until", &until)];
    writeln!(out, "  {}", catalogue.text("cli-check-statement", &args))?;
    let count = statement.entries.len().to_string();
    let count = catalogue.text("cli-check-entries", &[("count", &count)]);
    writeln!(out, "    {count}")?;
    for (id, balance) in [
        ("cli-check-opening", statement.opening()),
        ("cli-check-closing", statement.closing()),
    ] {
        if let Some(balance) = balance {
            let amount = written.money(balance.amount);
            let day = written.day(balance.as_of);
            let args = [("balance", amount.as_str()), ("date", &day)];
            writeln!(out, "    {}", catalogue.text(id, &args))?;
        }
    }
    writeln!(out, "    {}", proof_line(proof, &written, catalogue))
}

fn write_receipt(receipt: &Receipt, catalogue: &Catalogue, out: &mut impl Write) -> io::Result<()> {
    let currency = receipt.currency.as_ref().map(|found| found.value);
    let written = Written {
        lang: catalogue.lang(),
        currency,
    };
    let merchant = receipt.merchant.as_ref().map_or("?", |one| &one.value);
    let day = written.day(receipt.issued_on.as_ref().map(|one| one.value));
    let args = [("merchant", merchant), ("date", &day)];
    writeln!(out, "  {}", catalogue.text("cli-check-receipt", &args))?;
    if let Some(total) = &receipt.total {
        let total = written.money(total.value);
        let said = catalogue.text("cli-check-receipt-total", &[("total", &total)]);
        writeln!(out, "    {said}")?;
    }
    for (id, number) in [
        ("cli-check-receipt-order", &receipt.order_number),
        ("cli-check-receipt-invoice", &receipt.invoice_number),
    ] {
        if let Some(number) = number {
            let said = catalogue.text(id, &[("number", &number.value)]);
            writeln!(out, "    {said}")?;
        }
    }
    for line in &receipt.lines {
        let amount = line.amount.map_or(String::new(), |one| written.money(one));
        writeln!(out, "    · {}  {amount}", line.name)?;
    }
    for parcel in &receipt.deliveries {
        write_parcel(parcel, &written, catalogue, out)?;
    }
    Ok(())
}

fn write_parcel(
    parcel: &Delivery,
    written: &Written,
    catalogue: &Catalogue,
    out: &mut impl Write,
) -> io::Result<()> {
    if let Some(event) = parcel.event {
        let id = format!("cli-delivery-{}", super::receipt_json::event_id(event));
        let mut said = catalogue.text(&id, &[]);
        let names = [&parcel.carrier, &parcel.tracking_number];
        for name in names.into_iter().flatten() {
            said.push_str(" · ");
            said.push_str(&name.value);
        }
        writeln!(out, "    {said}")?;
    }
    for (id, day) in [
        ("cli-check-expected", parcel.expected_until),
        ("cli-check-delivered", parcel.delivered_on),
        ("cli-check-pickup", parcel.pickup_until),
    ] {
        if day.is_some() {
            let day = written.day(day);
            writeln!(out, "    {}", catalogue.text(id, &[("date", &day)]))?;
        }
    }
    Ok(())
}

fn proof_line(proof: &Proof, written: &Written, catalogue: &Catalogue) -> String {
    match (proof.outcome, proof.opening, proof.closing) {
        (Outcome::Holds, Some(opening), Some(closing)) => {
            let (opening, closing) = (written.money(opening), written.money(closing));
            let count = proof.count.to_string();
            let args = [
                ("opening", opening.as_str()),
                ("count", &count),
                ("closing", &closing),
            ];
            catalogue.text("cli-proof-holds", &args)
        }
        (Outcome::Holds, ..) => catalogue.text("cli-proof-walked", &[]),
        (Outcome::Broken, ..) => match (proof.difference, proof.broken_at_line) {
            (Some(difference), _) => {
                let difference = written.money(difference);
                catalogue.text("cli-proof-broken", &[("difference", &difference)])
            }
            (None, line) => {
                let line = line.unwrap_or_default().to_string();
                catalogue.text("cli-proof-broken-at", &[("line", &line)])
            }
        },
        (Outcome::Unstated, ..) => catalogue.text("cli-proof-unstated", &[]),
    }
}

fn write_question(
    question: &Question,
    catalogue: &Catalogue,
    out: &mut impl Write,
) -> io::Result<()> {
    let id = format!("question-{}", kebab(question.about));
    writeln!(out, "  {}", catalogue.text(&id, &[]))?;
    for choice in &question.choices {
        let example = choice.example.as_deref().unwrap_or_default();
        let (about, value) = (question.about, choice.value.as_str());
        writeln!(out, "    --answer {about}={value}  {example}")?;
    }
    if let Some(assumed) = &question.assumed {
        let said = catalogue.text("cli-question-assumed", &[("choice", assumed)]);
        writeln!(out, "    {said}")?;
    }
    Ok(())
}

fn kebab(word: &str) -> String {
    let mut out = String::with_capacity(word.len() + 2);
    for sign in word.chars() {
        if sign.is_ascii_uppercase() {
            out.push('-');
        }
        out.push(sign.to_ascii_lowercase());
    }
    out
}

/// How amounts and days of one statement are written.
struct Written {
    lang: Lang,
    currency: Option<Currency>,
}

impl Written {
    fn of(statement: &Statement<'_>, lang: Lang) -> Self {
        Written {
            lang,
            currency: statement.currency,
        }
    }

    fn money(&self, amount: Decimal) -> String {
        let decimals = self.currency.map_or(amount.scale(), |code| code.exponent());
        let code = self.currency.map_or(String::new(), |code| code.to_string());
        money(&amount, &code, decimals, self.lang, Style::default())
    }

    fn day(&self, day: Option<NaiveDate>) -> String {
        day.map_or("?".to_owned(), |day| {
            date(day, DateStyle::Medium, self.lang)
        })
    }
}
