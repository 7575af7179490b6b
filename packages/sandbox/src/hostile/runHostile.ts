import type { Judge } from '#judge/Judge.ts';
import { Semaphore } from '#judge/Semaphore.ts';
import { Footprint } from './Footprint.ts';
import type { HostileProgram, TargetName } from './HostileProgram.ts';
import { loadTargets } from './loadTargets.ts';
import { type ProgramReport, type Surroundings, tryProgram } from './tryProgram.ts';

/** Programs in a group, for each of those that run at once: more are faster, fewer are blamed together. */
const turnsPerGroup = 4;

export type HostileOptions = {
  /** Programs at a time. */
  atOnce: number;
  /** Where temporary files of this process go, and of no other. */
  temporaryFolder?: string;
  onReport?: (report: ProgramReport) => void;
};

/**
 * Lets hostile programs at `judge`, `atOnce` at a time. After each group an honest solution must pass, and nothing
 * may be left of those before it; what is wrong then is said of the whole group.
 */
export async function runHostile(
  programs: readonly HostileProgram[],
  judge: Judge,
  { atOnce, temporaryFolder, onReport }: HostileOptions,
): Promise<ProgramReport[]> {
  const surroundings = { judge, targets: await loadTargets() };
  // As many at once as later, so that everything that is kept for that has been started.
  for (const target of usedTargets(programs))
    await Promise.all(Array.from({ length: atOnce }, () => tryHonest(target, surroundings)));
  const footprint = new Footprint(temporaryFolder);
  const reports: ProgramReport[] = [];
  const turns = new Semaphore(atOnce);
  const groupSize = atOnce * turnsPerGroup;
  for (let start = 0; start < programs.length; start += groupSize) {
    const group = programs.slice(start, start + groupSize);
    const tried = await Promise.all(
      group.map((program) => turns.use(() => tryProgram(program, surroundings))),
    );
    const after = await findAftermath(group, surroundings, footprint);
    for (const report of tried) {
      report.problems.push(...after);
      reports.push(report);
      onReport?.(report);
    }
  }
  return reports;
}

function usedTargets(programs: readonly HostileProgram[]): TargetName[] {
  return [
    ...new Set(
      programs.flatMap(({ expected }) => (expected.at === 'judge' ? [expected.target] : [])),
    ),
  ];
}

async function findAftermath(
  group: readonly HostileProgram[],
  surroundings: Surroundings,
  footprint: Footprint,
): Promise<string[]> {
  const targets = usedTargets(group);
  if (targets.length === 0) return [];
  const honest = await Promise.all(targets.map((target) => tryHonest(target, surroundings)));
  return [...honest.flat(), ...(await footprint.findLeftovers())];
}

async function tryHonest(name: TargetName, { judge, targets }: Surroundings): Promise<string[]> {
  const { challenge, honest: files } = targets[name];
  const verdict = await judge.judge({
    challenge: challenge({}),
    files,
    suite: 'hidden',
    seed: 1,
  });
  if (verdict.status === 'passed') return [];
  const failure = verdict.tests.find((test) => test.failure)?.failure?.message ?? '';
  const message = 'message' in verdict ? verdict.message : failure;
  return [`the next honest submission is ${verdict.status}: ${message}`];
}
