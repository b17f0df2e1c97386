// Pictures of every view at three widths, light and dark, for the README and docs/views.md:
// `npm run build && npm run pictures`, and `npm run pictures -- DIR NAME…` for some of them in another place. They show
// the built page with the engine itself, on an example of the project's own.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { preview } from 'vite';

const PORT = 4175;

/** A desk's screen, a tablet's and a phone's, in CSS pixels. */
const SCREENS = /** @type {const} */ ([
  [1440, 1000],
  [768, 1024],
  [390, 844],
]);
const THEMES = /** @type {const} */ (['light', 'dark']);

/** Of a hundred: letters are still sharp, and all pictures together are as large as a photograph. */
const QUALITY = 65;

/** @typedef {import('@playwright/test').Page} Page */

/**
 * What there is to see, and how a reader gets there once the articles are compared.
 *
 * @type {Record<string, (page: Page) => Promise<unknown>>}
 */
const SIGHTS = {
  input: (page) => show(page, 'input'),
  article: (page) => show(page, 'article'),
  note: async (page) => {
    await show(page, 'article');
    await page.locator('.paper p .mark.conflict').first().click();
    await page.locator('.note.selected').waitFor();
  },
  table: async (page) => {
    await page.keyboard.press('Escape');
    await show(page, 'table');
  },
  row: async (page) => {
    await show(page, 'table');
    await page.locator('button.fact').first().click();
    await page.locator('tr.unfolded').waitFor();
    await page.evaluate(() => window.scrollTo(0, 0));
  },
  columns: async (page) => {
    await page.keyboard.press('Escape');
    await show(page, 'columns');
  },
  wording: (page) => show(page, 'wording'),
  speakers: (page) => show(page, 'speakers'),
  timeline: (page) => show(page, 'timeline'),
  share: async (page) => {
    await page.getByRole('button', { name: 'Share' }).click();
    await page.getByRole('dialog').waitFor();
  },
};

/**
 * @param {Page} page
 * @param {string} view
 */
async function show(page, view) {
  await page.locator(`.tab[data-view=${view}]`).click();
  await page.locator(`main[data-view=${view}]`).waitFor();
  await page.evaluate(() => window.scrollTo(0, 0));
}

const [directory = 'docs/screenshots', ...wanted] = process.argv.slice(2);
await mkdir(directory, { recursive: true });
const server = await preview({ preview: { host: '127.0.0.1', port: PORT, strictPort: true } });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});

try {
  for (const [width, height] of SCREENS) {
    for (const colorScheme of THEMES) {
      const page = await browser.newPage({
        viewport: { width, height },
        // What has no pointer to hover with has no keys either, and is not told of them.
        hasTouch: width < SCREENS[0][0],
        isMobile: width < SCREENS[0][0],
        reducedMotion: 'reduce',
        colorScheme,
        serviceWorkers: 'block',
      });
      const session = await page.context().newCDPSession(page);
      await page.goto(`http://127.0.0.1:${PORT}/`);
      await page.getByRole('button', { name: /Fire at a cannery/ }).click();
      await page.locator('.mark.conflict').first().waitFor();
      await page.evaluate(() => document.fonts.ready);
      for (const [name, lead] of Object.entries(SIGHTS)) {
        if (wanted.length > 0 && !wanted.includes(name)) continue;
        await lead(page);
        // Long views are drawn in slices, and what was clicked keeps its hover until the pointer is away.
        await page.mouse.move(0, 0);
        await page.waitForTimeout(700);
        const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
        await writeFile(join(directory, `${name}-${width}-${colorScheme}.webp`), Buffer.from(data, 'base64'));
      }
      await page.close();
    }
  }
} finally {
  await browser.close();
  await server.close();
}
