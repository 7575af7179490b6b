import type { CandidateFeedback } from '@assay/contracts/http';
import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { HiddenTests } from '#features/attempt/submissions/HiddenTests.tsx';
import { Statement } from '#features/statement/Statement.tsx';
import classes from './FeedbackSection.module.css';

/** How often a page that stays open asks whether something was released, ms. */
const askAgainMs = 60_000;

/** What the candidate gets back, as far as the assessment allows and it is there. */
export function FeedbackSection({
  attemptId,
  organisation,
}: {
  attemptId: string;
  organisation: string;
}) {
  const feedback = useQuery(
    api.candidate.getFeedback.queryOptions({ input: { attemptId }, refetchInterval: askAgainMs }),
  );
  if (feedback.isError)
    return <ProblemNotice error={feedback.error} onRetry={() => void feedback.refetch()} />;
  if (feedback.data === undefined) return <Loading label="Fetching your feedback" />;
  const { policy, releasedAt, message, challenges } = feedback.data;
  const gives = policy.behaviours || policy.comments || policy.writeUp;
  return (
    <section className={classes.section} aria-labelledby="feedback">
      <Title order={2} id="feedback">
        Feedback
      </Title>
      <Text c="dimmed" className={classes.lead}>
        {describeState(feedback.data, organisation)}
      </Text>
      {message === '' ? null : <blockquote className={classes.message}>{message}</blockquote>}
      {gives
        ? challenges.map((challenge) => (
            <ChallengeFeedback
              key={challenge.slug}
              challenge={challenge}
              released={releasedAt !== undefined}
            />
          ))
        : null}
    </section>
  );
}

function describeState({ policy, releasedAt }: CandidateFeedback, organisation: string): string {
  if (!policy.behaviours && !policy.comments && !policy.writeUp)
    return `${organisation} gives no feedback on this page. You can ask them.`;
  if (releasedAt !== undefined) {
    const day = new Date(releasedAt).toLocaleDateString([], { dateStyle: 'long' });
    return `Somebody who read your work released this on ${day}.`;
  }
  if (policy.comments)
    return 'Comments appear here once somebody who read your work has released them.';
  if (policy.writeUp)
    return 'The author’s write-up appears here once somebody who read your work has released it.';
  return 'Which behaviours your work has. There are no comments on this page.';
}

function ChallengeFeedback({
  challenge: { title, behaviours, comments, writeUp },
  released,
}: {
  challenge: CandidateFeedback['challenges'][number];
  released: boolean;
}) {
  const hidden = (behaviours?.tests ?? []).filter((test) => test.suite === 'hidden');
  return (
    <article className={classes.challenge}>
      <h3>{title}</h3>
      {hidden.length > 0 ? (
        <div className={classes.tests}>
          <HiddenTests tests={hidden} />
        </div>
      ) : behaviours === undefined ? null : (
        <p>{behaviours.summary}</p>
      )}
      {comments.length > 0 ? (
        <dl className={classes.comments}>
          {comments.map(({ criterion, title: name, text }) => (
            <div key={criterion}>
              <dt>{name}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {writeUp === undefined ? null : (
        <details className={classes.writeUp}>
          <summary>How its author solves it</summary>
          {writeUp.text === '' ? null : <Statement markdown={writeUp.text} />}
          {Object.entries(writeUp.files).map(([path, text]) => (
            <details key={path}>
              <summary>{path}</summary>
              <pre>{text}</pre>
            </details>
          ))}
        </details>
      )}
      {behaviours === undefined && comments.length === 0 && writeUp === undefined ? (
        <p>{released ? 'Nothing was said about this challenge.' : 'Nothing yet.'}</p>
      ) : null}
    </article>
  );
}
