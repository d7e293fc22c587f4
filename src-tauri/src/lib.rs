//! The shell: a window, a tray icon and commands of three lines over the `api` crate.
//!
//! It holds no rule: it parses nothing, decides nothing about money and formats nothing. It opens no network connection,
//! and the one file it keeps is the window's place on the screen.

mod commands;
#[cfg(target_os = "linux")]
mod desktop;
mod events;
mod folder;
#[cfg(target_os = "linux")]
mod graphics;
mod instance;
#[cfg(target_os = "linux")]
mod notify;
mod tray;
mod window;

use std::process::ExitCode;
use std::sync::Arc;

use api::App;
use tauri::{AppHandle, Manager, RunEvent};

/// The one object behind every command.
pub(crate) type Shared = Arc<App>;

/// Runs the app until the user quits.
///
/// The ledger's folder is `COUNTERFOIL_LEDGER`, else the system's folder for the app's data. Arguments are files to import.
pub fn run() -> ExitCode {
    let files = folder::files_of(std::env::args_os().skip(1));
    let instance = match instance::claim(&files) {
        instance::Claim::First(instance) => instance,
        instance::Claim::Second(code) => return code,
    };
    let built = instance
        .plug(tauri::Builder::default())
        .setup(move |app| {
            start(app.handle())?;
            window::offer_files(app.handle(), files);
            instance.serve(app.handle().clone());
            Ok(())
        })
        .on_window_event(window::on_event)
        .invoke_handler(commands::handler())
        .build(tauri::generate_context!());
    match built {
        Ok(app) => {
            app.run(on_run_event);
            ExitCode::SUCCESS
        }
        Err(error) => {
            use std::io::Write;
            // There is no window to say it in.
            let _ = writeln!(std::io::stderr(), "Counterfoil: {error}");
            ExitCode::FAILURE
        }
    }
}

fn start(handle: &AppHandle) -> Result<(), Box<dyn std::error::Error>> {
    let lang = sys_locale::get_locale().unwrap_or_default();
    let (redraw, asks) = events::channel();
    let emitter = events::emitter(handle.clone(), redraw.clone());
    let app: Shared = Arc::new(App::new(folder::data_folder(handle)?, &lang, emitter));
    handle.manage(Arc::clone(&app));
    handle.manage(redraw);
    handle.manage(commands::LastFolder::default());
    handle.manage(window::LastPlace::default());
    handle.manage(window::Arrivals::default());
    // A desktop that refuses the icon is a desktop without a tray.
    let _ = tray::build(handle, &app);
    window::build(handle, &app)?;
    events::run(handle.clone(), app, asks);
    #[cfg(target_os = "linux")]
    desktop::watch(handle);
    #[cfg(not(target_os = "linux"))]
    handle.state::<Shared>().set_tray_available(true);
    Ok(())
}

fn on_run_event(handle: &AppHandle, event: RunEvent) {
    if let RunEvent::Exit = event {
        window::write_place(handle);
        handle.state::<Shared>().lock();
        #[cfg(target_os = "linux")]
        notify::withdraw_now(handle);
    }
}
