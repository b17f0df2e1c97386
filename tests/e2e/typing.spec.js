// What is typed is kept, also right behind a change of what is shown, before anything has been drawn for it.
import { PAGE, pasteInto } from './doors.js';
import { expect, open, openReport, settled, show, test, TWO, view } from './page.js';

/** Chromium as on a telephone of the cheapest sort: what is drawn a frame later comes several keys later. */
const SLOWDOWN = 6;

test.beforeEach(async ({ page, context }) => {
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
});

/** Presses a button by the keyboard and goes on typing, with no time between the keys. */
async function pressAndType(page, button, words) {
  await button.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type(words);
}

/**
 * Clicks, and types into a field as soon as it is there: before anything is drawn, in the next frame, and in the task
 * behind that.
 *
 * @param {import('@playwright/test').Locator} button
 * @param {string} field
 * @returns {Promise<string[]>} what was typed each time
 */
const clickAndType = (button, field) =>
  button.evaluate(async (element, selector) => {
    const root = /** @type {ShadowRoot} */ (element.getRootNode());
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const moments = [() => new Promise((resolve) => setTimeout(resolve)), frame, () => frame().then(() => new Promise((resolve) => setTimeout(resolve)))];
    element.click();
    const typed = [];
    for (const [at, moment] of moments.entries()) {
      await moment();
      let box;
      while (!(box = root.querySelector(selector))) await frame();
      box.focus();
      box.setSelectionRange(box.value.length, box.value.length);
      typed.push(` Typed ${at}.`);
      document.execCommand('insertText', false, typed.at(-1));
    }
    return typed;
  }, field);

const boxes = (page) => page.locator('.article-input textarea');
const firstText = (page) => page.locator('variorum-comparer').evaluate(({ drafts }) => drafts[0].text);
const FIRST = '.article-input textarea';

test('behind “Add article” in a view, from its first letter', async ({ page }) => {
  await openReport(page);
  await pressAndType(page, page.getByRole('button', { name: 'Add article' }), 'Third report. It carried 230.');
  await expect(boxes(page).nth(2)).toHaveValue('Third report. It carried 230.');
});

test('behind “Add article” and “Remove” among the boxes', async ({ page }) => {
  await open(page, TWO);
  await pressAndType(page, page.locator('.box-actions .add'), 'Third.');
  await expect(boxes(page).nth(2)).toHaveValue('Third.');
  await pressAndType(page, page.getByRole('button', { name: /^Remove: / }).nth(2), 'Now ');
  await expect.poll(() => boxes(page).nth(1).inputValue()).toContain('Now ');
});

test('behind the key for looking up words: they look for nothing else', async ({ page }) => {
  await openReport(page);
  await page.locator('.mark.conflict').click();
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await page.keyboard.type('/dctj');
  await expect(page.getByRole('searchbox')).toHaveValue('dctj');
  expect(await page.locator('variorum-comparer').evaluate(({ reviews }) => reviews)).toEqual({});
});

test('in a box that a change of view brings, or takes away', async ({ page }) => {
  await openReport(page);
  const typed = await clickAndType(view(page, 'Your articles'), FIRST);
  await expect(boxes(page).first()).toHaveValue(TWO[0] + typed.join(''));
  expect(await firstText(page)).toBe(TWO[0] + typed.join(''));
  // The boxes stay for a frame.
  await view(page, 'Article').evaluate((tab, selector) => {
    const box = tab.getRootNode().querySelector(selector);
    tab.click();
    box.focus();
    document.execCommand('insertText', false, 'At last. ');
  }, FIRST);
  await expect(page.locator('.article-view')).toBeVisible();
  await show(page, 'input');
  await expect(boxes(page).first()).toHaveValue(/At last\. /);
});

test('in the note on a finding while the view, the article or a filter changes', async ({ page }) => {
  await openReport(page);
  let expected = '';
  for (const [at, change] of ['.tab[data-view=table]', '.tab[data-view=article]', '.filter', '.article-link', '.article-link[aria-current=false]', '.tab[data-view=input]'].entries()) {
    if ((await page.locator('.note.selected textarea').count()) === 0) await page.locator('.mark.conflict').first().click();
    const note = page.locator('.note.selected textarea, .details textarea').first();
    await note.waitFor();
    await note.evaluate(
      (box, { selector, words }) => {
        const root = box.getRootNode();
        box.focus();
        root.querySelector(selector).click();
        box.setSelectionRange(box.value.length, box.value.length);
        document.execCommand('insertText', false, words);
      },
      { selector: change, words: `${at}.` },
    );
    expected += `${at}.`;
    await settled(page);
    const notes = await page.locator('variorum-comparer').evaluate(({ reviews }) => Object.values(reviews).map(({ note }) => note));
    expect(notes, change).toEqual([expected]);
    if (change.includes('table')) await show(page, 'article');
  }
});

test('behind “Undo” and “Start afresh”', async ({ page }) => {
  await open(page, TWO);
  await expect(view(page, 'Article')).toBeEnabled();
  const typed = await clickAndType(page.getByRole('button', { name: 'Start afresh' }), FIRST);
  expect(await firstText(page)).toBe(typed.join(''));
  const more = await clickAndType(page.getByRole('button', { name: 'Undo' }), FIRST);
  expect(await firstText(page)).toBe(TWO[0] + more.join(''));
  // The focus stays where it is written.
  await page.keyboard.type('!');
  await expect(boxes(page).first()).toHaveValue(`${TWO[0]}${more.join('')}!`);
});

test('while an example is still compared: the page does not turn away from it', async ({ page }) => {
  await open(page);
  await page.evaluate(() => {
    const comparer = document.querySelector('variorum-comparer');
    const { client } = comparer;
    const compare = client.compare.bind(client);
    client.compare = async (...given) => {
      client.compare = compare;
      await new Promise((resolve) => setTimeout(resolve, 600));
      return compare(...given);
    };
  });
  await page.locator('.example').first().click();
  await expect(boxes(page).first()).not.toHaveValue('');
  await boxes(page).first().focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' One more sentence', { delay: 60 });
  await expect(view(page, 'Article')).toBeEnabled();
  await expect(boxes(page).first()).toHaveValue(/ One more sentence$/);
  await expect(boxes(page).first()).toBeFocused();
});

test('when a comparison comes back from the library', async ({ page }) => {
  await open(page, TWO);
  await page.getByRole('button', { name: 'Share' }).click();
  const panel = page.getByRole('dialog');
  await panel.getByLabel(/Keep my comparisons/).check();
  await expect(panel.locator('.kept li')).toHaveCount(1);
  await panel.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Start afresh' }).click();
  await page.getByRole('button', { name: 'Share' }).click();
  const typed = await clickAndType(panel.locator('.kept button').first(), FIRST);
  await expect.poll(() => firstText(page)).toBe(TWO[0] + typed.join(''));
  await expect(boxes(page).first()).toBeFocused();
});

test('in a box for which a page is still read', async ({ page }) => {
  await open(page);
  await boxes(page).first().evaluate((box) => {
    // What reads pages is fetched when it is first needed.
    box.addEventListener('paste', () => setTimeout(() => {
      document.execCommand('insertText', false, 'My own words.');
      box.getRootNode().querySelectorAll('.article-input textarea')[1].focus();
    }));
  });
  await pasteInto(boxes(page).first(), { html: PAGE });
  await expect.poll(() => boxes(page).nth(1).inputValue()).toContain('Depot fire kills 12');
  await expect(boxes(page).first()).toHaveValue('My own words.');
});
