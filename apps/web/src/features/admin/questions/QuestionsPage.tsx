import { IconMessageQuestion } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { Notice } from '#app/Notice.tsx';
import { NoticeFrame } from '#app/NoticeFrame.tsx';
import { pageOf } from '#app/pageOf.ts';
import { Pager } from '#app/Pager.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { ConversationCard } from './ConversationCard.tsx';
import classes from './QuestionsPage.module.css';

/** What candidates ask, those that wait for an answer first. It stays fresh by the frame's connection. */
export function QuestionsPage() {
  const [search] = useSearchParams();
  const conversations = useQuery(
    api.admin.listConversations.queryOptions({
      input: { page: pageOf(search) },
      placeholderData: keepPreviousData,
    }),
  );
  const body = () => {
    if (conversations.isError)
      return (
        <ProblemNotice error={conversations.error} onRetry={() => void conversations.refetch()} />
      );
    if (conversations.data === undefined) return <Loading label="Fetching the questions" />;
    if (conversations.data.rows.length === 0)
      return (
        <NoticeFrame>
          <Notice icon={<IconMessageQuestion size={20} stroke={1.6} />} title="No questions yet">
            Candidates can ask before, during and after their attempt. What they ask appears here,
            and your answer appears beside their work.
          </Notice>
        </NoticeFrame>
      );
    return (
      <ul className={classes.list}>
        {conversations.data.rows.map((conversation) => (
          <li key={conversation.attemptId}>
            <ConversationCard conversation={conversation} />
          </li>
        ))}
      </ul>
    );
  };
  return (
    <StaffPage
      title="Questions"
      lead="What candidates ask you. Somebody whose clock runs waits for your answer: they come first."
    >
      {body()}
      {conversations.data ? <Pager {...conversations.data} /> : null}
    </StaffPage>
  );
}
