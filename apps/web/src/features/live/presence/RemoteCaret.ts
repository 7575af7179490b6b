import type { RosterEntry } from '@assay/contracts/live';
import type { editor, IPosition } from 'monaco-editor/editor/editor.api.js';
import type { MonacoApi } from '#features/code/loadMonaco.ts';
import { personColour } from './personColour.ts';
import classes from './RemoteCaret.module.css';

/** How long the name stays beside a caret that has moved, ms. */
const nameMs = 3_000;

/** Somebody's caret in an editor, with their name while it moves. */
export class RemoteCaret implements editor.IContentWidget {
  readonly suppressMouseDown = true;
  readonly #monaco: MonacoApi;
  readonly #editor: editor.ICodeEditor;
  readonly #id: string;
  readonly #element = document.createElement('div');
  readonly #name = document.createElement('span');
  #position: IPosition;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(monaco: MonacoApi, instance: editor.ICodeEditor, id: string, position: IPosition) {
    this.#monaco = monaco;
    this.#editor = instance;
    this.#id = id;
    this.#position = position;
    this.#element.className = classes.caret ?? '';
    this.#element.ariaHidden = 'true';
    this.#element.append(this.#name);
    instance.addContentWidget(this);
    this.#showName();
  }

  getId(): string {
    return `assay.caret.${this.#id}`;
  }

  getDomNode(): HTMLElement {
    return this.#element;
  }

  getPosition(): editor.IContentWidgetPosition {
    const { EXACT } = this.#monaco.editor.ContentWidgetPositionPreference;
    return { position: this.#position, preference: [EXACT] };
  }

  /** Puts the caret somewhere, for a person as the roster has them. */
  show(person: Pick<RosterEntry, 'name' | 'colour'>, position: IPosition, isMain: boolean): void {
    const { colour, ink } = personColour(person.colour);
    this.#element.style.setProperty('--person', colour);
    this.#element.style.setProperty('--person-ink', ink);
    const lineHeight = this.#editor.getOption(this.#monaco.editor.EditorOption.lineHeight);
    this.#element.style.height = `${lineHeight}px`;
    this.#element.dataset['line'] = position.lineNumber === 1 ? 'first' : 'other';
    // Text, never markup.
    this.#name.textContent = isMain ? person.name : '';
    const { lineNumber, column } = this.#position;
    if (lineNumber === position.lineNumber && column === position.column) return;
    this.#position = position;
    this.#editor.layoutContentWidget(this);
    this.#showName();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#editor.removeContentWidget(this);
  }

  #showName(): void {
    this.#element.dataset['moved'] = 'true';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => delete this.#element.dataset['moved'], nameMs);
  }
}
