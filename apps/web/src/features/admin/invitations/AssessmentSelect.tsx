import type { Assessment } from '@assay/contracts/http';
import { NativeSelect } from '@mantine/core';
import { describeAssessment } from './describeAssessment.ts';

/** What candidates are invited to. */
export function AssessmentSelect({
  assessments,
  chosen,
  onChange,
}: {
  /** Unknown while they are fetched. */
  assessments: Assessment[] | undefined;
  chosen: Assessment | undefined;
  onChange: (id: string) => void;
}) {
  return (
    <NativeSelect
      label="Assessment"
      description={chosen ? describeAssessment(chosen) : undefined}
      data={(assessments ?? []).map(({ id, title }) => ({ value: id, label: title }))}
      value={chosen?.id ?? ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
