import type { Response } from 'express';
import type { Desk } from './desk.ts';

export function setDesk(res: Response, desk: Desk): void {
  res.locals['desk'] = desk;
}

/** What the user behind this request may see and do. */
export function deskOf(res: Response): Desk {
  return res.locals['desk'] as Desk;
}
