//! Backing up, restoring, erasing.

use std::path::PathBuf;

use api::safety::{BackupSeen, Erased, LastBackup, RestoreBackup, Restored, Safety};
use tauri::State;

use super::{Answer, on_worker};
use crate::Shared;

#[tauri::command]
pub(super) async fn get_safety(app: State<'_, Shared>) -> Answer<Safety> {
    on_worker(app, |app| app.get_safety()).await
}

#[tauri::command]
pub(super) async fn back_up(app: State<'_, Shared>, path: PathBuf) -> Answer<LastBackup> {
    on_worker(app, move |app| app.back_up(&path)).await
}

#[tauri::command]
pub(super) async fn look_at_backup(app: State<'_, Shared>, path: PathBuf) -> Answer<BackupSeen> {
    on_worker(app, move |app| app.look_at_backup(&path)).await
}

#[tauri::command]
pub(super) async fn restore_backup(
    app: State<'_, Shared>,
    request: RestoreBackup,
) -> Answer<Restored> {
    on_worker(app, move |app| app.restore_backup(request)).await
}

#[tauri::command]
pub(super) async fn erase_all(app: State<'_, Shared>) -> Answer<Erased> {
    on_worker(app, |app| app.erase_all()).await
}
