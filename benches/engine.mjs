// The engine as Node loads it, with what its bindings keep to themselves.

import { createRequire } from 'node:module';

/** Its functions, and the bytes that its memory has. */
export function load() {
  const { Instance } = WebAssembly;
  /** @type {WebAssembly.Instance[]} */
  const made = [];
  WebAssembly.Instance = new Proxy(Instance, {
    construct(target, given) {
      const instance = Reflect.construct(target, given);
      made.push(instance);
      return instance;
    },
  });
  const functions = createRequire(import.meta.url)('../pkg/nodejs/variorum.js');
  WebAssembly.Instance = Instance;
  return { ...functions, bytes: () => /** @type {any} */ (made[0].exports.memory).buffer.byteLength };
}
