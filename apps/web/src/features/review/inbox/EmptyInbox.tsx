import { IconInbox } from '@tabler/icons-react';
import { Notice } from '#app/Notice.tsx';
import { useMe } from '#features/session/useMe.ts';

/** What this place is for, and the first step from here. */
export function EmptyInbox({
  filter,
  onClear,
}: {
  filter: 'none' | 'some' | 'wanted';
  onClear: () => void;
}) {
  const me = useMe();
  if (filter === 'wanted')
    return (
      <Notice
        icon={<IconInbox size={20} stroke={1.6} />}
        title="No review is wanted from you"
        actions={[{ label: 'Show everything', onClick: onClear }]}
      >
        Attempts come here when they are handed in and a place among their reviewers is free, or
        when reviewers disagree and one more is called.
      </Notice>
    );
  if (filter === 'some')
    return (
      <Notice
        icon={<IconInbox size={20} stroke={1.6} />}
        title="Nothing matches these filters"
        actions={[{ label: 'Show everything', onClick: onClear }]}
      >
        There may be attempts in other states, or under another name.
      </Notice>
    );
  return (
    <Notice
      icon={<IconInbox size={20} stroke={1.6} />}
      title="No attempts yet"
      actions={
        me.data?.role === 'admin' ? [{ label: 'Invite a candidate', to: '/admin/candidates' }] : []
      }
    >
      Every invited candidate appears here, with their results, and waits for your review once the
      work is handed in.
    </Notice>
  );
}
