import type * as Monaco from 'monaco-editor/editor/editor.api.js';

export type MonacoApi = typeof Monaco;

let loading: Promise<MonacoApi> | undefined;

/** The editor, fetched when a screen first needs it. A failed fetch is tried again on the next call. */
export function loadMonaco(): Promise<MonacoApi> {
  loading ??= import('./monaco.ts').then(
    ({ monaco }) => monaco,
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}
