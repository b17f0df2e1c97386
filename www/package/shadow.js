// What the elements have in common that draw themselves, without a library.

/** What they extend; nothing where pages are made ahead, on a server. */
export const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/**
 * Opens the shadow root of an element, with its styles: by a sheet of its own, which a strict policy lets pass.
 *
 * @param {HTMLElement} host
 * @param {string} css
 * @returns {ShadowRoot}
 */
export function openShadow(host, css) {
  const styles = new CSSStyleSheet();
  styles.replaceSync(css);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [styles];
  return root;
}

/**
 * What is foreign comes in as text, so that no article can bring markup of its own.
 *
 * @param {string} tag
 * @param {string} part
 * @param {string | Node[]} content
 */
export function element(tag, part, content) {
  const made = document.createElement(tag);
  made.setAttribute('part', part);
  if (typeof content === 'string') {
    made.dir = 'auto';
    made.textContent = content;
  } else made.append(...content);
  return made;
}

/**
 * Makes an element known by its name, unless another copy of the package has been here before, or this is a server.
 *
 * @param {string} name
 * @param {CustomElementConstructor} definition
 */
export function define(name, definition) {
  if (globalThis.customElements && !customElements.get(name)) customElements.define(name, definition);
}
