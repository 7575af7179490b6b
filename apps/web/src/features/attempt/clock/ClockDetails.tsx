import { describeCredit } from '@assay/contracts/clock';
import type { GivenTime } from '@assay/contracts/http';
import classes from './ClockDetails.module.css';
import { formatMoment, timeZone } from './formatMoment.ts';

/** When the time began and ends, and what was given on top. */
export function ClockDetails({
  startedAt,
  deadline,
  credits,
}: {
  startedAt: string | undefined;
  deadline: string | undefined;
  credits: GivenTime[];
}) {
  return (
    <section aria-label="Your time">
      <dl className={classes.moments}>
        {startedAt === undefined ? null : (
          <>
            <dt>Started</dt>
            <dd className="numbers">{formatMoment(startedAt)}</dd>
          </>
        )}
        {deadline === undefined ? null : (
          <>
            <dt>Ends</dt>
            <dd className="numbers">{formatMoment(deadline)}</dd>
          </>
        )}
      </dl>
      <p className={classes.zone}>By our clock, in your time zone, {timeZone()}.</p>
      {credits.length === 0 ? (
        <p className={classes.none}>
          When something of ours keeps you from working, the time is given back by itself and stands
          here.
        </p>
      ) : (
        <ul className={classes.credits} aria-label="Time added">
          {credits.map((credit) => (
            <li key={credit.id}>
              {describeCredit(credit)}
              {credit.reason === undefined ? null : <span>“{credit.reason}”</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
