//! `docs/cli.md`, made from the commands themselves: their help, and the JSON Schema of what each answers.
//!
//! `UPDATE_DOCS=1 cargo test -p cli` writes it anew.

use std::path::Path;

use api::coverage::AccountCoverage;
use api::history::HistoryRow;
use api::insights::{AlertItem, ChargeRow};
use api::overview::Fees;
use api::profiles::ProfileRow;
use api::receipts::{DeliveryItem, WaitingItem};
use api::safety::{Erased, LastBackup, Restored};
use api::timeline::TimelineItem;
use clap::CommandFactory;
use schemars::{JsonSchema, schema_for};
use serde_json::{Value, json};

use crate::{
    Foil, account, ask, carrier, conversation, formats, import, init, keys, receipt, safety, verify,
};

const HEAD: &str = "\
# `foil`: commands and answers

Made by `UPDATE_DOCS=1 cargo test -p cli` from the program itself; a test compares. With `--json` a command prints one JSON
document on one line, `check` and `import` one per file (a statement inside an archive or a mail is one too). Money is a decimal string, a day an ISO date, keys are in camel case.
Keys are only ever added. Nothing but the answer goes to standard output; progress and findings go to standard error.

Exit status: 0 all well; 1 done, with findings; 2 refused or impossible, nothing was changed.
";

fn of<T: JsonSchema>() -> Value {
    let mut schema = schema_for!(T).to_value();
    if let Some(fields) = schema.as_object_mut() {
        fields.remove("$schema");
    }
    schema
}

fn list_of<T: JsonSchema>() -> Value {
    let mut schema = of::<T>();
    let definitions = schema
        .as_object_mut()
        .and_then(|fields| fields.remove("$defs"));
    let mut list = json!({"type": "array", "items": schema});
    if let (Some(fields), Some(definitions)) = (list.as_object_mut(), definitions) {
        fields.insert("$defs".to_owned(), definitions);
    }
    list
}

/// Written by hand, because what `check` prints is streamed from what was read.
fn checked() -> Value {
    let optional = |kind: &str| json!({"type": [kind, "null"]});
    let balance = json!({
        "type": ["object", "null"],
        "properties": {"amount": {"type": "string"}, "date": optional("string")},
    });
    let entry = json!({
        "type": "object",
        "required": ["amount", "status"],
        "properties": {
            "bookingDate": optional("string"), "valueDate": optional("string"), "amount": optional("string"),
            "currency": optional("string"), "status": {"enum": ["booked", "pending", "info", "unreadable"]},
            "reference": optional("string"), "counterparty": optional("string"),
            "text": {"type": "array", "items": {"type": "string"}},
        },
    });
    let statement = json!({
        "type": "object",
        "properties": {
            "account": {"type": "object"}, "currency": optional("string"), "openingBalance": balance, "closingBalance": balance,
            "entries": {"type": "array", "items": entry},
        },
    });
    let finding = json!({
        "type": "object",
        "required": ["severity", "code", "message"],
        "properties": {
            "severity": {"enum": ["error", "warning", "info"]}, "code": {"type": "string"}, "line": optional("integer"),
            "message": {"type": "string"},
        },
    });
    json!({
        "type": "object",
        "required": ["file", "format", "statements", "receipts", "questions", "diagnostics"],
        "properties": {
            "file": {"type": "string"}, "format": optional("string"),
            "statements": {"type": "array", "items": statement}, "receipts": list_of::<crate::check::receipt_json::ReceiptJson<'_>>(),
            "questions": {"type": "array", "items": {"type": "object"}}, "diagnostics": {"type": "array", "items": finding},
        },
    })
}

fn schema(command: &str) -> Option<Value> {
    Some(match command {
        "check" => checked(),
        "formats" => list_of::<formats::FormatJson>(),
        "init" => of::<init::Made>(),
        "import" => of::<import::ImportJson<'_>>(),
        "history" => list_of::<HistoryRow>(),
        "undo" | "redo" | "merge" | "unmerge" | "rename" | "move" | "note" | "tag" | "pair"
        | "part" | "refund" | "unrefund" | "delete" | "undelete" => of::<HistoryRow>(),
        "accounts" => list_of::<account::AccountJson<'_>>(),
        "balances" => list_of::<account::BalanceJson<'_>>(),
        "conversations" => list_of::<conversation::Row<'_>>(),
        "timeline" | "search" => list_of::<TimelineItem>(),
        "ask" => of::<ask::AskedJson<'_>>(),
        "receipts" => list_of::<WaitingItem>(),
        "deliveries" => list_of::<DeliveryItem>(),
        "link" | "unlink" => of::<receipt::Said>(),
        "print" => of::<receipt::Written>(),
        "profiles" => {
            json!({"oneOf": [list_of::<ProfileRow>(), of::<ProfileRow>(), of::<HistoryRow>()]})
        }
        "carrier" => list_of::<carrier::CarrierJson<'_>>(),
        "coverage" => list_of::<AccountCoverage>(),
        "fees" => list_of::<Fees>(),
        "alerts" => list_of::<AlertItem>(),
        "recurring" => list_of::<ChargeRow>(),
        "verify" => of::<verify::Verified>(),
        "passphrase" => of::<keys::Passphrase>(),
        "backup" => of::<LastBackup>(),
        "restore" => of::<Restored>(),
        "recover" => of::<safety::Recovered>(),
        "erase" => of::<Erased>(),
        "keyring" => of::<keys::Keyring>(),
        "phrase" => json!({"oneOf": [of::<keys::Phrase>(), of::<keys::Hex>()]}),
        _ => return None,
    })
}

/// A code block; trailing spaces of clap's help are left out.
fn block(language: &str, text: &str) -> String {
    let lines: Vec<&str> = text.trim_end().lines().map(str::trim_end).collect();
    format!("```{language}\n{}\n```\n", lines.join("\n"))
}

fn written() -> String {
    let mut foil = Foil::command().term_width(100);
    foil.build();
    let mut out = format!(
        "{HEAD}\n{}",
        block("text", &foil.render_long_help().to_string())
    );
    for command in foil
        .get_subcommands_mut()
        .filter(|command| command.get_name() != "help")
    {
        let name = command.get_name().to_owned();
        // The options of every command stand above, once.
        let mut own = command.clone();
        for option in [
            "ledger",
            "passphrase_file",
            "passphrase_fd",
            "lang",
            "json",
            "quiet",
            "no_color",
        ] {
            own = own.mut_arg(option, |option| option.hide(true));
        }
        out.push_str(&format!("\n## `foil {name}`\n\n"));
        out.push_str(&block("text", &own.render_help().to_string()));
        if let Some(schema) = schema(&name) {
            let schema = serde_json::to_string_pretty(&schema).unwrap_or_default();
            out.push_str(&format!("\n{}", block("json", &schema)));
        }
    }
    out
}

#[test]
fn the_documentation_says_what_the_commands_take_and_answer() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/cli.md");
    let written = written();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, &written).expect("the docs can be written");
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed.replace("\r\n", "\n") == written,
        "src-tauri/docs/cli.md is not what the commands say: run `UPDATE_DOCS=1 cargo test -p cli` and commit it"
    );
}
