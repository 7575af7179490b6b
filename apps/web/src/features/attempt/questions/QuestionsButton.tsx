import { ActionIcon, Button, Indicator, VisuallyHidden } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useQuestions } from './useQuestions.ts';

const QuestionsDrawer = lazy(async () => ({
  default: (await import('./QuestionsDrawer.tsx')).QuestionsDrawer,
}));

/** Opens what one can ask the organiser, and says when an answer has come. */
export function QuestionsButton({
  attemptId,
  organisation,
  compact = false,
}: {
  attemptId: string;
  organisation: string;
  /** An icon, for bars. */
  compact?: boolean;
}) {
  const [opened, setOpened] = useState(false);
  const [used, setUsed] = useState(false);
  const { messages, unread, markRead } = useQuestions(attemptId);
  useEffect(() => {
    // What comes while one looks is read.
    if (opened && unread > 0) markRead();
  });
  const open = () => {
    setUsed(true);
    setOpened(true);
  };
  const news = unread === 1 ? '1 new answer' : `${unread} new answers`;
  return (
    <>
      <Indicator disabled={unread === 0} size={9} offset={4} color="verdigris">
        {compact ? (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={30}
            aria-label={unread === 0 ? 'Questions' : `Questions, ${news}`}
            onClick={open}
          >
            <IconMessageQuestion size={18} stroke={1.7} />
          </ActionIcon>
        ) : (
          <Button
            variant="default"
            leftSection={<IconMessageQuestion size={16} stroke={1.6} />}
            onClick={open}
          >
            {unread === 0 ? 'Ask a question' : news}
          </Button>
        )}
      </Indicator>
      <VisuallyHidden aria-live="polite">
        {unread === 0 ? '' : `${news} from ${organisation}.`}
      </VisuallyHidden>
      {used ? (
        <Suspense fallback={null}>
          <QuestionsDrawer
            attemptId={attemptId}
            organisation={organisation}
            messages={messages}
            opened={opened}
            onClose={() => setOpened(false)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
