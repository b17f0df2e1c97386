// The page inside frames on the pages of others: www/embed.html → dist/, beside the page itself. It is a build of its own,
// since what two pages share would come to the first visit in more and smaller files.
import { defineConfig } from 'vite';
import { plainImports } from './www/build/plain-imports.js';
import { subsetFonts } from './www/build/subset-fonts.js';
import page from './vite.config.js';

export default defineConfig({
  ...page,
  publicDir: false,
  // It needs a network anyway, as the page around it does.
  plugins: [plainImports(), subsetFonts()],
  build: { ...page.build, emptyOutDir: false, rollupOptions: { input: 'www/embed.html' } },
});
