import type { BoardElement } from './boardElement.ts';
import type { BoardScene, SceneElement } from './BoardBinding.ts';
import { isNewer } from './isNewer.ts';

/** A rectangle as Excalidraw makes them. */
export function rectangle(id: string, changes: object = {}): BoardElement {
  return {
    id,
    type: 'rectangle',
    x: 0,
    y: 0,
    width: 120,
    height: 60,
    angle: 0,
    strokeColor: '#1e1e1e',
    backgroundColor: 'transparent',
    fillStyle: 'solid',
    strokeWidth: 2,
    strokeStyle: 'solid',
    roundness: null,
    roughness: 1,
    opacity: 100,
    seed: 1,
    version: 1,
    versionNonce: 1,
    index: 'a0',
    isDeleted: false,
    groupIds: [],
    frameId: null,
    boundElements: null,
    updated: 1,
    link: null,
    locked: false,
    ...changes,
  };
}

/** A drawing surface that keeps elements as Excalidraw does, without the drawing. */
export class TestScene implements BoardScene {
  readonly #elements = new Map<string, SceneElement>();

  elements(): readonly SceneElement[] {
    return [...this.#elements.values()];
  }

  merge(elements: readonly SceneElement[]): void {
    for (const element of elements) {
      const known = this.#elements.get(element.id);
      // The newer one stays, and of two with one version the shared one.
      if (known === undefined || !isNewer(known, element)) this.#elements.set(element.id, element);
    }
  }

  /** What a person does: each change makes a new version. */
  draw(id: string, changes: object, versionNonce: number): void {
    const known = this.#elements.get(id) ?? rectangle(id, { version: 0 });
    const version = known.version + 1;
    this.#elements.set(id, { ...known, ...changes, version, versionNonce });
  }

  erase(id: string, versionNonce: number): void {
    if (this.#elements.has(id)) this.draw(id, { isDeleted: true }, versionNonce);
  }

  /** What can be seen, by id. */
  visible(): SceneElement[] {
    return this.elements()
      .filter(({ isDeleted }) => !isDeleted)
      .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }
}
