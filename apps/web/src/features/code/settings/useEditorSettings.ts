import { useSyncExternalStore } from 'react';
import { type EditorSettings, parseSettings } from './editorSettings.ts';

const key = 'assay/editor';
const listeners = new Set<() => void>();
let current: EditorSettings | undefined;

function read(): EditorSettings {
  current ??= parseSettings(stored());
  return current;
}

function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Without storage, settings last as long as the page.
    return null;
  }
}

function subscribe(listener: () => void): () => void {
  // Another tab's choice holds here too.
  const follow = (event: StorageEvent) => {
    if (event.key !== key) return;
    current = undefined;
    listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', follow);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', follow);
  };
}

/** Changes some settings, here and in every editor that is open. */
export function changeEditorSettings(change: Partial<EditorSettings>): void {
  current = { ...read(), ...change };
  try {
    localStorage.setItem(key, JSON.stringify(current));
  } catch {
    // See `stored`.
  }
  for (const listener of listeners) listener();
}

export function useEditorSettings(): EditorSettings {
  return useSyncExternalStore(subscribe, read);
}
