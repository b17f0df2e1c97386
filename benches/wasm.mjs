// How long the engine takes as wasm in Node, and the room that it takes: `node benches/wasm.mjs`, after `cargo xtask build`.
//
// Times are of the processor, each the median of several calls; the works take turns, so that what else the machine does
// falls on all of them. A pass is a scan of the same text for white space (pass.mjs). Memory is measured in processes of
// its own. Prints tables; --out FILE writes the figures as JSON, --quick leaves the longest out, --generator FILE takes the
// articles from another module's `articles({ n, bytes })`.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { load } from './engine.mjs';
import { example, generated } from './generated.mjs';
import { dates } from './ours/adapt.mjs';

const { values: options } = parseArgs({
  options: { out: { type: 'string' }, quick: { type: 'boolean', default: false }, generator: { type: 'string' }, memory: { type: 'string' } },
});

/** Processor time, in ms, that the works of one size may take together. */
const BUDGET = options.quick ? 400 : 1500;

/** Processor time, in ms, that a work is done for before it is timed: the wasm is compiled better as it runs. */
const WARM_UP = options.quick ? 150 : 500;

/** How often a work is done at least, and at most, whatever it takes. */
const [LEAST, MOST] = options.quick ? [3, 9] : [3, 41];

/** A word is about six bytes, with the blank behind it. */
const WORD = 6;

const engine = load();

/** Another date each time, so that articles under it are read anew. */
const published = dates();

/**
 * @param {number} n
 * @param {number} kb of each
 * @returns {Promise<string[]>}
 */
async function articles(n, kb) {
  if (!options.generator) return generated(n, (kb * 1024) / WORD);
  const { articles: made } = await import(pathToFileURL(resolve(options.generator)).href);
  return made({ n, bytes: kb * 1024 }).map(({ text }) => text);
}

/** @param {string[]} texts */
const request = (texts, date = published()) => ({ articles: texts.map((text, at) => ({ id: `a${at}`, text, published: date })) });

/** Processor time in ms since `from`. */
function spent(from = { user: 0, system: 0 }) {
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

/** @param {number[]} values */
const median = (values) => [...values].sort((left, right) => left - right)[values.length >> 1];

/**
 * Does works in turns.
 *
 * @param {Record<string, () => unknown>} works
 * @returns {Record<string, { ms: number, n: number }>} the median of each
 */
function measure(works) {
  const all = Object.entries(works).map(([name, run]) => {
    let from = process.cpuUsage();
    do run();
    while (spent(from) < WARM_UP);
    from = process.cpuUsage();
    run();
    // The clock of the processor counts in steps that a short work would slip through.
    const times = Math.max(1, Math.ceil(2 / Math.max(spent(from), 0.001)));
    return { name, run, times, one: Math.max(spent(from), 0.001) * times, taken: /** @type {number[]} */ ([]) };
  });
  const rounds = Math.min(MOST, Math.max(LEAST, Math.round(BUDGET / all.reduce((sum, { one }) => sum + one, 0))));
  for (let round = 0; round < rounds; round += 1) {
    for (let at = 0; at < all.length; at += 1) {
      const { run, times, taken } = all[(at + round) % all.length];
      const from = process.cpuUsage();
      for (let time = 0; time < times; time += 1) run();
      taken.push(spent(from) / times);
    }
  }
  return Object.fromEntries(all.map(({ name, taken }) => [name, { ms: median(taken), n: taken.length }]));
}

/**
 * KB of the machine's memory that this process has (VmRSS) or has had at most (VmHWM).
 *
 * @param {'VmRSS' | 'VmHWM'} field
 */
function resident(field) {
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}

/** What is done once in a process of its own, to see the room that it takes. */
const MEMORY = {
  'word diff, 2 × 100 KB': async () => {
    const [left, right] = await articles(2, 100);
    return () => engine.diffWords(left, right);
  },
  'compare, 2 × 100 KB': async () => {
    const given = request(await articles(2, 100));
    return () => engine.compare(given);
  },
  'compare, 32 × 4 KB': async () => {
    const given = request(await articles(32, 4));
    return () => engine.compare(given);
  },
};

if (options.memory) {
  const work = await MEMORY[options.memory]();
  globalThis.gc?.();
  const before = { wasm: engine.bytes(), process: resident('VmRSS') };
  // Linux forgets the most that the process has had so far, and remembers the most from here on.
  writeFileSync('/proc/self/clear_refs', '5');
  work();
  const after = { wasm: engine.bytes(), process: resident('VmHWM') };
  console.log(JSON.stringify({ loadedKB: before.wasm / 1024, wasmKB: (after.wasm - before.wasm) / 1024, processKB: after.process - before.process }));
  process.exit(0);
}

/** @type {{ bytes: number, ms: number }[]} */
const scans = [];

/** @type {{ work: string, bytes: number, passes: number, ms: number, n: number }[]} */
const rows = [];

/**
 * @param {string} scanned the text whose scan is one pass
 * @param {Record<string, () => unknown>} works
 */
async function row(scanned, works) {
  const { passOver } = await import('./pass.mjs');
  const { pass, ...taken } = measure({ pass: passOver(scanned), ...works });
  const bytes = Buffer.byteLength(scanned);
  scans.push({ bytes, ms: pass.ms });
  for (const [work, { ms, n }] of Object.entries(taken)) {
    rows.push({ work, bytes, passes: ms / pass.ms, ms, n });
    console.error(`${work}: ${ms.toFixed(2)} ms, ${(ms / pass.ms).toFixed(0)} passes`);
  }
}

const load1 = loadavg()[0];
for (const kb of options.quick ? [1, 10] : [1, 10, 100, 1024]) {
  const [text, other] = await articles(2, kb);
  // A diff is told in passes over one of its texts.
  await row(text, { [`facts, ${kb} KB`]: () => engine.facts({ id: 'a', text, published: published() }) });
  await row(text, { [`word diff, 2 × ${kb} KB`]: () => engine.diffWords(text, other) });
}
for (const [n, kb] of options.quick ? [[3, 10], [8, 4]] : [[2, 4], [3, 10], [4, 4], [8, 4], [16, 4], [32, 4]]) {
  const texts = await articles(n, kb);
  const date = published();
  let edits = 0;
  await row(texts.join('\n\n'), {
    [`compare, ${n} × ${kb} KB`]: () => engine.compare(request(texts)),
    // One word of the first article is another each time, as when a draft is typed.
    [`compare again, ${n} × ${kb} KB`]: () => {
      edits += 1;
      return engine.compare(request([`${texts[0].trimEnd()} Draft${edits}.`, ...texts.slice(1)], date));
    },
  });
}

// Only Linux tells what a process had at most.
const memory = (existsSync('/proc/self/clear_refs') ? Object.keys(MEMORY) : []).map((work) => {
  const child = ['--expose-gc', fileURLToPath(import.meta.url), '--memory', work, ...(options.generator ? ['--generator', options.generator] : [])];
  return { work, ...JSON.parse(execFileSync(process.execPath, child, { encoding: 'utf8' })) };
});

// As one types for a long time: another text each time, in one instance.
const times = options.quick ? 100 : 1000;
const ferry = await example('ferry');
const room = engine.bytes();
const from = process.cpuUsage();
let half = 0;
for (let time = 1; time <= times; time += 1) {
  engine.compare({ articles: ferry.map((article) => ({ ...article, text: `${article.text} The harbour master had ${time} boats out.` })) });
  if (time === times >> 1) half = engine.bytes();
}
const many = { times, ms: spent(from), growthKB: (engine.bytes() - room) / 1024, growthInSecondHalfKB: (engine.bytes() - half) / 1024 };

const figures = {
  date: new Date().toISOString().slice(0, 10),
  machine: { processor: cpus()[0].model.trim(), cores: cpus().length, load: [load1, loadavg()[0]] },
  node: process.version,
  quick: options.quick,
  passMBs: median(scans.map(({ bytes, ms }) => bytes / ms / 1000)),
  rows,
  memory,
  many,
};
console.log('| work | bytes | ms | passes |\n|---|---|---|---|');
for (const { work, bytes, ms, passes } of rows) console.log(`| ${work} | ${bytes} | ${ms.toFixed(2)} | ${passes.toFixed(0)} |`);
console.log('\n| work | wasm memory, KB more | process, KB more |\n|---|---|---|');
for (const { work, wasmKB, processKB } of memory) console.log(`| ${work} | ${wasmKB} | ${processKB} |`);
console.log(`\n${times} comparisons in one instance: ${many.ms.toFixed(0)} ms, ${many.growthKB} KB more, ${many.growthInSecondHalfKB} of them in the second half`);
if (options.out) writeFileSync(options.out, `${JSON.stringify(figures, null, 1)}\n`);
