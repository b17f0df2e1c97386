// Lessons from the teacher's way in to the student's way out, by mouse and by keyboard.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import * as de from '../../www/src/strings/de-lesson.js';
import * as es from '../../www/src/strings/es-lesson.js';
import * as fr from '../../www/src/strings/fr-lesson.js';
import { answersIn, seal } from '../../www/src/lessons/model.js';
import { address, axe, exercise, LESSON, ONE, student, teacher, TWO, word } from './lesson-kit.js';
import { expect, open, test } from './page.js';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('nothing on the page tells an answer before it is revealed', async ({ page }) => {
  await student(page);
  const shown = () => page.evaluate(() => {
    const text = (root) => [...root.querySelectorAll('*')].map((element) => element.outerHTML + (element.shadowRoot ? text(element.shadowRoot) : '')).join('');
    return text(document);
  });
  const secrets = ['spelt in two ways', 'A has 212', 'The report has', 'Look at the numbers', 'is named behind it'];
  for (const secret of secrets) expect(await shown()).not.toContain(secret);
  await exercise(page, /Find what was changed/).getByRole('button', { name: 'Check' }).click();
  for (const secret of secrets) expect(await shown()).not.toContain(secret);
  await exercise(page, /Find what was changed/).getByRole('button', { name: 'Show the answers' }).click();
  expect(await shown()).toContain('The report has Friday');
});

test('phrases are marked with the mouse, checked, corrected and told of', async ({ page }) => {
  await student(page);
  const own = exercise(page, /Find what was changed/);
  await expect(own.getByText('Altered for class')).toBeVisible();
  await word(own, 'Monday').click();
  await own.getByRole('button', { name: 'Check' }).click();
  await expect(own.getByText('1 of 2 found.')).toBeVisible();
  await expect(own.getByText('The report has Friday.')).toBeVisible();
  await expect(own.getByText('The report has Fourteen.')).toHaveCount(0);
  await own.getByRole('button', { name: 'Hint' }).click();
  await expect(own.getByText('Look at the numbers.')).toBeVisible();
  await word(own, 'Forty').click();
  await own.getByRole('button', { name: 'Check again' }).click();
  await expect(own.getByText('2 of 2 points')).toBeVisible();
  await own.getByRole('button', { name: 'Undo' }).click();
  await expect(word(own, 'Forty')).toHaveAttribute('aria-selected', 'false');
});

test('a report without a headline begins with a paragraph like any other', async ({ page }) => {
  const { key, articles, ...rest } = LESSON;
  const [first, ...others] = articles;
  await student(page, seal({ ...rest, articles: [{ ...first, hasHeadline: false }, ...others] }, answersIn(LESSON)));
  const own = exercise(page, /Where do the reports differ/);
  await expect(own.getByRole('listbox', { name: /Courier/ }).locator('.headline')).toHaveCount(0);
  await expect(own.getByRole('listbox', { name: /Herald/ }).locator('.headline')).toHaveText('Ferry Aldona aground off Tarrow');
});

test('a phrase is drawn over with the mouse', async ({ page }) => {
  await student(page);
  const own = exercise(page, /Where do the reports differ/);
  await word(own, 'carried').first().hover();
  await page.mouse.down();
  await word(own, 'passengers').first().hover();
  await page.mouse.up();
  await expect(own.getByRole('option', { selected: true })).toHaveText(['carried', '212', 'passengers']);
});

test('by keyboard alone: mark, check, order, choose, hand in', async ({ page }) => {
  await student(page);
  const own = exercise(page, /Where do the reports differ/);
  const list = own.getByRole('listbox', { name: /Courier/ });
  await list.getByRole('option').first().focus();
  await page.keyboard.press('PageDown');
  for (let step = 0; step < 30 && (await page.evaluate(() => document.activeElement)) !== null; step += 1) {
    const focused = await page.locator('variorum-lessons').evaluate((host) => host.shadowRoot.activeElement?.shadowRoot?.activeElement?.textContent);
    if (focused === '212') break;
    await page.keyboard.press('ArrowRight');
  }
  await page.keyboard.press('Space');
  await expect(word(list, '212')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(list.getByRole('option', { selected: true })).toHaveText(['212', 'passengers']);
  await page.keyboard.press('Control+z');
  await expect(list.getByRole('option', { selected: true })).toHaveText(['212']);
  await word(own.getByRole('listbox', { name: /Herald/ }), '221').focus();
  await page.keyboard.press('Enter');
  await own.getByRole('button', { name: 'Check' }).press('Enter');
  await expect(own.getByText('A has 212, B has 221.')).toBeVisible();
  const ladder = exercise(page, /How sure/);
  await ladder.getByRole('button', { name: /^Move up: Fog hid/ }).press('Enter');
  await expect(ladder.getByRole('button', { name: /^Move down: Fog hid/ })).toBeFocused();
  await ladder.getByRole('button', { name: 'Check' }).press('Space');
  await expect(ladder.getByText('2 of 2 points')).toBeVisible();
  const speakers = exercise(page, /Who says so/);
  await speakers.getByRole('combobox').selectOption('The union');
  await speakers.getByRole('button', { name: 'Check' }).press('Enter');
  await expect(speakers.getByText(/look again/)).toBeVisible();
  await speakers.getByRole('combobox').selectOption('Peter Laing');
  await speakers.getByRole('button', { name: 'Check again' }).press('Enter');
  await expect(speakers.getByText('Peter Laing is named behind it.')).toBeVisible();
});

test('what is done survives a reload, and is wiped on request', async ({ page }) => {
  await student(page);
  const own = exercise(page, /Find what was changed/);
  await word(own, 'Monday').click();
  await own.getByRole('button', { name: 'Check' }).click();
  await page.getByPlaceholder('Your notes').fill('The fishermen.');
  await page.getByPlaceholder('Your notes').blur();
  await page.reload();
  await expect(word(own, 'Monday')).toHaveAttribute('aria-selected', 'true');
  await expect(own.getByText('1 of 2 found.')).toBeVisible();
  await expect(page.getByPlaceholder('Your notes')).toHaveValue('The fishermen.');
  await page.getByRole('button', { name: 'Start again' }).click();
  await page.reload();
  await expect(word(own, 'Monday')).toHaveAttribute('aria-selected', 'false');
});

test('a result code goes to the teacher’s table', async ({ page }) => {
  await student(page);
  const own = exercise(page, /Find what was changed/);
  await word(own, 'Monday').click();
  await own.getByRole('button', { name: 'Check' }).click();
  await page.getByLabel(/Your name/).fill('=Ada, 7b');
  await page.getByRole('button', { name: 'Copy result code' }).click();
  await expect(page.getByLabel('Result code')).toHaveValue(/^VR1-/);
  const code = await page.evaluate(() => navigator.clipboard.readText());
  const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as xAPI statements' }).click()]);
  expect(JSON.parse(await readFile(await saved.path(), 'utf8')).at(-1)).toMatchObject({ actor: { name: '=Ada, 7b' }, result: { score: { raw: 1, max: 9 }, completion: false } });
  await page.goto('./lesson.html');
  await page.getByRole('button', { name: 'Collect results' }).click();
  await page.getByLabel('Result codes').fill(`Dear teacher, ${code}\nVR1-AAAAA-BBBBB`);
  await expect(page.getByRole('row', { name: /Ada/ })).toContainText('1');
  await expect(page.getByText('1 line could not be read.')).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save table (CSV)' }).click()]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv).toContain(`"'=Ada, 7b","1","9"`);
});

test('a term is explained on the spot', async ({ page }) => {
  await student(page);
  await page.getByRole('button', { name: 'attribution' }).first().click();
  await expect(page.getByRole('dialog')).toContainText('according to the union');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a teacher makes a lesson of every type, tries it, and hands it out as link and file', async ({ page, context }) => {
  await open(page, [ONE, TWO]);
  await expect(page.getByRole('button', { name: 'Article', exact: true })).toBeEnabled();
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Make a lesson' }).click();
  await expect(page.getByRole('heading', { name: 'Make a lesson' })).toBeVisible();
  const types = ['Where do the reports differ?', 'Find what was changed', 'Who says so?', 'How sure?', 'Talk about it'];
  for (const [index, type] of types.entries()) {
    await page.getByRole('button', { name: type }).click();
    await expect(page.getByRole('heading', { name: `${index + 1}. ${type}` })).toBeVisible();
  }
  const planted = exercise(page, /2\. Find what was changed/);
  await expect(planted.getByText(/this copy has/)).not.toHaveCount(0);
  const before = await planted.getByText(/this copy has/).allTextContents();
  await planted.getByRole('button', { name: 'Other changes' }).click();
  expect(await planted.getByText(/this copy has/).allTextContents()).not.toEqual(before);
  const count = await planted.getByText(/this copy has/).count();
  await planted.getByRole('button', { name: 'Remove: Item 1' }).click();
  await expect(planted.getByText(/this copy has/)).toHaveCount(count - 1);
  const talk = exercise(page, /5\. Talk about it/);
  await talk.getByRole('button', { name: 'Add a question of your own' }).click();
  await talk.getByLabel('What students read').last().fill('Would you print it?');
  await talk.getByLabel('What students read').last().blur();
  await page.getByLabel('Title').fill('Ferry & <b>fog</b>');
  await page.getByRole('button', { name: 'Try the lesson' }).click();
  await expect(page.getByText('Would you print it?')).toBeVisible();
  await page.getByRole('button', { name: 'Back to making' }).click();
  await axe(page);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await other.goto(link);
  await expect(other.getByRole('heading', { name: 'Ferry & <b>fog</b>' })).toBeVisible();
  await expect(other.getByText('Altered for class').first()).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as one web page' }).click()]);
  const file = await download.path();
  const alone = await context.newPage();
  const complaints = [];
  alone.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()));
  alone.on('request', (request) => !/^(file|blob):/.test(request.url()) && complaints.push(request.url()));
  await context.setOffline(true);
  const { copyFile } = await import('node:fs/promises');
  await copyFile(file, `${file}.html`);
  await alone.goto(pathToFileURL(`${file}.html`).href);
  await expect(alone.getByRole('heading', { name: 'Ferry & <b>fog</b>' })).toBeVisible();
  await alone.locator('[data-word]').nth(3).click();
  await expect(alone.locator('[data-word][aria-selected=true]')).toHaveCount(1);
  expect(complaints).toEqual([]);
});

for (const [name, change, message] of [
  ['damaged', (lesson) => ({ ...lesson, key: 'k1.x' }), /damaged/],
  ['newer', (lesson) => ({ ...lesson, version: 9 }), /newer version/],
  ['edited to hold script', (lesson) => ({ ...lesson, title: '<img src=x onerror="window.ran=1"><script>window.ran=1</script>' }), /changed by hand/],
  ['foreign', () => ({ hello: 1 }), /no lesson/],
]) {
  test(`a lesson that is ${name} is not opened, and nothing runs`, async ({ page }) => {
    await page.goto(address(change(structuredClone(LESSON))));
    await expect(page.getByRole('alert')).toContainText(message);
    expect(await page.evaluate(() => window.ran)).toBeUndefined();
  });
}

test('a link that is cut short is told as damaged', async ({ page }) => {
  await page.goto(address(LESSON).slice(0, -40));
  await expect(page.getByRole('alert')).toContainText('damaged');
});

test('script in a lesson that was sealed with it is text', async ({ page }) => {
  const { key: _, format: __, version: ___, ...content } = structuredClone(LESSON);
  const evil = '<img src=x onerror="window.ran=1"></script><script>window.ran=1</script>';
  const lesson = seal({ ...content, title: evil, exercises: [{ ...content.exercises[4], items: [{ id: 'i7', prompt: evil, points: 0 }] }] }, {});
  await student(page, lesson);
  await expect(page.getByText(evil).last()).toBeVisible();
  expect(await page.evaluate(() => window.ran)).toBeUndefined();
});

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  for (const width of [1440, 768, 390]) {
    test(`axe finds nothing in a lesson: ${colorScheme}, ${width}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await student(page);
      const own = exercise(page, /Find what was changed/);
      await word(own, 'Monday').click();
      await own.getByRole('button', { name: 'Check' }).click();
      await own.getByRole('button', { name: 'Show the answers' }).click();
      await axe(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    });
  }
}

for (const [locale, words] of Object.entries({ de, fr, es })) {
  test.describe(locale, () => {
    test.use({ locale });

    test('a lesson is made and tried in it', async ({ page }) => {
      await teacher(page);
      await page.getByRole('button', { name: words.doing.types.planted }).click();
      await page.getByRole('button', { name: words.doing.types.questions }).click();
      await page.getByRole('button', { name: words.making.try }).click();
      await expect(page.getByText(words.doing.altered)).toBeVisible();
      const term = page.locator('.term').first();
      if (await term.count()) await term.click();
      await axe(page);
    });
  });
}

for (const [at, name] of ['Two reports of one shipwreck', 'Who counted the dead?', 'A wall, two votes and a river'].entries()) {
  test(`a ready lesson: ${name}`, async ({ page }) => {
    await page.goto('./lesson.html');
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('heading', { name: 'For the teacher' })).toBeVisible();
    await expect(page.getByLabel('Title')).toHaveValue(name);
    await expect(page.getByRole('heading', { name: /^\d\. / })).toHaveCount(3 + at);
    await page.getByRole('button', { name: 'Try the lesson' }).click();
    await expect(page.getByText('Altered for class')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  });
}

test('worksheet and key come on paper, the key on a page of its own', async ({ page }) => {
  await page.addInitScript(() => {
    window.print = () => {
      window.printed = true;
    };
  });
  await teacher(page);
  for (const name of ['Where do the reports differ?', 'Find what was changed', 'Talk about it']) await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'Print on A4' }).click();
  expect(await page.evaluate(() => window.printed)).toBe(true);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: /^Answer key/ })).toBeVisible();
  await expect(page.locator('.worksheet .altered')).toBeVisible();
  await expect(page.getByRole('button').first()).toBeHidden();
  await expect(page.locator('.worksheet td').first()).toHaveText('');
  await expect(page.locator('.answer-key td').first()).toContainText('212” (line ');
  expect(await page.locator('.worksheet').textContent()).not.toContain('this copy has');
  const pages = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g);
  expect(pages.length).toBeGreaterThan(2);
});

test('a lesson file is opened again to be changed', async ({ page }) => {
  await page.goto('./lesson.html');
  await page.getByLabel('Open a lesson file').setInputFiles({ name: 'lesson.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(LESSON)) });
  await expect(page.getByLabel('Title')).toHaveValue(LESSON.title);
  await page.getByRole('button', { name: 'Remove exercise 5' }).click();
  await expect(page.getByRole('heading', { name: /^5\./ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Try the lesson' }).click();
  await expect(page.getByText('Altered for class')).toBeVisible();
});

test('what is broken is told plainly', async ({ page }) => {
  await page.goto('./lesson.html');
  await page.getByLabel('Open a lesson file').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{ "no": ') });
  await expect(page.getByRole('alert')).toContainText('damaged');
  await page.goto('./lesson.html#articles=AAAA');
  await expect(page.getByRole('alert')).toContainText('damaged');
});

test('the label of an altered copy stands on paper too', async ({ page }) => {
  await page.emulateMedia({ media: 'print' });
  await student(page);
  await expect(page.getByText('Altered for class').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check' }).first()).toBeHidden();
});
