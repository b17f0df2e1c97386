// A collection of attempts to have something run (xss.json), through every door of the page and out again: nothing runs, nothing is
// fetched, no policy is violated, and every text is whole. `page.js` fails each test on what is forbidden.
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { readMarkdown } from '../../www/src/doors/markdown.js';
import { seal } from '../../www/src/lessons/model.js';
import { asXml, docx } from './documents.js';
import { drop, expectHarmless, pasteInto, texts } from './doors.js';
import { expect, open, show, test, view } from './page.js';

/** @type {{ family: string, vector: string, swallows?: boolean }[]} `swallows` what an HTML reader takes all that follows for */
const VECTORS = JSON.parse(await readFile(new URL('xss.json', import.meta.url), 'utf8'));

const VIEWS = /** @type {const} */ (['article', 'table', 'columns', 'wording', 'speakers', 'timeline']);

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const head = 'Dam breaks above Kelness';

/** One report with each vector in a sentence of its own. */
const report = (hurt) => [head, ...VECTORS.map(({ vector }, at) => `Police said on Tuesday that ${hurt + at} people were hurt. ${vector} Part ${at}.`)].join('\n\n');

const closed = VECTORS.filter(({ swallows }) => !swallows);

const webPage = (hurt, vectors) =>
  `<!doctype html><html><head><title>${head}</title></head><body><article><h1>${head}</h1>${vectors
    .map(({ vector }, at) => `<p>Police said on Tuesday that ${hurt + at} people were hurt. Before ${at}.</p>\n${vector}\n<p>The fire service said so too, and that help was on its way. Behind ${at}.</p>`)
    .join('\n')}</article></body></html>`;

const packed = (value) => deflateRawSync(JSON.stringify(value)).toString('base64url');

const plain = (text) => text.replace(/\s+/g, ' ').trim();

/** What is to be in the box: of Markdown the marks are taken off, which pure.spec.js holds to its words. */
const due = (name, text) => plain(name === 'Markdown file' ? readMarkdown(text).text : text);

/** Every view is drawn, with a finding chosen where there is one, and nothing in it is foreign. */
async function readAll(page) {
  await expectHarmless(page);
  await expect(view(page, 'Article')).toBeEnabled({ timeout: 30_000 });
  for (const name of VIEWS) {
    await show(page, name);
    const mark = page.locator('main .mark, main button.fact').first();
    if (await mark.count()) await mark.click({ timeout: 5000 }).catch(() => {});
    await expectHarmless(page);
  }
}

/** Doors through which a text comes as it is. */
const EXACT = {
  typed: async (page, text, at) => page.locator('textarea').nth(at).fill(text),
  'pasted as text': async (page, text, at) => pasteInto(page.locator('textarea').nth(at), { text }),
  'text file': (page, text, at) => drop(page, [{ name: `${at}"><img src=x onerror=window.ran=1>.txt`, bytes: text }]),
  'Markdown file': (page, text, at) => drop(page, [{ name: `${at}.md`, bytes: text }]),
  'JSON file': (page, text, at) => {
    const [title, outlet, url, published] = [10, 60, 33, 1].map((vector) => VECTORS[vector + at].vector);
    return drop(page, [{ name: 'a.json', bytes: JSON.stringify([{ text, title, outlet, url, published }]) }]);
  },
  'Word file': (page, text) => drop(page, [{ name: 'a.docx', bytes: docx(text.split('\n\n').map((words) => `<w:p><w:r><w:t xml:space="preserve">${asXml(words)}</w:t></w:r></w:p>`).join('')) }]),
  link: async (page, text, at) => {
    // One link holds both.
    if (at === 0) return;
    const [title, outlet, url, id] = [12, 45, 34, 61].map((vector) => VECTORS[vector].vector);
    await page.goto(`./#articles=${packed({ format: 'variorum-comparison', version: 1, articles: [{ text: report(12), title, outlet, url, id }, { text }] })}&view=${encodeURIComponent(VECTORS[3].vector)}&finding=${encodeURIComponent(VECTORS[9].vector)}`);
    await page.locator('.tab[data-view=input]').click();
  },
  library: async (page, text, at) => {
    if (at === 0) return;
    // What another page of the same origin, or an older version, may have left there.
    await page.evaluate(
      (given) =>
        new Promise((resolve) => {
          localStorage.setItem('variorum-library', 'yes');
          const request = indexedDB.open('variorum', 1);
          request.onupgradeneeded = () => request.result.createObjectStore('comparisons', { keyPath: 'key' });
          request.onsuccess = () => {
            const transaction = request.result.transaction('comparisons', 'readwrite');
            given.forEach((kept) => transaction.objectStore('comparisons').put(kept));
            transaction.oncomplete = () => resolve(request.result.close());
          };
        }),
      [
        { key: VECTORS[0].vector, name: `Poisoned ${VECTORS[9].vector}`, changed: 2, saved: { format: 'variorum-comparison', version: 1, articles: [{ text: report(12) }, { text }] } },
        { key: 'odd', name: { toString: 'x' }, changed: 'never', saved: VECTORS[0].vector },
      ],
    );
    await page.reload();
    await page.getByRole('button', { name: 'Share' }).click();
    await expectHarmless(page);
    await page.getByRole('button', { name: /^Poisoned/ }).first().click();
    await expect(page.locator('main')).toHaveAttribute('data-view', 'article', { timeout: 30_000 });
    await page.locator('.tab[data-view=input]').click();
  },
};

test(`the collection is one of ${VECTORS.length} in many families`, () => {
  expect(VECTORS.length).toBeGreaterThanOrEqual(60);
  expect(new Set(VECTORS.map(({ vector }) => vector)).size).toBe(VECTORS.length);
  const families = new Set(VECTORS.map(({ family }) => family));
  for (const family of ['attributes', 'addresses', 'SVG', 'MathML', 'template', 'mutation', 'signs', 'ends']) expect(families).toContain(family);
});

for (const [name, enter] of Object.entries(EXACT)) {
  test(`${name}: nothing runs, and the text is whole`, async ({ page }) => {
    test.setTimeout(120_000);
    await open(page);
    const given = [report(12), report(14)];
    for (const [at, text] of given.entries()) {
      await enter(page, text, at);
      if (at > 0 || !['link', 'library'].includes(name)) await expect.poll(async () => plain((await texts(page))[at] ?? ''), { timeout: 30_000 }).toBe(due(name, text));
    }
    const read = (await texts(page))[1];
    expect(VECTORS.map((_, at) => at).filter((at) => !read.includes(`Part ${at}.`))).toEqual([]);
    for (const box of await page.locator('summary').all()) await box.click();
    await readAll(page);
  });
}

test('a pasted page: nothing runs, and nothing around the attempts is lost', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page);
  for (const [at, hurt] of [12, 14].entries()) {
    await pasteInto(page.locator('textarea').nth(at), { html: webPage(hurt, closed), text: report(hurt) });
    await expect.poll(async () => (await texts(page))[at] ?? '', { timeout: 30_000 }).toContain(`Behind ${closed.length - 1}.`);
    const text = (await texts(page))[at];
    expect(closed.map((_, part) => part).filter((part) => !text.includes(`Before ${part}.`) || !text.includes(`Behind ${part}.`))).toEqual([]);
  }
  await readAll(page);
});

for (const [name, from] of /** @type {const} */ ([['the first', 0], ['the middle', 50], ['the last', 100]])) {
  test(`web pages with one attempt each, ${name}: nothing runs, and what is around it is there`, async ({ page }) => {
    test.setTimeout(120_000);
    await open(page);
    const batch = VECTORS.slice(from, from + 50);
    await drop(page, batch.map((vector, at) => ({ name: `${at}.html`, bytes: webPage(at + 12, [vector]) })));
    await expect(page.locator('textarea')).toHaveCount(batch.length, { timeout: 60_000 });
    const read = await texts(page);
    const lost = batch.filter(({ swallows }, at) => !read[at].includes('Before 0.') || !(swallows || read[at].includes('Behind 0.')));
    expect(lost).toEqual([]);
    await expectHarmless(page);
  });
}

/** Findings as a link holds them, with an attempt in each field. */
function digest() {
  let at = 0;
  const next = () => VECTORS[at++ % VECTORS.length].vector;
  const ids = [next(), next()];
  // What looks like one of Lit's own templates is none.
  const template = { _$litType$: 1, strings: ['<img src=x onerror=window.ran=1>'], values: [] };
  const reading = (article) => ({ article, start: 0, end: 5, text: next().slice(0, 80), norm: next(), precision: template, group: article === ids[0] ? 0 : 1, by: { text: next(), start: 0, end: 3 }, certainty: template, sentence: 0 });
  return {
    format: 'variorum-findings',
    version: 1,
    report: {
      version: 1,
      engine: '</head><script>window.ran=1</script>"><img src=x onerror=window.ran=1>',
      articles: ids.map((id) => ({ id, siglum: next(), title: next(), outlet: next(), published: next(), length: 100, language: '"><img src=x onerror=window.ran=1>', parts: [{ part: next(), start: 0, end: 100 }], sentences: [{ start: 0, end: 100, paragraph: 0 }] })),
      stories: [ids],
      findings: VECTORS.map(({ vector }, index) => ({
        id: `${vector}${index}`,
        kind: 'count',
        relation: ['conflict', 'contested', 'compatible', 'same'][index % 4],
        label: vector,
        ...(index % 3 === 0 && { topic: { form: 'of', of: vector, detail: next() } }),
        summary: vector,
        severity: 'correct',
        reasons: [{ code: next(), message: next(), reconciles: true }],
        readings: ids.map(reading),
        absent: [],
      })),
    },
  };
}

test('findings from a link: nothing runs, here, in a frame, and in what is saved of them', async ({ page, context }) => {
  test.setTimeout(120_000);
  await page.goto(`./#findings=${packed(digest())}`);
  await expect(page.getByRole('table')).toBeVisible({ timeout: 30_000 });
  await expectHarmless(page);
  for (const fact of (await page.locator('button.fact').all()).slice(0, 3)) await fact.click();
  await expectHarmless(page);
  await page.getByRole('button', { name: 'Share' }).click();
  const panel = page.getByRole('dialog', { name: 'Share and keep' });
  const [download] = await Promise.all([page.waitForEvent('download'), panel.getByRole('button', { name: 'Web page' }).click()]);
  const saved = await context.newPage();
  const text = await readFile(await download.path(), 'utf8');
  await saved.route('**/saved.html', (route) => route.fulfill({ body: text, contentType: 'text/html; charset=utf-8' }));
  await saved.goto('./saved.html');
  await expect(saved.getByRole('table').first()).toBeVisible();
  expect(await saved.locator('script:not([type]), img, svg, iframe, [onerror], [onload], a:not([href^="#"])').count()).toBe(0);
  expect(await saved.evaluate(() => window.ran)).toBeUndefined();
  await panel.getByRole('button', { name: 'Copy embed code' }).click();
  await expect(panel.getByRole('status')).toContainText(/Copied|Too long/);
  for (const lang of [VECTORS[3].vector, 'en']) {
    await saved.goto(`./embed.html?lang=${encodeURIComponent(lang)}#findings=${packed(digest())}`);
    await expect(saved.locator('variorum-report')).toBeVisible({ timeout: 30_000 });
    await expectHarmless(saved, 'variorum-report');
  }
});

test('articles in a frame, with hostile names in its address: nothing runs', async ({ page }) => {
  test.setTimeout(120_000);
  const articles = [{ text: report(12), title: VECTORS[4].vector, url: 'javascript:window.ran=1' }, { text: report(14), outlet: VECTORS[5].vector }];
  for (const { vector } of VECTORS.slice(0, 3)) {
    await page.goto(`./embed.html?lang=${encodeURIComponent(vector)}#articles=${packed({ format: 'variorum-comparison', version: 1, articles })}&view=${encodeURIComponent(vector)}`);
    await expect(page.locator('variorum-comparer .mark, variorum-comparer textarea').first()).toBeVisible({ timeout: 30_000 });
    await expectHarmless(page);
    await page.goto('about:blank');
  }
});

test('the code for pages of others takes no address that is not one', async ({ page, baseURL }) => {
  const hostile = ['javascript:parent.ran=1', ' javascript:window.ran=1', 'data:text/html,<script>parent.ran=1</script>', 'vbscript:x', '//elsewhere.example/'];
  const figures = hostile.map((address) => `<figure class="variorum-embed" data-src="${asXml(address).replaceAll('"', '&quot;')}"><table></table></figure>`).join('');
  await page.route('**/host.html', (route) => route.fulfill({ body: `<!doctype html><title>News</title>${figures}<script src="${baseURL}embed.js"></script>`, contentType: 'text/html; charset=utf-8' }));
  await page.goto('./host.html');
  await expect(page.locator('figure[data-src]')).toHaveCount(0);
  expect(await page.locator('iframe').count()).toBe(0);
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
});

test('a saved page with attempts behind its data is opened as text', async ({ page }) => {
  const saved = { format: 'variorum-comparison', version: 1, articles: [{ text: report(12) }, { text: report(14) }], rules: [{ rule: VECTORS[0].vector, left: VECTORS[1].vector, right: null }], reviews: { [VECTORS[2].vector]: { status: VECTORS[3].vector, note: VECTORS[4].vector } } };
  const file = `<!doctype html><script>window.ran=1</script><img src=x onerror=window.ran=1><script type="application/json" id="variorum-comparison">${JSON.stringify(saved).replaceAll('<', '\\u003c')}</script><svg onload=window.ran=1>`;
  await open(page);
  await drop(page, [{ name: 'saved.html', bytes: file }]);
  await expect.poll(async () => plain((await texts(page))[1] ?? ''), { timeout: 30_000 }).toBe(plain(report(14)));
  await readAll(page);
});

/** A lesson with an attempt in each field, as data. */
function lesson() {
  let at = 0;
  const next = () => VECTORS[at++ % VECTORS.length].vector;
  const text = report(12);
  return seal(
    {
      id: 'hostile', language: 'en', title: `Lesson ${next()}`, notes: next(),
      aids: { lines: true, terms: true, hints: true, large: false },
      articles: [{ id: 'a', text, name: next(), altered: true }, { id: 'b', text: report(14), name: next(), altered: false }],
      exercises: [
        { id: 'e1', type: 'mark', instructions: next(), articles: ['a', 'b'], items: [{ id: 'i1', prompt: next(), points: 2 }] },
        { id: 'e2', type: 'speakers', instructions: next(), articles: ['a'], options: [{ id: 's1', text: next() }, { id: 's2', text: next() }], items: [{ id: 'i2', prompt: next(), points: 1 }] },
        { id: 'e3', type: 'ladder', instructions: next(), articles: [], items: [{ id: 'i3', prompt: next(), points: 2, options: [{ id: 't1', text: next() }, { id: 't2', text: next() }] }] },
        { id: 'e4', type: 'questions', instructions: next(), articles: [], items: VECTORS.slice(0, 90).map(({ vector }, index) => ({ id: `q${index}`, prompt: vector, points: 0 })) },
      ],
    },
    { i1: { reason: next(), hint: next(), relation: 'conflict', targets: [{ places: [{ article: 'a', start: 0, end: 3 }] }] }, i2: { reason: next(), choice: 's1' }, i3: { reason: next(), ranks: { t1: 2, t2: 0 } } },
  );
}

test('a lesson, by link, as a file, and handed on as one page: nothing runs', async ({ page, context }) => {
  test.setTimeout(120_000);
  const given = lesson();
  await page.goto(`./lesson.html#lesson=${packed(given)}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(given.title);
  for (const button of await page.getByRole('button', { name: 'Check' }).all()) await button.click();
  await expectHarmless(page, 'variorum-lesson');
  await page.goto('./lesson.html');
  await page.locator('input[type=file]').setInputFiles({ name: '<img src=x onerror=window.ran=1>.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(given)) });
  await expect(page.getByLabel('Title')).toHaveValue(given.title);
  await expectHarmless(page, 'variorum-lesson-maker');
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'One web page' }).click()]);
  const text = await readFile(await download.path(), 'utf8');
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)?.[1] ?? '';
  expect(policy).not.toContain('unsafe-inline');
  const alone = await context.newPage();
  // By its name a browser knows what the file is.
  const file = `${await download.path()}.html`;
  await writeFile(file, text);
  await alone.goto(pathToFileURL(file).href);
  await expect(alone.getByRole('heading', { level: 1 })).toHaveText(given.title);
  // It has two scripts of its own, the lesson as data and what does it, and no other.
  await expect(alone.locator('script')).toHaveCount(2);
  await alone.locator('script').evaluateAll((own) => own.forEach((script) => script.remove()));
  await expectHarmless(alone, 'variorum-lesson');
});
