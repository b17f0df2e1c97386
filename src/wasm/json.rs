//! Writes a value as JSON of ASCII alone, for `JSON.parse`.
//!
//! A report is thousands of objects, and each field of each set from here would be a call across the boundary:
//! one string that JavaScript parses takes a fifth of the time. What is not ASCII is escaped, because a string of
//! bytes crosses without being decoded character by character, and V8 keeps and parses it at half the size.
//!
//! It is handed over piece by piece, since memory of wasm grows and never shrinks: a report of sixty articles takes ten
//! megabytes as text.

use std::fmt;

use serde::{
    Serialize,
    ser::{self, Impossible, SerializeMap, SerializeSeq, SerializeStruct, Serializer},
};

/// A value holds what no type of the report has.
///
/// It says no more, since nobody will see it, and a result without a message is a flag: each field of each type is
/// written by code of its own.
#[derive(Debug)]
pub(super) struct Refused;

impl fmt::Display for Refused {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("no part of a report")
    }
}

impl std::error::Error for Refused {}

impl ser::Error for Refused {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// Bytes from which a piece is handed over: few enough to stay small, and enough that a call for each costs nothing.
const PIECE: usize = 1 << 16;

/// Hands over the JSON of a value in pieces, in their order.
///
/// # Errors
/// When the value holds what no type of the report has: floats, bytes, tuples, variants with content.
pub(super) fn to_ascii<T: Serialize + ?Sized>(value: &T, take: &mut dyn FnMut(&str)) -> Result<(), Refused> {
    let mut writer = Writer { out: Vec::with_capacity(1 << 14), is_first: false, take };
    value.serialize(&mut writer)?;
    writer.hand_over()
}

struct Writer<'t> {
    /// What was written and not handed over yet.
    out: Vec<u8>,
    /// Whether nothing stands yet in the innermost list or object.
    is_first: bool,
    take: &'t mut dyn FnMut(&str),
}

impl Writer<'_> {
    fn hand_over(&mut self) -> Result<(), Refused> {
        (self.take)(str::from_utf8(&self.out).map_err(|_| Refused)?);
        self.out.clear();
        Ok(())
    }

    fn open(&mut self, mark: u8) {
        self.out.push(mark);
        self.is_first = true;
    }

    fn close(&mut self, mark: u8) {
        self.out.push(mark);
        self.is_first = false;
    }

    /// Parts what follows from what stands before it in the same list or object.
    fn part(&mut self) {
        if !self.is_first {
            self.out.push(b',');
        }
        self.is_first = false;
    }

    fn word(&mut self, word: &str) {
        self.out.extend_from_slice(word.as_bytes());
    }

    /// The name of a field with the marks around it.
    fn field(&mut self, name: &str) {
        self.word(if self.is_first { "\"" } else { ",\"" });
        self.is_first = false;
        self.word(name);
        self.word("\":");
    }

    /// The name of a variant, which has nothing to escape.
    fn name(&mut self, name: &str) {
        self.out.push(b'"');
        self.word(name);
        self.out.push(b'"');
    }

    fn string(&mut self, text: &str) {
        self.out.push(b'"');
        let bytes = text.as_bytes();
        let (mut plain, mut at) = (0, 0);
        while at < bytes.len() {
            if is_plain(bytes[at]) {
                at += 1;
                continue;
            }
            self.word(&text[plain..at]);
            for unit in text[at..].chars().next().unwrap_or_default().encode_utf16(&mut [0; 2]) {
                self.escape(*unit);
            }
            at = text.ceil_char_boundary(at + 1);
            plain = at;
        }
        self.word(&text[plain..]);
        self.out.push(b'"');
    }

    fn escape(&mut self, unit: u16) {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let digit = |shift: u16| DIGITS[usize::from((unit >> shift) & 15)];
        self.out.extend_from_slice(&[b'\\', b'u', digit(12), digit(8), digit(4), digit(0)]);
    }

    fn number(&mut self, is_negative: bool, mut magnitude: u64) {
        let mut digits = [0; 20];
        let mut at = digits.len();
        loop {
            at -= 1;
            digits[at] = b'0' + (magnitude % 10) as u8;
            magnitude /= 10;
            if magnitude == 0 {
                break;
            }
        }
        if is_negative {
            self.out.push(b'-');
        }
        self.out.extend_from_slice(&digits[at..]);
    }
}

/// Whether a byte stands for itself in a string of ASCII.
const fn is_plain(byte: u8) -> bool {
    matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\'
}

impl Serializer for &mut Writer<'_> {
    type Ok = ();
    type Error = Refused;
    type SerializeSeq = Self;
    type SerializeMap = Self;
    type SerializeStruct = Self;
    type SerializeTuple = Impossible<(), Refused>;
    type SerializeTupleStruct = Impossible<(), Refused>;
    type SerializeTupleVariant = Impossible<(), Refused>;
    type SerializeStructVariant = Impossible<(), Refused>;

    fn serialize_bool(self, value: bool) -> Result<(), Refused> {
        self.word(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), Refused> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), Refused> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), Refused> {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Refused> {
        self.number(value < 0, value.unsigned_abs());
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), Refused> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Refused> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Refused> {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Refused> {
        self.number(false, value);
        Ok(())
    }

    fn serialize_f32(self, _: f32) -> Result<(), Refused> {
        Err(Refused)
    }

    fn serialize_f64(self, _: f64) -> Result<(), Refused> {
        Err(Refused)
    }

    fn serialize_char(self, value: char) -> Result<(), Refused> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Refused> {
        self.string(value);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Refused> {
        Err(Refused)
    }

    fn serialize_none(self) -> Result<(), Refused> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Refused> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Refused> {
        self.word("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Refused> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Refused> {
        self.name(variant);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<(), Refused> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Refused> {
        Err(Refused)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, Refused> {
        self.open(b'[');
        Ok(self)
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Refused> {
        Err(Refused)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, Refused> {
        Err(Refused)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Refused> {
        Err(Refused)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self, Refused> {
        self.open(b'{');
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Refused> {
        self.open(b'{');
        Ok(self)
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Refused> {
        Err(Refused)
    }
}

impl SerializeSeq for &mut Writer<'_> {
    type Ok = ();
    type Error = Refused;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        if self.out.len() > PIECE {
            self.hand_over()?;
        }
        self.part();
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Refused> {
        self.close(b']');
        Ok(())
    }
}

impl SerializeMap for &mut Writer<'_> {
    type Ok = ();
    type Error = Refused;

    /// Maps of the report have strings for keys.
    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Refused> {
        self.part();
        key.serialize(&mut **self)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Refused> {
        self.out.push(b':');
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Refused> {
        self.close(b'}');
        Ok(())
    }
}

impl SerializeStruct for &mut Writer<'_> {
    type Ok = ();
    type Error = Refused;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<(), Refused> {
        self.field(name);
        value.serialize(&mut **self)
    }

    fn end(self) -> Result<(), Refused> {
        self.close(b'}');
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::{PIECE, Refused};
    use crate::{
        Request, compare,
        report::{ArticleInput, Options},
    };

    fn to_ascii<T: Serialize + ?Sized>(value: &T) -> Result<String, Refused> {
        let mut json = String::new();
        super::to_ascii(value, &mut |piece| json.push_str(piece))?;
        Ok(json)
    }

    #[test]
    fn what_is_long_comes_in_pieces() {
        let (mut pieces, words) = (Vec::new(), vec!["twelve \u{2014} no, ten"; PIECE / 8]);
        super::to_ascii(&words, &mut |piece| pieces.push(piece.to_owned())).unwrap();
        assert!(pieces.len() > 2 && pieces.iter().all(|piece| piece.len() < PIECE + 64));
        assert_eq!(serde_json::from_str::<Vec<String>>(&pieces.concat()).unwrap(), words);
    }

    #[test]
    fn a_report_is_the_same_as_by_serde_json() {
        let texts = [
            "Blast kills 12 at Kelness depot\n\nAn explosion killed 12 workers in Kelness on Tuesday, “police” said.",
            "Depot explosion leaves 14 dead\n\nA blast killed 14 workers in Kelness on Tuesday\u{7f}, the \\ café said 🙂.",
        ];
        let article = |(at, text): (usize, &&str)| ArticleInput {
            id: format!("{at}\"\n"),
            text: (*text).to_owned(),
            published: Some("2025-06-04".to_owned()),
            ..ArticleInput::default()
        };
        let articles = texts.iter().enumerate().map(article).collect();
        let options = Options { explain: true, ..Options::default() };
        let report = compare(&Request { articles, options: Some(options) }).expect("the request can be taken");
        let json = to_ascii(&report).expect("a report can be written");
        assert!(json.is_ascii());
        let parsed: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
        assert_eq!(parsed.to_string(), serde_json::to_value(&report).expect("it is a value").to_string());
    }

    #[test]
    fn numbers_are_written_to_their_ends() {
        let numbers = [0, 7, -40, i64::MIN, i64::MAX];
        assert_eq!(to_ascii(&numbers[..]).unwrap(), "[0,7,-40,-9223372036854775808,9223372036854775807]");
        assert_eq!(to_ascii(&u64::MAX).unwrap(), u64::MAX.to_string());
    }

    #[test]
    fn what_no_report_holds_is_refused() {
        assert!(to_ascii(&0.5).is_err());
        assert!(to_ascii(&(1, 2)).is_err());
    }
}
