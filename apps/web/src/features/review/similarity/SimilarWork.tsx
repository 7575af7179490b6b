import type { Similarity } from '@assay/contracts/http';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { describeRank, describeShare, nameOf } from './describeResemblance.ts';
import { RatesPicture } from './RatesPicture.tsx';
import classes from './SimilarWork.module.css';

/** How often it is asked whether a submission is compared, ms; nobody is told of it. */
const waitPollMs = 5_000;

/** What comparing the submissions of an attempt with others has shown. */
export function SimilarWork({ attemptId, challenge }: { attemptId: string; challenge: string }) {
  const similarity = useQuery(
    api.review.getSimilarity.queryOptions({
      input: { attemptId, challenge },
      refetchInterval: ({ state }) => (state.data && state.data.waiting > 0 ? waitPollMs : false),
    }),
  );
  if (similarity.isPending) return <Loading label="Looking for similar work" />;
  if (similarity.isError)
    return (
      <ProblemNotice order={3} error={similarity.error} onRetry={() => void similarity.refetch()} />
    );
  const { pairs, rates } = similarity.data;
  return (
    <section className={classes.work} aria-labelledby="similar-work">
      <header>
        <h2 id="similar-work">Work that resembles this</h2>
        <Button component={Link} to={`/similarity/${challenge}`} size="compact-sm" variant="subtle">
          All pairs of this challenge
        </Button>
      </header>
      <p>{describeComparison(similarity.data)}</p>
      {pairs.length > 0 ? (
        <ul className="numbers">
          {pairs.map(({ workId, other, ...rest }) => (
            <li key={other.workId}>
              <Link to={`/review/${attemptId}/similar/${workId}/${other.workId}`}>
                {nameOf(other.owner)}
              </Link>
              <span className={classes.bar} aria-hidden="true">
                <i style={{ width: `${rest.percent}%` }} />
              </span>
              <span>{describeShare(rest)}</span>
              {other.owner.kind === 'attempt' ? <span>{describeRank(rest, rates)}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {rates ? (
        <RatesPicture rates={rates} />
      ) : similarity.data.compared ? (
        <p className={classes.note}>
          There are too few attempts at this challenge to say how much is usual.
        </p>
      ) : null}
    </section>
  );
}

function describeComparison({ compared, pairs, waiting }: Similarity): string {
  if (compared === undefined)
    return waiting > 0
      ? 'The submission is about to be compared. It takes some seconds.'
      : 'Nothing was submitted that could be compared.';
  const { own, given, frequent, unread, isSmall } = compared;
  const others = `${count(compared.with, 'other attempt')} and with known solutions`;
  const parts = [
    isSmall
      ? `With ${count(own - frequent, 'piece')} of its own the submission is too small to be compared: few lines look like other few lines.`
      : `Compared with ${others} by ${count(own - frequent, 'piece')} of its own code, whatever the names, the order and the layout.`,
    `${count(given, 'piece')} of the starter and the statement ${given === 1 ? 'does' : 'do'} not count${
      frequent > 0
        ? `, nor ${frequent === 1 ? 'does 1 that' : `do ${frequent} that`} more than a quarter of all attempts have`
        : ''
    }.`,
    unread > 0 ? `${count(unread, 'file')} could not be read.` : '',
    isSmall
      ? ''
      : pairs.length === 0
        ? 'None shares a tenth of it or more.'
        : 'These share most, each with its share of the smaller one’s own code:',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;
