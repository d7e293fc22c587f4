//! JSON-LD as mails have it: in a script, or in the text where a scanner broke the script.

use serde_json::Value;

/// The longest piece of JSON that is looked at, in bytes.
const LONGEST: usize = 1 << 20;

/// The objects of a script.
pub(crate) fn in_script(script: &str) -> Vec<Value> {
    let parsed = parse(script);
    parsed.map(|value| flat(value, 0)).unwrap_or_default()
}

/// Objects of schema.org that stand in a text as text.
pub(crate) fn in_text(text: &str) -> Vec<Value> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find("\"@context\"")) {
        let at = from + at;
        let start = text.get(..at).and_then(|head| head.rfind('{'));
        let object = start.and_then(|start| balanced(text.get(start..)?));
        from = at + 1;
        if let Some(object) = object.filter(|object| object.contains("schema.org")) {
            from = start.unwrap_or(at) + object.len();
            found.extend(in_script(object));
        }
    }
    found
}

/// An object up to the brace that ends it.
fn balanced(text: &str) -> Option<&str> {
    let mut depth = 0usize;
    let mut is_string = false;
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate().take(LONGEST) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' if is_string => is_escaped = true,
            b'"' => is_string = !is_string,
            b'{' if !is_string => depth += 1,
            b'}' if !is_string => {
                depth = depth.checked_sub(1)?;
                if depth == 0 {
                    return text.get(..=at);
                }
            }
            _ => {}
        }
    }
    None
}

/// Parses JSON with what shops leave in it: comments, commas before a closing bracket, line ends in strings. Numbers become
/// strings, so that a price is never a float.
fn parse(text: &str) -> Option<Value> {
    if text.len() > LONGEST {
        return None;
    }
    serde_json::from_str(&cleaned(text)).ok()
}

fn cleaned(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 64);
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' => {
                out.push('"');
                while let Some(inner) = signs.next() {
                    match inner {
                        '\\' => {
                            out.push('\\');
                            out.extend(signs.next());
                        }
                        '"' => break,
                        '\n' | '\r' | '\t' => out.push(' '),
                        other => out.push(other),
                    }
                }
                out.push('"');
            }
            '/' if signs.peek() == Some(&'/') => {
                while signs.next_if(|next| *next != '\n').is_some() {}
            }
            '/' if signs.peek() == Some(&'*') => {
                let mut last = ' ';
                for inner in signs.by_ref() {
                    if last == '*' && inner == '/' {
                        break;
                    }
                    last = inner;
                }
            }
            '}' | ']' => {
                let end = out.trim_end().len();
                if out.get(..end).is_some_and(|head| head.ends_with(',')) {
                    out.truncate(end - 1);
                }
                out.push(sign);
            }
            '0'..='9' | '-' => {
                out.push('"');
                out.push(sign);
                while let Some(next) = signs.next_if(|next| {
                    next.is_ascii_digit() || matches!(next, '.' | 'e' | 'E' | '+' | '-')
                }) {
                    out.push(next);
                }
                out.push('"');
            }
            other => out.push(other),
        }
    }
    out
}

/// Lists and graphs as their members.
fn flat(value: Value, depth: usize) -> Vec<Value> {
    match value {
        Value::Array(members) if depth < 4 => members
            .into_iter()
            .flat_map(|one| flat(one, depth + 1))
            .collect(),
        Value::Object(mut fields) => match fields.remove("@graph") {
            Some(graph) if depth < 4 => flat(graph, depth + 1),
            _ => vec![Value::Object(fields)],
        },
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_with_comments_and_spare_commas_is_read_and_numbers_stay_text() {
        let found =
            in_script("{\"@type\": \"Order\", \"price\": 24.10, // all of it\n \"a\": [1, 2,],}");
        let price = found
            .first()
            .and_then(|order| order.get("price"))
            .and_then(Value::as_str);
        assert_eq!(price, Some("24.10"));
    }

    #[test]
    fn json_that_became_text_is_found_again() {
        let text = "Thank you { not this } {\"@context\":\"http:\\/\\/schema.org\\/\",\"@type\":\"Order\",\"merchant\":{\"name\":\"A }\"}} bye";
        assert_eq!(in_text(text).len(), 1);
    }
}
