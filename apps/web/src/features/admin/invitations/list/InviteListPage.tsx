import type { CandidateSource } from '@assay/contracts/http';
import { useSessionStorage } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import cards from '#app/Cards.module.css';
import { StaffPage } from '#app/StaffPage.tsx';
import { useMailTerms } from '#features/admin/invitations/useMailTerms.ts';
import { InvitedList } from './InvitedList.tsx';
import classes from './InviteListPage.module.css';
import { ListForm } from './ListForm.tsx';
import { PastePanel } from './PastePanel.tsx';
import { rowsToInvite, useRowIds } from './rowsToInvite.ts';
import { usePreview } from './usePreview.ts';

/** Invites many candidates from a pasted list: it is read and checked first, and nobody is invited by that. */
export function InviteListPage() {
  const queries = useQueryClient();
  const assessments = useQuery(api.admin.listAssessments.queryOptions());
  // What was pasted outlives a reload; it goes with the tab.
  const [text, setText] = useSessionStorage({
    key: 'assay-invite-list',
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  const [assessmentId, setAssessmentId] = useState<string>();
  const [expiresInDays, setDays] = useState(14);
  const [source, setSource] = useState<CandidateSource>();
  const chosen = assessments.data?.find(({ id }) => id === assessmentId) ?? assessments.data?.[0];
  const preview = usePreview(chosen?.id, text);
  const mail = useMailTerms();
  const idOf = useRowIds();
  const invite = useMutation(
    api.admin.inviteMany.mutationOptions({
      onSuccess: async () => {
        // Rows that were left out stay to be mended.
        if (ready.length === preview.data?.rows.length) setText('');
        await queries.invalidateQueries({ queryKey: api.admin.listInvitations.key() });
      },
    }),
  );
  const ready = rowsToInvite(preview.data?.rows ?? []);

  return (
    <StaffPage
      title="Invite from a list"
      lead="Paste rows from a spreadsheet or a CSV file. You see what would happen; nobody is invited before you say so."
    >
      {invite.data ? (
        <InvitedList result={invite.data} onAgain={() => invite.reset()} />
      ) : (
        <div className={`${cards.columns} ${classes.columns}`}>
          <ListForm
            assessments={assessments}
            chosen={chosen}
            onAssessment={setAssessmentId}
            days={expiresInDays}
            onDays={setDays}
            source={source}
            onSource={setSource}
            mail={mail}
            text={text}
            onText={setText}
          />
          <PastePanel
            preview={preview}
            isEmpty={text.trim() === ''}
            ready={ready.length}
            isInviting={invite.isPending}
            problem={invite.error}
            onInvite={() => {
              if (chosen === undefined) return;
              invite.mutate({
                assessmentId: chosen.id,
                expiresInDays,
                ...mail.input,
                candidates: ready.map((row) => ({
                  id: idOf(`${chosen.id} ${row.email}`),
                  name: row.name,
                  email: row.email,
                  source: row.source ?? source,
                })),
              });
            }}
          />
        </div>
      )}
    </StaffPage>
  );
}
