import type { CandidateAttempt } from '@assay/contracts/http';
import { Button, Text, Title } from '@mantine/core';
import { IconArrowRight, IconCircleCheck, IconEye } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { PlainPage } from '#app/PlainPage.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { ChallengeCard } from './ChallengeCard.tsx';
import { levelsOf } from './levels.ts';
import classes from './LobbyPage.module.css';
import { SystemChecks } from './SystemChecks.tsx';

/** What awaits the candidate, before the clock runs. */
export function LobbyPage({ attempt, offsetMs }: { attempt: CandidateAttempt; offsetMs: number }) {
  const queries = useQueryClient();
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

      <section className={classes.section} aria-labelledby="steps">
        <Title order={2} id="steps">
          What will happen
        </Title>
        <ol className={classes.steps}>
          <li>
            <b>You start the clock</b> when you are ready. The statements and the editor open then.
          </li>
          <li>
            <b>You write and run.</b> Run uses the tests that you can see, as often as you like.
          </li>
          <li>
            <b>You submit.</b> Submit uses hidden tests, and tells you how many hold. Your last
            submission of each challenge counts.
          </li>
          <li>
            <b>You hand in,</b> or the time ends: then what is in the editor is submitted for you.
          </li>
          <li>
            <b>People read your work</b> and decide. The tests inform them; they do not decide.
          </li>
        </ol>
      </section>

      <div className={classes.columns}>
        <Sentences title="What is allowed" sentences={attempt.rules} icon="allowed" />
        <Sentences title="What is recorded, and why" sentences={attempt.recorded} icon="recorded" />
      </div>

      <section className={classes.section} aria-labelledby="checks">
        <Title order={2} id="checks">
          Your set-up
        </Title>
        <SystemChecks offsetMs={offsetMs} />
      </section>

      <section className={classes.start} aria-label="Start">
        <div className={classes.startText}>
          <p>
            <b>Starting begins your {duration}.</b> The clock is ours and does not pause. If your
            connection drops or you close the page, open the same link again, on any computer, and
            carry on.
          </p>
        </div>
        <Button
          size="md"
          loading={start.isPending}
          rightSection={<IconArrowRight size={17} stroke={1.8} />}
          onClick={() => start.mutate({ attemptId: attempt.id })}
        >
          Start, {duration}
        </Button>
        {start.isError ? (
          <div className={classes.startProblem}>
            <ProblemNotice order={3} error={start.error} />
          </div>
        ) : null}
      </section>
    </PlainPage>
  );
}

function Sentences({
  title,
  sentences,
  icon,
}: {
  title: string;
  sentences: string[];
  icon: 'allowed' | 'recorded';
}) {
  const Icon = icon === 'allowed' ? IconCircleCheck : IconEye;
  return (
    <section className={classes.section} aria-label={title}>
      <Title order={2}>{title}</Title>
      <ul className={classes.sentences}>
        {sentences.map((sentence) => (
          <li key={sentence}>
            <Icon size={16} stroke={1.6} aria-hidden="true" />
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
