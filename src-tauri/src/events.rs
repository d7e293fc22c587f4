//! What the core says, passed on to the window and the tray; and the beat that lets the core look around.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel as mpsc};
use std::time::Duration;

use api::Event;
#[cfg(target_os = "linux")]
use api::app::Door;
use serde::Serialize;
use tauri::{AppHandle, Emitter};

#[cfg(target_os = "linux")]
use crate::notify;
use crate::{Shared, tray, window};

/// How often the core looks for other processes' writes and for idleness.
const BEAT: Duration = Duration::from_secs(2);

/// Asks the beat's thread to draw the tray's menu anew.
#[derive(Clone)]
pub(crate) struct Redraw(Sender<()>);

impl Redraw {
    /// Asks; several asks become one.
    pub(crate) fn ask(&self) {
        // Nobody listens any more only while the app is leaving.
        let _ = self.0.send(());
    }
}

/// The asking and the listening end.
pub(crate) fn channel() -> (Redraw, Receiver<()>) {
    let (sender, receiver) = mpsc();
    (Redraw(sender), receiver)
}

#[derive(Clone, Serialize)]
struct Changed {
    operation: Option<i64>,
}

/// What the core calls with each of its events.
pub(crate) fn emitter(handle: AppHandle, redraw: Redraw) -> Box<dyn Fn(Event) + Send + Sync> {
    Box::new(move |event| match event {
        Event::Changed { operation } => {
            emit(&handle, "changed", Changed { operation });
            redraw.ask();
        }
        Event::Progress(progress) => emit(&handle, "progress", progress),
        Event::Door(state) => {
            #[cfg(target_os = "linux")]
            if state.door == Door::Locked {
                notify::withdraw(&handle);
            }
            emit(&handle, "door", state);
            redraw.ask();
        }
        #[cfg(target_os = "linux")]
        Event::Notice(notice) if !window::is_looked_at(&handle) => notify::show(&handle, notice),
        // The user sees it in the window, or the desktop is none that we know how to tell.
        Event::Notice(_) => {}
    })
}

/// Emits to the window; a window that is gone misses nothing.
pub(crate) fn emit(handle: &AppHandle, event: &str, payload: impl Serialize + Clone) {
    let _ = handle.emit_to(window::LABEL, event, payload);
}

/// Starts the beat: one thread that keeps the tray's menu in step and polls the core.
pub(crate) fn run(handle: AppHandle, app: Shared, asks: Receiver<()>) {
    std::thread::spawn(move || {
        let mut drawn = Vec::new();
        loop {
            let lines = app.tray_lines();
            if lines != drawn {
                drawn.clone_from(&lines);
                tray::draw(&handle, lines);
                window::retitle(&handle, &app);
            }
            match asks.recv_timeout(BEAT) {
                Ok(()) => while asks.try_recv().is_ok() {},
                Err(RecvTimeoutError::Timeout) => app.poll(),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    });
}
