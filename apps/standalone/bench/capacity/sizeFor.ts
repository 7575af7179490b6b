import type { Habits } from '../load/crowdMessages.ts';
import { percentile } from '../load/percentile.ts';
import type { UnitCosts } from './findUnitCosts.ts';
import { demandOf } from './predictStep.ts';
import { oneOf, simulate } from './simulate.ts';

/** Of each API process: above it, a burst is felt by everybody who types. */
const apiUse = 0.6;
/** Connections of one API process, whatever they cost: what is lost with it comes back at once elsewhere. */
const connectionsOfApi = 10_000;
/** What 95 of 100 runs wait for a judge at most, ms. */
const waitMs = 1_000;
/** Candidates of one installation: one PostgreSQL takes the writes of all of them. More are further installations. */
const candidatesOfInstallation = 10_000;
/** Runs that are simulated, however many come a second. */
const simulatedRuns = 60_000;

export type Size = {
  candidates: number;
  installations: number;
  /** In each installation. */
  apis: number;
  judgeCores: number;
  runsPerSecond: number;
  keysPerSecond: number;
  waitP95: number;
  rowsPerSecond: number | undefined;
  commandsPerSecond: number | undefined;
  /** In an hour, in all. */
  storedBytes: number | undefined;
  /** Memory of the APIs of an installation for connections, bytes. */
  connectionBytes: number | undefined;
  /** Cores that PostgreSQL and Redis of an installation are busy with. */
  postgresCores: number | undefined;
  redisCores: number | undefined;
};

/** The machines for so many candidates an hour, each of whom works for an hour: so many work at any moment. */
export function sizeFor(candidatesAnHour: number, costs: UnitCosts, habits: Habits): Size {
  const installations = Math.ceil(candidatesAnHour / candidatesOfInstallation);
  const candidates = candidatesAnHour / installations;
  const { keys, calls, runs } = demandOf(candidates, habits);
  const apiCpu = keys * costs.keyCpuMs + calls * costs.callCpuMs + runs * costs.runApiCpuMs;
  const apis = Math.max(
    Math.ceil(apiCpu / 1_000 / apiUse),
    Math.ceil(candidates / connectionsOfApi),
  );
  const atLeast = Math.ceil((runs * costs.runJudgeCpuMs) / 1_000) || 1;
  let judgeCores = atLeast;
  let waitP95 = judgeWait(runs, judgeCores, costs);
  while (waitP95 > waitMs) {
    judgeCores += Math.max(1, Math.round(atLeast / 20));
    waitP95 = judgeWait(runs, judgeCores, costs);
  }
  const { stores, connectionBytes } = costs;
  return {
    candidates: candidatesAnHour,
    installations,
    apis,
    judgeCores,
    runsPerSecond: runs,
    keysPerSecond: keys,
    waitP95,
    rowsPerSecond: stores && keys * stores.rowsPerKey + runs * stores.rowsPerRun,
    commandsPerSecond: stores && runs * stores.commandsPerRun,
    storedBytes:
      stores && installations * 3_600 * (keys * stores.bytesPerKey + runs * stores.bytesPerRun),
    connectionBytes: connectionBytes && connectionBytes * candidates,
    postgresCores:
      stores &&
      (keys * stores.keyCpuMs + calls * stores.callCpuMs + runs * stores.runCpuMs) / 1_000,
    redisCores: stores && (runs * stores.redisRunCpuMs) / 1_000,
  };
}

/** What 95 of 100 runs wait for one of `cores` places, ms. Of a run’s CPU, the start of the next runner takes a place, too. */
function judgeWait(
  perSecond: number,
  cores: number,
  { runsAlone, runJudgeCpuMs }: UnitCosts,
): number {
  const mean = runsAlone.reduce((sum, ms) => sum + ms, 0) / runsAlone.length;
  // As spread as the runs that were measured, and as much in all as they cost: what they waited for others is not theirs.
  const service = oneOf(runsAlone.map((ms) => (ms * runJudgeCpuMs) / mean));
  const seconds = simulatedRuns / perSecond;
  const { waits, open } = simulate({
    seed: 1,
    stations: { judge: cores },
    cores,
    demands: [{ name: 'run', perSecond, visits: [{ station: 'judge', service }] }],
    seconds,
    warmUpSeconds: seconds / 10,
  });
  // Where more comes than is done, those at the end have not even begun.
  const behind = (open.run ?? 0) > cores * 20;
  return behind ? Infinity : percentile(waits.run ?? [], 0.95);
}
