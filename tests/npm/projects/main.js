import * as variorum from 'variorum';
import { compareByAllWays } from './page.js';

globalThis.variorum = variorum;
globalThis.result = await compareByAllWays(variorum);
