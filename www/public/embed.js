// Beside the code that the page's Share menu writes: shows the comparison in a frame as high as it needs, in place of the
// table that stands there. Without this script, until the frame has something to show, and on paper, the table is read.
(() => {
  const NAME = 'variorum-embed';
  // Several comparisons on a page bring this script several times.
  if (window[NAME]) {
    window[NAME]();
    return;
  }

  /** Nobody needs a frame higher than this, in pixels. */
  const HIGHEST = 50_000;

  /** @type {Map<HTMLIFrameElement, HTMLElement>} */
  const frames = new Map();

  const styles = new CSSStyleSheet();
  styles.replaceSync(`
    .${NAME} > iframe { display: block; width: 100%; border: 0; }
    @media screen { .${NAME}[data-shown] > :not(iframe) { display: none; } }
    @media print { .${NAME} > iframe { display: none; } }
  `);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, styles];

  addEventListener('message', ({ source, data }) => {
    if (data?.type !== 'variorum-height' || !(data.height > 0 && data.height < HIGHEST)) return;
    for (const [frame, place] of frames) {
      if (frame.contentWindow !== source) continue;
      frame.height = String(data.height);
      place.dataset.shown = '';
    }
  });

  const show = () => {
    for (const place of document.querySelectorAll(`.${NAME}[data-src]`)) {
      const { src } = place.dataset;
      delete place.dataset.src;
      if (!/^https?:/.test(src)) continue;
      const frame = document.createElement('iframe');
      frame.title = place.querySelector('figcaption')?.textContent ?? 'Variorum';
      frame.loading = 'lazy';
      frame.height = '1';
      frame.allow = 'clipboard-write';
      frame.src = src;
      frames.set(frame, place);
      place.append(frame);
    }
  };

  window[NAME] = show;
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', show);
  else show();
})();
