import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api } from '#app/api.ts';
import { Loading } from '#app/Loading.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import { Bench } from './Bench.tsx';
import { useDraft } from './useDraft.ts';
import type { AuthoredChallenge } from '@assay/contracts/http';

/** One challenge to read, edit, verify and save. */
export function BenchPage() {
  const { slug = '' } = useParams();
  const challenge = useQuery(api.author.getChallenge.queryOptions({ input: { slug } }));
  if (challenge.isPending) return <Loading label="Opening the challenge" />;
  if (challenge.isError) {
    return (
      <StaffPage title="Challenge">
        <ProblemNotice error={challenge.error} onRetry={() => void challenge.refetch()} />
      </StaffPage>
    );
  }
  return <WithDraft key={slug} challenge={challenge.data} />;
}

function WithDraft({ challenge }: { challenge: AuthoredChallenge }) {
  const draft = useDraft(challenge);
  if (draft === undefined) return <Loading label="Opening the challenge" />;
  return <Bench challenge={challenge} draft={draft} />;
}
