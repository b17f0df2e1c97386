//! Word lists of a language, packed by `build.rs` and unpacked at the first look-up.
//!
//! With the tagger's weights they are one file a language. The feature `tables` compiles it in; without that feature
//! it is handed over before the first look-up ([`Lexicon::load`]), which lets a page stand before it has come.
//!
//! A list entry is a phrase of one word or more with a [`Class`] and a value. [`Lexicon::entry`] turns a word
//! into a number once; after that phrases are compared by numbers alone.

use std::sync::OnceLock;

use packed::{Packed, Tables};

mod class_set;
mod packed;
mod unit;
mod word;

pub use class_set::ClassSet;
pub use packed::hash_of_file;
pub use unit::{Dimension, Unit};
pub use word::Word;

include!(concat!(env!("OUT_DIR"), "/lexicon.rs"));

/// What a phrase of a word list means. The value of an entry is explained at its class.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// A number word below a hundred; its value.
    Cardinal,
    /// A word that multiplies the number before it (hundred, million, dozen); the factor.
    Scale,
    /// An ordinal word; its value.
    Ordinal,
    /// A fraction word that is no ordinal (half, quarters); the denominator.
    Fraction,
    /// A word that makes the number behind it negative; 1 where news means something else by it.
    Minus,
    /// The word for the decimal point.
    Point,
    /// Words between a part and its whole (one in five, two out of three); 0 where the part may be the greater.
    OutOf,
    /// A place in an order from its end or from here; the list explains the numbers.
    Place,
    /// A word for an unclear number (several, dozens); a row of [`Lexicon::interval`].
    Interval,
    /// Words that bound or loosen the number behind them; the list explains the numbers.
    Bound,
    /// The same behind the number ("or more", "or so").
    PostBound,
    /// A word behind a fraction that makes it a share (of, more, as).
    Sharing,
    /// A word before a fraction that makes it a share (by a fifth, in half).
    Measuring,
    /// A word before "from" that makes two numbers one range (ranging, anywhere).
    Spread,
    /// A word behind which "over" and "under" bound a length of time (for over three years).
    Lasting,
    /// Plurals of what takes its time, before which "over" is during (seasons, sessions).
    Stretch,
    /// Words before a length of time in which something went on or was counted (over, during, past).
    During,
    /// Words before a noun or a participle for one of two sorts of it: above zero the one, below zero the other.
    Contrast,
    /// Words for more than half of something; 1 for those that begin with "most".
    Majority,
    /// Words before a fraction that put the parts of a whole in order; 1 where an adjective stands between.
    Rank,
    /// Words that make an ordinal count (its fifth day in a row); the list explains the numbers.
    Serial,
    /// Words that make the length of time before them an age (old, of age).
    Old,
    /// A word that makes the number behind it an age (aged).
    Aged,
    /// A word for nothing counted (no, none, nobody).
    Nothing,
    /// A unit of measure; a row of [`Lexicon::unit`].
    Unit,
    /// A currency's name or sign; a row of [`Lexicon::currency`].
    Currency,
    /// Per cent; 0 for per cent, 1 for percentage points, 2 for basis points.
    Percent,
    /// A month, 1 to 12.
    Month,
    /// A day of the week, 0 for Monday.
    Weekday,
    /// The plural of a day of the week, 0 for Mondays.
    Weekdays,
    /// "A couple of" before a unit of the calendar; how many.
    Couple,
    /// "A quarter of an", before an hour; how many quarters.
    QuartersOf,
    /// A part of the day; a row of [`Lexicon::day_part`].
    DayPart,
    /// A day by its distance from today, in days.
    RelativeDay,
    /// A night by its day's distance from today.
    RelativeNight,
    /// Last, next, this: −1, 1, 0.
    RelativeStep,
    /// The same from a time told before: the previous, the following, that.
    NarrativeStep,
    /// A day by its distance from a time told before.
    NarrativeDay,
    /// A unit of the calendar; the list explains the numbers.
    CalendarUnit,
    /// What follows a number of units: ago, later; the list explains the numbers.
    Distance,
    /// A season, 0 for spring (northern reading: from March).
    Season,
    /// A feast; month × 100 + day, or a rule that the list explains.
    Holiday,
    /// A decade of the twentieth century by its name; 90 for the nineties.
    DecadeName,
    /// a.m. and p.m.: 0 and 12 hours.
    Meridiem,
    /// The letter of a.m. or p.m. alone: 0 and 12 hours.
    ShortMeridiem,
    /// Words behind a time that bound it: 1 from it on, 4 up to it.
    PostTimeBound,
    /// The end of a range that lasts: now.
    Now,
    /// A word before a year that belongs to it: "the year 2008".
    YearWord,
    /// A word before a year: 1 hardly a quantity may follow, 2 one may, 3 it belongs to the noun behind the year.
    YearLead,
    /// Words behind a year: 0 of this era, 1 before it.
    Era,
    /// A word before "to" and a year: dates back.
    DatingBack,
    /// "O'clock".
    OClock,
    /// A mark behind a time of four digits: hrs, hours.
    HourMark,
    /// A word before a number that makes it a time by the clock: "at 08.47".
    ClockLead,
    /// A word between the ends of a range; 1 where "between" must stand before it.
    RangeLink,
    /// A time zone; minutes ahead of UTC.
    Zone,
    /// A time zone that the words do not settle.
    LocalZone,
    /// A time zone with summer time; minutes ahead of UTC in winter.
    SummerZone,
    /// A word that starts a time; how it bounds it, as the list explains.
    TimePreposition,
    /// A word that starts a stretch in the past: since.
    SinceWord,
    /// Words that loosen a time: 1 around, 2 shortly before, 3 shortly after.
    TimeShade,
    /// Before a number of units that reach to publication or from it (last, next): −1, 1.
    Reach,
    /// The same before one unit: "the past year".
    SingleReach,
    /// "Week of", "week beginning": a day of it stands behind.
    WeekOf,
    /// A short form for the end of the running month or year; the number of its unit.
    AbbreviatedEnd,
    /// Before a unit of a period: the one at its end.
    PeriodEnd,
    /// A part of a period: early, mid, late, the end of; the list explains the numbers.
    PeriodPart,
    /// A word that puts what follows into the future.
    FutureCue,
    /// A verb whose present tense tells of what is planned.
    ScheduleVerb,
    /// A word that puts it into the past.
    PastCue,
    /// A verb for moving something to another time.
    Rescheduling,
    /// A verb of asking, promising or meaning to in the present, whose infinitive is still to come.
    Prospect,
    /// A word before an article's date; 1 for that of a later version.
    Publishing,
    /// A word that makes a quarter a part of a match.
    MatchCue,
    /// A name that holds a word of the calendar and is no time.
    NotTime,
    /// A verb of saying; 0 neutral, 1 claim, 2 deny, 3 confirm.
    Report,
    /// A verb of which any subject is a speaker (said, told, wrote).
    Saying,
    /// A verb that is one of saying only beside words in quotation marks (asked, joked, called).
    QuoteVerb,
    /// A verb that says what somebody holds a thing to be (called).
    Naming,
    /// A verb behind which stands who listens (told).
    Listener,
    /// "According to" and its like: the speaker stands behind.
    AccordingTo,
    /// A word behind a verb of saying that opens how, when or where it was said.
    SpokenTo,
    /// A preposition that hangs more words on a speaker.
    SpeakerLink,
    /// A relative pronoun.
    Relative,
    /// A pronoun that speaks; the list explains the numbers.
    SpeakingPronoun,
    /// A pronoun for whoever speaks (I, we, our).
    FirstPerson,
    /// A speaker without a name; the list explains the numbers.
    SpeakerSort,
    /// A noun before the title of a work.
    Work,
    /// A word of doubt (reportedly, may, allegedly); the list explains the numbers.
    Hedge,
    /// Words for what nobody can tell yet (unclear, no word on).
    Unknown,
    /// What, once denied, leaves a statement open (clear, confirm).
    Evident,
    /// A verb that decides whether what hangs on it is so: 0 it is not (fail), 1 it is (manage).
    Implicative,
    /// A word that denies a noun: 0 before it (no), 1 in its place (nobody), 2 a preposition (without),
    /// 3 an adverb (no longer).
    Negative,
    /// Words behind a negation that limit what it denies; the list explains the numbers.
    Limit,
    /// A word that opens a clause that need not be so (if, until).
    Conditional,
    /// A word for a part of many (some, most).
    Quantifier,
    /// A verb that leaves it to a noun to say what happened (suffer, report); by its dictionary form.
    Support,
    /// A noun for what plays a part in an event; the list explains the numbers.
    Thing,
    /// A verb or a noun beside which a role of an event stands; the list explains the numbers.
    Thematic,
    /// A word of a pair of which one denies the other, by its dictionary form: the pair's number, below zero for the
    /// one that denies.
    Antonym,
    /// A word that opens what is said or feared; the list explains the numbers.
    Complementizer,
    /// A word that negates (not, never).
    Negation,
    /// A noun for people; 0 where it says nothing of their sort (people, victims), 1 where it does (officers).
    Person,
    /// A role that speaks (police, spokeswoman, officials, ministry).
    Role,
    /// A word before a person's name that is no part of it; 0 a form of address (Mr), 1 a rank or an
    /// office, 2 one after which places are called too (King).
    Title,
    /// A noun for one person by office, work or kin (mayor, nurse, brother).
    Agent,
    /// A noun that ends an organisation's name or stands before it (university, rail).
    Body,
    /// The ending of a company's name (Ltd).
    CompanyEnding,
    /// A noun for an organisation that needs no name; 0 the organisation (the court), 1 its people (troops).
    Group,
    /// A name of an organisation with several names; those of one organisation share the number.
    Alias,
    /// A noun for a place; 0 a thing (bridge, airport), 1 what people live in (town, province), 2 a thing after which
    /// families are called too (marsh).
    Site,
    /// A side or a part of a place (roof, north, outskirts).
    SitePart,
    /// A word that begins a place's name (Mount, Piazza).
    SiteFront,
    /// The name of what lies in no one country: a continent, a sea, a wider region.
    Region,
    /// A noun that opens or ends the name of what is neither somebody nor somewhere (Hurricane, Cup, Post).
    Named,
    /// A word before a place; 0 hardly before anything else that has a name, 1 and 2 often.
    PlacePreposition,
    /// A verb or noun that may tell one happening with others of its set; the number of the set.
    Kin,
    /// A preposition by what it says of a place or a length; the list explains the numbers.
    Way,
    /// A word with a capital that names no person, organisation or place (Christmas, Islam, GMT).
    NotName,
    /// A given name with other forms; those of one name share the number.
    GivenName,
    /// A word that tells somebody's sex: 1 a man's, 2 a woman's.
    Sex,
    /// A small word inside a name; 0 between its words (of), 1 also before a surname (van).
    Particle,
    /// A set of words for one happening or thing; a row of [`Lexicon::concept`].
    Concept,
    /// Words before what a change began from (up from, compared with).
    Earlier,
    /// A preposition for what comes along (with).
    Accompaniment,
    /// A pronoun for an owner (his, their).
    Possessive,
    /// Words that count people by themselves (dead, missing, toll).
    Toll,
    /// What becomes of people, and from 100 on of things, by the names of concepts: numbers of two fates are two numbers.
    Fate,
    /// A word for what is so as a rule ("usually", "on a normal day").
    Habitual,
    /// A verb by which what is told of comes to a number ("turnout reached", "the dead number").
    Level,
    /// A word that makes a number told of its owner an age ("the oldest was 84", "their average age").
    Ageing,
    /// An adjective that says what a length is of ("24 km deep").
    Extent,
    /// Words that make a part of a whole (including, of them, among).
    Subset,
    /// Words that add to a number given before (another, more, others).
    Extra,
    /// A word that rules name; [`Lexicon::named`] tells as which [`Word`].
    Word,
    /// Function words, left out when texts are compared by content.
    Stop,
    /// An abbreviation that does not end a sentence (Mr., Gen., vs.).
    Abbreviation,
    /// An abbreviation that may end one (p.m., Inc., Jan.).
    LooseAbbreviation,
    /// A name before which a number is no quantity (Highway, Flight, No., Article).
    Designator,
    /// A thing that numbers only name or address (text to 50555, call).
    Contact,
    /// A verb that says next to nothing without its object.
    Light,
    /// A noun that says when, where or how much after another noun.
    Adverbial,
    /// A noun for a number as such (figure, toll).
    Figure,
    /// An auxiliary; the list explains the numbers.
    Auxiliary,
    /// Words between an auxiliary and the verb that stand for one ("going to"); the numbers of `Auxiliary`.
    SemiAuxiliary,
    /// A noun for what befalls somebody (death, arrest, loss).
    Happening,
    /// A word that opens a clause; as a determiner ("that night") it does not.
    ClauseOpener,
    /// A word that links a number to what it is about; the list explains the numbers.
    Link,
    /// A past form of a verb that needs an object.
    Transitive,
    /// An irregular form that is the past alone (fell); the entry of the verb.
    Past,
    /// An irregular form that is the participle alone (fallen); the entry of the verb.
    Participle,
    /// An irregular form that is both (found); the entry of the verb.
    PastOrParticiple,
    /// An irregular plural; the entry of the noun.
    Plural,
    /// Another irregular form of a verb or a function word; the entry of the plain word.
    OtherForm,
    /// An irregular comparative or superlative; the entry of the plain word.
    Degree,
    /// An ending behind a hyphen, before which a verb has lost an e (1) or has not (0).
    Restore,
    /// A verb form that is common in headlines and reports and is taken for a verb without a tag.
    Verb,
    /// A verb that tells the same of two whichever of them stands first, by its plain form.
    Mutual,
    /// An auxiliary that only several take ("Leicester have").
    PluralAuxiliary,
}

/// A word's number in a lexicon; 0 for a word that no list has.
pub type Entry = u16;

/// One meaning of a word, or of a phrase that begins with it.
#[derive(Debug, Clone, Copy)]
pub struct Sense {
    /// What it means.
    pub class: Class,
    /// The value, as its class explains.
    pub value: i32,
    /// Where the further words of the phrase begin.
    rest: u16,
    /// How many further words there are.
    more: u8,
}

impl Sense {
    /// How many words the phrase has.
    #[must_use]
    pub const fn words(&self) -> usize {
        self.more as usize + 1
    }
}

/// The word lists of one language.
#[derive(Debug)]
pub struct Lexicon {
    tag: &'static str,
    /// The file, where it is compiled in.
    built_in: Option<&'static [u8]>,
    packed: Packed,
    tables: OnceLock<Tables>,
    units: &'static [Unit],
    currencies: &'static [&'static str],
    intervals: &'static [(i64, i64)],
    day_parts: &'static [(i32, i32)],
    named: &'static [Word],
}

impl Lexicon {
    /// The language's BCP 47 tag.
    #[must_use]
    pub const fn tag(&self) -> &'static str {
        self.tag
    }

    /// Whether a file is the one with this language's tables, of this version of the engine.
    #[must_use]
    pub fn is_file(&self, file: &[u8]) -> bool {
        self.packed.describes(file)
    }

    /// Unpacks the tables out of the file with them; another file changes nothing, nor does a second one.
    pub fn load(&self, file: &'static [u8]) {
        if self.is_file(file) {
            self.tables.get_or_init(|| self.packed.unpack(file));
        }
    }

    /// Whether there are tables to look up in: they are compiled in or have been loaded.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.built_in.is_some() || self.tables.get().is_some()
    }

    /// The weights of the language's tagger, as `cargo xtask train-tagger` packs them.
    pub(super) fn weights(&self) -> &'static [u8] {
        self.tables().weights
    }

    /// The number of a word, whatever its case; 0 when no list has it.
    ///
    /// ```
    /// use variorum::language::lexicon::EN;
    /// assert_eq!(EN.entry("Tuesday"), EN.entry("TUESDAY"));
    /// assert_eq!(EN.entry("xyzzy"), 0);
    /// ```
    #[must_use]
    pub fn entry(&self, word: &str) -> Entry {
        let mut folded = [0; LONGEST_WORD];
        fold(word, &mut folded).map_or(0, |(length, hash)| self.tables().find(&folded[..length], hash))
    }

    /// The classes that a word is in, by itself or as the first of a phrase.
    #[must_use]
    pub fn classes(&'static self, entry: Entry) -> &'static ClassSet {
        entry.checked_sub(1).map_or(&ClassSet::NONE, |index| &self.tables().sets[usize::from(index)])
    }

    /// The word of a number, as the lists write it.
    #[must_use]
    pub fn word(&self, entry: Entry) -> &str {
        entry.checked_sub(1).map_or("", |index| self.tables().word(index))
    }

    /// The meanings that begin with a word, longer phrases first.
    #[must_use]
    #[inline]
    pub fn senses(&self, entry: Entry) -> &[Sense] {
        let tables = self.tables();
        match usize::from(entry) {
            0 => &[],
            entry => &tables.senses[usize::from(tables.starts[entry - 1])..usize::from(tables.starts[entry])],
        }
    }

    /// The tables; [`crate::compare`] and [`crate::read`] see to it that there are any.
    #[inline]
    fn tables(&self) -> &Tables {
        let built_in = || self.built_in.expect("the tables are loaded before the first look-up");
        self.tables.get_or_init(|| self.packed.unpack(built_in()))
    }

    /// The value of a single word in a class.
    #[must_use]
    pub fn value(&self, entry: Entry, class: Class) -> Option<i32> {
        self.senses(entry).iter().find(|sense| sense.class == class && sense.more == 0).map(|sense| sense.value)
    }

    /// The longest phrase of a class that begins a run of words.
    #[must_use]
    pub fn phrase(&self, mut words: impl Iterator<Item = Entry> + Clone, class: Class) -> Option<&Sense> {
        let first = words.next()?;
        let tables = self.tables();
        self.senses(first).iter().filter(|sense| sense.class == class).find(|sense| {
            let rest = &tables.rest[usize::from(sense.rest)..usize::from(sense.rest) + usize::from(sense.more)];
            let mut words = words.clone();
            rest.iter().all(|&word| words.next() == Some(word))
        })
    }

    /// Hands on the values of all phrases of a class that begin a run of words.
    pub fn each_phrase(&self, words: &[Entry], class: Class, mut found: impl FnMut(i32)) {
        let tables = self.tables();
        let Some((&first, words)) = words.split_first() else { return };
        for sense in self.senses(first).iter().filter(|sense| sense.class == class) {
            let rest = &tables.rest[usize::from(sense.rest)..usize::from(sense.rest) + usize::from(sense.more)];
            if words.starts_with(rest) {
                found(sense.value);
            }
        }
    }

    /// A row of the units.
    #[must_use]
    pub fn unit(&self, row: i32) -> Option<&'static Unit> {
        self.units.get(usize::try_from(row).ok()?)
    }

    /// A currency's code.
    #[must_use]
    pub fn currency(&self, row: i32) -> Option<&'static str> {
        self.currencies.get(usize::try_from(row).ok()?).copied()
    }

    /// The name of a set of words.
    #[must_use]
    pub fn concept(&self, row: i32) -> Option<&'static str> {
        self.tables().concepts.get(usize::try_from(row).ok()?).copied()
    }

    /// How many sets of words there are.
    #[must_use]
    pub const fn concepts(&self) -> usize {
        self.packed.concepts
    }

    /// The name by which rules know a word.
    #[must_use]
    pub fn named(&self, entry: Entry) -> Word {
        let row = self.value(entry, Class::Word).and_then(|row| usize::try_from(row).ok());
        row.and_then(|row| self.named.get(row).copied()).unwrap_or_default()
    }

    /// A part of the day in minutes from midnight, half-open; above 1440 on the next day.
    #[must_use]
    pub fn day_part(&self, row: i32) -> Option<(i32, i32)> {
        self.day_parts.get(usize::try_from(row).ok()?).copied()
    }

    /// The least and the greatest value of an unclear number.
    #[must_use]
    pub fn interval(&self, row: i32) -> Option<(i64, i64)> {
        self.intervals.get(usize::try_from(row).ok()?).copied()
    }
}

/// Bytes that the longest word of the lists may have; a test looks every word up.
const LONGEST_WORD: usize = 32;

/// Writes a word in lower case with straight apostrophes and hyphens, and says how many bytes it takes and what they
/// hash to; none when it is longer than any word of the lists.
///
/// Lists hold lower-case words in their composed form; only ASCII and the letters that lower-case to one
/// character are folded, which is every letter that the lists use.
fn fold(word: &str, folded: &mut [u8; LONGEST_WORD]) -> Option<(usize, u32)> {
    if word.is_ascii() {
        let room = folded.get_mut(..word.len())?;
        let mut hash = packed::HASH_OF_NOTHING;
        // One by one: words are short, and on wasm32 a copy of a few bytes is a call.
        for (folded, byte) in room.iter_mut().zip(word.bytes()) {
            *folded = byte.to_ascii_lowercase();
            hash = packed::hash_with(hash, *folded);
        }
        return Some((word.len(), hash));
    }
    let mut length = 0;
    for character in word.chars() {
        let character = match character {
            _ if character.is_ascii() => character.to_ascii_lowercase(),
            '’' | 'ʼ' => '\'',
            '‐' | '‑' => '-',
            _ => character.to_lowercase().next().unwrap_or(character),
        };
        let room = folded.get_mut(length..length + character.len_utf8())?;
        length += character.encode_utf8(room).len();
    }
    Some((length, packed::hash(&folded[..length])))
}
