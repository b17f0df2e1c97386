// Which of its languages an element speaks.

/**
 * @param {readonly string[]} wanted BCP 47 tags, the most wanted first
 * @param {object} spoken by tag
 * @returns {string} the first of the wanted languages that is spoken, else English
 */
export function languageAmong(wanted, spoken) {
  for (const tag of wanted) {
    const language = [tag, tag.split('-')[0]].find((given) => Object.hasOwn(spoken, given));
    if (language) return language;
  }
  return 'en';
}

/**
 * @param {HTMLElement} element
 * @returns {string[]} the languages that an element is to speak: its own, that of the page around it, those of the browser
 */
export function languagesFor(element) {
  const around = element.parentElement?.closest('[lang]')?.getAttribute('lang') ?? document.documentElement.lang;
  return [element.lang, around, ...navigator.languages].filter(Boolean);
}
