import type { AttemptRecord } from '@assay/contracts/http';

type Comparison = AttemptRecord['comparisons'][number];

/** How one's submissions resemble those of others: how much, and not whose. */
export function ComparisonsSection({ comparisons, attempt }: AttemptRecord) {
  if (comparisons.length === 0)
    return <p>No submission of yours was compared with others so far.</p>;
  const titleOf = (slug: string) =>
    attempt.challenges.find((challenge) => challenge.slug === slug)?.title ?? slug;
  return (
    <>
      <p>
        Submissions are compared by the structure of their code, in pieces of some tokens each. What
        the starter and the statement gave you does not count. None of it changes a result.
      </p>
      <ul className="numbers">
        {comparisons.map((comparison) => (
          <li key={comparison.submissionId}>
            <b>{titleOf(comparison.challenge)}</b>: {describe(comparison)}
          </li>
        ))}
      </ul>
    </>
  );
}

function describe({ comparedWith, own, frequent, unread, pairs }: Comparison): string {
  if (comparedWith === undefined) return 'about to be compared.';
  const shares = pairs.map(({ percent, shared }) => `${percent} % (${shared} pieces)`);
  return [
    `${own} pieces of your own`,
    frequent > 0 ? `, ${frequent} of which many others have too` : '',
    `, compared with ${comparedWith} other ${comparedWith === 1 ? 'attempt' : 'attempts'} and known solutions. `,
    shares.length === 0
      ? 'None shares a tenth of it or more.'
      : `Shared with ${shares.length === 1 ? 'one other work' : `${shares.length} other works`}: ${shares.join(', ')} of the smaller one’s own code.`,
    unread > 0 ? ` ${unread} files could not be read.` : '',
  ].join('');
}
