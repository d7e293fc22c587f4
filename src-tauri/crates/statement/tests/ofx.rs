//! OFX, whatever the bytes: no panic, no row lost without a word, the same from SGML and XML.
#![allow(clippy::unwrap_used)]

use proptest::prelude::*;
use source::Source;
use statement::{Answers, Reading, format_named, prove};

const WHOLE: &str = "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\n\n<OFX><SIGNONMSGSRSV1><SONRS><DTSERVER>20261101</SONRS>\
    </SIGNONMSGSRSV1><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STATUS><CODE>0<SEVERITY>INFO</STATUS><STMTRS><CURDEF>EUR\
    <BANKACCTFROM><BANKID>30099<ACCTID>00098765432<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST><DTSTART>20261001\n\
    <STMTTRN><TRNTYPE>POS<DTPOSTED>20261002<TRNAMT>-4.20<FITID>1<NAME>Café &amp; thé<ORIGCURRENCY><CURRATE>0.9\
    <CURSYM>USD</ORIGCURRENCY></STMTTRN>\n<STMTTRN><TRNTYPE>POS<DTPOSTED>20261003<TRNAMT>-5,00<FITID>2<PAYEE><NAME>\
    Ozanne</PAYEE><MEMO><![CDATA[a<b]]></STMTTRN>\n</BANKTRANLIST><LEDGERBAL><BALAMT>9.00<DTASOF>20261031</LEDGERBAL>\
    </STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n";

/// Reads as OFX whatever the bytes look like, and proves it.
fn check(bytes: &[u8], judge: impl FnOnce(&Reading<'_>)) {
    let source = Source::new("made.ofx", bytes);
    let ofx = format_named("ofx").unwrap();
    let _ = (ofx.sniff)(&source);
    let reading = (ofx.parse)(&source, &Answers::none());
    for statement in &reading.statements {
        let _ = prove(statement);
        for entry in &statement.entries {
            assert!(
                source.text().get(entry.bytes.0..entry.bytes.1).is_some(),
                "an entry points at its record"
            );
        }
    }
    judge(&reading);
}

fn rows(reading: &Reading<'_>) -> usize {
    let read: usize = reading.statements.iter().map(|s| s.entries.len()).sum();
    read + reading.unreadable()
}

#[test]
fn a_file_cut_anywhere_says_so_and_keeps_its_whole_rows() {
    let last = WHOLE.find("</STMTRS>").unwrap();
    for end in (0..last).filter(|end| WHOLE.is_char_boundary(*end)) {
        let opened = WHOLE[..end].matches("<STMTTRN>").count();
        check(&WHOLE.as_bytes()[..end], |reading| {
            assert!(!reading.diagnostics.is_empty(), "silent when cut at {end}");
            assert_eq!(rows(reading), opened, "cut at {end}");
        });
    }
}

#[test]
fn tags_nested_without_end_cost_no_more_than_their_bytes() {
    for piece in [
        "<STMTTRN>",
        "<STATUS><STMTRS>",
        "<!--",
        "<a <",
        "</STMTRS>",
        "<![CDATA[",
        "&",
    ] {
        let text = format!("<OFX>{}", piece.repeat(40_000 / piece.len()));
        check(text.as_bytes(), |_| {});
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&bytes, |_| {});
    }

    #[test]
    fn any_text_of_tags_is_read_without_a_panic(text in "(<|</|>|STMTTRN|TRNAMT|STMTRS|-1.5|<!--|-->|&|;|é|\n|<OFX>){0,80}") {
        check(text.as_bytes(), |_| {});
    }

    #[test]
    fn a_damaged_file_is_read_without_a_panic(
        at in 0..WHOLE.len(),
        length in 0usize..40,
        put in prop::collection::vec(any::<u8>(), 0..12),
    ) {
        let mut bytes = WHOLE.as_bytes().to_vec();
        let end = (at + length).min(bytes.len());
        bytes.splice(at..end, put);
        check(&bytes, |_| {});
    }

    #[test]
    fn every_amount_is_read_exactly(minor in -999_999_999_999_999i64..999_999_999_999_999, comma in any::<bool>()) {
        let amount = domain::Decimal::new(minor, 2);
        let printed = amount.to_string();
        let printed = if comma { printed.replace('.', ",") } else { printed };
        let text = WHOLE.replace("-4.20", &printed);
        check(text.as_bytes(), |reading| {
            assert_eq!(reading.statements[0].entries[0].amount, amount);
        });
    }
}
