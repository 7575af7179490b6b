import type { ReviewedAttempt } from '@assay/contracts/http';
import { Button } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useMe } from '#features/session/useMe.ts';

/** Leads to a live session that goes on from what was handed in, once nobody works on it any more. */
export function ContinueLive({
  attempt,
  active,
  submissionId,
}: {
  attempt: ReviewedAttempt;
  active: string;
  submissionId: string;
}) {
  const { data: me } = useMe();
  const mayLead = me?.role === 'admin' || me?.role === 'interviewer';
  const isOver = attempt.state === 'finished' || attempt.state === 'graded';
  if (!mayLead || !isOver || attempt.erasedAt !== undefined) return null;
  const challenge = attempt.challenges.find(({ slug }) => slug === active);
  const search = new URLSearchParams({
    submission: submissionId,
    title: `${challenge?.title ?? attempt.assessmentTitle}, together`,
    candidate: attempt.candidateName,
  });
  return (
    <Button
      component={Link}
      to={`/live?${search}`}
      size="compact-sm"
      variant="default"
      leftSection={<IconUsers size={15} stroke={1.7} />}
    >
      Continue live
    </Button>
  );
}
