import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Larger files than this, in bytes, are kept once all is quiet or when they are first used. */
const MAX_AHEAD = 200_000;

/** The engine and its tables, without which nothing is compared: they are kept at once, however large. */
const ENGINE = /\.wasm$|\/(?:variorum|places)-[^/]*\.(?:bin|txt)$/;

/**
 * A Vite plugin: writes the service worker beside the built page, with the list of the files that it keeps and a name
 * for their state, which changes when any of them does.
 *
 * @returns {import('vite').Plugin}
 */
export function serviceWorker() {
  let folder = '';
  return {
    name: 'service-worker',
    apply: 'build',
    configResolved({ root, build }) {
      folder = join(root, build.outDir);
    },
    async closeBundle() {
      const names = await readdir(folder, { recursive: true, withFileTypes: true });
      const files = names
        .filter((entry) => entry.isFile() && entry.name !== 'service-worker.js')
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
        .sort();
      const hash = createHash('sha256');
      const ahead = ['./'];
      const rest = [];
      for (const file of files) {
        const content = await readFile(join(folder, file));
        hash.update(file).update(content);
        const isNeeded = content.length <= MAX_AHEAD || ENGINE.test(file);
        if (file !== 'index.html') (isNeeded ? ahead : rest).push(file);
      }
      const source = await readFile(join(import.meta.dirname, '../src/offline/service-worker.js'), 'utf8');
      const filled = source
        .replace('/* global __FILES__, __REST__, __STATE__ */\n\n', '')
        .replace('${__STATE__}', hash.digest('hex').slice(0, 16))
        .replace('__FILES__', JSON.stringify(ahead))
        .replace('__REST__', JSON.stringify(rest));
      await writeFile(join(folder, 'service-worker.js'), filled);
    },
  };
}
