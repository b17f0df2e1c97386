// axe in every view and both themes, focus, and the phone.
import AxeBuilder from '@axe-core/playwright';
import { drop, PAGE } from './doors.js';
import { expect, open, openReport, reportOn, show, test, TWO } from './page.js';

/** A report with every relation, and an article that has no part in some of them. */
const TEXTS = [...TWO.map((text) => `${text}\n\nPolice said 3 were hurt, a union 9. About 40 seats.`), 'Third\n\nIt rained.'];
const REPORT = reportOn(
  TEXTS,
  [
    { relation: 'conflict', label: 'passengers', readings: [['a', '212', 0], ['b', '221', 1]] },
    { relation: 'contested', label: 'hurt', readings: [['a', '3', 0, 'Police'], ['a', '9', 1, 'a union'], ['b', '3', 0, 'Police'], ['b', '9', 1, 'a union']] },
    { relation: 'compatible', label: 'seats', readings: [['a', 'About 40', 0], ['b', '40', 1]], reasons: ['One is rounded.'] },
    { relation: 'same', label: 'crew', readings: [['a', 'nineteen', 0], ['b', '19', 0]] },
  ],
  { only: [['a', 'Nobody was killed.']], notes: ['The date is missing.'] },
);

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    for (const name of /** @type {const} */ (['article', 'table', 'columns', 'wording', 'speakers', 'timeline', 'input'])) {
      test(`axe finds nothing: ${name}`, async ({ page }) => {
        await openReport(page, TEXTS, REPORT);
        await page.locator('.mark.conflict').click();
        await show(page, name);
        // Colours are read in mid-transition otherwise.
        await page.waitForTimeout(250);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      });
    }

    for (const name of /** @type {const} */ (['article', 'table', 'columns', 'speakers', 'timeline'])) {
      test(`axe finds nothing on a phone, with a note and the filters open: ${name}`, async ({ page }) => {
        await page.setViewportSize({ width: 390, height: 844 });
        await openReport(page, TEXTS, REPORT);
        await page.locator('.mark.conflict').click();
        await show(page, name);
        await page.getByRole('button', { name: 'Filters' }).click();
        await expect(page.locator('main input[type=search]')).toBeVisible();
        await page.waitForTimeout(250);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      });
    }

    test('axe finds nothing where articles come in', async ({ page }) => {
      await open(page);
      await drop(page, [{ name: 'cut.pdf', bytes: '%PDF-1.4' }, { name: 'a.html', bytes: PAGE }]);
      await expect(page.locator('.failures')).toBeVisible();
      await page.locator('main summary').first().click();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });

    test('axe finds nothing: all that unfolds, and the keys', async ({ page }) => {
      await openReport(page, TEXTS, REPORT);
      await page.locator('.mark.conflict').click();
      await page.locator('.note.selected').getByRole('button', { name: 'checked' }).click();
      for (const summary of await page.locator('details > summary').all()) await summary.click();
      await page.waitForTimeout(250);
      const unfolded = await new AxeBuilder({ page }).analyze();
      expect(unfolded.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      await page.getByRole('button', { name: 'Keys' }).click();
      await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });

    test('the ground is as chosen', async ({ page }) => {
      await open(page);
      const ground = await page.locator('variorum-comparer').evaluate((element) => getComputedStyle(element).backgroundColor);
      expect(ground).toBe(colorScheme === 'light' ? 'rgb(251, 250, 247)' : 'rgb(23, 22, 20)');
    });
  });
}

for (const name of /** @type {const} */ (['article', 'table', 'columns', 'wording', 'speakers', 'timeline', 'input'])) {
  test(`whatever has the focus shows it and has a name, and Tab leads out again: ${name}`, async ({ page }) => {
    await openReport(page, TEXTS, REPORT);
    await show(page, name);
    await page.locator('.tab').first().focus();
    // Focus is shown to those who move it by key.
    await page.keyboard.press('Tab');
    const seen = new Set();
    for (let presses = 0; presses < 90; presses += 1) {
      const found = await page.locator('variorum-comparer').evaluate((element) => {
        const focused = /** @type {HTMLInputElement | null} */ (element.shadowRoot.activeElement);
        if (!focused) return null;
        const { outlineStyle, boxShadow } = getComputedStyle(focused);
        const label = focused.getAttribute('aria-label') ?? focused.labels?.[0]?.textContent ?? focused.textContent;
        // A box that is only there for its label is shown by what stands around it, the calendar's button by the browser.
        const isShown = outlineStyle !== 'none' || boxShadow !== 'none' || focused.matches('.unseen, [type=date]');
        return { label: label?.trim() ?? '', isShown, what: focused.outerHTML.slice(0, 90) };
      });
      if (!found) break;
      expect(found.isShown, found.what).toBe(true);
      expect(found.label, found.what).not.toBe('');
      seen.add(found.what);
      await page.keyboard.press('Tab');
    }
    expect(seen.size).toBeGreaterThan(9);
    expect(await page.locator('variorum-comparer').evaluate((element) => element.shadowRoot.activeElement)).toBeNull();
  });
}

test('what is chosen shows in forced colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openReport(page, TEXTS, REPORT);
  await page.locator('.mark.conflict').click();
  await page.locator('.note.selected').getByRole('button', { name: 'checked' }).click();
  const ground = (/** @type {string} */ selector) => page.locator(selector).first().evaluate((element) => getComputedStyle(element).backgroundColor);
  for (const [chosen, other] of [
    ['.tab[aria-current=page]', '.tab[aria-current=false]'],
    ['.is-base .siglum', 'li:not(.is-base) > .article-link .siglum'],
    ['.statuses [aria-pressed=true]', '.statuses [aria-pressed=false]'],
  ]) {
    expect(await ground(chosen), chosen).not.toBe(await ground(other));
  }
});

test('headings are what they say, and boxes tell whose they are', async ({ page }) => {
  await openReport(page, TEXTS, REPORT);
  await expect(page.getByRole('heading', { level: 1 })).toHaveAccessibleName(TEXTS[0].split('\n')[0]);
  await show(page, 'input');
  await expect(page.getByRole('heading', { name: 'Article B', exact: true })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Article B' }).getByLabel('Outlet')).toBeVisible();
});

for (const name of /** @type {const} */ (['article', 'table', 'columns', 'wording', 'speakers', 'timeline'])) {
  test(`whatever is touched is large enough: ${name}`, async ({ page }) => {
    await openReport(page, TEXTS, REPORT);
    await page.locator('.mark.conflict').click();
    await show(page, name);
    // Marks stand in sentences, whose lines set their height (WCAG 2.5.8).
    const small = await page.locator('variorum-comparer').evaluate((host) =>
      [...host.shadowRoot.querySelectorAll('button, a, select, textarea, summary, [tabindex="0"]:not(.mark)')]
        .map((element) => ({ name: element.outerHTML.slice(0, 80), ...element.getBoundingClientRect().toJSON() }))
        .filter(({ width, height }) => width > 0 && height > 0 && (width < 24 || height < 24)),
    );
    expect(small).toEqual([]);
  });
}

test('nothing moves for those who want no motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openReport(page, TEXTS, REPORT);
  expect(await page.locator('.note').first().evaluate((note) => getComputedStyle(note).transitionDuration)).toBe('0s');
});

test.describe('phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('notes rise from below on tap, clear of their mark, and go again', async ({ page }) => {
    await openReport(page, TEXTS, REPORT);
    await expect(page.locator('.notes')).toBeHidden();
    const mark = page.locator('.mark.compatible');
    await mark.tap();
    await expect(page.locator('.note.selected')).toBeVisible();
    await page.waitForTimeout(250);
    const [words, notes] = await Promise.all([mark.boundingBox(), page.locator('.notes').boundingBox()]);
    expect(words.y + words.height).toBeLessThan(notes.y);
    expect(words.y).toBeGreaterThanOrEqual(0);
    await page.getByRole('button', { name: 'Close' }).tap();
    await expect(page.locator('.notes')).toBeHidden();
  });

  test('no view is wider than the screen', async ({ page }) => {
    await openReport(page, TEXTS, REPORT);
    for (const name of /** @type {const} */ (['article', 'table', 'columns', 'wording', 'speakers', 'timeline', 'input'])) {
      await show(page, name);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    }
  });

  test('the fact table is a list of facts with its readings stacked', async ({ page }) => {
    await openReport(page, TEXTS, REPORT);
    await show(page, 'table');
    const [first, second] = await page.getByRole('row', { name: /Passengers/ }).getByRole('cell').all();
    const [upper, lower] = [await first.boundingBox(), await second.boundingBox()];
    expect(lower.y).toBeGreaterThanOrEqual(upper.y + upper.height - 1);
  });
});
