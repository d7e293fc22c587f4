//! The tray's icon and menu. The core says every line; here lines become menu items, and choices become actions.

use api::conversations::ConversationRef;
use api::tray::{TrayAction, TrayLine};
use tauri::image::Image;
use tauri::menu::{CheckMenuItem, IsMenuItem, Menu, MenuItem, PredefinedMenuItem};
use tauri::tray::TrayIconBuilder;
use tauri::{AppHandle, Manager, Wry};

use crate::events::{Redraw, emit};
use crate::{Shared, window};

const ID: &str = "main";

/// Makes the icon with the menu as it is now.
///
/// # Errors
/// The system refuses an icon or a menu.
pub(crate) fn build(handle: &AppHandle, app: &Shared) -> tauri::Result<()> {
    let mut builder = TrayIconBuilder::with_id(ID)
        .icon(icon())
        .icon_as_template(cfg!(target_os = "macos"))
        .menu(&menu(handle, &app.tray_lines())?)
        .on_menu_event(|handle, event| choose(handle, event.id().as_ref()));
    // On Linux the icon is handed over as a file; the folder all apps would share is open to every user.
    if let Ok(folder) = handle.path().app_cache_dir() {
        builder = builder.temp_dir_path(folder.join("tray"));
    }
    builder.build(handle)?;
    Ok(())
}

/// macOS colours a monochrome icon itself, as the menu bar needs it.
fn icon() -> Image<'static> {
    if cfg!(target_os = "macos") {
        tauri::include_image!("../icons/tray-monochrome.png")
    } else {
        tauri::include_image!("../icons/tray.png")
    }
}

/// Replaces the menu.
pub(crate) fn draw(handle: &AppHandle, lines: Vec<TrayLine>) {
    let owned = handle.clone();
    // The event loop is gone only when the app is leaving, and a menu that cannot be made keeps the one before.
    let _ = handle.run_on_main_thread(move || {
        if let (Some(tray), Ok(menu)) = (owned.tray_by_id(ID), menu(&owned, &lines)) {
            let _ = tray.set_menu(Some(menu));
        }
    });
}

fn menu(handle: &AppHandle, lines: &[TrayLine]) -> tauri::Result<Menu<Wry>> {
    let menu = Menu::new(handle)?;
    for (position, line) in lines.iter().enumerate() {
        menu.append(item(handle, position, line)?.as_ref())?;
    }
    Ok(menu)
}

fn item(
    handle: &AppHandle,
    position: usize,
    line: &TrayLine,
) -> tauri::Result<Box<dyn IsMenuItem<Wry>>> {
    let id = id_of(position, line.id);
    // A single & would underline the letter that follows it.
    let label = line.label.replace('&', "&&");
    Ok(match (line.id, line.checked) {
        (TrayAction::Separator, _) => Box::new(PredefinedMenuItem::separator(handle)?),
        (_, Some(ticked)) => Box::new(CheckMenuItem::with_id(
            handle,
            id,
            label,
            line.enabled,
            ticked,
            None::<&str>,
        )?),
        (_, None) => Box::new(MenuItem::with_id(
            handle,
            id,
            label,
            line.enabled,
            None::<&str>,
        )?),
    })
}

/// A menu item's id: unlike the action alone, never twice in one menu.
fn id_of(position: usize, action: TrayAction) -> String {
    match action {
        TrayAction::Say => format!("say-{position}"),
        TrayAction::Separator => format!("separator-{position}"),
        TrayAction::Account(account) => format!("account-{account}"),
        TrayAction::Counterparty(counterparty) => format!("counterparty-{counterparty}-{position}"),
        TrayAction::ToggleAmounts => "toggle-amounts".to_owned(),
        TrayAction::Open => "open".to_owned(),
        TrayAction::Import => "import".to_owned(),
        TrayAction::Lock => "lock".to_owned(),
        TrayAction::Quit => "quit".to_owned(),
    }
}

fn choose(handle: &AppHandle, id: &str) {
    match id {
        "open" => window::show(handle),
        "import" => {
            window::show(handle);
            emit(handle, "import-files", ());
        }
        "lock" => in_background(handle, |app| {
            app.lock();
        }),
        "toggle-amounts" => in_background(handle, |app| {
            // What could not be written stays as it was, and the menu drawn next says so.
            let _ = app.toggle_tray_amounts();
        }),
        "quit" => handle.exit(0),
        other => {
            let by_number = |prefix: &str| {
                let number = other.strip_prefix(prefix)?;
                number.split('-').next()?.parse().ok()
            };
            let conversation = by_number("account-")
                .map(ConversationRef::Account)
                .or_else(|| by_number("counterparty-").map(ConversationRef::Counterparty));
            if let Some(conversation) = conversation {
                window::show(handle);
                emit(handle, "open-conversation", conversation);
            }
        }
    }
}

fn in_background(handle: &AppHandle, act: impl FnOnce(&Shared) + Send + 'static) {
    let handle = handle.clone();
    tauri::async_runtime::spawn_blocking(move || {
        act(&handle.state::<Shared>());
        handle.state::<Redraw>().ask();
    });
}
