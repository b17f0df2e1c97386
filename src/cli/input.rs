//! From files to articles: what encodings are read, what is in a folder, and what is said of a file that cannot be read.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use variorum::exchange::import;
use variorum::report::ArticleInput;

/// The most that is read of one file. Far above any article: it keeps a wrongly named file out of the memory.
const MAX_FILE_BYTES: u64 = 64 << 20;

/// The endings of files that are read of a folder; the others in it are told.
const ENDINGS: [&str; 14] =
    ["txt", "text", "md", "markdown", "html", "htm", "xhtml", "json", "jsonld", "ninjs", "jsonl", "xml", "rss", "atom"];

/// An article with the name of the file that it came from.
#[derive(Debug)]
pub(super) struct Incoming {
    /// The file's name as given, with the article's number where the file holds several.
    pub(super) name: String,
    /// The article, without an id.
    pub(super) article: ArticleInput,
}

/// One file's text as read.
#[derive(Debug)]
pub(super) struct Input {
    /// The file's name as given.
    pub(super) name: String,
    /// Its text, without a byte order mark; line ends are left as they are.
    pub(super) text: String,
    /// What the reader should know about how it was read.
    pub(super) warnings: Vec<String>,
}

/// Reads the files in their order; `-` is standard input.
///
/// # Errors
/// In words, naming the first file that cannot be read and a way out.
pub(super) fn read_all(files: &[PathBuf]) -> Result<Vec<Input>, String> {
    if files.iter().filter(|file| is_standard_input(file)).count() > 1 {
        return Err("- stands twice, and standard input can be read once: save one article to a file".to_owned());
    }
    files.iter().map(|file| read(file)).collect()
}

/// Reads the articles of files, folders and addresses of local files (`file:`), in their order, and what the reader
/// should know about how they were read.
///
/// # Errors
/// In words, naming the first file that cannot be read and a way out.
pub(super) fn read_articles(given: &[PathBuf]) -> Result<(Vec<Incoming>, Vec<String>), String> {
    let (mut articles, mut warnings) = (Vec::new(), Vec::new());
    let mut files = Vec::new();
    for file in given {
        let file = local(file)?;
        if file.is_dir() {
            files.extend(files_of(&file, &mut warnings)?);
        } else {
            files.push(file);
        }
    }
    for Input { name, text, warnings: told } in read_all(&files)? {
        let read = import::read(&name, &text).map_err(|refused| format!("{name} {refused}"))?;
        warnings.extend(told);
        match read.wordless {
            0 => {}
            1 => warnings.push(format!("{name} holds an article without text, which was left out")),
            several => warnings.push(format!("{name} holds {several} articles without text, which were left out")),
        }
        let are_several = read.articles.len() > 1;
        for (at, article) in read.articles.into_iter().enumerate() {
            let name = if are_several { format!("{name} #{}", at + 1) } else { name.clone() };
            articles.push(Incoming { name, article });
        }
    }
    Ok((articles, warnings))
}

/// The path of a file that may be given by its address ([RFC 8089](https://www.rfc-editor.org/rfc/rfc8089)).
fn local(file: &Path) -> Result<PathBuf, String> {
    let Some(address) = file.to_str() else { return Ok(file.to_owned()) };
    let begins = |scheme: &str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    if begins("http://") || begins("https://") {
        return Err(format!("{address} lies on the network, where nothing is read: save the page and give its file"));
    }
    if !begins("file:") {
        return Ok(file.to_owned());
    }
    let rest = &address["file:".len()..];
    let path = match rest.strip_prefix("//") {
        None => rest,
        Some(rest) => match rest.split_once('/') {
            Some(("" | "localhost", _)) => &rest[rest.find('/').unwrap_or(0)..],
            _ => return Err(format!("{address} lies on another machine: copy the file here")),
        },
    };
    let mut bytes = Vec::new();
    let mut encoded = path.bytes();
    while let Some(byte) = encoded.next() {
        let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
        bytes.push(match byte {
            b'%' => match (digit(encoded.next()), digit(encoded.next())) {
                (Some(high), Some(low)) => (high * 16 + low) as u8,
                _ => return Err(format!("{address} is no sound address: write % as %25")),
            },
            byte => byte,
        });
    }
    String::from_utf8(bytes)
        .map(PathBuf::from)
        .map_err(|_| format!("{address} is no sound address: its name is not UTF-8"))
}

/// The files of a folder whose endings are known, in the order of their names.
fn files_of(folder: &Path, warnings: &mut Vec<String>) -> Result<Vec<PathBuf>, String> {
    let name = folder.display();
    let unread = |fault: io::Error| format!("{name} cannot be read: {fault}");
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unread)? {
        let path = entry.map_err(unread)?.path();
        let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        if path.is_file() && !is_hidden {
            files.push(path);
        }
    }
    files.sort();
    let is_known = |path: &PathBuf| {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
        ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
    };
    let (known, others): (Vec<PathBuf>, Vec<PathBuf>) = files.into_iter().partition(is_known);
    for other in others {
        warnings.push(format!("{} was left out: name it to have it read", other.display()));
    }
    if known.is_empty() {
        return Err(format!("{name} holds no articles: put text files in it, or name the files"));
    }
    Ok(known)
}

fn is_standard_input(file: &Path) -> bool {
    file == Path::new("-")
}

fn read(file: &Path) -> Result<Input, String> {
    if is_standard_input(file) {
        return decode("standard input".to_owned(), &read_bounded(io::stdin(), "standard input")?);
    }
    let name = file.display().to_string();
    let opened = File::open(file).map_err(|fault| match fault.kind() {
        io::ErrorKind::NotFound => format!("{name} does not exist: check the name and the folder"),
        io::ErrorKind::PermissionDenied => format!("{name} may not be read: allow it, or copy it to where you may"),
        _ => format!("{name} cannot be opened: {fault}"),
    })?;
    if opened.metadata().is_ok_and(|found| found.is_dir()) {
        return Err(format!("{name} is a folder: name one file in it"));
    }
    let bytes = read_bounded(opened, &name)?;
    decode(name, &bytes)
}

fn read_bounded(stream: impl Read, name: &str) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let read = stream.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|fault| format!("{name} cannot be read: {fault}"))?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(format!("{name} has more than {MAX_FILE_BYTES} bytes: save the article alone as plain text"));
    }
    Ok(bytes)
}

/// Decodes as the byte order mark says, or as UTF-8.
fn decode(name: String, bytes: &[u8]) -> Result<Input, String> {
    let (text, is_damaged) = match bytes {
        [0xFF, 0xFE, rest @ ..] => decode_utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => decode_utf16(rest, u16::from_be_bytes),
        _ => {
            let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
            (String::from_utf8_lossy(bytes).into_owned(), std::str::from_utf8(bytes).is_err())
        }
    };
    if text.contains('\0') {
        return Err(format!("{name} is not a text file: save the article as plain text in UTF-8"));
    }
    let mut warnings = Vec::new();
    if is_damaged {
        warnings.push(format!(
            "{name} has bytes that are no text in its encoding; they are shown as \u{fffd}: save it as UTF-8"
        ));
    }
    Ok(Input { name, text, warnings })
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> (String, bool) {
    let pairs = bytes.chunks_exact(2);
    let is_cut = !pairs.remainder().is_empty();
    let units = pairs.map(|pair| unit([pair[0], pair[1]]));
    let mut is_damaged = is_cut;
    let mut text: String = char::decode_utf16(units)
        .map(|decoded| {
            decoded.unwrap_or_else(|_| {
                is_damaged = true;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    if is_cut {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    (text, is_damaged)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], expected: &str, warnings: usize) {
        let input = decode("a.txt".to_owned(), bytes).expect("it is a text");
        assert_eq!((input.text.as_str(), input.warnings.len()), (expected, warnings));
    }

    #[test]
    fn each_encoding_gives_the_same_text() {
        let text = "Zwölf\r\n🙂";
        check(text.as_bytes(), text, 0);
        check(&["\u{feff}".as_bytes(), text.as_bytes()].concat(), text, 0);
        let units: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = [0xFEFF].iter().chain(&units).flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = [0xFEFF].iter().chain(&units).flat_map(|unit| unit.to_be_bytes()).collect();
        check(&little, text, 0);
        check(&big, text, 0);
    }

    #[test]
    fn damage_is_shown_and_said() {
        check(b"caf\xE9 12", "caf\u{fffd} 12", 1);
        check(&[0xFF, 0xFE, b'1', 0, 0x3D, 0xD8], "1\u{fffd}", 1); // Half of a surrogate pair.
        check(&[0xFE, 0xFF, 0, b'1', 0], "1\u{fffd}", 1); // Half of a unit.
    }

    #[test]
    fn a_binary_file_is_refused() {
        let told = decode("photo.png".to_owned(), b"\x89PNG\r\n\x1a\n\0\0\0\r").expect_err("no text");
        assert!(told.starts_with("photo.png is not a text file"), "{told}");
    }
}
