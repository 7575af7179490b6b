import { useComputedColorScheme } from '@mantine/core';
import type { editor } from 'monaco-editor/editor/editor.api.js';
import { useLayoutEffect, useRef } from 'react';
import { editorOptions } from '#features/code/editorOptions.ts';
import { languageOf } from '#features/code/languageOf.ts';
import type { MonacoApi } from '#features/code/loadMonaco.ts';
import { useEditorSettings } from '#features/code/settings/useEditorSettings.ts';
import { useContrast } from '#theme/useContrast.ts';
import classes from './CompareView.module.css';

/** An earlier text beside a file as it is now, which can be edited there. */
export function DiffEditor({
  monaco,
  path,
  original,
  modified,
  readOnly,
  onlyChanges = false,
  onEditor,
}: {
  monaco: MonacoApi;
  path: string;
  original: string;
  /** The live model; nothing when the file is gone. */
  modified: editor.ITextModel | undefined;
  readOnly: boolean;
  /** Whether what is the same is folded away. */
  onlyChanges?: boolean;
  /** Called with the editor once it shows both texts, and with nothing when it goes. */
  onEditor?: (diff: editor.IStandaloneDiffEditor | undefined) => void;
}) {
  const element = useRef<HTMLDivElement>(null);
  const { fontSize } = useEditorSettings();
  const scheme = useComputedColorScheme('light');
  const contrast = useContrast();
  // Its end comes before that of whoever owns the models.
  useLayoutEffect(() => {
    if (element.current === null) return undefined;
    const language = languageOf(path).id;
    const then = monaco.editor.createModel(original, language);
    const gone = modified === undefined ? monaco.editor.createModel('', language) : undefined;
    const diff = monaco.editor.createDiffEditor(element.current, {
      ...editorOptions,
      fontSize,
      // Room between the signs of a line and its code; what changed is seen in the text, and files are short.
      lineDecorationsWidth: 20,
      renderOverviewRuler: false,
      readOnly: readOnly || gone !== undefined,
      renderSideBySide: true,
      hideUnchangedRegions: { enabled: onlyChanges },
      diffWordWrap: language === 'markdown' ? 'on' : 'off',
      useInlineViewWhenSpaceIsLimited: true,
    });
    // The diff editor's own options for this do not reach the fields.
    diff.getOriginalEditor().updateOptions({ ariaLabel: `${path}, before` });
    diff.getModifiedEditor().updateOptions({ ariaLabel: `${path}, now` });
    let closed = false;
    let comparison: editor.IDiffEditorViewModel | undefined;
    const show = async () => {
      // Removed lines between the others are drawn once, with the colours of that moment.
      await monaco.editor.colorize('', language, {});
      const now = modified ?? gone;
      if (closed || now === undefined) return;
      for (const model of [then, now]) monaco.editor.colorizeModelLine(model, model.getLineCount());
      // One of our own can be ended: that which the editor makes goes on comparing texts that are gone.
      comparison = diff.createViewModel({ original: then, modified: now });
      diff.setModel(comparison);
      onEditor?.(diff);
    };
    void show();
    return () => {
      closed = true;
      onEditor?.(undefined);
      diff.setModel(null);
      comparison?.dispose();
      diff.dispose();
      then.dispose();
      gone?.dispose();
    };
    // Other colours, for the same reason, are another editor.
  }, [
    monaco,
    path,
    original,
    modified,
    readOnly,
    onlyChanges,
    onEditor,
    fontSize,
    scheme,
    contrast,
  ]);
  return <div ref={element} className={classes.diff} />;
}
