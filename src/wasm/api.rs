//! What JavaScript may call.

use std::cell::RefCell;

use js_sys::{JSON, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Performance;

use super::error::to_js;
use super::{json, request};
use crate::Gazetteer;

thread_local! {
    /// What [`load_places`] was given: an instance of the module keeps it as long as it lives.
    static PLACES: RefCell<Option<Gazetteer>> = const { RefCell::new(None) };
}

/// Compares the articles of a request and reports where they differ.
///
/// Offsets in the report are those of JavaScript strings, so `text.slice(start, end)` gives the words. An unpaired
/// surrogate counts as one unit, as it does in JavaScript, and is read as U+FFFD.
///
/// @throws {VariorumError} when the request cannot be taken
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn compare(#[wasm_bindgen(unchecked_param_type = "Request")] request: JsValue) -> Result<JsValue, JsValue> {
    let timeline = Timeline::find();
    timeline.mark("variorum:begin");
    let request = request::read(&request).map_err(|error| to_js(&error))?;
    timeline.mark("variorum:read");
    let report = with_places(|places| crate::compare_with(&request, places)).map_err(|error| to_js(&error))?;
    timeline.mark("variorum:compared");
    let value = to_value(&report)?;
    timeline.mark("variorum:written");
    Ok(value)
}

/// Reads the facts of one article: every number, date, name and quote, who says so, and how sure.
///
/// Offsets are those of JavaScript strings, as in [`compare`].
///
/// @throws {VariorumError} when the article cannot be taken
#[wasm_bindgen(unchecked_return_type = "ArticleFacts")]
pub fn facts(#[wasm_bindgen(unchecked_param_type = "ArticleInput")] article: JsValue) -> Result<JsValue, JsValue> {
    let article = request::read_article(&article).map_err(|error| to_js(&error))?;
    let facts = with_places(|places| crate::read_with(&article, places));
    to_value(&facts.map_err(|error| to_js(&error))?)
}

/// Hands over the word lists of a language (the bytes of `variorum-en.bin`), before the first article is read.
///
/// They are no part of the module, so that a page can stand before they are loaded. `loadTables` of `tables.js` fetches
/// them and the list of places; the package for Node has done so itself. Where they are compiled in, a call does
/// nothing.
///
/// @throws {VariorumError} when they are not of this version of the engine
#[wasm_bindgen(js_name = loadLanguage)]
pub fn load_language(tables: Vec<u8>) -> Result<(), JsValue> {
    crate::load_language(tables).map_err(|error| to_js(&error))
}

/// Hands over the list of places (the bytes of `places.txt`), once, before the first call that needs it.
///
/// Without it fewer names are known for those of places. It is no part of the module either.
#[wasm_bindgen(js_name = loadPlaces)]
pub fn load_places(list: &[u8]) {
    PLACES.set(Some(Gazetteer::parse(&String::from_utf8_lossy(list))));
}

/// Calls with the places that were handed over, or else those that are compiled in.
fn with_places<T>(call: impl FnOnce(Option<&Gazetteer>) -> T) -> T {
    PLACES.with_borrow(|places| call(places.as_ref().or_else(|| Gazetteer::built_in())))
}

/// Compares two texts word by word, whatever their length.
#[wasm_bindgen(js_name = diffWords, unchecked_return_type = "WordDiff")]
pub fn diff_words(left: &str, right: &str) -> Result<JsValue, JsValue> {
    to_value(&crate::diff_words(left, right))
}

/// The version of the engine, such as `0.1.0`.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Many objects at once: as one string, which JavaScript parses.
fn to_value<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    // Only a type that refuses to be serialised can fail here, and none of the report's does.
    let json = json::to_ascii(value).map_err(|error| JsValue::from(error.to_string()))?;
    JSON::parse(&json)
}

/// The browser's (or Node's) own record of when things happened, which the page and its profiler read.
///
/// The engine itself knows no clock: marks are set outside it, and nothing is read back.
struct Timeline(Option<Performance>);

impl Timeline {
    fn find() -> Self {
        // A worker has no `window`, so the object is looked up in whatever the global scope is.
        let performance = Reflect::get(&js_sys::global(), &"performance".into()).ok();
        Self(performance.and_then(|value| value.dyn_into().ok()))
    }

    fn mark(&self, name: &str) {
        if let Some(performance) = &self.0 {
            // Only the last comparison's marks are kept: a worker that lives for hours must not gather them.
            performance.clear_marks_with_mark_name(name);
            // A mark that is refused is one that nobody will read.
            let _ = performance.mark(name);
        }
    }
}
