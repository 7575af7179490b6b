import type { ConsoleLine, During } from '@assay/contracts/verdict';
import type { Link } from '#postgres/Link.ts';
import type { LoggedQuery } from '#postgres/PostgresReply.ts';
import type { RunnerFrame, RunnerStop } from './frames.ts';
import { type GuestIsolate, GuestStopped } from './GuestIsolate.ts';
import { PostgresClient } from './PostgresClient.ts';
import type { RunnerJob } from './RunnerJob.ts';
import { deriveSeed } from './deriveSeed.ts';
import { describeRejection } from './describeRejection.ts';
import { ApiExchanges } from './ApiExchanges.ts';
import { createGraderHost, type TestCounters, type TestEnd } from './graderHost.ts';
import { RedisServer } from '#runner/redis/RedisServer.ts';
import { maxConsoleLines } from './maxConsoleLines.ts';
import { queryRows } from './queryRows.ts';
import { Solution } from './Solution.ts';
import { startMs } from './startMs.ts';
import { VirtualLoop } from './VirtualLoop.ts';
import { VirtualNetwork } from './VirtualNetwork.ts';

/** PGlite buffers 1,024 random bytes and has filled the buffer before the run's seed was known; each UUID takes 16. */
const spendOldRandomness = 'SELECT gen_random_uuid() FROM generate_series(1, 64)';
/** CPU of the challenge's own tests in one turn, ms. Counters a loop in a test, which is our fault. */
const graderCpuMs = 20_000;

type Guests = { grader: GuestIsolate; createSolution(): GuestIsolate; postgres?: Link | undefined };
/** A limit leaves a test timed out; a crash fails it. */
type GivingUp = { message: string; status: 'failed' | 'timed_out' };

/**
 * One run: loads the solution, lets the grader go through the tests, and keeps the limits. All of it
 * happens on one thread and one virtual clock, so that it repeats itself exactly.
 */
export class Run {
  readonly #job: RunnerJob;
  readonly #guests: Guests;
  readonly #send: (frame: RunnerFrame) => void;
  readonly #loop: VirtualLoop;
  readonly #postgres: PostgresClient | undefined;
  readonly #network = new VirtualNetwork();
  readonly #exchanges: ApiExchanges;
  readonly #redis: RedisServer;
  #connections = 0;
  #solution: Solution | undefined;
  #stop: RunnerStop | undefined;
  #during: During = { phase: 'load' };
  /** CPU of the solutions that are gone, ms. */
  #spentCpuMs = 0;
  #printed = 0;
  /** What a solution that is gone has left in files. */
  #disk = '';
  #usesDisk: boolean;
  #queryCount = 0;
  /** Why the running test has to be given up, once that is so. */
  #givingUp: GivingUp | undefined;
  #solutionBroken = false;
  #brokenBy: RunnerStop['kind'] | undefined;
  #finished = false;
  /** Counts the solutions of this run, so that what was meant for a dead one goes nowhere. */
  #generation = 0;
  #counters: TestCounters;

  constructor(job: RunnerJob, guests: Guests, send: (frame: RunnerFrame) => void) {
    this.#job = job;
    this.#guests = guests;
    this.#send = send;
    this.#loop = new VirtualLoop(startMs, deriveSeed(job.seed, 'loop'));
    this.#counters = this.#startCounters();
    this.#usesDisk = job.solution.includes('.provideFiles(');
    this.#exchanges = new ApiExchanges({
      loop: this.#loop,
      messageLength: job.limits.messageLength,
      listening: () => this.#solution?.listening === true,
      turnGrader: (op, ...args) => this.#graderTurn(op, ...args),
      solutionTurn: (op, ...args) => this.#forThisSolution(() => this.#turn(op, ...args)),
    });
    this.#redis = new RedisServer({
      nextConnection: () => this.#openConnection(),
      deliver: (connection, binary) => this.#deliverBytes(connection, binary),
      onCommand: (command) => void this.#counters.commands.push(command),
      onCrash: () => this.#startSolution(),
      onPublish: (channel, message) => void this.#counters.published.push({ channel, message }),
      now: () => this.#loop.nowMs,
      after: (ms, run) => {
        const id = this.#loop.setTimer(ms, run);
        return () => this.#loop.clear(id);
      },
    });
    if (guests.postgres) {
      this.#postgres = new PostgresClient(guests.postgres, {
        seed: deriveSeed(job.seed, 'postgres'),
        now: () => this.#loop.nowMs,
        nextConnection: () => this.#openConnection(),
        deliver: (connection, binary) => this.#deliverBytes(connection, binary),
        onQuery: (query) => this.#countQuery(query),
        onBroken: (reason) =>
          this.#crashed({
            message: `The database went down: ${reason}`.slice(0, 8_000),
            stack: '',
          }),
        onCrash: () => this.#startSolution(),
      });
    }
  }

  #openConnection(): number {
    this.#connections += 1;
    return this.#connections;
  }

  #deliverBytes(connection: number, binary: string): void {
    this.#loop.post(
      `connection ${connection}`,
      this.#forThisSolution(() => this.#turn('bytes', connection, binary)),
    );
  }

  /** Work that is dropped when another solution has taken the place of this one. */
  #forThisSolution(work: () => void): () => void {
    const generation = this.#generation;
    return () => {
      if (generation === this.#generation) work();
    };
  }

  execute(): void {
    try {
      if (this.#postgres) {
        queryRows(this.#postgres, spendOldRandomness, []);
        queryRows(this.#postgres, this.#job.seedSql ?? '', []);
      }
      this.#send({ type: 'started', during: this.#during });
      this.#startSolution();
      if (!this.#stop) this.#runTests();
    } catch (error) {
      this.#stop ??= {
        kind: 'tests_broken',
        message: error instanceof Error ? error.message.slice(0, 10_000) : 'unknown',
      };
    }
    this.#send({ type: 'result', cpuMs: this.#cpuMs, ...(this.#stop ? { stop: this.#stop } : {}) });
  }

  /** Ends the run once the turn that is under way is over. */
  end(): void {
    this.#finished = true;
  }

  #runTests(): void {
    this.#guests.grader.boot(this.#createGraderHost(), deriveSeed(this.#job.seed, 'grader'));
    this.#network.attach({
      ask: (exchange, json) => this.#askUpstream(exchange, json),
      abandon: (exchange) =>
        this.#loop.post(`abandon ${exchange}`, () =>
          this.#graderTurn('upstreamAbandoned', exchange),
        ),
    });
    this.#graderTurn(
      'run',
      JSON.stringify(this.#job.tests),
      JSON.stringify(this.#job.only ?? null),
    );
    while (!this.#finished && this.#goOn()) {
      if (this.#givingUp !== undefined) this.#abortTest(this.#givingUp);
      else if (!this.#loop.step()) {
        this.#abortTest({ message: nothingLeft, status: 'timed_out' });
        if (!this.#loop.busy && !this.#finished && this.#idleAborts > maxIdleAborts) {
          throw new Error('The tests wait for something that never comes.');
        }
      }
      this.#checkTest();
    }
  }

  /** Tests given up in a row without one that ended; hooks that hang would go on for ever. */
  #idleAborts = 0;

  #abortTest({ message, status }: GivingUp): void {
    this.#givingUp = undefined;
    this.#idleAborts += 1;
    this.#graderTurn('abort', message, status);
  }

  /** Whether the run may continue: some ends leave nothing to go on with. */
  #goOn(): boolean {
    return this.#stop === undefined || this.#stop.kind === 'cpu_limit'
      ? this.#leftCpuMs > 0
      : this.#stop.kind === 'crashed';
  }

  /** CPU of all solutions of this run, ms. */
  get #cpuMs(): number {
    return this.#spentCpuMs + (this.#solution?.cpuMs ?? 0);
  }

  get #leftCpuMs(): number {
    return this.#job.limits.runCpuMs - this.#cpuMs;
  }

  #checkTest(): void {
    const { testVirtualMs, testTurns } = this.#job.limits;
    if (this.#loop.nowMs - this.#counters.startedMs - this.#counters.advancedMs > testVirtualMs) {
      this.#givingUp ??= {
        message: `It was not done after ${testVirtualMs} ms of virtual time.`,
        status: 'timed_out',
      };
    } else if (this.#loop.turns - this.#counters.turns > testTurns) {
      this.#givingUp ??= {
        message: `It was not done after ${testTurns} turns of the event loop.`,
        status: 'timed_out',
      };
    }
  }

  #startSolution(): void {
    this.#retireSolution();
    this.#generation += 1;
    this.#solutionBroken = false;
    this.#brokenBy = undefined;
    const job = { ...this.#job, seed: deriveSeed(this.#job.seed, 'solution', this.#generation) };
    const solution = new Solution(this.#guests.createSolution(), job, {
      loop: this.#loop,
      postgres: this.#postgres,
      redis: this.#redis,
      network: this.#network,
      turn: (op, ...args) => void this.#turn(op, ...args),
      print: (line) => this.#print(line),
      exchanges: this.#exchanges,
      callTests: (json) => this.#callTests(json),
      settle: (json) => {
        if (json.length > this.#job.limits.messageLength) return;
        const settled = () => void this.#graderTurn('settled', json);
        this.#loop.post('settle tests', this.#forThisSolution(settled));
      },
      wait: (done) => this.#wait(done),
      outOfMemory: () => {
        this.#outOfMemory();
        solution.stop();
      },
      refused: (diagnostic) => {
        const loading = this.#during.phase === 'load';
        if (loading) this.#break({ kind: 'refused', diagnostic }, 'It does not compile.');
        else this.#crashed({ message: diagnostic.message, stack: '' });
      },
      crashed: (problem) => this.#crashed(problem),
    });
    this.#solution = solution;
    this.#restoreDisk();
    this.#turn('load', this.#job.solution);
    this.#awaitLoading(solution);
    this.#loop.advance(0, () => !this.#solutionBroken);
  }

  /** A program with top-level await goes on loading over turns of the loop. */
  #awaitLoading(solution: Solution): void {
    while (!solution.loaded && !this.#givingUp && this.#loop.step()) this.#checkTest();
    if (solution.loaded || this.#solutionBroken) return;
    const message = this.#givingUp?.message ?? 'It waits for something that never comes.';
    this.#crashed({ message: `Top-level await: ${message}`, stack: '' });
  }

  #retireSolution(): void {
    if (!this.#solution) return;
    this.#postgres?.closeAll();
    this.#redis.closeAll();
    const retired = this.#solution;
    this.#saveDisk(retired);
    this.#solution = undefined;
    this.#spentCpuMs += retired.cpuMs;
    retired.dispose();
    this.#exchanges.loseAll();
    this.#loop.post('settle tests', () => this.#graderTurn('solutionStopped'));
  }

  /** A disk outlives the process that wrote it. Of one that a limit has stopped, the last known state stays. */
  #saveDisk(solution: Solution): void {
    if (!this.#usesDisk || (this.#brokenBy !== undefined && this.#brokenBy !== 'crashed')) return;
    try {
      this.#disk = solution.turn(diskCpuMs, this.#job.patience, 'saveDisk', maxDiskLength);
    } catch (error) {
      if (error instanceof GuestStopped && error.reason === 'starved')
        this.#break({ kind: 'starved' }, 'The machine was too busy.');
    }
  }

  #restoreDisk(): void {
    if (this.#disk === tooLarge)
      this.#crashed({ message: `Its files have more than ${maxDiskLength} bytes.`, stack: '' });
    else if (this.#disk !== '') this.#turn('restoreDisk', this.#disk);
  }

  /** Gives the solution a turn within the limits of the test; what breaks it is kept as the run's stop. */
  #turn(op: string, ...args: (string | number)[]): string | undefined {
    const solution = this.#solution;
    if (!solution || this.#solutionBroken || solution.postpone(op, ...args)) return undefined;
    const testLeftMs = this.#job.limits.testCpuMs - (this.#cpuMs - this.#counters.cpuMs);
    const runLeftMs = this.#leftCpuMs;
    try {
      const answer = solution.turn(
        Math.min(testLeftMs, runLeftMs),
        this.#job.patience,
        op,
        ...args,
      );
      for (const later of solution.takePostponed())
        this.#loop.post(
          'postponed',
          this.#forThisSolution(() => this.#turn(...later)),
        );
      return answer;
    } catch (error) {
      // It was in a call that waited when another one took its place.
      if (solution !== this.#solution) return undefined;
      const reason = error instanceof GuestStopped ? error.reason : undefined;
      if (reason === undefined) this.#crashed(describeRejection(error));
      else if (reason === 'starved') this.#break({ kind: 'starved' }, 'The machine was too busy.');
      else if (reason === 'memory') this.#outOfMemory();
      else {
        const limit = runLeftMs < testLeftMs ? 'runCpuMs' : 'testCpuMs';
        this.#break(
          { kind: 'cpu_limit', during: this.#during, limit },
          `It used more than ${this.#job.limits[limit]} ms of CPU.`,
        );
      }
      return undefined;
    }
  }

  /** Lets the world go on while a call of the solution's waits in the midst of its turn. */
  #wait(done: () => boolean): boolean {
    const generation = this.#generation;
    while (!done()) {
      if (this.#givingUp || this.#finished || !this.#goOn()) return false;
      if (!this.#loop.step()) {
        this.#givingUp ??= { message: nothingLeft, status: 'timed_out' };
        return false;
      }
      if (generation !== this.#generation) return false;
      this.#checkTest();
    }
    return true;
  }

  #outOfMemory(): void {
    this.#break(
      { kind: 'memory_limit', during: this.#during },
      `It used more than ${this.#job.limits.heapMb} MB of memory.`,
    );
  }

  #crashed(problem: { message: string; stack: string }): void {
    this.#break(
      { kind: 'crashed', during: this.#during, ...problem },
      `The solution crashed: ${problem.message}`,
    );
  }

  #break(stop: RunnerStop, message: string): void {
    this.#stop ??= stop;
    if (stop.kind === 'cpu_limit' && stop.limit === 'runCpuMs') this.#stop = stop;
    this.#solutionBroken = true;
    this.#brokenBy ??= stop.kind;
    this.#givingUp ??= { message, status: stop.kind === 'cpu_limit' ? 'timed_out' : 'failed' };
  }

  #print(line: ConsoleLine): void {
    this.#printed += line.text.length + 1;
    if (
      this.#printed > this.#job.limits.outputLength ||
      this.#counters.logs.length >= maxConsoleLines
    ) {
      this.#break({ kind: 'output_limit', during: this.#during }, 'It printed too much.');
      this.#solution?.stop();
    } else this.#counters.logs.push(line);
  }

  #countQuery(query: LoggedQuery): void {
    this.#queryCount += 1;
    this.#counters.queries.push(query);
    if (this.#queryCount > this.#job.limits.queries) {
      this.#crashed({
        message: `More than ${this.#job.limits.queries} SQL statements were sent in one run.`,
        stack: '',
      });
    }
  }

  #askUpstream(exchange: number, json: string): void {
    const { messageLength } = this.#job.limits;
    if (json.length <= messageLength) {
      this.#loop.post(`to upstream ${exchange}`, () =>
        this.#graderTurn('upstream', exchange, json),
      );
      return;
    }
    const message = `A request has at most ${messageLength} characters here.`;
    this.#network.reply(exchange, JSON.stringify({ error: { code: 'EMSGSIZE', message } }));
  }

  #graderTurn(op: string, ...args: (string | number)[]): string {
    const cpuMs = Math.max(graderCpuMs, this.#job.limits.wallMs);
    try {
      return this.#guests.grader.turn(cpuMs, this.#job.patience, op, ...args);
    } catch (error) {
      // Anything else is a promise that a test left rejected, which is no end of the run.
      if (!(error instanceof GuestStopped)) return '';
      // The tests pass with the reference, so it is the solution's data that they could not hold.
      if (error.reason === 'memory')
        this.#break({ kind: 'memory_limit', during: this.#during }, 'The tests ran out of memory.');
      throw error;
    }
  }

  #callTests(json: string): string {
    const { messageLength } = this.#job.limits;
    let answer = '';
    try {
      if (json.length <= messageLength) answer = this.#graderTurn('call', json);
    } catch {
      // Kept as the run's stop; the guest must not see an error of the host's.
    }
    return answer === '' ? refusal(`A message may have ${messageLength} characters.`) : answer;
  }

  #createGraderHost() {
    return createGraderHost({
      loop: this.#loop,
      postgres: this.#postgres,
      redis: this.#redis,
      counters: () => this.#counters,
      generation: () => this.#generation,
      time: () => ({ cpuMs: this.#cpuMs, realMs: this.#solution?.realMs ?? 0 }),
      turnGrader: (op, ...args) => this.#graderTurn(op, ...args),
      settleSolution: (json) =>
        this.#loop.post(
          'settle solution',
          this.#forThisSolution(() => this.#turn('settled', json)),
        ),
      advance: (ms) => this.#advance(ms),
      exchanges: this.#exchanges,
      callSolution: (json) => this.#callSolution(json),
      callFiles: (json) => this.#callFiles(json),
      replyUpstream: (exchange, json) => this.#network.reply(exchange, json),
      restart: () => this.#restart(),
      testStarted: (name) => this.#testStarted(name),
      testEnded: (end) => this.#testEnded(end),
      finished: (problem) => {
        this.#finished = true;
        if (problem !== '')
          this.#stop ??= { kind: 'tests_broken', message: problem.slice(0, 10_000) };
      },
    });
  }

  /** Time that the test itself lets pass is no time that it takes. */
  #advance(ms: number): void {
    this.#counters.advancedMs += ms;
    this.#loop.advance(ms, () => {
      this.#checkTest();
      return this.#givingUp === undefined;
    });
  }

  #callSolution(json: string): string {
    const { messageLength } = this.#job.limits;
    const answer = json.length > messageLength ? undefined : this.#turn('call', json);
    if (answer !== undefined && answer !== '' && answer.length <= messageLength) return answer;
    const message = this.#givingUp?.message ?? `A message may have ${messageLength} characters.`;
    return refusal(message);
  }

  #callFiles(json: string): string {
    this.#usesDisk = true;
    const answer = this.#turn('files', json) ?? '';
    if (answer.length <= maxDiskLength) return answer;
    return JSON.stringify({ error: `a file may have ${maxDiskLength} bytes.` });
  }

  #restart(): string {
    this.#startSolution();
    return this.#solutionBroken ? (this.#givingUp?.message ?? 'it broke while it was loading') : '';
  }

  #testStarted(name: string): void {
    this.#during = { phase: 'test', name };
    this.#send({ type: 'started', during: this.#during });
    this.#postgres?.forgetFailures();
    this.#redis.failures.clear();
    this.#counters = this.#startCounters();
    if (this.#solutionBroken && this.#goOn()) {
      this.#givingUp = undefined;
      this.#startSolution();
      // What the replacement did to load is not the test's.
      this.#counters = this.#startCounters();
    }
  }

  #startCounters(): TestCounters {
    return {
      startedMs: this.#loop.nowMs,
      advancedMs: 0,
      cpuMs: this.#cpuMs,
      turns: this.#loop.turns,
      logs: [],
      queries: [],
      commands: [],
      published: [],
    };
  }

  #testEnded(end: TestEnd): void {
    this.#idleAborts = 0;
    this.#send({
      type: 'test',
      test: {
        ...end,
        virtualMs: this.#loop.nowMs - this.#counters.startedMs,
        cpuMs: Math.round((this.#cpuMs - this.#counters.cpuMs) * 1_000) / 1_000,
        queries: this.#counters.queries.length,
        console: this.#counters.logs,
      },
    });
  }
}

/** What reading all files may take, ms of CPU, and how many bytes they may have together. */
const diskCpuMs = 3_000;
const maxDiskLength = 16_000_000;
/** What `saveDisk` gives when they are larger. */
const tooLarge = 'too large';

const nothingLeft = 'It waits for something that never comes: nothing is left that could happen.';

/** Hooks that hang are given up this often before the whole run is. */
const maxIdleAborts = 200;

/** A WireReply that says why there is none. */
function refusal(message: string): string {
  return JSON.stringify({
    ok: false,
    error: { t: 'error', error: { name: 'Error', message, stack: '', properties: [] } },
  });
}
