import { describeCredit, findWarning } from '@assay/contracts/clock';
import type { GivenTime } from '@assay/contracts/http';
import { useEffect, useRef, useState } from 'react';
import { describeWarning } from './describeWarning.ts';

/** How long news stays to be read, ms. */
const shownMs = 15_000;
/** A credit that grows is said again when it grew by this much, ms. */
const growthMs = 60_000;

/** What has just happened to the clock, in words; empty after a while. What was given before the page opened is no news. */
export function useClockNews(remainingMs: number, credits: GivenTime[]): string {
  const before = useRef(remainingMs);
  const told = useRef<Map<string, number>>(undefined);
  const [news, setNews] = useState('');

  useEffect(() => {
    const mark = findWarning(before.current, remainingMs);
    before.current = remainingMs;
    if (mark !== undefined) setNews(describeWarning(mark));
  }, [remainingMs]);

  useEffect(() => {
    const known = told.current;
    told.current = new Map(credits.map(({ id, addedMs }) => [id, known?.get(id) ?? addedMs]));
    if (known === undefined) return;
    const fresh = credits.findLast(
      ({ id, addedMs }) => addedMs - (known.get(id) ?? Number.NEGATIVE_INFINITY) >= growthMs,
    );
    if (fresh === undefined) return;
    told.current.set(fresh.id, fresh.addedMs);
    setNews(`${describeCredit(fresh)}.`);
  }, [credits]);

  useEffect(() => {
    if (news === '') return undefined;
    const timer = setTimeout(() => setNews(''), shownMs);
    return () => clearTimeout(timer);
  }, [news]);
  return news;
}
