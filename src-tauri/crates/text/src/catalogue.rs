//! The Fluent catalogue of everything that is not the window: diagnostics, tray, command line, ledger.
//!
//! One file per speaker and language in `catalogue/<lang>/`, compiled in. Isolation marks are off: the window, a terminal and a tray menu show them as
//! boxes. Numbers, amounts and dates are formatted first and passed in as text (DESIGN §9). `window.ftl` stands in the same folder and is the window's.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::people::Lang;

const FRENCH: &[&str] = &[
    include_str!("../catalogue/fr/diagnostic.ftl"),
    include_str!("../catalogue/fr/tray.ftl"),
    include_str!("../catalogue/fr/cli.ftl"),
    include_str!("../catalogue/fr/ledger.ftl"),
    include_str!("../catalogue/fr/search.ftl"),
    include_str!("../catalogue/fr/answer.ftl"),
];

const ENGLISH: &[&str] = &[
    include_str!("../catalogue/en/diagnostic.ftl"),
    include_str!("../catalogue/en/tray.ftl"),
    include_str!("../catalogue/en/cli.ftl"),
    include_str!("../catalogue/en/ledger.ftl"),
    include_str!("../catalogue/en/search.ftl"),
    include_str!("../catalogue/en/answer.ftl"),
];

/// The texts of one language. Making one parses its files (below a millisecond): keep it.
pub struct Catalogue {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Catalogue")
            .field("lang", &self.lang)
            .finish_non_exhaustive()
    }
}

impl Catalogue {
    /// The catalogue of a language. What a file would say wrongly is left out here and fails this crate's tests.
    pub fn new(lang: Lang) -> Self {
        let sources = match lang {
            Lang::Fr => FRENCH,
            Lang::En => ENGLISH,
        };
        let identifier: LanguageIdentifier = lang.as_str().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        bundle.set_use_isolating(false);
        for source in sources {
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource(resource).unwrap_or_default();
        }
        Self { lang, bundle }
    }

    /// The language of these texts.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// Whether a message of this id exists.
    pub fn has(&self, id: &str) -> bool {
        self.bundle.has_message(id)
    }

    /// The message `id` with its arguments in place. An unknown id is answered with the id itself, an argument not given with its name in braces.
    ///
    /// An argument that is a whole number also selects plural forms: `("count", "1")`.
    pub fn text(&self, id: &str, args: &[(&str, &str)]) -> String {
        self.message(id, None, args)
            .unwrap_or_else(|| id.to_owned())
    }

    /// The attribute `name` of the message `id` (`remedy`), where there is one.
    pub fn attribute(&self, id: &str, name: &str, args: &[(&str, &str)]) -> Option<String> {
        self.message(id, Some(name), args)
    }

    /// The message `id`, or its attribute, where there is one: what the renderer of diagnostics asks for.
    pub fn message(
        &self,
        id: &str,
        attribute: Option<&str>,
        args: &[(&str, &str)],
    ) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let args: FluentArgs<'_> = args
            .iter()
            .map(|(name, value)| (*name, argument(value)))
            .collect();
        let mut unknown = Vec::new();
        let written = self
            .bundle
            .format_pattern(pattern, Some(&args), &mut unknown);
        Some(written.into_owned())
    }
}

/// Small whole numbers go in as numbers so that plural forms apply; anything else (years with zeros, references, amounts) stays as written.
fn argument(value: &str) -> FluentValue<'_> {
    match value.parse::<u32>() {
        Ok(number) if number.to_string() == value => FluentValue::from(number),
        _ => FluentValue::from(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_sound_and_says_each_thing_once() {
        for (lang, sources) in [("fr", FRENCH), ("en", ENGLISH)] {
            let mut bundle = FluentBundle::new_concurrent(vec![LanguageIdentifier::default()]);
            for source in sources {
                let head: String = source.chars().take(60).collect();
                let resource = FluentResource::try_new((*source).to_owned());
                assert!(resource.is_ok(), "{lang} {head}: {:?}", resource.err());
                if let Ok(resource) = resource {
                    let twice = bundle.add_resource(resource);
                    assert!(twice.is_ok(), "{lang} {head}: {twice:?}");
                }
            }
        }
    }

    #[test]
    fn a_text_is_written_without_isolation_marks() {
        let args = [
            ("account", "Compte courant"),
            ("balance", "986,55\u{a0}€"),
            ("date", "31 oct."),
        ];
        let line = Catalogue::new(Lang::Fr).text("tray-account", &args);
        assert_eq!(line, "Compte courant\u{a0}: 986,55\u{a0}€ (31 oct.)");
        let line = Catalogue::new(Lang::En).text("tray-account", &args);
        assert_eq!(line, "Compte courant: 986,55\u{a0}€ (31 oct.)");
    }

    #[test]
    fn a_count_selects_the_plural_form() {
        let french = Catalogue::new(Lang::Fr);
        for (count, written) in [
            ("0", "0 nouvelle"),
            ("1", "1 nouvelle"),
            ("2", "2 nouvelles"),
        ] {
            assert_eq!(french.text("cli-count-new", &[("count", count)]), written);
        }
    }

    #[test]
    fn an_impossible_day_is_explained_by_its_month_where_that_is_known() {
        let found = ("found", "30/02/2026");
        let february = [found, ("month", "2"), ("year", "2026"), ("days", "28")];
        let october = [found, ("month", "10"), ("year", "2026"), ("days", "31")];
        for (lang, args, written) in [
            (Lang::Fr, &february[..], "Février 2026 n’a que 28 jours."),
            (Lang::En, &february, "February 2026 has only 28 days."),
            (Lang::Fr, &october, "Octobre n’a que 31 jours."),
            (Lang::En, &october, "October has only 31 days."),
            (
                Lang::Fr,
                &[found],
                "«\u{a0}30/02/2026\u{a0}» n’est pas un jour.",
            ),
            (Lang::En, &[found], "“30/02/2026” is not a day."),
        ] {
            assert_eq!(
                Catalogue::new(lang).text("diagnostic-bad-date", args),
                written
            );
        }
    }

    #[test]
    fn an_unknown_id_says_itself_and_has_no_remedy() {
        let catalogue = Catalogue::new(Lang::En);
        assert_eq!(catalogue.text("no-such-text", &[]), "no-such-text");
        assert_eq!(catalogue.attribute("no-such-text", "remedy", &[]), None);
        assert!(!catalogue.has("no-such-text"));
    }

    #[test]
    fn every_error_code_of_the_wire_says_what_is_wrong_and_what_to_do() {
        for lang in [Lang::Fr, Lang::En] {
            let catalogue = Catalogue::new(lang);
            for code in [
                "wrong-key",
                "damaged",
                "too-new",
                "busy",
                "read-only",
                "no-keyring",
                "disk-full",
                "locked",
                "not-found",
                "refused",
                "cancelled",
                "too-many-tries",
                "wrong-word",
                "weak-passphrase",
                "broken",
            ] {
                let id = format!("error-{code}");
                assert!(catalogue.has(&id), "{lang:?} {id}");
                assert!(
                    catalogue.attribute(&id, "remedy", &[]).is_some(),
                    "{lang:?} {id}.remedy"
                );
            }
        }
    }
}
