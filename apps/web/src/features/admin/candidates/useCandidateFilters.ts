import type { CandidateSource } from '@assay/contracts/http';
import { useListFilters } from '#app/useListFilters.ts';
import { toSource } from '#features/admin/invitations/sources.ts';
import { toStage } from './stages.ts';

const views = ['board', 'list', 'sources'] as const;

/** Which candidates are looked at, and how. All of it is in the address bar. */
export function useCandidateFilters() {
  const filters = useListFilters();
  const { search, words } = filters;
  const source: CandidateSource | 'none' | undefined =
    search.get('source') === 'none' ? 'none' : toSource(search.get('source'));
  const stage = toStage(search.get('stage'));
  const assessmentId = search.get('assessment') ?? undefined;
  return {
    ...filters,
    view: views.find((view) => view === search.get('view')) ?? 'board',
    stage,
    source,
    assessmentId,
    /** As the server takes them; the stage is not among them. */
    input: {
      ...(assessmentId && { assessmentId }),
      ...(source && { source }),
      ...(words && { search: words }),
    },
    isFiltered: [assessmentId, source, stage, words].some(Boolean),
  };
}

export type CandidateFilters = ReturnType<typeof useCandidateFilters>;
