// Trusted Types, for the pages of our own. Their policy lets no string become markup, a script or a worker unless
// somebody answers for it. For markup that is Lit, with its templates, and doors/inert.js, with what it has made harmless;
// for workers it is this module. Bundlers find a worker by the very form in which it is started, so that no policy of a
// name can stand there; the default one is asked by the browser itself.

/** @type {any} not in every browser, and not among TypeScript's types */
const { trustedTypes } = globalThis;

trustedTypes?.createPolicy('default', {
  /** @param {string} address @returns {string | null} null is a refusal */
  createScriptURL: (address) => (new URL(address, document.baseURI).origin === location.origin ? address : null),
});
