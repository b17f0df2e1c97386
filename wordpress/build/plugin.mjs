// Puts the plugin together as a ZIP archive: what lies in this folder, its translations, and of the npm package what the
// editor and the readers load.
//
//     node wordpress/build/plugin.mjs PACKAGE ARCHIVE
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';
import { asJson, asPhp, gather, template, translation } from './translations.mjs';

const root = dirname(import.meta.dirname);
const [packed, archive] = process.argv.slice(2);
const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8'));

/** The modules of the package that a browser loads here by their names; with them goes what they import. */
const ENTRIES = ['client.js', 'comparer.js', 'report.js', 'worker.js'];

/** What of the package is taken whole: the element is in one folder, the engine in another. */
const WHOLE = /^((comparer|engine)\/.*(?<!\.d\.ts)|LICENSE-.*)$/;

/** WordPress takes no translation of a near language for another. */
const LOCALES = {
  de: ['de_AT', 'de_CH', 'de_CH_informal', 'de_DE', 'de_DE_formal'],
  es: ['es_AR', 'es_CL', 'es_CO', 'es_CR', 'es_EC', 'es_ES', 'es_GT', 'es_MX', 'es_PE', 'es_PR', 'es_UY', 'es_VE'],
  fr: ['fr_BE', 'fr_CA', 'fr_FR'],
};

/** The first day that archives know, in whatever zone: the same files make the same bytes. */
const FIRST_DAY = new Date(1980, 0, 1);

/** As WordPress names the block's script. */
const EDITOR_SCRIPT = 'variorum-comparison-editor-script';

/** @type {Map<string, Buffer>} */
const files = new Map();
for (const path of await list(root)) {
  if (!/^(build|languages)\//.test(path)) files.set(path, await readFile(join(root, path)));
}
for (const [path, content] of files) {
  if (/\.(php|js|json|txt)$/.test(path)) files.set(path, Buffer.from(released(content.toString())));
}

const messages = gather(files);
files.set('languages/variorum.pot', Buffer.from(template(messages, version)));
for (const [language, locales] of Object.entries(LOCALES)) {
  const name = `languages/${language}.po`;
  const given = translation(await readFile(join(root, name), 'utf8'), messages, name);
  for (const locale of locales) {
    files.set(`languages/variorum-${locale}.l10n.php`, Buffer.from(asPhp(given, locale)));
    files.set(`languages/variorum-${locale}-${EDITOR_SCRIPT}.json`, Buffer.from(asJson(given, locale)));
  }
  files.set(`languages/labels-${language}.json`, Buffer.from(await labels(language)));
}

for (const path of [...(await list(packed)).filter((path) => WHOLE.test(path)), ...(await importedBy(ENTRIES))]) {
  files.set(`package-${version}/${path}`, await readFile(join(packed, path)));
}

files.set('credits.txt', await readFile(join(root, '../www/public/credits.txt')));

await mkdir(dirname(archive), { recursive: true });
const sorted = [...files].sort(([left], [right]) => (left < right ? -1 : 1));
await writeFile(archive, zipSync(Object.fromEntries(sorted.map(([path, content]) => [`variorum/${path}`, content])), { level: 9, mtime: FIRST_DAY }));

/**
 * @param {string[]} entries modules of the package
 * @returns {Promise<string[]>} these and what they import beside them, however deep
 */
async function importedBy(entries) {
  const found = new Set(entries);
  for (const path of found) {
    const text = await readFile(join(packed, path), 'utf8');
    for (const [, name] of text.matchAll(/(?:from|import|import\(|new URL\()\s*'\.\/([\w-]+\.js)'/g)) found.add(name);
  }
  return [...found].sort();
}

/**
 * The folder of the package has its version in its name: browsers keep modules by their address, and must not mix two
 * releases.
 *
 * @param {string} text of a source
 */
function released(text) {
  return text.replaceAll('../package/', `../package-${version}/`).replaceAll('package-0.0.0/', `package-${version}/`).replace(/(\bVersion:\s+|Stable tag: |"version": "|^= |'version'\s+=> ')0\.0\.0/gm, `$1${version}`);
}

/**
 * What findings are called, as the page of Variorum calls them.
 *
 * @param {string} language
 */
async function labels(language) {
  const { topics, remarks } = await import(join(root, `../www/src/strings/${language}-topics.js`));
  return JSON.stringify({ topics, remarks });
}

/**
 * @param {string} folder
 * @returns {Promise<string[]>} the paths of the files in it, with slashes
 */
async function list(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/')).sort();
}
