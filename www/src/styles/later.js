import { unsafeCSS } from 'lit';
import sheet from './later.css?inline';

/** The style sheet that the views have in common which are fetched later. */
export const later = unsafeCSS(sheet);
