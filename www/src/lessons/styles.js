import { unsafeCSS } from 'lit';
import base from '../styles/base.css?inline';
import tokens from '../styles/tokens.css?inline';
import lesson from './lesson.css?inline';

/** What every element of lessons begins with. */
export const common = [tokens, base, lesson].map((css) => unsafeCSS(css));
