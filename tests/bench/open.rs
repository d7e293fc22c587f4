//! A ledger of a million entries: opening it to its first page, pages anywhere, balances.

use std::time::Duration;

use domain::AccountId;
use ledger::{Answers, ConversationKind, Dropped, Ledger, PageFrom, Watch};
use vault::Key;

use crate::Failure;
use crate::data::{ofx, rows};
use crate::measure::{Took, compare, peak_mib, say, took};

const BATCHES: usize = 10;
const EACH: usize = 100_000;

pub(crate) fn run() -> Result<(), Failure> {
    say("open: a ledger of 1,000,000 entries (wall seconds; the aims are a person's)");
    let folder = tempfile::tempdir()?;
    let key = Key::random()?;
    {
        let ledger = Ledger::create(folder.path(), &key)?;
        let (done, filling) = took(|| -> Result<(), Failure> {
            for batch in 0..BATCHES {
                let file = Dropped {
                    name: format!("{batch}.ofx"),
                    bytes: ofx(&rows(EACH, batch)).into_bytes(),
                };
                ledger.import(&file, &Answers::none(), true, Watch::nobody())?;
            }
            Ok(())
        });
        done?;
        say(&format!("filled in {:.1} CPU s", filling.cpu.as_secs_f64()));
    }
    let account = ConversationKind::Account(AccountId(1));
    let (ledger, opened) = took(|| -> Result<Ledger, Failure> {
        let ledger = Ledger::open(folder.path(), &key, true)?;
        ledger.accounts()?;
        ledger.conversations(200)?;
        ledger.page(account, &PageFrom::End, 200)?;
        Ok(ledger)
    });
    let ledger = ledger?;
    report("open, accounts, conversations, first page", opened, 300);
    let (page, newest) = took(|| ledger.page(account, &PageFrom::End, 200));
    report("newest page of 200", newest, 10);
    let mut cursor = page?.older;
    let mut slowest = Took {
        cpu: Duration::ZERO,
        wall: Duration::ZERO,
    };
    for _ in 0..200 {
        let Some(before) = cursor else { break };
        let (page, one) = took(|| ledger.page(account, &PageFrom::Before(before), 200));
        cursor = page?.older;
        if one.wall > slowest.wall {
            slowest = one;
        }
    }
    report("slowest of 200 pages further back", slowest, 10);
    let (accounts, balances) = took(|| ledger.accounts());
    accounts?;
    report("balances of all accounts", balances, 10);
    for (what, typed) in [
        ("search, first 50", "boulangerie 017"),
        ("search of an amount, first 50", "amount:42.10"),
        ("search of amounts above, first 50", ">1000"),
        (
            "search of a word and a month, first 50",
            "boulangerie last month",
        ),
        ("search of a name, first 50", "from:boulangerie is:out"),
    ] {
        let (found, search) = took(|| ledger.search(typed, 50));
        found?;
        report(what, search, 50);
    }
    say(&format!("peak memory {} MiB", peak_mib()));
    Ok(())
}

fn report(what: &str, took: Took, aim: u64) {
    let aim_time = Duration::from_millis(aim);
    compare(what, took.wall, "aim", aim_time, "at most 1");
}
