import type { AuditEntry } from '@assay/contracts/http';
import { type AuditPlace, listAuditDomains, nameAudit, nameSubjects, searchAudit } from '@assay/db';
import { z } from 'zod';
import { refusal, unwrap } from '#http/refusal.ts';
import { routes } from '#http/routes.ts';

const pageSize = 50;
const dayMs = 24 * 60 * 60_000;

export const searchAuditRoute = routes.admin.searchAudit.handler(
  async ({ input: { search, from, to, after, ...filter }, context: { services } }) => {
    const { db } = services;
    const found = await searchAudit(
      db,
      {
        ...filter,
        words: search?.trim() === '' ? undefined : search?.trim(),
        from: from === undefined ? undefined : new Date(from),
        to: to === undefined ? undefined : new Date(Date.parse(to) + dayMs),
      },
      { after: readPlace(after), limit: pageSize + 1 },
    );
    const page = found.slice(0, pageSize);
    const last = page.at(-1);
    const actors = (kind: string): string[] =>
      page.flatMap(({ actor }) => (actor.startsWith(`${kind}:`) ? idOf(actor) : []));
    const names = await nameAudit(db, {
      members: actors('staff'),
      tokens: page.flatMap(({ tokenId }) => tokenId ?? []),
      attempts: actors('candidate').filter(isUuid),
    });
    const subjects = await nameSubjects(
      db,
      page.map(({ subject }) => subject),
    );
    const rows = page.map(({ id, at, actor, tokenId, action, subject, detail }): AuditEntry => {
      const actorName = names.members.get(idOf(actor)) ?? names.candidates.get(idOf(actor));
      const about = subjects.get(subject);
      const tokenName = names.tokens.get(tokenId ?? '');
      return {
        id,
        at: at.toISOString(),
        actor,
        ...(actorName !== undefined && { actorName }),
        ...(tokenId !== null && {
          token: { id: tokenId, ...(tokenName !== undefined && { name: tokenName }) },
        }),
        action,
        subject,
        ...(about && { subjectName: about.name }),
        ...(about?.page !== undefined && { page: about.page }),
        detail,
      };
    });
    return {
      rows,
      ...(found.length > pageSize && last && { next: writePlace(last) }),
      domains: await listAuditDomains(db),
    };
  },
);

const idOf = (one: string): string => one.slice(one.indexOf(':') + 1);
const isUuid = (id: string): boolean => z.uuid().safeParse(id).success;

const writePlace = ({ at, id }: AuditPlace): string => `${at.toISOString()}_${id}`;

function readPlace(text: string | undefined): AuditPlace | undefined {
  if (text === undefined) return undefined;
  const [at = '', id = ''] = text.split('_');
  const place = { at: new Date(at), id: Number(id) };
  if (Number.isNaN(place.at.getTime()) || !Number.isInteger(place.id))
    return unwrap<never>(refusal('BAD_REQUEST', 400, 'This page does not exist.'));
  return place;
}
