import type { VerifyProgress } from '@assay/contracts/challenge';
import type {
  ExploreJob,
  ExploreReport,
  JudgeJob,
  JudgeProgress,
  LiveRunJob,
  LiveRunProgress,
  LiveRunResult,
  MailJob,
  PracticeJob,
  PracticeReport,
  RejudgedJob,
  RejudgeJob,
  VerdictJob,
  VerifiedJob,
  VerifyJob,
  WebhookJob,
} from '@assay/contracts/queue';
import type { SandboxProfile } from '@assay/contracts/verdict';
import type { JobOwner } from './turns.ts';

/** Something that takes jobs or events until it is closed. */
export type Consumer = {
  /** Resolves once it receives what is sent from then on; rejects when the back end refuses us. */
  ready(): Promise<void>;
  /** Takes nothing more and resolves when what it was doing is done. */
  close(): Promise<void>;
};

/** A delivery that failed. `final` ones are not tried again, and their job is gone from the queue. */
export type JobFailure = { queue: string; jobId: string; attempt: number; final: boolean };

/** What a queue holds at a moment. */
export type QueueMeasure = {
  queue: string;
  /** `prioritized` jobs wait for their turn; `delayed` ones for their time or their next try. */
  jobs: Record<'waiting' | 'prioritized' | 'active' | 'delayed', number>;
  /** How long the next job has been in the queue, s; 0 when none waits. */
  oldestS: number;
};

/**
 * The jobs of the system, on Redis or PostgreSQL. Delivery is at least once: a consumer that dies is
 * replaced, so every handler must be idempotent. A job id is taken while its job waits, runs, or has
 * completed within the last hour; enqueueing it again then changes nothing.
 */
export type Queues = {
  /**
   * Resolves once the job is durable. Job id: the submission's id. What people wait for is judged in turns of its
   * owners (`JobOwner`); what is sent without one shares those of nobody.
   */
  enqueueJudge(job: JudgeJob, owner?: JobOwner): Promise<void>;
  /** Puts an exploration among them. It is tried once and forgotten. */
  enqueueExplore(job: ExploreJob, owner?: JobOwner): Promise<void>;
  /** Likewise, for a run that nobody keeps; `last` instead of an owner puts it behind all that has one. */
  enqueuePractice(job: PracticeJob, owner?: JobOwner | 'last'): Promise<void>;
  /** Resolves once the job is durable, among the submissions. Job id: the run's id. */
  enqueueLiveRun(job: LiveRunJob, owner?: JobOwner): Promise<void>;
  /** How many jobs the judge takes before this one, by its id, as things are now; nothing when it does not wait. */
  countAhead(id: string): Promise<number | undefined>;
  /** Resolves once the job is durable. Job id: the mail's id. */
  enqueueMail(job: MailJob): Promise<void>;
  /** Resolves once the job is durable. Job id: the message's id and how often it was tried before. */
  enqueueWebhook(job: WebhookJob): Promise<void>;
  /** Resolves once the job is durable. Job id: the run's id. */
  enqueueLiveResult(job: LiveRunResult): Promise<void>;
  /**
   * Gives up a submission, a live run, an exploration or a practice run, by its id: it is taken from the queue when it waits, and whoever
   * works on it is told.
   */
  cancelJudge(id: string): Promise<void>;
  /**
   * Removes what the queues still hold of these submissions, rejudgements and live runs, and what they still tell of
   * explorations. Only of what is judged: a job that somebody works on stays.
   */
  forget(work: {
    submissionIds?: string[];
    rejudgeIds?: string[];
    liveRunIds?: string[];
  }): Promise<void>;
  /** Resolves once the job is durable. Job id: the submission's id. */
  enqueueVerdict(job: VerdictJob): Promise<void>;
  /**
   * Wakes the consumers of deadlines at `at`, or at once when that is past. Idempotent for one attempt
   * and time; a moved deadline wakes them at both times, so they look up whether it is due.
   */
  scheduleDeadline(attemptId: string, at: Date): Promise<void>;
  /** Resolves once the job is durable. It waits until nothing else does. Job id: `rejudge-` and its id. */
  enqueueRejudge(job: RejudgeJob): Promise<void>;
  /** Resolves once the job is durable. Job id: the id of the rejudgement. */
  enqueueRejudged(job: RejudgedJob): Promise<void>;
  /** Resolves once the job is durable. Job id: the verification's id. */
  enqueueVerify(job: VerifyJob): Promise<void>;
  /** Gives up a verification, as `cancelJudge` does a submission. */
  cancelVerify(id: string): Promise<void>;
  /** Resolves once the job is durable. Job id: the verification's id. */
  enqueueVerified(job: VerifiedJob): Promise<void>;
  /** Whether the back end answers, within a second. */
  isReachable(): Promise<boolean>;
  /** What all queues hold now, for whoever watches them. Rejects when the back end does not answer. */
  measure(): Promise<QueueMeasure[]>;
  /** The profiles of the consumers of judge jobs that are connected now, each once; not told by an embedded PostgreSQL. */
  judgeProfiles(): Promise<SandboxProfile[]>;
  /**
   * `report` publishes how far the job is; only the newest report matters, and older ones may be left out.
   * `profile` is how this consumer keeps runners from its machine, for `judgeProfiles`.
   * Without `rejudge`, what is to be judged once more is left to other consumers.
   * `deaths` is how many consumers have died while they were at the job.
   */
  consumeJudge(
    handler: (
      job: JudgeJob,
      report: (progress: JudgeProgress) => void,
      deaths: number,
    ) => Promise<void>,
    options: {
      concurrency: number;
      profile?: SandboxProfile;
      /** Explorations come by the same queue; without a handler they are refused. */
      explore?: (
        job: ExploreJob,
        report: (result: ExploreReport) => void,
        deaths: number,
      ) => Promise<void>;
      /** Likewise, for runs that nobody keeps. */
      practise?: (
        job: PracticeJob,
        report: (result: PracticeReport) => void,
        deaths: number,
      ) => Promise<void>;
      rejudge?: (job: RejudgeJob, deaths: number) => Promise<void>;
      /** Likewise, for what is run in live sessions; `report` as for submissions. */
      runTogether?: (
        job: LiveRunJob,
        report: (progress: LiveRunProgress) => void,
        deaths: number,
      ) => Promise<void>;
    },
  ): Consumer;
  consumeRejudged(handler: (job: RejudgedJob) => Promise<void>): Consumer;
  /** One verification at a time; `report` as for submissions. */
  consumeVerify(
    handler: (job: VerifyJob, report: (progress: VerifyProgress) => void) => Promise<void>,
  ): Consumer;
  consumeVerified(handler: (job: VerifiedJob) => Promise<void>): Consumer;
  /** Every process that listens hears of every cancellation. */
  onJudgeCancelled(listener: (id: string) => void): Consumer;
  onVerifyCancelled(listener: (id: string) => void): Consumer;
  /** Results of live runs come by the same queue; without a handler for them they wait for another consumer. */
  consumeVerdicts(
    handler: (job: VerdictJob) => Promise<void>,
    options?: { liveRun?: (job: LiveRunResult) => Promise<void> },
  ): Consumer;
  consumeMails(handler: (job: MailJob) => Promise<void>): Consumer;
  consumeWebhooks(handler: (job: WebhookJob) => Promise<void>): Consumer;
  consumeDeadlines(handler: (attemptId: string) => Promise<void>): Consumer;
  /** Every process that listens gets every report; what is reported while nobody listens is lost. */
  onJudgeProgress(listener: (progress: JudgeProgress) => void): Consumer;
  /** Likewise, for live runs. */
  onLiveRunProgress(listener: (progress: LiveRunProgress) => void): Consumer;
  /** Likewise, for what came of explorations. */
  onExploreReport(listener: (report: ExploreReport) => void): Consumer;
  /** Every process that listens hears that a job of the judge's ended, whatever it was. */
  onJudgeDone(listener: () => void): Consumer;
  onVerifyProgress(listener: (progress: VerifyProgress) => void): Consumer;
  /** Likewise, for what came of runs that nobody keeps. */
  onPracticeReport(listener: (report: PracticeReport) => void): Consumer;
  /** Closes all consumers, then the connections. */
  close(): Promise<void>;
};
