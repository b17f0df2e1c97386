//! Errors as JavaScript sees them.

use js_sys::{Object, Reflect};
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
    let details = Object::new();
    for (name, value) in details_of(error) {
        set(&details, name, &value);
    }
    set(&thrown, "details", &details);
    thrown.into()
}

fn details_of(error: &Error) -> Vec<(&'static str, JsValue)> {
    match error {
        Error::NoArticle | Error::NoTables => vec![],
        Error::TooManyArticles { count, limit } => vec![("count", (*count).into()), ("limit", (*limit).into())],
        Error::ArticleTooLarge { id, bytes, limit } => {
            vec![("id", id.into()), ("bytes", (*bytes).into()), ("limit", (*limit).into())]
        }
        Error::RequestTooLarge { bytes, limit } => vec![("bytes", (*bytes).into()), ("limit", (*limit).into())],
        Error::DuplicateId { id } => vec![("id", id.into())],
        Error::BadPublished { id, value } => vec![("id", id.into()), ("value", value.into())],
        Error::BadRule { index, id } => vec![("index", (*index).into()), ("id", id.into())],
        Error::UnknownTables { bytes } => vec![("bytes", (*bytes).into())],
        Error::BadRequest { message } => vec![("message", message.into())],
    }
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    // Setting a property fails only on frozen objects and proxies; this one was made a line above.
    let _ = Reflect::set(object, &name.into(), value);
}
