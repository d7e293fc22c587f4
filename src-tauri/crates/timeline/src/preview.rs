//! What a row says beyond the name above it.

/// The text fields that say something beyond the name and beyond each other, in their order; `None` where nothing is left.
/// A field whose words stand in the name or in another field is not said.
pub fn beyond_the_name<'a>(name: &str, texts: impl Iterator<Item = &'a str>) -> Option<String> {
    let name = text::fold(name);
    let fields: Vec<(&str, String)> = texts
        .map(|text| (text.trim(), text::fold(text)))
        .filter(|(text, _)| !text.is_empty())
        .collect();
    let is_said_elsewhere = |at: usize, words: &str| {
        fields.iter().enumerate().any(|(other, (_, said))| {
            other != at && said.contains(words) && (said != words || other < at)
        })
    };
    let said: Vec<&str> = fields
        .iter()
        .enumerate()
        .filter(|(at, (_, words))| !name.contains(words.as_str()) && !is_said_elsewhere(*at, words))
        .map(|(_, (text, _))| *text)
        .collect();
    (!said.is_empty()).then(|| said.join(" · "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_that_repeats_the_name_or_another_field_is_not_said_again() {
        let texts = [
            "VOLT ET CIE",
            "Carte 28/10",
            " Carte 28/10 ",
            "",
            "Sacs et filtres",
        ];
        let said = beyond_the_name("Volt et Cie", texts.into_iter());
        assert_eq!(said.as_deref(), Some("Carte 28/10 · Sacs et filtres"));
    }

    #[test]
    fn a_field_inside_another_is_said_once() {
        let texts = ["ATELIER NORD SARL", "VIR SEPA ATELIER NORD SARL", "SALAIRE"];
        let said = beyond_the_name("Atelier Nord", texts.into_iter());
        assert_eq!(
            said.as_deref(),
            Some("VIR SEPA ATELIER NORD SARL · SALAIRE")
        );
    }

    #[test]
    fn nothing_beyond_the_name_is_nothing() {
        assert_eq!(beyond_the_name("Café", ["CAFE", "  "].into_iter()), None);
    }
}
