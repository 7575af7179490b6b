import type { Member, ReportInterview } from '@assay/contracts/http';
import {
  type Database,
  type findCandidate,
  listLiveParticipants,
  nameMembers,
  listScorecards,
  type ScorecardRecord,
} from '@assay/db';
import { cardSight } from '#candidates/cardSight.ts';
import { kits } from '#candidates/kits.ts';
import { seesSession } from '#candidates/seesSession.ts';
import { valueCards } from '#candidates/valueCards.ts';

type Candidate = NonNullable<Awaited<ReturnType<typeof findCandidate>>>;

/** What interviews came to, as far as somebody may see it, and what can be said of the rest. */
export type Interviews = {
  shown: ReportInterview[];
  /** Titles of those with cards that stay closed until the one who asks has submitted their own. */
  closed: string[];
  /** Titles of kits that nobody has submitted a card of. */
  empty: string[];
};

/** All interviews and checks of a candidate, and the live sessions that go on from their attempts. */
export async function presentInterviews(
  db: Database,
  candidate: Candidate,
  viewer: Member,
): Promise<Interviews> {
  const interviews: Interviews = { shown: [], closed: [], empty: [] };
  for (const { id, title } of candidate.sessions) {
    const cards = await listScorecards(db, { sessionId: id });
    const people = await listLiveParticipants(db, id);
    const names = new Map(people.map((person) => [person.id, person.name]));
    const nameOf = (card: ScorecardRecord) => names.get(card.participantId ?? '');
    const sees = await seesSession(db, { sessionId: id, cards }, viewer);
    sort(interviews, { kind: 'session', title }, { cards, sees, nameOf });
  }
  const members = await nameMembers(db);
  const cards = await listScorecards(db, { candidateId: candidate.id });
  for (const { slug, title } of kits.values()) {
    const ofKit = cards.filter(({ kit }) => kit === slug);
    const nameOf = (card: ScorecardRecord) => members.get(card.authorId ?? '');
    const { sees } = cardSight(viewer, ofKit);
    sort(interviews, { kind: 'kit', title }, { cards: ofKit, sees, nameOf });
  }
  return interviews;
}

function sort(
  interviews: Interviews,
  { kind, title }: Pick<ReportInterview, 'kind' | 'title'>,
  {
    cards,
    sees,
    nameOf,
  }: {
    cards: ScorecardRecord[];
    sees: boolean;
    nameOf: (card: ScorecardRecord) => string | undefined;
  },
): void {
  const submitted = cards.flatMap((card) =>
    card.submittedAt === null ? [] : [{ ...card, submittedAt: card.submittedAt }],
  );
  if (submitted.length === 0) {
    if (kind === 'kit') interviews.empty.push(title);
    return;
  }
  if (!sees) {
    interviews.closed.push(title);
    return;
  }
  interviews.shown.push({
    kind,
    title,
    submitted: submitted.length,
    ...valueCards(submitted),
    cards: submitted.map((card) => ({
      by: nameOf(card) ?? 'A former member',
      submittedAt: card.submittedAt.toISOString(),
      ...(card.recommendation && { recommendation: card.recommendation }),
      summary: card.summary,
      scores: (card.criteria ?? []).flatMap(({ key, group, title: criterion, anchors }) => {
        const score = card.scores.find((one) => one.criterion === key);
        if (score === undefined) return [];
        return [
          {
            group,
            title: criterion,
            ...(anchors && { anchors }),
            ...(score.level !== null && { level: score.level }),
            note: score.note,
          },
        ];
      }),
    })),
  });
}
