/**
 * Turns a button over in the next frame: what it shows or hides comes behind that, when the view is drawn. Not by what
 * was drawn last, which a second click may come before.
 *
 * @param {Event} event
 * @param {'aria-pressed' | 'aria-expanded'} attribute
 */
export function atOnce({ currentTarget }, attribute) {
  const button = /** @type {Element} */ (currentTarget);
  button.setAttribute(attribute, String(button.getAttribute(attribute) !== 'true'));
}
