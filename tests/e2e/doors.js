// What the tests of the doors share: pages as a site sends them, and the ways in which a reader brings them in.
import { expect } from '@playwright/test';
import { FAMILIES } from '../../www/src/parts/sign.js';

/** A report as the page of a paper, with all that stands around reports. */
export const PAGE = `<!doctype html>
<html lang="en"><head>
  <meta charset="utf-8">
  <title>Depot fire kills 12 in Kelness | The Valley Record</title>
  <meta property="og:site_name" content="The Valley Record">
  <link rel="canonical" href="https://valley.example/news/depot-fire?id=7">
  <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
    {"@type":"Organization","name":"Record Media"},
    {"@type":["NewsArticle"],"headline":"Depot fire kills 12 in Kelness","datePublished":"2025-06-04T23:40:00-05:00",
     "author":[{"@type":"Person","name":"Ada Moss"},{"@type":"Person","name":"Ben &amp; Jo Hale"}],"publisher":{"@type":"Organization","name":"The Valley Record"}}]}</script>
  <style>p { color: red }</style>
</head><body>
  <header class="site-header"><a href="/">The Valley Record</a><nav><ul><li><a href="/n">News</a></li><li><a href="/s">Sport today</a></li></ul></nav></header>
  <main><article>
    <h1>Depot fire kills 12 in&nbsp;Kelness</h1>
    <div class="meta"><time datetime="2025-06-05T04:40:00Z">June 4</time></div>
    <div class="share-buttons"><button>Share</button><a href="#">Email this report</a></div>
    <p>An explosion killed <b>12 workers</b> at a fuel depot in Kelness on Tuesday night, police said, and at least 30 people were injured, some of them badly.</p>
    <figure><img src="https://elsewhere.example/a.jpg" onerror="window.ran=1"><figcaption>Smoke over the harbour. Photo: A. Moss</figcaption></figure>
    <p>The depot's owner put the damage at $48 million. Neighbours had complained for years of the smell, the lorries and the noise, they said.</p>
    <div class="advert">Advertisement: buy a boat</div>
    <p>Twelve fire engines came from three towns, and the last flames were out by 4 a.m. on Wednesday, said the fire chief, Carla Dean.</p>
    <aside class="related"><h3>Related stories</h3><ul><li><a href="/1">Harbour plan delayed</a></li><li><a href="/2">Mayor resigns over plan</a></li></ul></aside>
    <p>An inquiry is to begin next week; its head, Judge Noor Vance, said that it would take as long as it needed, and would sit in public.</p>
  </article></main>
  <footer><p>Copyright The Valley Record. All rights reserved, including this one.</p></footer>
</body></html>`;

/** What stands in the box when `PAGE` was brought in. */
export const READ = [
  'Depot fire kills 12 in Kelness',
  'By Ada Moss and Ben & Jo Hale',
  'An explosion killed 12 workers at a fuel depot in Kelness on Tuesday night, police said, and at least 30 people were injured, some of them badly.',
  "The depot's owner put the damage at $48 million. Neighbours had complained for years of the smell, the lorries and the noise, they said.",
  'Twelve fire engines came from three towns, and the last flames were out by 4 a.m. on Wednesday, said the fire chief, Carla Dean.',
  'An inquiry is to begin next week; its head, Judge Noor Vance, said that it would take as long as it needed, and would sit in public.',
].join('\n\n');

/**
 * Pastes as the browser does: the event first, then the text, unless the page has dealt with it.
 *
 * @param {import('@playwright/test').Locator} target
 * @param {{ html?: string, text?: string }} clipboard
 */
export async function pasteInto(target, { html = '', text = 'x'.repeat(300) }) {
  await target.focus();
  await target.evaluate(
    (element, given) => {
      const clipboardData = new DataTransfer();
      if (given.html) clipboardData.setData('text/html', given.html);
      clipboardData.setData('text/plain', given.text);
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true });
      if (element.dispatchEvent(event) && 'value' in element) document.execCommand('insertText', false, given.text);
    },
    { html, text },
  );
}

/**
 * Drops files onto the page.
 *
 * @param {import('@playwright/test').Page} page
 * @param {{ name: string, bytes: Uint8Array | string }[]} files
 */
export async function drop(page, files) {
  const given = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }));
  await page.evaluate((list) => {
    const dataTransfer = new DataTransfer();
    for (const { name, base64 } of list) {
      dataTransfer.items.add(new File([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], name));
    }
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    }
  }, given);
}

/** @param {import('@playwright/test').Page} page */
export const texts = (page) => page.locator('textarea').evaluateAll((boxes) => boxes.map((box) => box.value));

/** The signs of the page's own, to the letter: no other drawing is let pass. */
export const SIGNS = FAMILIES.map(({ path }) => `<svg class="sign" viewBox="0 0 12 12" aria-hidden="true"><path d="${path}"></path></svg>`);

/** What no article may bring along. */
const FOREIGN = [
  ...['img', 'script', 'iframe', 'svg', 'object', 'embed', 'video', 'audio', 'form', 'math', 'style', 'link', 'meta', 'base', 'template', 'area'],
  ...['[onerror]', '[onload]', '[onfocus]', '[onclick]', '[style*="url("]', '[popover]', '[contenteditable]'],
  ...['a:not([href^="https:"]):not([href^="http:"]):not([href^="#"]):not([href^="./"]):not([href^="blob:"])', '[href*="javascript:" i]'],
].join();

/**
 * Nothing of what came in is an element, or has run, in an element's shadow or the page around it.
 *
 * @param {import('@playwright/test').Page | import('@playwright/test').Frame} page
 * @param {string} [element] with what was brought in
 */
export async function expectHarmless(page, element = 'variorum-comparer') {
  const found = await page.locator(element).evaluate(
    ({ shadowRoot, ownerDocument }, { foreign, signs }) =>
      [.../** @type {ShadowRoot} */ (shadowRoot).querySelectorAll(foreign), ...ownerDocument.body.querySelectorAll(foreign)]
        .filter(({ outerHTML }) => !signs.includes(outerHTML))
        .map(({ outerHTML }) => outerHTML.slice(0, 200)),
    { foreign: FOREIGN, signs: SIGNS },
  );
  expect(found).toEqual([]);
  expect(await page.evaluate(() => /** @type {any} */ (window).ran)).toBeUndefined();
}
