// The package's module `variorum/comparer`. Importing it defines the element.
import { EmbeddedComparer } from './element.js';

export { EmbeddedComparer as VariorumComparer };

/** @type {(element: EmbeddedComparer) => Omit<import('../../package/comparer.js').VariorumComparer, 'addEventListener'>} */
export const asDeclared = (element) => element;

// Another copy of the package may have been here before.
if (!customElements.get('variorum-comparer')) customElements.define('variorum-comparer', EmbeddedComparer);
