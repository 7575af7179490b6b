import type { editor, IRange } from 'monaco-editor/editor/editor.api.js';
import type * as Y from 'yjs';
import { bindText, type TextBinding } from './bindText.ts';
import { FileModels } from './FileModels.ts';
import type { MonacoApi } from './loadMonaco.ts';
import { sessionMemory } from './sessionMemory.ts';

type Entry = { model: editor.ITextModel; text: Y.Text; binding: TextBinding };

/**
 * The models of a workspace's files, open or not. Follows the shared file list; `dispose` ends all of them.
 */
export class WorkspaceModels extends FileModels<Entry> {
  readonly #files: Y.Map<Y.Text>;
  readonly #memoryKey: string;
  /** Called with the place that an undo or redo changed, for the editor to show it. */
  onHistory: (model: editor.ITextModel, place: IRange) => void = () => undefined;

  /** `memoryKey` names where each file's undo is remembered over a reload. */
  constructor(monaco: MonacoApi, files: Y.Map<Y.Text>, folder: string, memoryKey: string) {
    super(monaco, folder);
    this.#files = files;
    this.#memoryKey = memoryKey;
    this.#files.observe(this.#follow);
    this.#follow();
  }

  override dispose(): void {
    this.#files.unobserve(this.#follow);
    for (const path of this.models.keys()) this.#close(path);
    super.dispose();
  }

  readonly #follow = () => {
    for (const [path, { text }] of this.models) {
      // A file replaced as a whole is another text under the same name.
      if (this.#files.get(path) !== text) this.#close(path);
    }
    for (const [path, text] of this.#files) {
      if (!this.models.has(path)) this.#open(path, text);
    }
    this.tell();
  };

  #open(path: string, text: Y.Text): void {
    const model = this.create(path, text.toString());
    const binding = bindText(
      text,
      model,
      (changed, place) => this.onHistory(changed, place),
      sessionMemory(`${this.#memoryKey}/${path}`),
    );
    this.models.set(path, { model, text, binding });
  }

  #close(path: string): void {
    const entry = this.models.get(path);
    if (entry === undefined) return;
    this.models.delete(path);
    entry.binding.dispose();
    entry.model.dispose();
  }
}
