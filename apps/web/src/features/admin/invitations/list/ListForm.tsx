import { type Assessment, type CandidateSource, maxPasteLength } from '@assay/contracts/http';
import { Stack, Textarea } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { AssessmentSelect } from '#features/admin/invitations/AssessmentSelect.tsx';
import { DaysInput } from '#features/admin/invitations/DaysInput.tsx';
import { MailFields } from '#features/admin/invitations/MailFields.tsx';
import { SourceSelect } from '#features/admin/invitations/SourceSelect.tsx';
import type { MailTerms } from '#features/admin/invitations/useMailTerms.ts';
import classes from './InviteListPage.module.css';

const example = `Name, Email, Source
Ada Lovelace, ada@example.com, referral
Grace Hopper, grace@example.com, job board`;

/** What the candidates of a list are invited to, and the list. */
export function ListForm({
  assessments,
  chosen,
  onAssessment,
  days,
  onDays,
  source,
  onSource,
  mail,
  text,
  onText,
}: {
  assessments: UseQueryResult<Assessment[]>;
  chosen: Assessment | undefined;
  onAssessment: (id: string) => void;
  days: number;
  onDays: (days: number) => void;
  source: CandidateSource | undefined;
  onSource: (source: CandidateSource | undefined) => void;
  mail: MailTerms;
  text: string;
  onText: (text: string) => void;
}) {
  if (assessments.isError) {
    return <ProblemNotice error={assessments.error} onRetry={() => void assessments.refetch()} />;
  }
  return (
    <section className={classes.panel} aria-label="Whom to invite, and to what">
      <Stack gap={16}>
        <AssessmentSelect assessments={assessments.data} chosen={chosen} onChange={onAssessment} />
        <Textarea
          label="List of candidates"
          description="A name and an email address in each row; a source if you like. Headings are understood. It stays here until you invite."
          classNames={{ input: `code ${classes.paste}` }}
          placeholder={example}
          spellCheck={false}
          autosize
          minRows={10}
          maxRows={18}
          maxLength={maxPasteLength}
          value={text}
          onChange={(event) => onText(event.currentTarget.value)}
        />
        <DaysInput value={days} onChange={onDays} />
        <MailFields terms={mail} days={days} />
        <SourceSelect label="Source, where the list has none" value={source} onChange={onSource} />
      </Stack>
    </section>
  );
}
