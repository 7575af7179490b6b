import type { CandidateAttempt } from '@assay/contracts/http';
import { Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import { PlainPage } from '#app/PlainPage.tsx';
import { QuestionsButton } from '#features/attempt/questions/QuestionsButton.tsx';
import { useLive } from '#features/attempt/useLive.ts';

/** After withdrawing: that it happened, what becomes of the work, and whom to ask. */
export function WithdrawnPage({ attempt }: { attempt: CandidateAttempt }) {
  useLive(attempt.id);
  return (
    <PlainPage title="Withdrawn" width="wide">
      <Title order={1}>You have withdrawn</Title>
      <Text mt={12} maw="68ch">
        {attempt.organisation} knows that you do not go on with {attempt.title}. Nothing of it is
        graded. What was saved until then is kept as long as any attempt; you can see it and have it
        erased earlier on the page of{' '}
        <Link to={`/attempts/${attempt.id}/record`}>what we recorded</Link>.
      </Text>
      <Text mt={8} mb={24} maw="68ch" c="dimmed">
        You can close this page. Thank you for your time.
      </Text>
      <QuestionsButton attemptId={attempt.id} organisation={attempt.organisation} />
    </PlainPage>
  );
}
