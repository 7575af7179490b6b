import type { ReviewedAttempt } from '@assay/contracts/http';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from 'react-router';
import { StateBadge } from '#features/review/StateBadge.tsx';
import switches from '#panes/LinkTabs.module.css';
import classes from './DeskHead.module.css';
import { ContinueLive } from './ContinueLive.tsx';
import { timeUsed } from './timeUsed.ts';

/** Whose attempt this is, where it stands, and the way between its challenges. */
export function DeskHead({
  attempt,
  active,
  submissionId,
}: {
  attempt: ReviewedAttempt;
  active: string;
  /** The one in view. */
  submissionId: string | undefined;
}) {
  const used = timeUsed(attempt);
  return (
    <header className={classes.head}>
      <Link to="/review" className={classes.back} aria-label="All reviews" title="All reviews">
        <IconArrowLeft size={17} stroke={1.7} />
      </Link>
      <div className={classes.who}>
        <h1 title={attempt.candidateName}>{attempt.candidateName}</h1>
        <span className="numbers" title={attempt.assessmentTitle}>
          {attempt.assessmentTitle}
          {used === undefined ? '' : ` · ${used}`}
        </span>
      </div>
      <nav className={switches.switch} aria-label="Challenges">
        {attempt.challenges.map(({ slug, title }) => {
          const result = attempt.results.find(({ challenge }) => challenge === slug);
          return (
            <Link
              key={slug}
              to={`?challenge=${slug}`}
              replace
              title={title}
              aria-current={slug === active ? 'page' : undefined}
            >
              <span>{title}</span>
              {result ? (
                <b
                  className="numbers"
                  data-all={(result.total > 0 && result.passed === result.total) || undefined}
                >
                  {result.total === 0 ? '–' : `${result.passed}/${result.total}`}
                </b>
              ) : null}
            </Link>
          );
        })}
      </nav>
      <div className={classes.state}>
        {attempt.score === undefined ? null : (
          <span className="numbers">
            Score <b>{attempt.score.toFixed(1)}</b>
          </span>
        )}
        {submissionId ? (
          <ContinueLive attempt={attempt} active={active} submissionId={submissionId} />
        ) : null}
        <StateBadge state={attempt.erasedAt === undefined ? attempt.state : 'erased'} />
      </div>
    </header>
  );
}
