import { TextInput } from '@mantine/core';
import { describeProblem } from '#app/describeProblem.ts';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { fieldProblems } from '#features/admin/fieldProblems.ts';

type Address = { url: string; description: string };

const isRefused = (error: unknown) =>
  error !== null && describeProblem(error).code === 'URL_REFUSED';

/** Where a webhook's messages go, and what that is; says at the address why it was refused. */
export function AddressFields({
  address: { url, description },
  error,
  isFirst = false,
  onChange,
}: {
  address: Address;
  /** Of the last try to save it. */
  error: unknown;
  /** Whether typing begins here. */
  isFirst?: boolean;
  onChange: (change: Partial<Address>) => void;
}) {
  const problems = fieldProblems(error);
  return (
    <>
      <TextInput
        label="Address"
        {...(isFirst && {
          placeholder: 'https://ats.example/hooks/assay',
          'data-autofocus': true,
        })}
        autoComplete="off"
        spellCheck={false}
        classNames={{ input: 'code' }}
        value={url}
        error={isRefused(error) ? describeProblem(error).message : problems.get('url')}
        onChange={(event) => onChange({ url: event.currentTarget.value })}
      />
      <TextInput
        label="What it is for"
        autoComplete="off"
        maxLength={200}
        value={description}
        error={problems.get('description')}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
    </>
  );
}

/** What is wrong beside the fields, where that is something else. */
export function OtherProblem({ error }: { error: unknown }) {
  return error === null || isRefused(error) || fieldProblems(error).size > 0 ? null : (
    <ProblemNotice order={3} error={error} />
  );
}
