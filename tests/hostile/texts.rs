//! Texts made to be slow, as they are compared, diffed and brought in; `benches/hostile.rs` measures them.
//!
//! Pieces of a few words over and over were found by trying some four thousand at random: most of [`PIECES`] once took twenty
//! times the work of an ordinary text of its length, or three hundred.

use std::{fs, path::Path};

/// Something to be done with a text.
pub(crate) enum Work {
    /// Articles of one event that are compared.
    Compare(Vec<String>),
    /// Two texts that are compared word by word.
    Diff(String, String),
    /// A file of this name that is brought in.
    Import(&'static str, String),
}

/// `piece` over and over, up to `bytes` bytes.
pub(crate) fn filled(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes / piece.len())
}

/// What stands before each text, so that its language is told and it is not left unread.
pub(crate) const LEAD: &str = "The mayor said on Monday that the people who were in the house when it began to burn had been told to \
    leave it by the police, and that nobody was hurt in it. It was not known how the fire had started.\n\n";

/// Names without end, none of them twice.
pub(crate) fn name(at: usize) -> String {
    const SYLLABLES: [&str; 10] = ["ka", "lo", "mi", "ter", "van", "dor", "sel", "bru", "ne", "sto"];
    let word: String = at.to_string().bytes().map(|digit| SYLLABLES[usize::from(digit - b'0')]).collect();
    word[..1].to_uppercase() + &word[1..]
}

/// As many of some sentences as fit into `bytes` bytes.
pub(crate) fn sentences(bytes: usize, sentence: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    let mut at = 0;
    while text.len() < bytes {
        text += &sentence(at);
        at += 1;
    }
    text
}

/// Sentences of news English that all differ, by number.
pub(crate) fn sentence(at: usize) -> String {
    const WHO: [&str; 7] = ["Police", "The mayor", "Ada Lindqvist", "The union", "A witness", "Officials", "The board"];
    const WHAT: [&str; 6] = ["boats", "workers", "houses", "vans", "letters", "sheep"];
    const DID: [&str; 5] = ["were counted", "were lost", "were found", "had been moved", "were damaged"];
    const DAY: [&str; 5] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"];
    let (who, what, did, day) = (WHO[at % 7], WHAT[at / 7 % 6], DID[at / 3 % 5], DAY[at / 11 % 5]);
    format!("{who} said {} {what} {did} in street {} on {day} at a cost of ${}m. ", at % 97 + 2, at % 501, at % 13 + 1)
}

pub(crate) fn prose(from: usize, bytes: usize) -> String {
    let mut text = String::new();
    let mut at = from;
    while text.len() < bytes {
        text += &sentence(at);
        at += 1;
        if at.is_multiple_of(4) {
            text += "\n\n";
        }
    }
    text.truncate(text.floor_char_boundary(bytes));
    text
}

/// Pieces that were slow over and over.
pub(crate) const PIECES: [&str; 24] = [
    "in Tuesday Monday night she saidbecause ",
    "police last week ‘ Inc may ",
    "buffalo no last week By  . ",
    "a nurse Tuesday the mayor in Tuesday’s ",
    "*  . because March 3 IBM . ",
    "the mayor last week who not because ",
    "” was killed two Monday night \n said ",
    "7 per cent 9:40 p.m. ",
    "fire By  U.S. ",
    ") 12. ",
    "12; . ",
    "12 of the “ ",
    "buffalo of ",
    "Tuesday may ",
    "IBM no ",
    "born one. ",
    "if last week é 12 ",
    "killed in Inc ",
    "of Tuesday aged 43 or . ",
    "charged with theft a.m. ",
    "9:40 p.m. third $5m between % killed ",
    "to Tuesdaythe Tuesday ",
    "[ between last week a.m. half born",
    "7 per cent🙂 not was killed–",
];

/// A name, and the text of so many bytes that it stands for.
pub(crate) type Case = (&'static str, fn(usize) -> Work);

/// What may be slow as it stands.
pub(crate) const CASES: [Case; 41] = [
    ("only quotation marks", |bytes| pair(&filled("“ the ” ", bytes))),
    ("only straight marks", |bytes| pair(&filled("\" ", bytes))),
    ("only names", |bytes| pair(&sentences(bytes, |at| format!("{} {} the ", name(at), name(at / 2))))),
    ("only one name", |bytes| pair(&filled("Ann Lee the ", bytes))),
    ("only said", |bytes| pair(&filled("said ", bytes))),
    ("only numbers", |bytes| pair(&sentences(bytes, |at| format!("{} the ", at * 7919 % 9973)))),
    ("only one number", |bytes| pair(&filled("12 the ", bytes))),
    ("only dates", |bytes| pair(&sentences(bytes, |at| format!("on {} March {} ", at % 28 + 1, 1900 + at % 120)))),
    ("only and", |bytes| pair(&filled("and ", bytes))),
    ("only buffalo", |bytes| pair(&filled("buffalo ", bytes))),
    ("only denials", |bytes| pair(&filled("He did not say that nobody was not hurt. ", bytes))),
    ("only ages", |bytes| pair(&sentences(bytes, |at| format!("{}, {}, ", name(at), at % 90 + 9)))),
    ("one letter", |bytes| pair(&filled("x", bytes))),
    ("one digit", |bytes| pair(&filled("9", bytes))),
    ("a sentence without a stop", |bytes| pair(&prose(0, bytes).replace(['.', '\n'], ","))),
    ("numbers of 10,000 digits", |bytes| pair(&filled(&format!("and {} people, ", "1234567890".repeat(1000)), bytes))),
    ("quotes within quotes", |bytes| pair(&format!("{}12{}", filled("“he said ", bytes / 2), filled("” ", bytes / 4)))),
    ("brackets within brackets", |bytes| pair(&format!("{}12{}", "(".repeat(bytes / 2), ")".repeat(bytes / 2)))),
    ("marks on a letter", |bytes| pair(&filled("e\u{301}\u{36f}\u{323}", bytes))),
    ("paragraphs of a letter", |bytes| pair(&filled("x\n\n", bytes))),
    ("everybody speaks", |bytes| {
        pair(&sentences(bytes, |at| format!("“We ran {} {} away,” said {} Lee. ", at % 997, name(at), name(at / 3))))
    }),
    ("claims and their opposites", |bytes| {
        pair(&sentences(bytes, |at| {
            format!("The mayor {} the mill of {}. ", ["closed", "did not close"][at % 2], name(at))
        }))
    }),
    ("one sentence over and over", |bytes| {
        pair(&filled("Police said 12 people were hurt in Kelness on Tuesday. ", bytes))
    }),
    ("sixty equal articles", |bytes| sixty(|_| prose(0, bytes))),
    ("sixty articles alike", |bytes| sixty(|at| prose(at * 5, bytes))),
    ("sixty articles of values", |bytes| sixty(|_| sentences(bytes, |at| format!("{} men, ", at % 600 + 2)))),
    ("sixty articles of denials", |bytes| sixty(|_| filled("7 per cent🙂 not was killed–", bytes))),
    ("diff: all words other", |bytes| Work::Diff(words(bytes, |at| at), words(bytes, |at| at + 1_000_000))),
    ("diff: turned round", |bytes| Work::Diff(words(bytes, |at| at), words(bytes, |at| bytes - at))),
    ("diff: another order", |bytes| Work::Diff(words(bytes, |at| at % 997), words(bytes, |at| at * 7919 % 997))),
    ("diff: two words", |bytes| Work::Diff(words(bytes, |at| at % 2), words(bytes, |at| at / 2 % 2))),
    ("diff: ten words", |bytes| {
        Work::Diff(words(bytes, |at| at * at % 101 % 10), words(bytes, |at| (at + 3) * (at + 5) % 103 % 10))
    }),
    ("diff: one word, half as often", |bytes| Work::Diff(filled("a ", bytes), filled("a ", bytes / 2))),
    ("page: elements within each other", |bytes| page(format!("{}12 men", "<div><b>".repeat(bytes / 8)))),
    ("page: bold that is opened again", |bytes| {
        let bold: String = (0..500).map(|at| format!("<b id=x{at}>")).collect();
        page(bold + &filled("<p>Some were hurt.", bytes))
    }),
    ("page: a tag of attributes", |bytes| {
        page(format!("<p {}>12 men were hurt.", sentences(bytes, |at| format!("a{at}=1 "))))
    }),
    ("page: attributes parted by slashes", |bytes| {
        page(format!("<p/{}>12 men were hurt.", sentences(bytes, |at| format!("a{at}/"))))
    }),
    ("page: a long attribute", |bytes| page(format!("<p a=\"{}\">12 men were hurt.", "x".repeat(bytes)))),
    ("page: references", |bytes| page(filled("&amp;&notit;&#x1F600;", bytes))),
    ("page: lists within lists", |bytes| page(filled("<ul><li>", bytes))),
    ("feed: items", |bytes| {
        let items = filled("<item><title>T</title><description>Twelve hurt.</description></item>", bytes);
        Work::Import("a.xml", format!("<rss><channel>{items}</channel></rss>"))
    }),
];

/// What stands for the ordinary of each sort: the reports of `tests/gold/written`, one behind another.
#[must_use]
pub(crate) fn ordinary(like: &Work, bytes: usize) -> Work {
    let reports = reports(60 * bytes.min(20_000).max(bytes / 30));
    let part = |at: usize| {
        let from = reports.ceil_char_boundary(at * bytes % (reports.len() - bytes + 1));
        reports[from..reports.floor_char_boundary(from + bytes)].to_owned()
    };
    match like {
        Work::Compare(texts) if texts.len() > 2 => sixty(part),
        Work::Compare(_) => pair(&part(0)),
        Work::Diff(..) => Work::Diff(part(0), part(1)),
        // Pages have more marks than words.
        Work::Import(..) => {
            let marked =
                part(0).replace(" the ", " <a class=\"link\" href=\"/topic\">the</a> ").replace(" a ", " <b>a</b> ");
            page(marked.replace("\n\n", "</p></div>\n<div class=\"text\"><p>"))
        }
    }
}

/// `bytes` bytes of reports, from the first again where there are not so many.
fn reports(bytes: usize) -> String {
    let mut paths = Vec::new();
    let list = |folder: &Path| {
        fs::read_dir(folder).map_or(Vec::new(), |entries| entries.flatten().map(|at| at.path()).collect())
    };
    for group in list(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/written")) {
        paths.extend(list(&group).into_iter().filter(|path| path.extension().is_some_and(|ending| ending == "txt")));
    }
    paths.sort();
    let all: Vec<String> = paths.iter().map(|path| fs::read_to_string(path).expect("a report is text")).collect();
    let mut text = all.join("\n\n");
    while text.len() < bytes {
        text = format!("{text}\n\n{text}");
    }
    text
}

/// A text against itself with another end, so that neither reading nor comparing can be cut short.
#[must_use]
pub(crate) fn pair(text: &str) -> Work {
    let end = "\n\nPolice said 12 people were hurt on Tuesday.";
    Work::Compare(vec![format!("{LEAD}{text}"), format!("{LEAD}{text}{end}")])
}

fn sixty(text: impl Fn(usize) -> String) -> Work {
    Work::Compare((0..60).map(|at| format!("{LEAD}{}\n\nPolice said {at} people were hurt.", text(at))).collect())
}

fn page(body: String) -> Work {
    Work::Import("a.html", format!("<!doctype html><title>T</title><article><h1>Boat sinks</h1><p>{body}</article>"))
}

/// Words by number.
fn words(bytes: usize, number: impl Fn(usize) -> usize) -> String {
    sentences(bytes, |at| format!("w{} ", number(at)))
}
