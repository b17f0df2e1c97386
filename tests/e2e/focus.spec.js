// The focus is never lost: what is pressed may go away, and then something near it has the focus.
import { drop, pasteInto } from './doors.js';
import { expect, open, show, test } from './page.js';

const TWO = [
  'Depot fire\n\nThe fire killed 12 workers on Tuesday, police said. It cost $4 million. The depot holds 40 lorries.',
  'Blaze at depot\n\nThe fire killed 14 workers on Tuesday. It cost $5 million. The depot holds 30 lorries.',
];

/**
 * Presses a button by the keyboard.
 *
 * @param {import('@playwright/test').Locator} button
 */
async function press(button) {
  await button.focus();
  await button.press('Enter');
}

/** What has the focus, a moment after all that was asked for is drawn. */
async function focused(page) {
  const comparer = page.locator('variorum-comparer');
  await comparer.evaluate(async (element) => {
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 400));
    await element.updateComplete;
  });
  return comparer.evaluate(({ shadowRoot: { activeElement } }) => activeElement && (activeElement.getAttribute('aria-label') ?? activeElement.textContent).trim());
}

const button = (page, name) => page.getByRole('button', { name, exact: true }).first();

test('when articles come and go', async ({ page }) => {
  await open(page, TWO);
  await press(page.getByRole('button', { name: /^Remove: / }).first());
  expect(await focused(page)).not.toBeNull();
  await press(button(page, 'Undo'));
  expect(await focused(page)).not.toBeNull();
  await press(button(page, 'Start afresh'));
  expect(await focused(page)).not.toBeNull();
  await press(page.locator('.example').first());
  await expect(page.locator('.article-view')).toBeVisible();
  expect(await focused(page)).not.toBeNull();
});

test('when what was offered is taken or refused', async ({ page }) => {
  await open(page);
  const long = (head) => `${head}\n\n${'The dam broke on Monday and 12 people were hurt, police said. '.repeat(6)}`;
  for (const answer of ['Keep as one article', 'Split into two boxes']) {
    await page.reload();
    await pasteInto(page.locator('textarea').first(), { text: `${long('Dam breaks')}\n\n-----\n\n${long('Dam holds')}` });
    await press(button(page, answer));
    await expect(page.locator('.offer')).toHaveCount(0);
    expect(await focused(page), answer).not.toBeNull();
    await press(button(page, 'Start afresh'));
  }
  await drop(page, [{ name: 'cut.pdf', bytes: '%PDF-1.4' }]);
  await press(page.locator('.failures').getByRole('button').first());
  expect(await focused(page), 'failures').not.toBeNull();
});

test('when a finding is reviewed, let go, parted and taken back', async ({ page }) => {
  await open(page, TWO);
  await press(button(page, 'Read the comparison'));
  await page.locator('.mark.conflict').first().press('Enter');
  await press(page.locator('.note.selected').getByRole('button', { name: 'checked' }));
  expect(await focused(page)).toBe('checked');
  await press(page.locator('.note.selected').getByRole('button', { name: 'Close' }));
  expect(await focused(page)).toMatch(/12/);
  await page.locator('.mark.conflict').first().press('Enter');
  await page.getByText('The same thing, or not?').click();
  await press(page.getByRole('button', { name: 'Not the same thing' }).first());
  await expect(page.locator('details.rules')).toBeVisible();
  expect(await focused(page), 'parted').not.toBeNull();
  await page.locator('.rules summary').click();
  await press(button(page, 'Take back'));
  await expect(page.locator('details.rules')).toHaveCount(0);
  expect(await focused(page), 'taken back').not.toBeNull();
});

test('when views, rows and panels open and close', async ({ page }) => {
  await open(page, TWO);
  await show(page, 'table');
  const fact = page.locator('button.fact').first();
  await press(fact);
  expect(await focused(page)).toMatch(/workers/i);
  await press(fact);
  expect(await focused(page)).toMatch(/workers/i);
  await press(page.locator('tr.group button').first());
  expect(await focused(page)).not.toBeNull();
  await show(page, 'speakers');
  await page.keyboard.press('j');
  await page.keyboard.press('Escape');
  expect(await focused(page), 'let go').not.toBeNull();
  for (const name of ['Share', 'Keys']) {
    await press(button(page, name));
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(await focused(page), name).toBe(name);
  }
});

test('when a comparison is taken out of the library', async ({ page }) => {
  await open(page, TWO);
  await press(button(page, 'Share'));
  const panel = page.getByRole('dialog');
  await panel.getByLabel(/Keep my comparisons/).check();
  await expect(panel.locator('.kept li')).toHaveCount(1);
  await press(panel.locator('.kept .quiet').first());
  await expect(panel.locator('.kept li')).toHaveCount(0);
  expect(await focused(page)).not.toBeNull();
});
