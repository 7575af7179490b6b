import { IconMailPlus } from '@tabler/icons-react';
import { Notice } from '#app/Notice.tsx';
import type { CandidateFilters } from './useCandidateFilters.ts';

/** What this place is for, and the first step from here. */
export function NoCandidates({
  filters,
  onInvite,
}: {
  filters: CandidateFilters;
  onInvite: () => void;
}) {
  if (filters.isFiltered)
    return (
      <Notice
        icon={<IconMailPlus size={20} stroke={1.6} />}
        title="Nobody matches these filters"
        actions={[{ label: 'Show everybody', onClick: filters.clear }]}
      >
        There may be candidates in other stages, or under another name.
      </Notice>
    );
  return (
    <Notice
      icon={<IconMailPlus size={20} stroke={1.6} />}
      title="Nobody is invited yet"
      actions={[
        { label: 'Invite a candidate', onClick: onInvite },
        { label: 'Invite from a list', to: '/admin/candidates/invite' },
      ]}
    >
      An invitation is a link for one candidate to one assessment.
    </Notice>
  );
}
