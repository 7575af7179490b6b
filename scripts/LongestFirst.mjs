import Sequencer from '@jest/test-sequencer';

/** Test files that take a core half a minute and more, the longest first: parts of their paths. */
const longest = [
  'standalone/src/main.slow',
  'cli/src/main.slow',
  'verifyChallenge.slow',
  'rejudge.slow',
  'exactness.slow',
  'fidelity.slow',
  'killedWhileTyping.slow',
  'soak.slow',
];

/** Starts a suite with what takes longest, so that no core waits at its end. Jest itself goes by the size of files. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((a, b) => rank(a) - rank(b));
  }
}

function rank({ path }) {
  const place = longest.findIndex((part) => path.includes(part));
  return place === -1 ? longest.length : place;
}
