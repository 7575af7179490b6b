import type { Report } from '@assay/contracts/http';
import type { Interviews } from './presentInterviews.ts';

/** What a report does not say, and why: a sentence each. */
export function listUnknown(
  report: Omit<Report, 'unknown'>,
  { interviews, mayMeet }: { interviews: Interviews | undefined; mayMeet: boolean },
): string[] {
  const { reviews, grading, challenges, state, erasedAt } = report;
  const missing = reviews.wanted - reviews.submitted;
  const decided = grading !== undefined && grading.decisions.length > 0;
  const unjudged = challenges.filter(({ counting }) => counting === undefined);
  const say = (when: boolean, sentence: string) => (when ? [sentence] : []);
  const titles = (list: readonly string[]) => list.join(', ');
  const isOver = state === 'finished' || state === 'graded';
  return [
    ...say(
      erasedAt !== undefined,
      'Person and work are erased. What is left are figures of nobody.',
    ),
    ...say(
      report.isAnonymous,
      'Whose work this is: reviewers learn it once their own review is submitted.',
    ),
    ...say(
      isOver && missing > 0,
      missing === 1
        ? 'What one more reviewer will say: a wanted review is missing.'
        : `What ${missing} more reviewers will say: their reviews are missing.`,
    ),
    ...say(
      grading === undefined && reviews.submitted > 0,
      'What others gave: it is shown once your own review is submitted, and to those who do not review once all reviews are in.',
    ),
    ...say(grading !== undefined && !decided, 'What becomes of it: nobody has decided yet.'),
    ...say(!isOver && state !== 'withdrawn', 'How it ends: the work is not handed in yet.'),
    ...say(state === 'withdrawn', 'How the work would have ended: the attempt was withdrawn.'),
    ...unjudged.map(({ title }) => `What the work on ${title} achieves: none of it is judged.`),
    ...say(
      !mayMeet,
      'What interviews and checks came to: they are about the person, and not shown to reviewers.',
    ),
    ...say(
      interviews !== undefined && interviews.closed.length > 0,
      `What others wrote in: ${titles(interviews?.closed ?? [])}. It opens once your own scorecard is submitted.`,
    ),
    ...say(
      interviews !== undefined && interviews.empty.length > 0,
      `What these would show, for nobody has filled them: ${titles(interviews?.empty ?? [])}.`,
    ),
    'Who was at the keyboard, and what happened beside the page: Assay sees neither. Pastes are what the browser reported, and a pause says nothing of what was done in it.',
    'CPU, time and memory are measured, and differ a little from run to run. Everything else in a verdict repeats exactly.',
  ];
}
