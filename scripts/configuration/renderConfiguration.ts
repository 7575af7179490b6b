import { z } from 'zod';

type Shape = Record<string, z.ZodType>;

/** One process, and the variables that it reads. */
export type Reader = { name: string; shape: Shape };

const Meta = z.object({ description: z.string().optional(), shown: z.string().optional() });

/**
 * The page that lists every variable: one table, made of the schemas by which processes read their environment.
 * Throws when a variable has no description, or two that differ.
 */
export function renderConfiguration(readers: Reader[]): string {
  const names = [...new Set(readers.flatMap(({ shape }) => Object.keys(shape)))];
  const rows = names.map((name) => [
    `\`${name}\``,
    ...readers.map(({ shape }) => cell(shape[name])),
    describe(name, readers),
  ]);
  const head = ['Variable', ...readers.map(({ name }) => name), 'Meaning'];
  return `# Configuration

Every process reads its settings from the environment, and refuses one that is not complete in one line that names all
that is wrong. \`npm run -s assay -- doctor\` tries what they lead to ([operating.md](operating.md#doctor)).

A cell says what holds when the variable is not set: its default, that nothing does (optional), or that it is needed.
An empty cell means that the process does not read it. \`npm start\` never reads \`DATABASE_URL\` and \`REDIS_URL\`: it is
always the embedded form.

This page is made of the schemas: \`node scripts/writeConfiguration.mjs\` writes it anew.

${table([head, ...rows])}`;
}

function metaOf(schema: z.ZodType): z.infer<typeof Meta> {
  return Meta.parse(schema.meta() ?? {});
}

function cell(schema: z.ZodType | undefined): string {
  if (schema === undefined) return '';
  const { shown } = metaOf(schema);
  if (shown !== undefined) return shown;
  const absent = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }).default;
  if (absent === '') return 'empty';
  if (absent !== undefined) return `\`${JSON.stringify(absent).replace(/^"|"$/g, '')}\``;
  return schema.safeParse(undefined).success ? 'optional' : 'needed';
}

function describe(name: string, readers: Reader[]): string {
  const told = new Set(
    readers.flatMap(({ shape }) => {
      const schema = shape[name];
      const { description } = schema === undefined ? {} : metaOf(schema);
      return description === undefined ? [] : [description];
    }),
  );
  const [meaning] = told;
  if (meaning === undefined)
    throw new Error(`${name} has no description: add .describe(…) to it in its schema.`);
  if (told.size > 1) throw new Error(`${name} has several descriptions: ${[...told].join(' | ')}`);
  return meaning;
}

/** In the form that the formatter of this repository keeps. */
function table(rows: string[][]): string {
  const [head = [], ...body] = rows.map((row) => row.map((text) => text.replaceAll('|', '\\|')));
  const widths = head.map((_, column) =>
    Math.max(3, ...[head, ...body].map((row) => Array.from(row[column] ?? '').length)),
  );
  const line = (row: string[]) =>
    `| ${row.map((text, column) => text + ' '.repeat((widths[column] ?? 0) - Array.from(text).length)).join(' | ')} |\n`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('');
}
