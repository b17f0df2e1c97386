// The block in the editor: inserted, filled, taken back, published, opened again.
import { expect, test } from '@playwright/test';
import { existsSync } from 'node:fs';
import { attributesOf, courier, edit, herald, insert, NOBODY, paste, phpLog, post, publish, sessionOf } from './site.js';

test.describe.configure({ mode: 'serial' });

/** WordPress itself asks its home for news and pictures of people. */
const WORDPRESS = /(^|\.)(wordpress\.org|w\.org|gravatar\.com)$/;

/** @type {{ id: number, link: string }} */
let published;

test.describe('an administrator', () => {
  test.use({ storageState: sessionOf('admin'), viewport: { width: 1440, height: 900 } });

  test('pastes two articles, takes one back and publishes', async ({ page, baseURL }) => {
    const asked = [];
    page.on('request', (request) => asked.push(new URL(request.url())));
    const canvas = await edit(page);
    const comparer = await insert(page, canvas);
    await expect(comparer).toContainText('kept with this post');
    const count = async () => (await attributesOf(page))[0]?.articles.length;
    await paste(comparer.locator('textarea').nth(0), courier);
    await expect.poll(count).toBe(1);
    await paste(comparer.locator('textarea').nth(1), herald);
    await expect.poll(async () => (await attributesOf(page))[0].report?.findings.map(({ relation }) => relation)).toContain('conflict');
    expect(await canvas.locator('variorum-comparer').count(), 'what is pasted does not take the place of the block').toBe(1);

    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await expect.poll(count).toBe(1);
    await expect(comparer.locator('.tab[data-view=input]')).toBeVisible();
    await expect.poll(() => comparer.evaluate((element) => element.articles.length)).toBe(1);
    await page.getByRole('button', { name: 'Redo', exact: true }).click();
    await expect.poll(() => comparer.evaluate((element) => element.articles.length)).toBe(2);

    await comparer.locator('.tab[data-view=article]').click();
    await expect(comparer.locator('.mark.conflict')).toHaveText(['212']);
    await page.screenshot({ path: `${process.env.SCRATCH}/editor.png` });
    published = await publish(page);
    const foreign = asked.filter(({ protocol, origin, hostname }) => protocol.startsWith('http') && origin !== baseURL && !WORDPRESS.test(hostname));
    expect(foreign.map(String)).toEqual([]);
  });

  test('opens the post again and finds it as it was', async ({ page }) => {
    const canvas = await edit(page, published.id);
    const comparer = canvas.locator('variorum-comparer');
    await expect(comparer.locator('.mark.conflict')).toHaveText(['212']);
    expect(await page.evaluate(() => window.wp.data.select('core/editor').isEditedPostDirty()), 'nothing is changed by opening it').toBe(false);
    await expect(canvas.locator('.block-editor-warning')).toHaveCount(0);
    // The preview is drawn by the server.
    await comparer.click({ position: { x: 5, y: 5 } });
    await page.getByRole('button', { name: 'As readers see it' }).click();
    await expect(canvas.locator('.variorum-preview tr[data-relation=conflict]')).toContainText('221');
  });

  test('is told what cannot be read', async ({ page, request }) => {
    const newer = { report: { version: 2 } };
    const damaged = { articles: [{ text: 7 }, null, 'x', { text: courier }], report: 'x', reviews: [], publish: 'all' };
    const { id } = await post(request, [newer, damaged, { report: { version: 1, articles: [{}], findings: [null] } }]);
    const canvas = await edit(page, id);
    await expect(canvas.locator('variorum-comparer')).toHaveCount(3);
    await expect(canvas.getByText('saved by a newer version')).toBeVisible();
    await expect(canvas.locator('.block-editor-warning')).toHaveCount(0);
  });
});

test.describe('an author who may not write HTML', () => {
  test.use({ storageState: sessionOf('author') });

  /** What WordPress would clean away, or make something else of: markup, entities, shortcodes, smileys, quotation marks. */
  const hostile = `<img src=x onerror="window.hit=1"> & </script><script>window.hit=1</script> 5 < 6 &amp; "so" -- it's... :) [gallery] [embed]x[/embed] Wordpress 3x4 \\0 100% 🚢`;

  test('publishes articles that are full of markup, and their words stay as they are', async ({ page, browser }) => {
    const canvas = await edit(page);
    const comparer = await insert(page, canvas);
    await paste(comparer.locator('textarea').nth(0), courier.replace('Ferry runs aground off Tarrow', `$&\n\n${hostile}`));
    await paste(comparer.locator('textarea').nth(1), herald);
    await expect.poll(async () => (await attributesOf(page))[0].report?.findings.map(({ relation }) => relation)).toContain('conflict');
    await page.evaluate(() => {
      const [{ clientId }] = window.wp.data.select('core/block-editor').getBlocks();
      window.wp.data.dispatch('core/block-editor').updateBlockAttributes(clientId, { publish: 'articles' });
    });
    const { link } = await publish(page);

    const visitor = await (await browser.newContext({ storageState: NOBODY })).newPage();
    await visitor.goto(link);
    const article = visitor.locator('.variorum-article').first();
    await article.locator('summary').click();
    await expect(article).toContainText(hostile);
    await expect(article.locator('.variorum-mark')).toHaveText(['212']);
    await article.locator('.variorum-mark').click();
    await expect(visitor.locator('tr:target')).toContainText('221');
    expect(await visitor.evaluate(() => [window.hit, document.querySelectorAll('.wp-block-variorum-comparison :is(img, script, iframe)').length])).toEqual([undefined, 0]);
    await visitor.context().close();
    expect(existsSync(phpLog), 'PHP has nothing to complain of').toBe(false);
  });
});
