// The day on which something was published, from the notations that pages use.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const ISO = /^\s*(\d{4})-(\d{2})-(\d{2})(?!\d)/;
const COMPACT = /^\s*(\d{4})(\d{2})(\d{2})(?:T|\s*$)/;
const DAY_FIRST = /\b(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})\b/i;
const MONTH_FIRST = /\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/i;

/**
 * Reads a day as it was written, without turning it into another time zone. "4/6/2025" is left alone: it is two
 * different days on the two sides of the Atlantic.
 *
 * @param {unknown} value
 * @returns {string} `YYYY-MM-DD`, or nothing when no day can be told for certain
 * @example isoDay('Wed, 04 Jun 2025 22:30:00 GMT') // '2025-06-04'
 */
export function isoDay(value) {
  const text = typeof value === 'string' ? value.slice(0, 100) : '';
  const digits = ISO.exec(text) ?? COMPACT.exec(text);
  if (digits) return day(Number(digits[1]), Number(digits[2]), Number(digits[3]));
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return day(Number(dayFirst[3]), month(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return day(Number(monthFirst[3]), month(monthFirst[1]), Number(monthFirst[2]));
  return '';
}

/** @param {string} name */
function month(name) {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/**
 * @param {number} year
 * @param {number} month from 1
 * @param {number} date
 */
function day(year, month, date) {
  const found = new Date(Date.UTC(year, month - 1, date));
  const isReal = year > 0 && found.getUTCMonth() === month - 1 && found.getUTCDate() === date;
  return isReal ? found.toISOString().slice(0, 10) : '';
}
