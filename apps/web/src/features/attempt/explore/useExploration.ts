import type { Exploration, ExploreStep } from '@assay/contracts/http';
import { useRef, useState } from 'react';
import { describeProblem } from '#app/describeProblem.ts';
import { describeSaveState } from '#features/attempt/workspace/describeSaveState.ts';
import type { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';

/**
 * Tries steps on the workspace as it is saved, one exploration at a time. `stop` gives up the one under
 * way, here and in the judge.
 */
export function useExploration(workspace: AttemptWorkspace) {
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<string>();
  const abort = useRef<AbortController>(null);

  const explore = async (steps: ExploreStep[]): Promise<Exploration | undefined> => {
    const controller = new AbortController();
    abort.current = controller;
    setRunning(true);
    setProblem(undefined);
    try {
      const state = await workspace.provider.whenSettled();
      if (state.kind !== 'saved') {
        setProblem(`Not sent yet. ${describeSaveState(state).detail}`);
        return undefined;
      }
      return await workspace.services.explore(steps, controller.signal);
    } catch (error) {
      setProblem(controller.signal.aborted ? 'You stopped it.' : describeProblem(error).message);
      return undefined;
    } finally {
      setRunning(false);
    }
  };
  return { explore, running, problem, stop: () => abort.current?.abort() };
}
