#![allow(clippy::unwrap_used)]
use domain::{Currency, EntryId};
use text::PaymentType;

use super::{Decision, LinkEntry, LinkReceipt, Reach, Reason, Said, link, stems};

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

/// The same with the day that the line prints.
fn printed(id: i64, line: &str, day: &str) -> LinkEntry {
    let mut entry = entry(id, line);
    entry.words = format!("CARTE {day} {}", entry.counterparty);
    entry
}

fn is_doubt(receipt: LinkReceipt, entries: &[LinkEntry]) -> bool {
    let decisions = link(&[receipt], entries, &Said::default());
    matches!(decisions.as_slice(), [Decision::Doubt(_)])
}

#[test]
fn a_dearer_charge_is_a_tip_only_where_tips_are_given_and_on_the_very_day() {
    let table = receipt(1, "2026-03-04 5000 Auberge du Lac");
    let same_day = [printed(1, "2026-03-06 -5500 AUBERGE DU LAC", "04/03/26")];
    let linked = sure(std::slice::from_ref(&table), &same_day, &Said::default());
    assert_eq!(linked, [[1]]);
    let undated = [entry(1, "2026-03-04 -5500 AUBERGE DU LAC")];
    assert!(is_doubt(table, &undated), "it may be another day's");
    let shop = receipt(1, "2026-03-04 5000 Jardinerie Verdier");
    let dearer = [printed(
        1,
        "2026-03-06 -5500 JARDINERIE VERDIER",
        "04/03/26",
    )];
    assert!(is_doubt(shop, &dearer), "nobody tips there");
}

#[test]
fn a_price_that_comes_back_is_told_apart_by_its_very_day_alone() {
    let month = |day: &str| receipt(1, &format!("{day} 1099 Salle Vigueur"));
    let entries = [
        printed(1, "2026-03-05 -1099 SALLE VIGUEUR", "04/03/26"),
        printed(2, "2026-04-05 -1099 SALLE VIGUEUR", "04/04/26"),
        printed(3, "2026-05-05 -1099 SALLE VIGUEUR", "04/05/26"),
    ];
    let linked = sure(&[month("2026-03-04")], &entries, &Said::default());
    assert_eq!(linked, [[1]]);
    assert!(
        is_doubt(month("2026-03-03"), &entries),
        "a day off, it may be paid otherwise"
    );
}

#[test]
fn what_is_sent_may_be_charged_days_later_and_what_is_bought_over_the_counter_not() {
    let charge = [printed(1, "2026-03-08 -4250 CYCLES TOURNESOL", "07/03/26")];
    let ticket = receipt(1, "2026-03-04 4250 Cycles Tournesol");
    let mut order = ticket.clone();
    order.numbers = vec!["CT2600417".to_owned()];
    assert_eq!(sure(&[order], &charge, &Said::default()), [[1]]);
    assert!(is_doubt(ticket, &charge));
}

#[test]
fn a_name_written_as_one_word_or_with_a_sign_that_the_bank_could_not_write_is_known() {
    for (merchant, line) in [
        ("Grand Marché Hyper", "GDMARCHE 22"),
        ("Tournesol", "TOURNE5OL"),
        ("Vinyles du Marais", "PAYPAL *VINYLESMARA"),
    ] {
        let receipts = [receipt(1, &format!("2026-03-04 4250 {merchant}"))];
        let entries = [entry(1, &format!("2026-03-05 -4250 {line}"))];
        let linked = sure(&receipts, &entries, &Said::default());
        assert_eq!(linked, [[1]], "{merchant} / {line}");
    }
}

#[test]
fn sums_that_many_charges_could_make_by_chance_are_not_linked() {
    let receipts = [receipt(1, "2026-03-04 5000 Cycles Tournesol")];
    let charges = [1210, 1790, 1430, 2570, 1105, 1395, 2010, 1815];
    let entries: Vec<LinkEntry> = (1i64..)
        .zip(charges)
        .map(|(id, cents)| entry(id, &format!("2026-03-06 -{cents} CYCLES TOURNESOL")))
        .collect();
    let none: [Vec<i64>; 1] = [Vec::new()];
    assert_eq!(sure(&receipts, &entries, &Said::default()), none);
}

#[test]
fn the_order_of_receipts_and_entries_does_not_matter() {
    let mut receipts = vec![
        receipt(1, "2026-03-04 5000 Cycles Tournesol"),
        receipt(2, "2026-03-04 5000 Cycles Tournesol"),
        receipt(3, "2026-03-05 1800 Papeterie Lacroix"),
    ];
    let mut entries = vec![
        entry(1, "2026-03-05 -1800 CYCLES TOURNESOL"),
        entry(2, "2026-03-09 -3200 CYCLES TOURNESOL"),
        entry(3, "2026-03-06 -1800 PAPETERIE LACROIX"),
    ];
    let expected: [Vec<i64>; 3] = [Vec::new(), Vec::new(), vec![3]];
    assert_eq!(sure(&receipts, &entries, &Said::default()), expected);
    receipts.reverse();
    entries.reverse();
    let expected: [Vec<i64>; 3] = [vec![3], Vec::new(), Vec::new()];
    assert_eq!(sure(&receipts, &entries, &Said::default()), expected);
}

#[test]
fn what_is_within_reach_of_receipts_decides_like_all_entries() {
    let mut foreign = entry(4, "2026-03-06 -9000 KESTREL OUTDOOR");
    foreign.original = Some((7800, "GBP".parse().unwrap()));
    let mut abroad = receipt(3, "2026-03-10 3900 Kestrel Outdoor");
    abroad.currency = "GBP".parse().unwrap();
    let receipts = [
        receipt(1, "2026-03-04 5000 Cycles Tournesol"),
        receipt(2, "2026-03-04 4000 Auberge du Lac"),
        abroad,
    ];
    let entries = [
        entry(1, "2026-03-05 -1800 CYCLES TOURNESOL"),
        entry(2, "2026-03-09 -3200 CYCLES TOURNESOL"),
        entry(3, "2026-03-04 -4400 AUBERGE DU LAC"),
        foreign,
        entry(5, "2026-03-11 -4510 KESTREL OUTDOOR"),
        entry(6, "2026-03-05 -777 GARAGE PELLETIER"),
        entry(7, "2027-03-05 -5000 CYCLES TOURNESOL"),
    ];
    let stated: Vec<LinkEntry> = entries
        .iter()
        .filter(|one| one.original.is_some())
        .cloned()
        .collect();
    let reach = Reach::new(&receipts, &stated);
    let near: Vec<LinkEntry> = entries
        .iter()
        .filter(|one| {
            let stems = stems(&one.counterparty);
            one.original.is_some() || reach.reaches(one.booked, one.amount, one.currency, &stems)
        })
        .cloned()
        .collect();
    let left_out: Vec<i64> = entries
        .iter()
        .filter(|one| !near.iter().any(|other| other.id == one.id))
        .map(|one| one.id.0)
        .collect();
    assert_eq!(left_out, [6, 7], "another's, and too late");
    let all = link(&receipts, &entries, &Said::default());
    assert_eq!(link(&receipts, &near, &Said::default()), all);
    assert!(matches!(
        all.as_slice(),
        [Decision::Sure(_), _, Decision::Sure(_)]
    ));
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
