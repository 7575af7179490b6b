/** A statement that a solution sent, and how many rows it got. */
export type LoggedQuery = { text: string; rows: number };

/** What a PostgreSQL answers to its runner, as the head of a frame. */
export type PostgresReply = {
  /** Connections and how many of the frame's bytes go to each, in order; none when it has closed. */
  deliveries: [connection: number, length: number][];
  queries: LoggedQuery[];
  value: number;
  /** Whether a connection is in the midst of a transaction. */
  inTransaction: boolean;
  /** Why the server has gone down in this exchange, if it has. */
  broken?: string;
  /** A test wants the solution to die at this point. */
  crash?: true;
};

/** Statements that one reply reports: more than the limit of any run. */
export const maxLoggedQueries = 100_001;
/** Characters that it reports of each. */
export const maxQueryText = 2_000;

/** Whether a head is a reply: its sender may have been taken over by the SQL that it runs. */
export function isPostgresReply(head: unknown): head is PostgresReply {
  const { deliveries, queries, value, inTransaction, broken, crash } = (head ?? {}) as Partial<
    Record<string, unknown>
  >;
  return (
    Array.isArray(deliveries) &&
    deliveries.every((delivery) => Array.isArray(delivery) && delivery.every(isCount)) &&
    Array.isArray(queries) &&
    queries.length <= maxLoggedQueries &&
    queries.every(isLoggedQuery) &&
    Number.isSafeInteger(value) &&
    typeof inTransaction === 'boolean' &&
    (broken === undefined || typeof broken === 'string') &&
    (crash === undefined || crash === true)
  );
}

function isLoggedQuery(query: unknown): boolean {
  const { text, rows } = (query ?? {}) as Partial<Record<string, unknown>>;
  return typeof text === 'string' && text.length <= maxQueryText && isCount(rows);
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
