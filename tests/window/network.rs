//! Nothing leaves the computer and nothing readable is left on its disk.

use std::fs;
use std::path::Path;

use journeys::app::App;
use journeys::catalogue::say;
use journeys::desktop::Desktop;
use journeys::hands::{Hands, Seen};
use journeys::tray::Tray;
use journeys::{secrets, statement, trace};

use crate::spine::{come_back, walk};
use crate::steps::{Lock, bubbles};

/// The spine once more, by mouse, keyboard and screen reader: a driver would make the app listen on the loopback device.
#[test]
fn no_process_opens_an_internet_socket_and_nothing_of_the_file_can_be_read_on_the_disk() {
    let desktop = Desktop::open();
    let mut tray = Tray::open(&desktop);
    let logs = ["first.log", "again.log"].map(|name| desktop.home().join(name));

    let mut hands = Seen::at(&desktop, App::start_traced(&desktop, &logs[0]));
    walk(
        &desktop,
        &mut tray,
        &mut hands,
        Lock::Passphrase,
        "person",
        |hands| {
            for (said, amount) in hands.bubbles().iter().zip(statement::SPOKEN) {
                assert!(
                    said.contains(amount),
                    "a bubble says its own amount, {amount}: {said:?}"
                );
            }
        },
    );
    what_the_settings_tell_to_type_looks_at_every_process(hands.app());
    // While it runs: the write-ahead log is there only then.
    nothing_is_readable(&desktop);
    let before = bubbles(&mut hands, statement::COUNT);
    tray.choose(&say("tray-quit"));
    hands.wait_for_end();
    nothing_is_readable(&desktop);

    let mut hands = Seen::at(&desktop, App::start_traced(&desktop, &logs[1]));
    come_back(
        &desktop,
        &mut tray,
        &mut hands,
        Lock::Passphrase,
        "person",
        &before,
    );
    nothing_is_readable(&desktop);
    logs.iter().for_each(|log| nothing_reaches_out(log));
}

fn what_the_settings_tell_to_type_looks_at_every_process(app: &App) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../ui/src/settings/connections.ts");
    let text = fs::read_to_string(file).unwrap();
    let command = text.split('"').nth(1).unwrap();
    let names = command.split('\'').nth(1).unwrap();
    let mut processes = app.processes();
    processes.retain(|name| name != "strace");
    assert!(
        processes.len() >= 3,
        "the app and the two that draw its window: {processes:?}"
    );
    for process in &processes {
        let is_looked_at = names.split('|').any(|name| process.contains(name));
        assert!(is_looked_at, "`{command}` looks past {process}");
    }
}

fn nothing_reaches_out(log: &Path) {
    let sockets = trace::sockets(log);
    assert!(
        !sockets.is_empty(),
        "the app talks to the display and the bus, so an empty log has seen nothing"
    );
    let far = trace::reaching_out(&sockets);
    assert!(
        far.is_empty(),
        "no process may open a socket to another machine: {far:#?}"
    );
}

fn nothing_is_readable(desktop: &Desktop) {
    let (found, _) = secrets::search(&[desktop.bank()], &statement::SECRETS);
    assert_eq!(
        found.len(),
        statement::SECRETS.len(),
        "the search finds each of them in the dropped file itself"
    );
    let (_, ledger) = secrets::search(&[desktop.ledger()], &[]);
    assert!(
        ledger > 4096,
        "the ledger is in the folder that is searched, with {ledger} bytes"
    );
    let (leaks, _) = secrets::search(&desktop.folders(), &statement::SECRETS);
    assert!(
        leaks.is_empty(),
        "payees, amounts and accounts are on the disk only under the key: {leaks:#?}"
    );
}
