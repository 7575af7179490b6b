import type { Member, ReportInterview } from '@assay/contracts/http';
import {
  type findCandidate,
  listLiveParticipants,
  nameMembers,
  listScorecards,
  type ScorecardRecord,
} from '@assay/db';
import type { Services } from '#services.ts';
import { cardSight } from '#candidates/cardSight.ts';
import { kits } from '#candidates/kits.ts';
import { seesSession } from '#candidates/seesSession.ts';
import { valueCards } from '#candidates/valueCards.ts';
import { kitEvidence, sessionEvidence } from '#skills/cardEvidence.ts';
import type { Evidence } from '#skills/weighSkills.ts';

type Candidate = NonNullable<Awaited<ReturnType<typeof findCandidate>>>;

/** What interviews came to, as far as somebody may see it, and what can be said of the rest. */
export type Interviews = {
  shown: ReportInterview[];
  /** Titles of those with cards that stay closed until the one who asks has submitted their own. */
  closed: string[];
  /** Titles of kits that nobody has submitted a card of. */
  empty: string[];
  /** The criteria of all of them, also of the closed ones: for figures that are shown only where nothing is closed. */
  evidence: Evidence[];
};

/** All interviews and checks of a candidate, and the live sessions that go on from their attempts. */
export async function presentInterviews(
  services: Pick<Services, 'db' | 'challenges'>,
  candidate: Candidate,
  viewer: Member,
): Promise<Interviews> {
  const { db } = services;
  const interviews: Interviews = { shown: [], closed: [], empty: [], evidence: [] };
  for (const { id, title } of candidate.sessions) {
    const cards = await listScorecards(db, { sessionId: id });
    const people = await listLiveParticipants(db, id);
    const names = new Map(people.map((person) => [person.id, person.name]));
    const nameOf = (card: ScorecardRecord) => names.get(card.participantId ?? '');
    const sees = await seesSession(db, { sessionId: id, cards }, viewer);
    sort(interviews, { kind: 'session', title }, { cards, sees, nameOf });
    interviews.evidence.push(...(await sessionEvidence(services, { id, title }, cards)));
  }
  const members = await nameMembers(db);
  const cards = await listScorecards(db, { candidateId: candidate.id });
  for (const kit of kits.values()) {
    const ofKit = cards.filter((card) => card.kit === kit.slug);
    const nameOf = (card: ScorecardRecord) => members.get(card.authorId ?? '');
    const { sees } = cardSight(viewer, ofKit);
    sort(interviews, { kind: 'kit', title: kit.title }, { cards: ofKit, sees, nameOf });
    interviews.evidence.push(...kitEvidence(kit, ofKit));
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
