// The element <variorum-comparer> as a part of the npm package: www/src/embed → pkg/npm/comparer.
import { defineConfig } from 'vite';
import { byContainer } from './www/build/by-container.js';

/** The package's own modules that the element stands on; they lie one folder up in the package, and are not built in. */
const PACKAGE = /[\\/]www[\\/]package[\\/](client|errors)\.js$/;

export default defineConfig({
  root: 'www',
  base: './',
  publicDir: false,
  plugins: [
    byContainer(),
    {
      name: 'modules-of-the-package',
      enforce: 'pre',
      async resolveId(source, importer, options) {
        const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
        const [, name] = PACKAGE.exec(resolved?.id ?? '') ?? [];
        // All chunks lie in one folder, so that the address is the same from each.
        return name ? { id: `../${name}.js`, external: true } : null;
      },
    },
    {
      // What reads PDF files imports by an address that is known only when it runs. Minifying has taken the note that keeps
      // the bundlers of others from looking for it.
      name: 'addresses-known-later',
      generateBundle(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type === 'chunk') chunk.code = chunk.code.replaceAll(/\bimport\((?=[\w$])/g, 'import(/* webpackIgnore: true */ /* @vite-ignore */ ');
        }
      },
    },
  ],
  build: {
    outDir: '../pkg/npm/comparer',
    emptyOutDir: false,
    target: 'es2022',
    // The first with light-dark(), which Vite would otherwise write as variables that nobody sets.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: false,
    lib: { entry: 'src/embed/index.js', formats: ['es'], fileName: 'element' },
    rollupOptions: {
      // What the first view needs is in one file, whatever the later ones need of it too.
      preserveEntrySignatures: 'allow-extension',
      output: { minify: true, chunkFileNames: '[name].js', assetFileNames: '[name][extname]' },
    },
  },
  worker: { format: 'es', rollupOptions: { output: { entryFileNames: '[name].js' } } },
});
