import type { HistoryMemory } from './TextHistory.ts';

/** Remembers under `key` for as long as this tab lives, over reloads. */
export function sessionMemory(key: string): HistoryMemory {
  return {
    read() {
      try {
        return sessionStorage.getItem(key);
      } catch {
        // Without storage nothing is remembered.
        return null;
      }
    },
    write(value) {
      try {
        sessionStorage.setItem(key, value);
      } catch {
        // Full or absent: undo then ends where the page was loaded.
      }
    },
    onLeave(callback) {
      window.addEventListener('pagehide', callback);
      return () => window.removeEventListener('pagehide', callback);
    },
  };
}
