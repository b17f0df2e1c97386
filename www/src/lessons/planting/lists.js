// What is put in place of what. Each list is of one sort, so that a change reads as the report itself might have read.

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** From two on: "one" is as often a pronoun. */
export const NUMERALS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen', 'twenty'];

export const SURNAMES = [
  'Abbott', 'Adeyemi', 'Alvarez', 'Barnett', 'Bergman', 'Brennan', 'Calloway', 'Castell', 'Chandra', 'Dalgleish', 'Dawson',
  'Duarte', 'Eastman', 'Ellery', 'Farrow', 'Ferrante', 'Finlay', 'Garrick', 'Gomes', 'Granger', 'Hallam', 'Haddad', 'Hobson',
  'Ibsen', 'Ingram', 'Jarvis', 'Jensen', 'Kessler', 'Khalid', 'Kirwan', 'Lambert', 'Lindqvist', 'Lowery', 'Madsen', 'Marlowe',
  'Mehta', 'Nolan', 'Norwood', 'Okoro', 'Osborne', 'Palmer', 'Pereira', 'Quinlan', 'Ramsey', 'Reinhardt', 'Rossi', 'Sandoval',
  'Schuster', 'Selby', 'Tanner', 'Thorne', 'Tomlin', 'Underhill', 'Vance', 'Vasquez', 'Walden', 'Whitlock', 'Yates', 'Zeller',
];

export const COUNTRIES = ['Argentina', 'Australia', 'Austria', 'Belgium', 'Brazil', 'Canada', 'Chile', 'China', 'Colombia', 'Denmark', 'Egypt', 'Finland', 'France', 'Germany', 'Ghana', 'Greece', 'India', 'Indonesia', 'Ireland', 'Israel', 'Italy', 'Japan', 'Kenya', 'Mexico', 'Morocco', 'Nigeria', 'Norway', 'Pakistan', 'Peru', 'Poland', 'Portugal', 'Russia', 'Spain', 'Sweden', 'Switzerland', 'Turkey', 'Ukraine', 'Vietnam'];

export const CITIES = ['Amsterdam', 'Athens', 'Baghdad', 'Bangkok', 'Barcelona', 'Beijing', 'Berlin', 'Bogota', 'Boston', 'Brussels', 'Budapest', 'Cairo', 'Chicago', 'Copenhagen', 'Delhi', 'Dublin', 'Geneva', 'Hamburg', 'Helsinki', 'Houston', 'Istanbul', 'Jakarta', 'Johannesburg', 'Karachi', 'Kyiv', 'Lagos', 'Lima', 'Lisbon', 'London', 'Madrid', 'Manila', 'Melbourne', 'Milan', 'Moscow', 'Mumbai', 'Munich', 'Nairobi', 'Oslo', 'Ottawa', 'Paris', 'Prague', 'Rome', 'Santiago', 'Seoul', 'Stockholm', 'Sydney', 'Tokyo', 'Toronto', 'Vienna', 'Warsaw', 'Washington', 'Zurich'];

/** Small places, which a reader takes for any small place. */
export const TOWNS = ['Ashford', 'Brackley', 'Coldwell', 'Danbridge', 'Elmstead', 'Fairhaven', 'Glenmoor', 'Hartley', 'Kingsbury', 'Langford', 'Millbrook', 'Northam', 'Oakridge', 'Redfield', 'Stanmore', 'Thornby', 'Westbrook'];

/** Who may stand as a speaker where the report names nobody else who could. */
export const ROLES = ['a local official', 'a government spokesman', 'a company spokeswoman', 'a senior adviser', 'a police source'];

/**
 * Words that a quotation may turn on. Each stands for the other in the same form, whatever stands beside it: "all" is left
 * out, since "all the cups" would become "some the cups".
 */
const PAIRS = `
always often|bad good|before after|best worst|better worse|big small|bigger smaller|calm tense|clear unclear|cold hot
dangerous safe|difficult easy|early late|easier harder|everybody nobody|everything nothing|fast slow|first last|full empty
great modest|happy sad|hard easy|high low|higher lower|huge tiny|important urgent|large small|larger smaller|loud quiet
many few|never rarely|new old|necessary useful|night morning|only also|open closed|other same|possible certain
quickly slowly|rise fall|serious slight|should could|simple complex|strong weak|stronger weaker|sudden gradual|sure unsure
terrible awful|thick thin|today tomorrow|together apart|twice once|very fairly|want need|wants needs|weeks days
willing unwilling|years months|must may|will might|win lose|winning losing|hope fear|hopes fears|proud ashamed
brave reckless|noise smell|magnificent hopeless|wonderful dreadful|shocked relieved|angry pleased|mistake success
problem solution|help blame|save sell|rebuild restart|destroyed damaged|friends strangers|children adults
`;

/** @type {ReadonlyMap<string, string>} */
export const RIVALS = new Map(
  PAIRS.trim()
    .split(/[|\n]/)
    .map((pair) => /** @type {[string, string]} */ (pair.split(' ')))
    .flatMap(([left, right]) => /** @type {[string, string][]} */ ([[left, right], [right, left]]))
    // Where a word has two rivals, the one that is listed under itself stands.
    .reverse(),
);

/** What is named by its last word: of the Tessamine River, only the first word is another. */
export const LANDMARKS = ['Avenue', 'Bay', 'Beach', 'Bend', 'Bridge', 'Canal', 'County', 'District', 'Drive', 'Forest', 'Harbour', 'Harbor', 'Hill', 'Hills', 'Island', 'Islands', 'Lake', 'Lane', 'Park', 'Point', 'Port', 'Province', 'River', 'Road', 'Square', 'Station', 'Street', 'Valley', 'Way'];

/** Verbs that take a "not", or a word of doubt, behind them. */
export const AUXILIARIES = ['was', 'were', 'is', 'are', 'has', 'have', 'had', 'will', 'would', 'could', 'should', 'can', 'may', 'might', 'must'];

/** Words of doubt that stand behind an auxiliary; each can be taken out again without a trace. */
export const DOUBTS = ['reportedly', 'apparently', 'possibly', 'allegedly', 'probably', 'supposedly'];
