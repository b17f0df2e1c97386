import './trusted.js';
import { loadFonts } from './fonts.js';
import { register } from './offline/register.js';
import { page } from './page.js';
import { VariorumComparer } from './variorum-comparer.js';

customElements.define('variorum-comparer', VariorumComparer);
const comparer = new VariorumComparer();
comparer.page = page;
if (import.meta.env.PROD) addEventListener('load', () => register(comparer));

const speak = (/** @type {string} */ language) => document.documentElement.setAttribute('lang', language);
comparer.addEventListener('language-changed', (event) => speak(/** @type {CustomEvent} */ (event).detail));
document.body.prepend(comparer);
speak(comparer.strings.language);

// Fonts wait until the page has been painted with the fallbacks, whose measures match theirs.
requestAnimationFrame(() => setTimeout(loadFonts));
