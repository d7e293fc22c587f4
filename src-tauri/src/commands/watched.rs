//! The commands of watched folders.

use std::path::PathBuf;

use api::watched::Watched;
use tauri::State;

use super::{Answer, on_worker};
use crate::Shared;

#[tauri::command]
pub(super) async fn list_watched(app: State<'_, Shared>) -> Answer<Vec<Watched>> {
    on_worker(app, |app| app.list_watched()).await
}

#[tauri::command]
pub(super) async fn add_watched(app: State<'_, Shared>, path: PathBuf) -> Answer<Vec<Watched>> {
    on_worker(app, move |app| app.add_watched(path)).await
}

#[tauri::command]
pub(super) async fn switch_watched(
    app: State<'_, Shared>,
    path: PathBuf,
    is_on: bool,
) -> Answer<Vec<Watched>> {
    on_worker(app, move |app| app.switch_watched(&path, is_on)).await
}

#[tauri::command]
pub(super) async fn drop_watched(app: State<'_, Shared>, path: PathBuf) -> Answer<Vec<Watched>> {
    on_worker(app, move |app| app.drop_watched(&path)).await
}

#[tauri::command]
pub(super) async fn dismiss_watched(
    app: State<'_, Shared>,
    path: PathBuf,
    until: i64,
) -> Answer<Vec<Watched>> {
    on_worker(app, move |app| app.dismiss_watched(&path, until)).await
}
