//! How the page is drawn where there is no graphics card.
//!
//! WebKit then still has layers of the page drawn and put together by an OpenGL that the processor plays: a frame of scrolling
//! takes five times as long as when the page is drawn as one picture. So it is told to.

use std::ffi::OsStr;
use std::fs;
use std::path::Path;

use tauri::WebviewWindow;
use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

/// Has the page drawn as one picture, unless there is a card to do better.
pub(crate) fn choose(window: &WebviewWindow) -> tauri::Result<()> {
    if has_card() {
        return Ok(());
    }
    window.with_webview(|view| {
        if let Some(settings) = view.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}

/// Whether this process may use a graphics card: through the kernel, or through a driver that is there for one maker alone.
fn has_card() -> bool {
    let is_played = std::env::var_os("LIBGL_ALWAYS_SOFTWARE").is_some_and(|value| value != "0");
    !is_played && has_card_in(Path::new("/dev"))
}

fn has_card_in(devices: &Path) -> bool {
    let is_render_node = |name: &OsStr| name.as_encoded_bytes().starts_with(b"renderD");
    let nodes = fs::read_dir(devices.join("dri")).into_iter().flatten();
    nodes
        .flatten()
        .any(|node| is_render_node(&node.file_name()))
        || ["nvidiactl", "dxg"]
            .iter()
            .any(|name| devices.join(name).exists())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn devices(names: &[&str]) -> bool {
        let folder = tempfile::tempdir().expect("a temporary folder");
        for name in names {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, "").expect("a file");
        }
        has_card_in(folder.path())
    }

    #[test]
    fn a_card_is_known_by_the_device_that_draws() {
        assert!(devices(&["dri/card0", "dri/renderD128"]));
        assert!(devices(&["nvidiactl"]));
        assert!(devices(&["dxg"]), "that of Windows below Linux");
        assert!(!devices(&["dri/card0"]), "a screen alone draws nothing");
        assert!(!devices(&[]));
    }
}
