import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import subsetFont from 'subset-font';

/**
 * What news text in Latin script is set in: ASCII, Latin-1, Latin Extended-A, dashes, quotation marks, currency
 * and the few signs that the page itself uses. Everything else comes from the system's fonts.
 */
const CHARACTERS = [range(0x20, 0x7e), range(0xa0, 0x17f), '‐‑‒–—―‘’‚“”„•…‰′″‹›⁄€™−¶·'].join('');

/**
 * A Vite plugin: `import url from 'font:PACKAGE/FILE.woff2?wght=400-700&opsz=14-40'` gives the address of that
 * font with only the characters above and with its axes cut to the ranges named.
 *
 * The fonts of @fontsource-variable carry axes and characters that this page never shows; cutting them here
 * brings three fonts to 134 KB, where the uncut ones take 327 KB.
 *
 * @returns {import('vite').Plugin}
 */
export function subsetFonts() {
  const require = createRequire(import.meta.url);
  const cache = join(import.meta.dirname, '../../node_modules/.cache/variorum-fonts');
  return {
    name: 'subset-fonts',
    resolveId: (id) => (id.startsWith('font:') ? `\0${id}` : null),
    async load(id) {
      if (!id.startsWith('\0font:')) return null;
      const [file, query] = id.slice('\0font:'.length).split('?');
      const font = await readFile(require.resolve(file));
      const key = createHash('sha256').update(font).update(CHARACTERS).update(query).digest('hex').slice(0, 16);
      const path = join(cache, `${file.split('/').at(-1)?.replace('.woff2', '')}-${key}.woff2`);
      try {
        await readFile(path);
      } catch {
        const subset = await subsetFont(font, CHARACTERS, { targetFormat: 'woff2', variationAxes: axes(query) });
        await mkdir(cache, { recursive: true });
        await writeFile(path, subset);
      }
      return `export { default } from ${JSON.stringify(`${path}?url`)};`;
    },
  };
}

/**
 * @param {string} query such as `wght=400-700&opsz=28`
 * @returns {Record<string, number | { min: number, max: number }>}
 */
function axes(query) {
  return Object.fromEntries(
    [...new URLSearchParams(query)].map(([axis, value]) => {
      const [min, max] = value.split('-').map(Number);
      return [axis, max === undefined ? min : { min, max }];
    }),
  );
}

/**
 * @param {number} first code point
 * @param {number} last code point
 */
function range(first, last) {
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index));
}
