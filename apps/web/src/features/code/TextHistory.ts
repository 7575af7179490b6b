import * as Y from 'yjs';
import { undoSteps } from './undoSteps.ts';

/** One replacement in a text, in UTF-16 code units; those of a step come one after the other. */
type Replacement = { start: number; removed: string; inserted: string };
type Step = Replacement[];

/** Keeps a text for as long as a browser's tab, as `sessionStorage` does under one key. */
export type HistoryMemory = {
  read(): string | null;
  write(value: string): void;
  /** Calls back when the page is about to go, until the function that it returns is called. */
  onLeave(callback: () => void): () => void;
};

/** Steps that outlive a reload, and their length as JSON. Counters a browser's storage that is full of one file. */
const maxSteps = 100;
const maxMemoryLength = 100_000;
/** How long after the last change the steps are written down, ms. */
const writeAfterMs = 400;

/**
 * One person's changes to a shared text, to be taken back and made again: only their own, and with a
 * `memory` also those from before a reload, as long as nobody else has changed the text since.
 */
export class TextHistory {
  readonly #text: Y.Text;
  readonly #memory: HistoryMemory | undefined;
  readonly #typing = { by: 'typing' };
  readonly #restoring = { by: 'restoring' };
  readonly #manager: Y.UndoManager;
  readonly #beginsStep = undoSteps();
  /** The text after the last event: an event says how long a deletion was, and not what was deleted. */
  #known: string;
  /** The replacements of the transaction under way. */
  #pending: Step = [];
  /** Steps from before the reload, below those of the manager; nothing until they are needed. */
  #earlier: Step[] | undefined;
  #undoneEarlier: Step[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #stopWaitingToLeave: (() => void) | undefined;

  constructor(text: Y.Text, memory?: HistoryMemory) {
    this.#text = text;
    this.#memory = memory;
    this.#known = text.toString();
    this.#manager = new Y.UndoManager(text, {
      trackedOrigins: new Set([this.#typing]),
      captureTimeout: 10_000,
    });
    this.#manager.on('stack-item-added', this.#note);
    this.#manager.on('stack-item-updated', this.#note);
    text.observe(this.#follow);
    this.#stopWaitingToLeave = memory?.onLeave(() => this.#write());
  }

  /** Whether a transaction is one of `change`, which whoever called it has shown already. */
  isTyped(transaction: Y.Transaction): boolean {
    return transaction.origin === this.#typing;
  }

  /** Whether a transaction took something back or made it again. */
  isHistory(transaction: Y.Transaction): boolean {
    return transaction.origin === this.#manager || transaction.origin === this.#restoring;
  }

  /** Somebody's edit: replacements, each in terms of the text before all of them. */
  change(replacements: { start: number; removed: number; inserted: string }[]): void {
    this.#loadEarlier();
    this.#undoneEarlier = [];
    const [first] = replacements;
    if (first && this.#beginsStep(first)) this.#manager.stopCapturing();
    for (const { start, removed, inserted } of replacements.toSorted((a, b) => b.start - a.start))
      this.#replace(this.#typing, start, removed, inserted);
  }

  undo(): void {
    if (this.#manager.canUndo()) {
      this.#manager.undo();
      return;
    }
    const step = this.#loadEarlier().pop();
    if (step === undefined) return;
    this.#undoneEarlier.push(step);
    for (const { start, removed, inserted } of step.toReversed())
      this.#replace(this.#restoring, start, inserted.length, removed);
  }

  redo(): void {
    const step = this.#undoneEarlier.pop();
    if (step === undefined) {
      this.#manager.redo();
      return;
    }
    this.#earlier?.push(step);
    for (const { start, removed, inserted } of step)
      this.#replace(this.#restoring, start, removed.length, inserted);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#stopWaitingToLeave?.();
    this.#write();
    this.#text.unobserve(this.#follow);
    this.#manager.destroy();
  }

  #replace(origin: object, start: number, length: number, inserted: string): void {
    this.#text.doc?.transact(() => {
      if (length > 0) this.#text.delete(start, length);
      if (inserted !== '') this.#text.insert(start, inserted);
    }, origin);
  }

  readonly #follow = ({ delta }: Y.YTextEvent, transaction: Y.Transaction) => {
    this.#pending = this.#read(delta);
    const isOwn = this.isTyped(transaction) || this.isHistory(transaction);
    if (!isOwn && this.#earlier !== undefined) {
      // Somebody else's: the places of the earlier steps are no longer true.
      this.#earlier = [];
      this.#undoneEarlier = [];
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#write(), writeAfterMs);
  };

  /** A change as replacements, one after the other; from then on it is known. */
  #read(delta: Y.YTextEvent['delta']): Step {
    const step: Step = [];
    let start = 0;
    for (const { retain = 0, insert, delete: length = 0 } of delta) {
      start += retain;
      const inserted = typeof insert === 'string' ? insert : '';
      if (inserted === '' && length === 0) continue;
      const removed = this.#known.slice(start, start + length);
      step.push({ start, removed, inserted });
      this.#known = `${this.#known.slice(0, start)}${inserted}${this.#known.slice(start + length)}`;
      start += inserted.length;
    }
    return step;
  }

  readonly #note = ({ stackItem, type }: { stackItem: object; type: 'undo' | 'redo' }) => {
    if (type === 'undo') stepOf(stackItem).push(...this.#pending);
    this.#pending = [];
  };

  /** What the memory has, when it is about the text as it is now. */
  #loadEarlier(): Step[] {
    this.#earlier ??= readMemory(this.#memory?.read() ?? null, this.#known);
    return this.#earlier;
  }

  #write(): void {
    // Without a change of one's own, what is written down is still right.
    if (this.#memory === undefined || this.#earlier === undefined) return;
    const steps = [...this.#earlier, ...this.#manager.undoStack.map(stepOf)].slice(-maxSteps);
    let value = JSON.stringify({ text: this.#known, steps });
    while (value.length > maxMemoryLength && steps.length > 0) {
      steps.splice(0, Math.ceil(steps.length / 2));
      value = JSON.stringify({ text: this.#known, steps });
    }
    this.#memory.write(value.length > maxMemoryLength ? '' : value);
  }
}

/** What each step of the manager replaced. */
const stepsOfItems = new WeakMap<object, Step>();

function stepOf(item: object): Step {
  const known = stepsOfItems.get(item);
  if (known) return known;
  const step: Step = [];
  stepsOfItems.set(item, step);
  return step;
}

/** The steps that lead to `text`; none when what was written is about another text, or is unreadable. */
function readMemory(written: string | null, text: string): Step[] {
  try {
    const memory = JSON.parse(written ?? 'null') as { text: string; steps: Step[] } | null;
    return memory?.text === text ? memory.steps : [];
  } catch {
    return [];
  }
}
