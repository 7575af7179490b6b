import type { CandidateAttempt, CandidateSubmission } from '@assay/contracts/http';
import { VisuallyHidden } from '@mantine/core';
import { Link } from 'react-router';
import { countingSubmission } from '#features/attempt/submissions/countingSubmission.ts';
import { shortenHolds } from '#features/attempt/submissions/describeHolds.ts';
import classes from '#panes/LinkTabs.module.css';

/** Moves between the challenges of an attempt; each shows what its last submission reached. */
export function ChallengeSwitch({
  challenges,
  active,
  submissions,
}: {
  challenges: CandidateAttempt['challenges'];
  active: string;
  submissions: CandidateSubmission[];
}) {
  return (
    <nav className={classes.switch} aria-label="Challenges">
      {challenges.map(({ slug, title }) => {
        const verdict = countingSubmission(submissions, slug)?.verdict;
        return (
          <Link
            key={slug}
            to={`?challenge=${slug}`}
            replace
            title={title}
            aria-current={slug === active ? 'page' : undefined}
          >
            <span>{title}</span>
            {verdict ? (
              <b className="numbers" data-all={verdict.status === 'passed' || undefined}>
                <VisuallyHidden>Last submission: {shortenHolds(verdict)}</VisuallyHidden>
                <span aria-hidden="true">
                  {verdict.total === 0 ? '–' : `${verdict.passed}/${verdict.total}`}
                </span>
              </b>
            ) : null}
          </Link>
        );
      })}
    </nav>
  );
}
