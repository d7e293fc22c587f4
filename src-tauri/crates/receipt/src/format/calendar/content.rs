//! iCalendar (RFC 5545) as components of properties: lines unfolded, parameters parted, texts unescaped.
//!
//! A component that the file ends in is kept as far as it goes.

/// Properties of one component that are read.
const MOST_PROPERTIES: usize = 500;
/// Components of one kind that are read.
const MOST_COMPONENTS: usize = 20_000;

/// One `VEVENT`: its own properties, not those of the alarms within it.
#[derive(Debug, Default)]
pub(super) struct Component<'a> {
    properties: Vec<Property<'a>>,
}

#[derive(Debug)]
struct Property<'a> {
    name: &'a str,
    params: &'a str,
    value: &'a str,
}

/// A calendar: what it says of itself and its events.
#[derive(Debug, Default)]
pub(super) struct Calendar<'a> {
    pub(super) own: Component<'a>,
    pub(super) events: Vec<Component<'a>>,
}

/// Lines that were folded, put together again (RFC 5545, 3.1).
pub(super) fn unfold(text: &str) -> String {
    let mut whole = String::with_capacity(text.len());
    for line in text.trim_start_matches('\u{feff}').lines() {
        match line.strip_prefix([' ', '\t']) {
            Some(rest) => whole.push_str(rest),
            None => {
                whole.push('\n');
                whole.push_str(line);
            }
        }
    }
    whole
}

/// The calendar that unfolded lines make.
pub(super) fn read(unfolded: &str) -> Calendar<'_> {
    let mut calendar = Calendar::default();
    let mut event: Option<Component<'_>> = None;
    let mut depth = 0_usize;
    for line in unfolded.lines().map(str::trim_end) {
        let Some(property) = property(line) else {
            continue;
        };
        let is_event = property.value.eq_ignore_ascii_case("VEVENT");
        if property.name.eq_ignore_ascii_case("BEGIN") {
            match &event {
                None if is_event => (event, depth) = (Some(Component::default()), 0),
                Some(_) | None => depth += 1,
            }
        } else if property.name.eq_ignore_ascii_case("END") {
            if event.is_some() && is_event && calendar.events.len() < MOST_COMPONENTS {
                calendar.events.extend(event.take());
                depth = 1;
            } else {
                depth = depth.saturating_sub(1);
            }
        } else if let Some(event) = &mut event {
            if depth == 0 && event.properties.len() < MOST_PROPERTIES {
                event.properties.push(property);
            }
        } else if depth == 1 && calendar.own.properties.len() < MOST_PROPERTIES {
            calendar.own.properties.push(property);
        }
    }
    calendar.events.extend(event);
    calendar
}

/// `NAME;PARAM="a:b":value`.
fn property(line: &str) -> Option<Property<'_>> {
    let mut is_quoted = false;
    let colon = line.find(|sign| {
        is_quoted ^= sign == '"';
        sign == ':' && !is_quoted
    })?;
    let (head, value) = (line.get(..colon)?, line.get(colon + 1..)?);
    let (name, params) = head.split_once(';').unwrap_or((head, ""));
    let is_name = !name.is_empty() && name.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-');
    is_name.then_some(Property {
        name,
        params,
        value,
    })
}

impl<'a> Component<'a> {
    fn find(&self, name: &str) -> Option<&Property<'a>> {
        let mut all = self.properties.iter();
        all.find(|one| one.name.eq_ignore_ascii_case(name))
    }

    /// A value as it stands.
    pub(super) fn raw(&self, name: &str) -> Option<&'a str> {
        let value = self.find(name)?.value.trim();
        (!value.is_empty()).then_some(value)
    }

    /// A text: escapes undone (RFC 5545, 3.3.11).
    pub(super) fn text(&self, name: &str) -> Option<String> {
        let mut text = String::new();
        let mut signs = self.raw(name)?.chars();
        while let Some(sign) = signs.next() {
            match (sign, sign == '\\') {
                (_, true) => match signs.next() {
                    Some('n' | 'N') => text.push('\n'),
                    Some(escaped) => text.push(escaped),
                    None => {}
                },
                (plain, false) => text.push(plain),
            }
        }
        Some(text)
    }

    /// A parameter of a property, without its quotes: `CN` of `ORGANIZER`.
    pub(super) fn param(&self, name: &str, param: &str) -> Option<&'a str> {
        let mut params = self.find(name)?.params.split(';');
        params.find_map(|one| {
            let (key, value) = one.split_once('=')?;
            let value = value.trim_matches('"').trim();
            (key.eq_ignore_ascii_case(param) && !value.is_empty()).then_some(value)
        })
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn folded_lines_quoted_parameters_and_escapes_are_read() {
        let text = "BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nBEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\nBEGIN:STANDARD\r\n\
            DTSTART:19701025T030000\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nSUMMARY:Livraison de la \r\n table\\, étage 3\\nsonner\r\n\
            ORGANIZER;CN=\"Meubles: Morel\":mailto:bonjour@morel.example\r\nBEGIN:VALARM\r\nSUMMARY:Rappel\r\nEND:VALARM\r\n\
            UID:1\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Coupé";
        let unfolded = unfold(text);
        let calendar = read(&unfolded);
        assert_eq!(calendar.own.raw("METHOD"), Some("PUBLISH"));
        assert_eq!(
            calendar.own.raw("DTSTART"),
            None,
            "a zone's is not the calendar's"
        );
        let [whole, cut] = calendar.events.as_slice() else {
            panic!("two events, of which the file ends in one");
        };
        assert_eq!(
            whole.text("SUMMARY").unwrap(),
            "Livraison de la table, étage 3\nsonner"
        );
        assert_eq!(whole.param("ORGANIZER", "cn"), Some("Meubles: Morel"));
        assert_eq!(whole.raw("UID"), Some("1"), "the alarm within it has ended");
        assert_eq!(cut.text("SUMMARY").unwrap(), "Coupé");
    }
}
