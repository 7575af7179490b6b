import { type ReactNode, useEffect, useState } from 'react';
import { Loading } from '#app/Loading.tsx';
import { LiveCall } from '#features/live/call/LiveCall.ts';
import { ChatLog } from '#features/live/chat/ChatLog.ts';
import { socketChat } from '#features/live/chat/socketChat.ts';
import { useLiveSession } from '#features/live/session/LiveSession.ts';
import { type Talk, TalkContext } from './Talk.ts';

/** Keeps chat and call for as long as the page is in the session, whatever tab is in front. */
export function TalkProvider({ children }: { children: ReactNode }) {
  const { connection, self, connected } = useLiveSession();
  const { socket } = connection;
  const { participantId } = self;
  const [talk, setTalk] = useState<Talk>();

  useEffect(() => {
    const chat = new ChatLog(socketChat(socket), { self: participantId });
    const call = new LiveCall(socket);
    const receive = chat.receive.bind(chat);
    socket.on('live:chat', receive);
    setTalk({ chat, call });
    return () => {
      socket.off('live:chat', receive);
      chat.close();
      call.close();
    };
  }, [socket, participantId]);

  useEffect(() => {
    if (talk === undefined) return;
    talk.call.setSelf(connected ? self.connection : undefined);
    if (connected) void talk.chat.connected();
    else talk.chat.disconnected();
  }, [talk, connected, self.connection]);

  if (talk === undefined) return <Loading label="Opening the pad" />;
  return <TalkContext value={talk}>{children}</TalkContext>;
}
