import type { CandidateTest } from '@assay/contracts/http';
import type { WorkspaceSocket } from '@assay/workspace/browser';
import { useEffect, useState } from 'react';

/** Results so far of the submissions that are being judged, by submission. Each report repeats the earlier ones. */
export function useProgress(socket: WorkspaceSocket): ReadonlyMap<string, CandidateTest[]> {
  const [progress, setProgress] = useState<ReadonlyMap<string, CandidateTest[]>>(new Map());
  useEffect(() => {
    const follow = ({ submissionId, tests }: { submissionId: string; tests: CandidateTest[] }) => {
      setProgress((known) =>
        // Reports may overtake one another; the one with more results is the later one.
        (known.get(submissionId)?.length ?? 0) > tests.length
          ? known
          : new Map(known).set(submissionId, tests),
      );
    };
    socket.on('submission:progress', follow);
    return () => {
      socket.off('submission:progress', follow);
    };
  }, [socket]);
  return progress;
}
