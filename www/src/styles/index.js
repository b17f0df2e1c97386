import { unsafeCSS } from 'lit';
import tokens from './tokens.css?inline';
import base from './base.css?inline';
import frame from './frame.css?inline';
import identity from './identity.css?inline';
import input from './input.css?inline';
import printed from './print.css?inline';

/** What is different on paper: behind all others in the cascade, also behind those that come later. */
export const print = unsafeCSS(printed);

/** The style sheets of a first visit, in the order of the cascade. They are our own files, so nothing foreign gets in. */
export const styles = [...[tokens, base, frame, identity, input].map((sheet) => unsafeCSS(sheet)), print];
