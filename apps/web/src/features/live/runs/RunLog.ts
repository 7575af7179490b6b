import type {
  LiveOffers,
  LiveRefusal,
  LiveRun,
  LiveRunAsked,
  LiveRunPage,
  LiveRunProgress,
  LiveTest,
} from '@assay/contracts/live';

type RunAnswer = { ok: true; run: LiveRun } | LiveRefusal;

/** How the runs of a session ask the server. Each rejects when there is no answer. */
export type RunTransport = {
  list: (before: number | undefined) => Promise<LiveRunPage | LiveRefusal>;
  result: (id: string) => Promise<RunAnswer>;
  ask: (asked: LiveRunAsked) => Promise<RunAnswer>;
  cancel: (id: string) => Promise<RunAnswer>;
};

export type RunsState = {
  /** `failed`: what was run could not be had, for the reason that is said. */
  loaded: { kind: 'loading' } | { kind: 'ready' } | { kind: 'failed'; message: string };
  /** Newest first. */
  runs: readonly LiveRun[];
  /** Whether there are older ones to fetch. */
  more: boolean;
  offers: LiveOffers | undefined;
  /** Results so far of those that go on. */
  soFar: ReadonlyMap<string, readonly LiveTest[]>;
};

/** How long the page waits to ask again while the code is not open yet, ms. */
const againMs = 400;

const noAnswer: LiveRefusal = {
  ok: false,
  code: 'unavailable',
  message: 'The server does not answer. Your work is kept in this tab; try again in a moment.',
};

/** How far a run is: what was said of it before never takes the place of what is known. */
const ranks: Record<LiveRun['state'], number> = { queued: 0, running: 1, done: 2, cancelled: 2 };

/** What is run in a session, as one page knows it. */
export class RunLog {
  readonly #transport: RunTransport;
  readonly #listeners = new Set<() => void>();
  /** Results that were asked for, so that each is asked for once. */
  readonly #wanted = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;
  #state: RunsState = {
    loaded: { kind: 'loading' },
    runs: [],
    more: false,
    offers: undefined,
    soFar: new Map(),
  };

  constructor(transport: RunTransport) {
    this.#transport = transport;
  }

  readonly state = (): RunsState => this.#state;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Fetches what was missed; again whenever the code was opened anew. */
  async refresh(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#load(undefined);
  }

  /** Fetches the runs before the oldest that is here. */
  async loadOlder(): Promise<void> {
    await this.#load(this.#state.runs.at(-1)?.seq);
  }

  /** A run that the server told of. */
  receive(run: LiveRun): void {
    this.#merge([run]);
  }

  /** Results of a run so far, which repeat the earlier ones. */
  follow({ id, tests }: LiveRunProgress): void {
    const known = this.#state.soFar.get(id)?.length ?? 0;
    // Reports may overtake one another; the one with more results is the later one.
    if (known <= tests.length) this.#set({ soFar: new Map(this.#state.soFar).set(id, tests) });
  }

  /** Fetches what came of a run where only the list is known. */
  async want(run: LiveRun): Promise<void> {
    if (run.state !== 'done' || hasResult(run) || this.#wanted.has(run.id)) return;
    this.#wanted.add(run.id);
    const answer = await this.#transport.result(run.id).catch(() => undefined);
    if (answer?.ok) this.#merge([answer.run]);
    else this.#wanted.delete(run.id);
  }

  /** Asks for a run, once more where no answer came: the same id is run once. Answers why it is not run. */
  async ask(asked: LiveRunAsked): Promise<LiveRefusal | undefined> {
    const once = () => this.#transport.ask(asked);
    return this.#take(await once().catch(() => once().catch(() => noAnswer)));
  }

  /** Gives up a run. Answers why it goes on. */
  async cancel(id: string): Promise<LiveRefusal | undefined> {
    return this.#take(await this.#transport.cancel(id).catch(() => noAnswer));
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#listeners.clear();
  }

  #take(answer: RunAnswer): LiveRefusal | undefined {
    if (!answer.ok) return answer;
    this.#merge([answer.run]);
    return undefined;
  }

  async #load(before: number | undefined): Promise<void> {
    const page = await this.#transport.list(before).catch(() => undefined);
    if (this.#closed) return;
    if (page === undefined || (!page.ok && page.code === 'unavailable')) {
      if (before === undefined) this.#timer = setTimeout(() => void this.#load(undefined), againMs);
      return;
    }
    if (!page.ok) return this.#set({ loaded: { kind: 'failed', message: page.message } });
    const oldest = this.#state.runs.at(-1);
    const reachesBack = page.runs.every(({ seq }) => oldest === undefined || seq <= oldest.seq);
    this.#merge(page.runs, {
      loaded: { kind: 'ready' },
      offers: page.offers,
      ...((reachesBack || before !== undefined) && { more: page.more }),
    });
  }

  #merge(runs: readonly LiveRun[], change: Partial<RunsState> = {}): void {
    const byId = new Map(this.#state.runs.map((run) => [run.id, run]));
    for (const run of runs) {
      const known = byId.get(run.id);
      if (known === undefined || ranks[run.state] > ranks[known.state] || !hasResult(known))
        if (known === undefined || ranks[run.state] >= ranks[known.state]) byId.set(run.id, run);
    }
    const merged = [...byId.values()].sort((one, other) => other.seq - one.seq);
    const going = new Set(merged.filter((run) => ranks[run.state] < 2).map(({ id }) => id));
    const soFar = [...this.#state.soFar].filter(([id]) => going.has(id) || !byId.has(id));
    this.#set({ ...change, runs: merged, soFar: new Map(soFar) });
  }

  #set(change: Partial<RunsState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

function hasResult(run: LiveRun): boolean {
  return run.kind === 'tests' ? run.verdict !== undefined : run.exploration !== undefined;
}
