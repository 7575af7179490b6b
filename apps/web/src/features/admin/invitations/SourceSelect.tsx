import { CandidateSource } from '@assay/contracts/http';
import { NativeSelect } from '@mantine/core';
import { sourceNames, toSource } from './sources.ts';

/** Where candidates were found, or nothing. */
export function SourceSelect({
  label = 'Source',
  description = 'Where you found them. Reviewers do not see it; the candidate can.',
  value,
  onChange,
}: {
  label?: string;
  description?: string;
  value: CandidateSource | undefined;
  onChange: (source: CandidateSource | undefined) => void;
}) {
  return (
    <NativeSelect
      label={label}
      description={description}
      data={[
        { value: '', label: 'Not said' },
        ...CandidateSource.options.map((source) => ({ value: source, label: sourceNames[source] })),
      ]}
      value={value ?? ''}
      onChange={(event) => onChange(toSource(event.currentTarget.value))}
    />
  );
}
