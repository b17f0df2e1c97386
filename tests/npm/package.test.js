// The npm package as others use it: packed, installed into small projects of each sort, and asked to compare.
import assert from 'node:assert/strict';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { build, createServer } from 'vite';
import webpack from 'webpack';
import { Installed, root, run, STRICT } from './installed.js';
import { articles } from './projects/articles.js';

const packed = new Installed('package');
const { project, installed, toClose } = packed;
const serving = packed.serving.bind(packed);

let browser;
/** What every other way of comparing is held against: the package in Node. */
let expected;

before(async () => {
  browser = await packed.setUp({ byNpm: true });
  await cp(join(import.meta.dirname, 'projects'), project, { recursive: true });
  const { stdout: said } = await run('node', ['module.mjs'], { cwd: project });
  expected = JSON.parse(said);
});

after(() => packed.tearDown());

/** Opens a page and gives what it has put down. */
async function resultOf(address) {
  const page = await browser.newPage();
  try {
    const complaints = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(address);
    await page.waitForFunction(() => globalThis.result, null, { timeout: 30_000 }).catch((error) => {
      throw new Error(`${error.message}\n${complaints.join('\n')}`);
    });
    return await page.evaluate(() => globalThis.result);
  } finally {
    await page.close();
  }
}

/** Reports are the same to the byte. */
function assertSame(given, wanted, name) {
  const [left, right] = [given, wanted].map((value) => String(JSON.stringify(value)));
  assert.ok(left === right, `${name}: ${left.slice(0, 400)}`);
}

/** Every way gives what Node gives, and the worker tells how far it is. */
function assertCompared(result) {
  for (const name of ['compare', 'comparer', 'client']) assertSame(result[name], expected.compare, name);
  for (const name of ['facts', 'factsOfClient']) assertSame(result[name], expected.facts, name);
  for (const name of ['diff', 'diffOfClient']) assertSame(result[name], expected.diff, name);
  assert.deepEqual(result.steps.slice(-3), ['reading', 'reading', 'comparing']);
}

test('what is packed is the package and nothing else', async () => {
  const manifest = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
  assert.equal(manifest.scripts, undefined);
  assert.equal(manifest.dependencies, undefined);
  const crate = await readFile(join(root, 'Cargo.toml'), 'utf8');
  assert.equal(manifest.version, /^version = "(.+)"$/m.exec(crate)[1]);
  for (const file of ['README.md', 'LICENSE-MIT', 'LICENSE-APACHE', 'index.d.ts', 'engine/variorum.d.ts', 'exchange.js', 'exchange.d.ts', 'schema/report.schema.json', 'schema/request.schema.json']) {
    assert.ok((await readFile(join(installed, file), 'utf8')).length > 100, file);
  }
});

test('in Node, as a module', () => {
  const conflict = expected.compare.findings.find(({ relation }) => relation === 'conflict');
  assert.deepEqual(conflict.readings.map(({ article, norm }) => `${article} ${norm}`).sort(), ['courier 212', 'herald 221']);
  assertSame(expected.comparer, expected.compare, 'comparer');
  assertSame(expected.atOnce, expected.compare, 'at once');
  assert.deepEqual(expected.refused, { name: 'VariorumError', code: 'no-article' });
});

test('in Node, by require', { skip: !process.features.require_module }, async () => {
  const { stdout } = await run('node', ['common.cjs'], { cwd: project });
  assertSame(JSON.parse(stdout), expected.compare, 'by require');
});

test('every module that is exported can be imported where pages are made ahead', async () => {
  const { exports } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8'));
  const names = Object.keys(exports).filter((name) => !/\*|json$|worker|prosemirror/.test(name)).map((name) => `variorum${name.slice(1)}`);
  assert.ok(names.length > 6, names.join());
  const { stdout } = await run('node', ['--input-type=module', '--eval', `for (const name of ${JSON.stringify(names)}) await import(name); console.log('done');`], { cwd: project });
  assert.equal(stdout.trim(), 'done');
});

test('the declarations say what there is', async () => {
  const tsc = join(root, 'node_modules/.bin/tsc');
  const shared = ['--ignoreConfig', '--noEmit', '--strict', '--target', 'es2022', '--lib', 'es2022,dom', '--types', ''];
  for (const [module, resolution] of [['nodenext', 'nodenext'], ['esnext', 'bundler']]) {
    await run(tsc, [...shared, '--module', module, '--moduleResolution', resolution, 'types.ts'], { cwd: project });
  }
});

test('built by Vite', async () => {
  const outDir = join(project, 'out-vite');
  // As somebody has it who has configured nothing.
  await build({ root: project, base: './', configFile: false, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  assertCompared(await resultOf(`${await serving(outDir, { headers: { 'Content-Security-Policy': `${STRICT}; img-src data:` } })}/index.html`));
});

test('served by Vite while one develops', async () => {
  const server = await createServer({ root: project, configFile: false, logLevel: 'error', optimizeDeps: { exclude: ['variorum'] }, server: { host: '127.0.0.1', port: 0, watch: null, hmr: false } });
  await server.listen();
  toClose.push(() => server.close());
  assertCompared(await resultOf(`http://127.0.0.1:${server.httpServer.address().port}/index.html`));
});

test('built by webpack', async () => {
  const path = join(project, 'out-webpack');
  const compiler = webpack({ context: project, mode: 'production', entry: './main.js', output: { path, filename: 'main.js' }, target: 'web', performance: false });
  const stats = await promisify(compiler.run.bind(compiler))();
  assert.ok(!stats.hasErrors() && !stats.hasWarnings(), stats.toString('errors-warnings'));
  await promisify(compiler.close.bind(compiler))();
  await cp(join(project, 'index.html'), join(path, 'index.html'));
  assertCompared(await resultOf(`${await serving(path)}/index.html`));
});

test('without a bundler, under a strict policy', async () => {
  assertCompared(await resultOf(`${await serving(project, { headers: { 'Content-Security-Policy': STRICT } })}/plain.html`));
});

/** The package on one server, the page with this policy on another. */
async function fromElsewhere(policy, given = {}) {
  const cdn = await serving(installed, { headers: { 'Access-Control-Allow-Origin': '*' }, ...given });
  const headers = policy && { 'Content-Security-Policy': policy.replaceAll('CDN', cdn) };
  return resultOf(`${await serving(project, { headers })}/plain.html?package=${cdn}/index.js`);
}

test('from another origin', async () => {
  assertCompared(await fromElsewhere());
});

test('from another origin, under a policy that allows it', async () => {
  assertCompared(await fromElsewhere("default-src 'none'; script-src 'self' CDN 'wasm-unsafe-eval'; connect-src CDN; worker-src blob: CDN"));
});

test('a policy that forbids the worker is named, and comparing without one goes on', async () => {
  for (const allowed of ["'self'", 'blob:']) {
    const result = await fromElsewhere(`default-src 'none'; script-src 'self' CDN 'wasm-unsafe-eval'; connect-src CDN; worker-src ${allowed}`);
    assertSame(result.compare, expected.compare, 'compare');
    assert.equal(result.client.error.code, 'worker-blocked', allowed);
    assert.match(result.client.error.message, /allow blob: and http.* in its worker-src/);
  }
});

test('a policy without wasm-unsafe-eval is named', async () => {
  const policy = STRICT.replace(" 'wasm-unsafe-eval'", '');
  const result = await resultOf(`${await serving(project, { headers: { 'Content-Security-Policy': policy } })}/plain.html`);
  for (const name of ['compare', 'client']) {
    assert.equal(result[name].error.code, 'wasm-blocked', name);
    assert.match(result[name].error.message, /'wasm-unsafe-eval'/);
  }
});

test('a page in place of the wasm is named, and so is a file that is missing', async () => {
  const page = { type: 'text/html', body: '<!doctype html><title>Home</title>' };
  for (const [ending, given, code] of [
    ['.wasm', page, 'wrong-type'],
    ['.wasm', { status: 404, type: 'text/plain', body: 'none' }, 'not-found'],
    ['en.bin', { status: 404, type: 'text/plain', body: 'none' }, 'not-found'],
    ['en.bin', page, 'unknown-tables'],
  ]) {
    const origin = await serving(project, { answer: (path) => (path.endsWith(ending) ? given : undefined) });
    const result = await resultOf(`${origin}/plain.html`);
    for (const name of ['compare', 'client']) assert.equal(result[name].error?.code, code, `${ending}: ${JSON.stringify(result[name]).slice(0, 300)}`);
  }
});

test('a worker that is missing is named', async () => {
  const result = await fromElsewhere(null, { answer: (path) => (path.endsWith('worker.js') ? { status: 404, type: 'text/plain', body: '' } : undefined) });
  assert.equal(result.client.error.code, 'not-found');
  assert.match(result.client.error.message, /worker\.js/);
  assertSame(result.compare, expected.compare, 'compare');
});

test('wasm of no known type is taken all the same', async () => {
  const type = 'application/octet-stream';
  assertCompared(await resultOf(`${await serving(project, { answer: (path) => (path.endsWith('.wasm') ? { type } : undefined) })}/plain.html`));
});

/** Runs a function in a page with the package. */
async function inPage(action, argument) {
  const page = await browser.newPage();
  try {
    await page.goto(`${await serving(project)}/plain.html`);
    await page.waitForFunction(() => globalThis.result);
    return await page.evaluate(action, argument);
  } finally {
    await page.close();
  }
}

test('a call that is cancelled ends alone', async () => {
  const long = articles.map(({ id, text }) => ({ id, text: `${text}\n\n`.repeat(2000) }));
  const { cancelled, waiting, others } = await inPage(
    async ({ long, articles }) => {
      const client = new globalThis.variorum.WorkerClient();
      const running = new AbortController();
      const queued = new AbortController();
      const calls = [
        client.compare({ articles: long }, { signal: running.signal, progress: ({ phase }) => phase === 'comparing' && running.abort(new Error('enough')) }),
        client.compare({ articles }, { signal: queued.signal }),
        client.compare({ articles }),
        client.facts(articles[0]),
      ];
      queued.abort(new Error('not needed'));
      const [cancelled, waiting, ...others] = await Promise.allSettled(calls);
      client.close();
      return { cancelled: String(cancelled.reason), waiting: String(waiting.reason), others: others.map(({ value }) => value) };
    },
    { long, articles },
  );
  assert.deepEqual([cancelled, waiting], ['Error: enough', 'Error: not needed']);
  assertSame(others, [expected.compare, expected.facts], 'the others');
});

test('a worker that is lost is replaced', async () => {
  const { lost, again, closed } = await inPage(async (articles) => {
    const workers = [];
    const worker = () => {
      const made = new Worker('./node_modules/variorum/worker.js', { type: 'module' });
      workers.push(made);
      return made;
    };
    const client = new globalThis.variorum.WorkerClient({ worker });
    await client.version();
    const call = client.compare({ articles }).catch(({ code }) => code);
    workers[0].dispatchEvent(new ErrorEvent('error', { message: 'out of memory' }));
    const lost = await call;
    const again = await client.compare({ articles });
    const pending = client.compare({ articles }).catch(({ code }) => code);
    client.close();
    const late = await client.compare({ articles }).catch(({ code }) => code);
    return { lost, again, closed: [await pending, late] };
  }, articles);
  assert.equal(lost, 'worker-lost');
  assertSame(again, expected.compare, 'again');
  assert.deepEqual(closed, ['worker-lost', 'worker-lost']);
});

test('a saved report is shown without the engine', async () => {
  const folder = join(project, 'saved');
  await mkdir(folder);
  await cp(installed, join(folder, 'variorum'), { recursive: true });
  const guide = await readFile(join(root, 'docs/embed.md'), 'utf8');
  await writeFile(join(folder, 'index.html'), /```html\n([^`]*<variorum-report.*?)```/s.exec(guide)[1]);
  await writeFile(join(folder, 'report.json'), JSON.stringify(expected.compare));
  const policy = "default-src 'none'; script-src 'self'; connect-src 'self'";
  const page = await browser.newPage();
  try {
    const requests = [];
    const complaints = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${await serving(folder, { headers: { 'Content-Security-Policy': policy } })}/index.html`);
    const shown = page.locator('variorum-report');
    await shown.getByText('Conflict', { exact: true }).waitFor();
    const finding = shown.locator('[part="finding conflict"]').first();
    assert.match(await finding.innerText(), /Passengers/);
    assert.deepEqual((await finding.locator('[part=words]').allInnerTexts()).sort(), ['212', '221']);
    assert.deepEqual((await finding.locator('[part=speaker]').allInnerTexts()).sort(), ['the coastguard', 'the harbour master']);
    assert.equal(await shown.getByText('Same', { exact: true }).count(), 0);
    await shown.evaluate((element) => element.setAttribute('relations', 'same'));
    assert.ok((await shown.getByText('Same', { exact: true }).count()) > 0);
    assert.deepEqual(requests.filter((path) => !path.includes('favicon')).sort(), ['/index.html', '/report.json', '/variorum/checked.js', '/variorum/errors.js', '/variorum/language.js', '/variorum/report.js', '/variorum/shadow.js']);

    const told = await shown.evaluate(async (element, report) => {
      const events = [];
      for (const name of ['variorum-report', 'variorum-error']) element.addEventListener(name, ({ type, detail }) => events.push(detail.code ?? type));
      const hostile = structuredClone(report);
      hostile.findings[0].label = '<img src=x onerror="globalThis.ran = 1">';
      hostile.articles[0].outlet = '<script>globalThis.ran = 1</script>';
      element.report = hostile;
      const markup = element.shadowRoot.querySelectorAll('img, script').length;
      element.report = { ...report, version: 2 };
      const fallback = element.shadowRoot.querySelectorAll('slot').length;
      element.report = { articles: [] };
      element.report = { ...report, findings: [{ relation: 'same' }] };
      const failed = new Promise((resolve) => element.addEventListener('variorum-error', resolve, { once: true }));
      element.setAttribute('src', 'nowhere.json');
      await failed;
      return { events, markup, fallback, ran: globalThis.ran };
    }, expected.compare);
    assert.deepEqual(told, { events: ['variorum-report', 'newer-report', 'no-report', 'no-report', 'not-found'], markup: 0, fallback: 1, ran: undefined });
    assert.deepEqual(complaints, []);
  } finally {
    await page.close();
  }
});

test('a saved report is shown in the language of the page around it', async () => {
  const folder = join(project, 'languages');
  await mkdir(folder);
  await cp(installed, join(folder, 'variorum'), { recursive: true });
  await writeFile(join(folder, 'report.json'), JSON.stringify(expected.compare));
  await writeFile(join(folder, 'index.html'), '<!doctype html><html lang="de-AT"><variorum-report src="report.json"></variorum-report><script type="module" src="/variorum/report.js"></script></html>');
  const page = await browser.newPage();
  try {
    const fetched = [];
    page.on('request', (request) => fetched.push(/words\/(.*)/.exec(request.url())?.[1]));
    await page.goto(`${await serving(folder)}/index.html`);
    const shown = page.locator('variorum-report');
    await shown.getByText('Widerspruch', { exact: true }).waitFor();
    assert.deepEqual(fetched.filter(Boolean).sort(), ['de-topics.js', 'de.js', 'topics.js']);
    const when = await shown.evaluate(async (element, report) => {
      const [first] = report.findings;
      const reasons = [{ code: 'rounded', message: 'A figure may be rounded.' }, { code: 'unheard-of', message: 'As it is.' }];
      const told = { ...report, findings: [{ ...first, topic: { form: 'when', of: 'the ferry sailed' }, reasons }] };
      const seen = [];
      const turn = async (lang, wanted) => {
        element.lang = lang;
        while (!element.shadowRoot.textContent.includes(wanted)) await new Promise(requestAnimationFrame);
        seen.push([...element.shadowRoot.querySelectorAll('[part=label], [part=reason]')].map(({ textContent }) => textContent));
      };
      element.report = told;
      await turn('', 'Widerspruch');
      await turn('fr', 'Conflit');
      await turn('en-GB', 'Conflict');
      element.strings = { conflict: 'Gwrthdaro' };
      await turn('es', 'Gwrthdaro');
      element.strings = null;
      await turn('es', 'Conflicto');
      return seen;
    }, expected.compare);
    const label = expected.compare.findings[0].label;
    assert.deepEqual(when, [
      ['Wann: the ferry sailed', 'Eine Zahl kann gerundet sein.', 'As it is.'],
      ['Quand\u00a0: the ferry sailed', 'Un chiffre peut être arrondi.', 'As it is.'],
      [label, 'A figure may be rounded.', 'As it is.'],
      [label, 'A figure may be rounded.', 'As it is.'],
      ['Cuándo: the ferry sailed', 'Una cifra puede estar redondeada.', 'As it is.'],
    ]);
    // What is set before the words have come is shown when they are there, and only the last of it.
    const raced = await page.evaluate(async (report) => {
      const late = document.createElement('variorum-report');
      late.lang = 'fr';
      const events = [];
      late.addEventListener('variorum-report', ({ detail }) => events.push(detail.engine));
      document.body.append(late);
      late.report = { ...report, engine: 'first' };
      late.report = { ...report, engine: 'second' };
      while (events.length === 0) await new Promise(requestAnimationFrame);
      return [events, late.shadowRoot.querySelector('[part=relation]').textContent];
    }, expected.compare);
    assert.deepEqual(raced, [['second'], 'Conflit']);
  } finally {
    await page.close();
  }
});

test('the guide to embedding holds as it is written', async () => {
  const guide = await readFile(join(root, 'docs/embed.md'), 'utf8');
  const blocks = [...guide.matchAll(/```(\w+)\n(.*?)```/gs)];
  const block = (language, words) => blocks.find(([, name, code]) => name === language && code.includes(words))[2];

  await writeFile(join(project, 'guide.mjs'), block('js', 'console.log(relation'));
  const { stdout } = await run('node', ['guide.mjs'], { cwd: project });
  assert.match(stdout, /^conflict – .*“12”/);

  const folder = join(project, 'guide');
  await mkdir(folder);
  await cp(installed, join(folder, 'variorum'), { recursive: true });
  await writeFile(join(folder, 'index.html'), block('html', '<textarea'));
  await writeFile(join(folder, 'compare.js'), block('js', "'/variorum/index.js'"));
  const page = await browser.newPage();
  try {
    await page.goto(`${await serving(folder)}/index.html`);
    await page.locator('li', { hasText: 'conflict:' }).first().waitFor();
    await page.locator('#b').fill(await page.locator('#a').inputValue());
    await page.locator('li', { hasText: 'conflict:' }).first().waitFor({ state: 'detached' });
  } finally {
    await page.close();
  }
});
