//! JSON Schema of the request and of the report, made from [`crate::report::model`].
//!
//! The request is described as it is read: what may be left out is optional. The report and the facts are described as
//! they are written: what is always there is required, and `null` stands where something is not known. A report may hold
//! fields that a schema does not know, as fields are added without a new version; a report of another version is refused.
//!
//! # Sources
//! [JSON Schema 2020-12](https://json-schema.org/draft/2020-12/schema).

use schemars::{JsonSchema, Schema, generate::SchemaSettings};

use crate::report::{ArticleFacts, Report, Request};

/// Something that has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// What `variorum compare` gives with `--format json`, and `compare` in JavaScript.
    Report,
    /// What `variorum batch` takes, and `compare` in JavaScript.
    Request,
    /// What `variorum facts` gives with `--format json`, and `facts` in JavaScript.
    Facts,
}

impl Shape {
    /// Every shape.
    pub const ALL: [Self; 3] = [Self::Report, Self::Request, Self::Facts];

    /// Its name: `report`, `request` or `facts`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Report => "report",
            Self::Request => "request",
            Self::Facts => "facts",
        }
    }
}

/// The schema of a shape, as indented JSON with a line end behind it; the same bytes each time.
///
/// ```
/// use variorum::exchange::schema::{Shape, schema};
/// let report: serde_json::Value = serde_json::from_str(&schema(Shape::Report))?;
/// assert_eq!(report["properties"]["version"]["const"], 1);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn schema(shape: Shape) -> String {
    let settings = SchemaSettings::draft2020_12();
    let schema = match shape {
        Shape::Report => root::<Report>(settings.for_serialize()),
        Shape::Request => root::<Request>(settings.for_deserialize()),
        Shape::Facts => root::<ArticleFacts>(settings.for_serialize()),
    };
    // The alternate form is indented.
    format!("{:#}\n", schema.to_value())
}

fn root<T: JsonSchema>(settings: SchemaSettings) -> Schema {
    settings.into_generator().into_root_schema_for::<T>()
}
