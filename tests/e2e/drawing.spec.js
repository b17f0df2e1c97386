// What is drawn when: the answer to a key or a click at once, the rest of a long view in slices behind it.
import { expect, openReport, reportOn, test } from './page.js';

const COUNT = 60;

/** Two articles of sixty paragraphs that differ in a number each. */
const LONG = ['was', 'were'].map(
  (verb, article) =>
    `Report ${article}\n\n${Array.from({ length: COUNT }, (_, at) => `In ward ${at + 1}a there ${verb} ${1000 + at * 7 + article} people that night.`).join('\n\n')}`,
);
const REPORT = reportOn(
  LONG,
  Array.from({ length: COUNT }, (_, at) => ({
    relation: 'conflict',
    label: `people in ward ${at + 1}`,
    readings: [
      ['a', String(1000 + at * 7), 0],
      ['b', String(1001 + at * 7), 1],
    ],
  })),
);

test.beforeEach(async ({ page }) => {
  await openReport(page, LONG, REPORT);
});

test('all notes and all marks of a long article come by themselves', async ({ page }) => {
  await expect(page.locator('.notes .note')).toHaveCount(COUNT);
  await expect(page.locator('.paper .mark')).toHaveCount(COUNT);
  await expect(page.locator('[data-bare]')).toHaveCount(0);
});

test('all of it is there before it is printed', async ({ page }) => {
  const counts = await page.locator('variorum-comparer').evaluate(async (comparer) => {
    const count = () => comparer.shadowRoot.querySelectorAll('.notes .note').length;
    comparer.base = 'b';
    await comparer.updateComplete;
    const before = count();
    dispatchEvent(new Event('beforeprint'));
    return [before, count()];
  });
  expect(counts[0]).toBeLessThan(COUNT);
  expect(counts[1]).toBe(COUNT);
});

test('a click answers in the update itself, the view behind the next frame', async ({ page }) => {
  const seen = await page.locator('variorum-comparer').evaluate(async (comparer) => {
    const root = comparer.shadowRoot;
    const state = () => [root.querySelector('.tab[aria-current=page]').dataset.view, root.querySelector('main').dataset.view];
    await comparer.views.fetch('table');
    root.querySelector('.tab[data-view=table]').click();
    await new Promise((resolve) => queueMicrotask(() => queueMicrotask(() => setTimeout(resolve))));
    const atOnce = state();
    await comparer.updateComplete;
    return [atOnce, state()];
  });
  expect(seen[0][0]).toBe('table');
  expect(seen[1]).toEqual(['table', 'table']);
});

test('a mark is shown as chosen before its note is drawn', async ({ page }) => {
  const chosen = await page.locator('variorum-comparer').evaluate(async (comparer) => {
    const mark = comparer.shadowRoot.querySelector('[data-findings="finding-0"]');
    mark.click();
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return [mark.matches('.selected[aria-pressed=true]'), comparer.shadowRoot.querySelectorAll('.mark.selected').length];
  });
  expect(chosen).toEqual([true, 1]);
  await page.keyboard.press('j');
  await expect(page.locator('.mark.selected')).toHaveAttribute('data-findings', 'finding-1');
});

test('a key is answered without all being laid out for what has the focus', async ({ page }) => {
  await page.keyboard.press('j');
  await expect(page.locator('.note.selected')).toBeVisible();
  const asked = await page.locator('variorum-comparer').evaluate(async (comparer) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { checkVisibility } = Element.prototype;
    let asked = 0;
    Element.prototype.checkVisibility = function (...given) {
      asked += 1;
      return checkVisibility.apply(this, given);
    };
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, composed: true }));
    await comparer.isAnswered;
    const atOnce = asked;
    await comparer.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 600));
    Element.prototype.checkVisibility = checkVisibility;
    return [atOnce, asked > 0];
  });
  // It is asked once all is painted.
  expect(asked).toEqual([0, true]);
});

test('the chosen note stands by its mark, however many notes would stand above it', async ({ page }) => {
  const last = page.locator(`[data-findings="finding-${COUNT - 1}"]`);
  await last.click();
  await expect(page.locator('.note.selected')).toBeVisible();
  const apart = async () => {
    const [mark, note] = await Promise.all([last.boundingBox(), page.locator('.note.selected').boundingBox()]);
    return Math.abs(mark.y - note.y);
  };
  await expect.poll(apart).toBeLessThan(40);
  // Those that gave way come back when it is let go.
  await page.keyboard.press('Escape');
  await expect(page.locator('.note[data-away], .note[data-brief]')).toHaveCount(0);
});

test('a note that would begin at the foot of the window comes into view, with its mark', async ({ page }) => {
  const mark = page.locator('[data-findings="finding-20"]');
  await expect(mark).toBeVisible();
  await mark.evaluate((element) => window.scrollBy(0, element.getBoundingClientRect().bottom - window.innerHeight + 20));
  await mark.click();
  const { height } = page.viewportSize();
  const bottom = () => page.locator('.note.selected').evaluate((note) => note.getBoundingClientRect().bottom);
  await expect.poll(bottom).toBeLessThanOrEqual(height);
  expect((await mark.boundingBox()).y).toBeGreaterThan(0);
});

test('hiding a relation takes its notes and marks away, and brings them back in order', async ({ page }) => {
  const conflicts = page.locator('.rail .filter[data-layer=conflict]');
  await expect(page.locator('.notes .note')).toHaveCount(COUNT);
  await conflicts.click();
  await expect(page.locator('.notes .note')).toHaveCount(0);
  await expect(page.locator('.paper .mark')).toHaveCount(0);
  await conflicts.click();
  await expect(page.locator('.notes .note')).toHaveCount(COUNT);
  const order = await page.locator('.notes .note').evaluateAll((notes) => notes.map(({ dataset }) => dataset.note));
  expect(order).toEqual(REPORT.findings.map(({ id }) => id));
});

test('two clicks before anything is drawn leave a filter as it was', async ({ page }) => {
  const conflicts = page.locator('.rail .filter[data-layer=conflict]');
  const pressed = await conflicts.evaluate((button) => {
    const seen = [];
    for (let at = 0; at < 2; at += 1) {
      button.click();
      seen.push(button.getAttribute('aria-pressed'));
    }
    return seen;
  });
  expect(pressed).toEqual(['false', 'true']);
  await page.locator('variorum-comparer').evaluate((comparer) => comparer.updateComplete);
  await expect(conflicts).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.paper .mark').first()).toBeVisible();
});

for (const reducedMotion of /** @type {const} */ (['no-preference', 'reduce'])) {
  test(`notes make room ${reducedMotion === 'reduce' ? 'at once where no motion is wanted' : 'before the eye'}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion });
    await page.evaluate(() => {
      const { animate } = Element.prototype;
      Element.prototype.animate = function (...given) {
        Object.assign(window, { moved: true });
        return animate.apply(this, given);
      };
    });
    const second = page.locator('[data-note="finding-1"]');
    const top = () => second.evaluate(({ style }) => Number.parseFloat(style.top));
    const before = await top();
    await page.locator('[data-findings="finding-0"]').click();
    await expect.poll(top).toBeGreaterThan(before + 50);
    expect(await page.evaluate(() => 'moved' in window)).toBe(reducedMotion !== 'reduce');
  });
}
