import { describe, expect, it } from '@jest/globals';
import { usualHabits } from '../load/habits.ts';
import type { UnitCosts } from './findUnitCosts.ts';
import { predictStep } from './predictStep.ts';
import { sizeFor } from './sizeFor.ts';

const costs: UnitCosts = {
  keyCpuMs: 0.4,
  callCpuMs: 3,
  runApiCpuMs: 12,
  runJudgeCpuMs: 250,
  runsAlone: [90, 100, 100, 110, 120, 400],
  keyAloneMs: 110,
  connectionBytes: 50_000,
  stores: {
    keyCpuMs: 0.2,
    callCpuMs: 1,
    runCpuMs: 5,
    redisRunCpuMs: 3,
    rowsPerKey: 0.5,
    rowsPerRun: 6,
    commandsPerRun: 60,
    bytesPerKey: 100,
    bytesPerRun: 9_000,
  },
};

describe('the size of an installation', () => {
  it('is more for more candidates, in proportion where they are many, and with room for waiting', () => {
    const [few, many] = [100, 3_000].map((count) => sizeFor(count, costs, usualHabits));
    // 3,000 / 180 runs a second of 250 ms.
    expect(many?.judgeCores).toBeGreaterThanOrEqual(5);
    expect(many?.judgeCores).toBeLessThan(8);
    expect(few?.judgeCores).toBeLessThan(4);
    for (const size of [few, many]) expect(size?.waitP95).toBeLessThanOrEqual(1_000);
    // 5,000 keys of 0.4 ms, 100 requests of 3 ms and 17 runs of 12 ms are 2.5 s of CPU a second.
    expect(many?.apis).toBe(5);
    expect(many?.rowsPerSecond).toBeCloseTo(2_600, 0);
    // 5,000 keys of 0.2 ms, 100 requests of 1 ms and 17 runs of 5 ms.
    expect(many?.postgresCores).toBeCloseTo(1.18, 2);
    expect(many?.redisCores).toBeCloseTo(0.05, 2);
  });

  it('is several installations where one database would take the keys of all', () => {
    const { installations, candidates } = sizeFor(
      20_000,
      { ...costs, runsAlone: [1], runJudgeCpuMs: 1 },
      usualHabits,
    );
    expect({ installations, candidates }).toEqual({ installations: 2, candidates: 20_000 });
  });
});

describe('the prediction of a step', () => {
  const machine = { cores: 2, judges: 2 };
  const effort = { apiCpu: 100, judgeCpu: 200, peopleCpu: 100, machineBusy: 0.2 };

  it('is what a run takes alone where nobody waits, and more where many do', () => {
    const alone = predictStep({ size: 5, effort }, machine, costs, usualHabits);
    expect(alone.verdictP50).toBeGreaterThanOrEqual(100);
    expect(alone.verdictP50).toBeLessThan(140);
    const crowded = predictStep({ size: 780, effort }, machine, costs, usualHabits);
    expect(crowded.verdictP95).toBeGreaterThan(2 * alone.verdictP95);
    expect(crowded.apiCpu).toBeGreaterThan(alone.apiCpu);
  });
});
