//! What was decided before the document was read: the user's answers first, then the profile that knows its header.

use crate::{Answers, By, Decision, Profile};

use super::column::Column;
use super::role::Role;

/// Answers, and the profile whose decisions stand where there is no answer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Given<'g> {
    pub(super) answers: &'g Answers,
    pub(super) profile: Option<&'g Profile>,
}

/// A decision and who made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Say<T> {
    /// The user, for this document: it stands whatever the document says.
    Answer(T),
    /// A profile: it stands where the document proves nothing else.
    Profile(T),
    Nothing,
}

impl<T: Copy> Say<T> {
    /// Whoever said it.
    pub(super) fn either(self) -> Option<T> {
        match self {
            Say::Answer(value) | Say::Profile(value) => Some(value),
            Say::Nothing => None,
        }
    }

    /// What only the user said.
    pub(super) fn answer(self) -> Option<T> {
        match self {
            Say::Answer(value) => Some(value),
            _ => None,
        }
    }

    /// What only the profile says.
    pub(super) fn remembered(self) -> Option<T> {
        match self {
            Say::Profile(value) => Some(value),
            _ => None,
        }
    }

    /// Who decided, where `alone` is what the file alone would be decided by.
    pub(super) fn by(self, alone: By) -> By {
        match self {
            Say::Answer(_) => By::Answer,
            // A proof that agrees is the better reason.
            Say::Profile(_) if alone != By::Proof => By::Profile,
            _ => alone,
        }
    }
}

impl<'g> Given<'g> {
    /// What the user said, and no profile.
    pub(super) fn by(answers: &'g Answers) -> Self {
        Given {
            answers,
            profile: None,
        }
    }

    /// What was said about `about`, read by `read`.
    pub(super) fn say<T>(self, about: &str, read: impl Fn(&str) -> Option<T>) -> Say<T> {
        if let Some(value) = self.answers.get(about).and_then(&read) {
            return Say::Answer(value);
        }
        let remembered = self.profile.and_then(|profile| profile.decision(about));
        match remembered.as_deref().and_then(read) {
            Some(value) => Say::Profile(value),
            None => Say::Nothing,
        }
    }

    /// Words of the indicator column that mean money out, folded; empty where nobody named any.
    pub(super) fn out_words(self) -> Vec<String> {
        let folded = |words: &str| {
            let words = crate::profile::words(words);
            Some(words.iter().map(|word| text::fold(word)).collect())
        };
        match self.say("outWords", folded) {
            Say::Answer(words) | Say::Profile(words) => words,
            Say::Nothing => Vec::new(),
        }
    }

    /// The same as a decision.
    pub(super) fn out_words_decision(self) -> Decision {
        let words = self.say("outWords", |words| {
            Some(crate::profile::words(words).join("|"))
        });
        match words {
            Say::Answer(words) => Decision::told(words, "", By::Answer),
            Say::Profile(words) => Decision::told(words, "", By::Profile),
            Say::Nothing => Decision::alone("", By::Usual),
        }
    }

    /// Gives the columns the roles that were said: those of the answer `columns` (`role:index,…`), or of the profile.
    pub(super) fn apply_columns(self, columns: &mut [Column<'_>]) {
        if let Some(answer) = self.answers.get("columns") {
            apply_answer(columns, answer);
        } else if let Some(profile) = self.profile {
            for (column, told) in columns.iter_mut().zip(&profile.columns) {
                if let Some(role) = Role::from_word(&told.role) {
                    column.role = role;
                }
            }
        }
    }
}

fn apply_answer(columns: &mut [Column<'_>], answer: &str) {
    let told: Vec<(Role, usize)> = answer
        .split(',')
        .filter_map(|pair| {
            let (role, at) = pair.split_once(':')?;
            Some((Role::from_word(role.trim())?, at.trim().parse().ok()?))
        })
        .collect();
    for (role, at) in &told {
        let before = columns.get(*at).map(|column| column.role);
        // Of two sides, the one that gives way becomes the other.
        let left = match (role, before) {
            (Role::Debit, Some(Role::Credit)) => Role::Credit,
            (Role::Credit, Some(Role::Debit)) => Role::Debit,
            _ => Role::Other,
        };
        for (position, column) in columns.iter_mut().enumerate() {
            if position == *at {
                column.role = *role;
            } else if column.role == *role && role.is_single() && !told.contains(&(*role, position))
            {
                column.role = left;
            }
        }
    }
}

/// Whether a word is a role; `Some(true)` where a row has one of it, so that two such columns contradict each other.
pub(crate) fn is_role(word: &str) -> Option<bool> {
    let role = Role::from_word(word)?;
    Some(super::role::ASKED.contains(&role) || role == Role::Indicator)
}
