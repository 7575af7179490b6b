import { describe, expect, it } from '@jest/globals';
import { findBottleneck } from './findBottleneck.ts';
import type { Step } from './runLoad.ts';

const step = (worked: Partial<Step['worked']>, effort: Partial<Step['effort']>): Step => ({
  kind: 'working',
  size: 100,
  measuredMs: 60_000,
  worked: {
    keys: [],
    runs: [],
    calls: [],
    errors: {},
    unanswered: 0,
    cpuMs: 0,
    busy: 0.3,
    lateMs: 1,
    ...worked,
  },
  effort: { apiCpu: 400, judgeCpu: 900, peopleCpu: 200, machineBusy: 0.78, ...effort },
  rssBefore: 0,
  rssAfter: 0,
});

describe('what a step of a load was limited by', () => {
  it('is the server, of which nothing is said, while all others have room', () => {
    expect(findBottleneck(step({}, {}), 2)).toBeUndefined();
  });

  it('is the people’s processes when they are busy, or late with what they measure', () => {
    expect(findBottleneck(step({ busy: 0.9 }, {}), 2)).toMatch(/^the people’s processes.* 90 %/);
    expect(findBottleneck(step({ lateMs: 45 }, {}), 2)).toMatch(/45 ms late/);
  });

  it('is not the people’s processes when others keep them from their work', () => {
    expect(findBottleneck(step({ lateMs: 400 }, { machineBusy: 1 }), 2)).toMatch(
      /other programs took 25 %/,
    );
    const stores = { rows: 0, commands: 0, bytes: 0, postgresCpuMs: 30_000, redisCpuMs: 1_000 };
    expect(findBottleneck(step({}, { machineBusy: 1, stores }), 2)).toBeUndefined();
  });

  it('is the machine when it is full and somebody else has a part of it', () => {
    const full = { machineBusy: 1 };
    expect(findBottleneck(step({}, { ...full, peopleCpu: 600 }), 2)).toMatch(/people took 30 %/);
    expect(findBottleneck(step({}, { ...full, apiCpu: 100, judgeCpu: 300 }), 2)).toMatch(
      /other programs took 70 %/,
    );
    expect(
      findBottleneck(step({}, { ...full, apiCpu: 800, judgeCpu: 1_000, peopleCpu: 100 }), 2),
    ).toBeUndefined();
  });
});
