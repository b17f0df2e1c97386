// What can fail around the page, fault by fault: what was typed is there still, the page says in words what happened, and there is
// a way out that works.
import { expect, open, paste, show, test, view } from './page.js';

const TWO = [
  'Depot fire\n\nThe fire killed 12 workers on Tuesday, police said. It cost $4 million. The depot holds 40 lorries.',
  'Blaze at depot\n\nThe fire killed 14 workers on Tuesday. It cost $5 million. The depot holds 30 lorries.',
];

const texts = (page) => page.locator('textarea').evaluateAll((boxes) => boxes.map((box) => box.value));

const WORKER = /assets\/worker-.*\.js/;
const ENGINE = /assets\/variorum_bg-.*\.wasm/;
const LISTS = /assets\/variorum-en-.*\.bin/;
const PLACES = /assets\/places-.*\.txt/;

/** The fault is told of, and nothing typed is lost. */
async function told(page, words, given = TWO) {
  await expect(page.getByRole('alert')).toContainText(words, { timeout: 20_000 });
  // Both boxes were filled one after the other: what was typed last is compared after a pause, and is told of as well.
  await page.waitForTimeout(600);
  await expect(page.getByRole('alert')).toContainText(words);
  expect(await texts(page)).toEqual(given);
}

/** The way out that the page names leads to a comparison. */
async function comparesAgain(page, given = TWO) {
  await page.getByRole('button', { name: 'Compare again' }).click();
  await expect(page.getByRole('button', { name: 'Read the comparison' })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('alert')).toHaveCount(0);
  expect(await texts(page)).toEqual(given);
}

test.describe('the worker', () => {
  test('is killed while nothing is compared: another stands by, and the next comparison is made by it', async ({ page }) => {
    await open(page, TWO);
    await expect(page.getByRole('button', { name: 'Read the comparison' })).toBeVisible();
    const [first] = page.workers();
    await first.evaluate(() => self.close());
    await expect.poll(() => page.workers().length === 1 && page.workers()[0] !== first).toBe(true);
    const other = TWO[1].replace('14 workers', '15 workers');
    await page.locator('textarea').nth(1).fill(other);
    await show(page, 'table');
    await expect(page.getByRole('table')).toContainText('15');
    await expect(page.getByRole('alert')).toHaveCount(0);
    await show(page, 'input');
    expect(await texts(page)).toEqual([TWO[0], other]);
  });

  test('is killed again and again while it compares: each time it is told, and the last try succeeds', async ({ page }) => {
    await open(page, [TWO[0]]);
    await expect(page.locator('.outcome')).toContainText('One article so far.');
    for (const count of [1, 2, 3]) {
      await expect.poll(() => page.workers().length).toBe(1);
      await page.workers()[0].evaluate(() => {
        self.postMessage = () => {};
        self.addEventListener('message', () => self.close());
      });
      if (count === 1) await page.locator('textarea').nth(1).fill(TWO[1]);
      else await page.getByRole('button', { name: 'Compare again' }).click();
      await told(page, 'The comparing stopped unexpectedly and was started afresh. What you typed is still here.');
    }
    await comparesAgain(page);
  });

  test('runs out of memory: it is told, and a new one takes over', async ({ page }) => {
    // All the memory that the engine may ever have is taken away before it reads the first article.
    const greedy = `const instantiate = WebAssembly.instantiateStreaming;
      WebAssembly.instantiateStreaming = async (...given) => {
        const made = await instantiate(...given);
        const { memory } = made.instance.exports;
        for (let pages = 65536; pages >= 1; ) {
          try { memory.grow(pages); } catch { pages = Math.floor(pages / 2); }
        }
        return made;
      };`;
    await page.route(WORKER, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${greedy}\n${await response.text()}` });
    });
    await open(page);
    const long = TWO.map((text) => `${text}\n\n${'The harbour master said that 14 boats were out. '.repeat(2000)}`);
    await paste(page, long);
    await told(page, 'The comparing stopped unexpectedly and was started afresh. What you typed is still here.', long);
    await page.unroute(WORKER);
    // The worker that stands by was started the same way and fails once more; the one after it is sound.
    await page.getByRole('button', { name: 'Compare again' }).click();
    await expect(page.getByRole('alert').or(page.getByRole('button', { name: 'Read the comparison' }))).toBeVisible({ timeout: 20_000 });
    if (await page.getByRole('alert').count()) await comparesAgain(page, long);
    expect(await texts(page)).toEqual(long);
  });
});

test.describe('the engine', () => {
  test.describe('with complaints of the browser', () => {
    test.use({ provoked: /Content Security Policy|Content-Security-Policy|Failed to load resource|MIME|WebAssembly|wasm/ });

    test('is forbidden by a policy: the page says what the policy lacks', async ({ page }) => {
      await page.route(WORKER, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': "script-src 'self'" } });
      });
      await open(page, TWO);
      await told(page, /forbids WebAssembly: add 'wasm-unsafe-eval'/i);
      await expect(page.getByRole('button', { name: 'Compare again' })).toBeVisible();
    });

    test('cannot be fetched: it is fetched anew when asked for', async ({ page }) => {
      await page.route(ENGINE, (route) => route.abort());
      await open(page, TWO);
      await told(page, /could not be loaded from .*: is the network off/);
      await page.unroute(ENGINE);
      await comparesAgain(page);
    });

    test('is not found: the page names the file', async ({ page }) => {
      await page.route(ENGINE, (route) => route.fulfill({ status: 404, body: '' }));
      await open(page, TWO);
      await told(page, /variorum_bg.*\.wasm of the package was not found \(404\)/i);
      await page.unroute(ENGINE);
      await comparesAgain(page);
    });

    test('comes as a web page: the page says what came', async ({ page }) => {
      await page.route(ENGINE, (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Not here</title>' }));
      await open(page, TWO);
      await told(page, 'came as text/html where application/wasm is due');
      await page.unroute(ENGINE);
      await comparesAgain(page);
    });

    test('comes whole under a type of its own: it works all the same', async ({ page }) => {
      await page.route(ENGINE, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'application/octet-stream' } });
      });
      await open(page, TWO);
      await expect(page.getByRole('button', { name: 'Read the comparison' })).toBeVisible({ timeout: 20_000 });
    });

    test('is cut short: it is told, and the whole is taken when it is there', async ({ page }) => {
      await page.route(ENGINE, async (route) => {
        const response = await route.fetch();
        const body = await response.body();
        await route.fulfill({ response, body: body.subarray(0, 5000) });
      });
      await open(page, TWO);
      await told(page, /what you typed is still here|did not start/i);
      await page.unroute(ENGINE);
      await comparesAgain(page);
    });

    for (const [name, file] of /** @type {const} */ ([['word lists', LISTS], ['list of places', PLACES]])) {
      test(`misses its ${name}: the page names the file and asks for it again`, async ({ page }) => {
        await page.route(file, (route) => route.fulfill({ status: 404, body: '' }));
        await open(page, TWO);
        await told(page, /of the package was not found \(404\)/);
        await page.unroute(file);
        await comparesAgain(page);
      });

      test(`is given damaged ${name}: they are not taken for whole ones`, async ({ page }) => {
        await page.route(file, async (route) => {
          const response = await route.fetch();
          const body = Buffer.from(await response.body());
          body[body.length >> 1] ^= 1;
          await route.fulfill({ response, body });
        });
        await open(page, TWO);
        await told(page, /of this version: take/);
        await page.unroute(file);
        await comparesAgain(page);
      });
    }

    test('finds a view gone that a newer version has elsewhere: the others work', async ({ page }) => {
      await page.route(/assets\/timeline-.*\.js/, (route) => route.fulfill({ status: 404, body: '' }));
      await open(page, TWO);
      await expect(view(page, 'Article')).toBeEnabled();
      await page.locator('.tab[data-view=timeline]').click();
      await expect(page.getByRole('alert')).toContainText('This view could not be loaded');
      await show(page, 'table');
      await expect(page.getByRole('table')).toContainText('12');
      await show(page, 'input');
      expect(await texts(page)).toEqual(TWO);
    });
  });
});

test.describe('storage', () => {
  test('is full for what is typed: it is said, and goes on being tried', async ({ page }) => {
    await open(page, [TWO[0]]);
    await page.evaluate(() => {
      const { setItem } = Storage.prototype;
      Object.assign(window, { free: () => Object.assign(Storage.prototype, { setItem }) });
      Storage.prototype.setItem = () => {
        throw new DOMException('the quota has been exceeded', 'QuotaExceededError');
      };
    });
    await page.locator('textarea').nth(1).fill(TWO[1]);
    const notice = page.getByText('This browser cannot keep a copy');
    await expect(notice).toBeVisible();
    expect(await texts(page)).toEqual(TWO);
    await page.evaluate(() => /** @type {any} */ (window).free());
    const longer = `${TWO[1]} More.`;
    await page.locator('textarea').nth(1).fill(longer);
    await expect(notice).toBeHidden();
    await page.reload();
    await expect(page.locator('textarea').nth(1)).toHaveValue(longer);
  });

  test('never answers: the panel opens, links and files work, and it is said', async ({ page }) => {
    await page.addInitScript(() => {
      localStorage.setItem('variorum-library', 'yes');
      indexedDB.open = () => /** @type {any} */ (new EventTarget());
    });
    await open(page, TWO);
    await expect(view(page, 'Article')).toBeEnabled();
    await page.getByRole('button', { name: 'Share' }).click();
    const panel = page.getByRole('dialog', { name: 'Share and keep' });
    await expect(panel).toBeVisible();
    await expect(panel.getByRole('status')).toHaveText('This browser does not let the page keep anything.', { timeout: 15_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), panel.getByRole('button', { name: 'JSON' }).click()]);
    expect(download.suggestedFilename()).toMatch(/\.json$/);
    await panel.getByRole('button', { name: 'Close' }).click();
    await told(page, /storage is full, forbidden, or gives no answer\. Save it as a file/);
  });

  test('is held back by a tab with another version: it is said, and works when that tab is gone', async ({ page, context }) => {
    const older = await context.newPage();
    await older.goto('./credits.txt');
    const hold = (/** @type {number} */ version) =>
      older.evaluate(
        (wanted) =>
          new Promise((resolve) => {
            const request = indexedDB.open('variorum', wanted);
            request.onupgradeneeded = () => {
              if (wanted === 1) request.result.createObjectStore('comparisons', { keyPath: 'key' });
            };
            request.onsuccess = () => resolve(undefined);
            request.onblocked = () => resolve(undefined);
          }),
        version,
      );
    // One connection that ignores that another version is asked for, and that version waiting for it: all who come later wait.
    await hold(1);
    await hold(2);
    await open(page, TWO);
    await expect(view(page, 'Article')).toBeEnabled();
    await page.getByRole('button', { name: 'Share' }).click();
    const panel = page.getByRole('dialog', { name: 'Share and keep' });
    await panel.getByLabel(/Keep my comparisons/).click();
    await expect(panel.getByRole('status')).toHaveText('This browser does not let the page keep anything.', { timeout: 15_000 });
    await expect(panel.getByLabel(/Keep my comparisons/)).not.toBeChecked();
    await panel.getByRole('button', { name: 'Close' }).click();
    expect(await texts(page)).toEqual(TWO);
    await older.close();
  });

  test('is of a later version: it is said, left as it is, and everything else works', async ({ page }) => {
    await page.goto('./credits.txt');
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          const request = indexedDB.open('variorum', 7);
          request.onupgradeneeded = () => request.result.createObjectStore('other');
          request.onsuccess = () => resolve(request.result.close());
        }),
    );
    await open(page, TWO);
    await expect(view(page, 'Article')).toBeEnabled();
    await page.getByRole('button', { name: 'Share' }).click();
    const panel = page.getByRole('dialog', { name: 'Share and keep' });
    await panel.getByLabel(/Keep my comparisons/).click();
    await expect(panel.getByRole('status')).toHaveText('This browser does not let the page keep anything.');
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ version }) => version))).toEqual([7]);
    await panel.getByRole('button', { name: 'Close' }).click();
    expect(await texts(page)).toEqual(TWO);
  });
});

test.describe('tabs', () => {
  test('two of them have their own articles, over a reload too', async ({ page, context }) => {
    await open(page, TWO);
    const other = await context.newPage();
    await open(other, ['Storm hits Corva\n\nTwo boats sank.']);
    await page.waitForTimeout(300);
    await Promise.all([page.reload(), other.reload()]);
    await expect(page.locator('textarea').first()).toHaveValue(TWO[0]);
    await expect(other.locator('textarea').first()).toHaveValue('Storm hits Corva\n\nTwo boats sank.');
    expect((await texts(other))[1]).toBe('');
  });

  test('one that is ended in the middle of typing comes back with all but the last moment', async ({ page }) => {
    await open(page, TWO);
    await page.locator('textarea').first().pressSequentially(' And one more line.');
    await page.waitForTimeout(300);
    // Without a word to the page, as when a browser wants its memory back: no event is heard any more.
    await page.evaluate(() => {
      for (const type of ['pagehide', 'visibilitychange']) window.addEventListener(type, (event) => event.stopImmediatePropagation(), { capture: true });
    });
    await page.goto('about:blank');
    await page.goto('./');
    await expect(page.locator('textarea').first()).toHaveValue(`${TWO[0]} And one more line.`);
    await expect(page.locator('textarea').nth(1)).toHaveValue(TWO[1]);
    await expect(page.getByRole('button', { name: 'Read the comparison' })).toBeVisible({ timeout: 20_000 });
  });
});
