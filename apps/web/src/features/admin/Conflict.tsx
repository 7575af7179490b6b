import { MeanwhileNotice } from '#app/MeanwhileNotice.tsx';

/** Somebody else saved first: where both differ, and whose words are to stand. */
export function Conflict<Draft extends object>({
  names,
  mine,
  theirs,
  onKeepMine,
  onTakeTheirs,
}: {
  /** Of the parts, in words. */
  names: Record<keyof Draft, string>;
  mine: Draft;
  theirs: Draft;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
}) {
  const fields = Object.keys(names) as (keyof Draft)[];
  const differing = fields.filter(
    (field) => JSON.stringify(mine[field]) !== JSON.stringify(theirs[field]),
  );
  return (
    <MeanwhileNotice
      title="Somebody saved this before you"
      actions={[
        { label: 'Take theirs', onClick: onTakeTheirs },
        { label: 'Keep mine', onClick: onKeepMine },
      ]}
    >
      What you wrote is kept on this page, and nothing is overwritten.{' '}
      {differing.length === 0
        ? 'What they saved is what you wrote.'
        : `What they saved and what you wrote differ in: ${differing.map((field) => names[field]).join(', ')}.`}
    </MeanwhileNotice>
  );
}
