import { maxBoardElements, maxElementsLength } from '@assay/contracts/live';
import type * as Y from 'yjs';
import { boardOf, readBoard } from './boardDocument.ts';
import { type BoardElement, parseElement } from './boardElement.ts';
import { type ElementVersion, isNewer, readVersion } from './isNewer.ts';
import { type BoardRefusal, shareElement } from './shareElement.ts';

/** An element as the drawing surface has it; deleted ones stay there for undo. */
export type SceneElement = ElementVersion & { id: string; type: string; isDeleted: boolean };

/** The drawing surface, as far as the binding needs it. */
export type BoardScene = {
  elements(): readonly SceneElement[];
  /** Shows others' changes: of each element the newer state, by the rule of `isNewer`. */
  merge(elements: readonly (BoardElement | SceneElement)[]): void;
};

/** How long changes are gathered into one update, ms. */
const gatherMs = 60;

/**
 * Keeps a drawing surface and the elements of a document the same.
 * Own changes are written when a stroke ends, not while it is drawn. Of concurrent changes to one element the newer
 * wins everywhere: whoever holds it writes it again where the document had taken the other.
 */
export class BoardBinding {
  readonly #doc: Y.Doc;
  readonly #scene: BoardScene;
  readonly #onRefused: (reason: BoardRefusal) => void;
  /** The version of each element that the document and the surface agreed on last. */
  #agreed = new Map<string, number>();
  /** Of each shared element as JSON, characters. */
  readonly #lengths = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #readOnly: boolean;

  /** `onRefused` is told of what was taken off the own surface again, because it cannot be shared. */
  constructor(
    doc: Y.Doc,
    scene: BoardScene,
    { readOnly, onRefused }: { readOnly: boolean; onRefused: (reason: BoardRefusal) => void },
  ) {
    this.#doc = doc;
    this.#scene = scene;
    this.#onRefused = onRefused;
    this.#readOnly = readOnly;
    for (const id of boardOf(doc).keys()) this.#measure(id);
    boardOf(doc).observe(this.#follow);
    this.#merge();
  }

  /** Whether own changes stay here. What is pending when the right to draw is taken is not written. */
  setReadOnly(readOnly: boolean): void {
    this.#readOnly = readOnly;
  }

  /** To be called whenever the surface changed; `settled` is false while a stroke or a drag goes on. */
  sceneChanged(settled: boolean): void {
    if (!settled || this.#readOnly) return;
    this.#timer ??= setTimeout(() => this.flush(), gatherMs);
  }

  /** Writes what is newer here than in the document. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#readOnly) return;
    const refused = new Set<BoardRefusal>();
    const reverted: SceneElement[] = [];
    this.#doc.transact(() => {
      for (const element of this.#scene.elements()) {
        const reason = this.#write(element);
        if (reason === undefined) continue;
        refused.add(reason);
        reverted.push(this.#revert(element));
      }
    }, this);
    if (reverted.length > 0) this.#scene.merge(reverted);
    for (const reason of refused) this.#onRefused(reason);
  }

  /** Writes what is settled and lets go of the document. */
  dispose(): void {
    this.flush();
    boardOf(this.#doc).unobserve(this.#follow);
  }

  #write(element: SceneElement): BoardRefusal | undefined {
    const board = boardOf(this.#doc);
    const shared = readVersion(board.get(element.id));
    if (shared !== undefined && !isNewer(element, shared)) return undefined;
    if (element.isDeleted) {
      if (board.has(element.id)) board.delete(element.id);
      return undefined;
    }
    const result = shareElement(element);
    if (!result.ok) return result.why === 'unfinished' ? undefined : result.why;
    if (!this.#hasRoom(element.id, result.length)) return 'full';
    board.set(element.id, result.element);
    this.#agreed.set(element.id, element.version);
    return undefined;
  }

  /** What stands in place of an element that cannot be shared: its last shared state, or nothing. */
  #revert(element: SceneElement): SceneElement {
    const shared = parseElement(boardOf(this.#doc).get(element.id));
    if (shared === undefined) return deleted(element);
    const reverted = { ...shared, version: element.version + 1 };
    boardOf(this.#doc).set(element.id, reverted);
    return reverted;
  }

  #hasRoom(id: string, length: number): boolean {
    const others = [...this.#lengths].filter(([other]) => other !== id);
    const total = others.reduce((sum, [, other]) => sum + other, length);
    return others.length < maxBoardElements && total <= maxElementsLength;
  }

  readonly #follow = (event: Y.YMapEvent<unknown>, transaction: Y.Transaction) => {
    for (const id of event.changes.keys.keys()) this.#measure(id);
    if (transaction.origin !== this) this.#merge();
  };

  #measure(id: string): void {
    const value = boardOf(this.#doc).get(id);
    if (value === undefined) this.#lengths.delete(id);
    else this.#lengths.set(id, JSON.stringify(value).length);
  }

  #merge(): void {
    const shared = readBoard(this.#doc);
    const versions = new Map(shared.map(({ id, version }) => [id, version]));
    const gone = this.#scene
      .elements()
      .filter(
        ({ id, version, isDeleted }) =>
          !isDeleted && !versions.has(id) && version <= (this.#agreed.get(id) ?? 0),
      );
    this.#agreed = versions;
    this.#scene.merge([...shared, ...gone.map(deleted)]);
    this.sceneChanged(true);
  }
}

function deleted(element: SceneElement): SceneElement {
  return { ...element, isDeleted: true, version: element.version + 1 };
}
