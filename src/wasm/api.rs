//! What JavaScript may call.

use std::cell::RefCell;

use js_sys::{Function, JsString, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Performance;

use super::error::to_js;
use super::{json, request};
use crate::{Comparer, Error, Gazetteer, report::Progress};

thread_local! {
    /// An instance of the module keeps what it has read, so that comparing again after a change reads only that.
    static COMPARER: RefCell<Comparer<'static>> = RefCell::new(Comparer::new(Gazetteer::built_in()));
}

/// Compares the articles of a request and reports where they differ.
///
/// Offsets in the report are those of JavaScript strings, so `text.slice(start, end)` gives the words. An unpaired
/// surrogate counts as one unit, as it does in JavaScript, and is read as U+FFFD.
///
/// `progress` is called before each step with how many are done and how many there are: one for the reading of each
/// article, and one for comparing them. It may not call the engine itself.
///
/// @throws {VariorumError} when the request cannot be taken
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn compare(
    #[wasm_bindgen(unchecked_param_type = "Request")] request: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "(done: number, of: number) => void")] progress: Option<Function>,
) -> Result<JsValue, JsValue> {
    let timeline = Timeline::find();
    timeline.mark("variorum:begin");
    let request = request::read(&request).map_err(|error| to_js(&error))?;
    timeline.mark("variorum:read");
    let mut tell = |Progress { done, of }| {
        if let Some(progress) = &progress {
            // Whoever watches cannot stop the work, so that what they throw goes nowhere.
            let _ = progress.call2(&JsValue::UNDEFINED, &(done as u32).into(), &(of as u32).into());
        }
    };
    let report = COMPARER.with_borrow_mut(|comparer| comparer.compare_with(&request, &mut tell));
    let report = report.map_err(|error| to_js(&error))?;
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
    let facts = COMPARER.with_borrow_mut(|comparer| comparer.read(&article));
    to_value(&facts.map_err(|error| to_js(&error))?)
}

/// Hands over the word lists of a language (the bytes of `variorum-en.bin`), before the first article is read.
///
/// They are no part of the module, so that a page can stand before they are loaded. The npm package loads them and the
/// list of places by itself. Where they are compiled in, a call does nothing.
///
/// @throws {VariorumError} when they are not of this version of the engine
#[wasm_bindgen(js_name = loadLanguage)]
pub fn load_language(tables: Vec<u8>) -> Result<(), JsValue> {
    crate::load_language(tables).map_err(|error| to_js(&error))
}

/// Hands over the list of places (the bytes of `places.txt`), once, before the first call that needs it.
///
/// Without it fewer names are known for those of places. It is no part of the module either, and kept as long as that
/// lives.
///
/// @throws {VariorumError} when it is damaged or of another version, which would give other reports
#[wasm_bindgen(js_name = loadPlaces)]
pub fn load_places(list: &[u8]) -> Result<(), JsValue> {
    let places = Gazetteer::of_file(list).ok_or(Error::UnknownPlaces { bytes: list.len() });
    let places = places.map_err(|error| to_js(&error))?;
    COMPARER.set(Comparer::new(Some(Box::leak(Box::new(places)))));
    Ok(())
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
    let mut text = JsString::from("");
    let written = json::to_ascii(value, &mut |piece| text = text.concat(&piece.into()));
    written.map_err(|error| JsValue::from(error.to_string()))?;
    parse(&text)
}

#[wasm_bindgen]
extern "C" {
    /// That of js-sys takes text of ours, which would bring the pieces back.
    #[wasm_bindgen(catch, js_namespace = JSON)]
    fn parse(text: &JsString) -> Result<JsValue, JsValue>;
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
