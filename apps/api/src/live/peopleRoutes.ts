import type { LiveParticipant, StaffRole } from '@assay/contracts/http';
import { personColours } from '@assay/contracts/live';
import {
  type Database,
  findLiveMember,
  findLiveParticipant,
  findMember,
  insertLiveParticipant,
  listLiveParticipants,
  type LiveParticipantRecord,
  updateLiveParticipant,
} from '@assay/db';
import { notFound, refusal } from '#http/refusal.ts';
import { asStaff, routes } from '#http/routes.ts';
import { mayMeet, reviewFirst } from '#reviews/mayMeet.ts';
import { hashToken, newToken } from '#sessions/secretToken.ts';
import { changeSession } from './changeSession.ts';
import { presentParticipant } from './presentSession.ts';

const liveLink = (publicUrl: string, token: string): string => `${publicUrl}/l/${token}`;

export const addParticipantRoute = routes.live.addParticipant
  .use(asStaff)
  .handler(async ({ input, context: { services, member } }) => {
    const { sessionId, role } = input;
    const token = 'memberId' in input ? undefined : newToken();
    const added = await changeSession(services, { sessionId, member }, async (tx, session, at) => {
      const person = await findPerson(tx, input);
      if (person === undefined) return notFound;
      const { memberId } = person;
      const colleague = memberId === null ? undefined : await findMember(tx, memberId);
      if (colleague && !(await mayMeet(tx, session, { member: colleague, at }))) return reviewFirst;
      const participant =
        (await takeBack(tx, sessionId, role, person.memberId)) ??
        (await insertLiveParticipant(tx, {
          sessionId,
          role,
          ...person,
          colour: await nextColour(tx, sessionId),
          tokenHash: token === undefined ? null : hashToken(token),
          createdAt: at,
          admittedAt: token === undefined ? at : null,
        }));
      const detail = { participantId: participant.id, role };
      return { ok: true, participant, trace: { action: 'live.participant_added', detail } };
    });
    return {
      participant: presentParticipant(added.participant),
      ...(token !== undefined && { link: liveLink(services.publicUrl, token) }),
    };
  });

/** Who is meant; `undefined` for a member of staff who is not there, or may not lead a session. */
async function findPerson(
  tx: Database,
  input: { name: string } | { memberId: string; role: string },
): Promise<{ name: string; memberId: string | null } | undefined> {
  if ('name' in input) return { name: input.name, memberId: null };
  const found = await findMember(tx, input.memberId);
  if (found === undefined) return undefined;
  if (input.role === 'interviewer' && !mayLead(found.role)) return undefined;
  return { name: found.name, memberId: found.id };
}

/** Whether members of staff with this role can be interviewers of a session. */
export function mayLead(role: StaffRole): boolean {
  return role === 'admin' || role === 'interviewer';
}

/** A member who is or was in the session is the same participant again, with the role of now. */
async function takeBack(
  tx: Database,
  sessionId: string,
  role: LiveParticipantRecord['role'],
  memberId: string | null,
): Promise<LiveParticipantRecord | undefined> {
  const known = memberId === null ? undefined : await findLiveMember(tx, sessionId, memberId);
  if (known === undefined) return undefined;
  const changes = { role, removedAt: null, refusedAt: null };
  await updateLiveParticipant(tx, known.id, changes);
  return { ...known, ...changes };
}

async function nextColour(tx: Database, sessionId: string): Promise<string> {
  const { length } = await listLiveParticipants(tx, sessionId);
  return personColours[length % personColours.length] ?? personColours[0];
}

export const renewLinkRoute = routes.live.renewLink
  .use(asStaff)
  .handler(async ({ input: { sessionId, participantId }, context: { services, member } }) => {
    const token = newToken();
    const { participant } = await changeSession(services, { sessionId, member }, async (tx) => {
      const found = await findLiveParticipant(tx, sessionId, participantId);
      if (found === undefined || found.memberId !== null || found.removedAt !== null)
        return notFound;
      await updateLiveParticipant(tx, participantId, { tokenHash: hashToken(token) });
      const trace = { action: 'live.link_renewed', detail: { participantId } } as const;
      return { ok: true, participant: found, trace };
    });
    services.live.cut(sessionId, participantId, {
      code: 'removed',
      message: 'Your link was replaced by a new one. Open that.',
    });
    return {
      participant: presentParticipant(participant),
      link: liveLink(services.publicUrl, token),
    };
  });

export const removeParticipantRoute = routes.live.removeParticipant
  .use(asStaff)
  .handler(async ({ input: { sessionId, participantId }, context: { services, member } }) => {
    const change = { sessionId, member, over: true };
    const { participant } = await changeSession(services, change, async (tx, _, at) => {
      const people = await listLiveParticipants(tx, sessionId);
      const found = people.find(({ id }) => id === participantId);
      if (found === undefined) return notFound;
      if (found.removedAt !== null) return { ok: true, participant: found };
      const others = people.filter(
        ({ id, role, removedAt }) =>
          id !== participantId && role === 'interviewer' && removedAt === null,
      );
      if (found.role === 'interviewer' && others.length === 0) return lastInterviewer;
      await updateLiveParticipant(tx, participantId, { removedAt: at });
      return {
        ok: true,
        participant: { ...found, removedAt: at },
        trace: { action: 'live.participant_removed', event: { kind: 'removed', participantId } },
      };
    });
    return presentParticipant(participant);
  });

const lastInterviewer = refusal('LAST_INTERVIEWER', 409, 'A session keeps one interviewer.');

export const admitRoute = routes.live.admit
  .use(asStaff)
  .handler(
    async ({ input: { sessionId, participantId, admitted }, context: { services, member } }) => {
      const change = { sessionId, member };
      const { participant } = await changeSession(services, change, async (tx, _, at) => {
        const found = await findLiveParticipant(tx, sessionId, participantId);
        if (found === undefined || found.memberId !== null || found.removedAt !== null)
          return notFound;
        const changes = admitted
          ? { admittedAt: at, refusedAt: null }
          : { admittedAt: null, refusedAt: at };
        await updateLiveParticipant(tx, participantId, changes);
        return {
          ok: true,
          participant: { ...found, ...changes },
          trace: {
            action: admitted ? 'live.admitted' : 'live.refused',
            event: { kind: admitted ? 'admitted' : 'refused', participantId },
          },
        };
      });
      return presentParticipant(participant);
    },
  );

export const setEditingRoute = routes.live.setEditing
  .use(asStaff)
  .handler(
    async ({
      input: { sessionId, participantId, frozen },
      context: { services, member },
    }): Promise<LiveParticipant> => {
      const { participant } = await changeSession(services, { sessionId, member }, async (tx) => {
        const found = await findLiveParticipant(tx, sessionId, participantId);
        if (found?.role !== 'candidate') return notFound;
        await updateLiveParticipant(tx, participantId, { frozen });
        return {
          ok: true,
          participant: { ...found, frozen },
          trace: {
            action: frozen ? 'live.frozen' : 'live.unfrozen',
            event: { kind: frozen ? 'frozen' : 'unfrozen', participantId },
          },
        };
      });
      return presentParticipant(participant);
    },
  );
