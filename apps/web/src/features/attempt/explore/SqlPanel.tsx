import type { Exploration } from '@assay/contracts/http';
import { useState } from 'react';
import type { OpenPlace } from '#features/attempt/submissions/ResultPanel.tsx';
import type { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';
import { SqlConsole } from './SqlConsole.tsx';
import { useExploration } from './useExploration.ts';

/** A candidate's own SQL on the seeded database, without the solution. */
export function SqlPanel({
  workspace,
  readOnly,
  onOpenPlace,
}: {
  workspace: AttemptWorkspace;
  readOnly: boolean;
  onOpenPlace: OpenPlace;
}) {
  const { explore, running, problem, stop } = useExploration(workspace);
  const [exploration, setExploration] = useState<Exploration>();
  const run = async (text: string) => setExploration(await explore([{ kind: 'sql', text }]));
  return (
    <SqlConsole
      exploration={exploration}
      running={running}
      problem={problem}
      disabled={readOnly}
      onRun={(text) => void run(text)}
      onStop={stop}
      onOpenPlace={onOpenPlace}
    />
  );
}
