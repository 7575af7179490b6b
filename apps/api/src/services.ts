import type { ChallengeVersion } from '@assay/contracts/challenge';
import type { GroupQuestionId } from '@assay/contracts/http';
import type { SandboxProfile } from '@assay/contracts/verdict';
import type { Database } from '@assay/db';
import type { Queues } from '@assay/queue';
import type { WorkspaceRooms } from '@assay/workspace';
import type { Logger } from 'pino';
import type { Background } from './background.ts';
import type { ChallengeLibrary } from '#challenges/challengeLibrary.ts';
import type { Connections } from '#clock/Connections.ts';
import type { Heart } from '#clock/Heart.ts';
import type { FleetingDesk } from '#explorations/FleetingDesk.ts';
import type { CallSettings } from '#live/call/callSettings.ts';
import type { LiveDesk } from '#live/LiveDesk.ts';
import type { ApiMetrics } from '#metrics/ApiMetrics.ts';
import type { Mailer } from '#mail/Mailer.ts';
import type { Announcer } from '#realtime/announcer.ts';
import type { StaffAuth } from '#sessions/staffAuth.ts';
import type { SignOnSettings } from '#signOn/signOnSettings.ts';
import type { Comparer } from '#similarity/Comparer.ts';
import type { JudgePace } from '#submissions/JudgePace.ts';
import type { AddressPolicy } from '#webhooks/AddressPolicy.ts';

/** What the actions of the API work with. */
export type Services = {
  db: Database;
  queues: Queues;
  rooms: WorkspaceRooms;
  challenges: ChallengeLibrary;
  staffAuth: StaffAuth;
  announce: Announcer;
  fleeting: FleetingDesk;
  judgePace: JudgePace;
  heart: Heart;
  live: LiveDesk;
  /** Absent where members do not sign in by a provider. */
  signOn: SignOnSettings | undefined;
  /** Absent where no mail server is set up. */
  mailer: Mailer | undefined;
  callSettings: CallSettings;
  /** What candidates may say of themselves once they have handed in. */
  groupQuestions: readonly GroupQuestionId[];
  /** Where messages of webhooks may go, and how long a receiver has for its answer. */
  webhooks: { policy: AddressPolicy; timeoutMs: number | undefined };
  connections: Connections;
  comparer: Comparer;
  /** The challenge that candidates get to know the editor by, where this installation has it. */
  practice: ChallengeVersion | undefined;
  background: Background;
  logger: Logger;
  metrics: ApiMetrics;
  /** Aborted once the process is about to end: nobody new should be sent to it. */
  stopping: AbortSignal;
  /** The clock that rules. */
  now: () => Date;
  /** Of this installation: links of invitations are made from it. Never told to anybody. */
  secret: string;
  /** Where people reach the web app, without a slash at the end. */
  publicUrl: string;
  /** How the workers that judge now keep runners from their machines, each way once. */
  sandboxProfiles: () => Promise<SandboxProfile[]>;
};
