#![allow(clippy::unwrap_used)]
use domain::{Currency, EntryId};
use text::PaymentType;

use super::{Decision, LinkEntry, LinkReceipt, Reason, Said, link};

/// `issued total name`.
fn receipt(id: i64, line: &str) -> LinkReceipt {
    let fields: Vec<&str> = line.splitn(3, ' ').collect();
    LinkReceipt {
        id,
        names: vec![fields.get(2).unwrap().to_string()],
        issued: fields.first().unwrap().parse().unwrap(),
        due: None,
        total: fields.get(1).unwrap().parse().unwrap(),
        payable: None,
        paid: None,
        tip: None,
        currency: Currency::EUR,
        instalments: Vec::new(),
        numbers: Vec::new(),
        descriptor: None,
        card_ending: None,
    }
}

/// `booked amount name`, by card.
fn entry(id: i64, line: &str) -> LinkEntry {
    let fields: Vec<&str> = line.splitn(3, ' ').collect();
    let name = fields.get(2).unwrap();
    LinkEntry {
        id: EntryId(id),
        booked: fields.first().unwrap().parse().unwrap(),
        amount: fields.get(1).unwrap().parse().unwrap(),
        currency: Currency::EUR,
        payment: PaymentType::Card,
        counterparty: name.to_string(),
        words: name.to_string(),
        original: None,
    }
}

/// The entries linked without asking, per receipt.
fn sure(receipts: &[LinkReceipt], entries: &[LinkEntry], said: &Said) -> Vec<Vec<i64>> {
    let decisions = link(receipts, entries, said);
    let linked = decisions.iter().map(|decision| match decision {
        Decision::Sure(choice) => choice.entries.iter().map(|entry| entry.0).collect(),
        _ => Vec::new(),
    });
    linked.collect()
}

#[test]
fn a_receipt_finds_the_charge_of_its_amount_merchant_and_day() {
    let receipts = [receipt(1, "2026-03-04 4250 Papeterie Lacroix")];
    let entries = [
        entry(1, "2026-03-05 -4250 PAPETERIE LACROIX"),
        entry(2, "2026-03-05 -4250 GARAGE PELLETIER"),
        entry(3, "2026-03-05 4250 PAPETERIE LACROIX"),
    ];
    assert_eq!(sure(&receipts, &entries, &Said::default()), [[1]]);
}

#[test]
fn two_charges_that_would_do_are_a_question_and_a_refusal_answers_it() {
    let receipts = [receipt(1, "2026-03-04 4250 Papeterie Lacroix")];
    let entries = [
        entry(1, "2026-03-05 -4250 PAPETERIE LACROIX"),
        entry(2, "2026-03-06 -4250 PAPETERIE LACROIX"),
    ];
    let decisions = link(&receipts, &entries, &Said::default());
    assert!(matches!(decisions.as_slice(), [Decision::Doubt(choices)] if choices.len() == 2));
    let said = Said {
        refused: vec![(1, EntryId(1))],
        ..Said::default()
    };
    assert_eq!(sure(&receipts, &entries, &said), [[2]]);
}

#[test]
fn what_a_person_confirmed_stands_before_any_evidence() {
    let receipts = [
        receipt(1, "2026-03-04 4250 Papeterie Lacroix"),
        receipt(2, "2026-03-04 4250 Papeterie Lacroix"),
    ];
    let entries = [
        entry(1, "2026-03-05 -4250 PAPETERIE LACROIX"),
        entry(2, "2026-05-09 -99 GARAGE PELLETIER"),
    ];
    let said = Said {
        confirmed: vec![(1, EntryId(2))],
        ..Said::default()
    };
    assert_eq!(sure(&receipts, &entries, &said), [[2], [1]]);
    let decisions = link(&receipts, &entries, &said);
    assert!(
        matches!(decisions.first(), Some(Decision::Sure(choice)) if choice.reasons == [Reason::Confirmed])
    );
}

#[test]
fn an_order_in_two_parcels_is_two_charges_and_two_orders_may_be_one() {
    let receipts = [receipt(1, "2026-03-04 5000 Cycles Tournesol")];
    let entries = [
        entry(1, "2026-03-05 -1800 CYCLES TOURNESOL"),
        entry(2, "2026-03-09 -3200 CYCLES TOURNESOL"),
    ];
    assert_eq!(sure(&receipts, &entries, &Said::default()), [[1, 2]]);
    let receipts = [
        receipt(1, "2026-03-04 1800 Cycles Tournesol"),
        receipt(2, "2026-03-04 3200 Cycles Tournesol"),
    ];
    let entries = [entry(1, "2026-03-05 -5000 CYCLES TOURNESOL")];
    assert_eq!(sure(&receipts, &entries, &Said::default()), [[1], [1]]);
}

#[test]
fn a_refund_is_money_in_and_announced_parts_are_found_month_by_month() {
    let mut parts = receipt(2, "2026-03-04 9000 Cycles Tournesol");
    parts.instalments = vec![3000, 3000, 3000];
    let receipts = [receipt(1, "2026-03-04 -4250 Papeterie Lacroix"), parts];
    let entries = [
        entry(1, "2026-03-05 -4250 PAPETERIE LACROIX"),
        entry(2, "2026-03-08 4250 PAPETERIE LACROIX"),
        entry(3, "2026-03-05 -3000 CYCLES TOURNESOL"),
        entry(4, "2026-04-04 -3000 CYCLES TOURNESOL"),
        entry(5, "2026-05-04 -3000 CYCLES TOURNESOL"),
    ];
    assert_eq!(
        sure(&receipts, &entries, &Said::default()),
        [vec![2], vec![3, 4, 5]]
    );
}

#[test]
fn another_purchase_that_would_be_a_tip_is_never_linked_unasked() {
    let receipts = [receipt(1, "2026-03-04 5000 Auberge du Lac")];
    let entries = [entry(1, "2026-03-04 -5500 AUBERGE DU LAC")];
    let decisions = link(&receipts, &entries, &Said::default());
    assert!(matches!(decisions.as_slice(), [Decision::Doubt(_)]));
}

#[test]
fn two_documents_of_one_order_share_its_charge() {
    let (mut order, mut invoice) = (
        receipt(1, "2026-03-04 4250 Cycles Tournesol"),
        receipt(2, "2026-03-06 4250 Cycles Tournesol"),
    );
    order.numbers = vec!["CT2600417".to_owned()];
    invoice.numbers = vec!["F-1".to_owned(), "CT2600417".to_owned()];
    let entries = [entry(1, "2026-03-05 -4250 CYCLES TOURNESOL")];
    assert_eq!(
        sure(&[order, invoice], &entries, &Said::default()),
        [[1], [1]]
    );
}
