import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useEffect, useRef } from 'react';
import classes from './CodeEditor.module.css';
import { editorOptions } from './editorOptions.ts';
import { languageOf } from './languageOf.ts';
import type { MonacoApi } from './loadMonaco.ts';
import { useEditorSettings } from './settings/useEditorSettings.ts';

/**
 * One editor that shows one model after another and remembers where one was in each.
 * It owns the editor, not the models.
 */
export function CodeEditor({
  monaco,
  model,
  label,
  readOnly,
  readOnlyMessage,
  onEditor,
}: {
  monaco: MonacoApi;
  model: editor.ITextModel | null;
  label: string;
  readOnly: boolean;
  readOnlyMessage?: string;
  /** Called with the editor once it is there, and with nothing when it goes. */
  onEditor?: (instance: editor.IStandaloneCodeEditor | undefined) => void;
}) {
  const element = useRef<HTMLDivElement>(null);
  const instance = useRef<editor.IStandaloneCodeEditor>(null);
  const places = useRef(new Map<string, editor.ICodeEditorViewState | null>());

  useEffect(() => {
    if (element.current === null) return undefined;
    const created = monaco.editor.create(element.current, { ...editorOptions, model: null });
    instance.current = created;
    onEditor?.(created);
    return () => {
      onEditor?.(undefined);
      instance.current = null;
      created.dispose();
    };
  }, [monaco, onEditor]);

  useEffect(() => {
    const current = instance.current;
    // Its owner may have ended it since this was rendered; then another one follows.
    if (current === null || current.getModel() === model || model?.isDisposed()) return;
    const previous = current.getModel();
    if (previous !== null) places.current.set(previous.uri.toString(), current.saveViewState());
    current.setModel(model);
    const place = model === null ? undefined : places.current.get(model.uri.toString());
    if (place) current.restoreViewState(place);
  }, [model, monaco, onEditor]);

  const { fontSize, tabSize, wordWrap } = useEditorSettings();
  useEffect(() => {
    instance.current?.updateOptions({
      fontSize,
      lineHeight: Math.round(fontSize * 1.55),
      // Prose has no line ends of its own.
      wordWrap: wordWrap || model?.getLanguageId() === 'markdown' ? 'on' : 'off',
    });
    if (model?.isDisposed() === false) {
      const indent = languageOf(model.uri.path).indent ?? tabSize;
      model.updateOptions({ tabSize: indent, indentSize: indent, insertSpaces: true });
    }
  }, [fontSize, tabSize, wordWrap, model, monaco, onEditor]);

  useEffect(() => {
    instance.current?.updateOptions({
      readOnly,
      ariaLabel: label,
      ...(readOnlyMessage ? { readOnlyMessage: { value: readOnlyMessage } } : {}),
    });
  }, [readOnly, readOnlyMessage, label, monaco, onEditor]);

  return <div ref={element} className={classes.editor} />;
}
