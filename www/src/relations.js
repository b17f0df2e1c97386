/** @import { Relation } from '../../pkg/web/variorum.js' */

/**
 * The relations in the order in which a reader wants them: filters, legend and counts all keep to it.
 *
 * @type {readonly Relation[]}
 */
export const RELATIONS = ['conflict', 'contested', 'compatible', 'same'];

/**
 * What can be shown or hidden: each relation, and the sentences that only one article has.
 *
 * @typedef {Relation | 'only'} Layer
 * @type {readonly Layer[]}
 */
export const LAYERS = [...RELATIONS, 'only'];

/**
 * Whether the readings of a finding may be told apart at all: where they are the same there is nothing to explain
 * unasked, so such a finding gets a mark but neither a number nor a standing note.
 *
 * @param {Relation} relation
 */
export function differs(relation) {
  return relation !== 'same';
}
