import { useEffect, useState } from 'react';

export type Check = { name: string; state: 'checking' | 'ok' | 'problem'; finding: string };

/** A clock that is off by more than this, ms, is worth a word, though ours is the one that counts. */
const noticeableOffsetMs = 30_000;
/** Waiting longer than this for the live connection, ms, means that something blocks it. */
const connectTimeoutMs = 8_000;

/** Finds out whether this browser, its connection and its clock are fit for the assessment. */
export function useSystemChecks(offsetMs: number): Check[] {
  const [connection, setConnection] = useState<Check>({
    name: 'Connection',
    state: 'checking',
    finding: 'Trying the live connection',
  });

  useEffect(() => {
    let ended = false;
    let disconnect = () => {};
    const finish = (check: Pick<Check, 'state' | 'finding'>) => {
      if (!ended) setConnection({ name: 'Connection', ...check });
    };
    const blocked = () =>
      finish({
        state: 'problem',
        finding:
          'The live connection does not open. A company proxy or an extension may block WebSockets; try another network.',
      });
    const timer = setTimeout(blocked, connectTimeoutMs);
    void import('#features/attempt/connectSocket.ts').then(({ connectSocket }) => {
      if (ended) return;
      const started = performance.now();
      const socket = connectSocket();
      disconnect = () => socket.disconnect();
      socket.once('connect', () => {
        clearTimeout(timer);
        finish({
          state: 'ok',
          finding: `Live connection opened in ${Math.round(performance.now() - started)} ms`,
        });
        socket.disconnect();
      });
    }, blocked);
    return () => {
      ended = true;
      clearTimeout(timer);
      disconnect();
    };
  }, []);

  return [checkBrowser(), connection, checkClock(offsetMs)];
}

function checkBrowser(): Check {
  const missing = [
    'indexedDB' in window ? undefined : 'local storage for unsent work',
    'Worker' in window ? undefined : 'web workers',
    'WebSocket' in window ? undefined : 'live connections',
  ].filter((feature) => feature !== undefined);
  return missing.length === 0
    ? { name: 'Browser', state: 'ok', finding: 'Everything the editor needs is there' }
    : {
        name: 'Browser',
        state: 'problem',
        finding: `This browser lacks ${missing.join(' and ')}. Use a current Firefox, Chrome, Edge or Safari.`,
      };
}

function checkClock(offsetMs: number): Check {
  const seconds = Math.round(Math.abs(offsetMs) / 1_000);
  if (Math.abs(offsetMs) < noticeableOffsetMs)
    return { name: 'Clock', state: 'ok', finding: 'In step with ours' };
  const direction = offsetMs > 0 ? 'behind' : 'ahead of';
  const amount = seconds < 120 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
  return {
    name: 'Clock',
    state: 'ok',
    finding: `Yours is ${amount} ${direction} ours. The time shown here is corrected.`,
  };
}
