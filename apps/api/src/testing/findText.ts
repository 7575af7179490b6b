import { setImmediate } from 'node:timers/promises';
import { gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

type Rows = Record<string, unknown>[];
/** A database to look through: the embedded one, or a connection to a server. */
type Searched = { query: (text: string) => Promise<{ rows: unknown[] }> };

/** Looks for a text in every row of every table that is not PostgreSQL's own; answers `schema.table`. */
export async function findText(database: Searched, text: string): Promise<string[]> {
  const [places = new Set<string>()] = (await findWords(database, [text])).values();
  return [
    ...new Set([...places].map((place) => place.split('.').slice(0, 2).join('.'))),
  ].toSorted();
}

/**
 * Where each of some words stands, as `schema.table.column`: in texts, in JSON, in bytes as they are and as what they
 * unpack to, in hexadecimal and in base64, and in the samples of columns that PostgreSQL keeps for its planner
 * (`pg_stats.schema.table.column`). Whatever table, view or schema there is, is read whole.
 */
export async function findWords(
  database: Searched,
  words: readonly string[],
): Promise<Map<string, Set<string>>> {
  const found = new Map(words.map((word) => [word, new Set<string>()]));
  const forms = words.map((word) => ({ word, forms: formsOf(word) }));
  const look = (place: string, text: string) => {
    for (const one of forms)
      if (one.forms.some((form) => text.includes(form))) found.get(one.word)?.add(place);
  };
  for (const { name, columns } of await listTables(database)) {
    // The database answers without giving others a turn. Connections that were idle for long would end unnoticed.
    await setImmediate();
    const chosen = columns.map(({ column, isBytes }, index) => {
      const quoted = `"${column.replaceAll('"', '""')}"`;
      return isBytes ? `encode(${quoted}, 'hex') as c${index}` : `${quoted}::text as c${index}`;
    });
    const { rows } = await database.query(`select ${chosen.join(', ')} from ${name}`);
    for (const row of rows as Rows) {
      columns.forEach(({ column, isBytes }, index) => {
        const value = row[`c${index}`];
        if (typeof value !== 'string') return;
        const texts = isBytes ? unpack(Buffer.from(value, 'hex')) : [value];
        for (const text of texts) look(`${name}.${column}`, text.toLowerCase());
      });
    }
  }
  const { rows: samples } = await database.query(
    `select format('%s.%s.%s', schemaname, tablename, attname) as place,
            concat(most_common_vals::text, histogram_bounds::text, most_common_elems::text) as sample
       from pg_stats where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  for (const { place, sample } of samples as { place: string; sample: string }[])
    look(`pg_stats.${place}`, sample.toLowerCase());
  return found;
}

/** Every column of a type that could hold a word, as `schema.table.column`. */
export async function listWordColumns(database: Searched): Promise<string[]> {
  const tables = await listTables(database);
  return tables.flatMap(({ name, columns }) =>
    columns.filter(({ isWordless }) => !isWordless).map(({ column }) => `${name}.${column}`),
  );
}

/** Columns of which PostgreSQL keeps samples for its planner, once it has analysed them. */
export async function listSampledColumns(database: Searched): Promise<string[]> {
  const tables = await listTables(database);
  return tables.flatMap(({ name, columns }) =>
    columns.filter(({ isSampled }) => isSampled).map(({ column }) => `${name}.${column}`),
  );
}

type Column = { column: string; isBytes: boolean; isWordless: boolean; isSampled: boolean };

/** Tables and views with rows of their own, in any schema. */
async function listTables(database: Searched): Promise<{ name: string; columns: Column[] }[]> {
  const { rows } = await database.query(
    `select format('%I.%I', n.nspname, c.relname) as name,
            json_agg(json_build_object('column', a.attname, 'isBytes', a.atttypid = 'bytea'::regtype,
              'isSampled', a.attstattarget is distinct from 0,
              'isWordless', t.typcategory in ('B', 'D', 'N', 'T') or t.typname = 'uuid') order by a.attnum) as columns
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       join pg_type t on t.oid = a.atttypid
      where c.relkind in ('r', 'm', 'f')
        and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
      group by 1 order by 1`,
  );
  return rows as { name: string; columns: Column[] }[];
}

/** A word as it may stand in a text, in lower case. */
function formsOf(word: string): string[] {
  const bytes = Buffer.from(word);
  // Base64 of a word depends on where in a group of three bytes it begins; the groups at its ends are not its own.
  const coded = [0, 1, 2].flatMap((shift) => {
    const padded = Buffer.concat([Buffer.alloc(shift), bytes]);
    const [from, to] = [Math.ceil(shift / 3) * 4, Math.floor(padded.length / 3) * 4];
    return (['base64', 'base64url'] as const).map((kind) => padded.toString(kind).slice(from, to));
  });
  const forms = [
    word,
    JSON.stringify(word).slice(1, -1),
    bytes.toString('latin1'),
    bytes.toString('hex'),
    // Fewer characters are in any long text.
    ...coded.filter(({ length }) => length >= 8),
  ];
  return [...new Set(forms.map((form) => form.toLowerCase()))];
}

/** Bytes as text, as they are and as what they unpack to. */
function unpack(bytes: Buffer): string[] {
  const unpacked = [inflateRawSync, inflateSync, gunzipSync].flatMap((open) => {
    try {
      return [open(bytes)];
    } catch {
      return [];
    }
  });
  return [bytes, ...unpacked].map((one) => one.toString('latin1'));
}
