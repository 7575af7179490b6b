import type { MutationScore } from '@assay/contracts/challenge';
import type { LinkedFiles } from './linkPlaces.ts';
import { PlacedText } from './PlacedText.tsx';
import classes from './Survivors.module.css';

/** The small changes to the reference that no hidden test notices. */
export function Survivors({
  mutation,
  files,
  onOpenLine,
}: {
  mutation: MutationScore;
  files: LinkedFiles;
  onOpenLine: (file: string, line: number) => void;
}) {
  const { score, required, survivors } = mutation;
  return (
    <section className={classes.survivors} aria-label="Mutants">
      <h2 className="numbers">
        {score} % of mutants killed<span>{required} % asked for</span>
      </h2>
      {survivors.length === 0 ? (
        <p>The hidden tests notice every one.</p>
      ) : (
        <>
          <p>
            No hidden test notices these. Test what the statement promises, or list what cannot be
            noticed under mutation.equivalent.
          </p>
          <ul>
            {survivors.map(({ file, line, change, covered }) => (
              <li key={`${file}:${line} ${change}`}>
                <PlacedText
                  text={`solution/${file}:${line}`}
                  files={files}
                  onOpenLine={onOpenLine}
                />
                {covered ? null : <i>not reached</i>}
                <code className="code">{change}</code>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
