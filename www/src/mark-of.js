/**
 * The first mark of a finding in an article.
 *
 * @param {Element} article
 * @param {string} finding
 */
export function markOf(article, finding) {
  return finding
    ? /** @type {HTMLElement | null} */ (article.querySelector(`[data-findings~="${CSS.escape(finding)}"]`))
    : null;
}
