// Lessons in a learning platform: the packages, run and scored in a real run-time (scorm-again), left and gone on with.
import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { seal } from '../../www/src/lessons/model.js';
import { runtimeOf } from '../../www/src/lessons/player/runtime.js';
import { Chance } from '../../www/src/lessons/random.js';
import { expect, test } from './page.js';

const ONE =
  'Ferry Aldona hits rocks off Tarrow\n\nThe ferry Aldona carried 212 passengers when it hit rocks off Tarrow on Friday, the coastguard said. Fourteen people were hurt.\n\nThe captain, Ingrid Maddern, was interviewed on Saturday.';
const TWO = 'Ferry Aldona aground off Tarrow\n\nThe ferry Aldona carried 221 passengers when it hit rocks off Tarrow on Friday, the coastguard said. Some 14 people were hurt.';

/** @param {Uint8Array} bytes an archive @returns {Map<string, string>} its files by their names */
const unzipped = (bytes) => new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

/** Notes of a diligent student: longer than SCORM 1.2 has room for, before they are packed. */
const PROSE = Array.from({ length: 60 }, (_, at) => `Report ${at % 2 ? 'A' : 'B'} gives ${200 + at} passengers and names the coastguard – I would ask the captain in line ${at}.`).join('\n');

/** Letters by chance, which cannot be packed. */
const NOISE = ((chance) => Array.from({ length: 9000 }, () => String.fromCharCode(33 + chance.below(90))).join(''))(new Chance(1));

/** A platform with scorm-again in it; what an earlier visit left is in the address. */
const platform = (script, object, constructor) => `<!doctype html><html lang="en"><title>Platform</title>
<script src="${script}"></script>
<script>
  window.${object} = new ${constructor}({ logLevel: 5 });
  const before = location.hash ? JSON.parse(decodeURIComponent(location.hash.slice(1))) : null;
  if (before) window.${object}.loadFromJSON(before, '');
</script>
<iframe src="package/index.html" title="Lesson" style="width:100%;height:90vh"></iframe></html>`;

for (const [version, script, object, constructor, status] of [
  ['1.2', 'scorm12.min.js', 'API', 'Scorm12API', (cmi) => [cmi.core.lesson_status, cmi.core.score.raw]],
  ['2004', 'scorm2004.min.js', 'API_1484_11', 'Scorm2004API', (cmi) => [cmi.completion_status, cmi.score.raw]],
]) {
  test(`a SCORM ${version} package is scored, completed and gone on with`, async ({ page }) => {
    const comparison = { format: 'variorum-comparison', version: 1, articles: [{ text: ONE }, { text: TWO }] };
    await page.goto(`./lesson.html#articles=${deflateRawSync(JSON.stringify(comparison)).toString('base64url')}`);
    await page.getByRole('button', { name: 'Where do the reports differ?' }).click();
    await page.getByRole('button', { name: 'Talk about it' }).click();
    await page.getByLabel('Title').fill('Ferry & “fog” <1>');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: `(SCORM ${version})` }).click()]);
    const files = unzipped(await readFile(await download.path()));
    expect([...files.keys()]).toEqual(['imsmanifest.xml', 'index.html']);
    // In a page of nobody's: ours lets no string become markup.
    const elsewhere = await page.context().newPage();
    const manifest = await elsewhere.evaluate((xml) => {
      const parsed = new DOMParser().parseFromString(xml, 'application/xml');
      return { error: parsed.querySelector('parsererror')?.textContent ?? null, title: parsed.querySelector('item > title')?.textContent, version: parsed.querySelector('schemaversion')?.textContent, href: parsed.querySelector('resource')?.getAttribute('href') };
    }, files.get('imsmanifest.xml'));
    expect(manifest).toEqual({ error: null, title: 'Ferry & “fog” <1>', version: version === '1.2' ? '1.2' : '2004 4th Edition', href: 'index.html' });

    const html = (body) => ({ contentType: 'text/html; charset=utf-8', body });
    const runtime = await readFile(new URL(`../../node_modules/scorm-again/dist/${script}`, import.meta.url), 'utf8');
    await page.route('**/platform/**', (route) => {
      const { pathname } = new URL(route.request().url());
      if (pathname.endsWith('.js')) return route.fulfill({ contentType: 'text/javascript', body: runtime });
      return route.fulfill(html(pathname.endsWith('package/index.html') ? files.get('index.html') : platform(script, object, constructor)));
    });
    const cmi = () => page.evaluate((name) => window[name].renderCMIToJSONObject().cmi ?? window[name].renderCMIToJSONObject(), object);
    await page.goto('./platform/');
    const frame = page.frameLocator('iframe');
    await expect(frame.getByRole('heading', { level: 1 })).toHaveText('Ferry & “fog” <1>');
    const word = (text) => frame.locator('[data-word]', { hasText: new RegExp(`^${text}$`) });
    await word('212').first().click();
    expect(status(await cmi())[0]).toBe('incomplete');
    await frame.getByRole('button', { name: 'Check' }).click();
    const [state, raw] = status(await cmi());
    expect(state).toBe('completed');
    expect(Number(raw)).toBeGreaterThan(0);
    expect(Number(raw)).toBeLessThan(100);

    // The platform gives back what it kept, to another visit.
    await frame.getByPlaceholder('Your notes').first().fill(PROSE);
    await frame.getByPlaceholder('Your notes').first().blur();
    await expect(frame.getByText('The learning platform keeps what you do')).toBeVisible();
    const { suspend_data: kept } = await cmi();
    expect(PROSE.length).toBeGreaterThan(5000);
    expect(kept.length).toBeLessThanOrEqual(version === '1.2' ? 4096 : 64_000);
    await page.goto('about:blank');
    await page.goto(`./platform/#${encodeURIComponent(JSON.stringify({ suspend_data: kept }))}`);
    await expect(word('212').first()).toHaveAttribute('aria-selected', 'true');
    await expect(frame.getByRole('button', { name: 'Check again' })).toBeVisible();
    await expect(frame.getByPlaceholder('Your notes').first()).toHaveValue(PROSE);
    await word('221').first().click();
    await frame.getByRole('button', { name: 'Check again' }).click();
    expect(Number(status(await cmi())[1])).toBeGreaterThan(Number(raw));
  });
}

test.describe('what a platform keeps', () => {
  /** A platform that takes what it has room for, and what it holds then. */
  const platform = (takes = () => true) => {
    const held = new Map();
    const api = {
      LMSInitialize: () => 'true',
      LMSCommit: () => 'true',
      LMSFinish: () => 'true',
      LMSGetValue: (element) => held.get(element) ?? '',
      LMSSetValue: (element, value) => (takes(element, value) ? (held.set(element, value), 'true') : 'false'),
    };
    return { held, runtime: () => runtimeOf({ API: api }) };
  };
  const done = (text) => ({ name: 'Zoë', work: { i1: { marks: [{ article: 'a', start: 1, end: 4 }], tries: 1 }, i2: { text } } });
  const report = (runtime, what) => runtime.report(what, { earned: 100, of: 200 }, true);

  for (const [name, text] of Object.entries({ 'few notes': 'Ask again.', 'many notes': PROSE, 'notes in other scripts': 'Пассажиры 🚢 '.repeat(40) })) {
    test(`${name} come back as they were`, () => {
      const { held, runtime } = platform();
      expect(report(runtime(), done(text))).toBe('all');
      expect(held.get('cmi.suspend_data').length).toBeLessThanOrEqual(4096);
      expect(held.get('cmi.suspend_data')).toMatch(/^[\x20-\x7e]*$/);
      expect(runtime().resumed()).toEqual(done(text));
    });
  }

  test('where notes find no room the answers stay, and it is told', () => {
    const { runtime } = platform();
    expect(report(runtime(), done(NOISE))).toBe('answers');
    expect(runtime().resumed()).toEqual({ ...done(''), work: { ...done('').work, i2: {} } });
  });

  test('a platform that takes nothing is told of', () => {
    const { runtime } = platform((element) => !element.includes('suspend'));
    expect(report(runtime(), done(''))).toBe('nothing');
    expect(runtime().resumed()).toBe(null);
  });

  test('what an older page left is read, and what nobody can read is as if nothing was there', () => {
    const { held, runtime } = platform();
    held.set('cmi.suspend_data', JSON.stringify(done('x')));
    expect(runtime().resumed()).toEqual(done('x'));
    for (const damaged of ['z1.', 'z1.????', 'z1.AAAA', '{', 'z9.AA']) {
      held.set('cmi.suspend_data', damaged);
      expect(runtime().resumed()).toBe(null);
    }
  });
});

test('a student whose notes find no room in the platform is told at once', async ({ page }) => {
  await page.addInitScript(() => {
    const held = new Map();
    window.API = { LMSInitialize: () => 'true', LMSCommit: () => 'true', LMSFinish: () => 'true', LMSGetValue: (element) => held.get(element) ?? '', LMSSetValue: (element, value) => (held.set(element, value), 'true') };
  });
  const lesson = seal(
    { id: 'notes', language: 'en', title: 'Notes', notes: '', aids: { lines: false, terms: false, hints: false, large: false }, articles: [{ id: 'a', text: ONE, name: 'A', altered: false }], exercises: [{ id: 'e1', type: 'questions', instructions: '', articles: ['a'], items: [{ id: 'i1', prompt: 'Why?', points: 0 }] }] },
    {},
  );
  await page.route('**/alone.html', async (route) => {
    const script = await readFile(new URL('../../dist/lesson-player.js', import.meta.url), 'utf8');
    await route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html><html lang="en"><title>Lesson</title><body><script type="application/json" id="variorum-lesson">${JSON.stringify(lesson).replaceAll('<', '\\u003c')}</script><script>${script.replaceAll(/<\/(script)/gi, '<\\/$1')}</script></body></html>` });
  });
  await page.goto('./alone.html');
  await expect(page.getByText('The learning platform keeps what you do')).toBeVisible();
  await page.getByPlaceholder('Your notes').fill(NOISE);
  await page.getByPlaceholder('Your notes').blur();
  await expect(page.getByRole('alert')).toContainText('no room for all your notes');
  await page.getByPlaceholder('Your notes').fill('Short.');
  await page.getByPlaceholder('Your notes').blur();
  await expect(page.getByRole('alert')).toHaveCount(0);
});
