// <variorum-comparer>: articles in, their differences to read. Importing this module defines the element.
export { VariorumComparer } from './comparer/element.js';
