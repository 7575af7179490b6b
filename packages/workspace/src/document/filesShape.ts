import { findPathProblem, quotePath } from '@assay/contracts/workspace';
import * as Y from 'yjs';
import {
  type DocumentShape,
  everyNewItem,
  keysChanged,
  malformed,
  type Refused,
} from './checked.ts';
import { findTooMuch } from './findTooMuch.ts';
import { filesKey, filesOf } from './workspaceDocument.ts';

/** Files with plain text: no other shared types, nested ones, formats, embeds or sub-documents. */
export const filesShape: DocumentShape = {
  prepare: (doc) => {
    filesOf(doc);
  },
  findRefusal: (transaction) => findForeignContent(transaction) ?? findUnfit(transaction),
  namesChanged: (transaction) => {
    const files = filesOf(transaction.doc);
    const texts = [...transaction.changed.keys()].flatMap(({ _item }) =>
      _item?.parent === files && _item.parentSub !== null ? [_item.parentSub] : [],
    );
    return [...new Set([...keysChanged(transaction, files), ...texts])];
  },
};

function findForeignContent(transaction: Y.Transaction): Refused | undefined {
  const { doc } = transaction;
  const files = filesOf(doc);
  const foreign =
    [...doc.share.keys()].some((key) => key !== filesKey) ||
    !everyNewItem(transaction, (item) => isPlain(item, files));
  return foreign ? malformed('A workspace holds files with plain text, nothing else.') : undefined;
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
function findUnfit(transaction: Y.Transaction): Refused | undefined {
  const files = filesOf(transaction.doc);
  for (const path of keysChanged(transaction, files)) {
    const problem = files.has(path) ? findPathProblem(path) : undefined;
    if (problem !== undefined) return malformed(`${quotePath(path)}: ${problem}`);
  }
  const tooMuch = findTooMuch(files);
  return tooMuch && { ok: false, ...tooMuch };
}
