//! The `foil` command: the window's twin for a terminal and for scripts.
//!
//! One module per command, each with its arguments and a `run`. Nothing but the answer goes to standard output; findings
//! and progress go to standard error.

mod account;
mod ask;
mod carrier;
mod check;
mod conversation;
mod coverage;
#[cfg(test)]
mod documented;
mod door;
mod edit;
mod export;
mod failure;
mod fee;
mod folder;
mod formats;
mod global;
mod history;
mod import;
mod init;
mod insight;
mod keys;
mod printed;
mod profile;
mod progress;
mod receipt;
mod safety;
mod search;
mod secret;
mod timeline;
mod verify;
mod worker;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use failure::Failure;
use global::{Exit, Global};

/// Reads statements and keeps a private history of them. Nothing leaves this computer.
#[derive(Debug, Parser)]
#[command(name = "foil", version, arg_required_else_help = true)]
struct Foil {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Reads statements without a ledger and says what they hold and whether they add up
    Check(check::Arguments),
    /// Lists the formats that are read
    Formats,
    /// Makes an encrypted ledger and prints its 24 words, once
    Init(init::Arguments),
    /// Compares statements with the ledger and imports them; stops where something is in doubt
    Import(import::Arguments),
    /// Lists imports and other operations, newest first
    History,
    /// Takes an operation back, whatever came after it
    Undo(history::Arguments),
    /// Does an undone operation again
    Redo(history::Arguments),
    /// Lists the accounts
    Accounts,
    /// Lists what each account holds, and on which day
    Balances(account::Arguments),
    /// Lists the conversations, newest activity first
    Conversations,
    /// Prints a conversation, oldest first; without one, every account's
    Timeline(timeline::Arguments),
    /// Finds entries, receipts and notes by words, amounts, days and names
    Search(search::Arguments),
    /// Answers a question in French or English
    Ask(ask::Arguments),
    /// Lists the days that each account's statements tell of, those that none does, and where their chain breaks
    Coverage(coverage::Arguments),
    /// Lists what the banks took in a year, as a yearly statement of fees groups it, beside the year before
    Fees(fee::Arguments),
    /// Lists what deserves a look: debits that came twice, charges that did not come
    Alerts,
    /// Lists what recurs: subscriptions, bills, pay, with their prices and the day on which each is due
    Recurring,
    /// Says that a counterparty is another one: they share that one's conversation
    Merge(edit::MergeArguments),
    /// Says that a merged counterparty is one of its own after all
    Unmerge(edit::UnmergeArguments),
    /// Gives a counterparty a name
    Rename(edit::RenameArguments),
    /// Moves an entry to another conversation
    Move(edit::MoveArguments),
    /// Writes a note on an entry
    Note(edit::NoteArguments),
    /// Puts tags on an entry
    Tag(edit::TagArguments),
    /// Says that two entries of two accounts are one transfer between them
    Pair(edit::PairArguments),
    /// Says that two entries are not one transfer
    Part(edit::PairArguments),
    /// Says that an entry gives back another
    Refund(edit::RefundArguments),
    /// Says that an entry does not give back another
    Unrefund(edit::RefundArguments),
    /// Deletes an entry; no import brings it back
    Delete(edit::EntryArguments),
    /// Brings a deleted entry back
    Undelete(edit::EntryArguments),
    /// Writes every entry and balance
    Export(export::Arguments),
    /// Lists receipts whose payment is not there yet, and what may have paid for them
    Receipts,
    /// Lists parcels on their way
    Deliveries,
    /// Lists the profiles that say how files of one header are read; shows, exports, takes in, renames and forgets them
    Profiles(profile::Arguments),
    /// Says that an entry paid for a receipt
    Link(receipt::Arguments),
    /// Says that an entry has nothing to do with a receipt
    Unlink(receipt::Arguments),
    /// Writes a purchase with its originals as one PDF, as proof for a guarantee
    Print(receipt::PrintArguments),
    /// Says which carrier a tracking number is of, offline
    Carrier(carrier::Arguments),
    /// Looks whether the ledger agrees with itself
    Verify,
    /// Sets the passphrase, instead of the one before
    Passphrase(keys::NewPassphrase),
    /// Gives the system's keyring the key, or takes it out
    Keyring(keys::KeyringArguments),
    /// Prints the 24 words, or the key in hexadecimal digits
    Phrase(keys::PhraseArguments),
    /// Writes the whole ledger into one encrypted file and reads it back
    Backup(safety::FileArguments),
    /// Puts a backup in the ledger's place; the ledger before it is kept beside it
    Restore(safety::FileArguments),
    /// Opens the ledger by its 24 words and sets a new passphrase
    Recover(keys::NewPassphrase),
    /// Takes the ledger and its keys away for good
    Erase(safety::EraseArguments),
    /// Reads one document for another process, within limits of time and memory
    #[command(hide = true)]
    Worker,
}

fn main() -> ExitCode {
    let foil = Foil::parse();
    let global = &foil.global;
    match run(&foil.command, global) {
        Ok(exit) => exit.into(),
        // Whoever read our output has seen enough.
        Err(Failure::Io(error)) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Well.into(),
        Err(failure) => {
            let said = failure.said(&global.catalogue());
            // Where even standard error is gone, the exit status still says it.
            drop(writeln!(io::stderr(), "foil: {said}"));
            Exit::Refused.into()
        }
    }
}

fn run(command: &Command, global: &Global) -> Result<Exit, Failure> {
    match command {
        Command::Check(arguments) => Ok(check::run(arguments, global)?),
        Command::Formats => Ok(formats::run(global)?),
        Command::Init(arguments) => init::run(arguments, global),
        Command::Import(arguments) => import::run(arguments, global),
        Command::History => history::list(global),
        Command::Undo(arguments) => history::undo(arguments, global),
        Command::Redo(arguments) => history::redo(arguments, global),
        Command::Accounts => account::accounts(global),
        Command::Balances(arguments) => account::balances(arguments, global),
        Command::Conversations => conversation::run(global),
        Command::Timeline(arguments) => timeline::run(arguments, global),
        Command::Search(arguments) => search::run(arguments, global),
        Command::Ask(arguments) => ask::run(arguments, global),
        Command::Coverage(arguments) => coverage::run(arguments, global),
        Command::Fees(arguments) => fee::run(arguments, global),
        Command::Alerts => insight::alerts(global),
        Command::Recurring => insight::recurring(global),
        Command::Merge(arguments) => edit::merge(arguments, global),
        Command::Unmerge(arguments) => edit::unmerge(arguments, global),
        Command::Rename(arguments) => edit::rename(arguments, global),
        Command::Move(arguments) => edit::move_entry(arguments, global),
        Command::Note(arguments) => edit::note(arguments, global),
        Command::Tag(arguments) => edit::tag(arguments, global),
        Command::Pair(arguments) => edit::pair(arguments, global),
        Command::Part(arguments) => edit::part(arguments, global),
        Command::Refund(arguments) => edit::refund(arguments, global),
        Command::Unrefund(arguments) => edit::unrefund(arguments, global),
        Command::Delete(arguments) => edit::delete(arguments, global),
        Command::Undelete(arguments) => edit::restore(arguments, global),
        Command::Export(arguments) => export::run(arguments, global),
        Command::Receipts => receipt::receipts(global),
        Command::Deliveries => receipt::deliveries(global),
        Command::Profiles(arguments) => profile::run(arguments, global),
        Command::Link(arguments) => receipt::link(arguments, global),
        Command::Unlink(arguments) => receipt::unlink(arguments, global),
        Command::Print(arguments) => receipt::print(arguments, global),
        Command::Carrier(arguments) => carrier::run(arguments, global),
        Command::Verify => verify::run(global),
        Command::Passphrase(arguments) => keys::passphrase(arguments, global),
        Command::Keyring(arguments) => keys::keyring(arguments, global),
        Command::Phrase(arguments) => keys::phrase(arguments, global),
        Command::Backup(arguments) => safety::backup(arguments, global),
        Command::Restore(arguments) => safety::restore(arguments, global),
        Command::Recover(arguments) => safety::recover(arguments, global),
        Command::Erase(arguments) => safety::erase(arguments, global),
        Command::Worker => Ok(worker::run()?),
    }
}
