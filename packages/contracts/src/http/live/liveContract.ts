import { oc } from '@orpc/contract';
import { z } from 'zod';
import { Language, LanguageChoice } from '#challenge/language.ts';
import { Slug } from '#challenge/manifest.ts';
import { Permission } from '#http/candidate/assessmentTerms.ts';
import { linkErrors } from '#http/linkErrors.ts';
import { MeetingUrl } from '#live/liveCall.ts';
import { InterviewPlan, PreparedFiles, maxPreparedSets } from '#live/interviewPlan.ts';
import { FocusMinutes, LiveRole, LiveState, LiveStatus, PersonName } from '#live/liveSession.ts';
import { FilePath } from '#workspace/filePath.ts';

const moment = z.iso.datetime();
const session = z.object({ sessionId: z.uuid() });
const participant = session.extend({ participantId: z.uuid() });

export const LiveParticipant = z
  .object({
    id: z.uuid(),
    role: LiveRole,
    name: z.string(),
    colour: z.string(),
    memberId: z.string().optional().describe('Of staff; all others come by a personal link.'),
    createdAt: moment,
    admittedAt: moment.optional().describe('When somebody let them in; staff need nobody.'),
    refusedAt: moment
      .optional()
      .describe('When they were turned away. Letting them in later undoes it.'),
    removedAt: moment
      .optional()
      .describe('When they were taken out of the session; their link opens nothing any more.'),
    frozen: z.boolean().describe('Whether their right to edit is taken.'),
  })
  .describe('Somebody of a session, as interviewers manage them.');
export type LiveParticipant = z.infer<typeof LiveParticipant>;

export const LiveOrigin = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('blank') }),
    z.object({ kind: z.literal('challenge'), slug: Slug, title: z.string() }),
    z.object({
      kind: z.literal('submission'),
      slug: Slug,
      title: z.string(),
      attemptId: z.uuid(),
      submissionId: z.uuid(),
    }),
  ])
  .describe('Where the workspace of a session came from.');
export type LiveOrigin = z.infer<typeof LiveOrigin>;

export const LiveSessionRow = z.object({
  id: z.uuid(),
  title: z.string(),
  minutes: z.int(),
  state: LiveState,
  origin: LiveOrigin,
  people: z.array(z.object({ role: LiveRole, name: z.string() })),
  createdAt: moment,
  startedAt: moment.optional(),
  endedAt: moment.optional(),
});
export type LiveSessionRow = z.infer<typeof LiveSessionRow>;

export const LiveSession = LiveSessionRow.omit({ people: true })
  .extend({
    status: LiveStatus,
    plan: InterviewPlan,
    assessment: z
      .object({ id: z.uuid(), title: z.string(), version: z.int() })
      .optional()
      .describe('The template that it began from.'),
    prepared: z.array(PreparedFiles),
    participants: z.array(LiveParticipant),
  })
  .describe('A session with all that interviewers know of it.');
export type LiveSession = z.infer<typeof LiveSession>;

export const OwnLiveSession = z
  .object({
    status: LiveStatus,
    participantId: z.uuid(),
    role: LiveRole,
    name: z.string(),
    hosts: z.array(z.string()).describe('Names of the interviewers.'),
    admitted: z.boolean(),
    allowed: z
      .object({
        aiAssistants: Permission,
        documentation: Permission,
        rules: z.array(z.string()).describe('What else is allowed or not, one sentence each.'),
      })
      .optional()
      .describe('What the template says, where the session began from one.'),
  })
  .describe('What somebody with a personal link knows of their session before they are in.');
export type OwnLiveSession = z.infer<typeof OwnLiveSession>;

const BegunFrom = z.object({
  slug: Slug,
  title: z.string(),
  languages: z.array(LanguageChoice).describe('What its starter is there in.'),
});

export const LiveChoices = z
  .object({
    challenges: z.array(BegunFrom),
    assessments: z
      .array(
        z.object({
          id: z.uuid(),
          title: z.string(),
          challenges: z.array(BegunFrom),
          plannedMinutes: z.int().describe("Of the interview's plan; 0 where there is none."),
        }),
      )
      .describe(
        'Templates whose plan, rubric and rules a session can have, each in its newest version.',
      ),
    staff: z
      .array(
        z.object({
          memberId: z.string(),
          name: z.string(),
          mayLead: z.boolean(),
          mayWatch: z.boolean(),
        }),
      )
      .describe(
        'Who can be taken in without a link; `mayLead` as an interviewer, too; `mayWatch` a replay that is shared.',
      ),
  })
  .describe('What an interviewer can make a session of.');
export type LiveChoices = z.infer<typeof LiveChoices>;

const title = z.string().trim().min(1, 'A session needs a title.').max(120);
const minutes = z.int().min(5).max(480);
const prepared = z.array(PreparedFiles).max(maxPreparedSets);
const over = { SESSION_OVER: { status: 409, message: 'This session has ended.' } } as const;
const focus = {
  ...over,
  NOT_OPEN: { status: 409, message: 'The session has not started.' },
  ALREADY_FOCUSED: { status: 409, message: 'A focus time is going on.' },
} as const;
const files = {
  FILES_REFUSED: { status: 422 },
  FILES_TOO_LARGE: { status: 413, data: z.object({ limit: z.int() }) },
} as const;

/**
 * Live pair sessions. The documents, who is there and where they are go over sockets (`@assay/contracts/live`);
 * what changes a session goes over HTTP, and everybody in it hears of it.
 */
export const liveContract = {
  listSessions: oc
    .route({ method: 'GET', path: '/live/sessions', summary: 'Live sessions, newest first' })
    .input(
      z.object({ state: LiveState.optional(), page: z.coerce.number().int().min(1).default(1) }),
    )
    .output(
      z.object({
        rows: z.array(LiveSessionRow),
        total: z.int(),
        page: z.int(),
        pageSize: z.int(),
      }),
    ),
  listChoices: oc
    .route({
      method: 'GET',
      path: '/live/choices',
      summary: 'Challenges to begin with, and members of staff who can take part',
    })
    .output(LiveChoices),
  createSession: oc
    .route({
      method: 'POST',
      path: '/live/sessions',
      successStatus: 201,
      summary: 'Prepare a session; who asks is its first interviewer',
    })
    .input(
      z.object({
        title,
        minutes: minutes.default(60),
        from: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('blank') }),
          z.object({ kind: z.literal('challenge'), slug: Slug, language: Language.optional() }),
          /** The starter of one of its challenges, with the plan, the rubric and the rules of the template. */
          z.object({
            kind: z.literal('assessment'),
            assessmentId: z.uuid(),
            slug: Slug,
            language: Language.optional(),
          }),
          /** Continue live: the workspace starts as the files of that submission. */
          z.object({ kind: z.literal('submission'), submissionId: z.uuid() }),
        ]),
        plan: InterviewPlan.prefault({}).describe(
          'Empty for that of the template, where there is one.',
        ),
        prepared: prepared.default([]),
      }),
    )
    .output(LiveSession)
    .errors({
      ...files,
      STILL_RUNNING: { status: 409, message: 'The candidate is still working on it.' },
    }),
  getSession: oc
    .route({ method: 'GET', path: '/live/sessions/{sessionId}', summary: 'A session' })
    .input(session)
    .output(LiveSession),
  editSession: oc
    .route({
      method: 'PUT',
      path: '/live/sessions/{sessionId}',
      summary: 'Change title, time, plan and prepared files',
    })
    .input(session.extend({ title, minutes, plan: InterviewPlan, prepared }))
    .output(LiveSession)
    .errors({ ...over, ...files }),
  eraseSession: oc
    .route({
      method: 'DELETE',
      path: '/live/sessions/{sessionId}',
      successStatus: 204,
      summary: 'Erase a session that is not open, with all that was written in it',
    })
    .input(session)
    .errors({ STILL_OPEN: { status: 409, message: 'End the session first.' } }),
  addParticipant: oc
    .route({
      method: 'POST',
      path: '/live/sessions/{sessionId}/participants',
      successStatus: 201,
      summary: 'Add somebody: a member of staff, or anybody with a personal link',
    })
    .input(
      z.union([
        session.extend({
          memberId: z.string().max(100),
          role: z.enum(['interviewer', 'observer']),
        }),
        session.extend({ name: PersonName, role: z.enum(['candidate', 'observer']) }),
      ]),
    )
    /** The link is shown this once; only its hash is kept. */
    .output(z.object({ participant: LiveParticipant, link: z.url().optional() }))
    .errors({
      ...over,
      REVIEW_FIRST: {
        status: 409,
        message:
          'This session goes on from work that still waits for reviews. Whoever may review it meets its author only afterwards.',
      },
    }),
  renewLink: oc
    .route({
      method: 'POST',
      path: '/live/sessions/{sessionId}/participants/{participantId}/link',
      summary: 'A new personal link; the one before ends, with what it opened',
    })
    .input(participant)
    .output(z.object({ participant: LiveParticipant, link: z.url() }))
    .errors(over),
  removeParticipant: oc
    .route({
      method: 'POST',
      path: '/live/sessions/{sessionId}/participants/{participantId}/remove',
      summary: 'Take somebody out of the session',
    })
    .input(participant)
    .output(LiveParticipant)
    .errors({
      LAST_INTERVIEWER: { status: 409, message: 'A session keeps one interviewer.' },
    }),
  admit: oc
    .route({
      method: 'POST',
      path: '/live/sessions/{sessionId}/participants/{participantId}/admit',
      summary: 'Let somebody in from the waiting room, or turn them away',
    })
    .input(participant.extend({ admitted: z.boolean() }))
    .output(LiveParticipant)
    .errors(over),
  setEditing: oc
    .route({
      method: 'PUT',
      path: '/live/sessions/{sessionId}/participants/{participantId}/editing',
      summary: 'Take the right to edit from a candidate, or give it back',
    })
    .input(participant.extend({ frozen: z.boolean() }))
    .output(LiveParticipant)
    .errors(over),
  start: oc
    .route({
      method: 'POST',
      path: '/live/sessions/{sessionId}/start',
      summary: 'Open the session for all who are let in',
    })
    .input(session)
    .output(LiveStatus)
    .errors(over),
  end: oc
    .route({
      method: 'POST',
      path: '/live/sessions/{sessionId}/end',
      summary: 'End it; code and board stay as they are',
    })
    .input(session)
    .output(LiveStatus),
  setLock: oc
    .route({
      method: 'PUT',
      path: '/live/sessions/{sessionId}/locks',
      summary: 'Keep a file from the candidate’s changes, or give it back',
    })
    .input(session.extend({ path: FilePath, locked: z.boolean() }))
    .output(LiveStatus)
    .errors(over),
  setMeeting: oc
    .route({
      method: 'PUT',
      path: '/live/sessions/{sessionId}/meeting',
      summary: 'Hold the call elsewhere, under an https address, or with null here again',
    })
    .input(session.extend({ url: MeetingUrl.nullable() }))
    .output(LiveStatus)
    .errors(over),
  addPrepared: oc
    .route({
      method: 'POST',
      path: '/live/sessions/{sessionId}/prepared/{preparedId}',
      summary: 'Add a prepared set of files to the workspace, over files of the same name',
    })
    .input(session.extend({ preparedId: z.uuid() }))
    .output(LiveStatus)
    .errors({ ...over, ...files }),
  giveFocus: oc
    .route({
      method: 'POST',
      path: '/live/sessions/{sessionId}/focus',
      summary: 'Give the candidate minutes in which nobody looks on',
    })
    .input(session.extend({ minutes: FocusMinutes }))
    .output(LiveStatus)
    .errors(focus),
  openLink: oc
    .route({ method: 'POST', path: '/live/link', summary: 'Open a personal link' })
    .input(z.object({ token: z.string().max(200) }))
    .output(z.object({ sessionId: z.uuid() }))
    .errors(linkErrors),
  getOwn: oc
    .route({ method: 'GET', path: '/live/own/{sessionId}', summary: 'My session, by my link' })
    .input(session)
    .output(OwnLiveSession),
  askFocus: oc
    .route({
      method: 'POST',
      path: '/live/own/{sessionId}/focus/ask',
      summary: 'Ask for minutes in which nobody looks on',
    })
    .input(session.extend({ minutes: FocusMinutes }))
    .output(LiveStatus)
    .errors(focus),
  endFocus: oc
    .route({
      method: 'POST',
      path: '/live/own/{sessionId}/focus/end',
      summary: 'End my focus time before its end',
    })
    .input(session)
    .output(LiveStatus),
};
