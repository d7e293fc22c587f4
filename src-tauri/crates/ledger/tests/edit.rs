//! What the user does to entries and counterparties: it holds, it survives imports and their undo, and it can be undone.
#![allow(clippy::unwrap_used)]

use domain::{CounterpartyId, EntryId, OperationId};
use ledger::{Answers, Dropped, EntryRow, Error, ExportFormat, Ledger, Watch};
use vault::Key;

struct Fixture {
    _folder: tempfile::TempDir,
    ledger: Ledger,
    import: OperationId,
}

fn bank() -> Dropped {
    let rows = [
        ("20261002", "-4.20", "F1", "BOULANGERIE MOREL"),
        ("20261005", "-12.50", "F2", "GRAND MARCHE"),
        ("20261009", "-30.00", "F3", "VOLT ET CIE"),
    ];
    let rows: String = rows
        .iter()
        .map(|(day, amount, id, name)| {
            format!("<STMTTRN><TRNTYPE>OTHER<DTPOSTED>{day}<TRNAMT>{amount}<FITID>{id}<NAME>{name}</STMTTRN>\n")
        })
        .collect();
    let text = format!(
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:UTF-8\nCHARSET:NONE\nCOMPRESSION:NONE\n\n\
         <OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>EUR\n\
         <BANKACCTFROM><BANKID>10107<ACCTID>04178820316<ACCTTYPE>CHECKING</BANKACCTFROM>\n<BANKTRANLIST>\n{rows}\
         </BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"
    );
    Dropped {
        name: "october.ofx".to_owned(),
        bytes: text.into_bytes(),
    }
}

fn import(ledger: &Ledger) -> OperationId {
    let done = ledger.import(&bank(), &Answers::none(), true, Watch::nobody());
    done.unwrap().operation.unwrap()
}

fn fixture() -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    let ledger = Ledger::create(folder.path(), &Key::random().unwrap()).unwrap();
    let import = import(&ledger);
    Fixture {
        _folder: folder,
        ledger,
        import,
    }
}

impl Fixture {
    fn found(&self, words: &str) -> Vec<EntryRow> {
        self.ledger.search(words, 100).unwrap().entries()
    }

    fn entry(&self, words: &str) -> EntryId {
        self.found(words)[0].state.entry.id
    }

    fn counterparty(&self, words: &str) -> CounterpartyId {
        self.found(words)[0].state.entry.counterparty
    }

    /// Names and counts of the list.
    fn listed(&self) -> Vec<(String, i64)> {
        let list = self.ledger.conversations(100).unwrap();
        let mut rows: Vec<(String, i64)> = list
            .into_iter()
            .map(|one| {
                let name = one.counterparty.user_name;
                (
                    name.unwrap_or(one.counterparty.counterparty.name),
                    one.row.entry_count,
                )
            })
            .collect();
        rows.sort();
        rows
    }

    fn export(&self) -> String {
        assert_eq!(
            self.ledger.verify().unwrap(),
            Vec::<String>::new(),
            "a ledger always verifies"
        );
        let mut out = Vec::new();
        self.ledger.export(ExportFormat::Json, &mut out).unwrap();
        self.ledger.export(ExportFormat::Csv, &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    /// Holds that an operation is undone as if it had never been, and done again as it was.
    fn goes_back_and_forth(&self, before: &str, done: OperationId) {
        let after = self.export();
        assert_ne!(after, before, "it did something");
        self.ledger.undo(done).unwrap();
        assert_eq!(self.export(), before, "undone, it never was");
        self.ledger.redo(done).unwrap();
        assert_eq!(self.export(), after, "done again, it is as it was");
    }
}

#[test]
fn each_operation_of_the_user_is_undone_and_done_again() {
    let fixture = fixture();
    let (morel, volt) = (fixture.counterparty("morel"), fixture.counterparty("volt"));
    let entry = fixture.entry("marche");
    type Do<'a> = Box<dyn Fn(&Ledger) -> ledger::Result<OperationId> + 'a>;
    let operations: Vec<Do<'_>> = vec![
        Box::new(|ledger| ledger.note_entry(entry, "present for Ana")),
        Box::new(|ledger| ledger.tag_entry(entry, &["gift".to_owned()], &[])),
        Box::new(|ledger| ledger.move_entry(entry, Some(volt))),
        Box::new(|ledger| ledger.rename_counterparty(volt, "Electricity")),
        Box::new(|ledger| ledger.merge_counterparties(morel, volt)),
        Box::new(|ledger| ledger.unmerge_counterparty(morel)),
        Box::new(|ledger| ledger.delete_entry(entry)),
        Box::new(|ledger| ledger.restore_entry(entry)),
    ];
    for operate in operations {
        let before = fixture.export();
        fixture.goes_back_and_forth(&before, operate(&fixture.ledger).unwrap());
    }
}

#[test]
fn a_merged_counterparty_has_one_conversation_sum_and_search_and_parts_again() {
    let fixture = fixture();
    let (morel, volt) = (fixture.counterparty("morel"), fixture.counterparty("volt"));
    let apart = fixture.export();
    fixture.ledger.merge_counterparties(morel, volt).unwrap();
    assert_eq!(
        fixture.listed(),
        [
            ("Grand Marche".to_owned(), 1),
            ("Volt et Cie".to_owned(), 2)
        ],
        "one conversation, called as the one merged into"
    );
    assert_eq!(
        fixture.found("volt").len(),
        2,
        "both are found by that name"
    );
    assert_eq!(
        fixture.found("morel").len(),
        1,
        "and by what the bank wrote"
    );
    let header = fixture.ledger.conversation(morel).unwrap().unwrap();
    assert_eq!(
        header.counterparty.id, volt,
        "the old address leads to the new one"
    );
    assert_eq!(fixture.ledger.merged_into(volt).unwrap()[0].id, morel);
    let refused = fixture.ledger.merge_counterparties(volt, morel);
    assert!(matches!(refused, Err(Error::Refused("one already"))));
    fixture.export();
    fixture.ledger.unmerge_counterparty(morel).unwrap();
    assert_eq!(fixture.export(), apart, "nothing of it is left");
    assert_eq!(fixture.found("volt").len(), 1);
}

#[test]
fn merges_that_would_lead_in_a_circle_are_refused_also_by_undo_and_redo() {
    let fixture = fixture();
    let (morel, volt) = (fixture.counterparty("morel"), fixture.counterparty("volt"));
    let first = fixture.ledger.merge_counterparties(morel, volt).unwrap();
    fixture.ledger.undo(first).unwrap();
    fixture.ledger.merge_counterparties(volt, morel).unwrap();
    let before = fixture.export();
    assert!(matches!(
        fixture.ledger.redo(first),
        Err(Error::Refused("one already"))
    ));
    assert_eq!(fixture.export(), before, "a refusal changes nothing");
}

#[test]
fn what_the_user_added_survives_the_undo_of_an_import_its_redo_and_another_import() {
    let fixture = fixture();
    let (morel, volt) = (fixture.counterparty("morel"), fixture.counterparty("volt"));
    let entry = fixture.entry("marche");
    fixture.ledger.note_entry(entry, "present for Ana").unwrap();
    fixture
        .ledger
        .tag_entry(entry, &["gift".to_owned()], &[])
        .unwrap();
    fixture.ledger.move_entry(entry, Some(volt)).unwrap();
    let with = fixture.export();
    fixture.ledger.undo(fixture.import).unwrap();
    assert!(
        fixture.found("ana").is_empty(),
        "what is not shown is not found"
    );
    // Said while nothing of it was shown.
    let merge = fixture.ledger.merge_counterparties(morel, volt).unwrap();
    fixture
        .ledger
        .rename_counterparty(volt, "Electricity")
        .unwrap();
    import(&fixture.ledger);
    fixture.export();
    assert_eq!(fixture.listed(), [("Electricity".to_owned(), 3)]);
    assert_eq!(
        fixture.found("electricity").len(),
        3,
        "found by the name given meanwhile"
    );
    fixture.ledger.undo(merge).unwrap();
    fixture.ledger.rename_counterparty(volt, "").unwrap();
    assert_eq!(
        fixture.export(),
        with,
        "note, tag and move are where they were"
    );
    assert!(
        fixture.found("electricity").is_empty(),
        "a name taken away finds nothing"
    );
    assert_eq!(fixture.found("ana gift")[0].state.entry.id, entry);
}

#[test]
fn tags_of_several_operations_are_undone_one_by_one() {
    let fixture = fixture();
    let entry = fixture.entry("marche");
    let tag = |add: &[&str], remove: &[&str]| {
        let owned = |tags: &[&str]| tags.iter().map(|tag| (*tag).to_owned()).collect::<Vec<_>>();
        fixture
            .ledger
            .tag_entry(entry, &owned(add), &owned(remove))
            .unwrap()
    };
    let first = tag(&["gift"], &[]);
    tag(&["home", "food"], &[]);
    tag(&[], &["food"]);
    let tags = || fixture.ledger.entry(entry).unwrap().0.tags;
    assert_eq!(tags(), ["gift", "home"]);
    fixture.ledger.undo(first).unwrap();
    assert_eq!(tags(), ["home"], "the first goes, the later ones stay");
}
