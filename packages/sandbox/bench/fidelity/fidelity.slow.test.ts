import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Measured, measureFidelity } from './measureFidelity.ts';
import { percentage, presentDifferences, presentTable, summarize } from './presentFidelity.ts';

describe("the sandbox's Node", () => {
  let measured: Measured[] = [];

  beforeAll(async () => {
    measured = await measureFidelity();
  }, 180_000);

  it('is tried with at least 400 snippets, each of which prints something in Node and ends well', () => {
    const idle = measured.filter(
      ({ pair: { node } }) => node.lines.length === 0 || node.error !== undefined,
    );
    expect(idle.map(({ module, title }) => `${module}: ${title}`)).toEqual([]);
    expect(measured.length).toBeGreaterThanOrEqual(400);
  });

  it('prints what Node prints, but where a reason is given', () => {
    process.stdout.write(`\n${presentTable(measured)}`);
    const different = measured.filter(({ result }) => result === 'different');
    expect(presentDifferences(different)).toBe('');
  });

  it('is alike in at least 97 % of all snippets', () => {
    const all = summarize(measured).at(-1);
    expect(all && percentage(all)).toBeGreaterThanOrEqual(97);
  });

  it('has no reason for a difference that is none', () => {
    const needless = measured.filter(({ result, reason }) => result === 'alike' && reason);
    expect(needless.map(({ module, title }) => `${module}: ${title}`)).toEqual([]);
  });
});
