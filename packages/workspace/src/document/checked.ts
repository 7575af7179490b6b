import * as Y from 'yjs';

/** Why an update is refused. `gap`: it builds on changes that are missing; `read_only`: on something kept from its author. */
export type Refused = {
  ok: false;
  code: 'malformed' | 'too_large' | 'gap' | 'read_only';
  message: string;
};

/** What became of an update: `changed` is false for one that brings nothing new. */
export type Checked = { ok: true; changed: boolean } | Refused;

export const malformed = (message: string): Refused => ({ ok: false, code: 'malformed', message });
export const tooLarge = (message: string): Refused => ({ ok: false, code: 'too_large', message });

/**
 * What a document may hold. Both functions look at a transaction on the trial copy that has happened already, and
 * say what is wrong with it; `prepare` makes the shared types that the document has.
 */
export type DocumentShape = {
  prepare(doc: Y.Doc): void;
  findRefusal(transaction: Y.Transaction): Refused | undefined;
  /** Names of what was changed: files, or elements. */
  namesChanged(transaction: Y.Transaction): string[];
};

/** The Yjs client ids that wrote something in a transaction. */
export function newClients({ beforeState, afterState }: Y.Transaction): number[] {
  return [...afterState]
    .filter(([client, clock]) => clock > (beforeState.get(client) ?? 0))
    .map(([client]) => client);
}

/** Whether all that a transaction brought passes: nothing but what a document's shape names may be in it. */
export function everyNewItem(
  transaction: Y.Transaction,
  mayBe: (item: Y.Item) => boolean,
): boolean {
  const { doc, beforeState } = transaction;
  for (const client of newClients(transaction)) {
    const structs = doc.store.clients.get(client) ?? [];
    for (let index = structs.length - 1; index >= 0; index -= 1) {
      const struct = structs[index];
      if (struct === undefined || struct.id.clock + struct.length <= (beforeState.get(client) ?? 0))
        break;
      if (struct instanceof Y.Item && !mayBe(struct)) return false;
    }
  }
  return true;
}

/** The keys of `map` that a transaction set or deleted. */
export function keysChanged<Value>({ changed }: Y.Transaction, map: Y.Map<Value>): string[] {
  // The map's key is declared as a type with any event, which a map of something does not fit.
  const keys = [...changed].find(([type]) => Object.is(type, map))?.[1];
  return [...(keys ?? [])].filter((key) => key !== null);
}
