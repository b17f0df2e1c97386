//! Names for what is handed on, made from what it is: the same content has the same name on every machine.
//!
//! # Sources
//! [RFC 6920](https://www.rfc-editor.org/rfc/rfc6920) names a text by its hash (`ni:///sha-256;…`);
//! [RFC 9562](https://www.rfc-editor.org/rfc/rfc9562#section-5.8) leaves the bits of a UUID of version 8 to whoever makes
//! it. Here they are a hash of FNV-1a of 128 bits, which JavaScript computes as quickly and without waiting.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};

/// FNV-1a of 128 bits: where it begins, and what it multiplies by.
const OFFSET: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

/// The name of something that is told by these pieces, in their order.
pub(super) fn urn<'p>(pieces: impl IntoIterator<Item = &'p str>) -> String {
    let mut hash = OFFSET;
    for piece in pieces {
        // A piece ends with a byte that no text in UTF-8 has, so that ("ab", "c") is not ("a", "bc").
        for byte in piece.bytes().chain([0xff]) {
            hash = (hash ^ u128::from(byte)).wrapping_mul(PRIME);
        }
    }
    let bits = hash & !(0xf << 76) & !(0x3 << 62) | (0x8 << 76) | (0x2 << 62);
    let hex = format!("{bits:032x}");
    format!("urn:uuid:{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

/// The name of a text, from the hash that the report has of it (`sha256-` and hexadecimal digits).
pub(super) fn of_text(hash: &str) -> String {
    let digits = hash.strip_prefix("sha256-").unwrap_or(hash).as_bytes();
    let bytes: Vec<u8> =
        digits.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| byte << 4 | digit_value(*digit))).collect();
    format!("ni:///sha-256;{}", URL_SAFE_NO_PAD.encode(bytes))
}

fn digit_value(digit: u8) -> u8 {
    char::from(digit).to_digit(16).unwrap_or_default() as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_named_as_the_standard_names_it() {
        // "Hello World!" is the example of RFC 6920.
        let hash = "sha256-7f83b1657ff1fc53b92dc18148a1d65dfc2d4b1fa3d677284addd200126d9069";
        assert_eq!(of_text(hash), "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk");
    }

    #[test]
    fn a_name_is_a_uuid_of_version_8_and_tells_pieces_apart() {
        let name = urn(["ab", "c"]);
        let uuid = name.strip_prefix("urn:uuid:").expect("it is a UUID");
        assert_eq!(uuid.split('-').map(str::len).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
        assert_eq!(&uuid[14..15], "8");
        assert!("89ab".contains(&uuid[19..20]), "{uuid}");
        assert_ne!(name, urn(["a", "bc"]));
        assert_eq!(name, urn(["ab", "c"]));
    }
}
