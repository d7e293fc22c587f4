//! Cash, notes on conversations, reminders, categories: they hold, they are undone and done again, and no import touches them.
#![allow(clippy::unwrap_used)]

use domain::{AccountId, CounterpartyId, Currency, EntryId, Money, NaiveDate, OperationId};
use ledger::{
    Answers, ConversationKind, Dropped, Error, ExportFormat, ItemKind, Ledger, Mark, NewCash,
    NoteRow, PageFrom, Watch, Written,
};
use vault::Key;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn euros(minor: i64) -> Money {
    Money::from_minor(minor, Currency::EUR)
}

/// A statement of one account, or of none that is named.
fn bank(name: &str, is_named: bool, rows: &[(&str, &str, &str)]) -> Dropped {
    let rows: String = rows
        .iter()
        .enumerate()
        .map(|(at, (day, amount, who))| {
            format!("<STMTTRN><TRNTYPE>OTHER<DTPOSTED>{day}<TRNAMT>{amount}<FITID>{name}{at}<NAME>{who}</STMTTRN>\n")
        })
        .collect();
    let account = if is_named {
        "<BANKACCTFROM><BANKID>10107<ACCTID>04178820316<ACCTTYPE>CHECKING</BANKACCTFROM>"
    } else {
        ""
    };
    let text = format!(
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:UTF-8\nCHARSET:NONE\nCOMPRESSION:NONE\n\n\
         <OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>EUR\n{account}\n<BANKTRANLIST>\n{rows}\
         </BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"
    );
    Dropped {
        name: format!("{name}.ofx"),
        bytes: text.into_bytes(),
    }
}

struct Fixture {
    _folder: tempfile::TempDir,
    ledger: Ledger,
    import: OperationId,
}

fn fixture() -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    let ledger = Ledger::create(folder.path(), &Key::random().unwrap()).unwrap();
    let rows = [
        ("20261002", "-4.20", "BOULANGERIE MOREL"),
        ("20261005", "-12.50", "GRAND MARCHE"),
    ];
    let done = ledger.import(
        &bank("october", true, &rows),
        &Answers::none(),
        true,
        Watch::nobody(),
    );
    Fixture {
        _folder: folder,
        import: done.unwrap().operation.unwrap(),
        ledger,
    }
}

impl Fixture {
    fn entry(&self, words: &str) -> EntryId {
        self.ledger.search(words, 100).unwrap().entries()[0]
            .state
            .entry
            .id
    }

    fn counterparty(&self, words: &str) -> CounterpartyId {
        self.ledger.search(words, 100).unwrap().entries()[0]
            .state
            .entry
            .counterparty
    }

    fn cash(&self, minor: i64, who: &str, conversation: Option<CounterpartyId>) -> NewCash {
        NewCash {
            money: euros(minor),
            day: day("2026-10-05"),
            who: who.to_owned(),
            conversation,
        }
    }

    fn account_of(&self, entry: EntryId) -> AccountId {
        self.ledger.entry(entry).unwrap().0.state.entry.account
    }

    fn entry_of(&self, operation: OperationId) -> EntryId {
        let row = self.ledger.operation(operation).unwrap().row;
        row.operation.entry.unwrap()
    }

    fn notes(&self, with: ConversationKind) -> Vec<NoteRow> {
        let page = self.ledger.page(with, &PageFrom::End, 200).unwrap();
        let items = page.items.into_iter();
        items
            .filter_map(|item| match item.kind {
                ItemKind::Note(note) => Some(*note),
                _ => None,
            })
            .collect()
    }

    fn export(&self) -> String {
        let none: Vec<String> = Vec::new();
        assert_eq!(
            self.ledger.verify().unwrap(),
            none,
            "a ledger always verifies"
        );
        let mut out = Vec::new();
        self.ledger.export(ExportFormat::Json, &mut out).unwrap();
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

fn written(text: &str) -> Written {
    Written {
        text: text.to_owned(),
        ..Written::default()
    }
}

#[test]
fn every_word_of_the_user_is_undone_and_done_again() {
    let fixture = fixture();
    let ledger = &fixture.ledger;
    let market = fixture.counterparty("marche");
    let cash = ledger
        .add_cash(&fixture.cash(-420, "café", Some(market)))
        .unwrap();
    let entry = fixture.entry_of(cash);
    let with = ConversationKind::Counterparty(market);
    let note = ledger.write_note(with, &written("loyalty card")).unwrap();
    let remind = Written {
        remind: Some(day("2030-01-01")),
        ..written("bottles")
    };
    let reminder = ledger.write_note(with, &remind).unwrap();
    type Do<'a> = Box<dyn Fn() -> ledger::Result<OperationId> + 'a>;
    let operations: Vec<Do<'_>> = vec![
        Box::new(|| ledger.add_cash(&fixture.cash(-900, "Florist", None))),
        Box::new(|| ledger.edit_cash(entry, &fixture.cash(-500, "thé", Some(market)))),
        Box::new(|| ledger.note_entry(entry, "with Ana")),
        Box::new(|| ledger.delete_entry(entry)),
        Box::new(|| ledger.restore_entry(entry)),
        Box::new(|| ledger.write_note(with, &written("open on Sundays"))),
        Box::new(|| ledger.edit_note(note, &written("two loyalty cards"))),
        Box::new(|| ledger.finish_reminder(reminder, true)),
        Box::new(|| ledger.edit_note(reminder, &Written::default())),
        Box::new(|| ledger.categorise(market, Some("leisure"))),
        Box::new(|| ledger.name_category(None, "Garden", "plant-fill")),
        Box::new(|| ledger.categorise(market, Some("own-garden"))),
        Box::new(|| ledger.name_category(Some("leisure"), "Fun", "")),
    ];
    for operate in operations {
        let before = fixture.export();
        fixture.goes_back_and_forth(&before, operate().unwrap());
    }
}

#[test]
fn cash_is_in_an_account_of_its_own_which_is_there_while_something_is_in_it() {
    let fixture = fixture();
    let ledger = &fixture.ledger;
    let market = fixture.counterparty("marche");
    let before = ledger.accounts().unwrap().len();
    let done = ledger
        .add_cash(&fixture.cash(-420, "café", Some(market)))
        .unwrap();
    let accounts = ledger.accounts().unwrap();
    let own: Vec<_> = accounts
        .iter()
        .filter(|account| account.row.is_own)
        .collect();
    assert_eq!((accounts.len(), own.len()), (before + 1, 1));
    assert_eq!(own[0].kind.as_str(), "cash");
    assert_eq!(own[0].movement, euros(-420));
    assert_eq!(own[0].balance, None, "nobody stated what the purse held");
    let (row, sightings) = ledger.entry(fixture.entry_of(done)).unwrap();
    assert_eq!(
        row.state.entry.counterparty, market,
        "the conversation it was written in"
    );
    assert_eq!(row.sighting.texts[0].1, "Café");
    assert!(sightings.is_empty(), "no document shows it");
    let conversation = ledger.conversation(market).unwrap().unwrap();
    assert_eq!(conversation.row.entry_count, 2);
    assert_eq!(
        fixture.entry("cafe"),
        row.state.entry.id,
        "found by its words"
    );
    let unread = own[0].conversation.as_ref().unwrap().unread_count;
    assert_eq!(unread, 0, "nobody is told what they typed");
    ledger.undo(done).unwrap();
    assert_eq!(ledger.accounts().unwrap().len(), before);
}

#[test]
fn cash_goes_to_whoever_the_words_name() {
    let fixture = fixture();
    let ledger = &fixture.ledger;
    let (morel, market) = (
        fixture.counterparty("morel"),
        fixture.counterparty("marche"),
    );
    let whose = |cash: NewCash| {
        let done = ledger.add_cash(&cash).unwrap();
        let row = ledger.entry(fixture.entry_of(done)).unwrap().0;
        (row.counterparty.id, row.counterparty.counterparty.name)
    };
    assert_eq!(whose(fixture.cash(-1, "boulangerie morel", None)).0, morel);
    assert_eq!(
        whose(fixture.cash(-2, "Boulangerie Morel", Some(market))).0,
        morel,
        "also where it is written in another conversation"
    );
    ledger.rename_counterparty(morel, "The bakery").unwrap();
    assert_eq!(whose(fixture.cash(-3, "the bakery", None)).0, morel);
    let (florist, name) = whose(fixture.cash(-4, "fleuriste", None));
    assert_eq!(name, "Fleuriste", "somebody new");
    assert_eq!(whose(fixture.cash(-5, "Fleuriste", None)).0, florist);
    let nobody = ledger.add_cash(&fixture.cash(-6, " ", None));
    assert!(matches!(nobody, Err(Error::Refused("nobody named"))));
    fixture.export();
}

#[test]
fn a_change_of_cash_keeps_what_hangs_on_it() {
    let fixture = fixture();
    let ledger = &fixture.ledger;
    let market = fixture.counterparty("marche");
    let done = ledger
        .add_cash(&fixture.cash(-420, "café", Some(market)))
        .unwrap();
    let entry = fixture.entry_of(done);
    ledger.note_entry(entry, "with Ana").unwrap();
    let change = NewCash {
        money: euros(-650),
        day: day("2026-09-30"),
        ..fixture.cash(0, "thé", Some(market))
    };
    ledger.edit_cash(entry, &change).unwrap();
    let (row, _) = ledger.entry(entry).unwrap();
    assert_eq!(row.state.entry.amount_minor, -650);
    assert_eq!(row.state.entry.day, day("2026-09-30"));
    assert_eq!(row.note.as_deref(), Some("with Ana"));
    assert!(ledger.search("cafe", 9).unwrap().entries().is_empty());
    assert_eq!(fixture.entry("the"), entry);
    let shown = fixture.entry("morel");
    let refused = ledger.edit_cash(shown, &change);
    assert!(matches!(
        refused,
        Err(Error::Refused("not written by hand"))
    ));
    let dollars = NewCash {
        money: Money::from_minor(-650, "USD".parse().unwrap()),
        ..change
    };
    assert!(matches!(
        ledger.edit_cash(entry, &dollars),
        Err(Error::Refused("another currency"))
    ));
    fixture.export();
}

#[test]
fn no_import_is_of_the_account_of_cash_nor_takes_what_is_in_it_for_its_own() {
    let fixture = fixture();
    let ledger = &fixture.ledger;
    let done = ledger
        .add_cash(&fixture.cash(-1250, "Grand Marche", None))
        .unwrap();
    let own = fixture.account_of(fixture.entry_of(done));
    // The same day, amount and words, in a file that names no account.
    let rows = [("20261005", "-12.50", "GRAND MARCHE")];
    let nameless = bank("nameless", false, &rows);
    let review = ledger
        .preview(&nameless, &Answers::none(), Watch::nobody())
        .unwrap();
    for question in &review.questions {
        let offered = question
            .choices
            .iter()
            .any(|choice| choice.value == own.0.to_string());
        assert!(
            !offered,
            "nobody is asked whether a file is of it: {question:?}"
        );
    }
    let mut answers = Answers::none();
    answers.set("account", &own.0.to_string());
    let answered = ledger.import(&nameless, &answers, true, Watch::nobody());
    if let Ok(imported) = answered {
        let accounts = imported.review.accounts.iter();
        assert!(accounts.clone().all(|account| account.id != Some(own)));
    }
    let in_purse = ledger
        .page(ConversationKind::Account(own), &PageFrom::End, 9)
        .unwrap();
    let entries = in_purse
        .items
        .iter()
        .filter(|item| matches!(item.kind, ItemKind::Entry(..)));
    assert_eq!(entries.count(), 1);
    fixture.export();
}

#[test]
fn words_on_a_conversation_stay_whatever_becomes_of_its_imports() {
    let fixture = fixture();
    let ledger = &fixture.ledger;
    let (morel, market) = (
        fixture.counterparty("morel"),
        fixture.counterparty("marche"),
    );
    let with = ConversationKind::Counterparty(market);
    let tagged = Written {
        tags: vec!["card".to_owned()],
        ..written("loyalty card")
    };
    ledger.write_note(with, &tagged).unwrap();
    ledger.categorise(market, Some("leisure")).unwrap();
    let mark = Mark {
        is_muted: true,
        is_pinned: true,
    };
    ledger.mark(with, mark).unwrap();
    let before = fixture.export();
    ledger.undo(fixture.import).unwrap();
    fixture.export();
    ledger.redo(fixture.import).unwrap();
    let again = [("20261106", "-3.00", "GRAND MARCHE")];
    let more = bank("november", true, &again);
    let import = ledger
        .import(&more, &Answers::none(), true, Watch::nobody())
        .unwrap();
    let conversation = ledger.conversation(market).unwrap().unwrap();
    assert_eq!(conversation.mark, mark);
    let category = ledger::Category::of_entry(&conversation.last.unwrap()).unwrap();
    assert_eq!(
        (category.word.as_str(), category.by_user),
        ("leisure", true)
    );
    assert_eq!(fixture.notes(with)[0].note, "loyalty card");
    ledger.undo(import.operation.unwrap()).unwrap();
    assert_eq!(
        fixture.export(),
        before,
        "imports come and go beside the words"
    );
    assert_eq!(ledger.tags().unwrap(), [("card".to_owned(), 1)]);
    ledger.merge_counterparties(market, morel).unwrap();
    let joined = ConversationKind::Counterparty(morel);
    assert_eq!(fixture.notes(joined).len(), 1, "notes go with the merged");
    fixture.export();
}

#[test]
fn a_category_is_guessed_until_the_user_says_it_and_again_once_theirs_is_gone() {
    let fixture = fixture();
    let ledger = &fixture.ledger;
    let morel = fixture.counterparty("morel");
    let said = || {
        let last = ledger.conversation(morel).unwrap().unwrap().last.unwrap();
        let category = ledger::Category::of_entry(&last).unwrap();
        (category.word, category.by_user)
    };
    let guess = ("dining".to_owned(), false);
    assert_eq!(said(), guess);
    ledger.name_category(None, "Garden", "plant-fill").unwrap();
    let twice = ledger.name_category(None, "garden", "");
    assert!(matches!(twice, Err(Error::Refused("named already"))));
    ledger.categorise(morel, Some("own-garden")).unwrap();
    assert_eq!(said(), ("own-garden".to_owned(), true));
    ledger.name_category(Some("own-garden"), "", "").unwrap();
    assert_eq!(said(), guess, "a category that is gone is nobody's");
    let unknown = ledger.categorise(morel, Some("own-garden"));
    assert!(matches!(unknown, Err(Error::Refused("no such category"))));
    ledger.name_category(Some("dining"), "Bread", "").unwrap();
    let names = ledger.categories().unwrap();
    let dining = names.iter().find(|one| one.word == "dining").unwrap();
    assert_eq!(dining.name.as_deref(), Some("Bread"));
    fixture.export();
}

#[test]
fn a_review_says_whose_conversation_a_row_joins_as_the_user_calls_it_and_which_would_be_new() {
    let fixture = fixture();
    let ledger = &fixture.ledger;
    let (bakery, market) = (
        fixture.counterparty("boulangerie"),
        fixture.counterparty("marche"),
    );
    ledger.rename_counterparty(bakery, "Chez Morel").unwrap();
    ledger.merge_counterparties(market, bakery).unwrap();
    let rows = [
        ("20261102", "-4.20", "BOULANGERIE MOREL"),
        ("20261105", "-12.50", "GRAND MARCHE"),
        ("20261107", "-9.05", "PARKING CENTRE"),
    ];
    let november = bank("november", true, &rows);
    let review = ledger
        .preview(&november, &Answers::none(), Watch::nobody())
        .unwrap();
    let joins = review.rows.iter().map(|row| {
        let known = row.joins.as_ref()?;
        known.user_name.clone()
    });
    assert_eq!(
        joins.collect::<Vec<_>>(),
        [Some("Chez Morel".into()), Some("Chez Morel".into()), None],
        "two of them go where the user put their like, and the third begins a conversation"
    );
}
