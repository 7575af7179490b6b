import * as Y from 'yjs';

/**
 * What `doc` holds and the server does not, as one update; `undefined` when the server has everything.
 * Expects that the server's answer is applied to `doc` already. State vectors do not count deletions,
 * so the delete sets are compared too: a line deleted offline is a change like any other. What came and went
 * again is sent without its words, which undo keeps here: a paste that was too large would be too large still.
 */
export function findMissingChanges(
  doc: Y.Doc,
  server: { update: Uint8Array; stateVector: Uint8Array },
): Uint8Array | undefined {
  const theirs = Y.decodeStateVector(server.stateVector);
  const ours = Y.decodeStateVector(Y.encodeStateVector(doc));
  const hasMore = [...ours].some(([client, clock]) => clock > (theirs.get(client) ?? 0));
  const sameDeletions = Y.equalDeleteSets(
    Y.createDeleteSetFromStructStore(doc.store),
    Y.decodeUpdate(server.update).ds,
  );
  if (!hasMore && sameDeletions) return undefined;
  const withoutDeleted = new Y.Doc();
  Y.applyUpdate(withoutDeleted, Y.encodeStateAsUpdate(doc));
  return Y.encodeStateAsUpdate(withoutDeleted, server.stateVector);
}
