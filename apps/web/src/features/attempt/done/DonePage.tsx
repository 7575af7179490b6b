import type { CandidateAttempt } from '@assay/contracts/http';
import { Button, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '#app/api.ts';
import { PlainPage } from '#app/PlainPage.tsx';
import { Loading } from '#app/Loading.tsx';
import { FeedbackSection } from '#features/attempt/feedback/FeedbackSection.tsx';
import { countingSubmission } from '#features/attempt/submissions/countingSubmission.ts';
import { describeHolds } from '#features/attempt/submissions/describeHolds.ts';
import { useSubmissions } from '#features/attempt/submissions/useSubmissions.ts';
import { Hallmark } from '#features/verdict/Hallmark.tsx';
import { formatTime } from '#app/formatTime.ts';
import classes from './DonePage.module.css';
import { StayInTouch } from './StayInTouch.tsx';

/** After handing in: thanks, what was received, and what happens next. */
export function DonePage({ attempt }: { attempt: CandidateAttempt }) {
  const submissions = useSubmissions(attempt.id);
  const declaration = useQuery(
    api.candidate.getDeclaration.queryOptions({ input: { attemptId: attempt.id } }),
  );
  const [firstName] = attempt.candidateName.split(' ');
  const finished = attempt.finishedAt === undefined ? undefined : new Date(attempt.finishedAt);
  return (
    <PlainPage title="Handed in" width="wide">
      <Title order={1}>Thank you, {firstName}. Your work is handed in.</Title>
      <Text mt={8} c="dimmed" className={classes.lead}>
        {attempt.title} for {attempt.organisation}
        {finished
          ? `, received ${finished.toLocaleString([], { dateStyle: 'long', timeStyle: 'short' })}`
          : ''}
        . You can close this page; the link from your invitation brings you back to it.
      </Text>

      <section className={classes.section} aria-labelledby="received">
        <Title order={2} id="received">
          What we received
        </Title>
        {submissions === undefined ? (
          <Loading label="Fetching your submissions" />
        ) : (
          <ul className={classes.received}>
            {attempt.challenges.map((challenge) => {
              const counts = countingSubmission(submissions, challenge.slug);
              return (
                <li key={challenge.slug}>
                  <div>
                    <b>{challenge.title}</b>
                    <span className="numbers">{describeCounting(counts)}</span>
                  </div>
                  {counts?.verdict ? <Hallmark value={counts.verdict.hallmark} /> : null}
                </li>
              );
            })}
          </ul>
        )}
      </section>

      <section className={classes.section} aria-labelledby="next">
        <Title order={2} id="next">
          What happens next
        </Title>
        <ol className={classes.next}>
          <li>
            People at {attempt.organisation} read your code and answer the same questions about
            every candidate.
          </li>
          <li>The tests tell them what your program does. They do not decide; people do.</li>
          <li>
            You hear from {attempt.organisation}. If it takes longer than you were told, ask them.
          </li>
        </ol>
      </section>

      <FeedbackSection attemptId={attempt.id} organisation={attempt.organisation} />

      <section className={classes.section} aria-labelledby="recorded">
        <Title order={2} id="recorded">
          What was recorded
        </Title>
        <Text c="dimmed" className={classes.lead} mb={12}>
          You can see everything that we keep of this attempt, take it with you, and have it erased.
          {declaration.data && declaration.data.questions.length > 0
            ? ' There you can also say something about yourself, if you like.'
            : ''}
        </Text>
        <Button component={Link} to={`/attempts/${attempt.id}/record`} variant="default">
          See what we recorded
        </Button>
      </section>
      <StayInTouch attempt={attempt} />
    </PlainPage>
  );
}

function describeCounting(counts: ReturnType<typeof countingSubmission>): string {
  if (counts === undefined) return 'Nothing was submitted';
  const time = formatTime(counts.createdAt);
  const how = counts.sentBy === 'deadline' ? `Sent for you at ${time}` : `Submitted at ${time}`;
  if (counts.verdict === undefined) return `${how}. It is being judged.`;
  return `${how}. ${describeHolds(counts.verdict)}`;
}
