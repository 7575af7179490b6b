import { IconInbox } from '@tabler/icons-react';
import { Notice } from '#app/Notice.tsx';
import table from '#app/Table.module.css';
import { useMe } from '#features/session/useMe.ts';

/** What this place is for, and the first step from here. */
export function EmptyInbox({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  const me = useMe();
  return (
    <div className={`${table.frame} ${table.place}`}>
      {isFiltered ? (
        <Notice
          icon={<IconInbox size={20} stroke={1.6} />}
          title="Nothing matches these filters"
          actions={[{ label: 'Show everything', onClick: onClear }]}
        >
          There may be attempts in other states, or under another name.
        </Notice>
      ) : (
        <Notice
          icon={<IconInbox size={20} stroke={1.6} />}
          title="No attempts yet"
          actions={
            me.data?.role === 'admin'
              ? [{ label: 'Invite a candidate', to: '/admin/invitations' }]
              : []
          }
        >
          Every invited candidate appears here, with their results, and waits for your review once
          the work is handed in.
        </Notice>
      )}
    </div>
  );
}
