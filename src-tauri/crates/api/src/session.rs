//! One ledger's folder as the window and `foil` use it: locked or open, with its settings and its events.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use domain::NaiveDate;
use ledger::Ledger;
use text::Lang;
use vault::Key;

use crate::app::{AppState, Door};
use crate::imports::Progress;
use crate::notices::{Notice, Told};
use crate::review::Review;
use crate::settings::Settings;
use crate::tries::Tries;
use crate::words::Words;
use crate::{ApiError, ErrorCode};

/// What the window hears without having asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The ledger holds something else than before.
    Changed {
        /// The operation that did it; `None` when another program did, or when it is no operation of the log.
        operation: Option<i64>,
    },
    /// How far a preview or an import is.
    Progress(Progress),
    /// The ledger was opened or locked, or the desktop's tray or its notifications came or went.
    Door(AppState),
    /// Something came up that the user may not be looking at.
    Notice(Notice),
}

/// A ledger's folder, locked or open. Every call may come from any thread; none waits for another but to open or lock.
pub struct App {
    folder: PathBuf,
    system: Lang,
    /// The language that a caller chose over the settings.
    told: Option<Lang>,
    events: Box<dyn Fn(Event) + Send + Sync>,
    /// Held while the ledger is made, opened or its keys are changed.
    door: Mutex<()>,
    /// Held while settings are changed.
    pub(crate) changing: Mutex<()>,
    state: Mutex<State>,
}

pub(crate) struct State {
    pub(crate) settings: Settings,
    words: Arc<Words>,
    pub(crate) tries: Tries,
    pub(crate) has_tray: bool,
    pub(crate) hears_sleep: bool,
    pub(crate) can_notify: bool,
    /// What the desktop was told, or the user saw on opening: nothing is told twice.
    pub(crate) told: BTreeSet<Told>,
    pub(crate) open: Option<Open>,
    /// How many times it was locked: what takes long may not open it again after that.
    pub(crate) locks: u64,
    /// The key of a ledger whose making failed half-way, for the next try.
    pub(crate) draft: Option<Key>,
    last_use: Instant,
}

/// An open ledger.
#[derive(Clone)]
pub(crate) struct Open {
    pub(crate) ledger: Arc<Ledger>,
    /// For the recovery phrase and for changing slots. Wiped with the last copy of this.
    pub(crate) key: Key,
    pub(crate) reviews: Arc<Mutex<Reviews>>,
    /// Raised to stop the preview or import that runs.
    pub(crate) stop: Arc<Mutex<Arc<AtomicBool>>>,
    /// The revision that the window last heard of.
    pub(crate) heard: Arc<Mutex<i64>>,
    /// The revision and the day at the last look for news.
    pub(crate) looked: Arc<Mutex<Option<(i64, NaiveDate)>>>,
}

/// Previews that wait for an answer.
#[derive(Default)]
pub(crate) struct Reviews {
    pub(crate) last: i64,
    pub(crate) waiting: BTreeMap<i64, Review>,
}

impl App {
    /// The ledger of a folder, which need not exist yet. `lang_of_system` is a locale or language tag (`fr-FR`); `events`
    /// is called from whatever thread caused the event.
    pub fn new(
        folder: PathBuf,
        lang_of_system: &str,
        events: Box<dyn Fn(Event) + Send + Sync>,
    ) -> App {
        // What cannot be gone on with now is told when the ledger is to be opened.
        drop(ledger::finish_restore(&folder));
        let settings = Settings::load(&folder);
        let system = Lang::from_tag(lang_of_system);
        let state = State {
            words: Arc::new(Words::new(lang(&settings, system))),
            tries: Tries::load(&folder),
            settings,
            has_tray: false,
            hears_sleep: false,
            can_notify: false,
            told: BTreeSet::new(),
            open: None,
            locks: 0,
            draft: None,
            last_use: Instant::now(),
        };
        App {
            folder,
            system,
            told: None,
            events,
            door: Mutex::new(()),
            changing: Mutex::new(()),
            state: Mutex::new(state),
        }
    }

    /// The same, speaking this language whatever the settings say.
    #[must_use]
    pub fn speaking(mut self, lang: Lang) -> App {
        self.told = Some(lang);
        self.state().words = Arc::new(Words::new(lang));
        self
    }

    /// What a command answers that ended in a defect of ours.
    pub fn broken(&self) -> ApiError {
        self.words().error(ErrorCode::Broken, "error-broken", &[])
    }

    /// The window's title.
    pub fn window_title(&self) -> String {
        let is_locked = self.app_state().door == Door::Locked;
        let id = if is_locked {
            "window-title-locked"
        } else {
            "window-title"
        };
        self.words().text(id, &[])
    }

    /// Says whether the desktop shows tray icons.
    pub fn set_tray_available(&self, has_tray: bool) {
        let had = std::mem::replace(&mut self.state().has_tray, has_tray);
        if had != has_tray {
            self.tell(Event::Door(self.app_state()));
        }
    }

    /// Told by the shell once it hears when the computer goes to sleep.
    pub fn set_hears_sleep(&self) {
        self.state().hears_sleep = true;
        self.tell(Event::Door(self.app_state()));
    }

    /// Says whether the desktop shows notifications.
    pub fn set_can_notify(&self, can_notify: bool) {
        let could = std::mem::replace(&mut self.state().can_notify, can_notify);
        if could != can_notify {
            self.tell(Event::Door(self.app_state()));
        }
    }

    /// Called every few seconds: locks after the chosen time without a command, and tells what other programs changed
    /// and what the desktop is to be told.
    pub fn poll(&self) {
        let Some(open) = self.state().open.clone() else {
            return;
        };
        if self.is_idle() {
            self.lock();
            return;
        }
        let Ok(revision) = open.ledger.revision() else {
            return;
        };
        let before = std::mem::replace(&mut *held(&open.heard), revision);
        if before != revision {
            self.tell(Event::Changed { operation: None });
        }
        self.look_for_news(&open, revision);
    }

    fn is_idle(&self) -> bool {
        let state = self.state();
        is_over(state.settings.lock_after_minutes, state.last_use.elapsed())
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        held(&self.state)
    }

    pub(crate) fn hold_door(&self) -> MutexGuard<'_, ()> {
        held(&self.door)
    }

    /// The texts in the user's language.
    pub fn words(&self) -> Arc<Words> {
        Arc::clone(&self.state().words)
    }

    pub(crate) fn tell(&self, event: Event) {
        (self.events)(event);
    }

    /// The language of the system.
    pub(crate) fn system_lang(&self) -> Lang {
        self.system
    }

    /// Notes that the user did something.
    pub(crate) fn used(&self) {
        self.state().last_use = Instant::now();
    }

    pub(crate) fn take_settings(&self, settings: Settings) {
        let spoken = self.told.unwrap_or(lang(&settings, self.system));
        let words = Arc::new(Words::new(spoken));
        let mut state = self.state();
        state.settings = settings;
        state.words = words;
    }

    /// The open ledger, for a command of the user's.
    ///
    /// # Errors
    /// `locked`.
    pub(crate) fn open(&self) -> Result<Open, ApiError> {
        self.used();
        let open = self.state().open.clone();
        open.ok_or_else(|| self.words().error(ErrorCode::Locked, "error-locked", &[]))
    }

    /// Reads from the open ledger.
    ///
    /// # Errors
    /// `locked`, and what the ledger fails with.
    pub(crate) fn read<T>(
        &self,
        read: impl FnOnce(&Ledger, &Words) -> ledger::Result<T>,
    ) -> Result<T, ApiError> {
        let open = self.open()?;
        let words = self.words();
        read(&open.ledger, &words).map_err(|error| words.ledger(&error))
    }

    /// Notes that whoever asked knows the ledger as it is now: poll need not tell of it.
    pub(crate) fn known(&self, open: &Open) {
        if let Ok(revision) = open.ledger.revision() {
            *held(&open.heard) = revision;
        }
    }

    /// Tells that an operation changed the ledger, and that poll need not tell it again.
    pub(crate) fn changed(&self, open: &Open, operation: Option<i64>) {
        self.known(open);
        self.tell(Event::Changed { operation });
    }
}

impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("App(<redacted>)")
    }
}

/// A panic elsewhere leaves plain values behind, each of them whole.
pub(crate) fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Whether a time without a command is at least so many minutes; never for 0.
fn is_over(minutes: u16, unused: Duration) -> bool {
    let limit = Duration::from_secs(u64::from(minutes).saturating_mul(60));
    minutes > 0 && unused >= limit
}

fn lang(settings: &Settings, system: Lang) -> Lang {
    settings.lang.map_or(system, Lang::from)
}

/// What a second start of the window says before it leaves.
pub fn already_open(lang_of_system: &str) -> String {
    Words::new(Lang::from_tag(lang_of_system)).text("window-already-open", &[])
}

/// The same where the first window does not answer.
pub fn already_open_silent(lang_of_system: &str) -> String {
    let words = Words::new(Lang::from_tag(lang_of_system));
    words
        .error(ErrorCode::Busy, "window-already-open-silent", &[])
        .message
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn idleness_locks_after_the_chosen_minutes_and_never_at_zero() {
        for (minutes, seconds, locks) in [
            (10, 599, false),
            (10, 600, true),
            (0, 86_400, false),
            (1, 60, true),
        ] {
            let unused = Duration::from_secs(seconds);
            assert_eq!(is_over(minutes, unused), locks, "{minutes} {seconds}");
        }
    }
}
