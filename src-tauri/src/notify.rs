//! Notifications, through the desktop's own service where there is one. What they say is the core's.

use std::collections::HashMap;
use std::sync::Mutex;

use api::app::Door;
use api::conversations::ConversationRef;
use api::notices::Notice;
use tauri::{AppHandle, Manager};
use zbus::Message;
use zbus::blocking::Connection;
use zbus::blocking::fdo::DBusProxy;
use zbus::names::BusName;
use zbus::zvariant::Value;

use crate::events::emit;
use crate::{Shared, window};

const SERVICE: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";
/// The name of the app's icon and of its desktop entry.
const NAME: &str = "counterfoil";

/// What has to be heard of: the service's coming and going, and what becomes of a notification.
pub(crate) const RULES: [&str; 3] = [
    "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='org.freedesktop.Notifications'",
    "type='signal',interface='org.freedesktop.Notifications',member='ActionInvoked'",
    "type='signal',interface='org.freedesktop.Notifications',member='NotificationClosed'",
];

/// The desktop's notifications: the session bus, and what stands there of ours, each by its number.
pub(crate) struct Desk {
    bus: Connection,
    shown: Mutex<HashMap<u32, ConversationRef>>,
}

impl Desk {
    pub(crate) fn new(bus: Connection) -> Self {
        Desk {
            bus,
            shown: Mutex::default(),
        }
    }
}

/// Whether someone would show a notification: the service runs, or the bus starts it when it is asked.
pub(crate) fn is_there(bus: &Connection) -> bool {
    let ask = || -> zbus::Result<bool> {
        let proxy = DBusProxy::new(bus)?;
        Ok(proxy.name_has_owner(BusName::try_from(SERVICE)?)?
            || proxy
                .list_activatable_names()?
                .iter()
                .any(|name| name.as_str() == SERVICE))
    };
    ask().unwrap_or(false)
}

/// Shows a notification, on a thread of its own: a service may never answer. Without one nothing happens.
pub(crate) fn show(handle: &AppHandle, notice: Notice) {
    let handle = handle.clone();
    std::thread::spawn(move || give(&handle, &notice));
}

fn give(handle: &AppHandle, notice: &Notice) -> zbus::Result<()> {
    let Some(desk) = handle.try_state::<Desk>() else {
        return Ok(());
    };
    // Held until the number is known: an answer to it may come at once.
    let Ok(mut shown) = desk.shown.lock() else {
        return Ok(());
    };
    // What was locked meanwhile says nothing; a lock that comes from here on waits for the number, and withdraws it.
    if handle.state::<Shared>().app_state().door != Door::Open {
        return Ok(());
    }
    let (open, later) = (notice.open.as_str(), notice.later.as_str());
    let actions = ["default", open, "open", open, "later", later];
    let request = (
        "Counterfoil",
        0_u32,
        NAME,
        notice.title.as_str(),
        notice.body.as_str(),
        actions.as_slice(),
        HashMap::from([("desktop-entry", Value::from(NAME))]),
        -1_i32,
    );
    let answer = desk
        .bus
        .call_method(Some(SERVICE), PATH, Some(SERVICE), "Notify", &request)?;
    shown.insert(answer.body().deserialize()?, notice.about);
    Ok(())
}

/// Takes what stands there away: a locked ledger says nothing.
pub(crate) fn withdraw(handle: &AppHandle) {
    let handle = handle.clone();
    std::thread::spawn(move || withdraw_now(&handle));
}

/// The same before the program ends.
pub(crate) fn withdraw_now(handle: &AppHandle) {
    let Some(desk) = handle.try_state::<Desk>() else {
        return;
    };
    let Ok(mut shown) = desk.shown.lock() else {
        return;
    };
    for (number, _) in shown.drain() {
        // One that the user closed meanwhile is gone already.
        let _ = desk.bus.call_method(
            Some(SERVICE),
            PATH,
            Some(SERVICE),
            "CloseNotification",
            &number,
        );
    }
}

/// Hears what the bus says of notifications, as far as it is about the service or one of ours.
pub(crate) fn hear(handle: &AppHandle, message: &Message) {
    let Some(desk) = handle.try_state::<Desk>() else {
        return;
    };
    let body = message.body();
    match message.header().member().map(|member| member.as_str()) {
        Some("NameOwnerChanged") => {
            let is_about_it = body
                .deserialize::<(String, String, String)>()
                .is_ok_and(|(name, ..)| name == SERVICE);
            if is_about_it {
                handle.state::<Shared>().set_can_notify(is_there(&desk.bus));
            }
        }
        Some("ActionInvoked") => {
            if let Ok((number, action)) = body.deserialize::<(u32, String)>()
                && let Some(about) = forget(&desk, number)
                && action != "later"
            {
                open(handle, about);
            }
        }
        Some("NotificationClosed") => {
            if let Ok((number, _)) = body.deserialize::<(u32, u32)>() {
                forget(&desk, number);
            }
        }
        _ => {}
    }
}

fn forget(desk: &Desk, number: u32) -> Option<ConversationRef> {
    desk.shown.lock().ok()?.remove(&number)
}

fn open(handle: &AppHandle, about: ConversationRef) {
    window::show(handle);
    if handle.state::<Shared>().app_state().door == Door::Open {
        emit(handle, "open-conversation", about);
    }
}
