import type { editor } from 'monaco-editor/editor/editor.api.js';
import { type RefObject, useEffect, useState } from 'react';
import type { MonacoApi } from './loadMonaco.ts';
import { useMonaco } from './useMonaco.ts';

/** The editor that is shown in an element, and the model that is in it: for what lies over it and is no part of it. */
export function useEditorIn(element: RefObject<HTMLElement | null>): {
  monaco: MonacoApi | undefined;
  instance: editor.ICodeEditor | undefined;
  model: editor.ITextModel | null;
} {
  const { monaco } = useMonaco();
  const [instance, setInstance] = useState<editor.ICodeEditor>();
  const [model, setModel] = useState<editor.ITextModel | null>(null);

  useEffect(() => {
    if (monaco === undefined) return undefined;
    const look = () =>
      setInstance(
        monaco.editor
          .getEditors()
          .find((one) => element.current?.contains(one.getContainerDomNode())),
      );
    look();
    const created = monaco.editor.onDidCreateEditor(look);
    return () => created.dispose();
  }, [monaco, element]);

  useEffect(() => {
    if (instance === undefined) return undefined;
    const read = () => setModel(instance.getModel());
    read();
    const subscriptions = [
      instance.onDidChangeModel(read),
      instance.onDidDispose(() => setInstance(undefined)),
    ];
    return () => {
      for (const subscription of subscriptions) subscription.dispose();
      setModel(null);
    };
  }, [instance]);

  return { monaco, instance, model };
}
