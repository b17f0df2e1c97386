// The engine in a page for a bench of other libraries, which calls `default` first.
import { adapt } from './adapt.mjs';
import init, * as engine from './variorum.mjs';

export const { compare, extract, diffWords } = adapt(engine);

/** @type {Promise<void> | undefined} */
let started;

/** @param {string} name */
const file = (name) => new URL(name, import.meta.url);

/** @param {string} name */
const bytes = async (name) => new Uint8Array(await (await fetch(file(name))).arrayBuffer());

/** Loads the engine with its tables, once. */
export default function start() {
  started ??= (async () => {
    const [, language, places] = await Promise.all([
      init({ module_or_path: file('variorum_bg.wasm') }),
      bytes('variorum-en.bin'),
      bytes('places.txt'),
    ]);
    engine.loadLanguage(language);
    engine.loadPlaces(places);
  })();
  return started;
}
