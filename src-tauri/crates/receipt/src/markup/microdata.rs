//! HTML microdata, in the same shape as JSON-LD.

use scraper::{ElementRef, Html, Selector};
use serde_json::{Map, Value};

/// Items within items that are followed.
const MOST_DEPTH: usize = 16;
/// Items of a page that are read.
const MOST_ITEMS: usize = 200;

/// The items of a page that are part of no other.
pub(super) fn items(tree: &Html) -> Vec<Value> {
    let Ok(scopes) = Selector::parse("[itemscope]:not([itemprop])") else {
        return Vec::new();
    };
    tree.select(&scopes)
        .take(MOST_ITEMS)
        .map(|scope| item(scope, 0))
        .collect()
}

fn item(scope: ElementRef<'_>, depth: usize) -> Value {
    let mut fields = Map::new();
    let kind = scope.attr("itemtype").unwrap_or_default();
    fields.insert("@type".to_owned(), Value::String(kind.to_owned()));
    let mut waiting: Vec<ElementRef<'_>> = scope.child_elements().collect();
    waiting.reverse();
    while let Some(element) = waiting.pop() {
        let is_item = element.attr("itemscope").is_some();
        if let Some(names) = element.attr("itemprop") {
            let value = if is_item && depth < MOST_DEPTH {
                item(element, depth + 1)
            } else {
                Value::String(written(element))
            };
            for name in names.split_whitespace() {
                add(&mut fields, name, value.clone());
            }
        }
        if !is_item {
            let mut children: Vec<ElementRef<'_>> = element.child_elements().collect();
            children.reverse();
            waiting.extend(children);
        }
    }
    Value::Object(fields)
}

fn add(fields: &mut Map<String, Value>, name: &str, value: Value) {
    match fields.get_mut(name) {
        Some(Value::Array(values)) => values.push(value),
        Some(known) => *known = Value::Array(vec![known.take(), value]),
        None => {
            fields.insert(name.to_owned(), value);
        }
    }
}

fn written(element: ElementRef<'_>) -> String {
    let attribute = match element.value().name() {
        "a" | "link" => "href",
        "img" => "src",
        "time" => "datetime",
        "data" | "meter" => "value",
        _ => "content",
    };
    let stated = element.attr("content").or_else(|| element.attr(attribute));
    stated.map_or_else(|| super::html::text_of(element), str::to_owned)
}
