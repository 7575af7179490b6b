import type { LiveRole } from '@assay/contracts/live';
import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { ChatCount } from '#features/live/chat/ChatCount.tsx';

/** A part of the pad that lives in a tab of the rail. It finds the session by `useLiveSession()`. */
export type LivePanel = {
  id: string;
  label: string;
  /** Who has it; everybody, where nothing is said. */
  roles?: readonly LiveRole[];
  /** Whether it stays alive behind other tabs, as a call has to. */
  keepMounted?: boolean;
  /** What stands behind the label: how many there are to see. */
  Count?: ComponentType;
  Component: ComponentType | LazyExoticComponent<ComponentType>;
};

/** The rail on the right, in the order of its tabs. */
export const railPanels: readonly LivePanel[] = [
  {
    id: 'people',
    label: 'People',
    Component: lazy(async () => ({ default: (await import('./PeoplePanel.tsx')).PeoplePanel })),
  },
  {
    id: 'chat',
    label: 'Chat',
    Count: ChatCount,
    Component: lazy(async () => ({
      default: (await import('#features/live/chat/ChatPanel.tsx')).ChatPanel,
    })),
  },
  {
    id: 'interview',
    label: 'Interview',
    roles: ['interviewer'],
    // Its keys work behind other tabs, too.
    keepMounted: true,
    Component: lazy(async () => ({
      default: (await import('#features/live/rail/PrivatePanel.tsx')).PrivatePanel,
    })),
  },
  {
    id: 'prepared',
    label: 'Prepared',
    roles: ['interviewer'],
    Component: lazy(async () => ({ default: (await import('./PreparedPanel.tsx')).PreparedPanel })),
  },
];
