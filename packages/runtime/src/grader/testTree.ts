/** `describe`, `it` and hooks: what test files declare. */
import { bind } from 'jest-each';

type TestFunction = () => unknown;
type Mode = 'run' | 'only' | 'skip';
export type HookKind = 'beforeAll' | 'beforeEach' | 'afterEach' | 'afterAll';

export type Block = {
  title: string;
  mode: Mode;
  parent: Block | undefined;
  children: (Block | Test)[];
  hooks: Record<HookKind, TestFunction[]>;
};

export type Test = { title: string; mode: Mode; parent: Block; run: TestFunction };

export function isBlock(node: Block | Test): node is Block {
  return 'children' in node;
}

function createBlock(title: string, mode: Mode, parent: Block | undefined): Block {
  return {
    title,
    mode,
    parent,
    children: [],
    hooks: { beforeAll: [], beforeEach: [], afterEach: [], afterAll: [] },
  };
}

/** Titles of the blocks around a test and its own, joined by " > ". */
export function fullName(test: Test): string {
  const titles = [test.title];
  for (let block: Block | undefined = test.parent; block?.parent; block = block.parent)
    titles.unshift(block.title);
  return titles.join(' > ');
}

/** Gathers what one test file declares. */
export function collectTests(load: (globals: Record<string, unknown>) => void): Block {
  const root = createBlock('', 'run', undefined);
  let current = root;

  const declareBlock = (mode: Mode) => (title: unknown, declare: TestFunction) => {
    const block = createBlock(titleOf(title), mode, current);
    current.children.push(block);
    const around = current;
    current = block;
    try {
      if (declare() instanceof Promise)
        throw new Error(
          `describe("${block.title}") returned a promise; declare tests synchronously.`,
        );
    } finally {
      current = around;
    }
  };
  const declareTest = (mode: Mode) => (title: unknown, run?: TestFunction) => {
    if (typeof run !== 'function') throw new Error(`The test "${titleOf(title)}" has no function.`);
    if (run.length > 0)
      throw new Error(`The test "${titleOf(title)}" takes a callback; return a promise instead.`);
    current.children.push({ title: titleOf(title), mode, parent: current, run });
  };
  const withEach = (
    declare: (mode: Mode) => (title: unknown, run: TestFunction) => void,
    mode: Mode,
  ) => Object.assign(declare(mode), { each: bind(declare(mode) as never) });
  const family = (declare: typeof declareBlock) =>
    Object.assign(withEach(declare, 'run'), {
      only: withEach(declare, 'only'),
      skip: withEach(declare, 'skip'),
    });
  const hook = (kind: HookKind) => (run: TestFunction) => void current.hooks[kind].push(run);

  const it = family(declareTest);
  load({
    describe: family(declareBlock),
    it,
    test: it,
    beforeAll: hook('beforeAll'),
    beforeEach: hook('beforeEach'),
    afterEach: hook('afterEach'),
    afterAll: hook('afterAll'),
  });
  return root;
}

function titleOf(title: unknown): string {
  return typeof title === 'function' ? title.name : String(title);
}

/** All tests below a block, in order. */
export function listTests(block: Block): Test[] {
  return block.children.flatMap((child) => (isBlock(child) ? listTests(child) : [child]));
}

/**
 * Puts the tests below `node` into the order of `turns`, as far as blocks that stay together allow; the rest
 * comes after them, as it was declared.
 * @returns the turn at which the first of them comes.
 */
export function arrangeTests(node: Block | Test, turns: ReadonlyMap<string, number>): number {
  if (!isBlock(node)) return turns.get(fullName(node)) ?? turns.size;
  const placed = node.children.map((child) => ({ child, turn: arrangeTests(child, turns) }));
  placed.sort((one, other) => one.turn - other.turn);
  node.children = placed.map(({ child }) => child);
  return placed[0]?.turn ?? turns.size;
}

/** Whether a test runs, given the `.only` and `.skip` on it and around it. */
export function isSkipped(test: Test, anyOnly: boolean): boolean {
  const around: (Block | Test)[] = [test];
  for (let block: Block | undefined = test.parent; block; block = block.parent) around.push(block);
  return (
    around.some((node) => node.mode === 'skip') ||
    (anyOnly && !around.some((node) => node.mode === 'only'))
  );
}

export function hasOnly(block: Block): boolean {
  return (
    block.mode === 'only' ||
    block.children.some((child) => (isBlock(child) ? hasOnly(child) : child.mode === 'only'))
  );
}
