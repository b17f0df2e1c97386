//! Words that the grammar asks for one by one.

/// A word or a mark that a rule names: mostly function words, which make the patterns of a language ("between … and",
/// "of whom"). Rules say what they mean by these names; which words of a language they are stands in its
/// `named-words.txt`, so that no rule holds a word of any language.
///
/// ```
/// use variorum::language::lexicon::{EN, Word};
/// assert_eq!(EN.named(EN.entry("an")), Word::A);
/// assert_eq!(EN.named(EN.entry("bridge")), Word::Unnamed);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Word {
    /// No rule names it.
    #[default]
    Unnamed,
    /// Indefinite article ("a", "an").
    A,
    /// Near an amount or a time ("about").
    About,
    /// Higher than ("above").
    Above,
    /// Later than ("after").
    After,
    /// The part of the day ("afternoon").
    Afternoon,
    /// Before an age ("aged").
    Aged,
    /// Behind a length of time, back from now ("ago").
    Ago,
    /// Of somebody, in a race or a poll ("ahead").
    Ahead,
    /// The sign for "and".
    Ampersand,
    /// Joins what is of one sort ("and").
    And,
    /// One more ("another").
    Another,
    /// Whichever ("any").
    Any,
    /// The mark of an owner in the plural.
    Apostrophe,
    /// Near a time ("around").
    Around,
    /// In the part of ("as").
    As,
    /// Before an hour or a place ("at").
    At,
    /// Before a price or an hour.
    AtSign,
    /// The month in full ("august").
    August,
    /// Behind the place where somebody works ("based").
    Based,
    /// Infinitive of the copula ("be").
    Be,
    /// Participle of the copula ("been").
    Been,
    /// Earlier than ("before").
    Before,
    /// Lower than ("below").
    Below,
    /// Under what lies on top ("beneath").
    Beneath,
    /// Opens a range or a choice of two ("between").
    Between,
    /// Before two things ("both").
    Both,
    /// Opens an aside.
    Bracket,
    /// Joins what is set against something ("but").
    But,
    /// Before who does it, or before the latest time ("by").
    By,
    /// Tells a year from January from others ("calendar").
    Calendar,
    /// A young person by a word that tells no kinship ("child", "boy", "girl").
    Child,
    /// Parts clauses and the members of a list.
    Comma,
    /// Was able to ("could").
    Could,
    /// Past of the auxiliary ("did").
    Did,
    /// Before where something heads ("direction").
    Direction,
    /// Towards less ("down").
    Down,
    /// Within a time ("during").
    During,
    /// Every single one ("each").
    Each,
    /// Behind an amount, towards the past ("earlier").
    Earlier,
    /// In the first part of ("early").
    Early,
    /// Before a choice of two ("either").
    Either,
    /// The part of the day ("evening").
    Evening,
    /// Each time ("every").
    Every,
    /// The plural of the length ("feet").
    Feet,
    /// Right after ("following").
    Following,
    /// Before a length of time or a purpose ("for").
    For,
    /// Came to a finding ("found").
    Found,
    /// Opens a range, or before where something begins ("from").
    From,
    /// Behind an owner ("'s").
    Genitive,
    /// One of two parts ("half").
    Half,
    /// Present of the auxiliary of the perfect ("has", "have").
    Have,
    /// One person spoken of before ("he", "she").
    He,
    /// Hers ("her").
    Her,
    /// More than before ("higher").
    Higher,
    /// A person, stressed ("himself", "herself").
    Himself,
    /// Of one man spoken of before ("his").
    His,
    /// Before what a question asks the size of ("how").
    How,
    /// Before a place or a time that holds something ("in").
    In,
    /// Present of the copula ("is", "are").
    Is,
    /// What was spoken of before ("it").
    It,
    /// Of a thing spoken of before ("its").
    Its,
    /// A short form of the month ("jan").
    Jan,
    /// The month in full ("july").
    July,
    /// The month in full ("june").
    June,
    /// Right before now ("last").
    Last,
    /// In the last part of ("late").
    Late,
    /// Behind an amount, towards the future ("later").
    Later,
    /// Has a home ("lives").
    Lives,
    /// Less than before ("lower").
    Lower,
    /// The letter, for metres, millions or minutes ("m").
    M,
    /// A short form of the month ("mar").
    Mar,
    /// The month in full, which is a verb too ("march").
    March,
    /// The month, which is a verb too ("may").
    May,
    /// In the middle of ("mid").
    Mid,
    /// A greater amount ("more").
    More,
    /// The part of the day ("morning").
    Morning,
    /// Of the one who speaks ("my").
    My,
    /// Right after now ("next").
    Next,
    /// The part of the day ("night").
    Night,
    /// Not any ("no").
    No,
    /// Everyday words that are spelt like a time zone ("eat", "cat").
    NoZone,
    /// Of things, how many ("number").
    Number,
    /// Before a whole or an owner ("of").
    Of,
    /// Behind a verb, that something is not done or is left ("off", "out").
    Off,
    /// Before a day ("on").
    On,
    /// The number, or whoever ("one").
    One,
    /// Joins what may be instead ("or").
    Or,
    /// Behind a number in digits, for its place in an order ("st", "nd").
    OrdinalEnding,
    /// Of those who speak ("our").
    Our,
    /// More than, or during ("over").
    Over,
    /// From one day to the next ("overnight").
    Overnight,
    /// Behind minutes, after the full hour; or right before now ("past").
    Past,
    /// For each ("per").
    Per,
    /// A body that takes a verb in the plural ("police").
    Police,
    /// One of four parts ("quarter").
    Quarter,
    /// Of times, one after another ("running").
    Running,
    /// The letter of the plural behind a number ("s").
    S,
    /// A short form of the month ("sept", "sept.").
    Sept,
    /// From a time on ("since").
    Since,
    /// Behind a number, how many there are of a group ("strong").
    Strong,
    /// Behind a comparative ("than").
    Than,
    /// What was spoken of, or opens a clause ("that").
    That,
    /// Definite article ("the").
    The,
    /// Of several spoken of before ("their").
    Their,
    /// Those at hand ("these").
    These,
    /// Several spoken of before ("they").
    They,
    /// The one at hand ("this").
    This,
    /// The ones spoken of ("those").
    Those,
    /// Up to and with ("through").
    Through,
    /// The sign between the ends of a range.
    Tilde,
    /// Up to a time ("till").
    Till,
    /// How long until something ("time").
    Time,
    /// How often ("times").
    Times,
    /// What is torn or broken inside a part of the body ("ligament", "muscle").
    Tissue,
    /// Before the end of a range, a goal or an infinitive ("to").
    To,
    /// The day after ("tomorrow").
    Tomorrow,
    /// Less than, or where something lies ("under").
    Under,
    /// Up to a time ("until").
    Until,
    /// Towards more ("up").
    Up,
    /// Past of the copula ("was", "were").
    Was,
    /// At the time that ("when").
    When,
    /// The person that ("who").
    Who,
    /// Of the person that ("whose").
    Whose,
    /// In less than ("within").
    Within,
    /// The unit of the calendar ("year").
    Year,
    /// The day before ("yesterday").
    Yesterday,
    /// Until now ("yet").
    Yet,
}
