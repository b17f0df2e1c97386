// The student's way through each type of exercise: by keyboard alone, and by touch alone.
import { axe, exercise, LESSON, student, word } from './lesson-kit.js';
import { expect, test } from './page.js';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** What has the focus, through whatever shadow roots. */
const focused = (page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return `${element?.getAttribute('role') ?? element?.tagName.toLowerCase()} ${element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? ''}`;
  });

/** Presses a key until what has the focus is the thing wanted, as somebody does who has no mouse. */
async function reach(page, key, wanted, most = 120) {
  for (let press = 0; press < most; press += 1) {
    if (wanted.test(await focused(page))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} never led to ${wanted}; it led to ${await focused(page)}`);
}

test.describe('by keyboard alone', () => {
  // Each begins at the exercise before, so that it takes few presses to come to its own.
  const after = async (page, name) => exercise(page, name).getByRole('button').last().focus();

  test('where the reports differ: guess, mark in both, check, take back', async ({ page }) => {
    await student(page);
    const own = exercise(page, /Where do the reports differ/);
    await page.keyboard.press('Tab');
    await reach(page, 'Tab', /^option Ferry$/);
    await page.keyboard.press('PageDown');
    await reach(page, 'ArrowRight', /^option 212$/);
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await reach(page, 'Tab', /^option/);
    await reach(page, 'ArrowRight', /^option 221$/);
    await page.keyboard.press('Enter');
    await reach(page, 'Tab', /^input/);
    await page.keyboard.press('Space');
    await reach(page, 'Tab', /^button Check$/);
    await page.keyboard.press('Enter');
    await expect(own.getByText('2 of 4 points')).toBeVisible();
    await expect(own.getByText('You guessed: They differ. The reports differ on it.')).toBeVisible();
    await reach(page, 'Shift+Tab', /^option/);
    await page.keyboard.press('Control+z');
    await expect(own.getByRole('option', { selected: true })).toHaveText(['212']);
  });

  test('planted changes: hint, mark, check, answers', async ({ page }) => {
    await student(page);
    const own = exercise(page, /Find what was changed/);
    await after(page, /Where do the reports differ/);
    await reach(page, 'Tab', /^option Ferry$/);
    await reach(page, 'ArrowRight', /^option Monday$/);
    await page.keyboard.press('Space');
    await reach(page, 'Tab', /^button Hint$/);
    await page.keyboard.press('Enter');
    await expect(own.getByText(/^Look at the/)).toBeVisible();
    await reach(page, 'Tab', /^button Check$/);
    await page.keyboard.press('Space');
    await expect(own.getByText('1 of 2 found.')).toBeVisible();
    await reach(page, 'Tab', /^button Show the answers$/);
    await page.keyboard.press('Enter');
    await expect(own.getByText('The report has Fourteen.')).toBeVisible();
    await expect(own.getByText('1 of 2 points')).toBeVisible();
  });

  test('who says so: choose with the arrow keys', async ({ page }) => {
    await student(page);
    const own = exercise(page, /Who says so/);
    await after(page, /Find what was changed/);
    await reach(page, 'Tab', /^select/);
    await page.keyboard.press('ArrowDown');
    await expect(own.getByRole('combobox')).toHaveValue('s1');
    await reach(page, 'Tab', /^button Check$/);
    await page.keyboard.press('Enter');
    await expect(own.getByText('1 of 1 point')).toBeVisible();
  });

  test('how sure, talk about it, hand in', async ({ page }) => {
    await student(page);
    await after(page, /Who says so/);
    await reach(page, 'Tab', /^button Move up: Fog hid/);
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toMatch(/^button Move down: Fog hid/);
    await reach(page, 'Tab', /^button Check$/);
    await page.keyboard.press('Enter');
    await expect(exercise(page, /How sure/).getByText('2 of 2 points')).toBeVisible();
    await reach(page, 'Tab', /^textarea/);
    await page.keyboard.type('The fishermen.');
    await reach(page, 'Tab', /^input/);
    await page.keyboard.type('Ada');
    await reach(page, 'Tab', /^button Copy result code$/);
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Result code')).toHaveValue(/^VR1-/);
    await page.reload();
    await expect(page.getByPlaceholder('Your notes')).toHaveValue('The fishermen.');
  });
});

test.describe('by touch alone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('choosing what to mark brings the texts back, and a bar tells what it is', async ({ page }) => {
    await student(page);
    const own = exercise(page, /Where do the reports differ/);
    await expect(own.getByText('You are marking: Passengers')).toBeVisible();
    await own.getByRole('button', { name: 'Mark this in the texts' }).tap();
    await expect(own.getByRole('button', { name: 'You are marking this now' })).toHaveAccessibleDescription(/Captain/);
    await expect(own.getByRole('option').first()).toBeInViewport();
    const bar = own.locator('.bar');
    await expect(bar).toContainText('You are marking: Captain');
    await expect(bar).toBeInViewport();
    await word(own, 'Maddern').tap();
    await expect(bar).toContainText('1 phrase marked');
    await bar.getByRole('button', { name: 'Undo' }).tap();
    await expect(bar).toContainText('Nothing marked yet');
    await word(own, 'Maddern').tap();
    await word(own, 'Madden').tap();
    await bar.getByRole('button', { name: 'To the question' }).tap();
    await expect(own.getByRole('button', { name: 'You are marking this now' })).toBeInViewport();
    await own.getByRole('button', { name: 'Check' }).tap();
    await expect(own.getByText('2 of 4 points')).toBeVisible();
  });

  test('planted changes are marked by taps', async ({ page }) => {
    await student(page);
    const own = exercise(page, /Find what was changed/);
    await word(own, 'Monday').tap();
    await expect(own.getByRole('option', { selected: true })).toHaveText(['Monday']);
    await word(own, 'Monday').tap();
    await expect(own.getByRole('option', { selected: true })).toHaveCount(0);
    for (const change of ['Monday', 'Forty']) await word(own, change).tap();
    await own.getByRole('button', { name: 'Check' }).tap();
    await expect(own.getByText('2 of 2 points')).toBeVisible();
  });

  test('a speaker is chosen, an order made, notes written', async ({ page }) => {
    await student(page);
    const speakers = exercise(page, /Who says so/);
    await speakers.getByRole('combobox').selectOption('Peter Laing');
    await speakers.getByRole('button', { name: 'Check' }).tap();
    await expect(speakers.getByText('1 of 1 point')).toBeVisible();
    const ladder = exercise(page, /How sure/);
    await ladder.getByRole('button', { name: /^Move up: Fog hid/ }).tap();
    await ladder.getByRole('button', { name: 'Check' }).tap();
    await expect(ladder.getByText('2 of 2 points')).toBeVisible();
    const talk = exercise(page, /Talk about it/);
    await talk.getByRole('textbox').tap();
    await page.keyboard.type('The fishermen.');
    await expect(talk.getByRole('textbox')).toHaveValue('The fishermen.');
  });

  test('axe finds nothing in a lesson with its bar', async ({ page }) => {
    await student(page, LESSON);
    await axe(page);
  });
});
