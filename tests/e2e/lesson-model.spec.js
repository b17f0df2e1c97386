// Lessons without a page: the file, the key, scoring and planted changes.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import Ajv from 'ajv/dist/2020.js';
import { expect, test } from '@playwright/test';
import { decode, encode } from '../../www/src/lessons/key.js';
import * as de from '../../www/src/strings/de-lesson.js';
import * as en from '../../www/src/strings/en-lesson.js';
import * as es from '../../www/src/strings/es-lesson.js';
import * as fr from '../../www/src/strings/fr-lesson.js';
import { LARGE_LINE, LINE, lineAt, linesOf } from '../../www/src/lessons/making/lines.js';
import { fromCode, readResults, toCode } from '../../www/src/lessons/results.js';
import { answersIn, readLesson, readLessonFile, seal, TYPES } from '../../www/src/lessons/model.js';
import { statements } from '../../www/src/lessons/packaging/xapi.js';
import { CHANGE_TYPES } from '../../www/src/lessons/planting/candidates.js';
import { plant } from '../../www/src/lessons/planting/plant.js';
import { Chance } from '../../www/src/lessons/random.js';
import { POINT, scoreMarks, scoreOrder } from '../../www/src/lessons/scoring.js';
import { wordsOf } from '../../www/src/lessons/words.js';
import { totalOf } from '../../www/src/lessons/work.js';

const engine = createRequire(import.meta.url)('../../pkg/nodejs/variorum.js');
const EXAMPLES = ['ferry', 'cannery', 'levee'];
const reports = async () =>
  (await Promise.all(EXAMPLES.map(async (name) => JSON.parse(await readFile(new URL(`../../www/src/examples/${name}.json`, import.meta.url), 'utf8')).articles))).flat();

const TEXT = 'The ferry Aldona carried 212 passengers and nineteen crew when she ran on to rocks off Tarrow on Friday morning, the coastguard said. Fourteen people were hurt.';
const at = (words, text = TEXT, article = 'a') => {
  const start = text.indexOf(words);
  if (start < 0) throw new Error(`no "${words}"`);
  return { article, start, end: start + words.length };
};
const texts = new Map([['a', TEXT]]);
const target = (words, points = 1) => ({ places: [at(words)], points });
const TARGETS = [target('212'), target('Tarrow'), target('were hurt', 2)];

test.describe('chance', () => {
  test('is the same for one seed, and another for the next', () => {
    const drawn = (seed) => Array.from({ length: 8 }, ((chance) => () => chance.below(1000))(new Chance(seed)));
    expect(drawn(7)).toEqual(drawn(7));
    expect(drawn(7)).not.toEqual(drawn(8));
  });

  test('is fair enough, and shuffles without loss', () => {
    const chance = new Chance(1);
    const counts = [0, 0, 0, 0, 0];
    for (let draw = 0; draw < 10_000; draw += 1) counts[chance.below(5)] += 1;
    expect(Math.min(...counts)).toBeGreaterThan(1850);
    expect(chance.shuffled([1, 2, 3, 4, 5, 6]).sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

test.describe('scoring marks', () => {
  const score = (marks, targets = TARGETS) => scoreMarks(texts, targets, marks);
  const full = TARGETS.reduce((sum, { points }) => sum + POINT * points, 0);

  test('perfect marks earn everything', () => {
    expect(score(['212', 'Tarrow', 'were hurt'].map((words) => at(words)))).toMatchObject({ earned: full, of: full, excess: 0 });
  });

  test('a word too many beside the right one costs nothing, nor does half a word', () => {
    expect(score([at('212 passengers'), at('off Tarrow on'), at('ere hur')]).earned).toBe(full);
  });

  test('a whole sentence around one word costs most of it', () => {
    const { earned, targets } = score([at('The ferry Aldona carried 212 passengers and nineteen crew')], [target('212')]);
    expect(targets[0].way).toBe('found');
    expect(earned).toBeLessThan(POINT / 4);
  });

  test('marking everything earns next to nothing, in one piece or word by word', () => {
    const all = score([{ article: 'a', start: 0, end: TEXT.length }]);
    expect(all.earned).toBeLessThan(full / 4);
    expect(score(wordsOf(TEXT).map((word) => ({ article: 'a', ...word }))).earned).toBe(all.earned);
    const halves = wordsOf(TEXT).filter((_, index) => index % 3 !== 2).map((word) => ({ article: 'a', ...word }));
    expect(score(halves).earned).toBeLessThan(full / 2);
  });

  test('half of a phrase earns half of it, nothing earns nothing', () => {
    expect(score([at('hurt')], [target('were hurt', 2)])).toMatchObject({ earned: POINT, targets: [{ way: 'partly' }] });
    expect(score([])).toMatchObject({ earned: 0, hit: 0 });
    expect(score([at('crew when')])).toMatchObject({ earned: 0, excess: 2 });
  });

  test('where words stand twice, either place will do and both do no harm', () => {
    const twice = { places: [at('The ferry'), at('the coastguard')], points: 1 };
    for (const marks of [[at('The ferry')], [at('the coastguard')], [at('the coastguard'), at('The ferry')]]) {
      expect(score(marks, [twice]).earned).toBe(POINT);
    }
  });

  test('neither the order of marks nor how they are cut matters; no mark can earn more than all', () => {
    const chance = new Chance(3);
    for (let round = 0; round < 200; round += 1) {
      const marks = Array.from({ length: 1 + chance.below(6) }, () => {
        const start = chance.below(TEXT.length - 1);
        return { article: 'a', start, end: start + 1 + chance.below(TEXT.length - start) };
      });
      const once = score(marks);
      expect(score(chance.shuffled(marks))).toEqual(once);
      expect(score([...marks, ...marks])).toEqual(once);
      expect(once.earned).toBeGreaterThanOrEqual(0);
      expect(once.earned).toBeLessThanOrEqual(full);
      const cut = marks.flatMap(({ article, start, end }) => {
        const words = wordsOf(TEXT).filter((word) => word.start < end && word.end > start);
        return words.map((word) => ({ article, ...word }));
      });
      expect(score(cut)).toEqual(once);
      // A further mark where nothing is to be found never earns anything.
      expect(score([...marks, at('nineteen crew')]).earned).toBeLessThanOrEqual(once.earned + full * 0.2);
    }
  });
});

test('an order is scored by its pairs', () => {
  const ranks = new Map([['a', 0], ['b', 1], ['c', 1], ['d', 2]]);
  const score = (order) => scoreOrder(ranks, order.split(''), 2).earned;
  expect(score('abcd')).toBe(2 * POINT);
  expect(score('acbd')).toBe(2 * POINT);
  expect(score('dcba')).toBe(0);
  expect(score('bacd')).toBe(Math.floor((2 * POINT * 3) / 5));
  expect(score('aaaa')).toBe(0);
  const chance = new Chance(5);
  const mean = Array.from({ length: 400 }, () => score(chance.shuffled([...'abcd']).join(''))).reduce((sum, one) => sum + one, 0) / 400;
  expect(mean).toBeLessThan(0.35 * 2 * POINT);
});

const CONTENT = {
  id: 'ab12',
  language: 'en',
  title: 'The ferry',
  notes: '',
  aids: { lines: true, terms: true, hints: true, large: false },
  articles: [{ id: 'a', text: TEXT, name: 'Courier', altered: true }],
  exercises: [
    { id: 'e1', type: 'planted', instructions: 'Find what was changed.', articles: ['a'], items: [{ id: 'i1', prompt: 'Change 1', points: 1 }, { id: 'i2', prompt: 'Change 2', points: 1 }] },
    { id: 'e2', type: 'speakers', instructions: 'Who says so?', articles: ['a'], options: [{ id: 's1', text: 'the coastguard' }, { id: 's2', text: 'the union' }], items: [{ id: 'i3', prompt: 'she ran on to rocks', points: 2 }] },
    { id: 'e3', type: 'ladder', instructions: 'The surest first.', articles: [], items: [{ id: 'i4', prompt: 'Order', points: 2, options: [{ id: 'x', text: 'It may sink' }, { id: 'y', text: 'It sank' }] }] },
    { id: 'e4', type: 'questions', instructions: 'Talk.', articles: [], items: [{ id: 'i5', prompt: 'Why?', points: 0 }] },
  ],
};
const ANSWERS = {
  i1: { reason: '“220” was made “212”.', hint: 'A number', targets: [{ places: [at('212')] }] },
  i2: { reason: '“Thursday” was made “Friday”.', targets: [{ places: [at('Friday')] }] },
  i3: { reason: 'The coastguard said so.', choice: 's1' },
  i4: { reason: '“May” is a guess.', ranks: { x: 3, y: 0 } },
};
const lesson = () => structuredClone(seal(CONTENT, ANSWERS));
const code = (value) => {
  try {
    readLesson(value);
    return null;
  } catch (error) {
    return error.code;
  }
};

test.describe('the lesson file', () => {
  test('comes back as it was sealed, and fits its schema', async () => {
    const made = lesson();
    expect(readLesson(JSON.parse(JSON.stringify(made)))).toEqual(made);
    expect(answersIn(made)).toMatchObject(ANSWERS);
    const schema = JSON.parse(await readFile(new URL('../../www/src/lessons/lesson.schema.json', import.meta.url), 'utf8'));
    const validate = new Ajv({ strict: false }).compile(schema);
    expect(validate(made), JSON.stringify(validate.errors)).toBe(true);
    const bare = seal({ ...CONTENT, articles: [{ ...CONTENT.articles[0], hasHeadline: false }] }, ANSWERS);
    expect(readLesson(JSON.parse(JSON.stringify(bare)))).toEqual(bare);
    expect(bare.articles[0].hasHeadline).toBe(false);
    expect(validate(bare), JSON.stringify(validate.errors)).toBe(true);
    expect(validate({ ...made, version: 2 })).toBe(false);
    expect(validate({ ...made, key: '<b>' })).toBe(false);
  });

  test('shows no answer to whoever reads it', () => {
    const text = JSON.stringify(lesson());
    for (const secret of ['220', 'Thursday', 'A number', 'ranks', 'choice', 'targets', btoa('targets').slice(0, 8)]) expect(text).not.toContain(secret);
  });

  test('says why it cannot be opened', () => {
    expect(code(null)).toBe('foreign');
    expect(code({ format: 'variorum-comparison' })).toBe('foreign');
    expect(code({ ...lesson(), version: 2 })).toBe('newer');
    expect(code({ ...lesson(), version: 'x' })).toBe('damaged');
    expect(code({ ...lesson(), key: 'k1.AAAA' })).toBe('damaged');
    expect(code({ ...lesson(), key: `${lesson().key}!` })).toBe('damaged');
    expect(code({ ...lesson(), articles: [] })).toBe('damaged');
    expect(code({ ...lesson(), id: '__proto__' })).toBe('damaged');
    expect(code({ ...lesson(), title: '<script>alert(1)</script>' })).toBe('changed');
    expect(code({ ...lesson(), notes: 'x' })).toBe('changed');
    const other = lesson();
    other.exercises[0].items[0].points = 50;
    expect(code(other)).toBe('changed');
    expect(() => readLessonFile('{ "format": "variorum-lesson", ')).toThrow(/damaged/);
  });

  test('never takes the label from an altered copy', () => {
    const unlabelled = { ...CONTENT, articles: [{ ...CONTENT.articles[0], altered: false }] };
    expect(() => seal(unlabelled, ANSWERS)).toThrow(/damaged/);
  });

  test('answers have to be about words that are there', () => {
    for (const place of [at('212'), { ...at('212'), article: 'b' }, { ...at('212'), end: 9999 }, { ...at('212'), start: -1 }]) {
      const answers = { ...ANSWERS, i1: { reason: '', targets: [{ places: [place] }] } };
      if (place.end < 9999 && place.start >= 0 && place.article === 'a') expect(() => seal(CONTENT, answers)).not.toThrow();
      else expect(() => seal(CONTENT, answers)).toThrow(/damaged/);
    }
    expect(() => seal(CONTENT, { ...ANSWERS, i3: { reason: '', choice: 's9' } })).toThrow(/damaged/);
  });

  test('any damage to any place is noticed, and nothing but a reason comes of it', () => {
    const text = JSON.stringify(lesson());
    const chance = new Chance(11);
    for (let round = 0; round < 300; round += 1) {
      const place = chance.below(text.length);
      const damaged = text.slice(0, place) + chance.choose(['', 'x', '"', '{', '0', '\\']) + text.slice(place + 1);
      let error = null;
      try {
        if (JSON.stringify(readLessonFile(damaged)) === text) continue;
      } catch (caught) {
        error = caught;
      }
      expect(error?.name, damaged.slice(Math.max(0, place - 20), place + 20)).toBe('LessonError');
    }
  });

  test('a key is for its own lesson', () => {
    expect(decode(encode({ a: ['ü', 1] }, 'x'), 'x')).toEqual({ a: ['ü', 1] });
    expect(() => decode(encode({}, 'x'), 'y')).toThrow(RangeError);
  });

  test('what was checked is counted, what was not is missed', () => {
    const made = lesson();
    const work = { e1: { marks: [at('212')], tries: 1 }, i3: { choice: 's1', tries: 1 }, i4: { order: ['y', 'x'] } };
    expect(totalOf(made, answersIn(made), work)).toMatchObject({ earned: 3 * POINT, of: 6 * POINT });
    expect(totalOf(made, answersIn(made), { ...work, i4: { order: ['y', 'x'], tries: 2 } }).earned).toBe(5 * POINT);
    expect(totalOf(made, answersIn(made), {}).earned).toBe(0);
  });
});

test.describe('planted changes', () => {
  test('are the same for one seed, put back give the report, and stand where they say', async () => {
    for (const article of await reports()) {
      const facts = engine.facts(article);
      for (const [seed, difficulty] of [[1, 'easy'], [2, 'medium'], [3, 'hard'], [4, 'hard']]) {
        const options = { seed, count: 6, difficulty };
        const planted = plant(article.text, facts, options);
        expect(plant(article.text, facts, options)).toEqual(planted);
        expect(planted.text).not.toBe(article.text);
        expect(planted.changes.length).toBeGreaterThan(3);
        for (const { from, to, sites, before } of planted.changes) {
          expect(to).not.toBe(from);
          for (const site of sites) expect(planted.text.slice(site.start, site.end)).toBe(to);
          for (const site of before) expect(article.text.slice(site.start, site.end)).toBe(from);
        }
        const edits = planted.changes.flatMap(({ sites, from }) => sites.map((site) => ({ ...site, from }))).sort((left, right) => right.start - left.start);
        let back = planted.text;
        for (const { start, end, from } of edits) back = back.slice(0, start) + from + back.slice(end);
        expect(back).toBe(article.text);
      }
    }
  });

  test('keep to the sorts that are asked for, and tell of those that have no place', async () => {
    const [article] = await reports();
    const facts = engine.facts(article);
    for (const type of CHANGE_TYPES) {
      const { changes, missing } = plant(article.text, facts, { seed: 1, count: 3, types: [type], difficulty: 'medium' });
      expect(changes.every((change) => change.type === type)).toBe(true);
      expect(missing.length === 0).toBe(changes.length > 0);
    }
    const bare = { id: 'a', text: 'Nothing here\n\nIt rained.' };
    expect(plant(bare.text, engine.facts(bare), { seed: 1, count: 3, types: ['number'], difficulty: 'easy' })).toEqual({ text: bare.text, changes: [], missing: ['number'] });
  });

  test('never say one thing in the headline and another below', () => {
    const text = 'Fire kills 14 at Kelness mill\n\nA fire at the mill in Kelness killed 14 people on Tuesday, the fire service said. The owner, Adela Brandt, said 30 workers had left by 9.40 p.m.\n\nBrandt said the mill would be rebuilt.';
    const facts = engine.facts({ id: 'a', text, published: '2025-03-05' });
    for (let seed = 0; seed < 60; seed += 1) {
      const planted = plant(text, facts, { seed, count: 4, difficulty: seed % 2 ? 'easy' : 'hard' }).text;
      expect(/\b14 at/.test(planted)).toBe(/killed 14 people/.test(planted));
      const [, surname] = /The owner, Adela (\w+)/.exec(planted);
      if (!/\n(?:The fire service|A |The owner)/.test(planted.slice(-60))) expect(planted.slice(-60)).toContain(`${surname} said`);
      expect((planted.match(/Kelness/g) ?? []).length).toBe(2);
    }
  });
});

test('a worksheet’s lines put the text together again, and no line is too long', async () => {
  for (const { text } of await reports()) {
    for (const most of [LINE, LARGE_LINE]) {
      const lines = linesOf({ text }, most);
      expect(lines.map(({ start, end }) => text.slice(start, end)).join(' ').replace(/\s+/g, ' ')).toBe(text.trim().replace(/\s+/g, ' '));
      expect(Math.max(...lines.map(({ start, end }) => end - start))).toBeLessThanOrEqual(most);
      for (const [index, { start }] of lines.entries()) expect(lineAt(lines, start)).toBe(index + 1);
    }
  }
});

test('a worksheet sets the first paragraph apart only where it is a headline', () => {
  const text = 'A bus left the road.\n\nNobody was hurt.';
  expect(linesOf({ text }, LINE).map(({ isHead }) => isHead)).toEqual([true, false]);
  expect(linesOf({ text, hasHeadline: false }, LINE).map(({ isHead }) => isHead)).toEqual([false, false]);
});

test.describe('result codes', () => {
  const made = seal(CONTENT, ANSWERS);
  const total = totalOf(made, answersIn(made), { e1: { marks: [at('212')], tries: 1 }, i3: { choice: 's1', tries: 1 } });

  test('come back as they were, from among other words, in small letters, without hyphens', () => {
    const code = toCode(made, 'Zoë 🚢 O’Neill', total);
    const result = fromCode(code);
    expect(result).toMatchObject({ name: 'Zoë 🚢 O’Neill', earned: 3 * POINT, of: 6 * POINT, items: [100, 0, 100, 0] });
    expect(readResults(`Hello, here it is:\n${code.toLowerCase()}\nBye`).results).toEqual([result]);
    expect(code.length).toBeLessThan(110);
  });

  test('one other letter is noticed', () => {
    const code = toCode(made, 'Ada', total);
    let taken = 0;
    for (let place = 4; place < code.length; place += 1) {
      if (code[place] === '-') continue;
      const other = fromCode(code.slice(0, place) + (code[place] === '7' ? '8' : '7') + code.slice(place + 1));
      // Bits behind the last whole byte say nothing.
      if (other && JSON.stringify(other) !== JSON.stringify(fromCode(code))) taken += 1;
    }
    expect(taken).toBe(0);
  });

  test('the newest of one name stands, and foreign lines are counted', () => {
    const code = toCode(made, 'Ada', total);
    expect(readResults(`${code}\n${code}\n${toCode(made, 'Bo', total)}\nVR1-00000-00000-00000-00000-0000`)).toMatchObject({ results: [{ name: 'Ada' }, { name: 'Bo' }], unread: 1 });
    expect(readResults('nothing here')).toEqual({ results: [], unread: 1 });
    expect(readResults(' \n')).toEqual({ results: [], unread: 0 });
  });
});

test.describe('statements of the Experience API', () => {
  const made = seal(CONTENT, ANSWERS);
  const total = totalOf(made, answersIn(made), { e1: { marks: [at('212')], tries: 1 }, i3: { choice: 's1', tries: 1 } });

  test('tell of each item, then of the lesson', () => {
    const told = statements(made, ' Zoë ', total, false);
    expect(told.map(({ verb }) => verb.id.split('/').at(-1))).toEqual(['answered', 'answered', 'answered', 'answered', 'attempted']);
    expect(told.map(({ result }) => result.score.raw)).toEqual([1, 0, 2, 0, 3]);
    expect(told.map(({ result }) => result.success)).toEqual([true, false, true, false, undefined]);
    expect(told.at(-1)).toMatchObject({ object: { definition: { name: { en: 'The ferry' } } }, result: { score: { scaled: 0.5, min: 0, max: 6 }, completion: false } });
    expect(statements(made, 'Zoë', total, true).at(-1)).toMatchObject({ verb: { id: expect.stringMatching(/completed$/) }, result: { completion: true } });
  });

  test('have what the specification asks of each', () => {
    const told = statements(made, '', total, false);
    expect(new Set(told.map(({ object }) => object.id)).size).toBe(told.length);
    for (const { actor, verb, object, result } of told) {
      expect(actor).toMatchObject({ objectType: 'Agent', account: { homePage: expect.stringMatching(/^https:/), name: expect.stringMatching(/./) } });
      for (const address of [verb.id, object.id, object.definition.type]) expect(URL.canParse(address), address).toBe(true);
      const { scaled, raw, min, max } = result.score;
      expect(scaled >= -1 && scaled <= 1 && raw >= min && raw <= max && min < max).toBe(true);
    }
  });
});

for (const [name, words] of Object.entries({ de, fr, es })) {
  test(`lessons say in ${name} all that they say in English`, () => {
    const paths = (value, prefix = '') => (value !== null && typeof value === 'object' ? Object.entries(value).flatMap(([key, inner]) => (prefix === 'doing.glossary' ? [] : paths(inner, prefix ? `${prefix}.${key}` : key))) : [`${prefix} ${typeof value}`]);
    expect(paths(words).sort()).toEqual(paths(en).sort());
    expect(Object.keys(words.doing.glossary).length).toBe(Object.keys(en.doing.glossary).length);
  });
}
