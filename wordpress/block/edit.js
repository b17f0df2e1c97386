/**
 * The block in the editor: the comparer of the package, in the canvas, and what of it the post keeps.
 *
 * A classic script without a build step. `wp.element.createElement` is written `h`.
 *
 * SPDX-License-Identifier: MIT OR Apache-2.0
 */
((wp) => {
  const { InspectorControls, BlockControls, useBlockProps } = wp.blockEditor;
  const { Button, Notice, PanelBody, RadioControl, ToggleControl, ToolbarButton, ToolbarGroup } = wp.components;
  const { createElement: h, Fragment, useEffect, useRef, useState } = wp.element;
  const { __, _n, sprintf } = wp.i18n;
  const { useDispatch } = wp.data;

  const NAME = 'variorum/comparison';

  /** The version of the report's shape that is read here. */
  const REPORT_VERSION = 1;

  /** The package lies beside the block; its folder has the version in its name, so that no browser mixes two of them. */
  const COMPARER = new URL('../package/comparer.js', document.currentScript.src).href;

  /**
   * Strings as attributes keep them. WordPress cleans the attributes of those who may not write HTML: it makes &amp; of &,
   * drops what looks like a tag, and takes control characters out; databases may refuse characters beyond the first plane,
   * and [embed] is looked for in the whole post. Offsets would no longer fit. So these are written as %XX, and read again
   * by `words` in includes/text.php.
   *
   * @param {*} value any JSON
   */
  function kept(value) {
    if (typeof value === 'string') {
      return value
        .replace(/\p{Surrogate}/gu, '\ufffd')
        .replace(/[\0-\x08\x0b-\x1f%&<>[\]\\]|[\u{10000}-\u{10ffff}]/gu, (found) => (found.length > 1 ? encodeURIComponent(found) : `%${found.charCodeAt(0).toString(16).padStart(2, '0')}`));
    }
    if (Array.isArray(value)) return value.map(kept);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, given]) => [name, kept(given)]));
  }

  /**
   * The way back. What is no such writing stays as it is: posts are edited by hand, too.
   *
   * @param {*} value
   */
  function read(value) {
    if (typeof value === 'string') {
      try {
        return decodeURIComponent(value);
      } catch {
        return value;
      }
    }
    if (Array.isArray(value)) return value.map(read);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([name, given]) => [name, read(given)]));
  }

  const FIELDS = ['text', 'title', 'outlet', 'published', 'url'];

  /** The articles of attributes, as far as they are some. */
  function articlesOf({ articles }) {
    return (Array.isArray(articles) ? articles : [])
      .filter((article) => typeof article?.text === 'string')
      .map((article) => Object.fromEntries(FIELDS.filter((field) => typeof article[field] === 'string').map((field) => [field, read(article[field])])));
  }

  /** What is compared, as one string: equal strings are the same request. */
  const requestOf = (attributes) => JSON.stringify([articlesOf(attributes), Array.isArray(attributes.options?.rules) ? read(attributes.options.rules) : []]);

  /** What of a report is shown to readers; the rest would only make posts heavy. */
  function slim({ version, engine, articles, stories, findings }) {
    return {
      version,
      engine,
      articles: articles.map(({ id, siglum, title, outlet, published, language, parts }) => ({ id, siglum, title, outlet, published, language, parts })),
      stories,
      findings: findings.map(({ id, kind, relation, label, topic, reasons, readings, absent }) => ({
        id,
        kind,
        relation,
        label,
        topic,
        reasons: reasons.map(({ code, message }) => ({ code, message })),
        readings: readings.map(({ article, start, end, text, group, by }) => ({ article, start, end, text, group, ...(by && { by: { text: by.text } }) })),
        absent,
      })),
    };
  }

  /** @returns {'newer' | 'damaged' | null} why a report cannot be shown */
  function troubleOf(report) {
    if (report === undefined) return null;
    if (report?.version > REPORT_VERSION) return 'newer';
    return report?.version === REPORT_VERSION && Array.isArray(report.articles) && Array.isArray(report.findings) ? null : 'damaged';
  }

  /**
   * Has the canvas, a document of its own, load the comparer.
   *
   * @param {Document} canvas
   * @returns {Promise<void>}
   */
  function loaded(canvas) {
    const { customElements } = canvas.defaultView;
    if (customElements.get('variorum-comparer')) return Promise.resolve();
    let script = canvas.querySelector(`script[src="${COMPARER}"]`);
    if (!script) {
      script = canvas.createElement('script');
      script.type = 'module';
      script.src = COMPARER;
      canvas.head.append(script);
    }
    return new Promise((resolve, reject) => {
      customElements.whenDefined('variorum-comparer').then(() => resolve());
      script.addEventListener('error', () => {
        script.remove();
        reject(new Error(COMPARER));
      });
    });
  }

  /**
   * What is typed, pasted and dropped into the comparer is its own. The editor sees an element that is no field, and would
   * put what is pasted in the place of the whole block, take arrow keys for a way out of it, and tabs for one to the
   * sidebar.
   *
   * @param {HTMLElement} around
   */
  function keepToItself(around) {
    const stop = (event) => event.stopPropagation();
    for (const type of ['copy', 'cut', 'paste', 'dragstart', 'dragenter', 'dragover', 'dragleave', 'drop', 'beforeinput']) around.addEventListener(type, stop);
    around.addEventListener('keydown', (event) => {
      // Saving the post, and the ways through the editor's regions, are those of the editor.
      const isEditors = event.key === 'F6' || ((event.ctrlKey || event.metaKey) && ['s', '`'].includes(event.key.toLowerCase()));
      if (!isEditors) event.stopPropagation();
    });
  }

  /**
   * The comparer, kept in step with the attributes both ways.
   */
  function Comparer({ attributes, setAttributes, onFresh }) {
    const place = useRef(null);
    const comparer = useRef(null);
    const [isMissing, setMissing] = useState(false);
    const { __unstableMarkLastChangeAsPersistent: endChange } = useDispatch('core/block-editor');
    const now = useRef(attributes);
    now.current = attributes;
    /** The request that the comparer has from the attributes, or the attributes from it. */
    const shared = useRef('');

    const put = () => {
      const request = requestOf(now.current);
      if (!comparer.current || request === shared.current) return;
      shared.current = request;
      const [articles, rules] = JSON.parse(request);
      comparer.current.articles = articles;
      comparer.current.options = { rules };
      if (articles.length === 0) comparer.current.view = 'input';
    };

    const take = (articles, options, report) => {
      const given = { articles: kept(articles), options: kept(options ?? {}) };
      const request = requestOf(given);
      const isNew = request !== requestOf(now.current);
      shared.current = request;
      const fresh = report && kept(slim(report));
      if (!isNew && troubleOf(now.current.report) !== 'newer') {
        // The same articles: a post is not changed by being opened, even if a later engine finds other things in them.
        if (fresh && now.current.report !== undefined && !isSame(fresh, now.current.report)) onFresh(fresh);
        else if (fresh && now.current.report === undefined) setAttributes({ ...given, report: fresh });
        return;
      }
      if (!isNew) return;
      const isOther = articles.length !== articlesOf(now.current).length;
      onFresh(null);
      setAttributes({ ...given, report: fresh ?? undefined });
      // Typing goes into one step of the editor's history; an article more or less is a step of its own.
      // WordPress calls the way to end a step unstable; without it, typing and adding are one step.
      if (isOther) endChange?.();
    };

    useEffect(() => {
      const around = place.current;
      const canvas = around.ownerDocument;
      let isGone = false;
      keepToItself(around);
      loaded(canvas).then(
        () => {
          if (isGone) return;
          const made = canvas.createElement('variorum-comparer');
          made.lang = document.documentElement.lang;
          made.setAttribute('view', 'article');
          made.append(intro(canvas));
          made.reviews = read(now.current.reviews ?? {});
          made.addEventListener('compared', ({ detail: { request, report } }) => take(request.articles, request.options, report));
          made.addEventListener('failed', () => take(made.articles, made.options, null));
          made.addEventListener('reviewed', () => setTimeout(() => setAttributes({ reviews: kept(made.reviews) })));
          // Nothing is compared, and so nothing told, once the last article is gone.
          const emptied = () => setTimeout(() => made.articles.length === 0 && articlesOf(now.current).length > 0 && take([], {}, null), 300);
          made.addEventListener('input', emptied);
          made.addEventListener('click', emptied);
          comparer.current = made;
          put();
          around.append(made);
        },
        () => isGone || setMissing(true),
      );
      return () => {
        isGone = true;
        comparer.current?.remove();
        comparer.current = null;
        shared.current = '';
      };
    }, []);

    // What the editor's history brings back.
    useEffect(put, [attributes.articles, attributes.options]);
    useEffect(() => {
      const reviews = read(attributes.reviews ?? {});
      if (comparer.current && !isSame(reviews, comparer.current.reviews)) comparer.current.reviews = reviews;
    }, [attributes.reviews]);

    return h(
      Fragment,
      null,
      isMissing &&
        h(
          Notice,
          { status: 'error', isDismissible: false },
          sprintf(
            /* translators: %s: address of a file. */
            __('The comparer could not be loaded from %s. The server has to send it as text/javascript, and the content security policy has to allow it.', 'variorum'),
            COMPARER,
          ),
        ),
      h('div', { className: 'variorum-editor', ref: place }),
    );
  }

  /** @returns {HTMLElement} what stands over the empty boxes, in place of words that hold on a page where nothing is kept */
  function intro(canvas) {
    const made = canvas.createElement('section');
    made.slot = 'intro';
    for (const words of [
      __('Paste two or more reports of one event.', 'variorum'),
      __('They are compared in your browser, and kept with this post. What readers see of them is chosen in the block’s settings.', 'variorum'),
    ]) {
      made.append(Object.assign(canvas.createElement('p'), { textContent: words }));
    }
    return made;
  }

  const isSame = (left, right) => JSON.stringify(sorted(left)) === JSON.stringify(sorted(right));

  /** The same with its keys in one order: attributes come back in another after they were saved. */
  function sorted(value) {
    if (Array.isArray(value)) return value.map(sorted);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
  }

  function Edit({ attributes, setAttributes }) {
    const [isPreview, setPreview] = useState(false);
    const [fresh, setFresh] = useState(null);
    const trouble = troubleOf(attributes.report);
    const dismissed = Object.values(attributes.reviews ?? {}).filter((review) => review?.status === 'dismissed').length;
    return h(
      Fragment,
      null,
      h(
        BlockControls,
        null,
        h(
          ToolbarGroup,
          null,
          h(ToolbarButton, { isPressed: !isPreview, onClick: () => setPreview(false) }, __('Compare', 'variorum')),
          h(ToolbarButton, { isPressed: isPreview, onClick: () => setPreview(true) }, __('As readers see it', 'variorum')),
        ),
      ),
      h(
        InspectorControls,
        null,
        h(
          PanelBody,
          { title: __('What readers see', 'variorum') },
          h(RadioControl, {
            label: __('Published with the post', 'variorum'),
            help: __('Publish whole articles only where you have the right to.', 'variorum'),
            selected: attributes.publish,
            options: [
              { value: 'findings', label: __('Findings and short quotes only', 'variorum') },
              { value: 'articles', label: __('The articles with their findings', 'variorum') },
            ],
            onChange: (publish) => setAttributes({ publish }),
          }),
          h(ToggleControl, {
            label: __('Show what agrees, too', 'variorum'),
            checked: attributes.same === true,
            onChange: (same) => setAttributes({ same }),
            __nextHasNoMarginBottom: true,
          }),
          h(
            'p',
            null,
            dismissed > 0
              ? sprintf(
                  /* translators: %d: number of findings. */
                  _n('%d finding that you dismissed is left out.', '%d findings that you dismissed are left out.', dismissed, 'variorum'),
                  dismissed,
                )
              : __('Findings that you dismiss in the comparison are left out.', 'variorum'),
          ),
        ),
      ),
      h(
        'div',
        useBlockProps(),
        trouble &&
          h(
            Notice,
            { status: 'warning', isDismissible: false },
            trouble === 'newer'
              ? __('This comparison was saved by a newer version of Variorum. It stays as it is until you change an article; update the plugin.', 'variorum')
              : __('What was saved of this comparison is damaged, and readers do not see it.', 'variorum'),
          ),
        fresh &&
          h(
            Notice,
            { status: 'info', isDismissible: false },
            __('Compared again, these articles give other findings than those that were saved.', 'variorum'),
            ' ',
            h(
              Button,
              {
                variant: 'link',
                onClick: () => {
                  setAttributes({ report: fresh });
                  setFresh(null);
                },
              },
              __('Take the new ones', 'variorum'),
            ),
          ),
        isPreview
          ? h('div', { className: 'variorum-preview' }, h(wp.serverSideRender, { block: NAME, attributes, httpMethod: 'POST' }))
          : h(Comparer, { attributes, setAttributes, onFresh: setFresh }),
      ),
    );
  }

  wp.blocks.registerBlockType(NAME, {
    icon: h('svg', { viewBox: '0 0 24 24', xmlns: 'http://www.w3.org/2000/svg' }, h('path', { d: 'M4 5h7v1.5H4zm0 4h7v1.5H4zm0 4h5v1.5H4zm9-8h7v1.5h-7zm0 4h7v1.5h-7zm2 4h5v1.5h-5zM4 18h16v1.5H4z' })),
    edit: Edit,
    // What readers see is made by the server: block/render.php.
    save: () => null,
  });
})(window.wp);
