import { useQuery } from '@tanstack/react-query';
import { loadRecording } from './loadRecording.ts';

/** The recording of a session as it was when the page asked for it; large, and kept no longer than it is shown. */
export function useRecording(sessionId: string) {
  return useQuery({
    queryKey: ['replay', sessionId],
    queryFn: () => loadRecording(sessionId),
    staleTime: Infinity,
    gcTime: 0,
    // Comparing megabytes of a log says nothing that is not known.
    structuralSharing: false,
  });
}
