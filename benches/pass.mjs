// The measure of the benches: one pass is one scan of a text for white space, in wasm, as a tokeniser would make it.
import binaryen from 'binaryen';

/** Counts tokens and the bytes in them, byte after byte: what reads a text cannot well do less. */
const SCAN = `(module
  (memory (export "memory") 64)
  (func (export "scan") (param $at i32) (param $end i32) (result i32)
    (local $tokens i32) (local $bytes i32) (local $inside i32) (local $black i32) (local $byte i32)
    (loop $next
      (if (i32.lt_u (local.get $at) (local.get $end)) (then
        (local.set $byte (i32.load8_u (local.get $at)))
        (local.set $black (i32.eqz (i32.or
          (i32.eq (local.get $byte) (i32.const 32))
          (i32.lt_u (i32.sub (local.get $byte) (i32.const 9)) (i32.const 5)))))
        (local.set $tokens (i32.add (local.get $tokens)
          (i32.and (local.get $black) (i32.eqz (local.get $inside)))))
        (local.set $bytes (i32.add (local.get $bytes) (local.get $black)))
        (local.set $inside (local.get $black))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $next))))
    (i32.xor (local.get $tokens) (i32.and (local.get $bytes) (i32.const 1)))))`;

/**
 * Gives a function that scans a text once; the text is copied in here, so that copying is not counted.
 *
 * @param {string} text of less than four megabytes
 * @returns {() => number}
 */
export function passOver(text) {
  const module = binaryen.parseText(SCAN);
  const { memory, scan } = /** @type {any} */ (new WebAssembly.Instance(new WebAssembly.Module(module.emitBinary())).exports);
  module.dispose();
  const { written } = new TextEncoder().encodeInto(text, new Uint8Array(memory.buffer));
  return () => scan(0, written);
}
