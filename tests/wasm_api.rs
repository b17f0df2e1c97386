//! The doors to JavaScript, called as a page calls them, in a browser.
#![cfg(target_arch = "wasm32")]

use js_sys::{Array, Function, JSON, JsString, Object, Reflect};
use variorum::wasm::api::{compare, diff_words, facts, load_places, version};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const LEFT: &str = "Blast in Kelness kills 12\n\nKELNESS, March 31 – A blast killed 12 people on Tuesday, police said.";
const RIGHT: &str =
    "Blast in Kelness kills 21\n\nKELNESS, March 31 – A blast killed 21 people on Tuesday, police said.";

// A string of Rust cannot hold half a surrogate pair, one of JavaScript can.
#[wasm_bindgen(inline_js = "
    export function withLoneSurrogates(text) { return text.replace('🔥', '\\ud83d').replace('🌊', '\\udf0a'); }
")]
extern "C" {
    #[wasm_bindgen(js_name = withLoneSurrogates)]
    fn with_lone_surrogates(text: &str) -> JsString;
}

/// A request with these articles, as a page would write it.
fn request(articles: &[(&str, JsValue)]) -> JsValue {
    let list = Array::new();
    for (id, text) in articles {
        let article = Object::new();
        set(&article, "id", &(*id).into());
        set(&article, "text", text);
        list.push(&article);
    }
    let request = Object::new();
    set(&request, "articles", &list);
    request.into()
}

fn set(object: &JsValue, name: &str, value: &JsValue) {
    assert!(Reflect::set(object, &name.into(), value).unwrap());
}

fn get(object: &JsValue, path: &[&str]) -> JsValue {
    path.iter().fold(object.clone(), |value, name| Reflect::get(&value, &(*name).into()).unwrap())
}

fn text(object: &JsValue, path: &[&str]) -> String {
    get(object, path).as_string().unwrap_or_else(|| panic!("{path:?} is no text in {object:?}"))
}

#[track_caller]
fn check_refused(request: JsValue, code: &str) -> JsValue {
    let error = compare(request, None).expect_err("the request is refused");
    assert!(error.is_instance_of::<js_sys::Error>());
    assert_eq!(text(&error, &["name"]), "VariorumError");
    assert_eq!(text(&error, &["code"]), code);
    assert!(!text(&error, &["message"]).is_empty());
    assert!(get(&error, &["details"]).is_object());
    error
}

#[wasm_bindgen_test]
fn a_report_is_a_plain_object_with_the_bytes_of_the_command_line() {
    let report = compare(request(&[("a", LEFT.into()), ("b", RIGHT.into())]), None).unwrap();
    assert_eq!(get(&report, &["version"]).as_f64(), Some(1.0));
    assert_eq!(text(&report, &["engine"]), format!("variorum {}", version()));
    let native = variorum::compare(&variorum::Request {
        articles: [("a", LEFT), ("b", RIGHT)]
            .map(|(id, text)| variorum::report::ArticleInput {
                id: id.to_owned(),
                text: text.to_owned(),
                ..Default::default()
            })
            .into(),
        options: None,
    })
    .unwrap();
    assert_eq!(String::from(JSON::stringify(&report).unwrap()), serde_json::to_string(&native).unwrap());
}

#[wasm_bindgen_test]
fn comparing_again_gives_the_same_and_tells_how_far_it_is() {
    let steps = Array::new();
    let watch = Function::new_with_args("done, of", "this.push(`${done}/${of}`)").bind0(&steps);
    let bytes = |report| String::from(JSON::stringify(&report).unwrap());
    let articles = |right: &str| request(&[("a", LEFT.into()), ("b", right.into())]);
    let first = bytes(compare(articles(RIGHT), None).unwrap());
    for right in [RIGHT, LEFT, RIGHT] {
        let again = bytes(compare(articles(right), Some(watch.clone())).unwrap());
        assert_eq!(again == first, right == RIGHT);
    }
    assert_eq!(String::from(steps.join(" ")), ["0/3 1/3 2/3"; 3].join(" "));
    let throws = Function::new_no_args("throw new Error('not my report')");
    assert!(compare(request(&[("a", LEFT.into())]), Some(throws)).is_ok());
}

#[wasm_bindgen_test]
fn the_facts_of_one_article_have_the_bytes_of_the_command_line() {
    let article = Object::new();
    set(&article, "id", &"a".into());
    set(&article, "text", &LEFT.into());
    set(&article, "published", &"2016-03-31".into());
    let found = facts(article.clone().into()).unwrap();
    let input: variorum::report::ArticleInput =
        serde_json::from_str(&String::from(JSON::stringify(&article).unwrap())).unwrap();
    let native = variorum::read(&input).unwrap();
    assert_eq!(String::from(JSON::stringify(&found).unwrap()), serde_json::to_string(&native).unwrap());
    let refused = facts(Object::new().into()).expect_err("it has no id");
    assert!(text(&refused, &["message"]).contains("id must be a string"));
}

#[wasm_bindgen_test]
fn places_are_known_once_their_list_is_handed_over() {
    let article = Object::new();
    set(&article, "id", &"a".into());
    set(&article, "text", &"The storm crossed Zambia and the sea.".into());
    load_places(include_bytes!("../src/facts/gazetteer/places.txt")).unwrap();
    let found = facts(article.into()).unwrap();
    let mentions = Array::from(&get(&found, &["mentions"]));
    let is_zambia = |mention: JsValue| text(&mention, &["kind"]) == "place" && text(&mention, &["text"]) == "Zambia";
    assert!(mentions.iter().any(is_zambia), "{:?}", JSON::stringify(&found));
}

#[wasm_bindgen_test]
fn a_list_of_places_of_another_version_is_refused() {
    let refused = load_places("=Zembla; ; Zemblan\n".as_bytes()).expect_err("it is another list");
    assert_eq!(text(&refused, &["code"]), "unknown-tables");
    assert!(text(&refused, &["message"]).contains("places.txt of the same package"));
}

#[wasm_bindgen_test]
fn missing_and_undefined_fields_are_the_same() {
    let bare = request(&[("a", LEFT.into())]);
    let with_undefined = request(&[("a", LEFT.into())]);
    let article = get(&with_undefined, &["articles", "0"]);
    for name in ["title", "outlet", "published", "url"] {
        set(&article, name, &JsValue::UNDEFINED);
    }
    set(&with_undefined, "options", &JsValue::UNDEFINED);
    let bytes = |request| String::from(JSON::stringify(&compare(request, None).unwrap()).unwrap());
    assert_eq!(bytes(bare), bytes(with_undefined));
}

#[wasm_bindgen_test]
fn what_is_no_request_is_refused_with_a_code() {
    for odd in [JsValue::UNDEFINED, JsValue::NULL, 3.into(), "text".into(), Object::new().into()] {
        check_refused(odd, "bad-request");
    }
}

#[wasm_bindgen_test]
fn a_refusal_names_the_place() {
    let message = |request| text(&check_refused(request, "bad-request"), &["message"]);
    let twelve = request(&[("a", LEFT.into()), ("b", 12.into())]);
    assert!(message(twelve).contains("articles[1].text must be a string"));
    for (options, place) in [
        ("{\"kinds\": [\"count\", \"weather\"]}", "options.kinds[1] must be a kind"),
        ("{\"kind\": []}", "options.kind must be one of the options"),
        ("{\"rules\": [{\"rule\": \"same-as\"}]}", "options.rules[0].left must be an object"),
        (
            "{\"rules\": [{\"rule\": \"same-as\", \"left\": {\"article\": \"a\", \"start\": 1.5}}]}",
            "options.rules[0].left.start must be a whole number",
        ),
    ] {
        let odd = request(&[("a", LEFT.into())]);
        set(&odd, "options", &JSON::parse(options).unwrap());
        let said = message(odd);
        assert!(said.contains(place), "{said}");
    }
}

#[wasm_bindgen_test]
fn options_are_read() {
    let odd = request(&[("a", LEFT.into()), ("b", RIGHT.into())]);
    let options = r#"{"kinds": ["time", "count"], "rules": [{"rule": "not-same-as",
        "left": {"article": "a", "start": 23, "end": 25}, "right": {"article": "b", "start": 23, "end": 25}},
        {"rule": "one-event"}]}"#;
    set(&odd, "options", &JSON::parse(options).unwrap());
    let native: variorum::Request = serde_json::from_str(&String::from(JSON::stringify(&odd).unwrap())).unwrap();
    let wasm = String::from(JSON::stringify(&compare(odd, None).unwrap()).unwrap());
    assert_eq!(wasm, serde_json::to_string(&variorum::compare(&native).unwrap()).unwrap());
}

#[wasm_bindgen_test]
fn an_empty_request_is_refused() {
    check_refused(request(&[]), "no-article");
}

#[wasm_bindgen_test]
fn an_error_carries_the_values_that_it_names() {
    let error = check_refused(request(&[("a", LEFT.into()), ("a", RIGHT.into())]), "duplicate-id");
    assert_eq!(text(&error, &["details", "id"]), "a");
}

#[wasm_bindgen_test]
fn unpaired_surrogates_shift_no_offset() {
    let broken = with_lone_surrogates(&format!("🔥 🌊 {LEFT}"));
    let replaced = format!("\u{fffd} \u{fffd} {LEFT}");
    let articles = |text: JsValue| request(&[("a", text), ("b", RIGHT.into())]);
    let bytes = |request| String::from(JSON::stringify(&compare(request, None).unwrap()).unwrap());
    assert_eq!(broken.length() as usize, replaced.encode_utf16().count());
    assert_eq!(bytes(articles(broken.into())), bytes(articles(replaced.into())));
}

#[wasm_bindgen_test]
fn a_word_diff_slices_the_texts_that_were_given() {
    let (left, right) = ("🔥 12 people hurt", "🔥 21 people badly hurt");
    let (left_js, right_js) = (JsString::from(left), JsString::from(right));
    let diff = diff_words(left, right).unwrap();
    let (mut left_again, mut right_again, mut marks) = (String::new(), String::new(), Vec::new());
    for edit in get(&diff, &["edits"]).unchecked_into::<Array>().iter() {
        let at = |name| get(&edit, &[name]).as_f64().unwrap() as u32;
        let on_left = String::from(left_js.slice(at("leftStart"), at("leftEnd")));
        let on_right = String::from(right_js.slice(at("rightStart"), at("rightEnd")));
        if text(&edit, &["edit"]) != "equal" {
            marks.push(format!("{on_left}|{on_right}"));
        }
        left_again += &on_left;
        right_again += &on_right;
    }
    assert_eq!((left_again.as_str(), right_again.as_str()), (left, right));
    assert_eq!(marks, ["12|", "|21", "|badly "]);
}

#[wasm_bindgen_test]
fn the_version_is_that_of_the_crate() {
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
}
