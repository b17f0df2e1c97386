//! The JSON Schemas of the npm package are those of the model.

use std::{fs, path::Path};

use serde_json::Value;
use variorum::exchange::schema::{Shape, schema};

#[test]
fn the_published_schemas_are_those_of_the_model() {
    for shape in Shape::ALL {
        let name = shape.name();
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("www/package/schema/{name}.schema.json"));
        let published = fs::read_to_string(&file).expect("it is published");
        assert!(published == schema(shape), "{name}: cargo xtask schema writes it anew");
    }
}

#[test]
fn what_is_always_there_is_required_and_what_may_be_left_out_is_not() {
    let of = |shape| -> Value { serde_json::from_str(&schema(shape)).expect("it is JSON") };
    let required = |schema: &Value| -> Vec<String> {
        let names = schema["required"].as_array().expect("something is required");
        names.iter().filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let (report, request) = (of(Shape::Report), of(Shape::Request));
    let article = required(&report["$defs"]["ArticleReport"]);
    assert!(article.contains(&"outlet".to_owned()), "null stands there where it is not known: {article:?}");
    assert!(!required(&report).contains(&"notCompared".to_owned()));
    assert_eq!(required(&request["$defs"]["ArticleInput"]), ["id", "text"]);
    assert_eq!(required(&request), ["articles"]);
    assert_eq!(request["$defs"]["Options"]["additionalProperties"], false, "a misspelt option is refused");
    assert!(report.get("additionalProperties").is_none(), "fields may be added");
}
