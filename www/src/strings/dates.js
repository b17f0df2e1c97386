// Days in words, in any language.

/** @type {Map<string, Intl.DateTimeFormat>} making one takes far longer than using it */
const formats = new Map();

/**
 * @param {string} locale
 * @param {Intl.DateTimeFormatOptions} options
 */
function format(locale, options) {
  const key = JSON.stringify([locale, options]);
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known;
}

/**
 * @param {string} iso an ISO 8601 date or date-time
 * @param {string} locale
 * @returns {string} the day; as given when it cannot be read
 */
export function date(iso, locale) {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(iso)?.[0];
  const found = new Date(`${day}T00:00Z`);
  if (Number.isNaN(found.getTime())) return iso;
  return format(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(found);
}

/**
 * @param {string} iso 2025, 2025-06 or 2025-06-03
 * @param {string} locale
 * @returns {string} as much of the day as is known, with the weekday
 */
export function weekday(iso, locale) {
  const [year, month, day] = iso.split('-').map(Number);
  if (!month) return String(year);
  const known = day ? /** @type {const} */ ({ weekday: 'long', day: 'numeric' }) : {};
  return format(locale, { ...known, month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(Date.UTC(year, month - 1, day || 1)));
}

/**
 * @param {number} time milliseconds since 1970
 * @param {string} locale
 * @returns {string} day and time of day, where the reader is
 */
export function moment(time, locale) {
  return new Date(time).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' });
}
