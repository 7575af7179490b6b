import type { Message } from '@assay/contracts/http';
import { Button, Drawer, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { MessageList } from '#features/messages/MessageList.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import classes from './QuestionsDrawer.module.css';

/** Questions to the organiser beside the work, with the answers as they come. */
export function QuestionsDrawer({
  attemptId,
  organisation,
  messages,
  opened,
  onClose,
}: {
  attemptId: string;
  organisation: string;
  messages: Message[] | undefined;
  opened: boolean;
  onClose: () => void;
}) {
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const ask = useMutation(
    api.candidate.ask.mutationOptions({
      onSuccess: async () => {
        setText('');
        await queries.invalidateQueries({
          queryKey: api.candidate.listMessages.queryKey({ input: { attemptId } }),
        });
      },
    }),
  );
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={420}
      title="Questions to the organiser"
      classNames={{ body: classes.body }}
    >
      <p className={classes.lead}>
        Ask about anything: the task, the time, something that does not work. People at{' '}
        {organisation} answer here, before, during and after. Asking never counts against you.
      </p>
      {messages === undefined ? (
        <Loading label="Fetching the messages" />
      ) : (
        <MessageList messages={messages} own="candidate" />
      )}
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') ask.mutate({ attemptId, text: text.trim() });
        }}
      >
        {ask.isError ? <ProblemNotice order={3} error={ask.error} /> : null}
        <Textarea
          label="Your question"
          data-autofocus
          autosize
          minRows={3}
          maxRows={10}
          maxLength={4_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button
          className={classes.send}
          type="submit"
          loading={ask.isPending}
          disabled={text.trim() === ''}
        >
          Send
        </Button>
      </form>
    </Drawer>
  );
}
