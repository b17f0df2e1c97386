// Writes a ZIP archive. The same files make the same bytes: no times, no rights, names in the order of code points.
import { crc32, deflateRawSync } from 'node:zlib';

/** 1 January 1980, the first day that the format knows, in its notation. */
const FIRST_DAY = 0x21;

/** Bit 11 of the flags: names are in UTF-8. */
const UTF8 = 0x0800;

/**
 * @param {ReadonlyMap<string, Buffer>} files by name
 * @returns {Buffer}
 */
export function zip(files) {
  const [bodies, directory] = [[], []];
  let offset = 0;
  for (const [name, content] of [...files].sort(([left], [right]) => (left < right ? -1 : 1))) {
    const path = Buffer.from(name);
    const packed = deflateRawSync(content, { level: 9 });
    // What local and central headers have in common: version 2.0, flags, deflated, time, checksum, sizes, name's length.
    const common = Buffer.alloc(26);
    for (const [at, value] of [[0, 20], [2, UTF8], [4, 8], [6, 0], [8, FIRST_DAY], [22, path.length], [24, 0]]) common.writeUInt16LE(value, at);
    for (const [at, value] of [[10, crc32(content)], [14, packed.length], [18, content.length]]) common.writeUInt32LE(value, at);
    const central = Buffer.alloc(14);
    central.writeUInt32LE(offset, 10);
    directory.push(signed(0x02014b50, u16(20)), common, central, path);
    const body = Buffer.concat([signed(0x04034b50), common, path, packed]);
    bodies.push(body);
    offset += body.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  for (const at of [4, 6]) end.writeUInt16LE(files.size, at);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, entries, signed(0x06054b50), end]);
}

/**
 * @param {number} signature
 * @param {Buffer} [rest]
 */
function signed(signature, rest = Buffer.alloc(0)) {
  const made = Buffer.alloc(4);
  made.writeUInt32LE(signature);
  return Buffer.concat([made, rest]);
}

/** @param {number} value */
function u16(value) {
  const made = Buffer.alloc(2);
  made.writeUInt16LE(value);
  return made;
}
