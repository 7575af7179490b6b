import type { editor, IRange, Uri } from 'monaco-editor/editor/editor.api.js';
import type * as Y from 'yjs';
import { bindText, type TextBinding } from './bindText.ts';
import { languageOf } from './languageOf.ts';
import type { MonacoApi } from './loadMonaco.ts';
import { sessionMemory } from './sessionMemory.ts';

/** The models of files that belong together. */
export type FileModels = Pick<WorkspaceModels, 'get' | 'all' | 'pathOf' | 'subscribe'>;

/**
 * One model for each file of a workspace, open or not, so that imports between files resolve.
 * Follows the shared file list; `dispose` ends all of them.
 */
export class WorkspaceModels {
  readonly #monaco: MonacoApi;
  readonly #files: Y.Map<Y.Text>;
  readonly #folder: string;
  readonly #memoryKey: string;
  readonly #models = new Map<
    string,
    { model: editor.ITextModel; text: Y.Text; binding: TextBinding }
  >();
  readonly #listeners = new Set<() => void>();
  /** Called with the place that an undo or redo changed, for the editor to show it. */
  onHistory: (model: editor.ITextModel, place: IRange) => void = () => undefined;

  /** `memoryKey` names where each file's undo is remembered over a reload. */
  constructor(monaco: MonacoApi, files: Y.Map<Y.Text>, folder: string, memoryKey: string) {
    this.#monaco = monaco;
    this.#files = files;
    this.#folder = folder;
    this.#memoryKey = memoryKey;
    this.#files.observe(this.#follow);
    this.#follow();
  }

  get(path: string): editor.ITextModel | undefined {
    return this.#models.get(path)?.model;
  }

  /** All files with their models. */
  all(): { path: string; model: editor.ITextModel }[] {
    return [...this.#models].map(([path, { model }]) => ({ path, model }));
  }

  /** The file that lies at an address of the editor; nothing when it is none of this workspace. */
  pathOf(uri: Uri): string | undefined {
    return this.all().find(({ model }) => model.uri.toString() === uri.toString())?.path;
  }

  /** Calls `listener` when models came or went; returns the end of it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  dispose(): void {
    this.#files.unobserve(this.#follow);
    for (const path of this.#models.keys()) this.#close(path);
    this.#listeners.clear();
  }

  readonly #follow = () => {
    for (const [path, { text }] of this.#models) {
      // A file replaced as a whole is another text under the same name.
      if (this.#files.get(path) !== text) this.#close(path);
    }
    for (const [path, text] of this.#files) {
      if (!this.#models.has(path)) this.#open(path, text);
    }
    for (const listener of this.#listeners) listener();
  };

  #open(path: string, text: Y.Text): void {
    const uri = this.#monaco.Uri.file(`/${this.#folder}/${path}`);
    const model = this.#monaco.editor.createModel(text.toString(), languageOf(path).id, uri);
    model.setEOL(this.#monaco.editor.EndOfLineSequence.LF);
    const binding = bindText(
      text,
      model,
      (changed, place) => this.onHistory(changed, place),
      sessionMemory(`${this.#memoryKey}/${path}`),
    );
    this.#models.set(path, { model, text, binding });
  }

  #close(path: string): void {
    const entry = this.#models.get(path);
    if (entry === undefined) return;
    this.#models.delete(path);
    entry.binding.dispose();
    entry.model.dispose();
  }
}
