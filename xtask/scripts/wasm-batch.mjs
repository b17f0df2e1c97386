// What `variorum batch` does, by the wasm package for Node: JSON Lines of requests in, of reports out.
//
//     node wasm-batch.mjs PACKAGE_FOLDER < requests.jsonl > reports.jsonl
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';

const require = createRequire(import.meta.url);
const { compare } = require(resolve(process.argv[2]));
const lines = readFileSync(0, 'utf8').split('\n').filter(Boolean);
process.stdout.write(lines.map((line) => `${JSON.stringify(compare(JSON.parse(line)))}\n`).join(''));
