/**
 * Begins with what takes longest, so that no worker has minutes left to do when the others are through. Jest would go by
 * how long a file took the last time, which a fresh checkout does not know, and else by its size: a short file over a
 * whole system is the longest of all.
 */
const Sequencer = require("@jest/test-sequencer").default;

/** Files that take minutes. */
const LONG =
  /\/apps\/e2e\/test\/(pages\/(accessible|hostile|sign-in|broadcasts)|crashes|graceful|calm|faults|cli)\.test\.ts$/;
/** What runs whole systems. */
const WHOLE = /\/apps\/e2e\/test\//;

module.exports = class extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
};

function rank({ path }) {
  if (LONG.test(path)) return 0;
  return WHOLE.test(path) ? 1 : 2;
}
