// A lesson that was handed out as one file, by itself or in a package for a learning platform: this script stands in it, and the
// lesson beside it as data.

import { LessonError, readLesson } from '../model.js';
import { LessonPlayer } from './player.js';
import { runtimeOf } from './runtime.js';
import { wordsIn } from './words.js';

customElements.define('variorum-lesson', LessonPlayer);
try {
  const data = document.querySelector('#variorum-lesson')?.textContent ?? '';
  let value;
  try {
    value = JSON.parse(data);
  } catch {
    throw new LessonError('damaged');
  }
  const player = new LessonPlayer();
  player.runtime = runtimeOf(window);
  addEventListener('pagehide', () => player.runtime?.end());
  player.lesson = readLesson(value);
  document.body.append(player);
} catch (error) {
  const code = error instanceof LessonError ? error.code : 'damaged';
  const told = document.createElement('p');
  told.setAttribute('role', 'alert');
  told.textContent = wordsIn(document.documentElement.lang).errors[code];
  document.body.append(told);
}
