// Keeps the page for use without a network. The build puts in the list of its files and a name for this state of them;
// see www/build/service-worker.js. A new state is fetched whole before it is used, and used only when the reader says so
// or all tabs are closed: no page ever runs on files of two states.

/* global __FILES__, __REST__, __STATE__ */

const CACHE = `variorum-${__STATE__}`;

/** What a visit can do without: large files, such as what reads PDF. */
const REST = __REST__;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(CACHE).then((cache) => cache.addAll(__FILES__.map((file) => new Request(file, { cache: 'no-cache' })))),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches.keys().then((names) =>
      Promise.all(
        names.filter((name) => name.startsWith('variorum-') && name !== CACHE).map((name) => caches.delete(name)),
      ),
    ),
  );
});

self.addEventListener('message', (event) => {
  if (event.data === 'take-over') self.skipWaiting();
  // What cannot be fetched now is fetched when it is first used.
  if (event.data === 'fetch-rest') event.waitUntil(Promise.allSettled(REST.map(fetchOnce)));
});

/** @param {string} file */
async function fetchOnce(file) {
  const cache = await caches.open(CACHE);
  if (!(await cache.match(file))) await cache.add(file);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(answer(request));
});

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(CACHE);
  const isPage = request.mode === 'navigate' && !/\/(?:embed|lesson)\.html$/.test(new URL(request.url).pathname);
  const kept = await cache.match(isPage ? './' : request, { ignoreSearch: true });
  if (kept) return kept;
  const response = await fetch(request);
  // What is fetched on first use, such as the readers of file formats, is there the next time as well.
  if (response.ok && new URL(request.url).pathname.includes('/assets/')) await cache.put(request, response.clone());
  return response;
}
