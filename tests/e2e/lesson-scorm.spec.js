// Lessons in a learning platform: the packages, run and scored in a real run-time (scorm-again), left and gone on with.
import { readFile } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from './page.js';

const ONE =
  'Ferry Aldona hits rocks off Tarrow\n\nThe ferry Aldona carried 212 passengers when it hit rocks off Tarrow on Friday, the coastguard said. Fourteen people were hurt.\n\nThe captain, Ingrid Maddern, was interviewed on Saturday.';
const TWO = 'Ferry Aldona aground off Tarrow\n\nThe ferry Aldona carried 221 passengers when it hit rocks off Tarrow on Friday, the coastguard said. Some 14 people were hurt.';

/** @param {Uint8Array} bytes an archive @returns {Map<string, string>} its files by their names */
const unzipped = (bytes) => new Map(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));

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
    const { suspend_data: kept } = await cmi();
    expect(kept.length).toBeLessThan(4096);
    await page.goto('about:blank');
    await page.goto(`./platform/#${encodeURIComponent(JSON.stringify({ suspend_data: kept }))}`);
    await expect(word('212').first()).toHaveAttribute('aria-selected', 'true');
    await expect(frame.getByRole('button', { name: 'Check again' })).toBeVisible();
    await word('221').first().click();
    await frame.getByRole('button', { name: 'Check again' }).click();
    expect(Number(status(await cmi())[1])).toBeGreaterThan(Number(raw));
  });
}
