// What a page inside a frame tells the page around it: how high it is, so that nothing is cut off or scrolled.

/**
 * Tells the page around how high this one is, now and whenever that changes. Outside of a frame it does nothing.
 *
 * Three kinds of message, for whoever listens: `{ type: 'variorum-height', height }` in pixels, which `embed.js` of the page
 * takes; that of AMP's `<amp-iframe>`; and, where the address has a `childId`, that of Pym.js.
 *
 * @param {Element} [content] what is measured; without margins of its own, and not as high as the frame in any case
 * @returns {() => void} ends it
 */
export function tellHeight(content = document.body) {
  if (window.parent === window) return () => {};
  const child = new URL(location.href).searchParams.get('childId');
  let last = 0;
  const tell = () => {
    const height = Math.ceil(content.getBoundingClientRect().height);
    if (height === last) return;
    last = height;
    // A height is no secret, and who is around is not known.
    const send = (/** @type {unknown} */ message) => window.parent.postMessage(message, '*');
    send({ type: 'variorum-height', height });
    send({ sentinel: 'amp', type: 'embed-size', height });
    if (child) send(['pym', child, 'height', height].join('xPYMx'));
  };
  const observer = new ResizeObserver(tell);
  observer.observe(content);
  return () => observer.disconnect();
}
