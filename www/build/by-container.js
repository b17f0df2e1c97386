/**
 * A Vite plugin: style sheets that go by the width of the window go by that of the element. The page is as wide as its
 * window; the element stands in a column of somebody else's page. The element has to be a container for its inline size.
 *
 * Dialogs are as wide as the window lets them, wherever the element stands: theirs stay as they are.
 *
 * @returns {import('vite').Plugin}
 */
export function byContainer() {
  return {
    name: 'by-container',
    enforce: 'pre',
    transform(code, id) {
      const isOurs = /[\\/]www[\\/]src[\\/]styles[\\/][^?]*\.css\?inline$/.test(id);
      return isOurs ? { code: asContainers(code), map: null } : null;
    },
  };
}

/** @param {string} css */
function asContainers(css) {
  const width = String.raw`\((?:min|max)-width: [\d.]+rem\)`;
  const plain = css
    .replace(new RegExp(`@media (${width}) \\{`, 'g'), '@container $1 {')
    .replace(new RegExp(`@media not all and (${width}) \\{`, 'g'), '@container not $1 {');
  // On paper it stays as wide as it is: the rule gets one for the screen around it.
  return plain.replace(new RegExp(`^@media screen and (${width}) (\\{[^]*?\\n\\})`, 'gm'), '@media screen {\n@container $1 $2\n}');
}
