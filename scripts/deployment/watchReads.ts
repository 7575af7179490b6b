/**
 * A copy of `value` that notes which of its fields nobody has read, as paths below `path`. A validator of an open schema
 * reads what the schema knows, so that what stays unread is misspelt, or of another version.
 */
export function watchReads(value: unknown, path: string, unread: Set<string>): unknown {
  if (Array.isArray(value))
    return value.map((item, index) => watchReads(item, `${path}[${index}]`, unread));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, field]) => {
    unread.add(`${path}.${key}`);
    return [key, watchReads(field, `${path}.${key}`, unread)];
  });
  return new Proxy(Object.fromEntries(fields) as object, {
    get(target, key) {
      unread.delete(`${path}.${String(key)}`);
      return Reflect.get(target, key) as unknown;
    },
  });
}
