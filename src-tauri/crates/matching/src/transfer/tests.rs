#![allow(clippy::unwrap_used)]
use super::*;

/// `account day amount words`, a transfer in euros that names nobody.
fn entry(id: i64, line: &str) -> TransferEntry {
    let fields: Vec<&str> = line.splitn(4, ' ').collect();
    TransferEntry {
        id: EntryId(id),
        account: AccountId(fields.first().unwrap().parse().unwrap()),
        booked: fields.get(1).unwrap().parse().unwrap(),
        amount: fields.get(2).unwrap().parse().unwrap(),
        currency: Currency::EUR,
        payment: PaymentType::Transfer,
        name: String::new(),
        words: (*fields.get(3).unwrap_or(&"VIREMENT")).to_owned(),
        other_account: None,
        stated: None,
        place: (0, id),
    }
}

/// The same, of somebody.
fn named(id: i64, line: &str, name: &str) -> TransferEntry {
    TransferEntry {
        name: name.to_owned(),
        ..entry(id, line)
    }
}

fn accounts() -> Vec<OwnAccount> {
    let own = |id, identifier, called: Option<&str>| OwnAccount {
        id: AccountId(id),
        identifier,
        called: called.map(str::to_owned),
    };
    let iban = |iban: &str| AccountIdentifier {
        iban: Some(iban.to_owned()),
        ..AccountIdentifier::default()
    };
    let number = |bank: &str, number: &str| AccountIdentifier {
        bank_id: Some(bank.to_owned()),
        number: Some(number.to_owned()),
        ..AccountIdentifier::default()
    };
    vec![
        own(1, iban("FR76 1010 7001 0100 0000 0001 123"), None),
        own(2, iban("FR7610107001020000000002124"), Some("Coussin")),
        own(3, iban("DE02120300000000202051"), None),
        own(4, number("30006", "12345678901"), None),
    ]
}

fn found(entries: &[TransferEntry]) -> Vec<(i64, i64)> {
    let found = transfers(entries, &accounts(), &HashSet::new());
    found.iter().map(|pair| (pair.from.0, pair.to.0)).collect()
}

#[test]
fn money_that_leaves_one_own_account_and_reaches_another_is_one_transfer() {
    let out = entry(1, "1 2026-03-06 -20000");
    assert_eq!(
        found(&[out.clone(), entry(2, "2 2026-03-09 20000")]),
        [(1, 2)]
    );
    for (other, why) in [
        ("2 2026-03-19 20000", "too late"),
        ("2 2026-03-04 20000", "before it left"),
        ("1 2026-03-06 20000", "one account"),
        ("2 2026-03-06 20001", "another amount"),
        ("2 2026-03-06 -20000", "the same way"),
    ] {
        assert!(found(&[out.clone(), entry(2, other)]).is_empty(), "{why}");
    }
}

#[test]
fn a_pair_that_a_person_refused_is_not_proposed_again() {
    let entries = [
        entry(1, "1 2026-03-06 -20000"),
        entry(2, "2 2026-03-06 20000"),
    ];
    let refused = HashSet::from([(EntryId(1), EntryId(2))]);
    assert!(transfers(&entries, &accounts(), &refused).is_empty());
}

#[test]
fn a_tie_is_not_guessed_but_a_number_decides_it() {
    let mut entries = [
        entry(1, "1 2026-03-06 -20000"),
        entry(2, "2 2026-03-06 20000"),
        entry(3, "3 2026-03-06 20000"),
    ];
    assert!(found(&entries).is_empty());
    for own in entries.iter_mut().filter(|entry| entry.id == EntryId(1)) {
        own.other_account = Some("DE02 1203 0000 0000 2020 51".to_owned());
    }
    assert_eq!(found(&entries), [(1, 3)]);
}

#[test]
fn the_name_of_an_account_decides_a_tie() {
    let entries = [
        entry(1, "1 2026-03-06 -20000 VIR VERS COUSSIN"),
        entry(2, "2 2026-03-06 20000"),
        entry(3, "3 2026-03-06 20000"),
    ];
    assert_eq!(found(&entries), [(1, 2)]);
}

#[test]
fn the_nearest_day_decides_between_equal_amounts_within_a_week() {
    let entries = [
        entry(1, "1 2026-03-02 -5000"),
        entry(2, "2 2026-03-03 5000"),
        entry(3, "1 2026-03-04 -5000"),
        entry(4, "2 2026-03-05 5000"),
    ];
    assert_eq!(found(&entries), [(1, 2), (3, 4)]);
}

#[test]
fn two_equal_transfers_of_one_day_are_two_in_whatever_order_they_came() {
    let mut entries = vec![
        entry(1, "1 2026-03-06 -5000"),
        entry(2, "1 2026-03-06 -5000"),
        entry(3, "2 2026-03-06 5000"),
        entry(4, "2 2026-03-06 5000"),
    ];
    assert_eq!(found(&entries), [(1, 3), (2, 4)]);
    entries.reverse();
    let mut turned = found(&entries);
    turned.sort_unstable();
    assert_eq!(turned, [(1, 3), (2, 4)]);
    entries.pop();
    assert!(
        found(&entries).is_empty(),
        "one of two arrived: which one, nobody knows"
    );
}

#[test]
fn what_goes_to_somebody_elses_number_is_no_transfer_of_ones_own() {
    let mut out = entry(1, "1 2026-03-06 -20000");
    out.other_account = Some("FR7630006000011234567890189".to_owned());
    let into = entry(2, "2 2026-03-06 20000");
    assert!(found(&[out.clone(), into.clone()]).is_empty());
    out.other_account = Some("XXXX0189".to_owned());
    assert_eq!(
        found(&[out, into]),
        [(1, 2)],
        "a masked number says nothing of what it is not"
    );
}

#[test]
fn an_iban_names_the_account_that_is_known_by_the_number_inside_it() {
    let mut out = entry(1, "1 2026-03-06 -20000 VIR M PAUL ROUX");
    out.name = "Paul Roux".to_owned();
    out.other_account = Some("FR76 3000 6000 0112 3456 7890 189".to_owned());
    let mut into = entry(2, "4 2026-03-06 20000 VERSEMENT");
    into.payment = PaymentType::Other;
    assert_eq!(found(&[out, into]), [(1, 2)]);
}

#[test]
fn a_purchase_and_a_refund_of_the_same_amount_are_no_transfer() {
    let mut bought = entry(1, "1 2026-03-06 -2000");
    bought.payment = PaymentType::Card;
    assert!(found(&[bought, entry(2, "2 2026-03-06 2000")]).is_empty());
}

#[test]
fn money_sent_to_one_person_and_received_from_another_is_no_transfer() {
    let out = named(1, "1 2026-03-06 -5000 VIR MARIE DUPONT", "Marie Dupont");
    let into = named(2, "2 2026-03-06 5000 VIR JEAN MARTIN", "Jean Martin");
    assert!(found(&[out.clone(), into.clone()]).is_empty());
    assert!(
        found(&[out.clone(), entry(2, "2 2026-03-06 5000")]).is_empty(),
        "one of them is named, and may be anybody"
    );
    let own = named(2, "2 2026-03-06 5000 VIR DUPONT MARIE", "Dupont Marie");
    assert_eq!(
        found(&[out, own]),
        [(1, 2)],
        "one's own name on both sides is one's own transfer"
    );
    let livret = named(1, "1 2026-03-06 -5000 VIR LIVRET A", "Livret A");
    assert_eq!(found(&[livret, into]), [(1, 2)]);
}

#[test]
fn another_currency_counts_only_where_a_statement_states_it() {
    let (mut out, mut into) = (
        entry(1, "1 2026-03-06 -9240"),
        entry(2, "2 2026-03-07 10000"),
    );
    into.currency = "USD".parse().unwrap();
    assert!(found(&[out.clone(), into.clone()]).is_empty());
    out.stated = Some((10_000, into.currency));
    assert_eq!(found(&[out.clone(), into.clone()]), [(1, 2)]);
    out.stated = None;
    into.stated = Some((9240, Currency::EUR));
    assert_eq!(
        found(&[out, into]),
        [(1, 2)],
        "either side may be the one that states it"
    );
}

#[test]
fn the_words_of_accounts_are_in_order() {
    // Looked up by halving.
    assert!(evidence::OF_ACCOUNTS.is_sorted());
}
