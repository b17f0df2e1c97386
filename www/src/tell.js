/**
 * Tells the page around the comparer that something happened: an event that bubbles and leaves the shadow root.
 *
 * @param {EventTarget} host
 * @param {string} type
 * @param {unknown} detail
 */
export function tell(host, type, detail) {
  host.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
}
