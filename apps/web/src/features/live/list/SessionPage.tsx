import type { LiveSession } from '@assay/contracts/http';
import { Button, Group } from '@mantine/core';
import { IconArrowRight, IconPlayerPlay } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import cards from '#app/Cards.module.css';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { AboutSession } from './AboutSession.tsx';
import { describeOrigin } from './describeOrigin.ts';
import { EraseSession } from './EraseSession.tsx';
import { People } from './people/People.tsx';
import { PlanEditor } from './plan/PlanEditor.tsx';
import { PreparedEditor } from './plan/PreparedEditor.tsx';
import { SessionState } from './SessionState.tsx';

/** Everything about one session that does not happen in it: people and their links, plan, prepared files. */
export function SessionPage() {
  const { sessionId = '' } = useParams();
  const session = useQuery(api.live.getSession.queryOptions({ input: { sessionId } }));
  if (session.isPending) return <Loading label="Opening the session" />;
  if (session.isError)
    return (
      <StaffPage title="Live session">
        <ProblemNotice error={session.error} onRetry={() => void session.refetch()} />
      </StaffPage>
    );
  return <Session key={sessionId} session={session.data} />;
}

function Session({ session }: { session: LiveSession }) {
  const { id, title, minutes, state, origin, assessment } = session;
  const from = assessment
    ? ` Plan, rubric and rules are those of “${assessment.title}”, version ${assessment.version}.`
    : '';
  return (
    <StaffPage
      title={title}
      lead={`${minutes} minutes. The workspace began as: ${describeOrigin(origin)}.${from}`}
      action={
        <Group gap={12}>
          <SessionState state={state} />
          {state === 'prepared' ? null : (
            <Button
              component={Link}
              to={`/live/${id}/replay`}
              variant="default"
              leftSection={<IconPlayerPlay size={16} stroke={1.8} />}
            >
              Replay
            </Button>
          )}
          <Button
            component={Link}
            to={`/live/${id}/pad`}
            rightSection={<IconArrowRight size={16} stroke={1.8} />}
          >
            {pads[state]}
          </Button>
        </Group>
      }
    >
      <div className={cards.columns}>
        <div>
          <People session={session} />
          <AboutSession session={session} />
        </div>
        <div>
          <PlanEditor session={session} />
          {state === 'ended' && session.prepared.length === 0 ? null : (
            <PreparedEditor session={session} />
          )}
          <EraseSession session={session} />
        </div>
      </div>
    </StaffPage>
  );
}

const pads = {
  prepared: 'Open the pad, unseen',
  open: 'Go to the pad',
  ended: 'Read code and board',
} as const;
