import { maxUpdateBytes } from '@assay/contracts/realtime';
import * as Y from 'yjs';
import {
  type Checked,
  type DocumentShape,
  malformed,
  newClients,
  type Refused,
} from './checked.ts';
import { filesShape } from './filesShape.ts';

/** All that a guarded document knows: the files' state, and who writes with which Yjs client id. */
export type DocumentState = { state: Uint8Array; owners: Record<string, string> };

/** What holds for one update beside the document's shape. */
export type UpdateTerms = {
  /** Whose a Yjs client id is that has not written yet, where that is known. */
  holderOf?: (client: number) => string | undefined;
  /** Names, of files or elements, that this author must leave as they are. */
  locked?: ReadonlySet<string>;
};

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
  readonly #shape: DocumentShape;

  constructor(shape: DocumentShape = filesShape) {
    this.#shape = shape;
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
  check(update: Uint8Array, author: string, terms: UpdateTerms = {}): Checked {
    if (update.byteLength > maxUpdateBytes) {
      const message = `One change has at most ${maxUpdateBytes} bytes; this one has ${update.byteLength}. Replace the files over HTTP instead.`;
      return { ok: false, code: 'too_large', message };
    }
    return this.#tryUpdate(update, author, terms);
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

  #tryUpdate(update: Uint8Array, author: string, terms: UpdateTerms): Checked {
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
      this.#findForged(transaction, author, terms) ??
      this.#shape.findRefusal(transaction) ??
      this.#findLocked(transaction, terms);
    if (refusal !== undefined) {
      this.#resetTrial();
      return refusal;
    }
    this.#passed.push({ update, author, clients: newClients(transaction) });
    return { ok: true, changed: true };
  }

  #findForged(
    transaction: Y.Transaction,
    author: string,
    { holderOf }: UpdateTerms,
  ): Refused | undefined {
    const forged = newClients(transaction).some(
      (client) => (this.ownerOf(client) ?? holderOf?.(client) ?? author) !== author,
    );
    return forged ? malformed('This change claims to be somebody else’s.') : undefined;
  }

  #findLocked(transaction: Y.Transaction, { locked }: UpdateTerms): Refused | undefined {
    if (locked === undefined || locked.size === 0) return undefined;
    const name = this.#shape.namesChanged(transaction).find((changed) => locked.has(changed));
    return name === undefined
      ? undefined
      : { ok: false, code: 'read_only', message: `${name} is locked.` };
  }

  /** Who wrote first with a Yjs client id. */
  ownerOf(client: number): string | undefined {
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
    this.#shape.prepare(this.#trial);
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
