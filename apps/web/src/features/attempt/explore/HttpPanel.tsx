import { type Exploration, type ExploreRequest, maxExploreSteps } from '@assay/contracts/http';
import { useState } from 'react';
import type { OpenPlace } from '#features/attempt/submissions/ResultPanel.tsx';
import type { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';
import { HttpConsole } from './HttpConsole.tsx';
import { useExploration } from './useExploration.ts';

/** Sends requests to one's own solution. Every time all of them, to a fresh one, so that nothing depends on what was. */
export function HttpPanel({
  workspace,
  readOnly,
  onOpenPlace,
}: {
  workspace: AttemptWorkspace;
  readOnly: boolean;
  onOpenPlace: OpenPlace;
}) {
  const { explore, running, problem, stop } = useExploration(workspace);
  const [requests, setRequests] = useState<ExploreRequest[]>([]);
  const [exploration, setExploration] = useState<Exploration>();
  const change = (next: ExploreRequest[]) => {
    setRequests(next);
    setExploration(undefined);
  };
  const send = async (request: ExploreRequest) => {
    const all = [...requests, request].slice(-maxExploreSteps);
    change(all);
    setExploration(await explore(all));
  };
  return (
    <HttpConsole
      sent={requests.map((request) => ({ request }))}
      exploration={exploration}
      running={running}
      problem={problem}
      disabled={readOnly}
      hint="Each time you send, your solution starts afresh in the sandbox and gets all requests of this list again, in order. So the same list always has the same answers, also after you change your code. Nothing of it is recorded, and nothing counts."
      onSend={(request) => void send(request)}
      onStop={stop}
      onLeaveOut={(index) => change(requests.filter((_, other) => other !== index))}
      onBeginAfresh={() => change([])}
      onOpenPlace={onOpenPlace}
    />
  );
}
