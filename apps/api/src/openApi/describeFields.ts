import { fieldDescriptions, formatDescriptions } from './fieldDescriptions.ts';

type Schema = Record<string, unknown>;

/**
 * A copy of a document in which each field and each parameter that the contract does not describe has the meaning of
 * its name, or of its format. What refers to another schema is described there.
 */
export function describeFields<T>(document: T): T {
  return JSON.parse(
    JSON.stringify(document, (key, value: unknown) => {
      if (key === 'properties' && isRecord(value)) {
        const fields = Object.entries(value).map(([name, field]) => [name, describe(name, field)]);
        return Object.fromEntries(fields) as unknown;
      }
      if (key === 'parameters' && Array.isArray(value)) {
        return value.map((parameter: unknown) => {
          if (!isRecord(parameter) || !isRecord(parameter['schema'])) return parameter;
          const { schema, name } = parameter;
          return { ...parameter, schema: describe(String(name), schema) };
        });
      }
      return value;
    }),
  ) as T;
}

function describe(name: string, field: unknown): unknown {
  if (!isRecord(field) || 'description' in field || '$ref' in field || 'const' in field)
    return field;
  const description = fieldDescriptions[name] ?? formatDescriptions[formatOf(field)];
  return description === undefined ? field : { ...field, description };
}

/** The format of a text, also where it may be null. */
function formatOf({ format, anyOf }: Schema): string {
  if (typeof format === 'string') return format;
  const formats = Array.isArray(anyOf) ? anyOf.filter(isRecord).map(formatOf) : [];
  return formats.find((one) => one !== '') ?? '';
}

const isRecord = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
