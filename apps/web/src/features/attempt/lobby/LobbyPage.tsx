import type { CandidateAttempt } from '@assay/contracts/http';
import { Button, Text, Title } from '@mantine/core';
import { IconArrowRight, IconEye } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { api } from '#app/api.ts';
import { PlainPage } from '#app/PlainPage.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { useLive } from '#features/attempt/useLive.ts';
import { ChallengeCard } from './ChallengeCard.tsx';
import { Comfort } from './Comfort.tsx';
import { Later } from './Later.tsx';
import { levelsOf } from './levels.ts';
import classes from './LobbyPage.module.css';
import { Rules } from './Rules.tsx';
import { Steps } from './Steps.tsx';
import { SystemChecks } from './SystemChecks.tsx';

// What only few press comes after the first view.
const QuestionsButton = lazy(async () => ({
  default: (await import('#features/attempt/questions/QuestionsButton.tsx')).QuestionsButton,
}));
const WithdrawDialog = lazy(async () => ({
  default: (await import('#features/attempt/withdraw/WithdrawDialog.tsx')).WithdrawDialog,
}));

/** What awaits the candidate, before the clock runs. */
export function LobbyPage({ attempt, offsetMs }: { attempt: CandidateAttempt; offsetMs: number }) {
  useLive(attempt.id);
  const queries = useQueryClient();
  const [withdrawing, setWithdrawing] = useState(false);
  const start = useMutation(
    api.candidate.startAttempt.mutationOptions({
      onSuccess: (started) =>
        queries.setQueryData(
          api.candidate.getAttempt.queryKey({ input: { attemptId: attempt.id } }),
          started,
        ),
    }),
  );
  const duration = `${attempt.minutes} minutes`;
  const separate = attempt.clockMode === 'separate';
  const facts = [
    { name: 'Time', value: duration },
    {
      name: attempt.challenges.length === 1 ? 'Challenge' : 'Challenges',
      value: String(attempt.challenges.length),
    },
    { name: 'Level', value: levelsOf(attempt.challenges.map(({ level }) => level)) },
    { name: 'Submissions', value: 'Unlimited' },
  ];

  return (
    <PlainPage title={attempt.title} width="wide">
      <header className={classes.head}>
        <Text c="dimmed">
          {attempt.organisation} invites {attempt.candidateName} to
        </Text>
        <Title order={1}>{attempt.title}</Title>
      </header>

      <dl className={classes.facts}>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="numbers">{value}</dd>
          </div>
        ))}
      </dl>
      {attempt.timePercent > 100 ? (
        <Text mt={8} c="dimmed">
          Your time is {attempt.timePercent} % of what this assessment gives. Nobody who grades sees
          that.
        </Text>
      ) : null}

      <section className={classes.section} aria-labelledby="challenges">
        <Title order={2} id="challenges">
          What you will work on
        </Title>
        <ul className={classes.challenges}>
          {attempt.challenges.map((challenge) => (
            <li key={challenge.slug}>
              <ChallengeCard challenge={challenge} />
            </li>
          ))}
        </ul>
      </section>

      <Steps separate={separate} />
      <Rules attempt={attempt} />

      <section className={classes.section} aria-labelledby="recorded">
        <Title order={2} id="recorded">
          What is recorded, and why
        </Title>
        <ul className={classes.sentences}>
          {attempt.recorded.map((sentence) => (
            <li key={sentence}>
              <IconEye size={16} stroke={1.6} aria-hidden="true" />
              <span>{sentence}</span>
            </li>
          ))}
        </ul>
        <Text mt={8}>
          <Link to={`/attempts/${attempt.id}/record`}>
            Every kind of data, why, and for how long
          </Link>
        </Text>
      </section>

      <section className={classes.section} aria-labelledby="checks">
        <Title order={2} id="checks">
          Your set-up
        </Title>
        <SystemChecks offsetMs={offsetMs} />
      </section>

      <Comfort attempt={attempt} />
      <Later attempt={attempt} />

      <section className={classes.start} aria-label="Start">
        <div className={classes.startText}>
          <p>
            <b>
              {separate ? 'Starting opens the challenges.' : `Starting begins your ${duration}.`}
            </b>{' '}
            {separate
              ? 'Each has its own time, which begins when you start that challenge. Between two you can rest.'
              : 'The clock is ours and does not pause.'}{' '}
            If your connection drops or you close the page, open the same link again, on any
            computer, and carry on. Time that we cost you is given back.
          </p>
        </div>
        <div className={classes.startButtons}>
          {attempt.practice ? (
            <Button
              size="md"
              variant="default"
              component={Link}
              to={`/attempts/${attempt.id}/practice`}
            >
              Try the editor first
            </Button>
          ) : null}
          <Button
            size="md"
            loading={start.isPending}
            rightSection={<IconArrowRight size={17} stroke={1.8} />}
            onClick={() => start.mutate({ attemptId: attempt.id })}
          >
            Start, {duration}
          </Button>
        </div>
        {start.isError ? (
          <div className={classes.startProblem}>
            <ProblemNotice order={3} error={start.error} />
          </div>
        ) : null}
      </section>

      <footer className={classes.foot}>
        <Suspense>
          <QuestionsButton attemptId={attempt.id} organisation={attempt.organisation} />
        </Suspense>
        <Button variant="subtle" color="gray" onClick={() => setWithdrawing(true)}>
          I do not want to take part
        </Button>
      </footer>
      {withdrawing ? (
        <Suspense>
          <WithdrawDialog attempt={attempt} opened onClose={() => setWithdrawing(false)} />
        </Suspense>
      ) : null}
    </PlainPage>
  );
}
