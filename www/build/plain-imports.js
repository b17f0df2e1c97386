/**
 * A Vite plugin: imports that wait until they are wanted stay plain imports. Vite wraps each in a helper that first fetches
 * the style sheets and modules which the chunk will need; the page has its later styles in its modules and lists no
 * modules beforehand, so the helper has nothing to do.
 *
 * @returns {import('vite').Plugin}
 */
export function plainImports() {
  return {
    name: 'plain-imports',
    enforce: 'pre',
    apply: 'build',
    load(id) {
      return id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : null;
    },
  };
}
