// The block in the editor: inserted, filled, published, taken up again.
import { expect, test } from '@playwright/test';
import { attributesOf, courier, edit, herald, insert, NOBODY, paste, publish, sessionOf } from './site.js';

test.describe.configure({ mode: 'serial' });
test.use({ storageState: sessionOf('admin') });

/** @type {{ id: number, link: string }} */
let post;

test('two articles are pasted, compared in the canvas, and published', async ({ page }) => {
  const foreign = [];
  page.on('request', (request) => foreign.push(new URL(request.url())));
  const canvas = await edit(page);
  const comparer = await insert(page, canvas);
  await expect(comparer).toContainText('kept with this post');
  await paste(comparer.locator('textarea').nth(0), courier);
  await paste(comparer.locator('textarea').nth(1), herald);
  await expect.poll(async () => (await attributesOf(page))[0].report?.findings.map(({ relation }) => relation)).toContain('conflict');
  expect(await canvas.locator('variorum-comparer').count(), 'what is pasted does not take the place of the block').toBe(1);

  await comparer.locator('.tab[data-view=article]').click();
  await expect(comparer.locator('.mark.conflict')).toHaveText(['212']);
  await page.screenshot({ path: `${process.env.SCRATCH}/editor.png` });

  post = await publish(page);
  // WordPress itself asks its home for pictures and news.
  const ours = new URL(page.url()).origin;
  expect(foreign.filter(({ origin, protocol }) => protocol.startsWith('http') && origin !== ours && !/(^|\.)(wordpress|w|gravatar)\.(org|com)$/.test(new URL(origin).hostname))).toEqual([]);
});

test('a reader sees the table without scripts', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false, storageState: NOBODY })).newPage();
  await page.goto(post.link);
  const table = page.locator('.wp-block-variorum-comparison table');
  await expect(table.locator('tr[data-relation=conflict]')).toContainText('212');
  await expect(table.locator('tr[data-relation=conflict]')).toContainText('221');
  await expect(table.locator('tr[data-relation=conflict]')).toContainText('the coastguard');
  await page.screenshot({ path: `${process.env.SCRATCH}/reader.png`, fullPage: true });
  await page.context().close();
});

test('the post opens again as it was saved', async ({ page }) => {
  const canvas = await edit(page, post.id);
  const comparer = canvas.locator('variorum-comparer');
  await expect(comparer.locator('.mark.conflict')).toHaveText(['212']);
  await page.waitForTimeout(1_000);
  expect(await page.evaluate(() => window.wp.data.select('core/editor').isEditedPostDirty()), 'nothing is changed by opening it').toBe(false);
  await expect(canvas.locator('.block-editor-warning')).toHaveCount(0);
});
