import { maxBoardElements, maxElementLength, maxElementsLength } from '@assay/contracts/live';
import { maxFileLength } from '@assay/contracts/workspace';
import * as Y from 'yjs';
import {
  type DocumentShape,
  everyNewItem,
  keysChanged,
  malformed,
  type Refused,
  tooLarge,
} from './checked.ts';

/** The id of an element or a note. */
const maxIdLength = 64;

/** A whiteboard: `elements`, plain JSON by id. */
export const boardShape: DocumentShape = elementsShape({ map: 'elements' });
/** Interviewers' notes: `entries`, plain JSON by id, and `text`. */
export const notesShape: DocumentShape = elementsShape({ map: 'entries', text: 'text' });

/** A map of plain JSON objects, each replaced as a whole and named by its `id`; perhaps a text beside it. */
function elementsShape(names: { map: string; text?: string }): DocumentShape {
  const mapOf = (doc: Y.Doc) => doc.getMap<unknown>(names.map);
  const textOf = (doc: Y.Doc) => (names.text === undefined ? undefined : doc.getText(names.text));
  /** Length of each element as JSON, characters; of what is not one, `undefined`. */
  const lengths = new WeakMap<Y.ContentAny, number | undefined>();

  function lengthOf(content: Y.ContentAny, id: string): number | undefined {
    if (!lengths.has(content)) lengths.set(content, measure(content, id));
    return lengths.get(content);
  }

  function mayBe(item: Y.Item, map: Y.Map<unknown>, text: Y.Text | undefined): boolean {
    if (item.content instanceof Y.ContentDeleted) return true;
    if (item.content instanceof Y.ContentString)
      return text !== undefined && item.parent === text && item.parentSub === null;
    return (
      item.content instanceof Y.ContentAny &&
      item.parent === map &&
      item.parentSub !== null &&
      lengthOf(item.content, item.parentSub) !== undefined
    );
  }

  return {
    prepare: (doc) => {
      mapOf(doc);
      textOf(doc);
    },
    namesChanged: (transaction) => keysChanged(transaction, mapOf(transaction.doc)),
    findRefusal: (transaction): Refused | undefined => {
      const { doc } = transaction;
      const [map, text] = [mapOf(doc), textOf(doc)];
      if (
        [...doc.share.keys()].some((key) => key !== names.map && key !== names.text) ||
        !everyNewItem(transaction, (item) => mayBe(item, map, text))
      ) {
        return malformed('This holds plain elements under their ids, nothing else.');
      }
      if (map.size > maxBoardElements)
        return tooLarge(`There is room for ${maxBoardElements} elements.`);
      let total = text?.length ?? 0;
      if (total > maxFileLength) return tooLarge(`A text has at most ${maxFileLength} characters.`);
      for (const [id, { content, deleted }] of map._map) {
        const length = content instanceof Y.ContentAny && !deleted ? lengthOf(content, id) : 0;
        if ((length ?? 0) > maxElementLength)
          return tooLarge(`One element has at most ${maxElementLength} characters.`);
        total += length ?? 0;
      }
      return total > maxElementsLength ? tooLarge('There is no room for more.') : undefined;
    },
  };
}

/** Characters of an element as JSON; `undefined` when it is not a plain object that names itself `id`. */
function measure({ arr }: Y.ContentAny, id: string): number | undefined {
  const elements: readonly unknown[] = arr;
  const element = elements[0];
  if (arr.length !== 1 || id.length > maxIdLength || id === '__proto__') return undefined;
  if (typeof element !== 'object' || element === null || Array.isArray(element)) return undefined;
  if (!('id' in element) || element.id !== id) return undefined;
  try {
    return JSON.stringify(element).length;
  } catch {
    // Numbers that JSON lacks, and depths that no stack has.
    return undefined;
  }
}
