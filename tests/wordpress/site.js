// What the tests of the plugin do again and again in WordPress.
import { expect } from '@playwright/test';
import { join } from 'node:path';

const { SCRATCH, PLUGIN } = process.env;

/** The archive under test. */
export const plugin = PLUGIN;

/** Where a role's cookies are kept once it has logged in. */
export const sessionOf = (/** @type {'admin' | 'author'} */ role) => join(SCRATCH, `${role}.json`);

/** The session of a visitor. */
export const NOBODY = { cookies: [], origins: [] };

/** What PHP complained of. */
export const phpLog = join(SCRATCH, 'site/wp-content/debug.log');

/** Two invented reports that differ in the number of passengers, and agree on the day. */
export const courier = `Ferry runs aground off Tarrow

The ferry Aldona ran on to rocks at Tarrow on Friday with 212 passengers on board, the coastguard said.`;
export const herald = `Ferry hits rocks at Tarrow

The ferry Aldona grounded at Tarrow on Friday with 221 passengers on board, the harbour master said.`;

/**
 * @param {import('@playwright/test').Page} page
 * @param {'admin' | 'author'} role
 */
export async function logIn(page, role) {
  await page.goto('/wp-login.php');
  await page.locator('#user_login').fill(role);
  await page.locator('#user_pass').fill('password');
  await page.locator('#wp-submit').click();
  await page.locator('#wpadminbar').waitFor();
  await page.context().storageState({ path: sessionOf(role) });
}

/**
 * The editor with a post, and its canvas.
 *
 * @param {import('@playwright/test').Page} page
 * @param {number} [post] a new one unless its number is given
 */
export async function edit(page, post) {
  await page.goto(post ? `/wp-admin/post.php?post=${post}&action=edit` : '/wp-admin/post-new.php');
  await page.waitForFunction(() => window.wp?.data?.select('core/block-editor') && window.wp.blocks.getBlockType('variorum/comparison'));
  const canvas = page.frameLocator('iframe[name="editor-canvas"]');
  await canvas.locator('body').waitFor();
  return canvas;
}

/**
 * Inserts the block as an editor does: from the inserter, by its name.
 *
 * @param {import('@playwright/test').Page} page
 * @param {import('@playwright/test').FrameLocator} canvas
 */
export async function insert(page, canvas) {
  const before = await canvas.locator('variorum-comparer').count();
  await page.getByRole('button', { name: 'Toggle block inserter' }).click();
  await page.getByPlaceholder('Search').fill('variorum');
  await page.getByRole('option', { name: 'Variorum comparison' }).click();
  await page.getByRole('button', { name: 'Toggle block inserter' }).click();
  const comparer = canvas.locator('variorum-comparer').nth(before);
  await comparer.locator('textarea').first().waitFor();
  return comparer;
}

/**
 * Pastes a text into the boxes of a comparer by the clipboard's own event, as a browser does.
 *
 * @param {import('@playwright/test').Locator} box
 * @param {string} text
 */
export async function paste(box, text) {
  await box.focus();
  await box.evaluate((field, words) => {
    const data = new (field.ownerDocument.defaultView.DataTransfer)();
    data.setData('text/plain', words);
    const isOpen = field.dispatchEvent(new (field.ownerDocument.defaultView.ClipboardEvent)('paste', { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
    // What nobody took is put in by the browser.
    if (isOpen) field.ownerDocument.execCommand('insertText', false, words);
  }, text);
}

/**
 * @param {import('@playwright/test').Page} page
 * @returns {Promise<{ id: number, link: string }>} the post that is published
 */
export async function publish(page) {
  await page.evaluate(() => window.wp.data.dispatch('core/editor').editPost({ title: 'Two reports' }));
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.locator('.editor-post-publish-panel').getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(page.locator('.post-publish-panel__postpublish')).toBeVisible();
  return page.evaluate(() => {
    const { id, link } = window.wp.data.select('core/editor').getCurrentPost();
    return { id, link };
  });
}

/**
 * Publishes a post as it would be imported: with blocks of these attributes, whatever stands in them.
 *
 * @param {import('@playwright/test').APIRequestContext} request of somebody who is logged in
 * @param {object[]} blocks
 * @returns {Promise<{ id: number, link: string }>}
 */
export async function post(request, blocks) {
  const nonce = await (await request.get('/wp-admin/admin-ajax.php?action=rest-nonce')).text();
  const escaped = (/** @type {string} */ found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const content = blocks.map((attributes) => `<!-- wp:variorum/comparison ${JSON.stringify(attributes).replace(/[<>&]|-(?=-)/g, escaped)} /-->`).join('\n\n');
  const answer = await request.post('/wp-json/wp/v2/posts', { headers: { 'X-WP-Nonce': nonce }, data: { title: 'Two reports', status: 'publish', content } });
  return answer.json();
}

/** The attributes of a post's blocks of ours, as the editor has them. */
export const attributesOf = (/** @type {import('@playwright/test').Page} */ page) =>
  page.evaluate(() => window.wp.data.select('core/block-editor').getBlocks().filter(({ name }) => name === 'variorum/comparison').map(({ attributes }) => attributes));
