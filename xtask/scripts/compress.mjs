// Prints for each file named its size raw, by gzip and by brotli, as one JSON object a line.
// Node's own compressors serve here, so that no Rust program has to compile one.
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

for (const path of process.argv.slice(2)) {
  const bytes = readFileSync(path);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  const gzip = gzipSync(bytes, { level: 9 }).length;
  const brotli = brotliCompressSync(bytes, { params }).length;
  console.log(JSON.stringify({ path, raw: bytes.length, gzip, brotli }));
}
