//! Files that say to the letter what files before them say: kept as references, and yet told of like any other.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::fs;
use std::path::Path;

use domain::{AccountId, EntryId};
use ledger::{
    Answers, ConversationKind, Dropped, ExportFormat, Imported, ItemKind, Ledger, PageFrom, Watch,
};
use vault::Key;

fn ledger_in(folder: &Path) -> Ledger {
    Ledger::create(folder, &Key::random().unwrap()).unwrap()
}

/// An OFX file of one account; each line is `day fitid amount name`.
fn ofx(name: &str, lines: &[&str]) -> Dropped {
    let mut body = String::from(
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nENCODING:UTF-8\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR\n\
         <BANKACCTFROM><BANKID>10107<ACCTID>00012345678<ACCTTYPE>CHECKING</BANKACCTFROM><BANKTRANLIST>\n",
    );
    for line in lines {
        let fields: Vec<&str> = line.splitn(4, ' ').collect();
        body += &format!(
            "<STMTTRN><TRNTYPE>OTHER<DTPOSTED>{}<TRNAMT>{}<FITID>{}<NAME>{}</STMTTRN>\n",
            fields[0].replace('-', ""),
            fields[2],
            fields[1],
            fields[3]
        );
    }
    body += "</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n";
    Dropped {
        name: name.to_owned(),
        bytes: body.into_bytes(),
    }
}

fn import(ledger: &Ledger, file: &Dropped) -> Imported {
    ledger
        .import(file, &Answers::none(), true, Watch::nobody())
        .unwrap()
}

fn undo(ledger: &Ledger, import: &Imported) {
    ledger.undo(import.operation.unwrap()).unwrap();
}

fn export(ledger: &Ledger) -> String {
    let mut out = Vec::new();
    ledger.export(ExportFormat::Json, &mut out).unwrap();
    assert_eq!(ledger.verify().unwrap(), Vec::<String>::new());
    String::from_utf8(out).unwrap()
}

fn entries(ledger: &Ledger) -> Vec<EntryId> {
    let account = ConversationKind::Account(AccountId(1));
    let page = ledger.page(account, &PageFrom::End, 100).unwrap();
    let entries = page.items.iter().filter_map(|item| match &item.kind {
        ItemKind::Entry(row, _) => Some(row.state.entry.id),
        _ => None,
    });
    entries.collect()
}

/// File and line of each row that tells of an entry, the one shown first.
fn told_by(ledger: &Ledger, entry: EntryId) -> Vec<(String, i64)> {
    let (_, sightings) = ledger.entry(entry).unwrap();
    let places = sightings.into_iter().map(|(sighting, operation)| {
        let (name, ..) = operation.document.unwrap();
        (name, sighting.line)
    });
    places.collect()
}

const OCTOBER: [&str; 4] = [
    "2026-10-01 F1 -4.20 BOULANGERIE MOREL",
    "2026-10-01 F2 -4.20 BOULANGERIE MOREL",
    "2026-10-02 F3 -58.14 GRAND MARCHE",
    "2026-10-05 F4 2180.00 ATELIER NORD SALAIRE",
];

#[test]
fn each_file_keeps_the_line_on_which_it_tells_of_an_entry() {
    let folder = tempfile::tempdir().unwrap();
    let ledger = ledger_in(folder.path());
    let first = import(&ledger, &ofx("first.ofx", &OCTOBER));
    let more = [&["2026-09-30 F0 -12.00 VOLT ET CIE"][..], &OCTOBER].concat();
    let second = import(&ledger, &ofx("second.ofx", &more));
    assert_eq!(
        (second.review.counts.known, second.review.counts.new),
        (4, 1)
    );
    export(&ledger);
    let salary = *entries(&ledger).last().unwrap();
    let mut told = told_by(&ledger, salary);
    told.sort();
    let (in_first, in_second) = (("first.ofx".to_owned(), 11), ("second.ofx".to_owned(), 12));
    assert_eq!(told, [in_first.clone(), in_second.clone()]);
    undo(&ledger, &first);
    assert_eq!(told_by(&ledger, salary), [in_second]);
    undo(&ledger, &second);
    ledger.redo(first.operation.unwrap()).unwrap();
    assert_eq!(told_by(&ledger, salary), [in_first]);
}

#[test]
fn what_is_repeated_stands_whichever_of_the_files_is_taken_back() {
    let files = [
        ofx("first.ofx", &OCTOBER),
        ofx("second.ofx", &OCTOBER[1..]),
        ofx("third.ofx", &[&OCTOBER[2..], &OCTOBER[..2]].concat()),
    ];
    for kept in 0..files.len() {
        let alone = tempfile::tempdir().unwrap();
        let alone = ledger_in(alone.path());
        import(&alone, &files[kept]);
        let folder = tempfile::tempdir().unwrap();
        let ledger = ledger_in(folder.path());
        let imports: Vec<Imported> = files.iter().map(|file| import(&ledger, file)).collect();
        for (at, one) in imports.iter().enumerate() {
            if at != kept {
                undo(&ledger, one);
                export(&ledger);
            }
        }
        assert_eq!(export(&ledger), export(&alone), "{}", files[kept].name);
    }
}

#[test]
fn a_row_stays_its_own_where_a_later_file_tells_it_from_what_it_repeats() {
    // Beside the third file the first row of the second is what the first file has, and its second row another coffee.
    let first = ofx("first.ofx", &["2026-10-01 F1 -4.20 CAFE DE LA GARE"]);
    let rows = [
        "2026-10-01 F2 -4.20 CAFE DE LA GARE",
        "2026-10-01 F1 -4.20 CAFE DE LA GARE",
    ];
    let mut seconds = (1..).map(|n: usize| {
        let mut file = ofx("second.ofx", &rows);
        file.bytes.extend(std::iter::repeat_n(b'\n', n));
        file
    });
    let second = seconds
        .find(|file| file.digest().0 > first.digest().0)
        .unwrap();
    let third = ofx("third.ofx", &["2026-10-01 F2 -4.20 CAFE DE LA GARE"]);
    let folder = tempfile::tempdir().unwrap();
    let ledger = ledger_in(folder.path());
    let all = [&first, &second, &third].map(|file| import(&ledger, file));
    let with_all = export(&ledger);
    for one in all.iter().chain(all.iter().rev()) {
        undo(&ledger, one);
        export(&ledger);
        ledger.redo(one.operation.unwrap()).unwrap();
        assert_eq!(export(&ledger), with_all);
    }
    let other = tempfile::tempdir().unwrap();
    let other = ledger_in(other.path());
    for file in [&third, &second, &first] {
        import(&other, file);
    }
    assert_eq!(export(&other), with_all, "in another order");
    undo(&ledger, &all[2]);
    let without = tempfile::tempdir().unwrap();
    let without = ledger_in(without.path());
    import(&without, &first);
    import(&without, &second);
    assert_eq!(export(&ledger), export(&without), "never imported");
}

/// Bytes that the ledger grows by with a first file of three thousand lines, and with a second one.
fn grown_by(first: &Dropped, second: &Dropped) -> (u64, u64) {
    let (folder, key) = (tempfile::tempdir().unwrap(), Key::random().unwrap());
    // Closed, so that all of it is in the files' sizes.
    let size = |ledger: Ledger| {
        drop(ledger);
        let files = fs::read_dir(folder.path()).unwrap();
        let sizes = files.map(|file| file.unwrap().metadata().unwrap().len());
        sizes.sum::<u64>()
    };
    let empty = size(Ledger::create(folder.path(), &key).unwrap());
    let ledger = Ledger::open(folder.path(), &key, true).unwrap();
    import(&ledger, first);
    let once = size(ledger);
    let ledger = Ledger::open(folder.path(), &key, true).unwrap();
    let second = import(&ledger, second);
    assert_eq!(second.review.counts.known, 3_000);
    assert_eq!(ledger.verify().unwrap(), Vec::<String>::new());
    (once - empty, size(ledger) - once)
}

fn three_thousand() -> Vec<String> {
    let line = |n: u32| {
        let day = 1 + n % 28;
        format!("2026-10-{day:02} R{n} -{n}.15 CARTE X4417 LIBRAIRIE DES HALLES {n}")
    };
    (0..3_000).map(line).collect()
}

#[test]
fn known_rows_take_a_fraction_of_what_they_took_first() {
    let lines = three_thousand();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let more = [&["2026-09-30 F0 -12.00 VOLT ET CIE"][..], &lines].concat();
    let (first, second) = grown_by(&ofx("first.ofx", &lines), &ofx("second.ofx", &more));
    assert!(second * 4 < first, "{first} bytes, then {second}");
}

#[test]
fn rows_that_say_in_another_field_what_is_known_take_no_more() {
    let lines = three_thousand();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    let first = ofx("first.ofx", &lines);
    // The day of the purchase is stated too, and is the day of the booking.
    let mut text = String::from_utf8(first.bytes.clone()).unwrap();
    for day in 1..=28 {
        let posted = format!("<DTPOSTED>202610{day:02}");
        text = text.replace(&posted, &format!("{posted}<DTUSER>202610{day:02}"));
    }
    let second = Dropped {
        name: "second.ofx".to_owned(),
        bytes: text.into_bytes(),
    };
    let (first, second) = grown_by(&first, &second);
    assert!(second * 4 < first, "{first} bytes, then {second}");
}
