import type { MonacoApi } from './loadMonaco.ts';

/** Where files are there and none is opened, ms. */
const withoutEditorMs = 3_000;
/** A page that is never idle has waited long enough then, ms. */
const busyMs = 1_000;

let calm: Promise<void> | undefined;

/**
 * Resolves once a first editor stands there and the page has nothing to do: what makes the editor wiser weighs
 * more than the editor, and must not keep anybody from typing.
 */
export function whenCalm({ editor }: Pick<MonacoApi, 'editor'>): Promise<void> {
  calm ??= waitForEditor(editor).then(waitForIdle);
  return calm;
}

function waitForEditor(editor: MonacoApi['editor']): Promise<void> {
  return new Promise((resolve) => {
    if (editor.getEditors().length > 0) return resolve();
    const finish = () => {
      creation.dispose();
      clearTimeout(timer);
      resolve();
    };
    const creation = editor.onDidCreateEditor(finish);
    const timer = setTimeout(finish, withoutEditorMs);
  });
}

function waitForIdle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no such callback.
    if ('requestIdleCallback' in globalThis)
      requestIdleCallback(() => resolve(), { timeout: busyMs });
    else setTimeout(resolve, busyMs / 4);
  });
}
