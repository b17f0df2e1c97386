// A server of files for the tests of the package, on a port of its own.
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/**
 * @param {string} folder
 * @param {{ headers?: Record<string, string>, answer?: (path: string) => { status?: number, type?: string, body?: string | Buffer } | undefined }} [given]
 * headers of each answer, and answers in place of files
 * @returns {Promise<{ origin: string, close: () => void }>}
 */
export async function serve(folder, { headers = {}, answer } = {}) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const path = normalize(decodeURIComponent(pathname)).replace(/^(\.\.\/)+/, '');
    const own = answer?.(path) ?? {};
    const body = own.body ?? (await readFile(join(folder, path)).catch(() => null));
    const type = own.type ?? TYPES[extname(path)] ?? 'application/octet-stream';
    response.writeHead(own.status ?? (body === null ? 404 : 200), { 'Content-Type': type, 'X-Content-Type-Options': 'nosniff', ...headers });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { origin: `http://127.0.0.1:${server.address().port}`, close };
}
