import type { TimelinePicture } from './drawTimeline.ts';

/** A note that a score rests on, and whose it is. */
export type ScoreBlock = { by: string; score: string; note: string };

export type TableBlock = {
  kind: 'table';
  /** What it lists, for those who do not see it. */
  label: string;
  columns: { title: string; numbers?: true }[];
  rows: {
    cells: string[];
    tone?: 'good' | 'bad' | 'quiet';
    /** Below the row, over all columns. */
    detail?: string;
  }[];
};

export type CriterionBlock = {
  kind: 'criterion';
  title: string;
  /** What counts, of 5; absent where it is hidden or nobody has judged. */
  value?: string;
  /** How the value came about. */
  remark?: string;
  anchors?: { 1: string; 3: string; 5: string };
  scores: ScoreBlock[];
  /** Said apart from the reviews: a person put a score in the place of the formula's. */
  override?: string;
};

/**
 * A report in the order in which it is read. The page and the PDF draw the same blocks, so that they say the same;
 * neither adds a word of its own.
 */
export type Block =
  | { kind: 'title'; text: string; lead: string }
  | { kind: 'heading'; level: 2 | 3; text: string; aside?: string }
  | { kind: 'facts'; facts: { name: string; text: string }[] }
  | { kind: 'text'; text: string }
  | { kind: 'list'; items: string[] }
  | TableBlock
  | CriterionBlock
  | { kind: 'timeline'; label: string; picture: TimelinePicture };
