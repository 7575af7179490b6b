import { describe, expect, it } from '@jest/globals';
import {
  erlangC,
  meanResponseShared,
  meanWaitMD1,
  meanWaitMMc,
  shareWaitingLonger,
} from './queueingTheory.ts';
import { always, exponential, type Model, type Service, simulate } from './simulate.ts';

const serviceMs = 100;

/** A single station, with enough cores unless said otherwise. */
function station(
  places: number,
  perSecond: number,
  service: Service,
  changes: Partial<Model> = {},
): { waits: number[]; responses: number[]; used: number } {
  const { waits, responses, used } = simulate({
    seed: 7,
    stations: { judge: places },
    cores: places,
    demands: [{ name: 'run', perSecond, visits: [{ station: 'judge', service }] }],
    seconds: 80_000 / perSecond,
    warmUpSeconds: 5_000 / perSecond,
    ...changes,
  });
  return { waits: waits.run ?? [], responses: responses.run ?? [], used: used.judge ?? 0 };
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / values.length;
/** How far it is from what theory says, as a share of that. */
const error = (measured: number, theory: number) => Math.abs(measured / theory - 1);

describe('the formulas', () => {
  it('are those of the tables: two servers with an offered load of one let a third wait', () => {
    expect(erlangC(2, 1)).toBeCloseTo(1 / 3, 12);
    expect(erlangC(1, 0.7)).toBeCloseTo(0.7, 12);
    expect(meanWaitMMc(1, 5, serviceMs)).toBeCloseTo(100, 9);
    expect(meanWaitMD1(5, serviceMs)).toBeCloseTo(50, 9);
    expect(meanWaitMMc(2, 25, serviceMs)).toBe(Infinity);
  });
});

describe('the simulation', () => {
  it.each([
    [1, 6],
    [2, 14],
    [4, 34],
    [3, 24],
  ])('waits as M/M/%i does, at %i arrivals a second of 100 ms', (servers, perSecond) => {
    const { waits, used } = station(servers, perSecond, exponential(serviceMs));
    expect(error(mean(waits), meanWaitMMc(servers, perSecond, serviceMs))).toBeLessThan(0.06);
    const offered = (perSecond * serviceMs) / 1_000;
    expect(
      error(waits.filter((ms) => ms > 0).length / waits.length, erlangC(servers, offered)),
    ).toBeLessThan(0.03);
    const longer = waits.filter((ms) => ms > serviceMs).length / waits.length;
    const theory = shareWaitingLonger(servers, { perSecond, serviceMs }, serviceMs);
    expect(error(longer, theory)).toBeLessThan(0.06);
    expect(error(used, offered / servers)).toBeLessThan(0.02);
  });

  it.each([3, 6, 8])('waits as M/D/1 does, at %i arrivals a second of 100 ms', (perSecond) => {
    const { waits } = station(1, perSecond, always(serviceMs));
    expect(error(mean(waits), meanWaitMD1(perSecond, serviceMs))).toBeLessThan(0.04);
  });

  it('slows all that share a core as M/M/1 with a shared processor', () => {
    const { responses } = station(1_000, 6, exponential(serviceMs), { cores: 1 });
    expect(error(mean(responses), meanResponseShared(6, serviceMs))).toBeLessThan(0.04);
  });

  it('has the same outcome for the same seed, and says what is left where there is too little', () => {
    const model: Model = {
      seed: 3,
      stations: { api: 1, judge: 2 },
      cores: 2,
      demands: [
        {
          name: 'run',
          perSecond: 50,
          visits: [
            { station: 'api', service: always(2) },
            { station: 'judge', service: exponential(100) },
          ],
        },
      ],
      seconds: 60,
      warmUpSeconds: 0,
    };
    expect(simulate(model)).toEqual(simulate(model));
    expect(simulate({ ...model, seed: 4 })).not.toEqual(simulate(model));
    // Twenty a second is what two places can do.
    expect(simulate(model).open.run).toBeGreaterThan(1_500);
  });
});
