import type { Files } from '@assay/contracts/workspace';
import * as Y from 'yjs';
import type { DraftMemory, StoredDraft } from './draftMemory.ts';

/** How long after the last change a draft is written down, ms. */
const writeAfterMs = 300;

/** A version of a challenge, by its hash. */
export type BaseVersion = { hash: string; files: Files };

/**
 * An author's edits to a version of a challenge. They are kept in this browser until they are saved or thrown
 * away. Whoever opens one closes it.
 */
export class Draft {
  readonly files: Y.Map<Y.Text>;
  readonly #doc = new Y.Doc();
  readonly #memory: DraftMemory;
  readonly #listeners = new Set<() => void>();
  readonly #stopWaitingToLeave: () => void;
  #base: BaseVersion;
  #paths: string[] = [];
  #changed: ReadonlySet<string> = new Set();
  #revision = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(base: BaseVersion, memory: DraftMemory, changes: StoredDraft['changes'] = {}) {
    this.#base = base;
    this.#memory = memory;
    this.files = this.#doc.getMap<Y.Text>('files');
    this.#hold(apply(base.files, changes));
    this.#look();
    this.files.observeDeep(() => this.#follow());
    this.#stopWaitingToLeave = memory.onLeave(this.#write);
  }

  /** The hash of the version that is edited. */
  get basedOn(): string {
    return this.#base.hash;
  }

  /** Names of all files, sorted; the same array until one comes or goes. */
  get paths(): string[] {
    return this.#paths;
  }

  /** What is different from the version that is edited, removed files too; the same set until that changes. */
  get changed(): ReadonlySet<string> {
    return this.#changed;
  }

  /** Counts changes to files. */
  get revision(): number {
    return this.#revision;
  }

  /** Calls `listener` after each change; returns the end of it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  textOf(path: string): string {
    return this.files.get(path)?.toString() ?? '';
  }

  readFiles(): Files {
    return Object.fromEntries(this.#paths.map((path) => [path, this.textOf(path)]));
  }

  createFile(path: string, content = ''): void {
    this.files.set(path, new Y.Text(content));
  }

  renameFile(path: string, to: string): void {
    const content = this.textOf(path);
    this.#doc.transact(() => {
      this.files.set(to, new Y.Text(content));
      this.files.delete(path);
    });
  }

  /** Deletes a file and returns its content, so that it can be put back. */
  deleteFile(path: string): string {
    const content = this.textOf(path);
    this.files.delete(path);
    return content;
  }

  /** Goes on from another version: with the same edits, or without them. */
  moveTo(base: BaseVersion, edits: 'keep' | 'discard'): void {
    const changes = edits === 'keep' ? this.#changes() : {};
    this.#base = base;
    this.#hold(apply(base.files, changes));
    this.#look();
    this.#write();
    for (const listener of this.#listeners) listener();
  }

  close(): void {
    this.#stopWaitingToLeave();
    this.#write();
    this.#doc.destroy();
    this.#listeners.clear();
  }

  /** Makes the document hold exactly `wanted`; files that are the same stay, and so does their undo. */
  #hold(wanted: Files): void {
    this.#doc.transact(() => {
      for (const path of this.files.keys()) {
        if (!Object.hasOwn(wanted, path)) this.files.delete(path);
      }
      for (const [path, content] of Object.entries(wanted)) {
        if (!this.files.has(path) || this.textOf(path) !== content) this.createFile(path, content);
      }
    });
  }

  #follow(): void {
    this.#revision += 1;
    this.#look();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#write, writeAfterMs);
    for (const listener of this.#listeners) listener();
  }

  #look(): void {
    const paths = [...this.files.keys()].toSorted((a, b) => a.localeCompare(b, 'en'));
    if (paths.join('\n') !== this.#paths.join('\n')) this.#paths = paths;
    const changed = Object.keys(this.#changes());
    if (changed.join('\n') !== [...this.#changed].join('\n')) this.#changed = new Set(changed);
  }

  #changes(): StoredDraft['changes'] {
    const { files } = this.#base;
    const all = [...new Set([...Object.keys(files), ...this.files.keys()])].toSorted();
    return Object.fromEntries(
      all
        .map((path) => [path, this.files.get(path)?.toString() ?? null] as const)
        .filter(([path, text]) => text !== (files[path] ?? null)),
    );
  }

  readonly #write = () => {
    clearTimeout(this.#timer);
    const changes = this.#changes();
    this.#memory.write(
      Object.keys(changes).length === 0 ? undefined : { basedOn: this.basedOn, changes },
    );
  };
}

function apply(files: Files, changes: StoredDraft['changes']): Files {
  const kept = Object.entries(files).filter(([path]) => !Object.hasOwn(changes, path));
  const edited = Object.entries(changes).flatMap(([path, text]) =>
    text === null ? [] : [[path, text] as const],
  );
  return Object.fromEntries([...kept, ...edited]);
}
