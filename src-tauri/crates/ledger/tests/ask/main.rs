//! Answers say what counting every entry by hand says; questions are kept, chosen anew, undone and done again.
#![allow(clippy::unwrap_used)]

mod bounded;
mod kept;
mod untold;

use domain::{CounterpartyId, NaiveDate};
use ledger::{
    Answer, Answered, Answers, ConversationKind, Counted, Dropped, EntryRow, ItemKind, Ledger,
    PageFrom, Watch,
};
use vault::Key;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A statement of an account over some days: rows of day, amount in minor units, name.
fn statement(
    account: &str,
    currency: &str,
    (from, until): (&str, &str),
    rows: &[(String, i64, &str)],
) -> Dropped {
    let rows: String = rows
        .iter()
        .enumerate()
        .map(|(at, (day, minor, name))| {
            let sign = if *minor < 0 { "-" } else { "" };
            let (whole, cents) = (minor.abs() / 100, minor.abs() % 100);
            format!(
                "<STMTTRN><TRNTYPE>OTHER<DTPOSTED>{day}<TRNAMT>{sign}{whole}.{cents:02}<FITID>{account}{day}{at}<NAME>{name}</STMTTRN>\n"
            )
        })
        .collect();
    let text = format!(
        "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nSECURITY:NONE\nENCODING:UTF-8\nCHARSET:NONE\nCOMPRESSION:NONE\n\n\
         <OFX><BANKMSGSRSV1><STMTTRNRS><TRNUID>1<STMTRS><CURDEF>{currency}\n\
         <BANKACCTFROM><BANKID>10107<ACCTID>{account}<ACCTTYPE>CHECKING</BANKACCTFROM>\n\
         <BANKTRANLIST><DTSTART>{from}<DTEND>{until}\n{rows}\
         </BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>\n"
    );
    Dropped {
        name: format!("{account}-{from}.ofx"),
        bytes: text.into_bytes(),
    }
}

const SHOPS: [&str; 4] = [
    "GRAND MARCHE",
    "VOLT CIE",
    "ONDE MOBILE",
    "PHARMACIE DU CANAL",
];

/// Payments of 2025 and 2026 to a few shops, some of them given back, wages, and money moved between two accounts. Nothing
/// tells of the account from 1 to 14 May 2026.
fn rows() -> Vec<(String, i64, &'static str)> {
    let mut rows = Vec::new();
    let mut seed: u64 = 7;
    for month in 0..22_i32 {
        let (year, month) = (2025 + month / 12, 1 + month % 12);
        for day in 1..=28 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let shop = SHOPS[(seed >> 33) as usize % SHOPS.len()];
            let minor = i64::try_from((seed >> 40) % 9_000).unwrap() + 101;
            let is_missing = year == 2026 && month == 5 && day <= 14;
            if (seed >> 20).is_multiple_of(3) && !is_missing {
                rows.push((format!("{year}{month:02}{day:02}"), -minor, shop));
            }
            if (seed >> 20) % 17 == 1 && !is_missing {
                rows.push((format!("{year}{month:02}{day:02}"), minor / 2, shop));
            }
        }
        rows.push((format!("{year}{month:02}27"), 218_000, "ATELIER NORD"));
        rows.push((
            format!("{year}{month:02}28"),
            -20_000,
            "VIREMENT VERS LIVRET 77002",
        ));
    }
    rows
}

struct Fixture {
    _folder: tempfile::TempDir,
    ledger: Ledger,
    entries: Vec<EntryRow>,
}

fn fixture() -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    let ledger = Ledger::create(folder.path(), &Key::random().unwrap()).unwrap();
    let rows = rows();
    let (before, after): (Vec<_>, Vec<_>) = rows
        .into_iter()
        .partition(|(day, ..)| day.as_str() < "20260501");
    let savings: Vec<(String, i64, &str)> = (1..=10)
        .map(|month| {
            (
                format!("2026{month:02}28"),
                20_000,
                "VIREMENT DU COMPTE 04178820316",
            )
        })
        .collect();
    let abroad = [
        ("20260305".to_owned(), -1_250, "GRAND MARCHE"),
        ("20260306".to_owned(), -700, "DINER NEW YORK"),
    ];
    for dropped in [
        statement("04178820316", "EUR", ("20250101", "20260430"), &before),
        statement("04178820316", "EUR", ("20260515", "20261031"), &after),
        statement("77002", "EUR", ("20260101", "20261031"), &savings),
        statement("88003", "USD", ("20260301", "20260331"), &abroad),
    ] {
        let done = ledger.import(&dropped, &Answers::none(), true, Watch::nobody());
        done.unwrap().operation.unwrap();
    }
    let entries = all(&ledger);
    Fixture {
        _folder: folder,
        ledger,
        entries,
    }
}

/// Every entry of every account, by reading its whole conversation.
fn all(ledger: &Ledger) -> Vec<EntryRow> {
    let mut entries = Vec::new();
    for account in ledger.accounts().unwrap() {
        let with = ConversationKind::Account(account.row.id);
        let mut from = PageFrom::End;
        loop {
            let page = ledger.page(with, &from, 200).unwrap();
            entries.extend(page.items.into_iter().filter_map(|item| match item.kind {
                ItemKind::Entry(row, _) => Some(*row),
                _ => None,
            }));
            match page.older {
                Some(older) => from = PageFrom::Before(older),
                None => break,
            }
        }
    }
    entries
}

impl Fixture {
    fn answer(&self, question: &str) -> Answer {
        self.ledger.answer(None, question, 8).unwrap()
    }

    fn counted(&self, question: &str) -> Counted {
        match self.answer(question).outcome {
            Answered::Counted(counted) => *counted,
            other => panic!("{question}: {other:?}"),
        }
    }

    /// The amounts of the entries that count, of whose name and day these say yes.
    fn by_hand(&self, currency: &str, is_meant: impl Fn(&str, NaiveDate) -> bool) -> Vec<i64> {
        let counts = self.entries.iter().filter(|row| {
            let entry = &row.state.entry;
            entry.status == "booked"
                && !row.state.is_transfer
                && entry.currency.code() == currency
                && is_meant(&row.counterparty.counterparty.name, entry.order_date)
        });
        counts.map(|row| row.state.entry.amount_minor).collect()
    }

    fn merchant(&self, name: &str) -> CounterpartyId {
        let mut conversations = self.ledger.conversations(100).unwrap().into_iter();
        let found = conversations.find(|one| one.counterparty.counterparty.name == name);
        found.unwrap().counterparty.id
    }
}

fn out(amounts: &[i64]) -> i64 {
    -amounts.iter().filter(|amount| **amount < 0).sum::<i64>()
}

fn into(amounts: &[i64]) -> i64 {
    amounts.iter().filter(|amount| **amount > 0).sum()
}

fn figure(counted: &Counted, currency: &str) -> i64 {
    let mut figures = counted.figures.iter();
    let found = figures.find(|money| money.currency.code() == currency);
    found.map_or(0, |money| money.to_minor().unwrap())
}

fn between(from: &str, until: &str) -> impl Fn(NaiveDate) -> bool {
    let (from, until) = (day(from), day(until));
    move |day| day >= from && day <= until
}

#[test]
fn what_was_spent_is_what_the_entries_come_to() {
    let fixture = fixture();
    for (question, name, from, until) in [
        (
            "combien chez grand marché en mars ?",
            "Grand Marche",
            "2026-03-01",
            "2026-03-31",
        ),
        (
            "how much did I spend at Volt in 2025?",
            "Volt Cie",
            "2025-01-01",
            "2025-12-31",
        ),
        (
            "combien chez onde mobile du 3 au 9 mai 2025",
            "Onde Mobile",
            "2025-05-03",
            "2025-05-09",
        ),
        (
            "combien chez Pharmacie du Canal depuis juillet",
            "Pharmacie Du Canal",
            "2026-07-01",
            "2099-01-01",
        ),
        (
            "how much at grand marche since the beginning of the year",
            "Grand Marche",
            "2026-01-01",
            "2026-12-31",
        ),
        ("combien chez volt", "Volt Cie", "2000-01-01", "2099-01-01"),
        (
            "combien chez volt par semaine en octobre",
            "Volt Cie",
            "2026-10-01",
            "2026-10-31",
        ),
    ] {
        let is_meant = between(from, until);
        let counted = fixture.counted(question);
        let amounts = fixture.by_hand("EUR", |own, day| {
            text::fold(own) == text::fold(name) && is_meant(day)
        });
        assert!(
            out(&amounts) > 0,
            "{question}: the fixture has something to count"
        );
        assert_eq!(figure(&counted, "EUR"), out(&amounts), "{question}");
        let dollars = fixture.by_hand("USD", |own, day| {
            text::fold(own) == text::fold(name) && is_meant(day)
        });
        assert_eq!(
            figure(&counted, "USD"),
            out(&dollars),
            "{question}: no currency is added to another"
        );
        let number = amounts
            .iter()
            .chain(&dollars)
            .filter(|amount| **amount < 0)
            .count();
        assert_eq!(counted.count, i64::try_from(number).unwrap(), "{question}");
        let back = counted
            .back
            .iter()
            .find(|money| money.currency.code() == "EUR");
        assert_eq!(
            back.map_or(0, |money| money.to_minor().unwrap()),
            into(&amounts),
            "{question}"
        );
        assert_eq!(
            counted.more + i64::try_from(counted.entries.len()).unwrap(),
            counted.count
        );
    }
}

#[test]
fn stored_sums_say_what_the_entries_say() {
    let fixture = fixture();
    // The same days, once by whole months and once by their days, which no stored sum knows.
    for (whole, parted) in [
        (
            "combien en mars 2025",
            "combien du 1er au 31 mars 2025 plus de 0 €",
        ),
        (
            "combien chez volt en 2025",
            "combien chez volt en 2025 plus de 0 €",
        ),
        (
            "combien ai-je reçu en 2025",
            "combien ai-je reçu en 2025 plus de 0 €",
        ),
        ("bilan de 2025", "bilan de 2025 plus de 0 €"),
    ] {
        let (whole, parted) = (fixture.counted(whole), fixture.counted(parted));
        assert_eq!(figure(&whole, "EUR"), figure(&parted, "EUR"));
        assert_eq!(whole.count, parted.count);
    }
}

#[test]
fn what_moves_between_own_accounts_is_neither_spent_nor_received() {
    let fixture = fixture();
    let everything = fixture.by_hand("EUR", |_, day| between("2026-03-01", "2026-03-31")(day));
    let counted = fixture.counted("combien en mars ?");
    assert_eq!(figure(&counted, "EUR"), out(&everything));
    let counted = fixture.counted("combien ai-je reçu en mars ?");
    assert_eq!(figure(&counted, "EUR"), into(&everything));
    assert!(
        fixture.entries.iter().any(|row| row.state.is_transfer),
        "the fixture moves money between accounts"
    );
}

#[test]
fn other_questions_are_answered_from_the_same_entries() {
    let fixture = fixture();
    let volt = |currency: &str| fixture.by_hand(currency, |name, _| name.starts_with("Volt"));
    let largest = volt("EUR")
        .into_iter()
        .filter(|minor| *minor < 0)
        .min()
        .unwrap();
    assert_eq!(
        figure(&fixture.counted("le plus gros achat chez volt"), "EUR"),
        -largest
    );
    let smallest = volt("EUR")
        .into_iter()
        .filter(|minor| *minor < 0)
        .max()
        .unwrap();
    assert_eq!(
        figure(&fixture.counted("cheapest purchase at volt"), "EUR"),
        -smallest
    );
    let count = fixture.by_hand("EUR", |name, day| {
        name.starts_with("Volt") && between("2025-01-01", "2025-12-31")(day)
    });
    assert_eq!(
        fixture.counted("combien de fois chez volt en 2025").count,
        i64::try_from(count.iter().filter(|amount| **amount < 0).count()).unwrap(),
        "what came back is no time that one was there"
    );
    assert_eq!(
        fixture
            .counted("combien d'opérations chez volt en 2025")
            .count,
        i64::try_from(count.len()).unwrap()
    );
    let days = |is_out: bool| {
        let own = fixture.entries.iter().filter(move |row| {
            row.counterparty.counterparty.name.starts_with("Volt")
                && (row.state.entry.amount_minor < 0) == is_out
        });
        own.map(|row| row.state.entry.order_date)
    };
    let last = fixture.counted("dernier achat chez volt");
    assert_eq!(last.days.unwrap().0, days(true).max().unwrap());
    let first = fixture.counted("first purchase at volt");
    assert_eq!(first.days.unwrap().0, days(true).min().unwrap());
    let back = fixture.counted("est-ce que volt m'a remboursé en 2025 ?");
    let came = fixture.by_hand("EUR", |name, day| {
        name.starts_with("Volt") && between("2025-01-01", "2025-12-31")(day)
    });
    assert_eq!(figure(&back, "EUR"), into(&came));
    let average = fixture.counted("combien en moyenne par mois chez volt en 2025");
    let spent = fixture.by_hand("EUR", |name, day| {
        name.starts_with("Volt") && between("2025-01-01", "2025-12-31")(day)
    });
    assert_eq!(
        figure(&average, "EUR"),
        (out(&spent) + 6) / 12,
        "to the nearest cent"
    );
}

#[test]
fn bars_are_months_of_the_same_entries_and_say_which_is_asked() {
    let fixture = fixture();
    let counted = fixture.counted("combien chez grand marché en mars 2026");
    assert_eq!(counted.bars.len(), 12);
    for bar in &counted.bars {
        let own = fixture.by_hand("EUR", |name, day| {
            text::fold(name) == "grand marche" && day >= bar.from && day <= bar.until
        });
        assert_eq!(bar.money.to_minor().unwrap(), out(&own), "{}", bar.from);
        assert_eq!(bar.is_asked, bar.from == day("2026-03-01"));
    }
    let of = |month: &str| {
        counted
            .bars
            .iter()
            .find(|bar| bar.from == day(month))
            .unwrap()
    };
    let (difference, month) = counted.before.unwrap();
    assert_eq!(month, day("2026-02-01"));
    assert_eq!(
        difference.amount,
        of("2026-03-01").money.amount - of("2026-02-01").money.amount
    );
    assert!(of("2026-05-01").is_partial, "days of May are missing");
    assert!(!of("2026-04-01").is_partial);
}

#[test]
fn days_that_no_statement_tells_of_are_said() {
    let fixture = fixture();
    let counted = fixture.counted("combien chez onde mobile en mai 2026");
    let gap = counted.cover.gaps.first().unwrap();
    assert_eq!(
        (gap.from, gap.until),
        (day("2026-05-01"), day("2026-05-14"))
    );
    assert!(!counted.cover.is_proved);
    assert!(
        fixture
            .counted("combien en avril 2026")
            .cover
            .gaps
            .is_empty()
    );
}

#[test]
fn what_is_not_understood_is_not_answered() {
    let fixture = fixture();
    for question in [
        "combien tantôt ?",
        "combien chez Zorglub ?",
        "bonjour ?",
        "combien sauf chez volt",
    ] {
        assert!(
            matches!(fixture.answer(question).outcome, Answered::NotUnderstood(_)),
            "{question}"
        );
    }
}

#[test]
fn in_a_conversation_nobody_has_to_be_named() {
    let fixture = fixture();
    let volt = fixture.merchant("Volt Cie");
    let with = Some(ConversationKind::Counterparty(volt));
    let here = fixture
        .ledger
        .answer(with, "combien en mars 2026 ?", 8)
        .unwrap();
    assert!(here.meant.is_here);
    let Answered::Counted(here) = here.outcome else {
        panic!("an answer")
    };
    assert_eq!(
        here.figures,
        fixture.counted("combien chez volt en mars 2026 ?").figures
    );
    let named = fixture
        .ledger
        .answer(with, "combien chez onde mobile en mars 2026", 8)
        .unwrap();
    assert!(!named.meant.is_here, "whoever is named is meant");
    let account = fixture.ledger.accounts().unwrap()[1].row.id;
    let with = Some(ConversationKind::Account(account));
    let own = fixture
        .ledger
        .answer(with, "quel est mon solde ?", 8)
        .unwrap();
    assert!(
        matches!(own.outcome, Answered::Held(held) if held.iter().all(|(row, _)| row.id == account))
    );
}
