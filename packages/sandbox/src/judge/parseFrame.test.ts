import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RunnerFrame } from '#runner/frames.ts';
import { parseFrame } from './parseFrame.ts';

const test: Extract<RunnerFrame, { type: 'test' }>['test'] = {
  name: 'adds',
  suite: 'hidden',
  status: 'passed',
  virtualMs: 0,
  cpuMs: 0,
  queries: 0,
  console: [],
};

const frames: RunnerFrame[] = [
  { type: 'ready' },
  { type: 'started', during: { phase: 'load' } },
  { type: 'test', test },
  { type: 'result', cpuMs: 1, stop: { kind: 'starved' } },
];

describe('a line of a runner', () => {
  it('is taken for the frame that it is', () => {
    for (const frame of frames) expect(parseFrame(JSON.stringify(frame))).toEqual(frame);
  });

  it('is taken for no frame when it is anything else, and nothing breaks', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.jsonValue().map((v) => JSON.stringify(v)),
        ),
        (line) => expect(parseFrame(line)).toBeUndefined(),
      ),
      { seed: 1, numRuns: 500 },
    );
  });

  it('is refused whole when one of its fields is something else', () => {
    const changed = fc
      .tuple(fc.constantFrom(...frames), fc.string(), fc.jsonValue())
      .filter(([frame, key]) => !(key in frame))
      .map(([frame, key, value]) => JSON.stringify({ ...frame, [key]: value }));
    fc.assert(
      fc.property(changed, (line) => expect(parseFrame(line)).toBeUndefined()),
      { seed: 2, numRuns: 300 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(test)), fc.jsonValue(), (key, value) => {
        const parsed = parseFrame(
          JSON.stringify({ type: 'test', test: { ...test, [key]: value } }),
        );
        // What is let through is what was said: no field is made into another.
        if (parsed) expect(parsed).toEqual({ type: 'test', test: { ...test, [key]: value } });
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it('is refused when it is cut off', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...frames),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (frame, share) => {
          const line = JSON.stringify(frame);
          expect(parseFrame(line.slice(0, Math.floor(line.length * share)))).toBeUndefined();
        },
      ),
      { seed: 4, numRuns: 200 },
    );
  });
});
