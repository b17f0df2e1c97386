import { loadFonts } from './fonts.js';
import { register } from './offline/register.js';
import { VariorumComparer } from './variorum-comparer.js';

const comparer = document.querySelector('variorum-comparer');
if (comparer instanceof VariorumComparer && import.meta.env.PROD) addEventListener('load', () => register(comparer));

// Fonts wait until the page has been painted with the fallbacks, whose measures match theirs.
requestAnimationFrame(() => setTimeout(loadFonts));
