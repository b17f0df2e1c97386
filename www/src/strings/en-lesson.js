// What is said around lessons, in British English: to those who do one, and to those who make one.

/** @import { Finding } from '../../../pkg/web/variorum.js' */
/** @import { ExerciseType } from '../lessons/model.js' */
/** @import { ChangeType } from '../lessons/planting/candidates.js' */

/** @param {number} count @param {string} one @param {string} [many] */
const several = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** What a student is told. It is a part of each lesson that is handed out as a file. */
export const doing = {
  language: 'en',
  lesson: 'Lesson',
  /** @param {number} at @param {string} name */
  exercise: (at, name) => `${at}. ${name}`,
  /** @type {Record<ExerciseType, string>} */
  types: {
    mark: 'Where do the reports differ?',
    planted: 'Find what was changed',
    speakers: 'Who says so?',
    ladder: 'How sure?',
    questions: 'Talk about it',
  },
  altered: 'Altered for class: some facts in this copy were changed on purpose.',
  /** @param {string} name */
  text: (name) => `${name}: mark words`,
  howTo: 'Click or tap words to mark them, or draw over them with the mouse. With the keyboard: arrow keys to move, space to mark, Shift and arrows for more words, Ctrl+Z to undo.',
  guess: 'First guess: do the reports agree on this?',
  /** @type {Record<string, string>} */
  guesses: { conflict: 'They differ', compatible: 'Both can be right', same: 'They say the same' },
  /** @type {Record<string, string>} */
  relations: {
    conflict: 'The reports differ on it.',
    contested: 'The reports themselves give both versions and agree on who says which.',
    compatible: 'Both can be right.',
    same: 'The reports say the same.',
  },
  yourGuess: 'You guessed:',
  markHere: 'Mark this in the texts',
  marking: 'You are marking this now',
  /** @param {string} prompt */
  youMark: (prompt) => `You are marking: ${prompt}`,
  toItem: 'To the question',
  /** @param {number} count */
  marked: (count) => (count === 0 ? 'Nothing marked yet' : `${several(count, 'phrase')} marked`),
  /** @param {number} count */
  toFind: (count) => `${several(count, 'change')} to find`,
  undo: 'Undo',
  clear: 'Clear marks',
  choose: 'Choose …',
  up: 'Move up',
  down: 'Move down',
  /** @param {string} words */
  upNamed: (words) => `Move up: ${words}`,
  /** @param {string} words */
  downNamed: (words) => `Move down: ${words}`,
  surest: 'Surest first',
  yourNotes: 'Your notes',
  hint: 'Hint',
  check: 'Check',
  again: 'Check again',
  reveal: 'Show the answers',
  /** @type {Record<'found' | 'partly' | 'missed', string>} */
  ways: { found: 'Found.', partly: 'Nearly:', missed: 'Not yet:' },
  right: 'Right.',
  notThere: 'none of your marks is on it.',
  partOfIt: 'you have part of it, or have marked more than it.',
  notThisOne: 'look again at who is named beside these words.',
  notThisOrder: 'some pairs are the wrong way round.',
  nothingChosen: 'nothing is chosen.',
  answer: 'Answer:',
  /** @param {number} found @param {number} of */
  tally: (found, of) => `${found} of ${of} found.`,
  /** @param {string} earned @param {string} of */
  points: (earned, of) => `${earned} of ${of} points`,
  /** @param {number} points */
  worth: (points) => (points === 0 ? '' : several(points, 'point')),
  finish: 'Hand in',
  name: 'Your name, or the number your teacher gave you',
  notChecked: 'What you have not checked counts nothing.',
  copyCode: 'Copy result code',
  codeCopied: 'Copied. Paste it where your teacher asks for it.',
  codeShown: 'This browser does not let pages copy. Select the code and copy it yourself.',
  code: 'Result code',
  saveResult: 'Save result as a file',
  saveStatements: 'Save as xAPI statements',
  startAgain: 'Start again',
  startAgainHelp: 'Wipes what you did in this lesson from this device.',
  wiped: 'Wiped. You can start again.',
  kept: 'What you do is kept on this device only, and sent to nobody.',
  keptThere: 'The learning platform keeps what you do, and is told your points.',
  notKept: 'This browser cannot keep what you do: a reload would lose it.',
  noRoom: 'This platform has no room for all your notes. Your answers are kept; copy your notes out before you leave.',
  notKeptThere: 'This platform does not keep what you do. Copy your result code before you leave.',
  terms: 'Words of the newsroom',
  close: 'Close',
  /** @type {Record<string, string>} each explained in one sentence */
  glossary: {
    headline: 'The line in large print above a report.',
    dateline: 'The place and day in front of a report’s first sentence: where and when it was written.',
    lede: 'The opening of a report. It tells the most important thing first.',
    byline: 'The line that names who wrote the report.',
    'wire copy': 'Text from a news agency that many papers print, often word for word.',
    attribution: 'The words that tell who says something: “police said”, “according to the union”.',
    hedge: 'A word that says “perhaps”: may, reportedly, is believed to.',
    quote: 'Somebody’s own words, between quotation marks.',
    correction: 'A note in which a paper says what it had got wrong.',
    speaker: 'The person, group or paper that a report names for a statement.',
  },
  /** @type {Record<'damaged' | 'foreign' | 'newer' | 'changed', string>} */
  errors: {
    damaged: 'This lesson is damaged and cannot be opened. Ask for the link or the file once more.',
    foreign: 'This is no lesson. Open a lesson’s link, or a file that this page saved.',
    newer: 'This lesson was made by a newer version of this page. Reload the page and try again.',
    changed: 'This lesson was changed by hand after it was made, so it is not opened. Ask for it once more.',
  },
  footer: 'Variorum compares what reports say and never rates them.',
};

/** What a teacher is told. */
export const making = {
  title: 'Make a lesson',
  intro: 'Choose exercises, look through the items, change what you like, and hand the lesson out as a link or one file. All of it happens in your browser.',
  start: {
    title: 'Lessons',
    intro: 'Open a lesson, or collect what your class has handed in. To make one, compare two or more reports and choose “Make a lesson” under “Share”.',
    compare: 'Compare reports',
    open: 'Open a lesson file',
    collect: 'Collect results',
  },
  reading: 'Reading the reports …',
  failed: 'The reports could not be compared, so no lesson can be made from them. Go back and open the comparison once more.',
  lessonTitle: 'Title',
  notes: 'What you tell the class',
  aids: 'Help for students',
  /** @type {Record<'lines' | 'terms' | 'hints' | 'large', string>} */
  aid: { lines: 'Numbered paragraphs', terms: 'Words of the newsroom explained', hints: 'Hints for those who ask', large: 'Large print' },
  add: 'Add an exercise',
  /** @type {Record<ExerciseType, string>} */
  help: {
    mark: 'Students guess, mark where the reports differ, and see.',
    planted: 'Facts are changed in a copy of one report. Students find them.',
    speakers: 'Students match statements with those who made them.',
    ladder: 'Students put statements in order, the surest first.',
    questions: 'Questions to talk about, made from what was found.',
  },
  /** @type {Record<ExerciseType, string>} what stands above an exercise unless the teacher says otherwise */
  instructions: {
    mark: 'Read the reports. For each point, guess first whether they agree, then mark the words in each report that tell it.',
    planted: 'Some facts in this copy were changed. Compare it with the other report and mark every word that was changed.',
    speakers: 'Who is the speaker? Choose for each statement who is named for it.',
    ladder: 'Put the statements in order: what is told as certain comes first, what is denied or not known comes last. Look for each hedge and each attribution.',
    questions: 'Talk about these questions in pairs, then in class.',
  },
  none: 'These reports have nothing for an exercise of this sort.',
  instructionsLabel: 'Instructions',
  remove: 'Remove',
  removeExercise: 'Remove exercise',
  /** @param {number} at */
  item: (at) => `Item ${at}`,
  prompt: 'What students read',
  reason: 'Reason, shown with the answer',
  hint: 'Hint',
  points: 'Points',
  answer: 'Answer',
  addItem: 'Add an item',
  newQuestion: 'Add a question of your own',
  report: 'Report to change',
  alongside: 'Show beside it',
  /** @type {Record<'original' | 'others' | 'nothing', string>} */
  beside: { others: 'the other reports', original: 'the report as it was', nothing: 'nothing' },
  count: 'How many changes',
  difficulty: 'How hard to find',
  /** @type {Record<'easy' | 'medium' | 'hard', string>} */
  difficulties: { easy: 'easy', medium: 'medium', hard: 'hard' },
  which: 'Which sorts',
  /** @type {Record<ChangeType, string>} */
  changes: {
    number: 'Numbers',
    date: 'Dates and times',
    name: 'Names',
    place: 'Places',
    negation: 'A “not” more or less',
    hedge: 'How sure',
    attribution: 'Who says so',
    quote: 'Words in quotes',
  },
  /** @type {Record<ChangeType | 'own', string>} */
  hints: {
    number: 'Look at the numbers.',
    date: 'Look at days and times.',
    name: 'Look at people’s names.',
    place: 'Look at the places.',
    negation: 'Did it happen, or did it not?',
    hedge: 'Look at how sure the report is.',
    attribution: 'Look at who is named as the speaker.',
    quote: 'Look inside the quotation marks.',
    own: 'Read the copy once more, word by word.',
  },
  toBeMarked: 'To be marked',
  step: 'Step',
  /** @param {string} statement */
  removeStatement: (statement) => `Remove: ${statement}`,
  needsTwo: 'Statements on one step have no order. This item is handed out once it has statements on two.',
  speakerNames: 'Speakers to choose from',
  tooHard: 'Too hard: comparing the copy with the report does not show this change. A class is likely to miss it too.',
  /** @param {number} count @param {number} of */
  tooHardCount: (count, of) => `${count} of ${of} changes ${count === 1 ? 'is' : 'are'} too hard. Keep ${count === 1 ? 'it' : 'them'}, or take ${count === 1 ? 'it' : 'them'} out.`,
  dropTooHard: 'Take out what is too hard',
  own: {
    title: 'Add one of your own',
    /** @type {Record<'mark' | 'planted' | 'speakers' | 'ladder', string>} */
    help: {
      mark: 'Mark the words in each report that tell it. Where they stand several times in one report, mark each place: any of them will do.',
      planted: 'Mark words of the report, and write what is to stand there in the copy.',
      speakers: 'Mark a statement, and choose who is named for it.',
      ladder: 'Mark a statement, and choose how sure it is told to be.',
    },
    about: 'What it is about',
    relation: 'How the reports stand to each other on it',
    instead: 'What stands there instead',
    speaker: 'Who says it',
    other: 'Somebody else',
    name: 'Name',
    task: 'Which item it belongs to',
    newTask: 'a new one',
    add: 'Add',
    /** @type {Record<'words' | 'about' | 'speaker' | 'instead', string>} */
    lacks: { words: 'Mark the words first.', about: 'Write what it is about first.', speaker: 'Choose who says it first.', instead: 'Write what stands there instead first.' },
    added: 'Added.',
  },
  another: 'Other changes',
  /** @param {string} from @param {string} to */
  changed: (from, to) => `The report has “${from}”; this copy has “${to}”.`,
  /** @param {number} at */
  change: (at) => `Change ${at}`,
  /** @param {string} siglum @param {string} words @param {string} by */
  says: (siglum, words, by) => `${siglum} has ${words}${by ? ` (${by})` : ''}`,
  /** @param {string} names */
  lookIn: (names) => `Look in ${names}.`,
  /** @param {string} speaker @param {string} name */
  saidBy: (speaker, name) => `${name} names ${speaker} for it.`,
  lookBeside: 'Find the words in the report and look at the names beside them.',
  order: 'Put these in order, the surest first.',
  /** @type {Record<string, string>} */
  steps: { stated: 'stated outright', attributed: 'said to come from somebody', hedged: 'said to be likely or possible', unknown: 'said to be not known', denied: 'denied' },
  ladderHint: 'Look for words such as “said”, “may” and “not known”.',
  /** @type {Record<string, (label: string, said: string) => string>} */
  ask: {
    conflict: (label, said) => `${label}: ${said}. What would you do to find out more, and whom would you ask?`,
    contested: (label, said) => `${label}: ${said}. Why might a report give several versions and settle on none?`,
    compatible: (label, said) => `${label}: ${said}. How can both be right? Which would you print, and why?`,
    only: (name, said) => `Only ${name} tells this: “${said}” Does it change how you see the event?`,
  },
  askSpeakers: 'Who is quoted in each report, and who might have been asked and was not?',
  /** @param {Pick<Finding, 'label' | 'topic'>} finding @returns {string} what it is about */
  label: ({ label }) => label.charAt(0).toUpperCase() + label.slice(1),
  try: 'Try the lesson',
  backToMaking: 'Back to making',
  handOut: 'Hand out',
  copyLink: 'Copy link',
  linkHelp: 'The whole lesson is in the link. Browsers send that part to nobody.',
  copied: 'Copied.',
  notCopied: 'This browser does not let pages copy. Save a file.',
  /** @param {number} length @param {number} most */
  tooLong: (length, most) => `The link would have ${length.toLocaleString('en-GB')} characters; mail programs and chats cut links from about ${most.toLocaleString('en-GB')} on. Save one web page instead.`,
  savePage: 'Save as one web page',
  savePageHelp: 'One file that needs nothing else. Students open it in any browser.',
  pageFailed: 'The part of this page that goes into the file could not be loaded. Is the network off?',
  /** @param {string} name */
  savePackage: (name) => `Save for a platform (${name})`,
  savePackageHelp: 'For Moodle and other learning platforms: they keep what students do and note the score.',
  saveFile: 'Save lesson file',
  saveFileHelp: 'To open it here again, and to change it.',
  saved: 'Saved.',
  empty: 'Add an exercise first.',
  keyHelp: 'The answers in it are scrambled, not locked: somebody who takes the trouble can read them.',
  rights: 'The lesson holds the reports’ whole texts. Check that you may copy them for your class.',
  paper: {
    title: 'On paper',
    help: 'Worksheet and answer key, each on pages of its own: black on white, with numbered lines and a table to fill in. Choose “Large print” above for larger letters.',
    print: { A4: 'Print on A4', letter: 'Print on Letter' },
    name: 'Name',
    date: 'Date',
    key: 'Answer key',
    line: 'line',
    agree: 'Do they agree?',
  },
  ready: {
    title: 'Ready lessons',
    help: 'Made from invented reports. Look through them, change what you like, and hand them out.',
    notes: 'For the teacher',
    goals: 'Goals',
    steps: 'Steps',
    lessons: [
      {
        name: 'Two reports of one shipwreck',
        age: 'Age about 11',
        time: '40 minutes',
        goals: 'Students notice that two reports of one event can differ in figures and names, and say where to look for more.',
        steps: [
          '5 minutes: tell of something that two people saw differently. What would you ask them?',
          '15 minutes: alone or in pairs, the first exercise. Guess first, then mark.',
          '10 minutes: find the planted changes. Say clearly that these were put in on purpose.',
          '10 minutes: talk about the questions in class. No report is treated as the right one.',
        ],
      },
      {
        name: 'Who counted the dead?',
        age: 'Age about 14',
        time: '60 minutes',
        goals: 'Students match statements with speakers, and tell a difference between reports from a dispute that the reports themselves describe.',
        steps: [
          '10 minutes: read the three reports. Who speaks in each?',
          '20 minutes: where they differ, and who says so.',
          '15 minutes: find the planted changes by comparing with the other reports.',
          '15 minutes: questions. Which figure would you print, with which words, and why?',
        ],
      },
      {
        name: 'A wall, two votes and a river',
        age: 'Age about 17',
        time: '90 minutes',
        goals: 'Students weigh attribution and hedges, put statements in order by how sure they are told, and notice a report that is about another event.',
        steps: [
          '10 minutes: read the headlines. Which report does not belong with the others?',
          '35 minutes: differences, speakers and the ladder, alone.',
          '20 minutes: the planted changes, which are hard to find. Compare methods in pairs.',
          '25 minutes: questions. Write a correction of three sentences for one of the papers.',
        ],
      },
    ],
  },
  privacy: {
    title: 'For schools: privacy',
    wipeAll: 'Wipe what was done in lessons from this browser',
    /** @param {number} count */
    wipedAll: (count) => (count === 0 ? 'Nothing of lessons is kept in this browser.' : `Wiped: ${several(count, 'lesson')}.`),
    lines: [
      'There are no accounts, no cookies and no server that learns anything. Comparing, making, doing and collecting all happen in the browser.',
      'Once the page is loaded it sends nothing. It works with the network off, and so does a lesson saved as one web page.',
      'What a student does is kept in this browser, on this device, under the lesson’s id, until “Start again” wipes it or the browser’s site data are cleared. On a shared device, wipe it before the next student comes.',
      'A lesson’s link holds the whole lesson behind the #. Browsers send that part to nobody, but it stays in the browser’s history and wherever the link was posted.',
      'A result code holds the name that the student typed, the points and the share of each item. Anybody who has it can read it. A number in place of a name will do.',
      'The table of results is kept nowhere: what is not saved is gone when the page is closed. A learning platform keeps what its own rules say.',
    ],
  },
  collectTitle: 'Collect results',
  collectHelp: 'Paste result codes, one a line, or open the files that students saved.',
  codes: 'Result codes',
  openResults: 'Open result files',
  /** @param {number} count */
  unread: (count) => `${several(count, 'line')} could not be read. Ask for ${count === 1 ? 'it' : 'them'} once more.`,
  noResults: 'No results yet.',
  columns: { name: 'Name', points: 'Points', of: 'Out of', lesson: 'Lesson' },
  /** @param {number} at */
  column: (at) => `Item ${at} (%)`,
  saveCsv: 'Save table (CSV)',
  wipe: 'Wipe the table',
};
