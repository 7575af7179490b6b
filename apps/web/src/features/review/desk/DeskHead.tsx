import type { ReviewedAttempt } from '@assay/contracts/http';
import { ActionIcon, Button } from '@mantine/core';
import {
  IconColumns3,
  IconFileText,
  IconKeyboard,
  IconPlayerPlay,
  IconUser,
  type TablerIcon,
} from '@tabler/icons-react';
import { Link } from 'react-router';
import { formatScore } from '@assay/contracts/report';
import { OutcomeBadge } from '#features/review/grading/OutcomeBadge.tsx';
import { StateBadge } from '#features/review/StateBadge.tsx';
import { PageHead } from '#panes/PageHead.tsx';
import switches from '#panes/LinkTabs.module.css';
import classes from './DeskHead.module.css';
import { ContinueLive } from './ContinueLive.tsx';
import { timeUsed } from './timeUsed.ts';

/** Whose attempt this is, where it stands, and the way between its challenges. */
export function DeskHead({
  attempt,
  active,
  submissionId,
  onKeys,
}: {
  attempt: ReviewedAttempt;
  active: string;
  /** The one in view. */
  submissionId: string | undefined;
  onKeys: () => void;
}) {
  const used = timeUsed(attempt);
  return (
    <PageHead
      back={{ to: '/review', label: 'All reviews' }}
      title={attempt.candidateName}
      detail={used === undefined ? attempt.assessmentTitle : `${attempt.assessmentTitle} · ${used}`}
      detailTitle={attempt.assessmentTitle}
      className={classes.who}
    >
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
      <div className={classes.state} data-full={attempt.grading !== undefined || undefined}>
        {attempt.score === undefined ? null : (
          <span className="numbers">
            Score <b>{formatScore(attempt.score)}</b>
          </span>
        )}
        {attempt.grading === undefined ? null : (
          <HeadLink label="Reviews" Icon={IconColumns3} to={`/review/${attempt.id}/reviews`} />
        )}
        {attempt.candidateId === undefined ? null : (
          <HeadLink label="Candidate" Icon={IconUser} to={`/candidates/${attempt.candidateId}`} />
        )}
        {attempt.startedAt === undefined || attempt.erasedAt !== undefined ? null : (
          <HeadLink
            label="Replay"
            Icon={IconPlayerPlay}
            to={`/review/${attempt.id}/replay?challenge=${active}`}
          />
        )}
        <HeadLink label="Report" Icon={IconFileText} to={`/review/${attempt.id}/report`} />
        {submissionId ? (
          <ContinueLive attempt={attempt} active={active} submissionId={submissionId} />
        ) : null}
        {attempt.decision ? <OutcomeBadge outcome={attempt.decision} /> : null}
        <StateBadge state={attempt.erasedAt === undefined ? attempt.state : 'erased'} />
        <ActionIcon
          variant="subtle"
          color="gray"
          size={26}
          aria-label="Keys"
          title="Keys (?)"
          onClick={onKeys}
        >
          <IconKeyboard size={17} stroke={1.6} />
        </ActionIcon>
      </div>
    </PageHead>
  );
}

function HeadLink({ label, Icon, to }: { label: string; Icon: TablerIcon; to: string }) {
  return (
    <Button
      component={Link}
      to={to}
      size="compact-sm"
      variant="default"
      className={classes.link}
      title={label}
      aria-label={label}
      leftSection={<Icon size={15} stroke={1.7} />}
    >
      {label}
    </Button>
  );
}
