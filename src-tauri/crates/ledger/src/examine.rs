//! What a dropped file is, before the ledger is asked anything.

use std::collections::BTreeMap;

use domain::{AccountId, Currency};
use matching::{Candidate, Owner, owner};
use source::{Diagnostic, Source};
use statement::{Answers, Choice, Question, Statement, source_under};
use store::{AccountRow, Read};
use worker::{Document, Worker};

use crate::profile::Hints;
use crate::{Dropped, Result};

/// The decoded document, kept by the caller because the reading borrows from it.
pub(crate) fn source<'a>(dropped: &'a Dropped, answers: &Answers) -> Source<'a> {
    source_under(&dropped.name, &dropped.bytes, answers)
}

/// Recognises and reads a document, a hostile one in a process of its own.
pub(crate) fn examine<'a>(source: &'a Source<'a>, answers: &Answers) -> Document<'a> {
    let mut document = Worker::beside().read(source, answers);
    let is_text = document.format.is_some_and(|format| format.is_text);
    if is_text && source.charset().had_errors {
        let encoding = source.charset().encoding.name();
        let finding = Diagnostic::warning("undecodableBytes").found(encoding);
        document.diagnostics.push(finding);
    }
    document
}

/// What the user is asked, and what is decided and may be turned.
#[derive(Debug, Clone, Default)]
pub(crate) struct Asked {
    pub(crate) questions: Vec<Question>,
    pub(crate) switches: Vec<Question>,
}

impl Asked {
    /// What the document itself leaves open or lets one turn.
    pub(crate) fn by(document: &Document<'_>) -> Self {
        Asked {
            questions: document.questions.clone(),
            switches: document.switches.clone(),
        }
    }
}

/// Where the entries of each statement go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Destination {
    /// The account, `None` where it would be new.
    pub(crate) account: Option<AccountId>,
    /// Statements of one file that name the same new account share this number.
    pub(crate) group: usize,
    pub(crate) currency: Currency,
    /// Whether the user was asked for the account, and said.
    pub(crate) is_chosen: bool,
}

/// Decides whose each statement is, and asks where the file alone cannot tell.
pub(crate) fn destinations(
    read: Read<'_>,
    statements: &[Statement<'_>],
    (answers, hints): (&Answers, Hints),
    asked: &mut Asked,
) -> Result<Vec<Destination>> {
    let mut live = read.list_live_accounts()?;
    let mut all = read.list_accounts()?;
    for accounts in [&mut live, &mut all] {
        accounts.retain(|account| !account.is_own);
    }
    let mut groups: BTreeMap<String, usize> = BTreeMap::new();
    let mut out = Vec::with_capacity(statements.len());
    for statement in statements {
        let stated = statement.currency.or_else(|| only_currency(statement));
        // An account whose imports are all undone is still the account of its number; but nobody is asked about it.
        let accounts = if statement.account.is_identified() {
            &all
        } else {
            &live
        };
        let (account, is_chosen) = decide(statement, stated, accounts, (answers, hints), asked);
        let known = account.and_then(|id| accounts.iter().find(|account| account.id == id));
        let answered = answers.get("currency").and_then(|code| code.parse().ok());
        let answered = answered.or(hints.currency);
        let currency = stated
            .or(known.map(|account| account.currency))
            .or(answered)
            .or_else(|| statement.entries.iter().find_map(|entry| entry.currency));
        if currency.is_none() {
            ask(
                &mut asked.questions,
                "currency",
                Vec::new(),
                Some(Currency::EUR.code().to_owned()),
            );
        }
        let currency = currency.unwrap_or(Currency::EUR);
        let next = groups.len();
        let id = &statement.account;
        let key = format!(
            "{:?}|{:?}|{:?}|{:?}|{:?}|{currency}",
            id.iban,
            id.number,
            id.bank_id,
            // What nothing identifies is told apart by its name within a file.
            id.name.as_deref().filter(|_| !id.is_identified()),
            account
        );
        let group = *groups.entry(key).or_insert(next);
        out.push(Destination {
            account,
            group,
            currency,
            is_chosen,
        });
    }
    Ok(out)
}

/// The currency that every row states. Where rows state several, none of them is the account's for certain.
fn only_currency(statement: &Statement<'_>) -> Option<Currency> {
    let mut stated = statement.entries.iter().filter_map(|entry| entry.currency);
    let first = stated.next()?;
    stated.all(|other| other == first).then_some(first)
}

fn decide(
    statement: &Statement<'_>,
    currency: Option<Currency>,
    accounts: &[AccountRow],
    (answers, hints): (&Answers, Hints),
    asked: &mut Asked,
) -> (Option<AccountId>, bool) {
    let candidates: Vec<Candidate> = accounts.iter().map(candidate).collect();
    match owner(&statement.account, currency, &candidates) {
        Owner::Known(id) => (Some(id), false),
        Owner::New => (None, false),
        Owner::Unsure(possible) => {
            let mut choices: Vec<Choice> = accounts
                .iter()
                .filter(|account| possible.contains(&account.id))
                .map(|account| Choice {
                    value: account.id.0.to_string(),
                    example: crate::account::shown_name(account),
                })
                .collect();
            choices.push(Choice {
                value: "new".to_owned(),
                example: None,
            });
            let told = answers.get("account");
            let hint = hints.account.filter(|id| possible.contains(id));
            // Where several accounts fit, what the file before was of is a guess: two accounts of one bank have one header.
            let hinted = hint.filter(|_| told.is_none() && possible.len() == 1);
            let chosen = told.and_then(|id| id.parse().ok()).map(AccountId);
            let chosen = chosen.or(hinted);
            let chosen = chosen.filter(|id| accounts.iter().any(|account| account.id == *id));
            if told == Some("new") || chosen.is_some() {
                let value = chosen.map_or("new".to_owned(), |id| id.0.to_string());
                ask(&mut asked.switches, "account", choices, Some(value));
                return (chosen, true);
            }
            let assumed = hint.or_else(|| possible.first().copied());
            let value = assumed.map(|id| id.0.to_string());
            ask(&mut asked.questions, "account", choices, value);
            (assumed, false)
        }
    }
}

fn ask(
    questions: &mut Vec<Question>,
    about: &'static str,
    choices: Vec<Choice>,
    assumed: Option<String>,
) {
    if questions.iter().all(|question| question.about != about) {
        questions.push(Question {
            about,
            choices,
            assumed,
        });
    }
}

fn candidate(account: &AccountRow) -> Candidate {
    Candidate {
        id: account.id,
        identifier: account.identifier.clone(),
        currency: account.currency,
    }
}
