// A draft in ProseMirror, or in an editor made of it such as TipTap, against the wire.

/** @import { Node } from 'prosemirror-model' */
/** @import { Check } from './draft.js' */
/** @import { VariorumDraft } from './draft-panel.js' */

import { Plugin, PluginKey, TextSelection } from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

/** Under this key the plugin's state is found: the marks in the text. */
export const draftKey = /** @type {PluginKey<DecorationSet>} */ (new PluginKey('variorum-draft'));

/**
 * Puts the editor's words into the panel as they are typed, marks in the text what stands against the wire, and selects the
 * fact that is chosen in the panel.
 *
 * A mark has the classes `variorum-fact` and the name of its standing: set their looks in the style sheet of the editor. They are
 * drawn over the text and never saved with it.
 *
 * @example
 * // ProseMirror
 * EditorState.create({ schema, plugins: [draftPlugin(panel)] });
 * // TipTap
 * Extension.create({ name: 'variorum', addProseMirrorPlugins: () => [draftPlugin(panel)] });
 *
 * @param {VariorumDraft} panel
 * @returns {Plugin<DecorationSet>}
 */
export function draftPlugin(panel) {
  return new Plugin({
    key: draftKey,
    state: {
      init: () => DecorationSet.empty,
      apply(transaction, marks) {
        /** @type {DecorationSet | undefined} */
        const newer = transaction.getMeta(draftKey);
        return newer ?? marks.map(transaction.mapping, transaction.doc);
      },
    },
    props: {
      decorations(state) {
        return draftKey.getState(state);
      },
    },
    view(view) {
      const read = () => {
        panel.draft = textOf(view.state.doc).text;
      };
      const mark = (/** @type {Event} */ event) => {
        const { draft, checks } = /** @type {CustomEvent<{ draft: { text: string }, checks: Check[] }>} */ (event).detail;
        const { text, positionOf } = textOf(view.state.doc);
        // Newer words are being checked already.
        if (text !== draft.text) return;
        const marks = checks.flatMap(({ standing, places }) =>
          places.map(({ start, end }) => Decoration.inline(positionOf(start), positionOf(end, true), { class: `variorum-fact ${standing}` })),
        );
        view.dispatch(view.state.tr.setMeta(draftKey, DecorationSet.create(view.state.doc, marks)));
      };
      const select = (/** @type {Event} */ event) => {
        const { text: words, places } = /** @type {CustomEvent<Check>} */ (event).detail;
        const { text, positionOf } = textOf(view.state.doc);
        const [{ start, end }] = places;
        const at = text.slice(start, end) === words ? start : text.indexOf(words);
        if (at < 0) return;
        const selection = TextSelection.create(view.state.doc, positionOf(at), positionOf(at + words.length, true));
        view.dispatch(view.state.tr.setSelection(selection).scrollIntoView());
        view.focus();
      };
      panel.addEventListener('checked', mark);
      panel.addEventListener('fact-selected', select);
      read();
      return {
        update(_, before) {
          if (!before.doc.eq(view.state.doc)) read();
        },
        destroy() {
          panel.removeEventListener('checked', mark);
          panel.removeEventListener('fact-selected', select);
        },
      };
    },
  });
}

/**
 * A document as plain text, a block to a paragraph, with the way back.
 *
 * @param {Node} doc
 * @returns {{ text: string, positionOf: (offset: number, isEnd?: boolean) => number }} `positionOf` gives the position in the document of
 * a place in the text; one at the seam of two blocks belongs to the second, or as an end to the first
 */
export function textOf(doc) {
  let text = '';
  /** @type {{ offset: number, position: number, length: number }[]} runs of characters, in order */
  const runs = [];
  doc.descendants((node, position) => {
    if (node.isTextblock && text !== '') text += '\n\n';
    if (node.isText) {
      const words = node.text ?? '';
      runs.push({ offset: text.length, position, length: words.length });
      text += words;
    } else if (node.isInline && node.isLeaf) {
      // A line break, or something that is no text, such as a picture.
      const stand = node.type.name.includes('break') || node.type.name.includes('Break') ? '\n' : ' ';
      runs.push({ offset: text.length, position, length: 1 });
      text += stand;
    }
    return true;
  });
  return {
    text,
    positionOf(offset, isEnd = false) {
      let at = runs.length - 1;
      while (at > 0 && (isEnd ? runs[at].offset >= offset : runs[at].offset > offset)) at -= 1;
      const run = runs[at];
      return run ? run.position + Math.min(offset - run.offset, run.length) : 0;
    },
  };
}
