//! What the user chose about the app itself. Nothing here is secret: it lives beside the ledger, so that the lock screen
//! speaks the right language. The paths of watched folders stand here in clear too: they say where files lie, as the disk
//! does, and nothing of what is in them; they never go to a log.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::session::held;
use crate::watched::WatchedFolder;
use crate::{ApiError, App, disk};

/// The app's settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", default)]
#[ts(export)]
pub struct Settings {
    /// `fr` or `en`; `None` follows the system.
    pub lang: Option<Lang>,
    /// Light, dark or the system's.
    pub theme: Theme,
    /// Root text size in percent, 80 to 200.
    pub text_size: u16,
    /// How much room rows take.
    pub density: Density,
    /// Whether amounts are replaced by `•••` in the window.
    pub hide_amounts: bool,
    /// Whether the tray's menu shows amounts; off at first.
    pub tray_amounts: bool,
    /// What notifications say; nothing about anybody at first.
    pub notifications: Notifications,
    /// Minutes without input after which the ledger locks; 0 never.
    pub lock_after_minutes: u16,
    /// Whether the guilloche watermark is drawn behind the timeline.
    pub watermark: bool,
    /// Folders whose new files are proposed; changed by commands of their own.
    pub watched: Vec<WatchedFolder>,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            lang: None,
            theme: Theme::System,
            text_size: 100,
            density: Density::Roomy,
            hide_amounts: false,
            tray_amounts: false,
            notifications: Notifications::Discreet,
            lock_after_minutes: 10,
            watermark: true,
            watched: Vec::new(),
        }
    }
}

impl Settings {
    pub(crate) const FILE: &str = "settings.json";

    /// The settings of a folder; the first ones where there is no file, or one that cannot be read.
    pub(crate) fn load(folder: &Path) -> Self {
        let read = std::fs::read(folder.join(Self::FILE)).unwrap_or_default();
        let settings: Settings = serde_json::from_slice(&read).unwrap_or_default();
        settings.within_bounds()
    }

    pub(crate) fn save(&self, folder: &Path) -> io::Result<()> {
        disk::make_folder(folder)?;
        let written = serde_json::to_vec_pretty(self)?;
        disk::replace(&folder.join(Self::FILE), &written)
    }

    fn within_bounds(mut self) -> Self {
        self.text_size = self.text_size.clamp(80, 200);
        self
    }
}

impl App {
    /// The settings.
    ///
    /// # Errors
    /// None.
    pub fn get_settings(&self) -> Result<Settings, ApiError> {
        self.used();
        Ok(self.state().settings.clone())
    }

    /// Replaces the settings, on disk first. The watched folders stay: whoever changes a theme knows nothing of them.
    ///
    /// # Errors
    /// `readOnly`, `diskFull`: nothing was changed.
    pub fn set_settings(&self, settings: Settings) -> Result<Settings, ApiError> {
        self.used();
        self.change_settings(|before| {
            let watched = std::mem::take(&mut before.watched);
            *before = Settings {
                watched,
                ..settings
            };
        })
    }

    /// Changes the settings, watched folders and all, on disk first; one change after the other.
    pub(crate) fn change_settings(
        &self,
        change: impl FnOnce(&mut Settings),
    ) -> Result<Settings, ApiError> {
        let _changing = held(&self.changing);
        let mut settings = self.state().settings.clone();
        change(&mut settings);
        let settings = settings.within_bounds();
        settings
            .save(self.folder())
            .map_err(|error| self.words().io(&error))?;
        self.take_settings(settings.clone());
        Ok(settings)
    }

    /// Shows the amounts in the tray's menu, or hides them again.
    ///
    /// # Errors
    /// As [`set_settings`](Self::set_settings).
    pub fn toggle_tray_amounts(&self) -> Result<Settings, ApiError> {
        self.used();
        self.change_settings(|settings| settings.tray_amounts = !settings.tray_amounts)
    }
}

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum Lang {
    /// French.
    Fr,
    /// English.
    En,
}

impl From<Lang> for text::Lang {
    fn from(lang: Lang) -> Self {
        match lang {
            Lang::Fr => text::Lang::Fr,
            Lang::En => text::Lang::En,
        }
    }
}

impl From<text::Lang> for Lang {
    fn from(lang: text::Lang) -> Self {
        match lang {
            text::Lang::Fr => Lang::Fr,
            text::Lang::En => Lang::En,
        }
    }
}

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum Theme {
    /// As the desktop says.
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// What the desktop's notifications say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum Notifications {
    /// There are none.
    Off,
    /// That something waits, and nothing about it.
    Discreet,
    /// Whom it is about, and the amount unless amounts are hidden.
    Full,
}

/// How much room the rows of lists and conversations take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export)]
pub enum Density {
    /// With air between them.
    Roomy,
    /// As many on the screen as can be read.
    Compact,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_from_before_a_choice_existed_keeps_the_others() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join(Settings::FILE);
        std::fs::write(file, br#"{"lang":"fr","textSize":120}"#).expect("written");
        let settings = Settings::load(folder.path());
        assert_eq!((settings.lang, settings.text_size), (Some(Lang::Fr), 120));
        assert_eq!(
            settings.density,
            Density::Roomy,
            "which the file says nothing of"
        );
        assert_eq!(settings.notifications, Notifications::Discreet);
    }

    #[test]
    fn a_choice_of_density_outlives_the_app() {
        let folder = tempfile::tempdir().expect("a folder");
        let compact = Settings {
            density: Density::Compact,
            ..Settings::default()
        };
        compact.save(folder.path()).expect("saved");
        assert_eq!(Settings::load(folder.path()), compact);
    }
}
