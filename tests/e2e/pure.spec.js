// The pure functions under the views, without a browser.
import { expect, test } from '@playwright/test';
import { blocks } from '../../www/src/blocks.js';
import { draft, idAt, ids, toRequest } from '../../www/src/drafts.js';
import { marksIn } from '../../www/src/findings.js';
import { isoDay } from '../../www/src/doors/dates.js';
import { split } from '../../www/src/doors/split.js';
import { agreesWith, findingsFor, paragraphOf, sayingsOf, strip } from '../../www/src/sayings.js';
import { stack } from '../../www/src/layout.js';
import { lately } from '../../www/src/lately.js';
import { segment, spread } from '../../www/src/marks.js';
import { identity } from '../../www/src/parts/siglum.js';
import { en } from '../../www/src/strings/en.js';
import { reportOn } from './page.js';

test.describe('segment', () => {
  const span = (start, end) => ({ start, end });
  const borders = (segments) => segments.map(({ start, end, spans }) => [start, end, spans.length]);

  test('covers the range when there is no span', () => {
    expect(borders(segment(3, 9, []))).toEqual([[3, 9, 0]]);
  });

  test('cuts where spans overlap', () => {
    expect(borders(segment(0, 9, [span(0, 6), span(4, 8)]))).toEqual([[0, 4, 1], [4, 6, 2], [6, 8, 1], [8, 9, 0]]);
  });

  test('names the shortest span first where spans nest', () => {
    const long = span(0, 9);
    const short = span(3, 5);
    expect(segment(0, 9, [long, short])[1].spans).toEqual([short, long]);
  });

  test('cuts spans at the range, and leaves out empty ones and those outside', () => {
    expect(borders(segment(2, 6, [span(0, 3), span(4, 4), span(6, 9), span(5, 9)]))).toEqual([[2, 3, 1], [3, 5, 0], [5, 6, 1]]);
  });

  test('puts the text together again for any spans', () => {
    const text = 'Fourteen 🚢 people were hurt';
    // Every pair of borders stands in for random ones, and nothing is left to chance.
    const spans = [...text].flatMap((_, start) => [span(start, start + 3), span(0, start), span(start, text.length)]);
    const segments = segment(0, text.length, spans);
    expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
    expect(segments.every(({ start, end }) => start < end)).toBe(true);
  });
});

test.describe('blocks', () => {
  const words = (text, parts = []) => blocks(text, parts).map(({ part, start, end }) => [part, text.slice(start, end)]);

  test('parts at empty lines and keeps single line breaks', () => {
    expect(words('One\nstill one\n\n  \nTwo ')).toEqual([['body', 'One\nstill one'], ['body', 'Two']]);
  });

  test('parts at every line break where there is no empty line', () => {
    expect(words('One\r\nTwo\r\nThree')).toEqual([['body', 'One'], ['body', 'Two'], ['body', 'Three']]);
  });

  test('sets a headline apart though only a line break follows it', () => {
    const parts = [{ part: 'headline', start: 0, end: 4 }];
    expect(words('Head\nLede\n\nBody', parts)).toEqual([['headline', 'Head'], ['body', 'Lede'], ['body', 'Body']]);
  });

  test('leaves a dateline in its paragraph', () => {
    const parts = [{ part: 'dateline', start: 0, end: 13 }];
    expect(words('KELNESS, May 1 – It rained.', parts)).toEqual([['body', 'KELNESS, May 1 – It rained.']]);
  });

  test('finds nothing in an empty text', () => {
    expect(words(' \n\n ')).toEqual([]);
  });
});

test.describe('spread', () => {
  const span = (start, end) => ({ start, end });

  test('gives each stretch the spans that reach into it', () => {
    const [one, two, long] = [span(0, 3), span(4, 6), span(5, 25)];
    expect(spread([span(0, 5), span(5, 10), span(20, 30)], [one, two, long])).toEqual([[one, two], [two, long], [long]]);
  });

  test('a long span that began earlier is not lost behind a short one', () => {
    const [long, short] = [span(0, 30), span(1, 2)];
    expect(spread([span(0, 5), span(10, 15), span(20, 25)], [long, short])).toEqual([[long, short], [long], [long]]);
  });

  test('spans that only touch a stretch are not in it', () => {
    expect(spread([span(5, 10)], [span(0, 5), span(10, 12)])).toEqual([[]]);
  });
});

test.describe('lately', () => {
  test('computes once for the same question, and anew for another', () => {
    let asked = 0;
    const sum = lately((/** @type {number[]} */ ...numbers) => {
      asked += 1;
      return numbers.reduce((total, number) => total + number, 0);
    });
    expect([sum(1, 2), sum(1, 2), sum(1), sum(1, 2)]).toEqual([3, 3, 1, 3]);
    expect(asked).toBe(3);
  });
});

test.describe('stack', () => {
  const box = (wanted, height) => ({ wanted, height });

  test('stands boxes where they want to be when there is room', () => {
    expect(stack([box(0, 10), box(50, 10)], 5)).toEqual([0, 50]);
  });

  test('moves boxes down out of each other’s way', () => {
    expect(stack([box(0, 30), box(10, 30), box(12, 30)], 5)).toEqual([0, 35, 70]);
  });

  test('gives the anchor its place and moves those above it up', () => {
    expect(stack([box(40, 30), box(50, 30), box(90, 30)], 5, 1)).toEqual([15, 50, 90]);
  });

  test('never stands a box above the top', () => {
    expect(stack([box(0, 30), box(0, 30), box(10, 30)], 5, 2)).toEqual([0, 35, 70]);
  });
});

test.describe('drafts', () => {
  const filled = (text) => draft({ text });

  test('ids follow the alphabet, then take two letters', () => {
    expect([0, 1, 25, 26, 27, 59].map(idAt)).toEqual(['a', 'b', 'z', 'aa', 'ab', 'bh']);
  });

  test('an empty box between filled ones has no id; trailing ones have the next', () => {
    expect(ids([filled('x'), filled(' '), filled('y'), filled('')])).toEqual(['a', null, 'b', 'c']);
  });

  test('an article keeps the id that it came with, and no other gets that one', () => {
    const drafts = [draft({ text: 'x', id: 'wire-2' }), filled('y'), draft({ text: 'z', id: 'a' }), draft({ id: 'b' }), filled('u'), filled('')];
    expect(ids(drafts)).toEqual(['wire-2', 'b', 'a', null, 'c', 'd']);
    expect(toRequest(drafts).articles.map(({ id }) => id)).toEqual(['wire-2', 'b', 'a', 'c']);
  });

  test('only articles with text are sent, and only fields that are filled', () => {
    const drafts = [filled(''), { ...filled('text '), outlet: ' The Post ', published: '2025-01-02' }];
    expect(toRequest(drafts)).toEqual({ articles: [{ id: 'a', text: 'text ', outlet: 'The Post', published: '2025-01-02' }] });
  });
});

test.describe('findings', () => {
  const texts = ['X\n\nAt least 10 died, police said; 10 dead and 2 hurt.', 'Y\n\n12 dead.', 'Z\n\n10 dead, 3 hurt.'];
  const report = reportOn(texts, [
    { relation: 'same', readings: [['a', '2', 0], ['b', '2', 0]] },
    { relation: 'conflict', readings: [['a', '10', 0], ['a', '10 dead', 0], ['b', '12', 1], ['c', '10', 0]] },
    { relation: 'conflict', readings: [['b', '12 dead', 0], ['c', '3', 1]] },
  ]);

  test('marks follow the text, and the first of each difference is numbered', () => {
    expect(marksIn(report, 'a').map(({ finding, number }) => [finding.id, number])).toEqual([
      ['finding-1', 1],
      ['finding-1', null],
      ['finding-0', null],
    ]);
  });

  test('findings that the article has no part in come last', () => {
    expect(findingsFor(report, 'a').map(({ id }) => id)).toEqual(['finding-1', 'finding-0', 'finding-2']);
  });

  test('an article’s words are gathered by what they say and who says it', () => {
    expect(sayingsOf(report.findings[1], 'a').map((saying) => saying.map(({ text }) => text))).toEqual([['10', '10 dead']]);
  });

  test('an article agrees with the first before it that says the same', () => {
    const order = ['a', 'b', 'c'];
    expect(order.map((id) => agreesWith(report.findings[1], id, order))).toEqual([null, null, 'a']);
  });

  test('paragraphs are counted from the opening', () => {
    const sentence = (start, paragraph) => ({ start, end: start + 5, paragraph });
    const article = {
      parts: [
        { part: 'headline', start: 0, end: 9 },
        { part: 'dateline', start: 10, end: 14 },
        { part: 'lede', start: 14, end: 29 },
        { part: 'caption', start: 30, end: 39 },
        { part: 'body', start: 40, end: 49 },
      ],
      sentences: [sentence(0, 0), sentence(10, 1), sentence(20, 1), sentence(30, 2), sentence(40, 3)],
    };
    expect([0, 1, 2, 3, 4, 5].map((index) => paragraphOf(article, index))).toEqual([null, 1, 1, null, 2, null]);
  });

  test('a strip shows the weightiest relation of each cell', () => {
    expect(strip(marksIn(report, 'a'), texts[0].length, 4)).toEqual(['conflict', null, 'conflict', 'same']);
    expect(strip(marksIn(report, 'a'), texts[0].length, 1)).toEqual(['conflict']);
  });
});

test.describe('the opening sentence', () => {
  const sentence = (given) => {
    const counts = { conflict: 0, contested: 0, compatible: 0, same: 0, only: 0, ...given.counts };
    const { lead, rest } = en.overview.sentence({ conflicts: [], contested: [], stories: [['A', 'B']], articles: 2, ...given, counts });
    return `${lead} ${rest}`;
  };

  test('names the weightiest conflicts and counts the rest', () => {
    expect(sentence({ conflicts: ['the dead'] })).toBe('One conflict. Where the articles differ: the dead.');
    expect(sentence({ conflicts: ['a', 'b', 'c', 'd', 'e'] })).toBe('Five conflicts. Where the articles differ: a; b; c; two more.');
  });

  test('says first that articles are about different events', () => {
    expect(sentence({ stories: [['A', 'B'], ['C']] })).toBe(
      'These are about different events. A and B are about one; C is about another. No conflict found within one event.',
    );
  });

  test('says when nothing can be compared', () => {
    expect(sentence({})).toMatch(/^Nothing found to compare\./);
  });
});

test.describe('identity', () => {
  test('no two articles have tint and pattern in common, and neighbours have neither', () => {
    const all = Array.from({ length: 60 }, (_, index) => identity(idAt(index).toUpperCase()));
    expect(new Set(all.map((given) => JSON.stringify(given))).size).toBe(60);
    for (const [index, { tint, pattern }] of all.slice(1).entries()) {
      expect(tint).not.toBe(all[index].tint);
      expect(pattern).not.toBe(all[index].pattern);
    }
  });
});

test.describe('isoDay', () => {
  for (const [given, day] of [
    ['2025-06-04T23:40:00-05:00', '2025-06-04'],
    ['20250604T120000Z', '2025-06-04'],
    ['Wed, 04 Jun 2025 22:30:00 GMT', '2025-06-04'],
    ['June 4th, 2025, 10 a.m.', '2025-06-04'],
    ['4 Sept. 2025', '2025-09-04'],
    ['4/6/2025', ''],
    ['2025-02-30', ''],
    ['31 April 2025', ''],
    ['last 3 Mondays 2025', ''],
    ['', ''],
    [null, ''],
  ]) {
    test(`${given} is ${day || 'no certain day'}`, () => expect(isoDay(given)).toBe(day));
  }
});

test.describe('split', () => {
  const body = 'It rained for many days in the hills above the town. '.repeat(6).trim();
  const article = (headline) => `${headline}\n\n${body}`;

  test('by headings that count', () => {
    expect(split(`ARTICLE 1\n${article('Dam breaks')}\n\nARTICLE 2:\n${article('Dam holds')}`)).toEqual([article('Dam breaks'), article('Dam holds')]);
  });

  test('by rules with a headline behind each', () => {
    expect(split(`${article('Dam breaks')}\n\n* * *\n\n${article('Dam holds')}`)).toEqual([article('Dam breaks'), article('Dam holds')]);
  });

  test('by an address above each, which stays', () => {
    const [one, two] = ['https://a.example/1', 'https://b.example/2'].map((address) => `${address}\n${article('Dam')}`);
    expect(split(`${one}\n\n${two}`)).toEqual([one, two]);
  });

  test('leaves the sections of one report together', () => {
    expect(split(`${article('Dam breaks')}\n\n* * *\n\n${body}\n\n${body}`)).toBeNull();
  });

  test('leaves a report with an address, or with a short part, as it is', () => {
    expect(split(`${article('Dam breaks')}\nhttps://a.example/1\n${body}`)).toBeNull();
    expect(split(`${article('Dam breaks')}\n\n---\n\nMore soon\n\nStay tuned.`)).toBeNull();
    expect(split(article('Article 4 of the treaty'))).toBeNull();
  });
});
