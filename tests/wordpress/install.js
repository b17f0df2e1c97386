// Installs a real WordPress, with PHP as WebAssembly, for the tests of the plugin: the packages of host/package-lock.json
// into a folder of their own, since they are large and nothing else needs them.
//
//     node tests/wordpress/install.js FOLDER
//
// It stands on no package of the repository, which are installed meanwhile.
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { contentsOf, entriesOf } from '../../www/src/doors/zip.js';
import { NEWEST, OLDEST } from './versions.js';

/** No file of WordPress is larger, in bytes. */
const LARGEST = 1 << 26;

const [folder] = process.argv.slice(2);
// Put together elsewhere, so that a folder of the name is a whole one.
const making = `${folder}.new`;
await rm(making, { recursive: true, force: true });
await mkdir(dirname(folder), { recursive: true });
await cp(join(import.meta.dirname, 'host'), making, { recursive: true });
execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: making, stdio: 'inherit' });

const builds = join(making, 'node_modules/@wp-playground/wordpress-builds');
for (const version of [NEWEST, OLDEST]) await putTogether(version, join(making, 'sites', version));
// The other versions are six times as large as all else.
await rm(builds, { recursive: true });
await rm(folder, { recursive: true, force: true });
await rename(making, folder);

/**
 * PHP files come packed, what browsers load lies beside them.
 *
 * @param {string} version
 * @param {string} site
 */
async function putTogether(version, site) {
  await cp(join(builds, `public/wp-${version}`), site, { recursive: true });
  const packed = await readFile(join(builds, `src/wordpress/wp-${version}.zip`));
  for (const [name, entry] of entriesOf(packed)) {
    if (name.endsWith('/')) continue;
    const path = join(site, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, await contentsOf(packed, entry, LARGEST));
  }
}
