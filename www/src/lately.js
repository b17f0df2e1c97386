/**
 * Remembers a function's last answer and gives it again for as long as it is asked the same: what is drawn from a
 * report is asked for at every key, and the report seldom changes.
 *
 * @template {unknown[]} G
 * @template A
 * @param {(...given: G) => A} compute
 * @returns {(...given: G) => A}
 */
export function lately(compute) {
  /** @type {{ given: G, answer: A } | null} */
  let last = null;
  return (...given) => {
    if (last?.given.length !== given.length || given.some((one, index) => one !== last?.given[index])) {
      last = { given, answer: compute(...given) };
    }
    return /** @type {{ answer: A }} */ (last).answer;
  };
}
