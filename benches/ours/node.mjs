// The engine in Node for a bench of other libraries.
import { createRequire } from 'node:module';
import { adapt } from './adapt.mjs';

export const { compare, extract, diffWords } = adapt(createRequire(import.meta.url)('./variorum.js'));
