// Lessons made from comparisons, without a page: what is asked, of whom, in which order, and what is planted.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import { ladders, statements, STEPS } from '../../www/src/lessons/making/builders.js';
import { isEmpty, isWhole, newDraft, newExercise, reopened, replanted, sealed } from '../../www/src/lessons/making/draft.js';
import { EMPTY, lacks, ranked, withOwn } from '../../www/src/lessons/making/own.js';
import { nameOf, speakersOf } from '../../www/src/lessons/making/speakers.js';
import { answersIn, readLesson, TYPES } from '../../www/src/lessons/model.js';
import { findingsOn } from '../../www/src/lessons/planting/detection.js';
import { POINT } from '../../www/src/lessons/scoring.js';
import { totalOf } from '../../www/src/lessons/work.js';
import * as de from '../../www/src/strings/de-lesson.js';
import * as en from '../../www/src/strings/en-lesson.js';
import * as es from '../../www/src/strings/es-lesson.js';
import * as fr from '../../www/src/strings/fr-lesson.js';

const engine = createRequire(import.meta.url)('../../pkg/nodejs/variorum.js');
const EXAMPLES = ['ferry', 'cannery', 'levee'];

const sourcesFrom = (request, words = en.making) => ({ request, report: engine.compare(request), facts: request.articles.map((article) => engine.facts(article)), words });

/** What texts without a name give to make lessons from. */
const sourcesOn = (texts) => sourcesFrom({ articles: texts.map((text, at) => ({ id: 'abc'[at], text: `Fire at the mill in Kelness\n\n${text}` })) });

/** What an example gives to make lessons from. */
const sourcesOf = async (name, words = en.making) => sourcesFrom(JSON.parse(await readFile(new URL(`../../www/src/examples/${name}.json`, import.meta.url), 'utf8')), words);

const madeFrom = (sources) => {
  const draft = newDraft(sources, 'made', 'en');
  return { ...draft, exercises: TYPES.map((type) => newExercise(sources, draft, type)) };
};

test.describe('lessons made from comparisons', () => {
  for (const name of EXAMPLES) {
    test(`${name}: every sort of exercise, perfect answers earn all, marking everything next to nothing`, async () => {
      const made = sealed(madeFrom(await sourcesOf(name)));
      expect(made.exercises.map(({ type }) => type)).toEqual(TYPES);
      expect(readLesson(JSON.parse(JSON.stringify(made)))).toEqual(made);
      const answers = answersIn(made);
      const [perfect, everything] = [{}, {}];
      for (const exercise of made.exercises) {
        for (const item of exercise.items) {
          const { targets = [], choice, ranks } = answers[item.id];
          const key = exercise.type === 'planted' ? exercise.id : item.id;
          const marks = [...(perfect[key]?.marks ?? []), ...targets.map(({ places }) => places[0])];
          perfect[key] = { tries: 1, marks, choice, order: ranks && Object.keys(ranks).sort((left, right) => ranks[left] - ranks[right]) };
          everything[key] = { tries: 1, marks: made.articles.filter(({ id }) => exercise.articles.includes(id)).map(({ id, text }) => ({ article: id, start: 0, end: text.length })) };
        }
      }
      const best = totalOf(made, answers, perfect);
      expect(best.earned).toBe(best.of);
      expect(best.of).toBeGreaterThan(10 * POINT);
      const untouched = Object.fromEntries(made.exercises.flatMap(({ items }) => items.map(({ id, options = [] }) => [id, { tries: 1, order: options.map((option) => option.id) }])));
      const ladders = made.exercises.filter(({ type }) => type === 'ladder').flatMap(({ items }) => items.map(({ id }) => id));
      for (const { id, earned, of } of totalOf(made, answers, untouched).items) if (ladders.includes(id)) expect(earned).toBeLessThan(of);
      const marked = made.exercises.filter(({ type }) => type === 'mark' || type === 'planted').flatMap(({ items }) => items.map(({ id }) => id));
      const { items } = totalOf(made, answers, everything);
      const sum = (what) => items.filter(({ id }) => marked.includes(id)).reduce((total, item) => total + item[what], 0);
      expect(sum('earned')).toBeLessThan(sum('of') * 0.15);
    });
  }

  test('a teacher takes a change out, and the copy has the report’s words again', async () => {
    const sources = await sourcesOf('cannery');
    const draft = newDraft(sources, 'made', 'en');
    const exercise = newExercise(sources, draft, 'planted');
    const starts = exercise.changes.map(({ before }) => before[0].start);
    const less = replanted(sources, draft, exercise, { ...exercise.planting, without: starts.slice(0, 2) });
    expect(less.items.length).toBe(exercise.items.length - 2);
    expect(less.items.map(({ answer }) => answer.reason)).toEqual(exercise.items.slice(2).map(({ answer }) => answer.reason));
    expect(() => sealed({ ...draft, exercises: [less] })).not.toThrow();
    const none = replanted(sources, draft, exercise, { ...exercise.planting, without: starts });
    expect(none.copy.text).toBe(sources.request.articles[0].text);
  });

  test('a teacher’s own change stands in the copy, and takes the place of a planted one', async () => {
    const sources = await sourcesOf('cannery');
    const draft = newDraft(sources, 'made', 'en');
    const exercise = newExercise(sources, draft, 'planted');
    const [{ text }] = sources.request.articles;
    const [{ start, end }] = exercise.changes[0].before;
    const place = (words) => ({ article: draft.articles[0].id, start: text.indexOf(words), end: text.indexOf(words) + words.length });
    const added = (of, places, instead) => replanted(sources, draft, of, withOwn(of, { ...EMPTY, places, instead }, draft.articles, en.making).planting);
    const own = added(exercise, [place('whistle')], ' siren ');
    expect(own.copy.text).toContain('siren');
    expect(own.items).toHaveLength(exercise.items.length + 1);
    expect(own.items.at(-1).answer).toMatchObject({ reason: 'The report has “whistle”; this copy has “siren”.', hint: en.making.hints.own });
    const instead = added(own, [{ article: draft.articles[0].id, start, end }], 'something');
    expect(instead.items).toHaveLength(own.items.length);
    expect(instead.copy.text).toContain('something');
    expect(() => sealed({ ...draft, exercises: [instead] })).not.toThrow();
  });

  test('what the engine does not find of planted changes is told', () => {
    const text = 'Fire at the mill\n\nThe fire killed 14 people on Tuesday, police said. The mill was old and grey.';
    const copy = text.replace('14', '41').replace('grey', 'green');
    const { findings } = engine.compare({ articles: [{ id: 'report', text }, { id: 'copy', text: copy }] });
    const change = (words) => ({ sites: [{ start: copy.indexOf(words), end: copy.indexOf(words) + words.length }] });
    expect(findingsOn(findings, 'copy', change('41')).map(({ relation }) => relation)).toEqual(['conflict']);
    expect(findingsOn(findings, 'copy', change('green'))).toEqual([]);
  });

  test('changes that are held against other reports are told in one of them', async () => {
    for (const name of EXAMPLES) {
      const sources = await sourcesOf(name);
      const { planting, items } = newExercise(sources, newDraft(sources, 'made', 'en'), 'planted');
      expect(planting.beside).toBe('others');
      expect(items.length).toBeGreaterThan(2);
    }
  });

  test('an article without a headline, or with one in the paragraph of its text, has none that is set apart', () => {
    const head = 'Fire at the mill in Kelness';
    const told = 'Police said on Friday that 12 people were hurt in a fire at the mill in Kelness, and that its owner was away.';
    const sources = sourcesFrom({ articles: [`${head}\n\n${told}`, `${told}\n\nNobody was killed.`, `${head}\n${told}\n\nNobody was killed.`].map((text, at) => ({ id: 'abc'[at], text })) });
    const draft = newDraft(sources, 'made', 'en');
    expect(draft.articles.map(({ hasHeadline }) => hasHeadline)).toEqual([undefined, false, false]);
    const planting = { article: 'a-B', seed: 1, count: 2, types: ['number', 'date', 'name', 'place'], difficulty: 'medium', beside: 'nothing' };
    expect(replanted(sources, draft, { type: 'planted', instructions: '', items: [], pool: [] }, planting).copy).toMatchObject({ altered: true, hasHeadline: false });
  });

  test('a lesson that is opened again is sealed as it was', async () => {
    const made = sealed(madeFrom(await sourcesOf('ferry')));
    expect(answersIn(sealed(reopened(made)))).toEqual(answersIn(made));
    expect(sealed(reopened(made)).exercises).toEqual(made.exercises);
  });
});

test.describe('what a teacher adds', () => {
  const articles = [{ id: 'a', text: 'Fire at mill\n\nIt may rain, Ada Lovell said. Rain fell.', name: 'A', altered: false }, { id: 'b', text: 'Rain came.', name: 'B', altered: false }];
  const at = (article, words) => ({ article, start: articles.find(({ id }) => id === article).text.indexOf(words), end: articles.find(({ id }) => id === article).text.indexOf(words) + words.length });
  const empty = (type, rest = {}) => ({ type, instructions: 'Do it.', items: [], pool: [], ...rest });
  const add = (exercise, own) => withOwn(exercise, { ...EMPTY, ...own }, articles, en.making);
  const seal = (exercise) => answersIn(sealed({ id: 'own', language: 'en', title: '', notes: '', aids: { lines: false, terms: false, hints: false, large: false }, articles, exercises: [exercise] }));

  test('words to be marked: any of its places in a report will do', () => {
    const made = add(empty('mark'), { places: [at('a', 'may rain'), at('a', 'Rain fell'), at('b', 'Rain')], about: ' Weather ', relation: 'compatible' });
    expect(made.items[0].item).toMatchObject({ prompt: 'Weather', points: 2 });
    expect(seal(made)['e1-1']).toMatchObject({ relation: 'compatible', targets: [{ places: [at('a', 'may rain'), at('a', 'Rain fell')] }, { places: [at('b', 'Rain')] }] });
  });

  test('a statement, with a speaker from the list or another', () => {
    const first = add(empty('speakers', { options: [{ id: 's1', text: 'The union' }] }), { places: [at('a', 'It may rain')], speaker: 'Ada Lovell' });
    expect(first.options.map(({ text }) => text)).toEqual(['The union', 'Ada Lovell']);
    const second = add(first, { places: [at('a', 'Rain fell')], speaker: 'ada lovell ' });
    expect(second.options).toHaveLength(2);
    expect(seal(second)['e1-2'].choice).toBe(first.options[1].id);
  });

  test('a statement on a step, which is asked once there are two steps', () => {
    const one = add(empty('ladder'), { places: [at('a', 'It may rain')], step: 2 });
    expect(isWhole(one.items[0])).toBe(false);
    expect(isEmpty({ exercises: [one] })).toBe(true);
    const two = add(one, { places: [at('a', 'Rain fell')], step: 0, task: 0 });
    expect(two.items).toHaveLength(1);
    expect(two.items[0].answer.reason).toBe('1: stated outright; 2: said to be likely or possible');
    expect(seal(two)['e1-1'].ranks).toEqual({ t1: 2, t2: 0 });
    const { t1: _, ...rest } = two.items[0].answer.ranks;
    expect(ranked(two.items[0], rest, en.making).item.options.map(({ text }) => text)).toEqual(['Rain fell']);
    const written = { ...two.items[0], answer: { ...two.items[0].answer, reason: 'Mine.' } };
    expect(ranked(written, { t1: 3, t2: 0 }, en.making).answer.reason).toBe('Mine.');
  });

  test('what is lacking is told', () => {
    const words = [at('a', 'Rain fell')];
    expect(lacks('mark', EMPTY)).toBe('words');
    expect(lacks('mark', { ...EMPTY, places: words, about: ' ' })).toBe('about');
    expect(lacks('speakers', { ...EMPTY, places: words })).toBe('speaker');
    expect(lacks('planted', { ...EMPTY, places: words })).toBe('instead');
    expect(lacks('ladder', { ...EMPTY, places: words })).toBe(null);
  });
});

test('findings are named in the lesson’s language', async () => {
  const prompts = async (words) => newExercise(await sourcesOf('ferry', words), { articles: [], id: '', exercises: [] }, 'mark').items.map(({ item }) => item.prompt);
  const english = await prompts(en.making);
  expect(english).toContain('What Peter Laing said');
  expect(await prompts(de.making)).toContain('Was Peter Laing gesagt hat');
  expect(await prompts(fr.making)).not.toEqual(english);
  expect(await prompts(es.making)).not.toEqual(english);
});

test.describe('who says so', () => {
  test('a speaker stands once, under whatever names', () => {
    const same = (...names) => new Set(speakersOf(names, { findings: [] }).values());
    expect(same('The coastguard', 'A coastguard spokeswoman')).toEqual(new Set(['The coastguard']));
    expect(same('City engineer Paul Zabriskie', 'Zabriskie', 'Paul Zabriskie')).toEqual(new Set(['City engineer Paul Zabriskie']));
    expect(same('The workers’ union', 'The union')).toEqual(new Set(['The workers’ union']));
    expect(same('Brightwater', 'Brightwater Foods')).toEqual(new Set(['Brightwater Foods']));
    expect(same('Tomas Verhal', 'Chairman Thomas Verhal').size).toBe(1);
    expect(same('NTSB', 'The National Transportation Safety Board').size).toBe(1);
  });

  test('two speakers stay two, and a name that may be either’s is not asked for', () => {
    const names = ['Ada Brandt', 'Hugh Brandt', 'Brandt', 'The city', 'The city council', 'The union', 'Union leader Lena Ostrow'];
    const speakers = speakersOf(names, { findings: [] });
    expect(new Set(speakers.values()).size).toBe(6);
    expect(speakers.has('Brandt')).toBe(false);
  });

  test('names that the engine takes for one are one', () => {
    const report = { findings: [{ kind: 'organisation', relation: 'same', readings: [{ text: 'Halden Mutual' }, { text: 'the insurer' }] }] };
    expect(new Set(speakersOf(['Halden Mutual', 'The insurer'], report).values()).size).toBe(1);
    expect(new Set(speakersOf(['Halden Mutual', 'The insurer'], { findings: [] }).values()).size).toBe(2);
  });

  test('what stands beside a name is left out, and what only points at somebody is no name', () => {
    expect(['Sound Line, the operator', 'The operator, Sound Line', 'its secretary, Dougal Finch', 'police'].map(nameOf)).toEqual(['Sound Line', 'Sound Line', 'Dougal Finch', 'Police']);
    expect(['she', 'the company', 'its chairman', 'The spokeswoman'].map(nameOf)).toEqual(['', '', '', '']);
  });

  for (const name of EXAMPLES) {
    test(`${name}: every statement has one right speaker, and the reason names whom the report names`, async () => {
      const sources = await sourcesOf(name);
      const { options, made } = statements(sources);
      expect(new Set(speakersOf(options.map(({ text }) => text), sources.report).values()).size).toBe(options.length);
      expect(made.length).toBeGreaterThan(8);
      for (const { answer } of made) expect(options.map(({ id }) => id)).toContain(answer.choice);
    });
  }
});

test.describe('how sure', () => {
  const HEDGED = 'Twelve people were killed in the fire on Monday. The fire started in a drying room, police said. The damage could cost £2 million, the owner said. It is not yet clear how many workers are missing. The owner denied that the doors were locked.';

  test('a statement of each step makes one task, whichever report it stands in', () => {
    const [first, second, ...rest] = HEDGED.split(/(?<=\.) /);
    const [task] = ladders(sourcesOn([`${first} ${second}`, rest.join(' ')]));
    expect(task.item.options).toHaveLength(5);
    expect(Object.values(task.answer.ranks).sort()).toEqual(STEPS.map((_, rank) => rank));
    const sorted = [...task.item.options].sort((left, right) => task.answer.ranks[left.id] - task.answer.ranks[right.id]).map(({ text }) => text);
    expect(sorted).toEqual(HEDGED.split(/(?<=\.) /));
    expect(task.item.options.map(({ text }) => text)).not.toEqual(sorted);
  });

  for (const name of EXAMPLES) {
    test(`${name}: however little the reports hedge, a task has four statements`, async () => {
      const made = ladders(await sourcesOf(name));
      expect(made).toHaveLength(4);
      for (const { item, answer } of made) {
        expect(item.options.length).toBeGreaterThanOrEqual(4);
        expect(new Set(Object.values(answer.ranks)).size).toBeGreaterThan(1);
        const ranks = item.options.map(({ id }) => answer.ranks[id]);
        expect(ranks).not.toEqual([...ranks].sort());
      }
      const all = made.flatMap(({ item }) => item.options.map(({ text }) => text));
      expect(new Set(all).size).toBe(all.length);
    });
  }

  test('a report on another event gives no statement', async () => {
    const sources = await sourcesOf('levee');
    const apart = sources.report.stories.find((story) => story.length === 1);
    const text = sources.request.articles.find(({ id }) => id === apart[0]).text;
    for (const { item } of ladders(sources, 99)) for (const option of item.options) expect(text).not.toContain(option.text);
  });
});
