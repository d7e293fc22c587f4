//! The core as the window calls it: first run, lock and unlock, sample data, tray, undo.
#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};

use api::app::{ConfirmPhrase, CreateLedger, Door, RecoveryPhrase, Unlock};
use api::conversations::{ConversationRef, SetAccount, SetBalance};
use api::export::ExportAs;
use api::imports::{AnswerDto, FileAnswers};
use api::settings::Lang;
use api::timeline::{PageRequest, TimelineItem};
use api::tray::TrayAction;
use api::{App, ErrorCode, Event};

const PASSPHRASE: &str = "sirop girafe mardi bocal";

fn app(folder: &Path) -> App {
    App::new(folder.to_owned(), "en-GB", Box::new(|_| {}))
}

fn create(app: &App) -> RecoveryPhrase {
    app.create_ledger(CreateLedger {
        passphrase: Some(PASSPHRASE.to_owned()),
        keyring: false,
    })
    .unwrap()
}

fn confirm(app: &App, phrase: &RecoveryPhrase) {
    let word = |position: u8| phrase.words[usize::from(position) - 1].clone();
    let words = [word(phrase.ask[0]), word(phrase.ask[1])];
    app.confirm_phrase(ConfirmPhrase { words }).unwrap();
}

fn by_passphrase(app: &App, passphrase: &str) -> Result<Door, api::ApiError> {
    let request = Unlock::Passphrase {
        passphrase: passphrase.to_owned(),
    };
    app.unlock(request).map(|state| state.door)
}

#[test]
fn the_first_run_ends_when_two_words_are_retyped() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    assert_eq!(app.app_state().door, Door::FirstRun);
    assert_eq!(app.app_state().folder, folder.path().display().to_string());
    let weak = CreateLedger {
        passphrase: Some("courte".to_owned()),
        keyring: false,
    };
    assert_eq!(
        app.create_ledger(weak).unwrap_err().code,
        ErrorCode::WeakPassphrase
    );
    assert_eq!(
        app.app_state().door,
        Door::FirstRun,
        "a refusal makes nothing"
    );

    let phrase = create(&app);
    assert_eq!(phrase.words.len(), 24);
    assert_eq!(app.app_state().door, Door::ConfirmPhrase);
    assert_eq!(
        app.show_phrase().unwrap().ask,
        phrase.ask,
        "the same two words each time"
    );
    let wrong = ConfirmPhrase {
        words: ["perhaps".to_owned(), "perhaps".to_owned()],
    };
    let error = app.confirm_phrase(wrong).unwrap_err();
    assert_eq!(error.code, ErrorCode::WrongWord);
    assert!(error.at.is_some(), "the window marks the field");
    confirm(&app, &phrase);
    assert_eq!(app.app_state().door, Door::Open);
    assert_eq!(app.show_phrase().unwrap_err().code, ErrorCode::Refused);
}

#[test]
fn a_ledger_opens_by_passphrase_and_by_its_words_whatever_their_case() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    let phrase = create(&app);
    confirm(&app, &phrase);
    assert_eq!(app.lock().door, Door::Locked);
    assert_eq!(
        app.list_conversations().unwrap_err().code,
        ErrorCode::Locked
    );
    assert_eq!(by_passphrase(&app, PASSPHRASE).unwrap(), Door::Open);
    app.lock();
    let words = format!("  {}\n", phrase.words.join("  ").to_uppercase());
    assert_eq!(
        app.unlock(Unlock::Phrase { words }).unwrap().door,
        Door::Open
    );
}

#[test]
fn the_words_alone_open_a_ledger_whose_key_file_is_lost_or_damaged() {
    let folder = tempfile::tempdir().unwrap();
    let first = app(folder.path());
    let phrase = create(&first);
    confirm(&first, &phrase);
    first.lock();
    for name in ["keys.json", "keys.json.bak"] {
        std::fs::write(folder.path().join(name), b"not keys").unwrap();
    }
    let second = app(folder.path());
    assert_eq!(second.app_state().door, Door::Locked);
    let damaged = by_passphrase(&second, PASSPHRASE).unwrap_err();
    assert_eq!(damaged.code, ErrorCode::Damaged);
    let words = phrase.words.join(" ");
    let state = second.unlock(Unlock::Phrase { words }).unwrap();
    assert_eq!(
        state.door,
        Door::Open,
        "who typed all the words need not retype two"
    );
    second.set_passphrase(PASSPHRASE.to_owned()).unwrap();
    second.lock();
    assert_eq!(by_passphrase(&second, PASSPHRASE).unwrap(), Door::Open);
}

#[test]
fn five_wrong_passphrases_bring_a_wait_that_starting_again_does_not_end() {
    let folder = tempfile::tempdir().unwrap();
    let first = app(folder.path());
    let phrase = create(&first);
    confirm(&first, &phrase);
    first.lock();
    for left in (0..5).rev() {
        assert_eq!(
            by_passphrase(&first, "wrong again").unwrap_err().code,
            ErrorCode::WrongKey
        );
        assert_eq!(first.app_state().tries_left, left);
    }
    let again = app(folder.path());
    let refused = by_passphrase(&again, PASSPHRASE).unwrap_err();
    assert_eq!(refused.code, ErrorCode::TooManyTries);
    assert!(again.app_state().retry_after > 0);
    let words = phrase.words.join(" ");
    assert_eq!(
        again.unlock(Unlock::Phrase { words }).unwrap().door,
        Door::Open,
        "words that nobody can guess need no wait"
    );
}

#[test]
fn a_damaged_ledger_says_so_and_is_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    create(&app);
    app.lock();
    let file = folder.path().join("ledger.db");
    for name in ["ledger.db-wal", "ledger.db-shm"] {
        drop(std::fs::remove_file(folder.path().join(name)));
    }
    let mut bytes = std::fs::read(&file).unwrap();
    for byte in bytes.iter_mut().take(4096) {
        *byte ^= 0x55;
    }
    std::fs::write(&file, &bytes).unwrap();
    assert_eq!(
        by_passphrase(&app, PASSPHRASE).unwrap_err().code,
        ErrorCode::Damaged
    );
    assert_eq!(
        std::fs::read(&file).unwrap(),
        bytes,
        "nothing is deleted or changed"
    );
    assert_eq!(
        app.app_state().tries_left,
        5,
        "a right passphrase is no wrong try"
    );
}

#[test]
fn the_sample_household_proves_and_reads_as_the_pictures_show() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    let phrase = create(&app);
    confirm(&app, &phrase);
    let done = app.load_sample().unwrap();
    assert_eq!(done.files.len(), 8);
    for file in &done.files {
        assert_ne!(file.proof, "broken", "{}", file.name);
        assert_eq!(
            (file.counts.unreadable, file.counts.conflict),
            (0, 0),
            "{}",
            file.name
        );
        assert!(file.counts.new > 0, "{}", file.name);
    }
    let list = app.list_conversations().unwrap();
    assert_eq!(list.accounts.len(), 3, "{:?}", list.accounts);
    let current = list
        .accounts
        .iter()
        .find(|account| account.account_kind == "current")
        .unwrap();
    let balance = current.balance.as_ref().unwrap();
    assert_eq!(
        (balance.money.amount.as_str(), balance.as_of.as_str()),
        ("986.55", "2026-10-31")
    );
    assert!(balance.proved);
    assert_eq!(done.account, Some(current.id));
    let market = list
        .conversations
        .iter()
        .filter(|row| row.name == "Grand Marché");
    assert_eq!(
        market.count(),
        1,
        "{:?}",
        list.conversations
            .iter()
            .map(|row| &row.name)
            .collect::<Vec<_>>()
    );

    let again = app.load_sample().unwrap();
    assert_eq!(again.operation, None, "the same files bring nothing twice");
    let found = app.search("cafe pont", 10).unwrap();
    assert_eq!(found.count, 2, "two equal coffees are two");
}

#[test]
fn a_page_leads_to_the_one_before_and_back() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    create(&app);
    let account = app.load_sample().unwrap().account.unwrap();
    let conversation = ConversationRef::Account(account);
    let page = |before: Option<String>| {
        let request = PageRequest {
            conversation,
            before,
            after: None,
            at: None,
            limit: 50,
        };
        app.page_timeline(request).unwrap()
    };
    let mut seen = Vec::new();
    let mut cursor = None;
    loop {
        let page = page(cursor);
        seen.extend(page.items.iter().filter_map(|item| match item {
            TimelineItem::Entry(entry) => Some(entry.id),
            _ => None,
        }));
        cursor = page.older;
        if cursor.is_none() {
            break;
        }
    }
    let header = app.get_header(conversation).unwrap();
    assert_eq!(i64::try_from(seen.len()).unwrap(), header.count);
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(
        i64::try_from(seen.len()).unwrap(),
        header.count,
        "no row is on two pages"
    );
    assert!(
        header.proved >= 12 && !header.curve.is_empty() && header.months.len() == 12,
        "{header:?}"
    );
    let entry = app.get_entry(seen[0]).unwrap();
    assert_eq!(entry.provenance.len(), 1);
}

#[test]
fn the_tray_masks_amounts_until_told_and_says_nothing_when_locked() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    create(&app);
    let label = |app: &App| app.tray_lines()[0].label.clone();
    assert_eq!(label(&app), "No account yet");
    app.load_sample().unwrap();
    assert!(label(&app).contains("€•••"), "{}", label(&app));
    app.toggle_tray_amounts().unwrap();
    assert!(label(&app).contains("€986.55 (31 Oct)"), "{}", label(&app));
    app.lock();
    let ids: Vec<TrayAction> = app.tray_lines().iter().map(|line| line.id).collect();
    use TrayAction::{Open, Quit, Say, Separator};
    assert_eq!(ids, [Say, Separator, Open, Quit]);
}

#[test]
fn undoing_every_import_leaves_nothing_and_each_change_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let heard: Arc<Mutex<Vec<Event>>> = Arc::default();
    let ear = Arc::clone(&heard);
    let app = App::new(
        folder.path().to_owned(),
        "fr",
        Box::new(move |event| ear.lock().unwrap().push(event)),
    );
    create(&app);
    app.load_sample().unwrap();
    app.poll();
    for row in app.list_history().unwrap() {
        assert!(app.undo(row.operation).unwrap().undone);
        assert_eq!(
            app.undo(row.operation).unwrap_err().code,
            ErrorCode::Refused
        );
    }
    let list = app.list_conversations().unwrap();
    assert!(
        list.accounts.is_empty() && list.conversations.is_empty(),
        "{list:?}"
    );
    let heard = heard.lock().unwrap();
    let changes = heard
        .iter()
        .filter(|event| matches!(event, Event::Changed { .. }));
    assert_eq!(
        changes.count(),
        9,
        "one for the import, one per undo, none by poll for our own writes"
    );
}

#[test]
fn a_conversation_that_is_seen_is_no_change_to_be_told() {
    let folder = tempfile::tempdir().unwrap();
    let heard: Arc<Mutex<usize>> = Arc::default();
    let ear = Arc::clone(&heard);
    let window = App::new(
        folder.path().to_owned(),
        "fr",
        Box::new(move |event| {
            *ear.lock().unwrap() += usize::from(matches!(event, Event::Changed { .. }))
        }),
    );
    create(&window);
    window.load_sample().unwrap();
    let unread = |app: &App| app.list_conversations().unwrap().accounts[0].clone();
    assert!(unread(&window).unread > 0);
    let before = *heard.lock().unwrap();
    let account = ConversationRef::Account(unread(&window).id);
    window.mark_read(account).unwrap();
    window.poll();
    assert_eq!(unread(&window).unread, 0);
    assert_eq!(*heard.lock().unwrap(), before);
}

#[test]
fn a_window_hears_what_another_program_changed() {
    let folder = tempfile::tempdir().unwrap();
    let heard: Arc<Mutex<usize>> = Arc::default();
    let ear = Arc::clone(&heard);
    let window = App::new(
        folder.path().to_owned(),
        "fr",
        Box::new(move |event| {
            *ear.lock().unwrap() += usize::from(matches!(event, Event::Changed { .. }))
        }),
    );
    create(&window);
    let other = app(folder.path());
    by_passphrase(&other, PASSPHRASE).unwrap();
    other.load_sample().unwrap();
    window.poll();
    window.poll();
    assert_eq!(*heard.lock().unwrap(), 1);
    assert_eq!(window.list_conversations().unwrap().accounts.len(), 3);
}

#[test]
fn cancelling_in_the_middle_of_the_sample_takes_back_the_files_before() {
    let folder = tempfile::tempdir().unwrap();
    let stopped: Arc<OnceLock<Arc<App>>> = Arc::default();
    let cell = Arc::clone(&stopped);
    let app = Arc::new(App::new(
        folder.path().to_owned(),
        "fr",
        Box::new(move |event| match (event, cell.get()) {
            (Event::Progress(progress), Some(app)) if progress.file == "carte-2025.ofx" => {
                app.cancel_import(0).unwrap();
            }
            _ => {}
        }),
    ));
    stopped.set(Arc::clone(&app)).ok();
    create(&app);
    assert_eq!(app.load_sample().unwrap_err().code, ErrorCode::Cancelled);
    assert!(app.list_conversations().unwrap().accounts.is_empty());
    let history = app.list_history().unwrap();
    assert!(
        !history.is_empty() && history.iter().all(|row| row.undone),
        "{history:?}"
    );
}

#[test]
fn a_drop_waits_for_what_only_the_user_can_say() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    create(&app);
    let table =
        "Date,Description,Amount\n03/04/2026,COFFEE HOUSE,-3.20\n05/06/2026,BIG MARKET,-41.15\n";
    let review = app
        .preview_bytes("releve.csv", table.as_bytes(), None)
        .unwrap();
    assert!(review.in_doubt, "{review:?}");
    let asked: Vec<&str> = review.files[0]
        .questions
        .iter()
        .map(|question| question.about.as_str())
        .collect();
    assert!(asked.contains(&"dateOrder"), "{asked:?}");
    let refused = app.commit_import(review.review, Vec::new()).unwrap_err();
    assert_eq!(
        (refused.code, refused.at.as_deref()),
        (ErrorCode::Refused, Some("releve.csv"))
    );

    let answer = |about: &str, choice: &str| AnswerDto {
        about: about.to_owned(),
        choice: choice.to_owned(),
    };
    let answers = FileAnswers {
        file: 0,
        answers: vec![answer("dateOrder", "dmy"), answer("currency", "EUR")],
        ..FileAnswers::default()
    };
    let answered = app.answer_import(review.review, vec![answers]).unwrap();
    assert!(
        answered.files[0].questions.is_empty(),
        "{:?}",
        answered.files[0].questions
    );
    assert_eq!(
        answered.files[0].rows[0].date.as_deref(),
        Some("2026-04-03")
    );
    let done = app.commit_import(review.review, Vec::new()).unwrap();
    assert_eq!(done.files[0].counts.new, 2);
    assert!(done.account.is_some(), "the window opens the account");
    let gone = app.commit_import(review.review, Vec::new()).unwrap_err();
    assert_eq!(gone.code, ErrorCode::NotFound);
}

#[test]
fn what_the_file_does_not_say_can_be_set_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    create(&app);
    let id = app.load_sample().unwrap().account.unwrap();
    let set = |amount: &str| SetAccount {
        id,
        name: Some("Compte du foyer".to_owned()),
        account_kind: None,
        balance: Some(SetBalance {
            amount: amount.to_owned(),
            as_of: "2026-11-03".to_owned(),
        }),
    };
    let wrong = app.set_account(set("12,345")).unwrap_err();
    assert_eq!(
        (wrong.code, wrong.at.as_deref()),
        (ErrorCode::Refused, Some("amount"))
    );
    let done = app.set_account(set("1 012,30")).unwrap();
    let row = app.list_conversations().unwrap().accounts[0].clone();
    assert_eq!((row.name.as_str(), row.named), ("Compte du foyer", true));
    let balance = row.balance.unwrap();
    assert_eq!(
        (
            balance.money.amount.as_str(),
            balance.as_of.as_str(),
            balance.proved
        ),
        ("1012.30", "2026-11-03", false)
    );
    let newest = app.list_history().unwrap()[0].clone();
    assert_eq!(newest.operation_kind, "setAccount");
    assert_eq!(newest.operation, done.operation, "which undo takes");
    app.undo(newest.operation).unwrap();
    let row = &app.list_conversations().unwrap().accounts[0];
    assert_eq!(row.name, "Compte courant");
    assert_eq!(
        row.balance.as_ref().unwrap().money.amount,
        "986.55",
        "{row:?}"
    );
}

#[test]
fn settings_outlive_the_app_and_change_its_language_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let first = app(&folder.path().join("new"));
    assert_eq!(first.tray_lines()[0].label, "Counterfoil is locked");
    let mut settings = first.get_settings().unwrap();
    settings.lang = Some(Lang::Fr);
    settings.text_size = 900;
    assert_eq!(first.set_settings(settings).unwrap().text_size, 200);
    assert_eq!(first.tray_lines()[0].label, "Counterfoil est verrouillé");
    let second = app(&folder.path().join("new"));
    assert_eq!(second.get_settings().unwrap().lang, Some(Lang::Fr));
    assert_eq!(
        second.app_state().door,
        Door::FirstRun,
        "settings alone are no ledger"
    );
}

#[test]
fn the_window_is_told_the_language_that_the_system_speaks() {
    let folder = tempfile::tempdir().unwrap();
    let spoken = |system: &str| {
        let app = App::new(folder.path().to_owned(), system, Box::new(|_| {}));
        app.app_state().system_lang
    };
    assert_eq!(spoken("fr_BE.UTF-8"), Lang::Fr);
    assert_eq!(spoken("de-DE"), Lang::En, "as long as it speaks no other");
}

#[test]
fn a_ledger_is_written_in_clear_where_the_user_wants_it() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path());
    let phrase = create(&app);
    confirm(&app, &phrase);
    app.load_sample().unwrap();
    let file = folder.path().join("out.csv");
    let count = app.save_export(ExportAs::Csv, &file).unwrap();
    let written = std::fs::read_to_string(&file).unwrap();
    assert!(count > 0);
    assert!(written.starts_with("account,"));
    let nowhere = folder.path().join("no folder").join("out.json");
    let refused = app.save_export(ExportAs::Json, &nowhere).unwrap_err();
    assert_eq!(refused.code, ErrorCode::NotFound, "{refused:?}");
}
