import {
  IconClipboardText,
  IconHourglass,
  IconMessage,
  IconNotes,
  IconPlayerPlay,
  IconUser,
  type TablerIcon,
} from '@tabler/icons-react';
import type { MarkKind } from './replaySource.ts';

/** What each kind of mark is called, its picture, and the key that jumps to the next one. */
export const markLooks: Record<
  MarkKind,
  { one: string; many: string; Icon: TablerIcon; key: string }
> = {
  run: { one: 'run', many: 'Runs', Icon: IconPlayerPlay, key: 'r' },
  paste: { one: 'paste', many: 'Pastes', Icon: IconClipboardText, key: 'p' },
  pause: { one: 'long pause', many: 'Pauses', Icon: IconHourglass, key: 'i' },
  note: { one: 'note', many: 'Notes', Icon: IconNotes, key: 'n' },
  chat: { one: 'message', many: 'Chat', Icon: IconMessage, key: 'c' },
  event: { one: 'event', many: 'Events', Icon: IconUser, key: 'e' },
};
