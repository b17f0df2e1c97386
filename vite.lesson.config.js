// The page of lessons: www/lesson.html → dist/, beside the page itself. It is a build of its own, since what two pages share
// would come to the first visit in more and smaller files. `--mode player` builds what does a lesson as one script, which
// stands in each lesson that is handed out as a file.
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vite';
import { plainImports } from './www/build/plain-imports.js';
import { serviceWorker } from './www/build/service-worker.js';
import { subsetFonts } from './www/build/subset-fonts.js';
import page from './vite.config.js';

const credits = readFileSync(new URL('www/public/credits.txt', import.meta.url), 'utf8').split('\n\n\n');
const notice = (/** @type {string} */ name) => credits.find((section) => section.startsWith(name)) ?? '';
const mit = notice('Libraries inside the .wasm file').match(/Permission is hereby granted[^]*?SOFTWARE\./)?.[0] ?? '';

// A lesson in a file goes about by itself, so it carries the notices of what it contains.
const notices = [notice('Lit (inside'), 'fflate: Copyright (c) 2023 Arjun Barrett', mit];
if (notices.includes('')) throw new Error('www/public/credits.txt has not the notices that lessons in a file carry');

const player = {
  rollupOptions: { output: { postBanner: `/*!\n${notices.join('\n\n').trim()}\n*/` } },
  lib: { entry: 'src/lessons/player/index.js', formats: /** @type {const} */ (['iife']), name: 'lesson', fileName: () => 'lesson-player.js' },
};

export default defineConfig(({ mode }) => ({
  ...page,
  publicDir: mode === 'player' ? false : page.publicDir,
  // Lessons work without a network too: the list of what is kept is written anew with them on it.
  plugins: mode === 'player' ? [] : [plainImports(), subsetFonts(), serviceWorker()],
  define: mode === 'player' ? { 'process.env.NODE_ENV': '"production"' } : {},
  build: { ...page.build, emptyOutDir: false, ...(mode === 'player' ? player : { rollupOptions: { input: 'www/lesson.html' } }) },
}));
