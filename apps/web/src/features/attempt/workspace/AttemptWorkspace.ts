import type { Language } from '@assay/contracts/challenge';
import type { Exploration, ExploreStep } from '@assay/contracts/http';
import type { Files } from '@assay/contracts/workspace';
import type { WorkspaceProvider } from '@assay/workspace/browser';
import * as Y from 'yjs';

/** How far the changes of a workspace have come. */
export type WorkspaceLink = Pick<
  WorkspaceProvider,
  'saveState' | 'opened' | 'readOnly' | 'subscribe' | 'whenSettled' | 'flush' | 'close'
>;

/** What is done with the files of a workspace elsewhere; each rejects like any call of the API. */
export type WorkspaceServices = {
  /** Tries steps on the files as they are saved. */
  explore(steps: ExploreStep[], signal: AbortSignal): Promise<Exploration>;
  /** Puts other files in their place. */
  replaceFiles(files: Record<string, string>): Promise<void>;
  /** Puts what was written in another language in their place, or its starter. */
  chooseLanguage(language: Language): Promise<void>;
};

/** One challenge's files, live: the document and where its changes go. Whoever opens it closes it. */
export class AttemptWorkspace {
  readonly challenge: string;
  readonly files: Y.Map<Y.Text>;
  readonly provider: WorkspaceLink;
  readonly services: WorkspaceServices;
  readonly #doc: Y.Doc;
  #paths: string[];

  constructor(
    challenge: string,
    doc: Y.Doc,
    { provider, services }: { provider: WorkspaceLink; services: WorkspaceServices },
  ) {
    this.challenge = challenge;
    this.#doc = doc;
    this.files = doc.getMap<Y.Text>('files');
    this.provider = provider;
    this.services = services;
    this.#paths = sortedPaths(this.files);
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
    this.#doc.destroy();
  }
}

function sortedPaths(files: Y.Map<Y.Text>): string[] {
  return [...files.keys()].toSorted((a, b) => a.localeCompare(b, 'en'));
}
