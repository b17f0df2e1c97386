// What is typed, and that it is never lost.
import { expect, open, paste, reportOn, test, TWO, view } from './page.js';

const texts = (page) => page.locator('textarea').evaluateAll((boxes) => boxes.map((box) => box.value));

/** What the element sends for comparing, as a client of the test's own sees it. */
async function recordRequests(page) {
  await page.evaluate(() => {
    window.requests = [];
    document.querySelector('variorum-comparer').client = {
      compare: async (request) => {
        window.requests.push(request);
        return { version: 1, articles: [], stories: [], findings: [], only: [], shared: [], alignment: [], hashes: {} };
      },
    };
  });
  return {
    last: () => page.evaluate(() => window.requests.at(-1)),
    count: () => page.evaluate(() => window.requests.length),
  };
}

test('boxes are added, moved and removed, and a removal can be undone', async ({ page }) => {
  await open(page, ['first', 'second', 'third']);
  await page.getByRole('button', { name: 'Move up: Article C' }).click();
  await expect.poll(() => texts(page)).toEqual(['first', 'third', 'second']);
  await expect(page.getByRole('button', { name: 'Move up: Article B' })).toBeFocused();
  await page.getByRole('button', { name: 'Remove: Article B' }).click();
  await expect.poll(() => texts(page)).toEqual(['first', 'second']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => texts(page)).toEqual(['first', 'third', 'second']);
});

test('a box is dragged by its heading to the place of another', async ({ page }) => {
  await open(page, ['first', 'second']);
  const headings = page.locator('.article-input h2');
  await headings.nth(1).dragTo(headings.nth(0));
  await expect.poll(() => texts(page)).toEqual(['second', 'first']);
});

test('an empty box is no more than a place to paste', async ({ page }) => {
  await open(page);
  await expect(page.getByLabel('Outlet')).toHaveCount(2);
  await expect(page.getByLabel('Outlet').first()).toBeHidden();
  await expect(page.getByRole('button', { name: 'Remove: Article A' })).toHaveCount(0);
  await page.locator('textarea').first().fill('Something');
  await expect(page.getByLabel('Outlet').first()).toBeVisible();
});

test('an article can be added from any view', async ({ page }) => {
  await open(page, TWO);
  await page.getByRole('button', { name: 'Read the comparison' }).click();
  await page.getByRole('banner').getByRole('button', { name: 'Add article' }).click();
  await expect(page.locator('textarea')).toHaveCount(3);
  await expect(page.locator('textarea').nth(2)).toBeFocused();
});

test('sixty articles are the most', async ({ page }) => {
  await open(page);
  await page.locator('variorum-comparer').evaluate((element) => {
    element.drafts = Array.from({ length: 60 }, (_, index) => ({ key: `d${index}`, text: `Report ${index}`, title: '', outlet: '', published: '' }));
  });
  await expect(page.locator('textarea')).toHaveCount(60);
  await expect(page.getByRole('button', { name: 'Add article' })).toBeDisabled();
  await expect(page.getByText('60 articles are as many as can be compared at once.')).toBeVisible();
});

test('empty boxes are not sent, ids follow the order, and typed fields go along', async ({ page }) => {
  await open(page);
  const requests = await recordRequests(page);
  await paste(page, ['', 'Second', 'Third']);
  await page.getByLabel('Outlet').nth(1).fill('The Post');
  await page.getByLabel('Published').nth(1).fill('2025-11-08');
  await page.getByLabel('Address').nth(1).fill('https://post.example/1');
  await expect.poll(requests.last).toEqual({
    articles: [
      { id: 'a', text: 'Second', outlet: 'The Post', published: '2025-11-08', url: 'https://post.example/1' },
      { id: 'b', text: 'Third' },
    ],
  });
});

test('typing is compared after a pause, not at every key', async ({ page }) => {
  await open(page);
  const requests = await recordRequests(page);
  await page.locator('textarea').first().pressSequentially('a quick report', { delay: 5 });
  await expect.poll(requests.last).toEqual({ articles: [{ id: 'a', text: 'a quick report' }] });
  expect(await requests.count()).toBeLessThan(5);
});

test('a late answer to an older text is dropped', async ({ page }) => {
  await open(page);
  const slow = reportOn(['old', 'two'], [{ relation: 'conflict', label: 'old words', readings: [['a', 'old', 0], ['b', 'two', 1]] }]);
  const quick = reportOn(['new', 'two'], [{ relation: 'conflict', label: 'new words', readings: [['a', 'new', 0], ['b', 'two', 1]] }]);
  await page.evaluate(
    ([late, early]) => {
      document.querySelector('variorum-comparer').client = {
        compare: ({ articles }) =>
          new Promise((resolve) => setTimeout(resolve, articles[0].text === 'old' ? 700 : 0, articles[0].text === 'old' ? late : early)),
      };
    },
    [slow, quick],
  );
  await paste(page, ['old', 'two']);
  await page.waitForTimeout(350);
  await paste(page, ['new']);
  await expect(page.locator('.outcome')).toContainText('New words');
  await page.waitForTimeout(700);
  await expect(page.locator('.outcome')).toContainText('New words');
});

test('a reload keeps what was typed', async ({ page }) => {
  await open(page, TWO);
  await page.getByLabel('Outlet').first().fill('The Post');
  await page.reload();
  await expect.poll(() => texts(page)).toEqual(TWO);
  await expect(page.getByLabel('Outlet').first()).toHaveValue('The Post');
});

test('storage that is full or forbidden is said, and typing goes on', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  await open(page, TWO);
  await expect(page.getByText('This browser cannot keep a copy')).toBeVisible();
  await expect.poll(() => texts(page)).toEqual(TWO);
});

test('an example puts typed articles aside, and they can be brought back', async ({ page }) => {
  await open(page, TWO);
  await page.getByRole('button', { name: /A ferry runs aground/ }).click();
  await expect.poll(async () => (await texts(page)).join().includes('Aldona') || (await page.locator('.article-view').count()) > 0).toBe(true);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => texts(page)).toEqual(TWO);
});

test('views stay when the articles are emptied', async ({ page }) => {
  await open(page, TWO);
  await expect(view(page, 'Article')).toBeEnabled();
  await page.getByRole('button', { name: 'Start afresh' }).click();
  await expect(view(page, 'Article')).toBeDisabled();
  await expect(page.getByText('Nothing to compare yet.')).toBeVisible();
});

for (const name of ['Start afresh', 'Add article']) {
  test(`what is typed right behind “${name}” is kept`, async ({ page }) => {
    await open(page, TWO);
    await expect(view(page, 'Article')).toBeEnabled();
    const button = page.getByRole('button', { name, exact: true });
    const kept = await button.evaluate(async (element) => {
      element.click();
      // No frame has been drawn since.
      await new Promise((resolve) => setTimeout(resolve));
      const comparer = document.querySelector('variorum-comparer');
      const boxes = comparer.shadowRoot.querySelectorAll('textarea');
      const box = boxes[boxes.length - 1];
      box.value = 'Typed at once.';
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await comparer.updateComplete;
      const { drafts } = comparer;
      return [drafts.length === boxes.length, drafts.at(-1).text, box.value];
    });
    expect(kept).toEqual([true, 'Typed at once.', 'Typed at once.']);
  });
}
