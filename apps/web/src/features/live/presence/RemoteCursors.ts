import type { RosterEntry } from '@assay/contracts/live';
import type { editor } from 'monaco-editor/editor/editor.api.js';
import type * as Y from 'yjs';
import type { MonacoApi } from '#features/code/loadMonaco.ts';
import type { WorkspaceModels } from '#features/code/WorkspaceModels.ts';
import { decodeCursor, type Place } from './cursor.ts';
import { adoptPersonSheet, personClass } from './personSheet.ts';
import { personOf, type Presence } from './presence.ts';
import { RemoteCaret } from './RemoteCaret.ts';

/** The others' cursors and selections in the file that an editor shows. */
export class RemoteCursors {
  readonly #monaco: MonacoApi;
  readonly #editor: editor.IStandaloneCodeEditor;
  readonly #models: WorkspaceModels;
  readonly #files: Y.Map<Y.Text>;
  readonly #presence: Presence;
  readonly #selections: editor.IEditorDecorationsCollection;
  readonly #carets = new Map<string, RemoteCaret>();
  readonly #ends: (() => void)[];
  #roster: readonly RosterEntry[] = [];

  constructor(
    monaco: MonacoApi,
    instance: editor.IStandaloneCodeEditor,
    workspace: { models: WorkspaceModels; files: Y.Map<Y.Text> },
    presence: Presence,
  ) {
    adoptPersonSheet();
    this.#monaco = monaco;
    this.#editor = instance;
    this.#models = workspace.models;
    this.#files = workspace.files;
    this.#presence = presence;
    this.#selections = instance.createDecorationsCollection();
    const subscriptions = [
      instance.onDidChangeModel(this.#refresh),
      instance.onDidChangeModelContent(this.#refresh),
    ];
    this.#ends = [
      presence.subscribe(this.#refresh),
      workspace.models.subscribe(this.#refresh),
      ...subscriptions.map((subscription) => () => subscription.dispose()),
    ];
    this.#refresh();
  }

  /** Who is who, by the server. Somebody whom it does not know is not shown. */
  setRoster(roster: readonly RosterEntry[]): void {
    this.#roster = roster;
    this.#refresh();
  }

  dispose(): void {
    for (const end of this.#ends) end();
    for (const caret of this.#carets.values()) caret.dispose();
    this.#carets.clear();
    this.#selections.clear();
  }

  readonly #refresh = () => {
    const model = this.#editor.getModel();
    const cursors = model === null ? [] : this.#cursorsIn(model);
    const shown = new Set(cursors.map(({ id }) => id));
    for (const [id, caret] of this.#carets) {
      if (shown.has(id)) continue;
      caret.dispose();
      this.#carets.delete(id);
    }
    for (const { id, person, place, isMain } of cursors) {
      const position = model?.getPositionAt(place.head) ?? { lineNumber: 1, column: 1 };
      const caret =
        this.#carets.get(id) ?? new RemoteCaret(this.#monaco, this.#editor, id, position);
      this.#carets.set(id, caret);
      caret.show(person, position, isMain);
    }
    this.#selections.set(
      cursors
        .filter(({ place }) => place.anchor !== place.head)
        .map(({ person, place }) => ({
          range: this.#rangeOf(model, place),
          options: { className: personClass(person.colour) },
        })),
    );
  };

  #cursorsIn(model: editor.ITextModel) {
    const file = this.#models.pathOf(model.uri);
    const text = file === undefined ? undefined : this.#files.get(file);
    if (text === undefined) return [];
    return [...this.#presence.others()].flatMap(([connection, state]) => {
      const person = personOf(this.#roster, connection);
      if (person === undefined || state.view !== 'code' || state.file !== file) return [];
      return (state.cursors ?? []).flatMap((cursor, index) => {
        const place = decodeCursor(cursor, text);
        const id = `${connection} ${index}`;
        return place === undefined ? [] : [{ id, person, place, isMain: index === 0 }];
      });
    });
  }

  #rangeOf(model: editor.ITextModel | null, { anchor, head }: Place) {
    const [start, end] = [Math.min(anchor, head), Math.max(anchor, head)].map((offset) =>
      model?.getPositionAt(offset),
    );
    return new this.#monaco.Range(
      start?.lineNumber ?? 1,
      start?.column ?? 1,
      end?.lineNumber ?? 1,
      end?.column ?? 1,
    );
  }
}
