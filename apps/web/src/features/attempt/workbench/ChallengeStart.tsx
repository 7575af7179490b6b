import type { CandidateAttempt } from '@assay/contracts/http';
import { Button, Group, Modal, Text, Title } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { BrandMark } from '#app/BrandMark.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { SchemeSwitch } from '#app/SchemeSwitch.tsx';
import { formatMoment } from '#features/attempt/clock/formatMoment.ts';
import { ChallengeCard } from '#features/attempt/lobby/ChallengeCard.tsx';
import { QuestionsButton } from '#features/attempt/questions/QuestionsButton.tsx';
import { useSubmissions } from '#features/attempt/submissions/useSubmissions.ts';
import { useLive } from '#features/attempt/useLive.ts';
import { WithdrawDialog } from '#features/attempt/withdraw/WithdrawDialog.tsx';
import { ChallengeSwitch } from './ChallengeSwitch.tsx';
import classes from './ChallengeStart.module.css';
import bar from './TopBar.module.css';

/** Before a challenge with a clock of its own: one rests here, and starts it when ready. */
export function ChallengeStart({
  attempt,
  challenge,
}: {
  attempt: CandidateAttempt;
  challenge: CandidateAttempt['challenges'][number];
}) {
  useLive(attempt.id);
  const queries = useQueryClient();
  const submissions = useSubmissions(attempt.id);
  const [leaving, setLeaving] = useState<'hand-in' | 'withdraw'>();
  const keep = (changed: CandidateAttempt) =>
    queries.setQueryData(
      api.candidate.getAttempt.queryKey({ input: { attemptId: attempt.id } }),
      changed,
    );
  const start = useMutation(api.candidate.startChallenge.mutationOptions({ onSuccess: keep }));
  const finish = useMutation(api.candidate.finishAttempt.mutationOptions({ onSuccess: keep }));
  const isFirst = attempt.challenges.every(({ clock }) => clock?.startedAt === undefined);
  const running = attempt.challenges.find(({ clock }) => clock?.startedAt && !clock.finishedAt);
  return (
    <>
      <header className={bar.bar}>
        <div className={bar.left}>
          <BrandMark />
          <ChallengeSwitch
            challenges={attempt.challenges}
            active={challenge.slug}
            submissions={submissions ?? []}
          />
        </div>
        <span />
        <div className={bar.right}>
          <QuestionsButton attemptId={attempt.id} organisation={attempt.organisation} compact />
          <SchemeSwitch />
        </div>
      </header>
      <main className={classes.page}>
        <Title order={1}>{isFirst ? 'Ready for the first one?' : 'Ready for the next one?'}</Title>
        <ChallengeCard challenge={challenge} />
        {running === undefined ? (
          <Text>
            Its <b>{challenge.minutes} minutes</b> begin when you start it. Until then no clock
            runs, and you can rest.
            {attempt.deadline === undefined
              ? ''
              : ` All challenges have to be done by ${formatMoment(attempt.deadline)}.`}
          </Text>
        ) : (
          <Text>
            The clock of <b>{running.title}</b> runs. Hand that one in first: one clock runs at a
            time.
          </Text>
        )}
        {start.isError ? <ProblemNotice order={3} error={start.error} /> : null}
        <Group gap={8}>
          <Button
            size="md"
            disabled={running !== undefined}
            loading={start.isPending}
            rightSection={<IconArrowRight size={17} stroke={1.8} />}
            onClick={() => start.mutate({ attemptId: attempt.id, challenge: challenge.slug })}
          >
            Start, {challenge.minutes} minutes
          </Button>
          <Button size="md" variant="subtle" color="gray" onClick={() => setLeaving('hand-in')}>
            Hand in without it
          </Button>
          <Button size="md" variant="subtle" color="gray" onClick={() => setLeaving('withdraw')}>
            Withdraw
          </Button>
        </Group>
      </main>
      <Modal
        opened={leaving === 'hand-in'}
        onClose={() => setLeaving(undefined)}
        title="Hand in without what is left?"
        size={440}
      >
        <Text>
          The attempt ends, with the challenges that you have handed in. Those that you have not
          started count as not attempted.
        </Text>
        {finish.isError ? <ProblemNotice order={3} error={finish.error} /> : null}
        <Group justify="flex-end" gap={8} mt={20}>
          <Button variant="default" onClick={() => setLeaving(undefined)} data-autofocus>
            Go on
          </Button>
          <Button
            loading={finish.isPending}
            onClick={() => finish.mutate({ attemptId: attempt.id })}
          >
            Hand in
          </Button>
        </Group>
      </Modal>
      <WithdrawDialog
        attempt={attempt}
        opened={leaving === 'withdraw'}
        onClose={() => setLeaving(undefined)}
      />
    </>
  );
}
