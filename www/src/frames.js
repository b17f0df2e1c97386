/** As long as a frame may be waited for, in milliseconds: none comes to a page that is hidden or scrolled away. */
const LONGEST_FRAME_MS = 250;

/** @returns {Promise<void>} settled when what was changed until now has been painted */
export function painted() {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, LONGEST_FRAME_MS);
    requestAnimationFrame(() =>
      setTimeout(() => {
        clearTimeout(late);
        resolve();
      }),
    );
  });
}
