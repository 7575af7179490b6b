import type { CandidateAttempt } from '@assay/contracts/http';
import { Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { timeZone } from '#features/attempt/clock/formatMoment.ts';
import classes from './LobbyPage.module.css';

const KeepLink = lazy(async () => ({
  default: (await import('#features/attempt/smallScreen/KeepLink.tsx')).KeepLink,
}));

/** Until when one can start, in one's own time zone, and the link to come back by. */
export function Later({ attempt }: { attempt: Pick<CandidateAttempt, 'id' | 'opensUntil'> }) {
  const { opensUntil } = attempt;
  return (
    <section className={classes.section} aria-labelledby="later">
      <Title order={2} id="later">
        Not now?
      </Title>
      <div className={classes.later}>
        {opensUntil === undefined ? null : (
          <p>
            You can start until{' '}
            <b className="numbers">
              {new Date(opensUntil).toLocaleString([], { dateStyle: 'full', timeStyle: 'short' })}
            </b>
            , in your time zone, {timeZone()}. Nothing runs until you do.
          </p>
        )}
        <Suspense>
          <KeepLink attemptId={attempt.id} quiet />
        </Suspense>
      </div>
    </section>
  );
}
