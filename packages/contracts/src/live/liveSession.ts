import { z } from 'zod';
import { FilePath } from '#workspace/filePath.ts';
import { MeetingUrl } from './liveCall.ts';

const moment = z.iso.datetime();

export const LiveRole = z
  .enum(['interviewer', 'candidate', 'observer'])
  .describe('An interviewer leads, a candidate works, an observer watches, visibly to all.');
export type LiveRole = z.infer<typeof LiveRole>;

export const LiveState = z
  .enum(['prepared', 'open', 'ended'])
  .describe(
    '`prepared`: interviewers alone are in; `open`: it goes on; `ended`: code and board take no more changes.',
  );
export type LiveState = z.infer<typeof LiveState>;

/** The longest focus time, minutes. */
export const maxFocusMinutes = 45;

export const FocusMinutes = z.int().min(1).max(maxFocusMinutes);

// oxlint-disable-next-line no-control-regex -- control characters are exactly what is refused
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;

export const PersonName = z
  .string()
  .trim()
  .min(1, 'A person needs a name.')
  .max(80, 'A name has at most 80 characters.')
  .refine((name) => !unprintable.test(name), 'A name may not contain control characters.')
  .describe(
    'How a person is shown to the others. Plain text in one line: what draws it has to escape it all the same.',
  );

/** The colours of people, in the order in which they are given. Nothing else is ever a colour. */
export const personColours = [
  '#1971c2',
  '#e8590c',
  '#2f9e44',
  '#9c36b5',
  '#c2255c',
  '#0c8599',
  '#f08c00',
  '#5f3dc4',
  '#66a80f',
  '#846358',
] as const;

/** Somebody of a session, as everybody in it sees them. */
export type RosterEntry = {
  participantId: string;
  role: LiveRole;
  name: string;
  /** One of `personColours`. */
  colour: string;
  /** `waiting`: connected and not let in yet; `present`: connected and in. */
  presence: 'away' | 'waiting' | 'present';
  /** The connections of a person who is present, one a page: what awareness and cursors come from. */
  connections: string[];
  /** Whether the right to edit is taken at the moment. */
  frozen: boolean;
};

export const Focus = z
  .object({ startedAt: moment, endsAt: moment })
  .describe('A stretch in which interviewers and observers receive nothing of code and board.');
export type Focus = z.infer<typeof Focus>;

export const LiveStatus = z
  .object({
    sessionId: z.uuid(),
    title: z.string(),
    minutes: z.int().describe('Planned.'),
    state: LiveState,
    startedAt: moment.optional(),
    endedAt: moment.optional(),
    locked: z.array(FilePath).describe('Files that the candidate cannot change at the moment.'),
    focus: Focus.optional().describe(
      "Absent when there is none. It ends at `endsAt` by the server's clock, or earlier by the candidate.",
    ),
    lastFocus: Focus.optional().describe('The last one that is over.'),
    focusAsked: FocusMinutes.optional().describe(
      'Minutes that the candidate asks for, until somebody gives them, or asks again.',
    ),
    meeting: MeetingUrl.optional().describe(
      'Where the call is, when it is not on our page; for those who are in.',
    ),
    now: moment.describe("The server's clock when this was said."),
  })
  .describe('What everybody in a session knows of it.');
export type LiveStatus = z.infer<typeof LiveStatus>;
