// Articles pasted with their formatting, and several at once.
import AxeBuilder from '@axe-core/playwright';
import { PAGE, pasteInto, READ, texts } from './doors.js';
import { expect, open, test } from './page.js';

const article = (headline, words = 60) => `${headline}\n\n${Array.from({ length: words }, (_, index) => `word${index}`).join(' ')}.`;

test('a page keeps headline, paragraphs, author, outlet, date and address', async ({ page }) => {
  await open(page);
  await pasteInto(page.locator('textarea').first(), { html: PAGE });
  await expect.poll(() => texts(page)).toEqual([READ, '']);
  const box = page.locator('.article-input').first();
  await expect(box.getByLabel('Outlet')).toHaveValue('The Valley Record');
  await expect(box.getByLabel('Published')).toHaveValue('2025-06-04');
  await expect(box.getByLabel('Address')).toHaveValue('https://valley.example/news/depot-fire?id=7');
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
});

test('what was left out can be seen and put back where it stood', async ({ page }) => {
  await open(page);
  await pasteInto(page.locator('textarea').first(), { html: PAGE });
  const left = page.locator('.left-out');
  await left.locator('summary').click();
  await expect(left).toContainText('caption Smoke over the harbour. Photo: A. Moss');
  await expect(left).toContainText('advertising Advertisement: buy a boat');
  await expect(left).toContainText('Harbour plan delayed');
  await page.getByRole('button', { name: 'Put back: Smoke over' }).click();
  const [before, behind] = READ.split(/\n\n(?=The depot's owner)/);
  await expect.poll(() => texts(page)).toEqual([`${before}\n\nSmoke over the harbour. Photo: A. Moss\n\n${behind}`, '']);
  await expect(left).not.toContainText('Smoke over the harbour');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test('all that was left out comes back in its order, and survives a reload before', async ({ page }) => {
  await open(page);
  await pasteInto(page.locator('textarea').first(), { html: PAGE });
  await expect.poll(() => texts(page)).toEqual([READ, '']);
  await page.reload();
  await page.locator('.left-out summary').click();
  await page.getByRole('button', { name: 'Put all back' }).click();
  await expect(page.locator('.left-out')).toHaveCount(0);
  const [text] = await texts(page);
  const order = ['Sport today', 'Depot fire kills', '12 workers', 'Smoke over', 'Neighbours', 'buy a boat', 'Twelve fire', 'Related stories', 'Harbour plan', 'Mayor resigns', 'An inquiry', 'Copyright'];
  const places = order.map((words) => text.indexOf(words));
  expect(places).toEqual([...places].sort((left, right) => left - right));
  expect(places).not.toContain(-1);
});

test('a piece of a page keeps its paragraphs, and the browser can undo it', async ({ page }) => {
  await open(page);
  const html = `<meta charset="utf-8"><h2 style="color: red">Two <i>hurt</i></h2><p>${'It rained for three days. '.repeat(10)}</p><ul><li>One</li><li>Two</li></ul>line<br><br>another`;
  const box = page.locator('textarea').first();
  await pasteInto(box, { html });
  await expect.poll(() => texts(page)).toEqual([`Two hurt\n\n${'It rained for three days. '.repeat(10).trim()}\n\n• One\n\n• Two\n\nline\n\nanother`, '']);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(box).toHaveValue('');
});

test('a phrase, and text pasted among text, go in as they are', async ({ page }) => {
  await open(page);
  const box = page.locator('textarea').first();
  await pasteInto(box, { html: '<b>12</b> dead', text: '12 dead' });
  await expect(box).toHaveValue('12 dead');
  await pasteInto(box, { html: PAGE, text: ' and more' });
  await expect(box).toHaveValue('12 dead and more');
});

test('the source of a page is read as the page', async ({ page }) => {
  await open(page);
  await pasteInto(page.locator('textarea').first(), { text: PAGE });
  await expect.poll(() => texts(page)).toEqual([READ, '']);
});

test('the text in the metadata is taken when the page shows little of it', async ({ page }) => {
  await open(page);
  const articleBody = `${'The first paragraph tells of rain. '.repeat(8)}\n\n${'The second of snow. '.repeat(8)}`;
  const data = JSON.stringify({ '@type': 'ReportageNewsArticle', headline: 'Rain &amp; snow', articleBody, datePublished: 'June 4, 2025', mainEntityOfPage: 'https://paper.example/a' });
  await pasteInto(page.locator('textarea').first(), { html: `<head><title>x</title><script type="application/ld+json">${data}</script></head><p>Subscribe to read this.</p>` });
  const [first, second] = articleBody.split('\n\n');
  await expect.poll(() => texts(page)).toEqual([['Rain & snow', first.trim(), second.trim()].join('\n\n'), '']);
  await expect(page.getByLabel('Published').first()).toHaveValue('2025-06-04');
  await expect(page.getByLabel('Outlet').first()).toHaveValue('paper.example');
});

test('what was typed beside an empty box stays', async ({ page }) => {
  await open(page);
  await page.locator('textarea').first().fill('x');
  await page.getByLabel('Outlet').first().fill('My name for it');
  await page.locator('textarea').first().fill('');
  await pasteInto(page.locator('textarea').first(), { html: PAGE });
  await expect.poll(() => texts(page)).toEqual([READ, '']);
  await expect(page.getByLabel('Outlet').first()).toHaveValue('My name for it');
});

test('a paste outside of the boxes fills the first empty one, and can be undone', async ({ page }) => {
  await open(page, ['first']);
  await page.locator('body').evaluate(() => document.activeElement?.blur());
  await pasteInto(page.locator('body'), { html: PAGE });
  await expect.poll(() => texts(page)).toEqual(['first', READ]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => texts(page)).toEqual(['first', '']);
});

test('several articles in one paste are offered to be split, and never split unasked', async ({ page }) => {
  await open(page);
  const all = [article('Dam breaks'), article('Dam holds'), article('Dam leaks')];
  await pasteInto(page.locator('textarea').first(), { text: all.join('\n\n----------\n\n') });
  await expect(page.getByText('This looks like three articles in one box.')).toBeVisible();
  expect(await texts(page)).toEqual([all.join('\n\n----------\n\n'), '']);
  await page.getByRole('button', { name: 'Split into three boxes' }).click();
  await expect.poll(() => texts(page)).toEqual(all);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => texts(page)).toEqual([all.join('\n\n----------\n\n'), '']);
});

test('an offer to split can be refused', async ({ page }) => {
  await open(page);
  const whole = `Article 1\n${article('Dam breaks')}\n\nArticle 2\n${article('Dam holds')}`;
  await pasteInto(page.locator('textarea').first(), { text: whole });
  await page.getByRole('button', { name: 'Keep as one article' }).click();
  await expect(page.locator('.offer')).toHaveCount(0);
  expect(await texts(page)).toEqual([whole, '']);
});

test('an offer is withdrawn when its text is changed, so that no change is lost', async ({ page }) => {
  await open(page);
  const box = page.locator('textarea').first();
  await pasteInto(box, { text: [article('Dam breaks'), article('Dam holds')].join('\n\n=====\n\n').replaceAll('\n', '\r\n') });
  await expect(page.locator('.offer')).toBeVisible();
  await box.press('End');
  await box.pressSequentially('!');
  await expect(page.locator('.offer')).toHaveCount(0);
});

test('a field that is no box of an article keeps what is pasted into it', async ({ page }) => {
  await open(page);
  await page.locator('variorum-comparer').evaluate(({ shadowRoot }) => shadowRoot.querySelector('footer').append(document.createElement('textarea')));
  const note = page.locator('footer textarea');
  await pasteInto(note, { html: PAGE, text: 'a note' });
  await expect(note).toHaveValue('a note');
  expect((await texts(page)).slice(0, 2)).toEqual(['', '']);
});
