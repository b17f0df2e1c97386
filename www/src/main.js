import { loadFonts } from './fonts.js';
import './variorum-comparer.js';

// Fonts wait until the page has been painted with the fallbacks, whose measures match theirs.
requestAnimationFrame(() => setTimeout(loadFonts));
