import type { editor, Uri } from 'monaco-editor/editor/editor.api.js';
import { languageOf } from './languageOf.ts';
import type { MonacoApi } from './loadMonaco.ts';

/** Models of files that belong together, one for each file, so that imports between them resolve. */
export abstract class FileModels<
  Entry extends { model: editor.ITextModel } = { model: editor.ITextModel },
> {
  readonly #monaco: MonacoApi;
  readonly #folder: string;
  readonly #listeners = new Set<() => void>();
  protected readonly models = new Map<string, Entry>();

  /** `folder` keeps them apart from other files with the same names. */
  constructor(monaco: MonacoApi, folder: string) {
    this.#monaco = monaco;
    this.#folder = folder;
  }

  get(path: string): editor.ITextModel | undefined {
    return this.models.get(path)?.model;
  }

  /** All files with their models. */
  all(): { path: string; model: editor.ITextModel }[] {
    return [...this.models].map(([path, { model }]) => ({ path, model }));
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

  dispose(): void {
    this.#listeners.clear();
  }

  protected create(path: string, content: string): editor.ITextModel {
    const uri = this.#monaco.Uri.file(`/${this.#folder}/${path}`);
    const model = this.#monaco.editor.createModel(content, languageOf(path).id, uri);
    model.setEOL(this.#monaco.editor.EndOfLineSequence.LF);
    return model;
  }

  protected tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
