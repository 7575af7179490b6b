import { createContext, useContext, useSyncExternalStore } from 'react';
import type { LiveCall } from '#features/live/call/LiveCall.ts';
import type { ChatLog } from '#features/live/chat/ChatLog.ts';

/** Chat and call of the session that a page is in. */
export type Talk = { chat: ChatLog; call: LiveCall };

export const TalkContext = createContext<Talk | undefined>(undefined);

function useTalk(): Talk {
  const talk = useContext(TalkContext);
  if (talk === undefined) throw new Error('This part belongs on the page of a live session.');
  return talk;
}

export function useChat() {
  const { chat } = useTalk();
  return { chat, state: useSyncExternalStore(chat.subscribe, chat.state) };
}

export function useCall() {
  const { call } = useTalk();
  const state = useSyncExternalStore(call.subscribe, call.state);
  const media = useSyncExternalStore(call.media.subscribe, call.media.state);
  return { call, state, media };
}
