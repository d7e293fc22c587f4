//! The one renderer of findings: position, excerpt with carets, explanation, remedy, always in that order.

use crate::Diagnostic;

/// Where the sentences come from: the catalogue of the user's language.
pub trait Messages {
    /// The sentence `id`, or its attribute (`remedy`), with these arguments; `None` when there is no such text.
    fn message(&self, id: &str, attribute: Option<&str>, args: &[(&str, &str)]) -> Option<String>;
}

/// A finding in the user's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// What is wrong.
    pub explanation: String,
    /// What to do.
    pub remedy: Option<String>,
}

/// Explanation and remedy of a finding, without its place.
pub fn explain(diagnostic: &Diagnostic, messages: &dyn Messages) -> Rendered {
    let id = format!("diagnostic-{}", kebab(diagnostic.code));
    let mut args: Vec<(&str, &str)> = diagnostic
        .args
        .iter()
        .map(|(name, value)| (*name, value.as_str()))
        .collect();
    let at = diagnostic.at.as_ref();
    for (name, value) in [
        ("record", at.and_then(|at| at.record.as_deref())),
        ("field", at.and_then(|at| at.field.as_deref())),
    ] {
        args.push((name, value.unwrap_or("")));
    }
    for name in ["found", "expected"] {
        if !args.iter().any(|(given, _)| *given == name) {
            args.push((name, ""));
        }
    }
    Rendered {
        explanation: messages
            .message(&id, None, &args)
            .unwrap_or_else(|| diagnostic.code.to_owned()),
        remedy: messages.message(&id, Some("remedy"), &args),
    }
}

/// A finding as people read it on a terminal:
///
/// ```text
/// october.csv:19:1
///     32/10/2026;BOULANGERIE MOREL;4,20
///     ^^^^^^^^^^
/// October has only 31 days.
/// Correct the date in the file, or leave the row out.
/// ```
pub fn render(name: &str, diagnostic: &Diagnostic, messages: &dyn Messages) -> String {
    let mut out = String::from(name);
    if let Some(at) = &diagnostic.at {
        for number in [at.line, at.column].into_iter().flatten() {
            out.push(':');
            out.push_str(&number.to_string());
        }
        let place: Vec<&str> = [at.record.as_deref(), at.field.as_deref()]
            .into_iter()
            .flatten()
            .collect();
        if !place.is_empty() {
            out.push_str(" (");
            out.push_str(&place.join(" "));
            out.push(')');
        }
    }
    out.push('\n');
    if let Some(excerpt) = &diagnostic.excerpt {
        out.push_str("    ");
        out.push_str(&excerpt.text);
        out.push_str("\n    ");
        out.push_str(&excerpt.caret_line());
        out.push('\n');
    }
    let said = explain(diagnostic, messages);
    out.push_str(&said.explanation);
    if let Some(remedy) = said.remedy {
        out.push('\n');
        out.push_str(&remedy);
    }
    out
}

fn kebab(code: &str) -> String {
    let mut out = String::with_capacity(code.len() + 4);
    for c in code.chars() {
        if c.is_ascii_uppercase() {
            out.push('-');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    struct English;
    impl Messages for English {
        fn message(
            &self,
            id: &str,
            attribute: Option<&str>,
            args: &[(&str, &str)],
        ) -> Option<String> {
            let found = args.iter().find(|(name, _)| *name == "found")?.1;
            match (id, attribute) {
                ("diagnostic-bad-date", None) => Some(format!("{found} is not a day.")),
                ("diagnostic-bad-date", Some("remedy")) => Some("Correct it.".into()),
                _ => None,
            }
        }
    }

    #[test]
    fn a_finding_reads_place_excerpt_explanation_remedy() {
        let text = "head\n32/10/2026;X;4,20\n";
        let finding = Diagnostic::error("badDate")
            .found("32/10/2026")
            .at(text, 2, 5..15);
        assert_eq!(
            render("october.csv", &finding, &English),
            "october.csv:2:1\n    32/10/2026;X;4,20\n    ^^^^^^^^^^\n32/10/2026 is not a day.\nCorrect it."
        );
    }

    #[test]
    fn a_code_without_a_text_still_says_its_code() {
        let finding = Diagnostic::warning("neverHeardOf");
        assert_eq!(render("f", &finding, &English), "f\nneverHeardOf");
    }
}
