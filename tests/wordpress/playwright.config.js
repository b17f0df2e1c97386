// The plugin in a real WordPress: `cargo xtask wordpress --test` names what this needs in the environment.
import base from '../../playwright.config.js';
import { defineConfig } from '@playwright/test';

const { PORT = '9431' } = process.env;
const address = `http://127.0.0.1:${PORT}`;

export default defineConfig({
  ...base,
  testDir: '.',
  // PHP runs as WebAssembly, in one worker, and the editor is a hundred files.
  timeout: 300_000,
  expect: { timeout: 90_000 },
  use: { ...base.use, baseURL: address, navigationTimeout: 120_000 },
  projects: [
    { name: 'activation', testMatch: 'activation.spec.js' },
    { name: 'block', testIgnore: 'activation.spec.js', dependencies: ['activation'] },
  ],
  webServer: {
    command: 'node serve.js',
    cwd: import.meta.dirname,
    url: `${address}/wp-includes/images/blank.gif`,
    timeout: 240_000,
    reuseExistingServer: Boolean(process.env.REUSE),
    stdout: 'pipe',
  },
});
