/** @import { VariorumComparer } from '../variorum-comparer.js' */

/** After this time, in milliseconds, a visit has what it needs. */
const QUIET_MS = 5000;

/**
 * Lets the page work without a network from its second visit on, and says when a newer version of it is ready.
 *
 * @param {VariorumComparer} comparer
 */
export async function register(comparer) {
  // Browsers have them on pages that came over HTTPS or from this machine.
  const workers = navigator.serviceWorker;
  if (!workers) return;
  const isFirst = !workers.controller;
  try {
    const registration = await workers.register('./service-worker.js', { updateViaCache: 'none' });
    const announce = () => {
      if (registration.waiting && workers.controller) comparer.newer = () => takeOver(registration);
    };
    announce();
    registration.addEventListener('updatefound', () => {
      const coming = registration.installing;
      coming?.addEventListener('statechange', () => coming.state === 'installed' && announce());
    });
  } catch {
    // Storage is forbidden or full: the page works as before, with a network.
    return;
  }
  fetchRest(workers);
  if (isFirst) return;
  let isReloading = false;
  workers.addEventListener('controllerchange', () => {
    // Another tab may have let the new version take over; what is typed here is kept, so this tab can follow.
    if (!isReloading) location.reload();
    isReloading = true;
  });
}

/**
 * Has what a visit can do without kept as well, so that a file of any kind opens without a network, once nothing else is
 * under way; not where bytes are dear.
 *
 * @param {ServiceWorkerContainer} workers
 */
async function fetchRest(workers) {
  if (/** @type {any} */ (navigator).connection?.saveData) return;
  const { active } = await workers.ready;
  setTimeout(() => active?.postMessage('fetch-rest'), QUIET_MS);
}

/** @param {ServiceWorkerRegistration} registration */
function takeOver({ waiting }) {
  waiting?.postMessage('take-over');
}
