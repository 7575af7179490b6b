import type { Files } from '@assay/contracts/workspace';
import type { editor, Uri } from 'monaco-editor/editor/editor.api.js';
import { languageOf } from './languageOf.ts';
import type { MonacoApi } from './loadMonaco.ts';
import { showText } from './showText.ts';

/**
 * One model for each of several files that are read and not changed here, so that imports between them resolve.
 * A replay shows other files many times a second: a model stays for as long as its file does, and ends with `show` when
 * the file is gone, by when no editor may show it any more. `dispose` ends all of them.
 */
export class ReadOnlyModels {
  readonly #monaco: MonacoApi;
  readonly #folder: string;
  readonly #models = new Map<string, { model: editor.ITextModel; content: string }>();
  readonly #listeners = new Set<() => void>();

  /** `folder` keeps them apart from other files with the same names. */
  constructor(monaco: MonacoApi, folder: string) {
    this.#monaco = monaco;
    this.#folder = folder;
  }

  get(path: string): editor.ITextModel | undefined {
    return this.#models.get(path)?.model;
  }

  /** All files with their models. */
  all(): { path: string; model: editor.ITextModel }[] {
    return [...this.#models].map(([path, { model }]) => ({ path, model }));
  }

  /** The file that lies at an address of the editor; nothing when it is none of these. */
  pathOf(uri: Uri): string | undefined {
    return this.all().find(({ model }) => model.uri.toString() === uri.toString())?.path;
  }

  /** Calls `listener` when models came or went; returns the end of it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Holds these files from now on. */
  show(files: Files): void {
    let changed = false;
    for (const [path, { model }] of this.#models) {
      if (files[path] !== undefined) continue;
      this.#models.delete(path);
      model.dispose();
      changed = true;
    }
    for (const [path, content] of Object.entries(files)) {
      const known = this.#models.get(path);
      if (known?.content === content) continue;
      const model = known?.model ?? this.#create(path);
      showText(model, content);
      this.#models.set(path, { model, content });
      changed ||= known === undefined;
    }
    if (changed) for (const listener of this.#listeners) listener();
  }

  dispose(): void {
    for (const { model } of this.#models.values()) model.dispose();
    this.#models.clear();
    this.#listeners.clear();
  }

  #create(path: string): editor.ITextModel {
    const uri = this.#monaco.Uri.file(`/${this.#folder}/${path}`);
    const model = this.#monaco.editor.createModel('', languageOf(path).id, uri);
    model.setEOL(this.#monaco.editor.EndOfLineSequence.LF);
    return model;
  }
}
