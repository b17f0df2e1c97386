// The words of the plugin: gathered from its sources, written as the template for translators (.pot), and with the
// translations (languages/*.po) as WordPress reads them, in PHP for the server and in JSON for the editor.

/**
 * @typedef {object} Message
 * @property {string} id
 * @property {string} [plural]
 * @property {string} [context]
 * @property {string} [comment] for translators
 * @property {string[]} places
 */

/** A string in single quotes, in PHP and in JavaScript. */
const QUOTED = String.raw`'((?:[^'\\]|\\.)*)'`;
const CALL = new RegExp(String.raw`(?:\/\* translators: ([^*]*?)\.? \*\/\s*)?\b(?:esc_html|esc_attr)?(_n|__)\(\s*${QUOTED}(?:,\s*${QUOTED}(?=,\s*[^']))?`, 'g');

/** The calls that are not looked for: their messages would be missing from every translation. */
const UNREAD = /\b(?:_e|_x|_ex|_nx|_n_noop|_nx_noop|esc_(?:html|attr)_[ex])\(/;

/** What WordPress translates of a block's description, and as what. */
const OF_BLOCKS = { title: 'block title', description: 'block description', keywords: 'block keyword' };

/**
 * @param {ReadonlyMap<string, Buffer>} files of the plugin, by path
 * @returns {Message[]} in the order of the files, each once
 */
export function gather(files) {
  /** @type {Map<string, Message>} */
  const found = new Map();
  const add = (/** @type {Message} */ message) => {
    const known = found.get(keyOf(message));
    if (known) known.places.push(...message.places);
    else found.set(keyOf(message), message);
  };
  for (const [path, content] of files) {
    const text = content.toString();
    if (path === 'variorum.php') {
      const [, id] = /^ \* Description:\s+(.*)$/m.exec(text) ?? [];
      add({ id, comment: 'Description of the plugin', places: [path] });
    } else if (path.endsWith('block.json')) {
      const block = JSON.parse(text);
      for (const [field, context] of Object.entries(OF_BLOCKS)) {
        for (const id of [block[field]].flat()) add({ id, context, places: [path] });
      }
    } else if (/^(includes|block)\/.*\.(php|js)$/.test(path)) {
      const [unread] = UNREAD.exec(text) ?? [];
      if (unread) throw new Error(`${path}: messages are gathered from __ and _n alone, not from ${unread}…)`);
      for (const { 1: comment, 2: call, 3: id, 4: plural, index } of text.matchAll(CALL)) {
        const line = text.slice(0, index).split('\n').length;
        add({ id: unquoted(id), ...(call === '_n' && { plural: unquoted(plural) }), ...(comment && { comment }), places: [`${path}:${line}`] });
      }
    }
  }
  return [...found.values()];
}

/**
 * @param {readonly Message[]} messages
 * @param {string} version of the plugin
 */
export function template(messages, version) {
  const entries = messages.map(({ id, plural, context, comment, places }) =>
    [
      ...(comment ? [`#. translators: ${comment}.`] : []),
      ...places.map((place) => `#: ${place}`),
      ...(/%[sd]/.test(id) ? ['#, php-format'] : []),
      ...(context ? [`msgctxt ${JSON.stringify(context)}`] : []),
      `msgid ${JSON.stringify(id)}`,
      ...(plural ? [`msgid_plural ${JSON.stringify(plural)}`, 'msgstr[0] ""', 'msgstr[1] ""'] : ['msgstr ""']),
    ].join('\n'),
  );
  const head = `msgid ""\nmsgstr ""\n"Project-Id-Version: Variorum ${version}\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n"X-Domain: variorum\\n"`;
  return `${[head, ...entries].join('\n\n')}\n`;
}

/**
 * Reads a translation, and holds it against the messages: all of them, and no other.
 *
 * @param {string} text a .po file, each string on one line
 * @param {readonly Message[]} messages
 * @param {string} name of the file, for complaints
 * @returns {{ plurals: string, entries: Map<string, string[]> }} translations by key
 */
export function translation(text, messages, name) {
  /** @type {Map<string, string[]>} */
  const entries = new Map();
  for (const paragraph of text.split(/\n\s*\n/)) {
    /** @type {Record<string, string>} */
    const fields = {};
    let last = '';
    for (const line of paragraph.split('\n')) {
      const [, field = last, value] = /^(?:(msg[^ ]+) )?(".*")$/.exec(line) ?? [];
      if (value === undefined) continue;
      last = field;
      fields[field] = (fields[field] ?? '') + JSON.parse(value);
    }
    const translated = Object.keys(fields).filter((field) => field.startsWith('msgstr')).map((field) => fields[field]);
    if (fields.msgid !== undefined) entries.set(keyOf({ id: fields.msgid, plural: fields.msgid_plural, context: fields.msgctxt }), translated);
  }
  const [, plurals] = /Plural-Forms: ([^\n]*)/.exec(entries.get('')?.[0] ?? '') ?? [];
  if (!plurals) throw new Error(`${name}: the header names no Plural-Forms`);
  entries.delete('');
  const keys = messages.map(keyOf);
  const missing = keys.filter((key) => !entries.get(key)?.every((words) => words !== ''));
  const stale = [...entries.keys()].filter((key) => !keys.includes(key));
  if (missing.length + stale.length > 0) {
    throw new Error(`${name}: ${[...missing.map((key) => `not translated: ${key}`), ...stale.map((key) => `no longer in the sources: ${key}`)].join('\n')}`);
  }
  return { plurals, entries };
}

/**
 * @param {ReturnType<typeof translation>} given
 * @param {string} locale
 * @returns {string} the translation as the server reads it, from WordPress 6.5 on
 */
export function asPhp({ plurals, entries }, locale) {
  const lines = [...entries].map(([key, words]) => `\t${php(key)} => ${php(words.join('\0'))},`);
  return `<?php\nreturn array(\n'language' => ${php(locale)},\n'plural-forms' => ${php(plurals)},\n'messages' => array(\n${lines.join('\n')}\n),\n);\n`;
}

/**
 * @param {ReturnType<typeof translation>} given
 * @param {string} locale
 * @returns {string} the translation as the editor reads it
 */
export function asJson({ plurals, entries }, locale) {
  const messages = Object.fromEntries([...entries].map(([key, words]) => [key.split('\0')[0], words]));
  return JSON.stringify({ domain: 'messages', locale_data: { messages: { '': { domain: 'messages', lang: locale, 'plural-forms': plurals }, ...messages } } });
}

/** @param {{ id: string, plural?: string, context?: string }} message */
function keyOf({ id, plural, context }) {
  return (context ? `${context}\u0004` : '') + id + (plural ? `\0${plural}` : '');
}

/** @param {string} words between the quotes of a source */
const unquoted = (words) => words.replace(/\\(.)/g, '$1');

/** @param {string} words */
const php = (words) =>
  words
    .split(/([\0\u0004])/)
    .map((part) => (part === '\0' ? '"\\0"' : part === '\u0004' ? '"\\4"' : `'${part.replace(/['\\]/g, '\\$&')}'`))
    .join(' . ');
