import { createHmac } from 'node:crypto';

export class BadParameter extends Error {
  readonly parameter: string;

  constructor(parameter: string, message: string) {
    super(message);
    this.parameter = parameter;
  }
}

export type PageRequest = {
  station: string | null;
  sort: 'newest' | 'severity';
  limit: number;
  backwards: boolean;
  /** Severity, microseconds since 1970, id. */
  from: [string, string, string] | null;
};

/** Cursors are sealed, so that one that opens was made here. In production the key comes from the environment. */
const key = 'alarms cursor';
const seal = (payload: string) =>
  createHmac('sha256', key).update(payload).digest('base64url').slice(0, 16);

export function makeCursor(
  { station, sort }: Pick<PageRequest, 'station' | 'sort'>,
  place: [string, string, string],
): string {
  const payload = place.join('.');
  return `${payload}.${seal(JSON.stringify([payload, sort, station]))}`;
}

export function readRequest(given: URLSearchParams): PageRequest {
  const one = (name: string): string | null => {
    const values = given.getAll(name);
    if (values.length > 1) throw new BadParameter(name, 'given twice');
    return values[0] ?? null;
  };
  const [station, sort, limit] = [one('station'), one('sort') ?? 'newest', one('limit') ?? '25'];
  const [after, before] = [one('after'), one('before')];
  if (station === '') throw new BadParameter('station', 'is empty');
  if (sort !== 'newest' && sort !== 'severity') throw new BadParameter('sort', 'does not exist');
  if (!/^([1-9]\d?|100)$/.test(limit)) throw new BadParameter('limit', 'is not from 1 to 100');
  if (after !== null && before !== null) throw new BadParameter('before', 'excludes after');

  const cursor = after ?? before;
  let from: PageRequest['from'] = null;
  if (cursor !== null) {
    const [severity = '', micros = '', id = ''] = cursor.split('.');
    from = [severity, micros, id];
    if (makeCursor({ station, sort }, from) !== cursor)
      throw new BadParameter(after === null ? 'before' : 'after', 'is not a cursor of this list');
  }
  return { station, sort, limit: Number(limit), backwards: before !== null, from };
}
