//! Reads a request out of a JavaScript object.
//!
//! By hand and not through serde: a general reader of any value costs twenty kilobytes of download, and its complaints
//! name types where a caller needs the place, such as `articles[1].text`.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use super::json;
use crate::Error;
use crate::report::{ArticleInput, Kind, Options, Place, Request, UserRule};

/// The request that a JavaScript value is.
///
/// Fields that are `undefined` or `null` count as missing, and fields that are not known are passed over, but for
/// those of `options`: an option that is not known would be a wish that nobody hears.
///
/// # Errors
/// [`Error::BadRequest`] with the place in the value and what was expected there.
pub(super) fn read(value: &JsValue) -> Result<Request, Error> {
    let whole = Field { path: "the request".to_owned(), value: value.clone() };
    let request = whole.object()?;
    let articles = request.get("articles")?.elements()?.iter().map(article).collect::<Result<_, _>>()?;
    let options = request.get("options")?.optional(options)?;
    Ok(Request { articles, options })
}

/// The article that a JavaScript value is.
///
/// # Errors
/// [`Error::BadRequest`] with the place in the value and what was expected there.
pub(super) fn read_article(value: &JsValue) -> Result<ArticleInput, Error> {
    article(&Field { path: "the article".to_owned(), value: value.clone() })
}

fn article(field: &Field) -> Result<ArticleInput, Error> {
    let article = field.object()?;
    let text = |name| article.get(name)?.optional(Field::text);
    Ok(ArticleInput {
        id: article.get("id")?.text()?,
        text: article.get("text")?.text()?,
        title: text("title")?,
        outlet: text("outlet")?,
        published: text("published")?,
        url: text("url")?,
    })
}

fn options(field: &Field) -> Result<Options, Error> {
    let options = field.object()?;
    for key in Object::keys(&options.value).iter().filter_map(|key| key.as_string()) {
        if !matches!(key.as_str(), "rules" | "kinds" | "explain") {
            return Err(options.get(&key)?.refuse("one of the options rules, kinds and explain"));
        }
    }
    let rules = options.get("rules")?.optional(|field| field.elements()?.iter().map(rule).collect())?;
    let kinds = options.get("kinds")?.optional(|field| field.elements()?.iter().map(kind).collect())?;
    let explain = options.get("explain")?.optional(Field::truth)?;
    Ok(Options { rules: rules.unwrap_or_default(), kinds, explain: explain.unwrap_or_default() })
}

fn rule(field: &Field) -> Result<UserRule, Error> {
    let rule = field.object()?;
    let name = rule.get("rule")?;
    let phrase = |side| place(&rule.get(side)?);
    match name.text()?.as_str() {
        "same-as" => Ok(UserRule::SameAs { left: phrase("left")?, right: phrase("right")? }),
        "not-same-as" => Ok(UserRule::NotSameAs { left: phrase("left")?, right: phrase("right")? }),
        "one-event" => Ok(UserRule::OneEvent),
        _ => Err(name.refuse("same-as, not-same-as or one-event")),
    }
}

fn place(field: &Field) -> Result<Place, Error> {
    let place = field.object()?;
    Ok(Place {
        article: place.get("article")?.text()?,
        start: place.get("start")?.offset()?,
        end: place.get("end")?.offset()?,
    })
}

fn kind(field: &Field) -> Result<Kind, Error> {
    let name = field.text()?;
    // The names stand in one place, the definition of the kinds, and the report is written by the same code.
    let is_named = |kind: &Kind| {
        let mut is_own = false;
        json::to_ascii(kind, &mut |own| is_own = own.trim_matches('"') == name).is_ok() && is_own
    };
    Kind::ALL.into_iter().find(is_named).ok_or_else(|| field.refuse("a kind of fact"))
}

/// A value with the way to it.
struct Field {
    path: String,
    value: JsValue,
}

impl Field {
    fn refuse(&self, expected: &str) -> Error {
        Error::BadRequest { message: format!("{} must be {expected}", self.path) }
    }

    fn is_missing(&self) -> bool {
        self.value.is_undefined() || self.value.is_null()
    }

    /// What `read` makes of the value, unless it is missing.
    fn optional<T>(&self, read: impl FnOnce(&Self) -> Result<T, Error>) -> Result<Option<T>, Error> {
        if self.is_missing() { Ok(None) } else { read(self).map(Some) }
    }

    fn object(&self) -> Result<FieldsOf<'_>, Error> {
        // Not `instanceof`, which is false for objects of another frame and for those without a prototype.
        if !self.value.is_object() || Array::is_array(&self.value) {
            return Err(self.refuse("an object"));
        }
        Ok(FieldsOf { path: &self.path, value: self.value.unchecked_ref() })
    }

    fn elements(&self) -> Result<Vec<Self>, Error> {
        if !Array::is_array(&self.value) {
            return Err(self.refuse("an array"));
        }
        let array: &Array = self.value.unchecked_ref();
        let path = |at| format!("{}[{at}]", self.path);
        Ok(array.iter().enumerate().map(|(at, value)| Self { path: path(at), value }).collect())
    }

    /// A string; half a surrogate pair becomes U+FFFD, which is one UTF-16 unit as well.
    fn text(&self) -> Result<String, Error> {
        self.value.as_string().ok_or_else(|| self.refuse("a string"))
    }

    fn truth(&self) -> Result<bool, Error> {
        self.value.as_bool().ok_or_else(|| self.refuse("true or false"))
    }

    /// A position in a text.
    fn offset(&self) -> Result<u32, Error> {
        let number = self.value.as_f64().unwrap_or(-1.0);
        // The cast saturates and drops what lies behind the point, so that only a whole number in range comes back.
        let offset = number as u32;
        if f64::from(offset) == number { Ok(offset) } else { Err(self.refuse("a whole number of UTF-16 units")) }
    }
}

/// An object with the way to it.
struct FieldsOf<'f> {
    path: &'f str,
    value: &'f Object,
}

impl FieldsOf<'_> {
    fn get(&self, name: &str) -> Result<Field, Error> {
        let path = if self.path.starts_with("the ") { name.to_owned() } else { format!("{}.{name}", self.path) };
        // A getter of the caller's may throw.
        let value = Reflect::get(self.value, &name.into())
            .map_err(|_| Error::BadRequest { message: format!("{path} cannot be read") })?;
        Ok(Field { path, value })
    }
}
