// The package as others get it: packed, and installed into a folder of its own, with a browser and servers to try it.
import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import { chromium } from '@playwright/test';
import { serve } from './server.js';

export const run = promisify(execFile);
export const root = resolve(import.meta.dirname, '../..');

/** A policy for a page with all that it needs on its own server. */
export const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'";

export class Installed {
  /** @type {(() => void)[]} called when the tests are over */
  toClose = [];
  /** @type {import('@playwright/test').Browser} */
  browser;

  /** @param {string} name of the tests, which have a folder each */
  constructor(name) {
    // Below the root, so that the projects find Vite and webpack there and nothing is downloaded.
    this.project = resolve(process.env.SCRATCH ?? join(root, 'target/npm-projects'), name);
    this.installed = join(this.project, 'node_modules/variorum');
  }

  /**
   * @param {{ byNpm?: boolean }} [given] whether npm itself installs what was packed; otherwise it is unpacked to the same place, which
   * is quicker
   */
  async setUp({ byNpm = false } = {}) {
    await rm(this.project, { recursive: true, force: true });
    await mkdir(this.project, { recursive: true });
    await writeFile(join(this.project, 'package.json'), '{ "name": "projects", "private": true, "type": "module" }\n');
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', this.project, join(root, 'pkg/npm')], { cwd: this.project });
    const [{ filename }] = Object.values(JSON.parse(stdout));
    if (byNpm) await run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${filename}`], { cwd: this.project });
    else {
      await mkdir(this.installed, { recursive: true });
      await run('tar', ['-xzf', join(this.project, filename), '--strip-components=1', '-C', this.installed]);
    }
    this.browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
    return this.browser;
  }

  async tearDown() {
    for (const close of this.toClose) close();
    await this.browser?.close();
  }

  /**
   * A server that lives as long as the tests.
   *
   * @param {Parameters<typeof serve>} given
   * @returns {Promise<string>} its origin
   */
  async serving(...given) {
    const { origin, close } = await serve(...given);
    this.toClose.push(close);
    return origin;
  }
}

/**
 * What axe finds in a page against WCAG 2.2 AA, in short. Landmarks are the concern of the page around an element.
 *
 * @param {import('@playwright/test').Page} page
 */
export async function violations(page) {
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, html }) => `${target} ${html.slice(0, 120)}`).join('; ')}`);
}
