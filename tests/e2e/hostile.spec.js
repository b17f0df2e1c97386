// Texts that mean harm, through every door: nothing runs, nothing is fetched, nothing breaks. `page.js` fails each test on
// an error, a policy violation or a request that leaves the origin.
import { inert } from '../../www/src/doors/inert.js';
import { asXml, docx, pdf, zip } from './documents.js';
import { drop, expectHarmless, pasteInto, texts } from './doors.js';
import { expect, open, show, test, view } from './page.js';

const ATTACKS = [
  '<script>window.ran=1</script>',
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"<img src=x onerror=window.ran=1>","articleBody":"</script><script>window.ran=1</script>',
  '<img src=x onerror="window.ran=1"><img src="https://elsewhere.example/a.png" srcset="https://elsewhere.example/b.png 2x">',
  '<svg onload="window.ran=1"><style>*{display:none!important}</style><script>window.ran=1</script><image href="https://elsewhere.example/c.png"/></svg>',
  '<a href="javascript:window.ran=1">click</a> <a href="data:text/html,<script>window.ran=1</script>">click</a>',
  '<iframe src="javascript:window.ran=1" srcdoc="<script>parent.ran=1</script>"></iframe><object data="https://elsewhere.example/o"></object><embed src="https://elsewhere.example/e">',
  '<link rel="stylesheet" href="https://elsewhere.example/s.css"><base href="https://elsewhere.example/"><meta http-equiv="refresh" content="0;url=https://elsewhere.example/">',
  '<style>body{background:url(https://elsewhere.example/bg.png)}</style><p style="background:url(https://elsewhere.example/p.png)">styled</p>',
  '<video autoplay onplay=window.ran=1 poster="https://elsewhere.example/v.png"><source src="https://elsewhere.example/v.mp4" onerror=window.ran=1></video>',
  '<form action="https://elsewhere.example/f"><input autofocus onfocus=window.ran=1><button formaction="javascript:window.ran=1">go</button></form>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=window.ran=1&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=window.ran=1>"></noscript>',
  '<template><img src=x onerror=window.ran=1></template><details open ontoggle=window.ran=1>x</details><body onload=window.ran=1>',
  '</textarea></li></main><img src=x onerror=window.ran=1> ${window.ran=1} {{constructor.constructor("window.ran=1")()}} <!--',
];

const ODD = [
  '\u202eright to left override\u202c \u2066isolate\u2069 \u200f\u200e\u061c marks',
  `Z${'\u0300\u0301\u0302\u0316\u0317\u034f'.repeat(60)}algo`,
  'NUL \u0000 and bell \u0007 and escape \u001b[31m',
  'surrogates \ud83d and \udc00 alone, \ufeff mark, \ufffe non-character',
  '👩‍👩‍👧‍👦 🏳️‍🌈 \u{e0001}\u{e0067} tags',
];

/** A report with all of it between its paragraphs. */
const report = (count) =>
  ['Dam breaks above Kelness', ...[...ATTACKS, ...ODD].map((attack, index) => `Police said on Tuesday that ${count} people were hurt. ${attack} Part ${index}.`)].join('\n\n');

const page_ = (count) =>
  `<!doctype html><html><head><title>Dam breaks above Kelness</title></head><body onload="window.ran=1"><article><h1>Dam breaks above Kelness</h1>${report(count)
    .split('\n\n')
    .slice(1)
    .map((words) => `<p>${words}</p>`)
    .join('')}</article></body></html>`;

/** @type {Record<string, (page: import('@playwright/test').Page, count: number) => Promise<void>>} */
const DOORS = {
  typed: async (page, count) => page.locator('textarea').nth(count === 12 ? 0 : 1).fill(report(count)),
  'pasted text': async (page, count) => pasteInto(page.locator('textarea').nth(count === 12 ? 0 : 1), { text: report(count) }),
  'pasted HTML': async (page, count) => pasteInto(page.locator('textarea').nth(count === 12 ? 0 : 1), { html: page_(count), text: report(count) }),
  'text file': (page, count) => drop(page, [{ name: `<img src=x onerror=window.ran=1>${count}.txt`, bytes: report(count) }]),
  Markdown: (page, count) => drop(page, [{ name: 'a.md', bytes: report(count) }]),
  'web page': (page, count) => drop(page, [{ name: 'a.html', bytes: page_(count) }]),
  JSON: (page, count) => drop(page, [{ name: 'a.json', bytes: JSON.stringify({ articles: [{ text: report(count), title: ATTACKS[2], outlet: ATTACKS[3], url: 'javascript:window.ran=1', published: ATTACKS[0] }], __proto__: null }) }]),
  'JSON-LD': (page, count) => drop(page, [{ name: 'a.json', bytes: JSON.stringify({ '@type': 'NewsArticle', headline: ATTACKS[2], articleBody: report(count), author: { name: ATTACKS[3] }, publisher: { name: ATTACKS[0] }, url: 'javascript:window.ran=1' }) }]),
  Word: (page, count) => drop(page, [{ name: 'a.docx', bytes: docx(report(count).split('\n\n').map((words) => `<w:p><w:r><w:t>${asXml(words)}</w:t></w:r></w:p>`).join('')) }]),
  PDF: (page, count) => drop(page, [{ name: 'a.pdf', bytes: pdf([report(count).split('\n\n').map((text, index) => ({ y: 800 - index * 30, text: text.replace(/[^ -~]/g, '?') }))]) }]),
};

for (const [name, enter] of Object.entries(DOORS)) {
  test(`${name}: nothing runs and nothing breaks`, async ({ page }) => {
    await open(page);
    await enter(page, 12);
    await expect.poll(async () => (await texts(page))[0].length, { timeout: 20_000 }).toBeGreaterThan(500);
    await enter(page, 14);
    await expect.poll(async () => (await texts(page))[1]?.length ?? 0, { timeout: 20_000 }).toBeGreaterThan(500);
    await expectHarmless(page);
    for (const summary of await page.locator('summary').all()) await summary.click();
    await expectHarmless(page);
    await expect(view(page, 'Article')).toBeEnabled({ timeout: 20_000 });
    for (const target of /** @type {const} */ (['article', 'table', 'columns', 'wording', 'speakers', 'timeline'])) {
      await show(page, target);
      await expectHarmless(page);
    }
  });
}

test('a megabyte in one line, as text and as HTML, leaves the page usable', async ({ page }) => {
  test.setTimeout(90_000);
  await open(page);
  const line = 'word '.repeat(200_000);
  await drop(page, [{ name: 'line.txt', bytes: line }]);
  await drop(page, [{ name: 'line.html', bytes: `<p>${line}</p>` }]);
  await expect.poll(async () => (await texts(page)).map((text) => text.length), { timeout: 60_000 }).toEqual([line.length, line.length - 1]);
  await page.getByRole('button', { name: 'Start afresh' }).click();
  await expect.poll(() => texts(page)).toEqual(['', '']);
});

test('HTML nested deeper than any stack is read', async ({ page }) => {
  await open(page);
  const depth = 50_000;
  const bytes = `<!doctype html><p>Before all of it, 12 people were hurt.</p>${'<div><b x=1><span>'.repeat(depth)}<p>Deep down, 14 people were hurt.</p>${'</span></b></div>'.repeat(depth)}`;
  await drop(page, [{ name: 'deep.html', bytes }]);
  await expect.poll(async () => (await texts(page))[0], { timeout: 25_000 }).toContain('Deep down, 14 people were hurt.');
});

test('formatting that is opened again in each paragraph fills nothing', async ({ page }) => {
  await open(page);
  const open_ = Array.from({ length: 500 }, (_, index) => `<b id=x${index}>`).join('');
  await drop(page, [{ name: 'bold.html', bytes: `<!doctype html>${open_}${'<p>Some people were hurt.'.repeat(20_000)}` }]);
  await expect.poll(async () => (await texts(page))[0].length, { timeout: 25_000 }).toBeGreaterThan(400_000);
});

test('a document that swells when it is unpacked is refused in time', async ({ page }) => {
  await open(page);
  const bomb = zip({ 'word/document.xml': Buffer.alloc(200_000_000, 'a') }, { claimed: 100 });
  expect(bomb.length).toBeLessThan(1_000_000);
  const entities = `<!DOCTYPE a [<!ENTITY a "${'lol'.repeat(100)}">${Array.from({ length: 9 }, (_, index) => `<!ENTITY a${index} "${`&a${index ? index - 1 : ''};`.repeat(10)}">`).join('')}]><a>&a8;</a>`;
  await drop(page, [{ name: 'bomb.docx', bytes: bomb }, { name: 'laughs.docx', bytes: zip({ 'word/document.xml': entities }) }]);
  await expect(page.locator('.failures')).toContainText('bomb.docx holds more text than one article can have', { timeout: 25_000 });
  await expect(page.locator('.failures')).toContainText('laughs.docx', { timeout: 25_000 });
  expect(await texts(page)).toEqual(['', '']);
});

test('a locked or broken PDF is told, and its actions are left alone', async ({ page }) => {
  await open(page);
  const good = pdf([[{ y: 700, text: 'Readable words stand here.' }]]).toString('latin1');
  const withAction = good.replace('/Type /Catalog', '/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\); window.ran=1) >>');
  const locked = good.replace('/Root 1 0 R', `/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> >>`);
  await drop(page, [{ name: 'action.pdf', bytes: Buffer.from(withAction, 'latin1') }, { name: 'locked.pdf', bytes: Buffer.from(locked, 'latin1') }, { name: 'cut.pdf', bytes: good.slice(0, 60) }]);
  await expect(page.locator('.failures')).toContainText('cut.pdf is damaged', { timeout: 25_000 });
  await expect(page.locator('.failures')).toContainText('locked.pdf is protected by a password');
  expect(await texts(page)).toEqual(['Readable words stand here.', '']);
  await expectHarmless(page);
});

test('sixty hostile articles are compared', async ({ page }) => {
  test.setTimeout(90_000);
  await open(page);
  const articles = Array.from({ length: 60 }, (_, index) => ({ text: report(index + 10).slice(0, 2000), outlet: ATTACKS[index % ATTACKS.length] }));
  await drop(page, [{ name: 'all.json', bytes: JSON.stringify(articles) }]);
  await expect(page.locator('textarea')).toHaveCount(60);
  await expect(page.getByRole('button', { name: 'Read the comparison' })).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Read the comparison' }).click();
  await expect(page.locator('.article-view')).toBeVisible({ timeout: 30_000 });
  await expectHarmless(page);
});

test.describe('inert', () => {
  test('keeps words and structure, and takes what acts', () => {
    expect(inert('<p class=a onclick="x>y" STYLE=\'c:d\'>1 < 2 <b>3</b></p >')).toBe('<p class=a data-onclick="x>y" data-STYLE=\'c:d\'>1 < 2 3</p>');
    expect(inert('a<script>if (a<b) "</p>"</script>b<style>p{}</style>c<!-- <p> -->d')).toBe('abcd');
    expect(inert('<script type="application/ld+json">{"a":"<p style=x>"}</script>')).toBe('<script type="application/ld+json">{"a":"<p style=x>"}</script>');
    expect(inert('<link rel=canonical href="/a"><link rel=stylesheet href="/b"><base href="/c">')).toBe('<link rel=canonical href="/a">');
    expect(inert('<img/onerror=x/src=y><svg/onload=z>')).toBe('<img/data-onerror=x/src=y><svg/data-onload=z>');
    const many = `${'<script>1</script><style>2</style>'.repeat(500)}<div>x</div>`;
    expect(inert(many)).toBe('<div>x</div>');
    // Only inside a drawing does an element end where it begins.
    expect(inert('<svg><script href="x"/></svg><p>a</p>')).toBe('<svg></svg><p>a</p>');
    expect(inert('<svg/><script/>a</script>b')).toBe('<svg/>b');
    expect(inert('<svg></svg><style/>a</style>b')).toBe('<svg></svg>b');
    expect(inert('plain & text')).toBe('plain & text');
  });

  for (const [name, piece] of [['open tags', '<a'], ['open quotes', '<a b="'], ['open comments', '<!--'], ['open scripts', '<script>'], ['brackets', '<'], ['equals', '<a ='], ['attributes', ' a="b"']]) {
    test(`a megabyte of ${name} takes no longer than it must`, () => {
      const source = `<p ${piece.repeat(1_000_000 / piece.length)}`;
      const start = process.cpuUsage().user;
      inert(source);
      // Quadratic work on this takes minutes.
      expect(process.cpuUsage().user - start).toBeLessThan(5_000_000);
    });
  }
});
