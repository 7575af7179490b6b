import type { ReplayEvent } from '@assay/contracts/http';
import type { LiveRun, NotesEntry } from '@assay/contracts/live';
import type { ReplayMark, ReplayPerson } from '#features/replay/replaySource.ts';

/** A run, at the moment at which it was known what came of it. */
export function describeRun(run: LiveRun, person: ReplayPerson | undefined): ReplayMark {
  return {
    id: run.id,
    kind: 'run',
    atMs: Date.parse(run.endedAt ?? run.askedAt),
    person,
    ...describeOutcome(run),
  };
}

function describeOutcome(run: LiveRun): Pick<ReplayMark, 'title' | 'tone' | 'share'> {
  const what = nameRun(run);
  if (run.state === 'cancelled') return { title: `${what}: given up` };
  if (run.state !== 'done') return { title: `${what}: not done yet` };
  if (run.kind === 'requests') return { title: what };
  const { passed = 0, total = 0 } = run;
  return {
    title: total === 0 ? `${what}: no test ran` : `${what}: ${passed} of ${total} hold`,
    tone: total > 0 && passed === total ? 'good' : 'bad',
    ...(total > 0 && { share: passed / total }),
  };
}

/** What was run, in a few words. */
function nameRun(run: LiveRun): string {
  if (run.kind === 'tests') return run.suite === 'hidden' ? 'Hidden tests' : 'Tests';
  const step = run.steps.at(-1)?.step;
  if (step === undefined) return 'Request';
  return step.kind === 'http' ? `${step.method} ${step.path}` : 'SQL';
}

export function describeNote(entry: NotesEntry, criteria: ReadonlyMap<string, string>): ReplayMark {
  const mark = { id: entry.id, kind: 'note', atMs: entry.at, text: entry.text } as const;
  if (entry.kind === 'note') return { ...mark, title: 'My note' };
  const criterion = criteria.get(entry.criterion) ?? 'no criterion any more';
  return entry.signal === 'strong'
    ? { ...mark, title: `Strong: ${criterion}`, tone: 'good' }
    : { ...mark, title: `Weak: ${criterion}`, tone: 'bad' };
}

export function describeEvent(
  event: ReplayEvent,
  index: number,
  person: ReplayPerson | undefined,
): ReplayMark {
  const title = nameEvent(event, person?.name ?? 'Somebody');
  return { id: `event ${index}`, kind: 'event', atMs: Date.parse(event.at), title, person };
}

function nameEvent({ kind, title, paths, minutes = 0 }: ReplayEvent, name: string): string {
  switch (kind) {
    case 'admitted':
      return `${name} was let in`;
    case 'refused':
      return `${name} was turned away`;
    case 'removed':
      return `${name} was taken out`;
    case 'frozen':
      return `${name}’s edits were held`;
    case 'unfrozen':
      return `${name} may edit again`;
    case 'locked':
      return `${paths.join(', ')} was locked`;
    case 'unlocked':
      return `${paths.join(', ')} was unlocked`;
    case 'files_added':
      return `Files were added: ${title ?? paths.join(', ')}`;
    case 'focus_asked':
      return `${name} asked for ${minutes} min of focus time`;
  }
}
