// The pictures of the README: `npx vite build && node www/build/screenshots.js`. They show the built page with the
// engine itself, on an example of the project's own.
import { chromium } from '@playwright/test';
import { preview } from 'vite';

const PORT = 4175;
const server = await preview({ preview: { host: '127.0.0.1', port: PORT, strictPort: true } });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
/** Each picture: its name, width, height, colours and view. */
const PICTURES = /** @type {const} */ ([
  ['article', 1440, 1000, 'light', 'article'],
  ['article-dark', 1440, 1000, 'dark', 'article'],
  ['article-phone', 390, 844, 'light', 'article'],
  ['fact-table', 1440, 1000, 'light', 'table'],
  ['side-by-side', 1440, 1000, 'light', 'columns'],
]);

try {
  for (const [name, width, height, colorScheme, view] of PICTURES) {
    const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce', colorScheme });
    await page.goto(`http://127.0.0.1:${PORT}/`);
    await page.evaluate(() => document.fonts.ready);
    await page.getByRole('button', { name: /Fire at a cannery/ }).click();
    await page.locator('.mark.conflict').first().waitFor();
    await page.locator(`.tab[data-view=${view}]`).click();
    await page.locator(`main[data-view=${view}]`).waitFor();
    if (name === 'article') await page.locator('.mark.contested').first().click();
    await page.evaluate(() => window.scrollTo(0, 0));
    await page.waitForTimeout(400);
    await page.screenshot({ path: `docs/screenshots/${name}.png` });
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
