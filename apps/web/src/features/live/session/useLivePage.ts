import { LiveConnection } from '@assay/workspace/browser';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { connectSocket } from '#features/attempt/connectSocket.ts';
import { OwnPlace } from '#features/live/presence/OwnPlace.ts';
import { keepUnsent } from './unsent/keepUnsent.ts';
import { PresenceStates } from '#features/live/presence/PresenceStates.ts';

/** Between two tries to come back, ms, at most: others wait for this one, and they are few. */
const reconnectionDelayMax = 2_000;

export type LivePage = { connection: LiveConnection; presence: PresenceStates; place: OwnPlace };

/** The connection of a page to its session, for as long as it is shown. */
export function useLivePage(sessionId: string, as: 'link' | 'staff'): LivePage | undefined {
  const [page, setPage] = useState<LivePage>();
  useEffect(() => {
    const socket = connectSocket({ reconnectionDelayMax });
    const keeper = keepUnsent(sessionId);
    const connection = new LiveConnection(socket, { sessionId, as }, ['code', 'board'], keeper);
    const presence = new PresenceStates();
    connection.listen(presence);
    const place = new OwnPlace((awareness) => connection.say(awareness));
    const warn = (event: BeforeUnloadEvent) => {
      const providers = [...connection.view().documents.values()];
      if (providers.some(({ saveState }) => saveState.pending > 0)) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    setPage({ connection, presence, place });
    return () => {
      setPage(undefined);
      window.removeEventListener('beforeunload', warn);
      place.dispose();
      connection.close();
      socket.disconnect();
    };
  }, [sessionId, as]);
  return page;
}

/** What the page knows of its session. */
export function useLiveView({ connection }: LivePage) {
  return useSyncExternalStore(connection.subscribe, connection.view);
}
