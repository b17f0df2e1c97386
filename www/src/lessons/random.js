/** 32 bits in which each bit of the seed counts: the finaliser of MurmurHash3. @param {number} value */
function mixed(value) {
  let bits = value >>> 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/**
 * Numbers that look random and are the same for one seed on every machine: xoshiro128** (Blackman and Vigna, 2018).
 *
 * ```js
 * const chance = new Chance(7);
 * chance.below(6); // 0 … 5
 * ```
 */
export class Chance {
  #state;

  /** @param {number} seed a whole number; its lowest 32 bits count */
  constructor(seed) {
    // Neighbouring seeds begin far from each other, and the state is never all zeros, from which nothing else comes.
    this.#state = Uint32Array.from([1, 2, 3, 4], (step) => mixed(seed + Math.imul(step, 0x9e3779b9)) || step);
  }

  /** @returns {number} 32 bits, as a whole number from 0 */
  next() {
    const state = this.#state;
    const result = Math.imul(rotated(Math.imul(state[1], 5), 7), 9) >>> 0;
    const shifted = state[1] << 9;
    state[2] ^= state[0];
    state[3] ^= state[1];
    state[1] ^= state[2];
    state[0] ^= state[3];
    state[2] ^= shifted;
    state[3] = rotated(state[3], 11);
    return result;
  }

  /**
   * @param {number} bound from 1 to 2³²
   * @returns {number} a whole number from 0 to below the bound, each as likely as the others
   */
  below(bound) {
    const fair = 2 ** 32 - (2 ** 32 % bound);
    for (;;) {
      const number = this.next();
      if (number < fair) return number % bound;
    }
  }

  /**
   * @template T
   * @param {readonly T[]} items at least one
   * @returns {T}
   */
  choose(items) {
    return items[this.below(items.length)];
  }

  /**
   * @template T
   * @param {readonly T[]} items
   * @returns {T[]} the same in another order: Fisher and Yates
   */
  shuffled(items) {
    const order = [...items];
    for (let last = order.length - 1; last > 0; last -= 1) {
      const other = this.below(last + 1);
      [order[last], order[other]] = [order[other], order[last]];
    }
    return order;
  }
}

/**
 * @param {number} bits
 * @param {number} by
 */
function rotated(bits, by) {
  return (bits << by) | (bits >>> (32 - by));
}
