/** Whatever answers a statement: a client of node-postgres, PGlite, or a transaction of it. */
export type Connection = {
  query<Row>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>;
};

/** A table of ours, with names as they are written in statements. */
export type Table = {
  name: string;
  /** In the order of their names, with those that PostgreSQL computes. */
  columns: string[];
  /** Those that are written. */
  written: string[];
  /** Size of a page's worth of rows, with what is kept beside the table, bytes. */
  bytesPerPage: number;
  pages: number;
};

/** All tables of ours, by name. What belongs to the queue or to an extension is not among them. */
export async function listTables(connection: Connection): Promise<Table[]> {
  const { rows } = await connection.query<Table>(`
    select format('%I.%I', schema.nspname, class.relname) as name,
      columns.columns,
      columns.written,
      (pg_relation_size(class.oid) / 8192)::int as pages,
      (pg_table_size(class.oid) / greatest(pg_relation_size(class.oid) / 8192, 1))::int as "bytesPerPage"
    from pg_class class
    join pg_namespace schema on schema.oid = class.relnamespace
    cross join lateral (
      select json_agg(format('%I', attname) order by attname) as columns,
        json_agg(format('%I', attname) order by attname) filter (where attgenerated = '') as written
      from pg_attribute where attrelid = class.oid and attnum > 0 and not attisdropped
    ) columns
    where schema.nspname = 'public' and class.relkind = 'r'
      and not exists (select from pg_depend where objid = class.oid and deptype = 'e')
    order by 1`);
  return rows;
}

/** A constraint between tables: while it is away, they can be filled in any order. */
export type ForeignKey = { table: string; name: string; definition: string };

export async function listForeignKeys(connection: Connection): Promise<ForeignKey[]> {
  const { rows } = await connection.query<ForeignKey>(`
    select format('%I.%I', schema.nspname, class.relname) as table,
      format('%I', key.conname) as name,
      pg_get_constraintdef(key.oid) as definition
    from pg_constraint key
    join pg_class class on class.oid = key.conrelid
    join pg_namespace schema on schema.oid = class.relnamespace
    where key.contype = 'f' and schema.nspname = 'public'
    order by 1, 2`);
  return rows;
}

/** A sequence and the last number that it gave, `null` where it gave none. */
export type Sequence = { name: string; last: string | null };

export async function listSequences(connection: Connection): Promise<Sequence[]> {
  const { rows } = await connection.query<Sequence>(`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as last
    from pg_sequences where schemaname = 'public' order by 1`);
  return rows;
}

/** Which migrations a database has had, in order. */
export async function listMigrations(connection: Connection): Promise<string[]> {
  const { rows } = await connection.query<{ hash: string }>(
    'select hash from drizzle.__drizzle_migrations order by id',
  );
  return rows.map(({ hash }) => hash);
}
