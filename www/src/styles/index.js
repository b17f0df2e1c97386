import { unsafeCSS } from 'lit';
import tokens from './tokens.css?inline';
import frame from './frame.css?inline';
import filters from './filters.css?inline';
import input from './input.css?inline';
import article from './article.css?inline';
import notes from './notes.css?inline';
import print from './print.css?inline';

/** The style sheets of a first visit, in the order of the cascade. They are our own files, so nothing foreign gets in. */
export const styles = [tokens, frame, filters, input, article, notes, print].map((sheet) => unsafeCSS(sheet));
