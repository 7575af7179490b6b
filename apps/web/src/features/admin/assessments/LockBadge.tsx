import { IconLock, IconPencil } from '@tabler/icons-react';
import badge from '#app/Badge.module.css';

/** Whether a version of an assessment can still be changed. */
export function LockBadge({ lockedAt }: { lockedAt: string | undefined }) {
  const Icon = lockedAt === undefined ? IconPencil : IconLock;
  return (
    <span className={badge.sign}>
      <Icon size={14} stroke={1.7} aria-hidden="true" />
      {lockedAt === undefined ? 'Open to changes' : `Locked since ${formatDay(lockedAt)}`}
    </span>
  );
}

/** A day in the reader's words: 14 March 2026. */
export const formatDay = (at: string): string =>
  new Date(at).toLocaleDateString([], { day: 'numeric', month: 'long', year: 'numeric' });
