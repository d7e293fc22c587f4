//! Money between own accounts: found whatever the order, shown once in each account, neither income nor spending, and the
//! user's word on it stands.
#![allow(clippy::unwrap_used)]

use chrono::NaiveDate;
use domain::{AccountId, EntryId, OperationId};
use ledger::{
    Answers, ConversationKind, Dropped, EntryRow, Error, ExportFormat, Ledger, MonthRow,
    SetAccount, Watch,
};
use vault::Key;

struct Fixture {
    _folder: tempfile::TempDir,
    ledger: Ledger,
}

const CURRENT: &str = "00012345678";
const SAVINGS: &str = "00099999999";
const JOINT: &str = "00055555555";

/// An OFX file of one account; each line is `day amount name`.
fn file(account: &str, lines: &[&str]) -> Dropped {
    let rows: String = lines
        .iter()
        .enumerate()
        .map(|(index, line)| {
            let fields: Vec<&str> = line.splitn(3, ' ').collect();
            format!(
                "<STMTTRN><TRNTYPE>XFER<DTPOSTED>{}<TRNAMT>{}<FITID>{account}{index}<NAME>{}</STMTTRN>\n",
                fields[0].replace('-', ""),
                fields[1],
                fields[2]
            )
        })
        .collect();
    written(account, &rows)
}

fn written(account: &str, rows: &str) -> Dropped {
    let text = format!(
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:UTF-8\nCHARSET:NONE\nCOMPRESSION:NONE\n\n\
         <OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>EUR\n\
         <BANKACCTFROM><BANKID>10107<ACCTID>{account}<ACCTTYPE>CHECKING</BANKACCTFROM>\n<BANKTRANLIST>\n{rows}\
         </BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"
    );
    Dropped {
        name: format!("{account}.ofx"),
        bytes: text.into_bytes(),
    }
}

fn household() -> Vec<Dropped> {
    vec![
        file(
            CURRENT,
            &[
                "2026-10-05 2180.00 ATELIER NORD SALAIRE",
                "2026-10-06 -200.00 VIR LIVRET A",
                "2026-10-12 -50.00 VIR LIVRET A",
                "2026-10-12 -50.00 VIR LIVRET A",
                "2026-10-20 -31.00 VIR MARIE DUPONT",
                "2026-10-27 -75.00 VIREMENT",
            ],
        ),
        file(
            SAVINGS,
            &[
                "2026-10-07 200.00 VIR COMPTE COURANT",
                "2026-10-13 50.00 VIR COMPTE COURANT",
                "2026-10-13 50.00 VIR COMPTE COURANT",
                "2026-10-20 31.00 VIR JEAN MARTIN",
                "2026-10-27 75.00 VIREMENT",
            ],
        ),
        file(
            JOINT,
            &[
                "2026-10-06 200.00 VIR MARC PETIT",
                "2026-10-27 75.00 VIREMENT",
            ],
        ),
        file(
            CURRENT,
            &[
                "2026-10-06 -200.00 VIR LIVRET A",
                "2026-10-08 -18.00 VIR LIVRET A",
            ],
        ),
    ]
}

fn fixture(files: &[Dropped]) -> (Fixture, Vec<OperationId>) {
    let folder = tempfile::tempdir().unwrap();
    let ledger = Ledger::create(folder.path(), &Key::random().unwrap()).unwrap();
    let fixture = Fixture {
        _folder: folder,
        ledger,
    };
    let made = files.iter().map(|file| fixture.import(file)).collect();
    (fixture, made)
}

impl Fixture {
    fn import(&self, file: &Dropped) -> OperationId {
        let done = self
            .ledger
            .import(file, &Answers::none(), true, Watch::nobody());
        done.unwrap().operation.unwrap()
    }

    fn export(&self) -> String {
        let mut out = Vec::new();
        self.ledger.export(ExportFormat::Json, &mut out).unwrap();
        let well = Vec::<String>::new();
        assert_eq!(self.ledger.verify().unwrap(), well, "it always verifies");
        String::from_utf8(out).unwrap()
    }

    /// The account whose statements have this number.
    fn account(&self, number: &str) -> AccountId {
        let accounts = self.ledger.accounts().unwrap();
        let found = accounts
            .iter()
            .find(|view| view.row.identifier.number.as_deref() == Some(number));
        found.unwrap().row.id
    }

    /// The entries of an account of this amount in cents.
    fn entries(&self, number: &str, cents: i64) -> Vec<EntryRow> {
        let account = self.account(number);
        let found = self.ledger.search("vir", 100).unwrap().entries();
        let more = self.ledger.search("virement", 100).unwrap().entries();
        let mut rows: Vec<EntryRow> = found
            .into_iter()
            .chain(more)
            .filter(|row| row.state.entry.account == account)
            .filter(|row| row.state.entry.amount_minor == cents)
            .collect();
        rows.sort_by_key(|row| row.state.entry.id);
        rows.dedup_by_key(|row| row.state.entry.id);
        rows
    }

    fn entry(&self, number: &str, cents: i64) -> EntryRow {
        self.entries(number, cents).remove(0)
    }

    fn id(&self, number: &str, cents: i64) -> EntryId {
        self.entry(number, cents).state.entry.id
    }

    /// The other side of an entry.
    fn other(&self, number: &str, cents: i64) -> Option<EntryId> {
        let side = self.entry(number, cents).other_side;
        side.map(|side| side.key.id)
    }

    fn october(&self, number: &str) -> MonthRow {
        let day = NaiveDate::from_ymd_opt(2026, 10, 1).unwrap();
        let months = self.ledger.account_months(self.account(number), day, day);
        months.unwrap().remove(0)
    }
}

#[test]
fn money_between_own_accounts_points_to_its_other_side_and_counts_as_neither_income_nor_spending() {
    let (ledger, _) = fixture(&household()[..2]);
    assert_eq!(
        ledger.other(CURRENT, -20_000),
        Some(ledger.id(SAVINGS, 20_000))
    );
    assert_eq!(
        ledger.other(SAVINGS, 20_000),
        Some(ledger.id(CURRENT, -20_000))
    );
    let twice = ledger.entries(CURRENT, -5_000);
    let others: Vec<EntryId> = twice
        .iter()
        .map(|row| row.other_side.as_ref().unwrap().key.id)
        .collect();
    assert_eq!(others.len(), 2);
    assert_ne!(others[0], others[1], "two equal transfers are two");
    assert_eq!(
        ledger.other(CURRENT, -3_100),
        None,
        "to one person, from another"
    );
    let october = ledger.october(CURRENT).movement;
    assert_eq!((october.income(), october.spending()), (218_000, -3_100));
    assert_eq!(
        october.net(),
        218_000 - 20_000 - 10_000 - 3_100 - 7_500,
        "the account's balance has moved all the same"
    );
    let list = ledger.ledger.conversations(100).unwrap();
    let names: Vec<&str> = list
        .iter()
        .map(|one| one.counterparty.counterparty.key.as_str())
        .collect();
    assert!(
        !names.iter().any(|key| key.contains("livret")),
        "nobody is paid: {names:?}"
    );
    let page = ledger.ledger.page(
        ConversationKind::Account(ledger.account(SAVINGS)),
        &ledger::PageFrom::End,
        100,
    );
    let shown = page.unwrap().items;
    let shown = shown
        .iter()
        .filter(|item| matches!(item.kind, ledger::ItemKind::Entry(..)));
    assert_eq!(shown.count(), 5, "each is shown in its account");
    ledger.export();
}

#[test]
fn any_order_of_imports_and_undos_finds_the_same_transfers() {
    let files = household();
    let (first, _) = fixture(&files);
    let whole = first.export();
    assert!(whole.contains("\"transfer\": {"), "there are some to find");
    for order in [[3, 2, 1, 0], [1, 0, 3, 2], [2, 3, 0, 1], [1, 3, 2, 0]] {
        let turned: Vec<Dropped> = order.iter().map(|index| files[*index].clone()).collect();
        let (ledger, made) = fixture(&turned);
        assert_eq!(ledger.export(), whole, "in the order {order:?}");
        for undone in [vec![0], vec![1, 3], vec![2]] {
            for index in &undone {
                ledger.ledger.undo(made[*index]).unwrap();
            }
            let left: Vec<Dropped> = (0..turned.len())
                .filter(|index| !undone.contains(index))
                .map(|index| turned[index].clone())
                .collect();
            let (fresh, _) = fixture(&left);
            assert_eq!(
                ledger.export(),
                fresh.export(),
                "without {undone:?} of {order:?}"
            );
            for index in &undone {
                ledger.ledger.redo(made[*index]).unwrap();
            }
        }
        assert_eq!(ledger.export(), whole, "and all of it again");
    }
}

#[test]
fn a_pair_that_the_user_parts_stays_parted_when_its_file_comes_again() {
    let files = household();
    let (ledger, made) = fixture(&files[..2]);
    let (out, into) = (ledger.id(CURRENT, -20_000), ledger.id(SAVINGS, 20_000));
    let parted = ledger.ledger.part_entries(into, out).unwrap();
    assert_eq!(ledger.other(CURRENT, -20_000), None);
    assert_eq!(ledger.october(SAVINGS).movement.income(), 20_000 + 3_100);
    assert!(
        matches!(
            ledger.ledger.part_entries(out, into),
            Err(Error::Refused(_))
        ),
        "in whatever order they are named"
    );
    ledger.ledger.undo(made[1]).unwrap();
    ledger.import(&files[1]);
    assert_eq!(
        ledger.other(CURRENT, -20_000),
        None,
        "the word outlives the file"
    );
    ledger.export();
    ledger.ledger.undo(parted).unwrap();
    assert_eq!(ledger.other(CURRENT, -20_000), Some(into));
    ledger.ledger.redo(parted).unwrap();
    assert_eq!(ledger.other(CURRENT, -20_000), None);
    assert!(
        ledger.ledger.possible_counterparts(out).unwrap().is_empty(),
        "nor is it asked again"
    );
    ledger.export();
}

#[test]
fn what_no_rule_pairs_the_user_may() {
    let files = household();
    let (ledger, made) = fixture(&files[..3]);
    assert_eq!(
        ledger.other(CURRENT, -7_500),
        None,
        "it could have gone to either"
    );
    let out = ledger.id(CURRENT, -7_500);
    let possible = ledger.ledger.possible_counterparts(out).unwrap();
    assert_eq!(possible.len(), 2, "both are proposed");
    let joint = ledger.id(JOINT, 7_500);
    let paired = ledger.ledger.pair_entries(out, joint).unwrap();
    assert_eq!(ledger.other(JOINT, 7_500), Some(out));
    assert!(ledger.entry(CURRENT, -7_500).other_side.unwrap().by_user);
    let savings = ledger.id(SAVINGS, 7_500);
    assert!(
        matches!(
            ledger.ledger.pair_entries(out, savings),
            Err(Error::Refused(_))
        ),
        "money arrives once"
    );
    ledger.export();
    ledger.ledger.undo(made[2]).unwrap();
    assert_eq!(
        ledger.other(CURRENT, -7_500),
        Some(savings),
        "without the joint account there is but one it could be"
    );
    ledger.export();
    ledger.ledger.redo(made[2]).unwrap();
    assert_eq!(
        ledger.other(CURRENT, -7_500),
        Some(joint),
        "the word holds again"
    );
    ledger.ledger.undo(paired).unwrap();
    assert_eq!(ledger.other(CURRENT, -7_500), None);
    for (a, b) in [(out, ledger.id(CURRENT, -3_100)), (joint, savings)] {
        assert!(
            matches!(ledger.ledger.pair_entries(a, b), Err(Error::Refused(_))),
            "two accounts, one gives and one takes"
        );
    }
    ledger.export();
}

#[test]
fn what_an_account_is_called_is_looked_for_in_the_words_of_the_others() {
    let files = [
        file(CURRENT, &["2026-10-06 -90.00 VIR VACANCES"]),
        file(SAVINGS, &["2026-10-06 90.00 VIREMENT"]),
        file(JOINT, &["2026-10-06 90.00 VIREMENT"]),
    ];
    let (ledger, _) = fixture(&files);
    assert_eq!(ledger.other(CURRENT, -9_000), None);
    let named = SetAccount {
        name: Some("Vacances".to_owned()),
        ..SetAccount::default()
    };
    let account = ledger.account(JOINT);
    ledger.ledger.set_account(account, named).unwrap();
    assert_eq!(ledger.other(CURRENT, -9_000), Some(ledger.id(JOINT, 9_000)));
    ledger.export();
    let last = ledger.ledger.history().unwrap()[0].row.id;
    ledger.ledger.undo(last).unwrap();
    assert_eq!(ledger.other(CURRENT, -9_000), None);
    ledger.export();
}

#[test]
fn a_deleted_side_leaves_the_other_as_what_its_text_says() {
    let (ledger, _) = fixture(&household()[..2]);
    let gone = ledger
        .ledger
        .delete_entry(ledger.id(SAVINGS, 20_000))
        .unwrap();
    assert_eq!(ledger.other(CURRENT, -20_000), None);
    assert_eq!(ledger.october(CURRENT).movement.spending(), -23_100);
    ledger.export();
    ledger.ledger.undo(gone).unwrap();
    assert_eq!(
        ledger.other(CURRENT, -20_000),
        Some(ledger.id(SAVINGS, 20_000))
    );
    ledger.export();
}

#[test]
fn an_original_amount_and_its_rate_are_kept_as_stated() {
    let rows = "<STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20261006<TRNAMT>-46.19<FITID>1<NAME>VIREO BOOKS\
                <ORIGCURRENCY><CURRATE>0.9256<CURSYM>USD</ORIGCURRENCY></STMTTRN>\n";
    let (ledger, _) = fixture(&[written(CURRENT, rows)]);
    let row = ledger
        .ledger
        .search("vireo", 1)
        .unwrap()
        .entries()
        .remove(0);
    let (amount, currency) = row.sighting.original.clone().unwrap();
    assert_eq!((amount.as_str(), currency.code()), ("-49.90", "USD"));
    assert_eq!(row.sighting.rate.as_deref(), Some("0.9256"));
    let exported = ledger.export();
    assert!(
        exported.contains("\"rate\": \"0.9256\""),
        "it leaves with the rest"
    );
}
