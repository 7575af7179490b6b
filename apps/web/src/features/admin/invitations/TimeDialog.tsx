import { describeCredit, describeSpan } from '@assay/contracts/clock';
import type { AttemptTime, ConnectionGap, InvitationRow } from '@assay/contracts/http';
import { Modal, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { GiveTimeForm } from './GiveTimeForm.tsx';
import { ShareForm } from './ShareForm.tsx';
import classes from './TimeDialog.module.css';

/** A candidate's time: their share of it before the start; then what was given, and what is left to people. */
export function TimeDialog({
  invitation,
  onClose,
}: {
  invitation: InvitationRow | undefined;
  onClose: () => void;
}) {
  return (
    <Modal
      opened={invitation !== undefined}
      onClose={onClose}
      title={`Time of ${invitation?.candidateName ?? ''}`}
      size={520}
    >
      {invitation ? <CandidateTime invitation={invitation} onClose={onClose} /> : null}
    </Modal>
  );
}

function CandidateTime({
  invitation,
  onClose,
}: {
  invitation: InvitationRow;
  onClose: () => void;
}) {
  const { attemptId } = invitation;
  const time = useQuery(api.admin.getTime.queryOptions({ input: { attemptId } }));
  if (time.isPending) return <Loading label="Fetching the clock" />;
  if (time.isError)
    return <ProblemNotice order={3} error={time.error} onRetry={() => void time.refetch()} />;
  if (time.data.state === 'invited')
    return <ShareForm invitation={invitation} time={time.data} onClose={onClose} />;
  return (
    <Stack gap={20}>
      <Moments time={time.data} />
      <Credits credits={time.data.credits} />
      <Gaps gaps={time.data.gaps} />
      {time.data.state === 'running' ? <GiveTimeForm attemptId={attemptId} /> : null}
    </Stack>
  );
}

function Moments({ time }: { time: AttemptTime }) {
  const { minutes, timePercent, startedAt, deadline } = time;
  const share = timePercent === 100 ? '' : `, ${timePercent} % of what the assessment gives`;
  return (
    <Text className="numbers">
      {minutes} minutes{share}. {startedAt ? `Started ${formatTime(startedAt)}` : ''}
      {deadline ? `, ends ${formatTime(deadline)}` : ''}.
    </Text>
  );
}

function Credits({ credits }: { credits: AttemptTime['credits'] }) {
  return (
    <section>
      <Title order={3}>Time added</Title>
      {credits.length === 0 ? (
        <Text c="dimmed">None.</Text>
      ) : (
        <ul className={classes.list}>
          {credits.map(({ id, at, ...credit }) => (
            <li key={id}>
              <span>
                {describeCredit(credit)}
                {credit.reason === undefined ? '' : ` (“${credit.reason}”)`}
              </span>
              <time className="numbers">{formatTime(at)}</time>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Gaps({ gaps }: { gaps: ConnectionGap[] }) {
  return (
    <section>
      <Title order={3}>Gaps of the connection</Title>
      {gaps.length === 0 ? (
        <Text c="dimmed">None above five seconds.</Text>
      ) : (
        <>
          <Text c="dimmed">
            What is ours is given back by itself. A gap of the candidate’s network is not: they
            could go on typing, and you decide.
          </Text>
          <ul className={classes.list}>
            {gaps.map(({ from, to, side }) => (
              <li key={from}>
                <span>
                  {side === 'ours' ? 'Our server' : 'The candidate’s network'},{' '}
                  {to === undefined ? 'going on' : describeSpan(Date.parse(to) - Date.parse(from))}
                </span>
                <time className="numbers">{formatTime(from)}</time>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function formatTime(iso: string): string {
  return new Date(iso).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
}
