import { PlannedFailures } from '#runner/PlannedFailures.ts';
import type { Command } from './Command.ts';
import { findCommand } from './commands/findCommand.ts';
import { globMatcher } from './globMatcher.ts';
import type { RedisFailure } from './redisFailure.ts';
import { RedisStore } from './RedisStore.ts';
import { encodeReply, ok, readCommands, RedisError, type Reply } from './resp.ts';

type Connection = {
  id: number;
  unread: string;
  /** Commands since MULTI; `undefined` outside of one. */
  queued: string[][] | undefined;
  /** A command was refused since MULTI, so that EXEC will be. */
  spoilt: boolean;
  /** Watched keys, and how often each had changed by then. */
  watched: Map<string, number>;
  channels: Set<string>;
  patterns: Map<string, (channel: string) => boolean>;
  /** A command that waits for something to come; what it has received meanwhile waits with it. */
  blocked: { command: Command; words: string[]; stop(): void } | undefined;
  waiting: string[][];
};

export type LoggedCommand = { command: string; args: string[] };

/** Commands of one run. Counters a loop of them. */
const maxCommands = 100_000;

export type RedisServerOptions = {
  /** A connection's number, never used twice in a run. */
  nextConnection(): number;
  /** Bytes for a connection; none when it has closed. */
  deliver(connection: number, binary: string): void;
  onCommand(command: LoggedCommand): void;
  onPublish(channel: string, message: string): void;
  /** A test wants the solution to die at this point. */
  onCrash(): void;
  /** Virtual time, ms since the epoch. */
  now(): number;
  /** Calls back after `ms` of virtual time; gives what stops it. */
  after(ms: number, run: () => void): () => void;
};

/** What a connection that listens to channels may still send. */
const allowedWhileSubscribed = new Set([
  'subscribe',
  'unsubscribe',
  'psubscribe',
  'punsubscribe',
  'ping',
  'quit',
]);

/** The run's Redis, as far as backend code uses one, on the virtual clock. It outlives the solutions of a run. */
export class RedisServer {
  readonly #options: RedisServerOptions;
  readonly #store: RedisStore;
  readonly #connections = new Map<number, Connection>();
  readonly failures = new PlannedFailures<RedisFailure>();
  #count = 0;

  constructor(options: RedisServerOptions) {
    this.#options = options;
    this.#store = new RedisStore(options.now);
  }

  open(): number {
    const id = this.#options.nextConnection();
    this.#connections.set(id, {
      id,
      unread: '',
      queued: undefined,
      spoilt: false,
      watched: new Map(),
      channels: new Set(),
      patterns: new Map(),
      blocked: undefined,
      waiting: [],
    });
    return id;
  }

  receive(id: number, binary: string): void {
    const connection = this.#connections.get(id);
    if (!connection) return;
    const read = readCommands(connection.unread + binary);
    if (!read) {
      this.#send(connection, new RedisError('ERR Protocol error'));
      this.close(id);
      return;
    }
    connection.unread = read.rest;
    connection.waiting.push(...read.commands);
    this.#serve(connection);
  }

  close(id: number): void {
    const connection = this.#connections.get(id);
    if (!connection) return;
    connection.blocked?.stop();
    this.#connections.delete(id);
    this.#options.deliver(id, '');
  }

  /** What happens to connections when the program behind them dies. */
  closeAll(): void {
    for (const id of this.#connections.keys()) this.close(id);
  }

  /**
   * A command of the tests' own, outside of what is counted and without blocking.
   * @throws {RedisError}
   */
  call(words: string[]): Reply {
    const [name = '', channel = '', message = ''] = words;
    const reply =
      name.toLowerCase() === 'publish'
        ? this.#publish(channel, message)
        : this.#perform(findCommand(words), words);
    this.#wakeBlocked();
    return reply;
  }

  #send(connection: Connection, reply: Reply): void {
    if (this.#connections.has(connection.id))
      this.#options.deliver(connection.id, encodeReply(reply));
  }

  #serve(connection: Connection): void {
    while (connection.waiting.length > 0 && !connection.blocked) {
      const words = connection.waiting.shift() ?? [];
      this.#take(connection, words);
      if (!this.#connections.has(connection.id)) return;
    }
    this.#wakeBlocked();
  }

  #take(connection: Connection, words: string[]): void {
    const [given = '', ...rest] = words;
    const name = given.toLowerCase();
    if (!connectionCommands.has(name)) {
      this.#count += 1;
      if (this.#count > maxCommands) {
        this.#send(connection, new RedisError(`ERR more than ${maxCommands} commands in one run`));
        this.close(connection.id);
        return;
      }
      this.#options.onCommand({ command: given.toUpperCase(), args: rest });
      const failure = this.failures.take([given, ...rest].join(' '));
      if (failure) {
        if (failure.kind === 'error') {
          connection.spoilt = true;
          this.#send(connection, new RedisError(failure.message));
          return;
        }
        if (failure.executed) this.#reply(connection, name, words);
        this.close(connection.id);
        if (failure.kind === 'crash') this.#options.onCrash();
        return;
      }
    }
    const reply = this.#reply(connection, name, words);
    if (reply !== undefined) this.#send(connection, reply);
  }

  /** The reply to one command; nothing when it has been sent, or comes later. */
  #reply(connection: Connection, name: string, words: string[]): Reply | undefined {
    try {
      const subscribed = connection.channels.size + connection.patterns.size > 0;
      if (subscribed && !allowedWhileSubscribed.has(name))
        throw new RedisError(
          `ERR Can't execute '${name}': only (P)SUBSCRIBE / (P)UNSUBSCRIBE / PING / QUIT are allowed in this context`,
        );
      const special = this.#special[name];
      if (special && (connection.queued === undefined || transactionCommands.has(name)))
        return special(connection, words.slice(1));
      if (special === undefined) findCommand(words);
      if (connection.queued) {
        connection.queued.push(words);
        return { status: 'QUEUED' };
      }
      return this.#performOrBlock(connection, words);
    } catch (error) {
      if (!(error instanceof RedisError)) throw error;
      if (connection.queued) connection.spoilt = true;
      return error;
    }
  }

  #perform(command: Command, [, ...words]: string[]): Reply {
    this.#store.spend(words.reduce((sum, word) => sum + word.length, 0));
    return command.run(this.#store, words);
  }

  #performOrBlock(connection: Connection, words: string[]): Reply | undefined {
    const command = findCommand(words);
    const reply = this.#perform(command, words);
    const forMs = command.blocksForMs?.(words.slice(1));
    if (forMs === undefined || reply !== null) return reply;
    const giveUp = () => {
      connection.blocked = undefined;
      this.#send(connection, null);
      this.#serve(connection);
    };
    const stop = forMs === 0 ? () => {} : this.#options.after(forMs, giveUp);
    connection.blocked = { command, words, stop };
    return undefined;
  }

  /** Gives blocked connections what has come, first the one that has waited longest. */
  #wakeBlocked(): void {
    for (const connection of this.#connections.values()) {
      const { blocked } = connection;
      if (!blocked) continue;
      const reply = this.#perform(blocked.command, blocked.words);
      if (reply === null) continue;
      blocked.stop();
      connection.blocked = undefined;
      this.#send(connection, reply);
      this.#serve(connection);
    }
  }

  #execute(connection: Connection): Reply {
    const { queued, spoilt, watched } = connection;
    connection.queued = undefined;
    connection.spoilt = false;
    connection.watched = new Map();
    if (!queued) throw new RedisError('ERR EXEC without MULTI');
    if (spoilt)
      return new RedisError('EXECABORT Transaction discarded because of previous errors.');
    if ([...watched].some(([key, changes]) => this.#store.changes(key) !== changes)) return null;
    return queued.map((words) => {
      try {
        const special = this.#special[(words[0] ?? '').toLowerCase()];
        return special
          ? (special(connection, words.slice(1)) ?? null)
          : this.#perform(findCommand(words), words);
      } catch (error) {
        if (error instanceof RedisError) return error;
        throw error;
      }
    });
  }

  #publish(channel: string, message: string): number {
    this.#options.onPublish(channel, message);
    let receivers = 0;
    for (const connection of this.#connections.values()) {
      if (connection.channels.has(channel)) {
        this.#send(connection, ['message', channel, message]);
        receivers += 1;
      }
      for (const [pattern, matches] of connection.patterns) {
        if (!matches(channel)) continue;
        this.#send(connection, ['pmessage', pattern, channel, message]);
        receivers += 1;
      }
    }
    return receivers;
  }

  #subscription(
    kind: string,
    connection: Connection,
    names: (string | null)[],
    change: (name: string) => void,
  ): void {
    for (const name of names) {
      if (name !== null) change(name);
      this.#send(connection, [kind, name, connection.channels.size + connection.patterns.size]);
    }
  }

  /** Commands about the connection, the server or transactions rather than about keys. */
  readonly #special: Record<
    string,
    ((connection: Connection, words: string[]) => Reply | undefined) | undefined
  > = {
    multi: (connection) => {
      if (connection.queued) throw new RedisError('ERR MULTI calls can not be nested');
      connection.queued = [];
      connection.spoilt = false;
      return ok;
    },
    exec: (connection) => this.#execute(connection),
    discard: (connection) => {
      if (!connection.queued) throw new RedisError('ERR DISCARD without MULTI');
      connection.queued = undefined;
      connection.watched = new Map();
      return ok;
    },
    watch: (connection, keys) => {
      if (connection.queued) throw new RedisError('ERR WATCH inside MULTI is not allowed');
      for (const key of keys)
        if (!connection.watched.has(key)) connection.watched.set(key, this.#store.changes(key));
      return ok;
    },
    unwatch: (connection) => {
      connection.watched = new Map();
      return ok;
    },
    publish: (_connection, [channel = '', message = '']) => this.#publish(channel, message),
    subscribe: (connection, names) =>
      this.#subscription('subscribe', connection, names, (name) =>
        connection.channels.add(name),
      ) as undefined,
    psubscribe: (connection, names) =>
      this.#subscription('psubscribe', connection, names, (name) =>
        connection.patterns.set(name, globMatcher(name)),
      ) as undefined,
    unsubscribe: (connection, names) =>
      this.#subscription('unsubscribe', connection, orAll(names, connection.channels), (name) =>
        connection.channels.delete(name),
      ) as undefined,
    punsubscribe: (connection, names) =>
      this.#subscription(
        'punsubscribe',
        connection,
        orAll(names, connection.patterns.keys()),
        (name) => connection.patterns.delete(name),
      ) as undefined,
    ping: (connection, [text]) => {
      if (connection.channels.size + connection.patterns.size > 0) return ['pong', text ?? ''];
      return text ?? { status: 'PONG' };
    },
    echo: (_connection, [text = '']) => text,
    time: () => [
      String(Math.floor(this.#store.nowMs / 1_000)),
      String((this.#store.nowMs % 1_000) * 1_000),
    ],
    auth: () => ok,
    client: (connection, [what = '']) => (what.toLowerCase() === 'id' ? connection.id : ok),
    select: (_connection, [index]) => {
      if (index !== '0') throw new RedisError('ERR DB index is out of range: this Redis has one');
      return ok;
    },
    info: () =>
      '# Server\r\nredis_version:7.4.0\r\nredis_mode:standalone\r\n# Persistence\r\nloading:0\r\n',
    hello: () => {
      throw new RedisError("ERR unknown command 'HELLO'");
    },
    quit: (connection) => {
      this.#send(connection, ok);
      this.close(connection.id);
      return undefined;
    },
  };
}

/** What a client's library sends on its own account; neither counted nor failed. */
const connectionCommands = new Set(['hello', 'auth', 'client', 'select', 'info', 'quit', 'ping']);
const transactionCommands = new Set(['multi', 'exec', 'discard', 'watch', 'quit']);

function orAll(names: string[], all: Iterable<string>): (string | null)[] {
  if (names.length > 0) return names;
  const known = [...all];
  return known.length > 0 ? known : [null];
}
