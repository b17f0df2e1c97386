// The page: www/ → dist/. `cargo xtask build` puts the engine's packages into pkg/ first.
import { defineConfig } from 'vite';
import { plainImports } from './www/build/plain-imports.js';
import { serviceWorker } from './www/build/service-worker.js';
import { subsetFonts } from './www/build/subset-fonts.js';

export default defineConfig({
  root: 'www',
  // Relative addresses, so that the page works in any folder of any host.
  base: './',
  plugins: [plainImports(), subsetFonts(), serviceWorker()],
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    // The first with light-dark(), which Vite would otherwise write as variables that nobody sets.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // A data: address would need a looser content security policy than the page has.
    assetsInlineLimit: 0,
    // Views fetched later are small: their imports come a moment after them without a list of what to fetch beforehand.
    modulePreload: false,
  },
  worker: { format: 'es' },
  server: { fs: { allow: ['..'] } },
});
