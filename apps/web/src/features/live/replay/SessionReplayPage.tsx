import { Button } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { Link, useParams, useSearchParams } from 'react-router';
import { Loading } from '#app/Loading.tsx';
import { Notice } from '#app/Notice.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { ReplayPage } from '#features/replay/ReplayPage.tsx';
import type { SessionRecording } from './loadRecording.ts';
import { readReplayAddress } from './replayAddress.ts';
import { SessionReplay } from './SessionReplay.tsx';
import classes from './SessionReplay.module.css';
import { ShareReplay } from './ShareReplay.tsx';
import { useRecording } from './useRecording.ts';

/** The replay of a session, for those who lead it and those with whom they share it. */
export function SessionReplayPage() {
  const { sessionId = '' } = useParams();
  const recording = useRecording(sessionId);
  if (recording.isPending) return <Loading label="Opening the recording" />;
  if (recording.isError)
    return (
      <StaffPage title="Replay">
        <ProblemNotice error={recording.error} onRetry={() => void recording.refetch()} />
      </StaffPage>
    );
  const { replay } = recording.data;
  if (replay.startedAt === undefined)
    return (
      <StaffPage title="Replay">
        <Notice
          icon={<IconPlayerPlay size={20} stroke={1.6} />}
          title="There is nothing to replay yet"
          actions={[{ label: 'To the session', to: `/live/${sessionId}` }]}
        >
          “{replay.title}” has not started. From its start on, every change of code and whiteboard
          is here, with runs, notes and chat.
        </Notice>
      </StaffPage>
    );
  return <Page key={sessionId} recording={recording.data} />;
}

function Page({ recording }: { recording: SessionRecording }) {
  const { replay, source } = recording;
  const { sessionId, title, leads, state } = replay;
  const [search] = useSearchParams();
  const wanted = readReplayAddress(search, source.span.fromMs);
  return (
    <ReplayPage
      back={
        leads
          ? { to: `/live/${sessionId}`, label: 'To the session' }
          : { to: '/', label: 'To the start' }
      }
      title={title}
      detail={describeRecording(recording)}
      className={classes.what}
      head={
        <>
          {wanted.span ? (
            <Button component={Link} to="." replace variant="default" size="xs">
              Show the whole session
            </Button>
          ) : null}
          {leads ? <ShareReplay sessionId={sessionId} isOver={state === 'ended'} /> : null}
        </>
      }
    >
      <SessionReplay key={search.toString()} recording={recording} wanted={wanted} />
    </ReplayPage>
  );
}

function describeRecording({ replay, source }: SessionRecording): string {
  const day = new Date(source.span.fromMs).toLocaleDateString([], { dateStyle: 'long' });
  const names = source.visits.map(({ title }) => title);
  const people = [...new Set(names)].join(', ');
  const still = replay.state === 'open' ? ' · up to the moment at which you opened this page' : '';
  return `${day} · ${people}${still}`;
}
