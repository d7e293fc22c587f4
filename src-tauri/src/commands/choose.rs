//! The system's choosers of files and folders.

use std::future::Future;
use std::path::PathBuf;
use std::sync::Mutex;

use rfd::AsyncFileDialog;
use tauri::{AppHandle, Manager, State};

use super::Answer;
use crate::Shared;

/// The folder that files were last chosen from.
#[derive(Default)]
pub(crate) struct LastFolder(Mutex<Option<PathBuf>>);

/// Opens the system's file chooser where files were chosen before, else where downloads are, as far as the system says where that
/// is; empty when it is closed without a choice.
#[tauri::command]
pub(super) async fn choose_files(
    app: State<'_, Shared>,
    last: State<'_, LastFolder>,
    handle: AppHandle,
) -> Answer<Vec<PathBuf>> {
    let before = last.0.lock().map_or(None, |folder| folder.clone());
    let places = handle.path();
    let folders = [before, places.download_dir().ok(), places.home_dir().ok()];
    let folder = folders.into_iter().flatten().find(|folder| folder.is_dir());
    let mut dialog = AsyncFileDialog::new().set_title(app.words().text("window-choose-files", &[]));
    if let Some(folder) = folder {
        dialog = dialog.set_directory(folder);
    }
    let chosen = shown(&app, &handle, move || dialog.pick_files()).await?;
    let chosen = chosen.iter().flatten();
    let paths: Vec<PathBuf> = chosen.map(|file| file.path().to_path_buf()).collect();
    if let (Some(from), Ok(mut folder)) =
        (paths.first().and_then(|path| path.parent()), last.0.lock())
    {
        *folder = Some(from.to_path_buf());
    }
    Ok(paths)
}

/// Opens the system's chooser for a folder, where downloads are as far as the system says where that is; `None` when it is closed
/// without a choice.
#[tauri::command]
pub(super) async fn choose_folder(
    app: State<'_, Shared>,
    handle: AppHandle,
) -> Answer<Option<PathBuf>> {
    let mut dialog =
        AsyncFileDialog::new().set_title(app.words().text("window-choose-folder", &[]));
    if let Ok(folder) = handle.path().download_dir() {
        dialog = dialog.set_directory(folder);
    }
    let chosen = shown(&app, &handle, move || dialog.pick_folder()).await?;
    Ok(chosen.map(|folder| folder.path().to_path_buf()))
}

/// Opens the system's chooser for a file to be written, with a name to begin with; `None` when it is closed without a choice.
#[tauri::command]
pub(super) async fn choose_target(
    app: State<'_, Shared>,
    handle: AppHandle,
    name: String,
) -> Answer<Option<PathBuf>> {
    let dialog = AsyncFileDialog::new().set_file_name(name);
    let chosen = shown(&app, &handle, move || dialog.save_file()).await?;
    Ok(chosen.map(|file| file.path().to_path_buf()))
}

/// Shows a chooser, which some systems allow on the main thread only, and waits for what is chosen.
async fn shown<T, Choice>(
    app: &Shared,
    handle: &AppHandle,
    open: impl FnOnce() -> Choice + Send + 'static,
) -> Answer<Option<T>>
where
    T: Send + 'static,
    Choice: Future<Output = Option<T>> + Send + 'static,
{
    let (sender, mut receiver) = tauri::async_runtime::channel(1);
    let open = move || {
        let choice = open();
        tauri::async_runtime::spawn(async move {
            // The window that asked may be gone by now.
            let _ = sender.send(choice.await).await;
        });
    };
    handle.run_on_main_thread(open).map_err(|_| app.broken())?;
    Ok(receiver.recv().await.flatten())
}
