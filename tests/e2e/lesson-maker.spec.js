// The teacher's way: each type of exercise made, changed and added to, by mouse and by keyboard alone.
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { answersIn, readLesson } from '../../www/src/lessons/model.js';
import { axe, exercise, LESSON, ONE, student, teacher, word } from './lesson-kit.js';
import { expect, test } from './page.js';

const TYPES = ['Where do the reports differ?', 'Find what was changed', 'Who says so?', 'How sure?', 'Talk about it'];

/** The lesson as its file has it. */
async function saved(page) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save lesson file' }).click()]);
  const lesson = readLesson(JSON.parse(await readFile(await download.path(), 'utf8')));
  return { lesson, answers: answersIn(lesson) };
}

test('words to be marked: points, reason, hint, an item less, one from the list, one of one’s own', async ({ page }) => {
  await teacher(page);
  await page.getByRole('button', { name: TYPES[0] }).click();
  const own = exercise(page, /^1\./);
  await expect(own.locator('.answer-line').first()).toContainText(/To be marked: A · .*: “212”/);
  const before = await own.getByRole('heading', { name: /^Item/ }).count();
  await own.getByRole('button', { name: 'Remove: Item 2' }).click();
  await expect(own.getByRole('heading', { name: /^Item/ })).toHaveCount(before - 1);
  await own.getByLabel('Points').first().fill('7');
  await own.getByLabel(/^Reason/).first().fill('They counted at other times.');
  await own.getByLabel('Hint').first().fill('Count again.');
  await own.getByLabel('Instructions').fill('Mark, please.');
  await own.getByLabel('Add an item').selectOption({ index: 1 });
  await expect(own.getByRole('heading', { name: /^Item/ })).toHaveCount(before);
  await own.getByText('Add one of your own').click();
  await own.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(own.getByText('Mark the words first.')).toBeVisible();
  await word(own, 'KELNESS').click();
  await own.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(own.getByText('Write what it is about first.')).toBeVisible();
  await own.getByLabel('What it is about').fill('Where it was written');
  await own.getByLabel('How the reports stand').selectOption('Both can be right');
  await own.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(own.getByText('Added.')).toBeVisible();
  await expect(own.locator('.answer-line').last()).toContainText(/^To be marked: A · .*: “KELNESS”$/);
  const { lesson, answers } = await saved(page);
  const [made] = lesson.exercises;
  expect(made.instructions).toBe('Mark, please.');
  expect(made.items[0].points).toBe(7);
  expect(answers[made.items[0].id]).toMatchObject({ reason: 'They counted at other times.', hint: 'Count again.' });
  expect(made.items.at(-1)).toMatchObject({ prompt: 'Where it was written', points: 1 });
  expect(answers[made.items.at(-1).id].relation).toBe('compatible');
});

test('planted changes: what the engine misses is told as too hard, kept or taken out', async ({ page }) => {
  await teacher(page);
  await page.getByRole('button', { name: TYPES[1] }).click();
  const own = exercise(page, /^1\./);
  const count = await own.getByText(/this copy has/).count();
  await own.getByText('Add one of your own').click();
  // Only the report that is altered can be changed.
  await expect(own.getByRole('listbox')).toHaveCount(1);
  await word(own, 'KELNESS').click();
  await word(own, 'fog').click();
  await expect(own.getByRole('listbox').getByRole('option', { selected: true })).toHaveText(['fog']);
  await own.getByLabel('What stands there instead').fill('mist');
  await own.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(own.getByText('The report has “fog”; this copy has “mist”.')).toBeVisible();
  await expect(own.getByText(/^Too hard: comparing the copy with the report does not show/)).not.toHaveCount(0);
  const hard = await own.getByText(/^Too hard: comparing/).count();
  await expect(own.getByText(`${hard} of ${count + 1} changes`)).toBeVisible();
  // Kept, it is in the lesson like any other.
  expect((await saved(page)).lesson.articles.find(({ altered }) => altered).text).toContain('mist may have hidden');
  await own.getByRole('button', { name: 'Take out what is too hard' }).click();
  await expect(own.getByText(/this copy has/)).toHaveCount(count + 1 - hard);
  await expect(own.getByText(/^Too hard/)).toHaveCount(0);
  expect((await saved(page)).lesson.articles.find(({ altered }) => altered).text).toContain('fog may have hidden');
});

test('who says so: names are changed, a statement added for somebody new', async ({ page }) => {
  await teacher(page);
  await page.getByRole('button', { name: TYPES[2] }).click();
  const own = exercise(page, /^1\./);
  await own.getByLabel(/^Speakers to choose from: 1/).fill('Somebody renamed');
  await own.getByLabel(/^Speakers to choose from: 1/).blur();
  await own.getByText('Add one of your own').click();
  await word(own, 'interviewed').click();
  await own.getByLabel('Who says it').selectOption('Somebody else');
  await own.getByLabel('Name', { exact: true }).fill('Ingrid Maddern');
  await own.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(own.getByText('Added.')).toBeVisible();
  const { lesson, answers } = await saved(page);
  const [{ options, items }] = lesson.exercises;
  expect(options[0].text).toBe('Somebody renamed');
  expect(options.at(-1).text).toBe('Ingrid Maddern');
  expect(answers[items.at(-1).id].choice).toBe(options.at(-1).id);
});

test('how sure: a statement of one’s own on a step, another step, a statement less', async ({ page }) => {
  await teacher(page);
  await page.getByRole('button', { name: TYPES[3] }).click();
  const own = exercise(page, /^1\./);
  await own.getByText('Add one of your own').click();
  await word(own, 'Saturday').click();
  await own.getByLabel('Step').last().selectOption('denied');
  await own.getByLabel('Which item').selectOption('a new one');
  await own.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(own.getByText(/^Statements on one step have no order/)).toBeVisible();
  const alone = (await saved(page)).lesson.exercises[0].items.length;
  await word(own, 'Ingrid').first().click();
  await own.getByLabel('Step').last().selectOption('stated outright');
  await own.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(own.getByText(/^Statements on one step/)).toHaveCount(0);
  const { lesson, answers } = await saved(page);
  const [{ items }] = lesson.exercises;
  expect(items).toHaveLength(alone + 1);
  expect(items.at(-1).options.map(({ text }) => text)).toEqual(['Saturday', 'Ingrid']);
  expect(Object.values(answers[items.at(-1).id].ranks)).toEqual([4, 0]);
  await own.getByRole('button', { name: 'Remove: Ingrid' }).click();
  await expect(own.getByText(/^Statements on one step/)).toBeVisible();
});

test('questions: changed, taken out, and one’s own', async ({ page }) => {
  await teacher(page);
  await page.getByRole('button', { name: TYPES[4] }).click();
  const own = exercise(page, /^1\./);
  const before = await own.getByRole('heading', { name: /^Item/ }).count();
  await own.getByLabel('What students read').first().fill('What would you ask first?');
  await own.getByRole('button', { name: 'Remove: Item 2' }).click();
  await own.getByRole('button', { name: 'Add a question of your own' }).click();
  await own.getByLabel('What students read').last().fill('Would you print it?');
  await own.getByLabel('What students read').last().blur();
  const { lesson } = await saved(page);
  expect(lesson.exercises[0].items).toHaveLength(before);
  expect(lesson.exercises[0].items[0].prompt).toBe('What would you ask first?');
  expect(lesson.exercises[0].items.at(-1).prompt).toBe('Would you print it?');
});

test('a lesson of every type by keyboard alone, with something of one’s own', async ({ page }) => {
  await teacher(page);
  for (const [at, type] of TYPES.entries()) {
    await page.getByRole('button', { name: type }).press('Enter');
    // What was added has the focus, so that one goes on from there.
    await expect(page.getByRole('heading', { name: `${at + 1}. ${type}` })).toBeFocused();
  }
  const ladder = exercise(page, /^4\./);
  await ladder.getByText('Add one of your own').focus();
  await page.keyboard.press('Enter');
  await expect(ladder.getByRole('listbox').first()).toBeVisible();
  await ladder.getByRole('listbox').first().getByRole('option').first().focus();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Space');
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Shift+ArrowRight');
  await expect(ladder.getByRole('listbox').getByRole('option', { selected: true })).toHaveText(['KELNESS', 'Nov', '8', 'The']);
  await ladder.getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await expect(ladder.getByText('Added.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove exercise 5' }).press('Enter');
  await page.getByRole('checkbox', { name: 'Large print' }).press('Space');
  await page.getByRole('button', { name: 'Try the lesson' }).press('Enter');
  await expect(page.getByRole('heading', { name: /^\d\. / })).toHaveCount(4);
  await page.getByRole('button', { name: 'Back to making' }).press('Enter');
  await expect(page.getByRole('checkbox', { name: 'Large print' })).toBeChecked();
});

test('statements alone make a lesson', async ({ page }) => {
  await teacher(page);
  await page.getByRole('button', { name: TYPES[3] }).click();
  await page.getByRole('button', { name: 'Try the lesson' }).click();
  await expect(page.getByText('Surest first').first()).toBeVisible();
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  test(`axe finds nothing in the maker, the results and the privacy part: ${colorScheme}`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme });
    await page.goto('./lesson.html');
    await expect(page.getByRole('heading', { name: 'For schools: privacy' })).toBeVisible();
    await axe(page);
    await page.getByRole('button', { name: 'Collect results' }).click();
    await axe(page);
    await teacher(page);
    for (const type of TYPES) await page.getByRole('button', { name: type }).click();
    await exercise(page, /^4\./).getByText('Add one of your own').click();
    await expect(page.getByRole('listbox')).toHaveCount(2);
    await axe(page);
    for (const width of [768, 390]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  });
}

test('what students did on this device is wiped from the privacy part', async ({ page }) => {
  await student(page);
  await word(exercise(page, /Find what was changed/), 'Monday').click();
  await page.evaluate(() => localStorage.setItem('another', 'stays'));
  await page.goto('./lesson.html');
  await page.getByRole('button', { name: 'Wipe what was done' }).click();
  await expect(page.getByText('Wiped: 1 lesson.')).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['another']);
  await page.getByRole('button', { name: 'Wipe what was done' }).click();
  await expect(page.getByText('Nothing of lessons is kept in this browser.')).toBeVisible();
});

for (const [name, change, message] of [
  ['edited to hold script', (json) => json.replace(/"title":"[^"]*"/, '"title":"<img src=x onerror=window.ran=1>"'), /changed by hand/],
  ['of a newer version', (json) => json.replace('"version":1', '"version":7'), /newer version/],
  ['damaged', (json) => json.slice(0, -9), /damaged/],
]) {
  test(`a lesson in a file that is ${name} tells so, and nothing runs`, async ({ page, context }) => {
    await teacher(page);
    await page.getByRole('button', { name: TYPES[4] }).click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as one web page' }).click()]);
    const html = await readFile(await download.path(), 'utf8');
    // Whoever passes it on passes on the notices of what is in it.
    for (const notice of ['Copyright (c) 2017 Google LLC', 'Copyright (c) 2023 Arjun Barrett', 'Permission is hereby granted, free of charge']) expect(html).toContain(notice);
    const changed = html.replace(/(id="variorum-lesson">)([^<]*)/, (_, head, json) => head + change(json));
    expect(changed).not.toBe(html);
    const file = `${await download.path()}.html`;
    await writeFile(file, changed);
    const alone = await context.newPage();
    await alone.goto(pathToFileURL(file).href);
    await expect(alone.getByRole('alert')).toContainText(message);
    expect(await alone.evaluate(() => window.ran)).toBeUndefined();
    // The same file opened by the teacher is refused as well.
    await page.goto('./lesson.html');
    await page.getByLabel('Open a lesson file').setInputFiles({ name: 'lesson.html', mimeType: 'text/html', buffer: Buffer.from(changed) });
    await expect(page.getByRole('alert')).toContainText(message);
  });
}

test('a reopened lesson can be added to, though its comparison is gone', async ({ page }) => {
  await page.goto('./lesson.html');
  await page.getByLabel('Open a lesson file').setInputFiles({ name: 'lesson.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(LESSON)) });
  const own = exercise(page, /^1\./);
  await own.getByText('Add one of your own').click();
  await word(own, 'Saturday').click();
  await own.getByLabel('What it is about').fill('When');
  await own.getByRole('button', { name: 'Add', exact: true }).click();
  const { lesson, answers } = await saved(page);
  const [place] = answers[lesson.exercises[0].items.at(-1).id].targets[0].places;
  expect(ONE.slice(place.start, place.end)).toBe('Saturday');
});
