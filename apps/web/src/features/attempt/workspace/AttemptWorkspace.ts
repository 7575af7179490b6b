import {
  keepOfflineCopy,
  type OfflineCopy,
  WorkspaceProvider,
  type WorkspaceSocket,
} from '@assay/workspace/browser';
import type { Files } from '@assay/contracts/workspace';
import * as Y from 'yjs';

/** One challenge's files, live: the document, its provider and the copy in this browser. Whoever opens it closes it. */
export class AttemptWorkspace {
  readonly challenge: string;
  readonly files: Y.Map<Y.Text>;
  readonly provider: WorkspaceProvider;
  readonly #doc = new Y.Doc();
  readonly #offlineCopy: OfflineCopy;
  #paths: string[] = [];

  constructor(socket: WorkspaceSocket, attemptId: string, challenge: string) {
    this.challenge = challenge;
    this.files = this.#doc.getMap<Y.Text>('files');
    this.#offlineCopy = keepOfflineCopy(`assay/${attemptId}/${challenge}`, this.#doc);
    this.provider = new WorkspaceProvider({
      socket,
      attemptId,
      challenge,
      doc: this.#doc,
      offlineCopy: this.#offlineCopy,
    });
    this.files.observe(() => {
      this.#paths = sortedPaths(this.files);
    });
  }

  /** Names of all files, sorted; the same array until one comes or goes. */
  get paths(): string[] {
    return this.#paths;
  }

  /** Every file as it is now. */
  readFiles(): Files {
    return Object.fromEntries(this.#paths.map((path) => [path, this.textOf(path)]));
  }

  /** A file's content; the empty text when there is none. */
  textOf(path: string): string {
    return this.files.get(path)?.toString() ?? '';
  }

  /** Calls `listener` when a file came or went; returns the end of it. */
  subscribeToPaths(listener: () => void): () => void {
    this.files.observe(listener);
    return () => this.files.unobserve(listener);
  }

  createFile(path: string, content = ''): void {
    this.files.set(path, new Y.Text(content));
  }

  /** Gives a file another name; a person typing in it elsewhere keeps what was typed until now. */
  renameFile(path: string, to: string): void {
    const text = this.files.get(path);
    if (text === undefined || path === to) return;
    this.#doc.transact(() => {
      this.files.set(to, new Y.Text(text.toString()));
      this.files.delete(path);
    });
  }

  /** Deletes a file and returns its content, so that it can be put back. */
  deleteFile(path: string): string {
    const content = this.textOf(path);
    this.files.delete(path);
    return content;
  }

  close(): void {
    this.provider.close();
    void this.#offlineCopy.close();
    this.#doc.destroy();
  }
}

function sortedPaths(files: Y.Map<Y.Text>): string[] {
  return [...files.keys()].toSorted((a, b) => a.localeCompare(b, 'en'));
}
