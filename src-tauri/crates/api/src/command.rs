//! The commands of the window, by the names that it calls them by.

/// Every command that the window may call; the capability names the same ones. `choose_files` is the shell's own: the
/// system's file chooser.
pub const COMMANDS: &[&str] = &[
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
    "choose_files",
];
