import type { RecordedKind } from '@assay/contracts/http';

const removed = 'It is removed.';

/**
 * What is kept about an attempt, as the page of the candidate lists it, with the columns that hold it: `shown`
 * on the page or in its download, or `withheld`, which `why` then says. A test holds this against the database:
 * a new column belongs here or in `technicalColumns`.
 */
export const recordedKinds: (RecordedKind & { shown: string[]; withheld?: string[] })[] = [
  {
    title: 'Who you are',
    why: 'Your name and address as you were invited by, so that people know whose work they read.',
    onErasure: removed,
    shown: ['candidates.name', 'candidates.email', 'candidates.created_at'],
  },
  {
    title: 'Your invitation',
    why: 'When it was made, until when it works, and when a browser opened it. We keep neither the address of your computer nor the name of your browser.',
    onErasure: 'The link stops working; the times in which browsers opened it are removed.',
    shown: [
      'invitations.created_at',
      'invitations.expires_at',
      'invitations.revoked_at',
      'candidate_sessions.created_at',
      'candidate_sessions.expires_at',
    ],
  },
  {
    title: 'The attempt',
    why: 'What you worked on, when the clock ran, your share of time, which reviewers never see, and the seed that lets anybody repeat your results.',
    onErasure:
      'It stays without your share of time, as an attempt of nobody, for counts of how hard a challenge is.',
    shown: [
      'attempts.id',
      'attempts.state',
      'attempts.seed',
      'attempts.created_at',
      'attempts.started_at',
      'attempts.deadline',
      'attempts.finished_at',
      'attempts.time_percent',
      'attempts.withdrawn_at',
      'attempt_challenges.slug',
      'attempt_challenges.position',
      'attempt_challenges.challenge_hash',
    ],
  },
  {
    title: 'Every change of your files',
    why: 'With its time, so that nothing is lost, and reviewers can follow how you worked.',
    onErasure: removed,
    shown: [
      'document_updates.name',
      'document_updates.seq',
      'document_updates.at',
      'document_updates.author',
      'document_updates.bytes',
    ],
  },
  {
    title: 'Runs and submissions',
    why: 'Your files as they were, and which tests held. Of hidden tests you see what their author allows; reviewers see all.',
    onErasure:
      'Files and everything that your program printed are removed. Which tests held stays, for counts.',
    shown: [
      'submissions.id',
      'submissions.challenge',
      'submissions.challenge_hash',
      'submissions.suite',
      'submissions.sent_by',
      'submissions.state',
      'submissions.seed',
      'submissions.files',
      'submissions.created_at',
      'verdicts.verdict',
      'verdicts.status',
      'verdicts.passed',
      'verdicts.total',
    ],
  },
  {
    title: 'Tries of requests and SQL',
    why: 'When, and how many. Neither what you sent nor what came back is kept.',
    onErasure: removed,
    shown: ['attempt_events.steps'],
  },
  {
    title: 'When this page was not in front',
    why: 'When you left it and when you returned, so that a pause can be told from a search. It never changes a result, and nobody knows where you were.',
    onErasure: removed,
    shown: ['attempt_events.kind', 'attempt_events.at'],
  },
  {
    title: 'Pastes',
    why: 'When, into which file, how many characters, and whether they were copied on our page. Their words are in the history of your files like all others. It never changes a result.',
    onErasure: removed,
    shown: [
      'attempt_events.challenge',
      'attempt_events.path',
      'attempt_events.length',
      'attempt_events.from_here',
    ],
  },
  {
    title: 'Connections',
    why: 'When a browser of yours was connected to us, so that a lost connection can be seen as one, and we give time back that we cost you.',
    onErasure: removed,
    shown: [
      'candidate_connections.opened_at',
      'candidate_connections.closed_at',
      'candidate_connections.closed_by',
    ],
  },
  {
    title: 'Time that was given back',
    why: 'How long the clock stood still because of us, or what a person gave you, and why.',
    onErasure: 'The reasons that people wrote are removed. How long it was stays, for counts.',
    shown: [
      'time_credits.cause',
      'time_credits.from_at',
      'time_credits.to_at',
      'time_credits.extra_ms',
      'time_credits.reason',
      'time_credits.created_at',
    ],
  },
  {
    title: 'Questions and answers',
    why: 'What you asked the organiser, and what they answered.',
    onErasure: removed,
    shown: ['messages.text', 'messages.created_at'],
    withheld: ['messages.member_id'],
  },
  {
    title: 'Live sessions that went on from your work',
    why: 'Who was there and when, what happened, every change of code and whiteboard, and the chat. Of a call nothing is kept. Interviewers’ notes, plans and scorecards stay with the organiser.',
    onErasure: removed,
    shown: [
      'live_sessions.title',
      'live_sessions.minutes',
      'live_sessions.state',
      'live_sessions.submission_id',
      'live_sessions.created_at',
      'live_sessions.started_at',
      'live_sessions.ended_at',
      'live_participants.role',
      'live_participants.name',
      'live_events.at',
      'live_events.kind',
      'live_events.detail',
      'live_messages.at',
      'live_messages.text',
    ],
    withheld: [
      'live_sessions.plan',
      'live_sessions.prepared',
      'live_sessions.created_by',
      'live_participants.member_id',
      'live_scorecards.participant_id',
      'live_scorecards.created_at',
      'live_scorecards.updated_at',
      'live_scorecards.submitted_at',
      'live_scorecards.recommendation',
      'live_scorecards.summary',
      'live_scorecard_scores.level',
      'live_scorecard_scores.note',
      'live_scorecard_scores.unobserved',
    ],
  },
  {
    title: 'The log of actions',
    why: 'Who did what to your attempt and when, you and we alike, so that it can be accounted for. It names members of staff by number, and you by the number of your attempt.',
    onErasure: 'It stays; it holds no name and no work.',
    shown: ['audit_events.at', 'audit_events.actor', 'audit_events.action', 'audit_events.detail'],
  },
  {
    title: 'Reviews',
    why: 'Scores and notes by which reviewers come to a decision. This page says how many there are. What is in them, and who wrote them, the organiser shows you, or does not.',
    onErasure: 'Notes are removed. Scores stay, for counts.',
    shown: [],
    withheld: [
      'reviews.reviewer_id',
      'reviews.created_at',
      'reviews.updated_at',
      'reviews.submitted_at',
      'review_scores.score',
      'review_scores.note',
    ],
  },
  {
    title: 'Feedback',
    why: 'What somebody of staff released to you. Who it was stays with the organiser.',
    onErasure: removed,
    shown: [
      'feedback.message',
      'feedback.released_at',
      'feedback_comments.challenge',
      'feedback_comments.criterion',
      'feedback_comments.text',
    ],
    withheld: ['feedback.released_by'],
  },
  {
    title: 'Your request for erasure',
    why: 'When you asked, and by when it is done.',
    onErasure: 'It stays, to show that it was done.',
    shown: ['erasures.requested_at', 'erasures.due_at'],
  },
];

/** What candidates read before they start, beside what the organiser adds. */
export const recordedSentences = [
  'Every change of your files with its time, so that nothing is lost and reviewers can follow your way.',
  'Every run and submission with its results, and when you tried requests or SQL.',
  'When this page was not in front, when and how much you pasted, and when your connection was lost. None of it changes a result; people may ask you about it.',
  'You can see all of it at any time, take it with you, and have it erased.',
];
