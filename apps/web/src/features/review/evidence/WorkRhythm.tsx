import type { WorkRhythm as Rhythm } from '@assay/contracts/http';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '#app/api.ts';
import { formatTimeWithSeconds } from '#app/formatTime.ts';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { describeUsual } from './describeUsual.ts';
import classes from './EvidencePanel.module.css';
import { RhythmPicture } from './RhythmPicture.tsx';

/** How the files of a challenge were written: rhythm, absences, large insertions. */
export function WorkRhythm({ attemptId, challenge }: { attemptId: string; challenge: string }) {
  const rhythm = useQuery(api.review.getRhythm.queryOptions({ input: { attemptId, challenge } }));
  if (rhythm.isPending) return <Loading label="Reading the history" />;
  if (rhythm.isError)
    return <ProblemNotice order={3} error={rhythm.error} onRetry={() => void rhythm.refetch()} />;
  const { insertions } = rhythm.data;
  return (
    <section className={classes.section} aria-labelledby="work-rhythm">
      <header>
        <h2 id="work-rhythm">How it was written</h2>
        <Button
          component={Link}
          to={`/review/${attemptId}/replay?challenge=${challenge}`}
          size="compact-sm"
          variant="subtle"
        >
          Replay
        </Button>
      </header>
      {rhythm.data.minutes.length === 0 ? (
        <p>Nothing was written, or it has been erased.</p>
      ) : (
        <RhythmPicture rhythm={rhythm.data} />
      )}
      {describeUsual(rhythm.data).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {insertions.length > 0 ? (
        <ul aria-label="Large insertions">
          {insertions.map((insertion, index) => (
            <li key={index}>
              <Insertion insertion={insertion} />
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

const origins = {
  here: 'pasted, copied in these files',
  elsewhere: 'pasted from elsewhere',
  unreported: 'in one piece, not reported as a paste',
};

function Insertion({ insertion }: { insertion: Rhythm['insertions'][number] }) {
  const { at, path, length, origin, text } = insertion;
  const facts = `${formatTimeWithSeconds(at)} · ${length} characters into ${path}, ${origins[origin]}`;
  if (text === undefined)
    return (
      <span className={classes.bare}>
        {facts}; the history has it together with what was typed around it
      </span>
    );
  return (
    <details>
      <summary className="numbers">{facts}</summary>
      <pre className="code">{text.length < length ? `${text}…` : text}</pre>
    </details>
  );
}
