import {
  messages,
  parse,
  PGlite,
  protocol,
  type QueryOptions,
  type Results,
  type Transaction,
} from '@electric-sql/pglite';

const { serialize } = protocol;

/** Statements that stay prepared, at most; each holds a plan in PostgreSQL's memory. */
const maxPrepared = 300;
/** Texts that are remembered because they came once. */
const maxSeen = 1_000;

type Statement = { name: string; parameterTypes: number[]; row: messages.RowDescriptionMessage[] };

/**
 * A PGlite that prepares a statement when it comes for the second time, and then sends its values and runs it in one
 * message. PGlite by itself parses and plans each query anew, in five messages, and copies its table of parsers for
 * it, which is most of what a small query costs.
 */
export class PreparingPglite extends PGlite {
  /** By text, the longest unused first. */
  readonly #prepared = new Map<string, Statement>();
  readonly #seen = new Set<string>();
  /** Names of statements that PostgreSQL is to forget with the next message. */
  #surplus: string[] = [];
  #count = 0;

  override async query<T>(
    text: string,
    values?: unknown[],
    options?: QueryOptions,
  ): Promise<Results<T>> {
    this.#watch(text);
    if (!isPlain(text, options)) return super.query<T>(text, values, options);
    await this._checkReady();
    return this._runExclusiveTransaction(() => this.#run<T>(text, values, options));
  }

  override async exec(text: string, options?: QueryOptions): Promise<Results[]> {
    this.#watch(text);
    return super.exec(text, options);
  }

  override transaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return super.transaction((transaction) => {
      // Its functions use no `this`, and what it says of itself goes on being asked of it.
      const own = Object.create(transaction) as Transaction;
      own.query = async <Row>(text: string, values?: unknown[], options?: QueryOptions) => {
        this.#watch(text);
        return transaction.closed || !isPlain(text, options)
          ? transaction.query<Row>(text, values, options)
          : this.#run<Row>(text, values, options);
      };
      own.exec = async (text, options) => {
        this.#watch(text);
        return transaction.exec(text, options);
      };
      return work(own);
    });
  }

  #run<T>(text: string, values: unknown[] = [], options: QueryOptions = {}): Promise<Results<T>> {
    return this._runExclusiveQuery(async () => {
      try {
        const { name, parameterTypes, row } = await this.#describe(text);
        const bound = values.map((value, index) => this.#serialize(value, parameterTypes[index]));
        const answers = await this.#send([
          serialize.bind({ statement: name, values: bound }),
          serialize.execute({}),
        ]);
        const { parsers = {}, rowMode } = options;
        const needed: PGlite['parsers'] = {};
        for (const { dataTypeID: type } of row.flatMap(({ fields }) => fields)) {
          const parser = parsers[type] ?? this.parsers[type];
          if (parser !== undefined) needed[type] = parser;
        }
        const [result] = parse.parseResults([...row, ...answers], needed, rowMode && { rowMode });
        // There is always one; what is in its rows is for whoever asks to know, as with PGlite's own.
        return result as Results<T>;
      } catch (error) {
        if (error instanceof messages.DatabaseError)
          Object.assign(error, { query: text, params: values, queryOptions: options });
        throw error;
      }
    });
  }

  async #describe(text: string): Promise<Statement> {
    const known = this.#prepared.get(text);
    if (known !== undefined) {
      this.#prepared.delete(text);
      this.#prepared.set(text, known);
      return known;
    }
    const again = this.#seen.delete(text);
    const name = again ? `kept${(this.#count += 1)}` : '';
    const answers = await this.#send([
      serialize.parse({ name, text }),
      serialize.describe({ type: 'S', name }),
    ]);
    const parameterTypes = parse.parseDescribeStatementResults(answers);
    const row = answers.filter((answer) => answer instanceof messages.RowDescriptionMessage);
    const statement = { name, parameterTypes, row };
    if (again) this.#keep(text, statement);
    else this.#remember(text);
    return statement;
  }

  #keep(text: string, statement: Statement): void {
    this.#prepared.set(text, statement);
    const [oldest] = this.#prepared;
    if (this.#prepared.size <= maxPrepared || oldest === undefined) return;
    this.#prepared.delete(oldest[0]);
    this.#surplus.push(oldest[1].name);
  }

  #remember(text: string): void {
    this.#seen.add(text);
    const [oldest] = this.#seen;
    if (this.#seen.size > maxSeen && oldest !== undefined) this.#seen.delete(oldest);
  }

  /** A statement whose tables have changed may answer other columns, which PostgreSQL refuses to do under its name. */
  #watch(text: string): void {
    if (!changesTables.test(text)) return;
    this.#surplus.push(...[...this.#prepared.values()].map(({ name }) => name));
    this.#prepared.clear();
  }

  #serialize(value: unknown, type: number | undefined) {
    if (value === null || value === undefined) return null;
    const serializer = type === undefined ? undefined : this.serializers[type];
    // As PGlite does it: of a type without a serializer there are texts and numbers only.
    // oxlint-disable-next-line typescript/no-base-to-string -- see above
    return serializer === undefined ? String(value) : serializer(value);
  }

  /** Sends messages together, up to the end of what they do. */
  #send(together: Uint8Array[]): ReturnType<PGlite['execProtocolStream']> {
    const closings = this.#surplus.map((name) => serialize.close({ type: 'S', name }));
    this.#surplus = [];
    const all = [...closings, ...together, serialize.sync()];
    return this.execProtocolStream(Buffer.concat(all), { syncToFs: false });
  }
}

const changesTables = /\b(?:create|alter|drop|deallocate|discard)\b/i;
const startsPlain = /^\s*(?:select|insert|update|delete|with)\b/i;

/** Whether a query is nothing but a statement on rows, with its values. */
function isPlain(text: string, options: QueryOptions = {}): boolean {
  const { rowMode: _, parsers: __, ...others } = options;
  return startsPlain.test(text) && Object.keys(others).length === 0;
}
