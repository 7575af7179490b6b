/** Runs collected tests one after the other and reports each. */
import { takeAttachment } from './attachment.ts';
import { expect } from './expect.ts';
import { describeFailure } from './describeFailure.ts';
import type { GraderHost, GraderTestEnd, TestSuite } from './protocol.ts';
import {
  arrangeTests,
  type Block,
  fullName,
  hasOnly,
  type HookKind,
  isBlock,
  isSkipped,
  listTests,
  type Test,
} from './testTree.ts';

export type TestFile = { suite: TestSuite; root: Block };

/** Thrown into the running test when the host gives it up. */
class Aborted extends Error {
  override name = 'Aborted';
  readonly status: 'failed' | 'timed_out';

  constructor(message: string, status: Aborted['status']) {
    super(message);
    this.status = status;
  }
}

let abort: ((error: unknown) => void) | undefined;

/** The host gives up the test that is running. */
export function abortTest(message: string, status: 'failed' | 'timed_out'): void {
  abort?.(new Aborted(message, status));
}

/** Something that the running test started has failed where it cannot be awaited. */
export function failTest(error: unknown): void {
  abort?.(error);
}

/** Runs `body`; a call of `abortTest` or `failTest` rejects the result, whatever `body` waits for. */
function abortable(body: () => unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    abort = reject;
    new Promise((done) => done(body())).then(resolve, reject);
  });
}

export type RunOptions = {
  /** Is told where each test that runs begins and ends. */
  scope: { begin(): void; end(): void };
  /** Full names of the tests to run and to report, in the order that is wanted; all unless given. */
  only?: readonly string[];
};

export async function runTests(
  files: TestFile[],
  host: GraderHost,
  { scope, only }: RunOptions,
): Promise<void> {
  const turns = only && new Map(only.map((name, index) => [name, index]));
  for (const { suite, root } of turns ? inOrder(files, turns) : files) {
    const anyOnly = hasOnly(root);
    const isWanted = (test: Test) =>
      !isSkipped(test, anyOnly) && (turns === undefined || turns.has(fullName(test)));
    await runBlock(root, {
      suite,
      host,
      scope,
      isWanted,
      quiet: only !== undefined,
      broken: undefined,
    });
  }
}

function inOrder(files: TestFile[], turns: ReadonlyMap<string, number>): TestFile[] {
  const placed = files.map((file) => ({ file, turn: arrangeTests(file.root, turns) }));
  return placed.toSorted((one, other) => one.turn - other.turn).map(({ file }) => file);
}

type Context = {
  suite: TestFile['suite'];
  host: GraderHost;
  scope: RunOptions['scope'];
  isWanted(test: Test): boolean;
  /** Says nothing of tests that are not wanted. */
  quiet: boolean;
  broken: unknown;
};

async function runBlock(block: Block, context: Context): Promise<void> {
  const wanted = listTests(block).some((test) => context.isWanted(test));
  let { broken } = context;
  if (wanted && broken === undefined) {
    try {
      for (const run of block.hooks.beforeAll) await abortable(run);
    } catch (error) {
      broken = error;
    }
  }
  for (const child of block.children) {
    const inner = { ...context, broken };
    if (isBlock(child)) await runBlock(child, inner);
    else await runTest(child, inner);
  }
  if (wanted) for (const run of block.hooks.afterAll) await abortable(run).catch(() => {});
}

function hooksFor(test: Test, kind: HookKind): (() => unknown)[] {
  const blocks: Block[] = [];
  for (let block: Block | undefined = test.parent; block; block = block.parent)
    blocks.unshift(block);
  return (kind === 'afterEach' ? blocks.toReversed() : blocks).flatMap(
    (block) => block.hooks[kind],
  );
}

async function runTest(
  test: Test,
  { suite, host, scope, isWanted, quiet, broken }: Context,
): Promise<void> {
  if (quiet && !isWanted(test)) return;
  const name = fullName(test);
  const end = (result: Omit<GraderTestEnd, 'name' | 'suite'>) =>
    host.testEnded(JSON.stringify({ name, suite, ...result, attachment: takeAttachment() }));
  host.testStarted(name);
  if (!isWanted(test)) {
    end({ status: 'skipped' });
    return;
  }
  let thrown: { error: unknown } | undefined = broken === undefined ? undefined : { error: broken };
  if (!thrown) {
    scope.begin();
    expect.setState({
      assertionCalls: 0,
      isExpectingAssertions: false,
      expectedAssertionsNumber: null,
      suppressedErrors: [],
    });
    try {
      for (const run of hooksFor(test, 'beforeEach')) await abortable(run);
      await abortable(test.run);
      const [missing] = expect.extractExpectedAssertionsErrors();
      if (missing) throw missing.error;
    } catch (error) {
      thrown = { error };
    }
    try {
      for (const run of hooksFor(test, 'afterEach')) await abortable(run);
    } catch (error) {
      thrown ??= { error };
    }
    scope.end();
  }
  if (!thrown) end({ status: 'passed' });
  else if (thrown.error instanceof Aborted) {
    end({ status: thrown.error.status, failure: { message: thrown.error.message, stack: '' } });
  } else end({ status: 'failed', failure: describeFailure(thrown.error) });
}
