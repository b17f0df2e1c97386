// Writes ZIP archives: entries stored as they are, with a date that is always the same, so that one lesson gives one file.

/** 1 January 1980, where the format's own calendar begins. */
const DATE = 0x21;

/** Names are UTF-8. */
const UTF8 = 0x0800;

/**
 * @param {readonly { name: string, text: string }[]} files
 * @returns {Uint8Array<ArrayBuffer>}
 */
export function zip(files) {
  const encoder = new TextEncoder();
  /** @type {Uint8Array[]} */
  const parts = [];
  /** @type {Uint8Array[]} */
  const directory = [];
  let offset = 0;
  for (const file of files) {
    const [name, bytes] = [encoder.encode(file.name), encoder.encode(file.text)];
    const common = fields([[20, 2], [UTF8, 2], [0, 2], [0, 2], [DATE, 2], [crc32(bytes), 4], [bytes.length, 4], [bytes.length, 4], [name.length, 2], [0, 2]]);
    parts.push(fields([[0x04034b50, 4]]), common, name, bytes);
    directory.push(fields([[0x02014b50, 4], [20, 2]]), common, fields([[0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]]), name);
    offset += 4 + common.length + name.length + bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = fields([[0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [size, 4], [offset, 4], [0, 2]]);
  return joined([...parts, ...directory, end]);
}

/** @param {readonly [value: number, bytes: number][]} given little-endian */
function fields(given) {
  const made = new Uint8Array(given.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of given) for (let byte = 0; byte < bytes; byte += 1) made[at++] = (value >>> (8 * byte)) & 255;
  return made;
}

/** @param {readonly Uint8Array[]} parts */
function joined(parts) {
  const made = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    made.set(part, at);
    at += part.length;
  }
  return made;
}

/** @param {Uint8Array} bytes */
function crc32(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (sum ^ 0xffffffff) >>> 0;
}
