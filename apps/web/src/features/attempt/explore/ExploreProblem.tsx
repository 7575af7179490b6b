import type { Exploration } from '@assay/contracts/http';
import { IconAlertTriangleFilled } from '@tabler/icons-react';
import type { OpenPlace } from '#features/attempt/submissions/ResultPanel.tsx';
import { Diagnostics } from '#features/verdict/Diagnostics.tsx';
import classes from './Explore.module.css';

/** Why an exploration as a whole did not come to its end; nothing when it did. */
export function ExploreProblem({
  problem,
  exploration,
  onOpenPlace,
}: {
  problem: string | undefined;
  exploration: Exploration | undefined;
  onOpenPlace: OpenPlace;
}) {
  if (problem === undefined && exploration?.status === 'compile_error') {
    return <Diagnostics diagnostics={exploration.diagnostics} onOpen={onOpenPlace} />;
  }
  const message = problem ?? (exploration?.status === 'stopped' ? exploration.message : undefined);
  if (message === undefined) return null;
  return (
    <p className={classes.problem} role="alert">
      <IconAlertTriangleFilled size={15} aria-hidden="true" />
      {message}
    </p>
  );
}
