// The package in Node: the same, with files read from the disk.
import { readFile } from 'node:fs/promises';
import { openBy } from './load.js';

openBy(async (address) => {
  if (address.protocol !== 'file:') return fetch(address);
  const type = address.pathname.endsWith('.wasm') ? 'application/wasm' : 'application/octet-stream';
  return readFile(address).then(
    (bytes) => new Response(bytes, { headers: { 'Content-Type': type } }),
    () => new Response(null, { status: 404 }),
  );
});

export * from './index.js';
