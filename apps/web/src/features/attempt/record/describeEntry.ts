import { describeCredit, describeSpan } from '@assay/contracts/clock';
import type { RecordEntry } from '@assay/contracts/http';

/** One line of the timeline in words. */
export type DescribedEntry = {
  title: string;
  /** Facts beside the title. */
  detail: string;
};

/** What the log of actions calls by a name, in words; `by` says who did it. */
const actions: Record<string, string> = {
  'invitation.created': 'The invitation was made',
  'invitation.opened': 'The invitation link was opened',
  'invitation.revoked': 'The invitation was withdrawn',
  'attempt.started': 'The clock was started',
  'attempt.finished': 'The attempt was handed in',
  'attempt.withdrawn': 'The attempt was withdrawn',
  'challenge.started': 'The clock of a challenge was started',
  'challenge.finished': 'A challenge was handed in',
  'challenge.language_chosen': 'The language of a challenge was chosen',
  'time.share_set': 'The share of time was set',
  'review.saved': 'A draft of a review was saved',
  'review.submitted': 'A review was submitted',
  'feedback.released': 'Feedback was released',
  'similarity.opened': 'Somebody read your work side by side with another',
  'erasure.requested': 'Erasure was asked for',
  'erasure.withdrawn': 'The request for erasure was taken back',
};

const people = { candidate: 'by you', staff: 'by the organiser', system: 'by the program' };
const count = new Intl.NumberFormat('en');
const plural = (n: number, one: string, many = `${one}s`): string =>
  `${count.format(n)} ${n === 1 ? one : many}`;

function lengthOf({ at, until }: { at: string; until?: string | undefined }): string | undefined {
  return until === undefined ? undefined : describeSpan(Date.parse(until) - Date.parse(at));
}

/** An entry in words; `titles` are those of the challenges, by slug. */
export function describeEntry(
  entry: RecordEntry,
  titles: ReadonlyMap<string, string>,
): DescribedEntry {
  const inChallenge = (slug: string): string => titles.get(slug) ?? slug;
  switch (entry.kind) {
    case 'edit':
      return {
        title: `Edited ${entry.paths.join(', ')}`,
        detail: `${plural(entry.changes, 'change')}, ${count.format(entry.inserted)} characters in, ${count.format(entry.deleted)} out · ${inChallenge(entry.challenge)}`,
      };
    case 'run': {
      const what = entry.suite === 'public' ? 'Ran the public tests' : 'Submitted';
      const by = entry.sentBy === 'deadline' ? ', sent for you at the deadline' : '';
      return {
        title: `${what}${by}`,
        detail: `${entry.summary ?? 'Not judged yet.'} · ${inChallenge(entry.challenge)}`,
      };
    }
    case 'exploration':
      return {
        title: `Tried ${plural(entry.steps, 'request or statement', 'requests or statements')}`,
        detail: inChallenge(entry.challenge),
      };
    case 'away': {
      const length = lengthOf(entry);
      return {
        title: 'The page was not in front',
        detail: length === undefined ? 'No return was reported' : `For ${length}`,
      };
    }
    case 'paste':
      return {
        title: `Pasted ${plural(entry.length, 'character')} into ${entry.path}`,
        detail: `${entry.fromHere ? 'Copied on our page' : 'Copied elsewhere'} · ${inChallenge(entry.challenge)}`,
      };
    case 'gap': {
      const length = lengthOf(entry);
      const side = entry.side === 'ours' ? ', because of us' : '';
      return {
        title: `No connection${side}`,
        detail: length === undefined ? 'To the end' : `For ${length}`,
      };
    }
    case 'credit':
      return {
        title: describeCredit({ cause: entry.cause, addedMs: entry.length }),
        detail: entry.reason,
      };
    case 'message':
      return {
        title: entry.by === 'candidate' ? 'You asked' : 'The organiser answered',
        detail: entry.text,
      };
    case 'log': {
      const times = entry.times === 1 ? '' : `, ${count.format(entry.times)} times`;
      return {
        title: actions[entry.action] ?? entry.action,
        detail: `${people[entry.by]}${times}`,
      };
    }
  }
}
