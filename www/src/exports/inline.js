// What stands in pages that are handed on as one file: their own styles, scripts and data, under a policy that allows no others.

/**
 * A document as the text of a file. What the policy of this page would forbid in any document that it makes goes in as text.
 *
 * @param {Document} paper
 * @param {{ head: string, body: string }} last our own markup, behind all that stands there
 * @returns {string}
 */
export function written(paper, { head, body }) {
  const shell = /** @type {Element} */ (paper.documentElement.cloneNode()).outerHTML.slice(0, -'</html>'.length);
  return `<!doctype html>\n${shell}<head>${paper.head.innerHTML}${head}</head><body>${paper.body.innerHTML}${body}</body></html>\n`;
}

/**
 * Data as an element that no browser runs.
 *
 * @param {string} id
 * @param {unknown} value
 * @returns {string}
 */
export function embedded(id, value) {
  // Invariant: no "<" in it, so nothing in an article can end the element.
  return `<script type="application/json" id="${id}">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`;
}

/**
 * Lets a policy allow a style or a script that stands in a page, and nothing else that does.
 *
 * @param {string} text of the element
 * @returns {Promise<{ source: string, attribute: string }>} how the policy names it, and what its opening tag needs for that
 */
export async function allowed(text) {
  // Browsers have hashes on pages that came over HTTPS or from this machine; elsewhere a word does that nobody could have
  // put into an article beforehand.
  if (!crypto.subtle) {
    const word = base64(crypto.getRandomValues(new Uint8Array(18)));
    return { source: `'nonce-${word}'`, attribute: ` nonce="${word}"` };
  }
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return { source: `'sha256-${base64(new Uint8Array(hash))}'`, attribute: '' };
}

/** @param {Uint8Array} bytes */
function base64(bytes) {
  return btoa(String.fromCharCode(...bytes));
}
