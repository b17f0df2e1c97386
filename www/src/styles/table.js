import { unsafeCSS } from 'lit';
import sheet from './table.css?inline';

/** The style sheet of the views that are tables with a column an article. */
export const table = unsafeCSS(sheet);
