//! Turns the word lists under `src/language/lexicon` into constant tables.
//!
//! A list is a text file: `# key: value` lines (what, source, licence, class), then one entry a line,
//!
//! ```text
//! surface, other surface = value
//! ```
//!
//! A surface is one word or several; the value is a whole number, or the words of a row where the class has a
//! table of its own (units, currencies, concepts, intervals). The tables are laid out here, so that nothing is
//! built when the engine starts: words by their first two letters, phrases behind their first word, the longest first.

use std::{
    collections::{BTreeMap, BTreeSet},
    env,
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

/// One entry of a list: the words of a phrase, what they mean, and the line that says so.
struct Phrase {
    words: Vec<String>,
    class: String,
    value: i64,
    /// The word that it is a form of; its number takes the place of the value.
    lemma: Option<String>,
}

/// What the lists of one language hold.
#[derive(Default)]
struct Lists {
    phrases: Vec<Phrase>,
    /// The rows of each class that has a table.
    rows: BTreeMap<String, Vec<Vec<String>>>,
}

/// Classes whose values are rows of a table, with the fields of a row.
const TABLES: [(&str, usize); 5] = [("Unit", 5), ("Currency", 1), ("Concept", 1), ("Interval", 2), ("DayPart", 2)];

/// Classes of irregular forms: the value of an entry is the word that it is a form of.
const FORMS: [&str; 6] = ["Past", "Participle", "PastOrParticiple", "Plural", "OtherForm", "Degree"];

/// The languages that are read, by BCP 47 tag; each has a folder of word lists.
const LANGUAGES: [&str; 1] = ["en"];

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/language/lexicon");
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR").expect("cargo names the crate's folder"));
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo names the output folder"));
    let mut code = String::new();
    for language in LANGUAGES {
        let folder = root.join("src/language/lexicon").join(language);
        let lists = read_lists(&folder).unwrap_or_else(|fault| panic!("{fault}"));
        write_tables(&mut code, language, &lists);
    }
    fs::write(out.join("lexicon.rs"), code).expect("the output folder can be written");
}

fn read_lists(folder: &Path) -> Result<Lists, String> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .map_err(|fault| format!("{}: {fault}", folder.display()))?
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    files.sort();
    let mut lists = Lists::default();
    for path in files {
        let text = fs::read_to_string(&path).map_err(|fault| format!("{}: {fault}", path.display()))?;
        read_list(&text, &mut lists).map_err(|fault| format!("{}: {fault}", path.display()))?;
    }
    Ok(lists)
}

fn read_list(text: &str, lists: &mut Lists) -> Result<(), String> {
    for key in ["what", "source", "licence"] {
        if !text.lines().any(|line| line.starts_with(&format!("# {key}: "))) {
            return Err(format!("the header has no line \"# {key}: …\""));
        }
    }
    let mut class = None;
    for (at, line) in text.lines().enumerate() {
        let line = line.trim();
        if let Some(name) = line.strip_prefix("# class: ") {
            class = Some(name.trim().to_owned());
            continue;
        }
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let class = class.clone().ok_or("an entry stands before its \"# class: …\"")?;
        let (surfaces, value) = line.split_once(" = ").unwrap_or((line, ""));
        let lemma = FORMS.contains(&class.as_str()).then(|| value.to_owned());
        if lemma.as_ref().is_some_and(|word| word.split_whitespace().count() != 1) {
            return Err(format!("line {}: {value:?} is not one word", at + 1));
        }
        let value = if lemma.is_some() { "" } else { value };
        let fields: Vec<String> = value.split_whitespace().map(str::to_owned).collect();
        let value = match TABLES.iter().find(|(name, _)| *name == class) {
            Some((_, width)) => {
                if fields.len() != *width {
                    return Err(format!("line {}: a row of {class} has {width} fields", at + 1));
                }
                let rows = lists.rows.entry(class.clone()).or_default();
                rows.iter().position(|row| *row == fields).unwrap_or_else(|| {
                    rows.push(fields);
                    rows.len() - 1
                }) as i64
            }
            None if fields.is_empty() => 0,
            None => fields[0].parse().map_err(|_| format!("line {}: {value:?} is no whole number", at + 1))?,
        };
        for surface in surfaces.split(", ") {
            let words: Vec<String> = surface.split_whitespace().map(str::to_lowercase).collect();
            if words.is_empty() {
                return Err(format!("line {}: an empty entry", at + 1));
            }
            lists.phrases.push(Phrase { words, class: class.clone(), value, lemma: lemma.clone() });
        }
    }
    Ok(())
}

/// Where a word is looked up: by its first two letters, as the look-up does it too; 0 stands for all but a to z.
fn bucket(word: &str) -> usize {
    let letter = |at: usize| match word.as_bytes().get(at) {
        Some(byte @ b'a'..=b'z') => usize::from(byte - b'a') + 1,
        _ => 0,
    };
    letter(0) * 27 + letter(1)
}

fn write_tables(code: &mut String, language: &str, lists: &Lists) {
    let name = language.to_uppercase();
    let mut words: Vec<&String> = lists
        .phrases
        .iter()
        .flat_map(|phrase| phrase.words.iter().chain(&phrase.lemma))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    words.sort_by_key(|word| bucket(word));
    let ids: BTreeMap<&String, usize> = words.iter().enumerate().map(|(at, word)| (*word, at + 1)).collect();
    let id = |word: &String| ids[word];

    // Where the words of each bucket begin: sorted numbers, which compress to almost nothing, where a hash table
    // would be noise.
    let buckets: Vec<usize> = (0..=27 * 27).map(|wanted| words.partition_point(|word| bucket(word) < wanted)).collect();

    let mut by_first: BTreeMap<usize, Vec<&Phrase>> = BTreeMap::new();
    for phrase in &lists.phrases {
        by_first.entry(id(&phrase.words[0])).or_default().push(phrase);
    }
    let (mut starts, mut senses, mut rest) = (vec![0usize], String::new(), Vec::new());
    let mut count = 0;
    for word in 1..=words.len() {
        let mut phrases = by_first.remove(&word).unwrap_or_default();
        phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        let mut seen = BTreeSet::new();
        for phrase in phrases {
            let tail: Vec<usize> = phrase.words[1..].iter().map(id).collect();
            let value = phrase.lemma.as_ref().map_or(phrase.value, |lemma| id(lemma) as i64);
            if !seen.insert((phrase.class.clone(), tail.clone(), value)) {
                continue;
            }
            let _ = write!(
                senses,
                "Sense {{ class: Class::{}, value: {}, rest: {}, more: {} }},",
                phrase.class,
                value,
                rest.len(),
                tail.len()
            );
            rest.extend(tail);
            count += 1;
        }
        starts.push(count);
    }
    // The words as one string with their ends: no pointer a word, and it compresses well.
    let text: String = words.iter().map(|word| word.as_str()).collect();
    let mut end = 0;
    let ends: Vec<usize> = words
        .iter()
        .map(|word| {
            end += word.len();
            end
        })
        .collect();
    let _ = writeln!(
        code,
        "/// The word lists of `{language}`.\npub static {name}: Lexicon = Lexicon {{ tag: {language:?}, text: {text:?}, ends: &{ends:?}, buckets: &{buckets:?}, starts: &{starts:?}, senses: &[{senses}], rest: &{rest:?}, units: &[{}], currencies: &[{}], concepts: &[{}], intervals: &[{}], day_parts: &[{}] }};",
        rows(lists, "Unit", |row| format!(
            "Unit {{ symbol: {:?}, dimension: Dimension::{}, numerator: {}, denominator: {}, offset: {} }}",
            row[0], row[1], row[2], row[3], row[4]
        )),
        rows(lists, "Currency", |row| format!("{:?}", row[0])),
        rows(lists, "Concept", |row| format!("{:?}", row[0])),
        rows(lists, "Interval", |row| format!("({}, {})", row[0], row[1])),
        rows(lists, "DayPart", |row| format!("({}, {})", row[0], row[1])),
    );
}

fn rows(lists: &Lists, class: &str, show: impl Fn(&[String]) -> String) -> String {
    lists.rows.get(class).map(|rows| rows.iter().map(|row| show(row)).collect::<Vec<_>>().join(",")).unwrap_or_default()
}
