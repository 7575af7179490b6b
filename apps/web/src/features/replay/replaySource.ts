import type { CodeChange } from '@assay/workspace/replay';

/** An update of a log, and whose it was. */
export type LoggedUpdate = { at: Date; author: string; bytes: Uint8Array };

/** Somebody who acts in a recording; `colour` as in the roster of a session. */
export type ReplayPerson = { id: string; name: string; colour: string };

/** What one can jump to, in the order of its lanes. */
export const markKinds = ['run', 'paste', 'pause', 'note', 'chat', 'event'] as const;
export type MarkKind = (typeof markKinds)[number];

/** Something that happened at a moment, beside the changes of the documents. */
export type ReplayMark = {
  id: string;
  kind: MarkKind;
  /** Ms since 1970. */
  atMs: number;
  /** In one line. */
  title: string;
  person?: ReplayPerson | undefined;
  tone?: 'good' | 'bad' | undefined;
  /** Of a run: the part of its tests that hold, 0 to 1. */
  share?: number | undefined;
  /** What was written: plain text, perhaps with code between backticks. */
  text?: string | undefined;
};

/** A stretch of the recording, ms since 1970. */
export type ReplaySpan = { fromMs: number; untilMs: number };

/** A stretch with a name: a focus time, or somebody's presence. */
export type ReplayBand = ReplaySpan & { id: string; title: string; person?: ReplayPerson };

/** All that a replay shows, whatever it is of. */
export type ReplaySource = {
  /** Of the files. */
  code: readonly LoggedUpdate[];
  /** The same in terms of files and cursors. */
  changes: readonly CodeChange[];
  /** Of the whiteboard, where there is one. */
  board?: readonly LoggedUpdate[] | undefined;
  people: readonly ReplayPerson[];
  /** In their order. */
  marks: readonly ReplayMark[];
  /** Stretches that are about everybody. */
  bands: readonly ReplayBand[];
  /** Who was there when. */
  visits: readonly ReplayBand[];
  span: ReplaySpan;
  /** What a moment is called. */
  describe: (atMs: number) => string;
};
