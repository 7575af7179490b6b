import type { AuthoredChallenge } from '@assay/contracts/http';
import { Button } from '@mantine/core';
import { IconChartDots, IconHistory, IconPlayerStop, IconShieldCheck } from '@tabler/icons-react';
import { Link } from 'react-router';
import { levelNames } from '#features/attempt/lobby/levels.ts';
import { OriginBadge } from '#features/author/OriginBadge.tsx';
import { portNames } from '#features/author/portNames.ts';
import { ProofBadge } from '#features/author/ProofBadge.tsx';
import { PageHead } from '#panes/PageHead.tsx';
import classes from './BenchHead.module.css';
import { ChallengeMenu } from './ChallengeMenu.tsx';

/** What challenge this is, how its newest version stands, and what can be done with one's edits. */
export function BenchHead({
  challenge,
  changes,
  isVerifying,
  onVerify,
  onCancel,
  onSave,
  onDiscard,
}: {
  challenge: AuthoredChallenge;
  /** Files that have been edited. */
  changes: number;
  isVerifying: boolean;
  onVerify: () => void;
  onCancel: () => void;
  onSave: () => void;
  onDiscard: () => void;
}) {
  const { slug, title, level, minutes, port, postgres, skills } = challenge;
  const facts = [levelNames[level], `${minutes} min`, portNames[port]];
  return (
    <PageHead
      back={{ to: '/challenges', label: 'All challenges' }}
      title={title}
      detail={[...facts, ...(postgres ? ['PostgreSQL'] : [])].join(' · ')}
      detailTitle={skills.join(', ')}
      className={classes.what}
    >
      <div className={classes.standing}>
        <OriginBadge origin={challenge.origin} />
        <ProofBadge proof={challenge.proof} />
        {challenge.mutationScore === undefined ? null : (
          <span className="numbers">{challenge.mutationScore} % of mutants killed</span>
        )}
      </div>
      <div className={classes.actions}>
        {changes > 0 ? (
          <span className={`${classes.changes} numbers`} role="status">
            {changes === 1 ? '1 file edited' : `${changes} files edited`}
          </span>
        ) : null}
        <Button
          component={Link}
          to={`/challenges/${slug}/history`}
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={<IconHistory size={16} stroke={1.7} />}
        >
          History
        </Button>
        <Button
          component={Link}
          to={`/challenges/${slug}/measured`}
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={<IconChartDots size={16} stroke={1.7} />}
        >
          Measured
        </Button>
        {isVerifying ? (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlayerStop size={16} stroke={1.7} />}
            onClick={onCancel}
          >
            Cancel
          </Button>
        ) : (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconShieldCheck size={16} stroke={1.7} />}
            onClick={onVerify}
          >
            Verify
          </Button>
        )}
        <Button size="xs" disabled={changes === 0} onClick={onSave}>
          Save version
        </Button>
        <ChallengeMenu challenge={challenge} changes={changes} onDiscard={onDiscard} />
      </div>
    </PageHead>
  );
}
