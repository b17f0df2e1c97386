// Articles from the files of other programs, what is written for them, and links to the words of a page.
import { readFile } from 'node:fs/promises';
import { test as anywhere } from '@playwright/test';
import { textFragment } from '../../www/package/exchange.js';
import { drop, texts } from './doors.js';
import { expect, open, test } from './page.js';

const FEED = `<?xml version="1.0"?><!-- by hand --><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel><title>Herald &amp; Post</title>
  <item><title>Fire hurts 12</title><link>https://herald.example/fire</link><dc:creator>Ann Lee</dc:creator><pubDate>Tue, 05 Mar 2024 22:30:00 GMT</pubDate>
    <description>A summary.</description>
    <content:encoded><![CDATA[<p>A fire hurt <b>12</b> people &amp; a dog.</p><script>window.ran = true</script><img src=x onerror="window.ran = true"><p>It burnt.</p>]]></content:encoded></item>
  <item><title>Council votes</title><description>&lt;p&gt;The council voted.&lt;/p&gt;</description><source>The Wire</source></item></channel></rss>`;

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title><entry><title>Fourteen hurt</title><published>2024-03-06T01:00:00Z</published>
  <link href="https://c.example/fire"/><author><name>Eve Roe</name></author>
  <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml" style="color: red"><p onclick="window.ran = true">A fire hurt 14 people.</p><script>window.ran = true</script><p>The ferry<br/> was towed.</p></div></content></entry></feed>`;

test('each item of a feed is an article', async ({ page }) => {
  await open(page);
  await drop(page, [{ name: 'wire.xml', bytes: FEED }]);
  await expect.poll(() => texts(page)).toEqual(['Fire hurts 12\n\nBy Ann Lee\n\nA fire hurt 12 people & a dog.\n\nIt burnt.', 'Council votes\n\nThe council voted.']);
  await expect(page.getByLabel('Outlet').first()).toHaveValue('Herald & Post');
  await expect(page.getByLabel('Published').first()).toHaveValue('2024-03-05');
  await expect(page.getByLabel('Outlet').nth(1)).toHaveValue('The Wire');
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});

test('an entry of Atom may hold its text as elements', async ({ page }) => {
  await open(page);
  await drop(page, [{ name: 'courier', bytes: ATOM }]);
  await expect.poll(async () => (await texts(page))[0]).toMatch(/^Fourteen hurt\n\nBy Eve Roe\n\nA fire hurt 14 people\.\n\nThe ferry\s+was towed\.$/);
  await expect(page.getByLabel('Published').first()).toHaveValue('2024-03-06');
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});

test('feeds that are damaged, or declare entities, are told apart from articles', async ({ page }) => {
  await open(page);
  await drop(page, [
    { name: 'damaged.xml', bytes: '<rss><channel><item><title>Fire</item></channel></rss>' },
    { name: 'laughs.xml', bytes: '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>' },
    { name: 'empty.rss', bytes: '<rss><channel><title>Herald</title></channel></rss>' },
  ]);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('damaged.xml is not well-formed XML');
  await expect(alert).toContainText('laughs.xml declares entities');
  await expect(alert).toContainText('empty.rss has no words in it');
});

test('a feed of a hundred thousand items gives as many as there is room for, and says how many it left', async ({ page }) => {
  await open(page);
  const items = Array.from({ length: 100_000 }, (_, at) => `<item><title>Item ${at}</title><description>The harbour was closed.</description></item>`);
  await drop(page, [{ name: 'archive.xml', bytes: `<rss version="2.0"><channel><title>Archive</title>${items.join('')}</channel></rss>` }]);
  await expect(page.locator('textarea')).toHaveCount(60, { timeout: 30_000 });
  expect((await texts(page)).at(-1)).toBe('Item 59\n\nThe harbour was closed.');
  await expect(page.locator('.failures')).toContainText('99,940 articles could not be added');
  // The page goes on answering.
  await page.locator('textarea').first().fill('Typed');
  await expect(page.locator('textarea').first()).toHaveValue('Typed');
});

test('a news item of ninjs is an article', async ({ page }) => {
  const item = {
    uri: 'http://agency.example/1', versionCreated: '2013-07-09T10:37:00Z', by: 'By Ann Lee', infoSources: [{ name: 'The Agency' }],
    headlines: [{ role: 'short', value: 'Trial' }, { role: 'main', value: 'Captain on trial' }],
    bodies: [{ role: 'main', contentType: 'text/plain', value: 'One line.' }, { role: 'rich', contentType: 'application/xhtml+xml', value: '<p>The trial has begun.</p> <p>He denied it.</p>' }],
    associations: [{ name: 'pic', uri: 'http://agency.example/pic', headlines: [{ value: 'Ship' }] }],
  };
  await open(page);
  await drop(page, [{ name: 'item.json', bytes: JSON.stringify(item) }]);
  await expect.poll(async () => (await texts(page))[0]).toBe('Captain on trial\n\nBy Ann Lee\n\nThe trial has begun.\n\nHe denied it.');
  await expect(page.getByLabel('Outlet').first()).toHaveValue('The Agency');
});

test('annotations and claims are saved, without the findings that were dismissed', async ({ page }) => {
  await open(page, [
    'Ferry hits rocks\n\nThe ferry Aurora carried 212 passengers when it hit rocks off Corva on Monday, police said.',
    'Ferry Aurora hits rocks off Corva\n\nThe ferry Aurora carried 221 passengers when it hit rocks off Corva on Monday.',
  ]);
  await expect(page.getByRole('button', { name: 'Article', exact: true })).toBeEnabled();
  await page.getByRole('button', { name: 'Share' }).click();
  const panel = page.getByRole('dialog', { name: 'Share and keep' });
  const saved = async (name) => {
    const [download] = await Promise.all([page.waitForEvent('download'), panel.getByRole('button', { name, exact: true }).click()]);
    return JSON.parse(await readFile(await download.path(), 'utf8'));
  };
  const annotations = await saved('Web annotations');
  const classes = annotations.first.items.map(({ body }) => body.find(({ purpose }) => purpose === 'classifying').value);
  expect(classes).toContain('conflict');
  expect(annotations.total).toBe(classes.length);
  const claims = await saved('Claims');
  expect(claims['@graph'].filter((node) => node['@type'] === 'NewsArticle')).toHaveLength(2);
  await panel.getByLabel(/Findings and short quotes only/).check();
  await expect(panel.getByRole('button', { name: 'Claims', exact: true })).toHaveCount(0);
  await expect(panel.getByRole('button', { name: 'CSV', exact: true })).toHaveCount(1);
});

test('news items of earlier versions of ninjs, and those in a package, are articles', async ({ page }) => {
  const first = { uri: 'http://agency.example/1', type: 'text', versioncreated: '2013-07-09T10:37:00Z', byline: 'By Ann Lee', headline: 'Captain on trial', body_xhtml: '<p>The trial has begun.</p><p>He denied it.</p>', copyrightholder: 'The Agency' };
  const second = { uri: 'http://agency.example/2', versioncreated: '2020-03-05T08:00:00Z', bylines: [{ byline: 'Eve Roe' }], headlines: [{ role: 'main', value: 'Ferry afloat' }], bodies: [{ contenttype: 'text/html', value: '<p>The ferry is afloat.</p>' }], infosources: [{ name: 'The Wire' }] };
  const packed = { uri: 'http://agency.example/3', type: 'composite', associations: { story: { ...first, uri: 'http://agency.example/4', headline: 'Within' }, picture: { uri: 'http://agency.example/5', type: 'picture' } } };
  await open(page);
  await drop(page, [first, second, packed].map((item, at) => ({ name: `${at}.json`, bytes: JSON.stringify(item) })));
  await expect.poll(() => texts(page)).toEqual(['Captain on trial\n\nBy Ann Lee\n\nThe trial has begun.\n\nHe denied it.', 'Ferry afloat\n\nBy Eve Roe\n\nThe ferry is afloat.', 'Within\n\nBy Ann Lee\n\nThe trial has begun.\n\nHe denied it.']);
  await expect(page.getByLabel('Outlet').nth(1)).toHaveValue('The Wire');
  await expect(page.getByLabel('Published').first()).toHaveValue('2013-07-09');
});

test('items of RSS 1.0 stand beside their channel', async ({ page }) => {
  await open(page);
  const feed = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="https://h.example/"><title>Herald</title><items><rdf:Seq><rdf:li resource="https://h.example/1"/></rdf:Seq></items></channel>
    <item rdf:about="https://h.example/1"><title>Fire hurts 12</title><link>https://h.example/1</link><description>A fire hurt 12 people.</description><dc:date>2024-03-05T08:00:00Z</dc:date></item></rdf:RDF>`;
  await drop(page, [{ name: 'herald.rdf', bytes: feed }]);
  await expect.poll(async () => (await texts(page))[0]).toBe('Fire hurts 12\n\nA fire hurt 12 people.');
  await expect(page.getByLabel('Outlet').first()).toHaveValue('Herald');
  await expect(page.getByLabel('Published').first()).toHaveValue('2024-03-05');
});

test('a page whose JSON-LD is damaged is read as it shows itself', async ({ page }) => {
  await open(page);
  const story = ['A fire on the ferry Aurora hurt 12 people on Monday, police said, and the crew left it in two boats.', 'Its owner said that the ferry was on its way from Corva to Tarrow and that all on board were safe by noon.'];
  await drop(page, [{ name: 'saved.html', bytes: `<!doctype html><title>Fire hurts 12</title><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Fire</script><h1>Fire hurts 12</h1>${story.map((words) => `<p>${words}</p>`).join('')}` }]);
  await expect.poll(async () => (await texts(page))[0]).toBe(['Fire hurts 12', ...story].join('\n\n'));
  await expect(page.getByRole('alert')).toHaveCount(0);
});

const FERRY = [
  'Ferry hits rocks\n\nThe ferry Aurora carried 212 passengers when it hit rocks off Corva on Monday, police said. The repair will cost $3 million.',
  'Ferry Aurora hits rocks off Corva\n\nThe ferry Aurora carried 221 passengers when it hit rocks off Corva on Monday. The repair will cost $4 million.',
];

/** What the page would save as annotations. */
async function annotationsOf(page) {
  await page.getByRole('button', { name: 'Share' }).click();
  const panel = page.getByRole('dialog', { name: 'Share and keep' });
  const [download] = await Promise.all([page.waitForEvent('download'), panel.getByRole('button', { name: 'Web annotations', exact: true }).click()]);
  await panel.getByRole('button', { name: 'Close' }).click();
  return JSON.parse(await readFile(await download.path(), 'utf8'));
}

const bring = (page, value) => drop(page, [{ name: 'marks.annotations.jsonld', bytes: typeof value === 'string' ? value : JSON.stringify(value) }]);
const classOf = ({ body }) => body.find(({ purpose }) => purpose === 'classifying').value;

test('annotations come back, to the byte, in the articles that they were made of', async ({ page }) => {
  await open(page, FERRY);
  await expect(page.getByRole('button', { name: 'Article', exact: true })).toBeEnabled();
  const saved = await annotationsOf(page);
  // Somebody else keeps the conflicts alone.
  const items = saved.first.items.filter((item) => classOf(item) === 'conflict');
  expect(items.length).toBeGreaterThan(3);
  await bring(page, { ...saved, total: items.length, first: { ...saved.first, items } });
  await expect(page.getByRole('status').filter({ hasText: 'from the file shown in place of what was found' })).toBeVisible();
  await expect(page.locator('main')).toHaveAttribute('data-view', 'article');
  await expect(page.locator('.mark.conflict')).not.toHaveCount(0);
  await expect(page.locator('.mark:not(.conflict)')).toHaveCount(0);
  expect((await annotationsOf(page)).first.items).toEqual(items);
  // What was found is a click away.
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => page.locator('variorum-comparer').evaluate(({ comparison }) => comparison.outcome.report.findings.some(({ relation }) => relation === 'same'))).toBe(true);
  expect((await annotationsOf(page)).first.items).toEqual(saved.first.items);
});

test('in a later version marks are found by their quotes, and those that are not are told', async ({ page }) => {
  await open(page, FERRY);
  await expect(page.getByRole('button', { name: 'Article', exact: true })).toBeEnabled();
  const saved = await annotationsOf(page);
  await page.locator('textarea').first().fill(`UPDATE 🚢\n\n${FERRY[0].replace(' The repair will cost $3 million.', '')}`);
  await bring(page, saved);
  await expect(page.getByRole('alert')).toContainText(/marks\.annotations\.jsonld has .* that could not be shown/);
  await expect(page.locator('.mark.conflict').first()).toHaveText('212');
  const readings = await page.locator('variorum-comparer').evaluate(({ comparison: { outcome: { request, report } } }) =>
    report.findings.flatMap((finding) => finding.readings.map(({ article, start, end, text }) => [request.articles.find(({ id }) => id === article).text.slice(start, end), text])),
  );
  expect(readings.length).toBeGreaterThan(3);
  for (const [there, told] of readings) expect(there).toBe(told);
});

test('a note that somebody wrote on the words of a finding stands with it', async ({ page }) => {
  await open(page, FERRY);
  await expect(page.getByRole('button', { name: 'Article', exact: true })).toBeEnabled();
  await bring(page, {
    '@context': 'http://www.w3.org/ns/anno.jsonld', id: 'https://notes.example/1', type: 'Annotation', motivation: 'commenting',
    body: { type: 'TextualBody', value: 'The coastguard says 212 <b>too</b>.' },
    target: { source: 'https://herald.example/ferry', selector: { type: 'TextQuoteSelector', exact: '212', prefix: 'carried ' } },
  });
  await expect(page.locator('.own-note', { hasText: 'The coastguard says 212 <b>too</b>.' }).first()).toBeVisible();
  await expect(page.locator('.mark.same')).not.toHaveCount(0);
});

test('annotations without their articles are told, and so are those of other texts', async ({ page }) => {
  const note = { type: 'Annotation', target: { source: 'x', selector: { type: 'TextQuoteSelector', exact: 'nineteen' } } };
  await open(page);
  await bring(page, [note]);
  await expect(page.getByRole('alert')).toContainText('Bring in those that it was made of');
  await page.locator('textarea').first().fill(FERRY[0]);
  await bring(page, [note]);
  await expect(page.getByRole('alert')).toContainText('none of their words stand in the articles here');
  await bring(page, { type: 'AnnotationCollection', first: 'https://notes.example/page1' });
  await expect(page.getByRole('alert')).toContainText('are elsewhere');
  await bring(page, '{ "type": "AnnotationCollection", ');
  await expect(page.getByRole('alert')).toContainText('is not valid JSON');
  await expect(page.locator('textarea').first()).toHaveValue(FERRY[0]);
});

anywhere('browsers find the words that a link names', async ({ page }) => {
  const other = 'Twelve miles away 12 people waited for 12 buses.';
  const text = `Fire hurts 12\n\nA fire on the ferry Aurora hurt 12 people on Monday, police said. “It’s Aldaya’s ship – the best, isn’t it?” a man said.`;
  const [, story] = text.split('\n\n');
  await page.route('https://herald.example/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><meta charset=utf-8><h1>Fire hurts 12</h1><p>${other}</p><div style="height: 5000px"></div><p id="story">${story}</p><div style="height: 5000px"></div>`,
    }),
  );
  for (const words of ['12 people', '12', 'Aldaya', 'best, isn’t it', story]) {
    const start = text.indexOf(words, text.indexOf('Aurora hurt') * Number(words.startsWith('12')));
    await page.goto('about:blank');
    await page.goto(textFragment('https://herald.example/fire', text, start, start + words.length) ?? '');
    const seen = () => page.locator('#story').evaluate((element) => Math.abs(element.getBoundingClientRect().top) < innerHeight);
    await expect.poll(seen, { message: words }).toBe(true);
  }
});
