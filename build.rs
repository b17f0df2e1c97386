//! Turns the word lists under `src/language/lexicon` into constant tables.
//!
//! A list is a text file: `# key: value` lines (what, source, licence, class), then one entry a line,
//!
//! ```text
//! surface, other surface = value
//! ```
//!
//! A surface is one word or several; the value is a whole number, or the words of a row where the class has a
//! table of its own (units, currencies, concepts, intervals, named words). Words and their senses are packed here as columns of
//! bytes, each of one sort, because that is what compresses; `language::lexicon` unpacks them at the first look-up.
//!
//! With the weights of the tagger behind them they make one file a language, `OUT_DIR/LANGUAGE.bin`. It is compiled in
//! with the feature `tables`; without, whoever runs the engine loads it, and the engine knows it by its hash.

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
const TABLES: [(&str, usize); 6] =
    [("Unit", 5), ("Currency", 1), ("Concept", 1), ("Interval", 2), ("DayPart", 2), ("Word", 1)];

/// Classes of irregular forms: the value of an entry is the word that it is a form of.
const FORMS: [&str; 6] = ["Past", "Participle", "PastOrParticiple", "Plural", "OtherForm", "Degree"];

/// The class whose values are ten times the number of a role, from 1, and its place; all roles of a word make one set of
/// bits, of which those from `ROLES` are taken.
const THEMATIC: &str = "Thematic";
const ROLES: i64 = 125;

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
        let weights = folder.join("tagger.bin");
        let weights = fs::read(&weights).unwrap_or_else(|fault| panic!("{}: {fault}", weights.display()));
        write_tables(&mut code, &out, language, &lists, &weights);
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
        if class == THEMATIC && !(1..ROLES).contains(&(value / 10)) {
            return Err(format!("line {}: the number of a role is below {ROLES}", at + 1));
        }
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

/// A sense of a word, ready to be packed.
struct Sense {
    class: u8,
    value: i64,
    /// The numbers of the further words of the phrase.
    rest: Vec<usize>,
}

/// Writes the packed words, senses and weights into `OUT_DIR/LANGUAGE.bin` and the code that names them.
fn write_tables(code: &mut String, out: &Path, language: &str, lists: &Lists, weights: &[u8]) {
    let name = language.to_uppercase();
    let words: Vec<&String> = lists
        .phrases
        .iter()
        .flat_map(|phrase| phrase.words.iter().chain(&phrase.lemma))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let ids: BTreeMap<&String, usize> = words.iter().enumerate().map(|(at, word)| (*word, at + 1)).collect();
    let id = |word: &String| ids[word];
    let mut classes: Vec<&String> = lists.phrases.iter().map(|phrase| &phrase.class).collect();
    classes.sort();
    classes.dedup();
    let class_number = |class: &String| classes.partition_point(|other| *other < class) as u8;

    let mut senses: Vec<Vec<Sense>> = words.iter().map(|_| Vec::new()).collect();
    let mut phrases: Vec<&Phrase> = lists.phrases.iter().collect();
    // The longest first, so that a look-up may take the first that fits.
    phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
    let mut seen = BTreeSet::new();
    for phrase in phrases {
        let rest: Vec<usize> = phrase.words[1..].iter().map(id).collect();
        let value = phrase.lemma.as_ref().map_or(phrase.value, |lemma| id(lemma) as i64);
        let (first, class) = (id(&phrase.words[0]), class_number(&phrase.class));
        if seen.insert((first, class, rest.clone(), value)) {
            senses[first - 1].push(Sense { class, value, rest });
        }
    }
    let concepts = lists.rows.get("Concept").map_or(&[][..], Vec::as_slice);
    let mut bytes = pack(&words, &senses, classes.len());
    for name in concepts {
        bytes.extend(name[0].bytes().chain([b'\n']));
    }
    let lists_end = bytes.len();
    bytes.extend(weights);
    let path = out.join(format!("{language}.bin"));
    fs::write(&path, &bytes).expect("the output folder can be written");
    let class_names: Vec<String> = classes.iter().map(|class| format!("Class::{class}")).collect();
    let packed = format!(
        "Packed {{ length: {}, hash: {:#x}, words: {}, senses: {}, concepts: {}, weights: {lists_end}, classes: &[{}] }}",
        bytes.len(),
        hash(&bytes),
        words.len(),
        senses.iter().map(Vec::len).sum::<usize>(),
        concepts.len(),
        class_names.join(","),
    );
    let _ = writeln!(
        code,
        "/// The word lists of `{language}`.\npub static {name}: Lexicon = Lexicon {{ tag: {language:?}, built_in: if cfg!(feature = \"tables\") {{ Some(include_bytes!({path:?}) as &[u8]) }} else {{ None }}, tables: OnceLock::new(), packed: {packed}, units: &[{}], currencies: &[{}], intervals: &[{}], day_parts: &[{}], named: &[{}] }};",
        rows(lists, "Unit", |row| format!(
            "Unit {{ symbol: {:?}, dimension: Dimension::{}, numerator: {}, denominator: {}, offset: {} }}",
            row[0], row[1], row[2], row[3], row[4]
        )),
        rows(lists, "Currency", |row| format!("{:?}", row[0])),
        rows(lists, "Interval", |row| format!("({}, {})", row[0], row[1])),
        rows(lists, "DayPart", |row| format!("({}, {})", row[0], row[1])),
        rows(lists, "Word", |row| format!("Word::{}", row[0])),
    );
}

/// The columns one behind the other, as `Packed` in `language::lexicon` describes them.
fn pack(words: &[&String], senses: &[Vec<Sense>], classes: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut before = "";
    let mut tails = String::new();
    for word in words {
        // Whole characters, so that the tails are text.
        let like = before.chars().zip(word.chars()).take_while(|(left, right)| left == right);
        let shared: usize = like.map(|(character, _)| character.len_utf8()).sum();
        bytes.push(u8::try_from(shared).expect("no word is that long"));
        tails.push_str(&word[shared..]);
        tails.push('\n');
        before = word;
    }
    bytes.extend(senses.iter().map(|senses| u8::try_from(senses.len()).expect("no word has that many senses")));
    let all = || senses.iter().flatten();
    bytes.extend(all().map(|sense| sense.class));
    bytes.extend(all().map(|sense| sense.rest.len() as u8));
    for class in 0..classes {
        for sense in all().filter(|sense| usize::from(sense.class) == class) {
            push_signed(&mut bytes, sense.value);
        }
    }
    bytes.extend(all().flat_map(|sense| &sense.rest).flat_map(|&word| (word as u16).to_le_bytes()));
    bytes.extend(tails.as_bytes());
    bytes
}

/// Seven bits a byte, the lowest first, the highest bit set where another byte follows; the sign is the lowest bit.
fn push_signed(bytes: &mut Vec<u8>, value: i64) {
    let mut left = (value << 1 ^ value >> 63) as u64;
    while left >= 0x80 {
        bytes.push(left as u8 | 0x80);
        left >>= 7;
    }
    bytes.push(left as u8);
}

fn rows(lists: &Lists, class: &str, show: impl Fn(&[String]) -> String) -> String {
    lists.rows.get(class).map(|rows| rows.iter().map(|row| show(row)).collect::<Vec<_>>().join(",")).unwrap_or_default()
}

/// FNV-1a of 64 bits, as in `language::lexicon`: it tells a file of another version, and guards against nothing else.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3))
}
