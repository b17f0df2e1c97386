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
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 }, reducedMotion: 'reduce' });
  await page.goto(`http://127.0.0.1:${PORT}/`);
  await page.evaluate(() => document.fonts.ready);
  await page.getByRole('button', { name: /A council votes/ }).click();
  await page.locator('.mark.conflict').first().click();
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: 'docs/screenshots/article.png' });
} finally {
  await browser.close();
  await server.close();
}
