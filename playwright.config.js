// End-to-end tests against the built page: run `npx vite build` first, or let `cargo xtask test` do it.
import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// Nothing may leave this machine, so the browser's own calls home are switched off as well.
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// A port of one's own lets two trees be tested at once.
const port = process.env.PORT ?? '4173';
const address = `http://127.0.0.1:${port}/`;
const executablePath =
  process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));

export default defineConfig({
  testDir: 'tests/e2e',
  timeout: 60_000,
  // A machine that does other work at the same time is slow, not wrong.
  expect: { timeout: 10_000 },
  // What fails once and then passes is told of as flaky.
  retries: process.env.CI ? 1 : 0,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'line',
  use: {
    baseURL: address,
    // The page keeps itself for use without a network; tests other than of that see each build fresh.
    serviceWorkers: 'block',
    // Chromium's sandbox needs rights that containers seldom give; the pages under test are our own.
    launchOptions: { executablePath, args: ['--no-sandbox', ...QUIET] },
  },
  webServer: {
    command: `npx vite preview --host 127.0.0.1 --port ${port} --strictPort`,
    url: address,
    reuseExistingServer: false,
  },
});
