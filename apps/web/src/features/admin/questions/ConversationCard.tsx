import type { Conversation } from '@assay/contracts/http';
import { Button, Textarea, Title } from '@mantine/core';
import { IconClockExclamation } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '#app/api.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { MessageList } from '#features/messages/MessageList.tsx';
import { StateBadge } from '#features/review/StateBadge.tsx';
import classes from './QuestionsPage.module.css';

/** What one candidate asked, and the place to answer. */
export function ConversationCard({ conversation }: { conversation: Conversation }) {
  const { attemptId, candidateName, assessmentTitle, attemptState, waits } = conversation;
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const answer = useMutation(
    api.admin.answer.mutationOptions({
      onSuccess: async () => {
        setText('');
        await queries.invalidateQueries({ queryKey: api.admin.listConversations.key() });
      },
    }),
  );
  return (
    <article className={classes.card} data-waits={waits || undefined}>
      <div className={classes.head}>
        <Title order={2}>
          <Link to={`/review/${attemptId}`}>{candidateName}</Link>
        </Title>
        <span className={classes.what}>{assessmentTitle}</span>
        <StateBadge state={attemptState} />
        {waits ? (
          <span className={classes.waits}>
            <IconClockExclamation size={15} stroke={1.7} aria-hidden="true" />
            Waits for an answer
          </span>
        ) : null}
      </div>
      <MessageList messages={conversation.messages} own="organiser" candidateName={candidateName} />
      {answer.isError ? <ProblemNotice order={3} error={answer.error} /> : null}
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') answer.mutate({ attemptId, text: text.trim() });
        }}
      >
        <Textarea
          aria-label={`Answer to ${candidateName}`}
          placeholder="Answer"
          autosize
          minRows={1}
          maxRows={10}
          maxLength={4_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" loading={answer.isPending} disabled={text.trim() === ''}>
          Answer
        </Button>
      </form>
    </article>
  );
}
