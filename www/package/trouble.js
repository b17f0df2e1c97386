// What is behind a failure, in words. Loaded only when something failed, so that nobody waits for it before.
import { VariorumError } from './errors.js';

/** How browsers say that a content security policy forbids WebAssembly. */
const POLICY = /content.security.policy|\bCSP\b|unsafe-eval/i;

/**
 * Why the engine's wasm did not start.
 *
 * @param {any} error as thrown by `WebAssembly`
 * @param {unknown} source the answer of the server, or the bytes
 * @returns {VariorumError}
 */
export function explain(error, source) {
  const said = String(error?.message ?? error);
  if (POLICY.test(said)) {
    return new VariorumError('wasm-blocked', `the page's content security policy forbids WebAssembly: add 'wasm-unsafe-eval' to its script-src (${said})`);
  }
  if (!(source instanceof Response)) return new VariorumError('unknown', `the engine did not start: ${said}`);
  const type = source.headers.get('Content-Type')?.split(';')[0] ?? 'no type';
  if (type === 'application/wasm') return new VariorumError('unknown', `the engine did not start: ${said}`);
  return new VariorumError(
    'wrong-type',
    `${source.url} came as ${type} where application/wasm is due: is it the engine, or a page that the server sends in place of a missing file? (${said})`,
  );
}

/**
 * Why a worker did not start. The browser's own event says nothing, so what is known of the page and the file is asked.
 *
 * @param {string} said the message of the worker's event, most often none
 * @param {string | null} directive of the page's content security policy that was violated meanwhile
 * @param {string | null} address where the worker's module lies, as far as it is known
 * @returns {Promise<VariorumError>}
 */
export async function explainWorker(said, directive, address) {
  const from = address ? ` from ${address}` : '';
  const origin = address && new URL(address).origin !== location.origin ? new URL(address).origin : null;
  if (directive) {
    return blocked(directive, from, origin ? `blob: and ${origin}` : "'self'");
  }
  const response = address && (await fetch(address).catch(() => null));
  if (address && !response) {
    return new VariorumError('not-loaded', `the worker could not be loaded${from}: is the network off, or does its server not allow this page (Access-Control-Allow-Origin)?`);
  }
  if (response && !response.ok) {
    return new VariorumError('not-found', `the worker was not found (${response.status})${from}: say where worker.js of the package is, as new WorkerClient({ worker: … })`);
  }
  const type = response && (response.headers.get('Content-Type') ?? 'no type').split(';')[0];
  if (type && !/javascript/.test(type)) {
    return new VariorumError('wrong-type', `the worker came as ${type}${from} where text/javascript is due`);
  }
  // What a policy forbids inside of a worker is told there only, and this one never ran.
  if (origin && !said) return blocked('worker-src', from, `blob: and ${origin}`);
  return new VariorumError('worker-lost', said || `the worker could not be started${from}`);
}

/**
 * @param {string} directive
 * @param {string} from
 * @param {string} wanted
 */
function blocked(directive, from, wanted) {
  return new VariorumError(
    'worker-blocked',
    `the page's content security policy (${directive}) forbids the worker${from}: allow ${wanted} in its worker-src, or call compare() of the package, which needs no worker`,
    { directive },
  );
}
