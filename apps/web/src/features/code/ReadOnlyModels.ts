import type { Files } from '@assay/contracts/workspace';
import type { editor } from 'monaco-editor/editor/editor.api.js';
import { FileModels } from './FileModels.ts';
import { showText } from './showText.ts';

/**
 * The models of files that are read and not changed here.
 * A replay shows other files many times a second: a model stays for as long as its file does, and ends with `show` when
 * the file is gone, by when no editor may show it any more. `dispose` ends all of them.
 */
export class ReadOnlyModels extends FileModels<{ model: editor.ITextModel; content: string }> {
  /** Holds these files from now on. */
  show(files: Files): void {
    let changed = false;
    for (const [path, { model }] of this.models) {
      if (files[path] !== undefined) continue;
      this.models.delete(path);
      model.dispose();
      changed = true;
    }
    for (const [path, content] of Object.entries(files)) {
      const known = this.models.get(path);
      if (known?.content === content) continue;
      const model = known?.model ?? this.create(path, '');
      showText(model, content);
      this.models.set(path, { model, content });
      changed ||= known === undefined;
    }
    if (changed) this.tell();
  }

  override dispose(): void {
    for (const { model } of this.models.values()) model.dispose();
    this.models.clear();
    super.dispose();
  }
}
