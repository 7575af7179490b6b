import { maxUpdateBytes } from '@assay/contracts/realtime';
import { findPathProblem } from '@assay/contracts/workspace';
import * as Y from 'yjs';
import { findTooMuch } from './findTooMuch.ts';
import { filesKey, filesOf } from './workspaceDocument.ts';

/** What became of an update: `changed` is false for one that brings nothing new. `gap`: it builds on changes that are missing. */
export type Checked =
  | { ok: true; changed: boolean }
  | { ok: false; code: 'malformed' | 'too_large' | 'gap'; message: string };

const malformed = (message: string): Checked => ({ ok: false, code: 'malformed', message });

/** All that a guarded document knows: the files' state, and who writes with which Yjs client id. */
export type DocumentState = { state: Uint8Array; owners: Record<string, string> };

/** An update that waits for its commit, with the client ids that its author writes with. */
type Passed = { update: Uint8Array; author: string; clients: number[] };

/**
 * A workspace document that hostile bytes cannot harm.
 * Each update is first applied to a trial copy and looked at there; `doc` only gets what passed.
 * An update costs what it brings, not what the document holds; a refused one costs a new copy.
 */
export class GuardedDocument {
  readonly doc = new Y.Doc();
  #trial = new Y.Doc();
  #passed: Passed[] = [];
  /** Who wrote first with a Yjs client id. Counters an author who forges another's id, which would tear texts apart for good. */
  readonly #owners = new Map<number, string>();

  constructor() {
    this.#resetTrial();
  }

  /** What `restore` needs to make this document again. */
  save(): DocumentState {
    return { state: Y.encodeStateAsUpdate(this.doc), owners: Object.fromEntries(this.#owners) };
  }

  /** Makes an empty document the one that was saved. */
  restore({ state, owners }: DocumentState): void {
    Y.applyUpdate(this.doc, state);
    Y.applyUpdate(this.#trial, state);
    for (const [client, author] of Object.entries(owners)) this.#owners.set(Number(client), author);
  }

  /** Applies an update that the log holds already. */
  load(update: Uint8Array, author: string): void {
    Y.applyUpdate(this.doc, update);
    const transaction = applyInTransaction(this.#trial, update);
    if (transaction) this.#claim(newClients(transaction), author);
  }

  /** Tries an update. One that passes waits for `commit` or `rollback`, as do those before it. */
  check(update: Uint8Array, author: string): Checked {
    if (update.byteLength > maxUpdateBytes) {
      const message = `One change has at most ${maxUpdateBytes} bytes; this one has ${update.byteLength}. Replace the files over HTTP instead.`;
      return { ok: false, code: 'too_large', message };
    }
    return this.#tryUpdate(update, author);
  }

  /** Makes one change ourselves; it waits like a checked one. `undefined` when it changes nothing. */
  write(change: (doc: Y.Doc) => void, author: string): Uint8Array | undefined {
    let written: Uint8Array | undefined;
    const note = (update: Uint8Array, _: unknown, __: Y.Doc, transaction: Y.Transaction): void => {
      written = update;
      this.#passed.push({ update, author, clients: newClients(transaction) });
    };
    this.#trial.on('update', note);
    this.#trial.transact(() => change(this.#trial));
    this.#trial.off('update', note);
    return written;
  }

  /** Applies what passed. */
  commit(): void {
    for (const { update, author, clients } of this.#passed) {
      Y.applyUpdate(this.doc, update);
      this.#claim(clients, author);
    }
    this.#passed = [];
  }

  /** Forgets what passed and was not committed. */
  rollback(): void {
    this.#passed = [];
    this.#resetTrial();
  }

  #tryUpdate(update: Uint8Array, author: string): Checked {
    let transaction: Y.Transaction | undefined;
    try {
      transaction = applyInTransaction(this.#trial, update);
    } catch {
      this.#resetTrial();
      return malformed('This is not a change of a workspace.');
    }
    const { store } = this.#trial;
    if (store.pendingStructs !== null || store.pendingDs !== null) {
      this.#resetTrial();
      return { ok: false, code: 'gap', message: 'This change builds on one that has not arrived.' };
    }
    if (transaction === undefined) return { ok: true, changed: false };
    const refusal =
      this.#findForged(transaction, author) ??
      findForeignContent(transaction) ??
      findUnfit(transaction);
    if (refusal !== undefined) {
      this.#resetTrial();
      return refusal;
    }
    this.#passed.push({ update, author, clients: newClients(transaction) });
    return { ok: true, changed: true };
  }

  #findForged(transaction: Y.Transaction, author: string): Checked | undefined {
    const forged = newClients(transaction).some(
      (client) => (this.#ownerOf(client) ?? author) !== author,
    );
    return forged ? malformed('This change claims to be somebody else’s.') : undefined;
  }

  #ownerOf(client: number): string | undefined {
    return (
      this.#owners.get(client) ??
      this.#passed.find(({ clients }) => clients.includes(client))?.author
    );
  }

  #claim(clients: number[], author: string): void {
    for (const client of clients) {
      if (!this.#owners.has(client)) this.#owners.set(client, author);
    }
  }

  #resetTrial(): void {
    this.#trial.destroy();
    this.#trial = new Y.Doc();
    filesOf(this.#trial);
    Y.applyUpdate(this.#trial, Y.encodeStateAsUpdate(this.doc));
    for (const { update } of this.#passed) Y.applyUpdate(this.#trial, update);
  }
}

/** The transaction of an update that changed something. */
function applyInTransaction(doc: Y.Doc, update: Uint8Array): Y.Transaction | undefined {
  let seen: Y.Transaction | undefined;
  const note = (_: Uint8Array, __: unknown, ___: Y.Doc, transaction: Y.Transaction): void => {
    seen = transaction;
  };
  doc.on('update', note);
  try {
    Y.applyUpdate(doc, update);
  } finally {
    doc.off('update', note);
  }
  return seen;
}

function newClients({ beforeState, afterState }: Y.Transaction): number[] {
  return [...afterState]
    .filter(([client, clock]) => clock > (beforeState.get(client) ?? 0))
    .map(([client]) => client);
}

/** Refuses all that is not plain text of a file: other shared types, nested ones, formats, embeds, sub-documents. */
function findForeignContent(transaction: Y.Transaction): Checked | undefined {
  const { doc, beforeState } = transaction;
  const files = filesOf(doc);
  const refusal = malformed('A workspace holds files with plain text, nothing else.');
  if ([...doc.share.keys()].some((key) => key !== filesKey)) return refusal;
  for (const client of newClients(transaction)) {
    const structs = doc.store.clients.get(client) ?? [];
    for (let index = structs.length - 1; index >= 0; index -= 1) {
      const struct = structs[index];
      if (struct === undefined || struct.id.clock + struct.length <= (beforeState.get(client) ?? 0))
        break;
      if (struct instanceof Y.Item && !isPlain(struct, files)) return refusal;
    }
  }
  return undefined;
}

function isPlain(item: Y.Item, files: Y.Map<Y.Text>): boolean {
  if (item.content instanceof Y.ContentDeleted) return true;
  if (item.content instanceof Y.ContentString) {
    return item.parent instanceof Y.Text && item.parent._item?.parent === files;
  }
  return (
    item.content instanceof Y.ContentType &&
    item.content.type.constructor === Y.Text &&
    item.parent === files &&
    item.parentSub !== null
  );
}

/** Refuses names that no file may have, and more than a workspace holds. */
function findUnfit(transaction: Y.Transaction): Checked | undefined {
  const files = filesOf(transaction.doc);
  for (const path of namesChanged(transaction, files)) {
    const problem = files.has(path) ? findPathProblem(path) : undefined;
    if (problem !== undefined) return malformed(`${JSON.stringify(path)}: ${problem}`);
  }
  const tooMuch = findTooMuch(files);
  return tooMuch && { ok: false, ...tooMuch };
}

function namesChanged({ changed }: Y.Transaction, files: Y.Map<Y.Text>): string[] {
  // The map's key is declared as a type with any event, which a map of texts does not fit.
  const names = [...changed].find(([type]) => Object.is(type, files))?.[1];
  return [...(names ?? [])].filter((name) => name !== null);
}
