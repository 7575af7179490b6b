import type { Message } from '@assay/contracts/http';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';

const keyOf = (attemptId: string) => `assay/answers-read/${attemptId}`;

/** What was asked and answered, and how many answers this browser has not shown yet. */
export function useQuestions(attemptId: string) {
  const { data: messages } = useQuery(
    api.candidate.listMessages.queryOptions({ input: { attemptId } }),
  );
  const [read, setRead] = useState(() => readCount(attemptId));
  const answers = countAnswers(messages);
  const markRead = () => {
    setRead(answers);
    try {
      localStorage.setItem(keyOf(attemptId), String(answers));
    } catch {
      // Without storage an answer counts as new again after a reload.
    }
  };
  return { messages, unread: Math.max(0, answers - read), markRead };
}

function countAnswers(messages: Message[] | undefined): number {
  return (messages ?? []).filter(({ from }) => from !== undefined).length;
}

function readCount(attemptId: string): number {
  try {
    return Number(localStorage.getItem(keyOf(attemptId)) ?? 0);
  } catch {
    return 0;
  }
}
