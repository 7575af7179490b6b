import type { Cell } from '@assay/contracts/report';
import {
  exportPages,
  listCardedSessions,
  listLiveParticipants,
  listScorecards,
  nameMembers,
  type ScorecardRecord,
} from '@assay/db';
import { cardSight } from '#candidates/cardSight.ts';
import { seesSession } from '#candidates/seesSession.ts';
import { type ExportScope, type ExportTable, named, pages } from './exportTable.ts';

/** Submitted scorecards of kits and of live sessions, in one table, and their scores in another. */
export function scorecardTables({ db, viewer }: ExportScope): ExportTable[] {
  type Card = ScorecardRecord & { author: string | undefined; submittedAt: Date };
  const isSubmitted = (card: ScorecardRecord): card is ScorecardRecord & { submittedAt: Date } =>
    card.submittedAt !== null;
  async function* cards(): AsyncGenerator<Card[]> {
    const members = await nameMembers(db);
    const candidates = pages((page) => exportPages.carded(db, page));
    for await (const carded of candidates) {
      const all = await listScorecards(db, { candidateIds: carded.map(({ id }) => id) });
      const kits = [
        ...Map.groupBy(all, ({ candidateId, kit }) => `${candidateId} ${kit}`).values(),
      ];
      yield kits
        .filter((ofKit) => cardSight(viewer, ofKit).sees)
        .flatMap((ofKit) => ofKit.filter(isSubmitted))
        .map((card) => ({ ...card, author: members.get(card.authorId ?? '') }));
    }
    for (const sessionId of await listCardedSessions(db)) {
      const own = await listScorecards(db, { sessionId });
      if (!(await seesSession(db, { sessionId, cards: own }, viewer))) continue;
      const people = await listLiveParticipants(db, sessionId);
      const names = new Map(people.map(({ id, name }) => [id, name]));
      yield own
        .filter(isSubmitted)
        .map((card) => ({ ...card, author: names.get(card.participantId ?? '') }));
    }
  }
  const listed = (
    name: string,
    columns: readonly string[],
    list: (card: Card) => Cell[][],
  ): ExportTable => ({
    name,
    columns,
    pages: async function* () {
      for await (const page of cards()) yield named(columns, page.flatMap(list));
    },
  });
  return [
    listed(
      'scorecards',
      [
        'id',
        'candidate_id',
        'kit',
        'session_id',
        'author',
        'recommendation',
        'summary',
        'submitted_at',
      ],
      (card) => [
        [
          card.id,
          card.candidateId,
          card.kit,
          card.sessionId,
          card.author,
          card.recommendation,
          card.summary,
          card.submittedAt.toISOString(),
        ],
      ],
    ),
    listed(
      'scorecard_scores',
      ['scorecard_id', 'criterion', 'level', 'unobserved', 'note'],
      ({ id, scores }) =>
        scores.map((one) => [id, one.criterion, one.level, one.unobserved, one.note]),
    ),
  ];
}
