//! Holds `text::money` equal to what the window's `Intl` writes, for every currency with a symbol of its own and many without.
#![allow(clippy::unwrap_used)]

use text::{Lang, Style, money};

#[test]
fn money_is_written_as_the_window_writes_it() {
    let rows: Vec<serde_json::Value> = serde_json::from_str(include_str!("intl.json")).unwrap();
    assert!(rows.len() > 1000, "the fixture is whole");
    for row in rows {
        let field = |name: &str| row.get(name).and_then(serde_json::Value::as_str).unwrap();
        let decimals = u32::try_from(
            row.get("decimals")
                .and_then(serde_json::Value::as_u64)
                .unwrap(),
        )
        .unwrap();
        let signed = row
            .get("signed")
            .and_then(serde_json::Value::as_bool)
            .unwrap();
        let ours = money(
            &field("amount").parse().unwrap(),
            field("code"),
            decimals,
            Lang::from_tag(field("lang")),
            Style {
                masked: false,
                signed,
            },
        );
        assert_eq!(ours, field("written"), "{row}");
    }
}
