//! The one window: its place on the screen, hiding to the tray, coming forward, and files named on the command line.

use std::path::PathBuf;
use std::sync::Mutex;

use api::app::Door;
use serde::{Deserialize, Serialize};
use tauri::webview::{PageLoadEvent, PermissionResponse};
use tauri::{
    AppHandle, Manager, PhysicalPosition, PhysicalSize, WebviewUrl, WebviewWindow,
    WebviewWindowBuilder, Window, WindowEvent,
};

use crate::events::emit;
use crate::{Shared, folder};

/// The window's label, which its capability names.
pub(crate) const LABEL: &str = "main";

const SMALLEST: (f64, f64) = (480.0, 560.0);
const FIRST: (f64, f64) = (1280.0, 800.0);
/// How much of the window must lie on a screen for it to be brought back there, in physical pixels.
const GRIP: i32 = 100;
const PLACE: &str = "window.json";

/// Where the window stands, in physical pixels.
#[derive(Clone, Copy, Serialize, Deserialize)]
struct Place {
    x: i32,
    y: i32,
    width: u32,
    height: u32,
    maximized: bool,
}

/// The place last seen while the window was visible.
#[derive(Default)]
pub(crate) struct LastPlace(Mutex<Option<Place>>);

/// Files that wait for the ledger to be open.
#[derive(Default)]
pub(crate) struct Arrivals(Mutex<Vec<PathBuf>>);

/// Makes the window, where it stood last time if that is still on a screen, and shows it once its page is there.
///
/// # Errors
/// The system refuses a window.
pub(crate) fn build(handle: &AppHandle, app: &Shared) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(handle, LABEL, WebviewUrl::App("index.html".into()))
        .title(app.window_title())
        .inner_size(FIRST.0, FIRST.1)
        .min_inner_size(SMALLEST.0, SMALLEST.1)
        .center()
        .visible(false)
        // The page keeps nothing on disk. A driven web view is the exception: WebKitGTK drives no private one.
        .incognito(std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_none())
        // The frame that a mail is shown in is written by the page itself and comes from nowhere.
        .on_navigation(|url| {
            url.scheme() == "tauri"
                || url.host_str() == Some("tauri.localhost")
                || url.as_str() == "about:srcdoc"
        })
        // Camera, microphone, position, the clipboard's content and whatever else a page may ask for: the app needs none.
        .on_permission_request(|_, _| PermissionResponse::Deny)
        .on_page_load(|window, payload| {
            if payload.event() == PageLoadEvent::Finished {
                let _ = window.show();
            }
        })
        .build()?;
    // Drawn either way: a window that does not take it is a slower one.
    #[cfg(target_os = "linux")]
    let _ = crate::graphics::choose(&window);
    if let Some(place) = read_place(handle) {
        restore(&window, place)?;
    }
    Ok(())
}

/// Shows the window and brings it to the front.
pub(crate) fn show(handle: &AppHandle) {
    let Some(window) = handle.get_webview_window(LABEL) else {
        return;
    };
    // A window manager may refuse any of these; the window is then where the user can still reach it.
    if let Ok(false) = window.is_visible() {
        let _ = window.show();
        if let Some(place) = last_place(handle) {
            let _ = restore(&window, place);
        }
    }
    let _ = window.unminimize();
    let _ = window.set_focus();
}

/// Whether the user has the window before their eyes.
#[cfg(target_os = "linux")]
pub(crate) fn is_looked_at(handle: &AppHandle) -> bool {
    let is = |window: &WebviewWindow| -> tauri::Result<bool> {
        Ok(window.is_visible()? && window.is_focused()?)
    };
    handle
        .get_webview_window(LABEL)
        .is_some_and(|window| is(&window).unwrap_or(false))
}

/// Gives the window the title that the core says.
pub(crate) fn retitle(handle: &AppHandle, app: &Shared) {
    if let Some(window) = handle.get_webview_window(LABEL) {
        let _ = window.set_title(&app.window_title());
    }
}

/// Closing hides the window where a tray icon can bring it back, and quits where none can.
pub(crate) fn on_event(window: &Window, event: &WindowEvent) {
    let handle = window.app_handle();
    match event {
        WindowEvent::Moved(_) | WindowEvent::Resized(_) => remember(window),
        WindowEvent::CloseRequested { api, .. } => {
            write_place(handle);
            if handle.state::<Shared>().app_state().tray {
                api.prevent_close();
                let _ = window.hide();
            } else {
                handle.exit(0);
            }
        }
        _ => {}
    }
}

/// Keeps files until the ledger is open and its page takes them, which may be now.
pub(crate) fn offer_files(handle: &AppHandle, files: Vec<PathBuf>) {
    if let Ok(mut waiting) = handle.state::<Arrivals>().0.lock() {
        waiting.extend(files);
    }
    if handle.state::<Shared>().app_state().door == Door::Open {
        drop_offered(handle);
    }
}

/// Hands the waiting files to the page, exactly as if they had been dropped on it.
pub(crate) fn drop_offered(handle: &AppHandle) {
    #[derive(Clone, Serialize)]
    struct Dropped {
        paths: Vec<PathBuf>,
        position: PhysicalPosition<f64>,
    }
    let paths = handle
        .state::<Arrivals>()
        .0
        .lock()
        .map(|mut waiting| std::mem::take(&mut *waiting))
        .unwrap_or_default();
    if !paths.is_empty() {
        emit(
            handle,
            "tauri://drag-drop",
            Dropped {
                paths,
                position: PhysicalPosition::default(),
            },
        );
    }
}

/// Writes down where the window stands. Without a folder there is no ledger yet, and nothing is left behind.
pub(crate) fn write_place(handle: &AppHandle) {
    let (Some(place), Ok(folder)) = (last_place(handle), folder::data_folder(handle)) else {
        return;
    };
    if let (true, Ok(text)) = (folder.is_dir(), serde_json::to_string(&place)) {
        let _ = std::fs::write(folder.join(PLACE), text);
    }
}

fn read_place(handle: &AppHandle) -> Option<Place> {
    let text = std::fs::read_to_string(folder::data_folder(handle).ok()?.join(PLACE)).ok()?;
    serde_json::from_str(&text).ok()
}

fn last_place(handle: &AppHandle) -> Option<Place> {
    handle
        .state::<LastPlace>()
        .0
        .lock()
        .ok()
        .and_then(|place| *place)
}

fn remember(window: &Window) {
    let (Ok(true), Ok(false)) = (window.is_visible(), window.is_minimized()) else {
        return;
    };
    let (Ok(position), Ok(size), Ok(maximized)) = (
        window.outer_position(),
        window.inner_size(),
        window.is_maximized(),
    ) else {
        return;
    };
    if let Ok(mut last) = window.state::<LastPlace>().0.lock() {
        *last = Some(match (maximized, *last) {
            // The size to come back to is the one before.
            (true, Some(before)) => Place {
                maximized,
                ..before
            },
            _ => Place {
                x: position.x,
                y: position.y,
                width: size.width,
                height: size.height,
                maximized,
            },
        });
    }
}

fn restore(window: &WebviewWindow, place: Place) -> tauri::Result<()> {
    let monitors = window.available_monitors()?;
    if monitors
        .iter()
        .any(|monitor| is_reachable(&place, *monitor.position(), *monitor.size()))
    {
        window.set_size(PhysicalSize::new(place.width, place.height))?;
        window.set_position(PhysicalPosition::new(place.x, place.y))?;
    }
    if place.maximized {
        window.maximize()?;
    }
    Ok(())
}

/// Whether the window's title bar can be taken hold of on the screen that begins at `from`.
fn is_reachable(place: &Place, from: PhysicalPosition<i32>, size: PhysicalSize<u32>) -> bool {
    let right = from.x.saturating_add_unsigned(size.width);
    let bottom = from.y.saturating_add_unsigned(size.height);
    place.x.saturating_add_unsigned(place.width) >= from.x.saturating_add(GRIP)
        && place.x <= right.saturating_sub(GRIP)
        && place.y >= from.y
        && place.y <= bottom.saturating_sub(GRIP)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_found_at(x: i32, y: i32) -> bool {
        let place = Place {
            x,
            y,
            width: 1280,
            height: 800,
            maximized: false,
        };
        is_reachable(
            &place,
            PhysicalPosition::new(1920, 0),
            PhysicalSize::new(1920, 1080),
        )
    }

    #[test]
    fn a_window_comes_back_where_its_title_bar_can_be_taken_hold_of() {
        assert!(is_found_at(2000, 40), "it stands on the screen");
        assert!(is_found_at(1000, 40), "its right part stands on the screen");
        assert!(!is_found_at(100, 40), "it stands on a screen that is gone");
        assert!(
            !is_found_at(3800, 40),
            "a strip at the right edge is too little to take hold of"
        );
        assert!(!is_found_at(2000, -30), "its title bar is above the screen");
        assert!(
            !is_found_at(2000, 1060),
            "its title bar is at the very bottom"
        );
    }
}
