import type { CandidatePage as Candidate } from '@assay/contracts/http';
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearchParams } from 'react-router';
import { api } from '#app/api.ts';
import cards from '#app/Cards.module.css';
import { Loading } from '#app/Loading.tsx';
import { NoticeFrame } from '#app/NoticeFrame.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { StaffPage } from '#app/StaffPage.tsx';
import table from '#app/Table.module.css';
import classes from './CandidatePage.module.css';
import { KitPanel } from './KitPanel.tsx';
import { PartsTable } from './PartsTable.tsx';

/** All that people made of one candidate, and the interviews and checks that one can fill. */
export function CandidatePage() {
  const { candidateId = '' } = useParams();
  const candidate = useQuery(api.candidates.getCandidate.queryOptions({ input: { candidateId } }));
  if (candidate.isPending) return <Loading label="Opening the candidate" />;
  if (candidate.isError)
    return (
      <StaffPage title="Candidate">
        <NoticeFrame>
          <ProblemNotice error={candidate.error} onRetry={() => void candidate.refetch()} />
        </NoticeFrame>
      </StaffPage>
    );
  return <Page candidate={candidate.data} />;
}

function Page({ candidate }: { candidate: Candidate }) {
  const [search, setSearch] = useSearchParams();
  const open = candidate.kits.find(({ kit }) => kit.slug === search.get('kit'));
  return (
    <StaffPage title={candidate.name} lead={candidate.email}>
      <div className={`${cards.columns} ${classes.columns}`}>
        <PartsTable
          candidate={candidate}
          open={open?.kit.slug}
          onOpen={(kit) => setSearch({ kit }, { replace: true })}
        />
        {open ? (
          <KitPanel key={open.kit.slug} candidateId={candidate.id} part={open} />
        ) : (
          <div className={`${table.frame} ${classes.hint}`}>
            <p>
              Choose an interview or a check to see its questions, what to leave out, and its
              scorecard.
            </p>
            <p>
              Everybody fills theirs alone: you see what others gave once yours is submitted, and
              they see yours once theirs is.
            </p>
          </div>
        )}
      </div>
    </StaffPage>
  );
}
