// What `variorum batch` does, by the wasm package for browsers in Chromium: JSON Lines of requests in, of reports out.
//
//     CHROMIUM=FILE node chromium-batch.mjs PACKAGE_FOLDER < requests.jsonl > reports.jsonl
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { chromium } from '@playwright/test';

const folder = resolve(process.argv[2]);
const TYPES = { '.js': 'text/javascript', '.wasm': 'application/wasm' };

const server = createServer(async ({ url = '/' }, response) => {
  const { pathname } = new URL(url, 'http://localhost');
  if (pathname === '/') {
    response.setHeader('content-type', 'text/html');
    response.end('<!doctype html><title>Batch</title><link rel="icon" href="data:,">');
    return;
  }
  try {
    response.setHeader('content-type', TYPES[extname(pathname)] ?? 'application/octet-stream');
    response.end(await readFile(join(folder, pathname)));
  } catch {
    response.statusCode = 404;
    response.end();
  }
});
await new Promise((done) => server.listen(0, '127.0.0.1', () => done(undefined)));

// Chromium's sandbox needs rights that containers seldom give; the page is our own.
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.evaluate(async () => {
    const engine = await import('/variorum.js');
    const bytes = async (file) => new Uint8Array(await (await fetch(file)).arrayBuffer());
    await engine.default({ module_or_path: '/variorum_bg.wasm' });
    engine.loadLanguage(await bytes('/variorum-en.bin'));
    engine.loadPlaces(await bytes('/places.txt'));
    window.answer = (line) => JSON.stringify(engine.compare(JSON.parse(line)));
  });
  for (const line of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
    process.stdout.write(`${await page.evaluate((request) => window.answer(request), line)}\n`);
  }
} finally {
  await browser.close();
  server.close();
}
