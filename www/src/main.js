import { loadFonts } from './fonts.js';
import { register } from './offline/register.js';
import { VariorumComparer } from './variorum-comparer.js';

const comparer = document.querySelector('variorum-comparer');
if (comparer instanceof VariorumComparer && import.meta.env.PROD) addEventListener('load', () => register(comparer));

// Listened to from here on, as the words may already be there.
const speak = (/** @type {string} */ language) => document.documentElement.setAttribute('lang', language);
comparer?.addEventListener('variorum-language', (event) => speak(/** @type {CustomEvent} */ (event).detail));
if (comparer instanceof VariorumComparer) speak(comparer.strings.language);

// Fonts wait until the page has been painted with the fallbacks, whose measures match theirs.
requestAnimationFrame(() => setTimeout(loadFonts));
