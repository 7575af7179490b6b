import express, { type Express } from 'express';
import type { Pool } from 'pg';
import { type Cursor, listAlarms, type ListQuery } from './alarms/listAlarms.ts';

class BadParameter extends Error {
  readonly parameter: string;

  constructor(parameter: string, message: string) {
    super(message);
    this.parameter = parameter;
  }
}

function single(query: Record<string, unknown>, name: string): string | undefined {
  const value = query[name];
  if (value === undefined || typeof value === 'string') return value;
  throw new BadParameter(name, 'Give this once.');
}

function readCursor(parameter: string, text: string, sort: string, station: string | null): Cursor {
  try {
    const cursor: Cursor = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (cursor.sort === sort && cursor.station === station && Number.isInteger(cursor.id)) {
      return cursor;
    }
  } catch {
    // falls through to the error below
  }
  throw new BadParameter(parameter, 'This is not a cursor of this list.');
}

function readQuery(query: Record<string, unknown>): ListQuery {
  const station = single(query, 'station') ?? null;
  if (station === '') throw new BadParameter('station', 'An empty station does not exist.');
  const sort = single(query, 'sort') ?? 'newest';
  if (sort !== 'newest' && sort !== 'severity') throw new BadParameter('sort', 'Unknown order.');
  const limit = single(query, 'limit') ?? '25';
  if (!/^[1-9]\d?$|^100$/.test(limit)) throw new BadParameter('limit', 'From 1 to 100, please.');
  const after = single(query, 'after');
  const before = single(query, 'before');
  if (after !== undefined && before !== undefined) {
    throw new BadParameter('before', 'Either after or before.');
  }
  return {
    station,
    sort,
    limit: Number(limit),
    after: after === undefined ? null : readCursor('after', after, sort, station),
    before: before === undefined ? null : readCursor('before', before, sort, station),
  };
}

export function createApp(pool: Pool): Express {
  const app = express();

  app.get('/alarms', async (req, res) => {
    try {
      res.json(await listAlarms(pool, readQuery(req.query)));
    } catch (error) {
      if (!(error instanceof BadParameter)) throw error;
      const { parameter, message } = error;
      res.status(400).json({ error: { parameter, message } });
    }
  });

  return app;
}
