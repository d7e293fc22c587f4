//! What the Linux desktop says on its buses: whether it shows tray icons and notifications, what becomes of ours, and when it
//! sleeps or locks its screen.
//!
//! Each bus has a thread of its own, because a bus may never answer. Without a bus there is no tray, no notification and no such
//! lock, and the app works without them.

use std::time::Duration;

use tauri::{AppHandle, Manager};
use zbus::blocking::connection::Builder;
use zbus::blocking::fdo::{DBusProxy, PropertiesProxy};
use zbus::blocking::{Connection, MessageIterator};
use zbus::names::{BusName, InterfaceName};
use zbus::zvariant::{OwnedFd, OwnedObjectPath};

use crate::{Shared, notify, window};

const PATIENCE: Duration = Duration::from_secs(3);
const WATCHER: &str = "org.kde.StatusNotifierWatcher";
const LOGIN: &str = "org.freedesktop.login1";
const LOGIN_PATH: &str = "/org/freedesktop/login1";
const MANAGER: &str = "org.freedesktop.login1.Manager";

/// Starts listening to both buses.
pub(crate) fn watch(handle: &AppHandle) {
    let session = handle.clone();
    // A bus that cannot be reached leaves everything as it is: no tray, locking by hand and by idleness.
    std::thread::spawn(move || watch_session(&session));
    let system = handle.clone();
    std::thread::spawn(move || watch_system(&system));
}

fn listen(connection: &Connection, rules: &[&str]) -> zbus::Result<()> {
    let bus = DBusProxy::new(connection)?;
    for rule in rules {
        bus.add_match_rule((*rule).try_into()?)?;
    }
    Ok(())
}

fn watch_session(handle: &AppHandle) -> zbus::Result<()> {
    let bus = Builder::session()?.method_timeout(PATIENCE).build()?;
    let messages = MessageIterator::from(&bus);
    listen(
        &bus,
        &[
            "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='org.kde.StatusNotifierWatcher'",
            "type='signal',interface='org.kde.StatusNotifierWatcher'",
            "type='signal',interface='org.freedesktop.ScreenSaver',member='ActiveChanged'",
            "type='signal',interface='org.gnome.ScreenSaver',member='ActiveChanged'",
        ],
    )?;
    listen(&bus, &notify::RULES)?;
    handle.manage(notify::Desk::new(bus.clone()));
    let app = handle.state::<Shared>();
    app.set_tray_available(shows_tray(&bus));
    app.set_can_notify(notify::is_there(&bus));
    for message in messages {
        let message = message?;
        notify::hear(handle, &message);
        match message.header().member().map(|member| member.as_str()) {
            Some(
                "NameOwnerChanged"
                | "StatusNotifierHostRegistered"
                | "StatusNotifierHostUnregistered",
            ) => {
                let had = app.app_state().tray;
                let shown = shows_tray(&bus);
                app.set_tray_available(shown);
                if had && !shown {
                    // A hidden window could no longer be brought back.
                    window::show(handle);
                }
            }
            Some("ActiveChanged") if message.body().deserialize().unwrap_or(false) => {
                app.lock();
            }
            _ => {}
        }
    }
    Ok(())
}

/// Whether a tray icon would be seen: someone watches for icons and someone shows them.
fn shows_tray(bus: &Connection) -> bool {
    let ask = || -> zbus::Result<bool> {
        let properties = PropertiesProxy::new(bus, WATCHER, "/StatusNotifierWatcher")?;
        let shown = properties.get(
            InterfaceName::try_from(WATCHER)?,
            "IsStatusNotifierHostRegistered",
        )?;
        Ok(bool::try_from(shown)?)
    };
    let owned = || -> zbus::Result<bool> {
        Ok(DBusProxy::new(bus)?.name_has_owner(BusName::try_from(WATCHER)?)?)
    };
    // Asking the watcher itself would start one that is installed but not in use.
    owned().unwrap_or(false) && ask().unwrap_or(false)
}

fn watch_system(handle: &AppHandle) -> zbus::Result<()> {
    let bus = Builder::system()?.method_timeout(PATIENCE).build()?;
    let messages = MessageIterator::from(&bus);
    listen(
        &bus,
        &["type='signal',sender='org.freedesktop.login1',member='PrepareForSleep'"],
    )?;
    if let Ok(session) = own_session(&bus) {
        let rule = format!(
            "type='signal',sender='{LOGIN}',path='{}',member='Lock'",
            session.as_str()
        );
        listen(&bus, &[&rule])?;
    }
    let app = handle.state::<Shared>();
    let mut delay = delay_sleep(&bus).ok();
    if delay.is_some() {
        app.set_hears_sleep();
    }
    for message in messages {
        let message = message?;
        match message.header().member().map(|member| member.as_str()) {
            Some("PrepareForSleep") if message.body().deserialize().unwrap_or(false) => {
                app.lock();
                // Letting go tells the system that it may sleep now.
                delay = None;
            }
            Some("PrepareForSleep") if delay.is_none() => delay = delay_sleep(&bus).ok(),
            Some("Lock") => {
                app.lock();
            }
            _ => {}
        }
    }
    Ok(())
}

fn own_session(bus: &Connection) -> zbus::Result<OwnedObjectPath> {
    let answer = match std::env::var("XDG_SESSION_ID") {
        Ok(session) => bus.call_method(
            Some(LOGIN),
            LOGIN_PATH,
            Some(MANAGER),
            "GetSession",
            &(session,),
        )?,
        Err(_) => bus.call_method(
            Some(LOGIN),
            LOGIN_PATH,
            Some(MANAGER),
            "GetSessionByPID",
            &(std::process::id(),),
        )?,
    };
    answer.body().deserialize()
}

/// Holds the system awake for the moment it takes to lock.
fn delay_sleep(bus: &Connection) -> zbus::Result<OwnedFd> {
    let request = ("sleep", "Counterfoil", "Locks the ledger", "delay");
    bus.call_method(Some(LOGIN), LOGIN_PATH, Some(MANAGER), "Inhibit", &request)?
        .body()
        .deserialize()
}
