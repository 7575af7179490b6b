import type { BaseRates, SimilarPair } from '@assay/contracts/http';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearchParams } from 'react-router';
import { api } from '#app/api.ts';
import { FetchedList } from '#app/FetchedList.tsx';
import { Notice } from '#app/Notice.tsx';
import { pageOf } from '#app/pageOf.ts';
import { Pager } from '#app/Pager.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { type Column, StaffTable } from '#app/StaffTable.tsx';
import { describeRank, nameOf } from './describeResemblance.ts';
import classes from './ChallengePairsPage.module.css';
import { RatesPicture } from './RatesPicture.tsx';

const columnsOf = (rates: BaseRates | undefined): Column<SimilarPair>[] => [
  {
    title: 'Attempts',
    cell: ({ left, right }) => `${nameOf(left.owner)} and ${nameOf(right.owner)}`,
  },
  {
    title: 'Of the smaller one’s own code',
    look: ['end', 'numbers'],
    cell: ({ percent }) => `${percent} %`,
  },
  { title: 'Pieces', look: ['end', 'numbers'], cell: ({ shared }) => shared },
  {
    title: 'How usual that is',
    look: ['soft', 'numbers'],
    cell: (pair) => describeRank(pair, rates) ?? 'Too few attempts to say',
  },
  {
    title: 'Side by side',
    isTitleHidden: true,
    look: ['end', 'tight'],
    cell: ({ left, right }) =>
      left.owner.kind === 'attempt' ? (
        <Link to={`/review/${left.owner.attemptId}/similar/${left.workId}/${right.workId}`}>
          Side by side
        </Link>
      ) : null,
  },
];

/** The attempts at a challenge that resemble each other most, pair by pair. */
export function ChallengePairsPage() {
  const { challenge = '' } = useParams();
  const [search] = useSearchParams();
  const pairs = useQuery(
    api.review.listSimilarPairs.queryOptions({
      input: { challenge, page: pageOf(search) },
      placeholderData: keepPreviousData,
    }),
  );
  const { data } = pairs;
  return (
    <StaffPage
      title={data === undefined ? 'Similar work' : `Similar work: ${data.challengeTitle}`}
      lead="Attempts that share most of their own code, whatever its names, order and layout. Evidence to look at, and part of no score."
    >
      <div className={classes.body}>
        <FetchedList
          query={pairs}
          rows={data?.rows}
          empty={
            data && (
              <Notice title="No two attempts resemble each other">
                {data.attempts === 0
                  ? 'Nothing was submitted and compared yet.'
                  : `${data.attempts} attempts were compared. No two share a tenth of their own code or more.`}
              </Notice>
            )
          }
        >
          <StaffTable
            columns={columnsOf(data?.rates)}
            rows={data?.rows}
            keyOf={({ left, right }) => `${left.workId} ${right.workId}`}
          />
        </FetchedList>
        {data?.rates ? <RatesPicture rates={data.rates} /> : null}
      </div>
      {data ? <Pager {...data} /> : null}
    </StaffPage>
  );
}
