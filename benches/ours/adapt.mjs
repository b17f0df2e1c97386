// The engine's functions in the shape that a bench of other libraries calls them in: `cargo xtask bench` puts this file
// beside the engine, with `node.mjs` or `page.js`.

/** How many dates there are: more than the engine keeps readings of articles. */
const DATES = 1200;

/**
 * Dates of publication, another one for each call. The engine keeps what it has read of an article, and called again with
 * the same one it would do less than the others, who read it each time.
 */
export function dates() {
  let call = 0;
  return () => {
    call = (call + 1) % DATES;
    return `${2000 + Math.floor(call / 12)}-${String((call % 12) + 1).padStart(2, '0')}-01`;
  };
}

/** @param {Pick<typeof import('../../pkg/nodejs/variorum.js'), 'compare' | 'diffWords' | 'facts'>} engine */
export function adapt(engine) {
  const published = dates();
  return {
    /** @param {{ id: string, title: string, text: string }[]} articles */
    compare(articles) {
      const date = published();
      return engine.compare({ articles: articles.map(({ id, title, text }) => ({ id, title, text, published: date })) });
    },
    /** @param {string} text */
    extract: (text) => engine.facts({ id: 'a', text, published: published() }),
    /**
     * @param {string} left
     * @param {string} right
     */
    diffWords(left, right) {
      const { edits } = engine.diffWords(left, right);
      /** For the check that a diff gives both texts back: -1 is what only the left one has, 1 what only the right one has. */
      const ops = () =>
        edits.map(({ edit, leftStart, leftEnd, rightStart, rightEnd }) => {
          if (edit === 'right') return [1, right.slice(rightStart, rightEnd)];
          return [edit === 'left' ? -1 : 0, left.slice(leftStart, leftEnd)];
        });
      return { edits, ops };
    },
  };
}
