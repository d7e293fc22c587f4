//! Names the commands, so that a window may call only those its capability lists.

/// The same names as `api::COMMANDS`; a test in `tests/journeys/tidy.rs` holds them equal.
const COMMANDS: &[&str] = &[
    "app_state",
    "create_ledger",
    "show_phrase",
    "confirm_phrase",
    "unlock",
    "lock",
    "get_settings",
    "set_settings",
    "list_conversations",
    "get_header",
    "page_timeline",
    "mark_read",
    "get_entry",
    "search",
    "preview_import",
    "preview_bytes",
    "answer_import",
    "commit_import",
    "cancel_import",
    "load_sample",
    "list_history",
    "undo",
    "redo",
    "set_account",
    "delete_entry",
    "restore_entry",
    "note_entry",
    "tag_entry",
    "move_entry",
    "rename_counterparty",
    "merge_counterparties",
    "unmerge_counterparty",
    "get_coverage",
    "receipt_inbox",
    "link_receipt",
    "unlink_receipt",
    "mark_arrived",
    "list_profiles",
    "rename_profile",
    "forget_profile",
    "save_profile",
    "import_profiles",
    "choose_files",
    "choose_target",
];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}
