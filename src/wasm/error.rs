//! Errors as JavaScript sees them.

use js_sys::Reflect;
use serde::{Serialize, Serializer as _};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::Error;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/** What is thrown when a request cannot be taken. */
export interface VariorumError extends Error {
    name: "VariorumError";
    /** A short name that stays the same between versions. */
    code:
        | "no-article"
        | "too-many-articles"
        | "article-too-large"
        | "request-too-large"
        | "duplicate-id"
        | "bad-published"
        | "bad-rule"
        | "no-tables"
        | "unknown-tables"
        | "bad-request";
    /** One sentence with the value met, the limit and a way out. */
    message: string;
    /** The values that the message names: ids, counts, limits. */
    details: Record<string, string | number>;
}
"#;

/// The error as a JavaScript `Error` with `code` and `details`.
pub(super) fn to_js(error: &Error) -> JsValue {
    let thrown = js_sys::Error::new(&error.to_string());
    thrown.set_name("VariorumError");
    set(&thrown, "code", &error.code().into());
    // A handful of values: no text is worth writing for them. A map of strings and numbers cannot be refused.
    let details = (&Serializer::json_compatible()).collect_map(details_of(error));
    set(&thrown, "details", &details.unwrap_or_default());
    thrown.into()
}

/// A value that a message names.
#[derive(Serialize)]
#[serde(untagged)]
enum Detail<'e> {
    Number(usize),
    Text(&'e str),
}

fn details_of(error: &Error) -> Vec<(&'static str, Detail<'_>)> {
    use Detail::{Number, Text};
    match error {
        Error::NoArticle | Error::NoTables => vec![],
        Error::TooManyArticles { count, limit } => vec![("count", Number(*count)), ("limit", Number(*limit))],
        Error::ArticleTooLarge { id, bytes, limit } => {
            vec![("id", Text(id)), ("bytes", Number(*bytes)), ("limit", Number(*limit))]
        }
        Error::RequestTooLarge { bytes, limit } => vec![("bytes", Number(*bytes)), ("limit", Number(*limit))],
        Error::DuplicateId { id } => vec![("id", Text(id))],
        Error::BadPublished { id, value } => vec![("id", Text(id)), ("value", Text(value))],
        Error::BadRule { index, id } => vec![("index", Number(*index)), ("id", Text(id))],
        Error::UnknownTables { bytes } | Error::UnknownPlaces { bytes } => vec![("bytes", Number(*bytes))],
        Error::BadRequest { message } => vec![("message", Text(message))],
    }
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    // Setting a property fails only on frozen objects and proxies; this one was made a line above.
    let _ = Reflect::set(object, &name.into(), value);
}
