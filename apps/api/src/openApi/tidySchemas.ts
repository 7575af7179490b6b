/** Bounds that zod writes for every whole number, and that say nothing. */
const meaningless = new Set([Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]);

/** A copy of a document without the bounds of JavaScript's whole numbers. */
export function tidySchemas<T>(document: T): T {
  return JSON.parse(
    JSON.stringify(document, (key, value: unknown) =>
      (key === 'minimum' || key === 'maximum') && meaningless.has(Number(value))
        ? undefined
        : value,
    ),
  ) as T;
}
