import type { SourceFrame, TestFailure } from '@assay/contracts/verdict';
import { isTestFile } from '@assay/contracts/workspace';
import { UnstyledButton } from '@mantine/core';
import { ScrollRegion } from '#panes/ScrollRegion.tsx';
import { type ComparedLine, compareLines } from './compareLines.ts';
import classes from './FailureDetail.module.css';

/** Why a test failed: its message, expected beside received, and the places in the code. */
export function FailureDetail({
  failure,
  onOpenFrame,
}: {
  failure: TestFailure;
  onOpenFrame?: (frame: SourceFrame) => void;
}) {
  const { message, expected, received, frames } = failure;
  const lines = compareLines(expected ?? '', received ?? '');
  const compares = expected !== undefined || received !== undefined;
  return (
    <div className={classes.failure}>
      <pre className={classes.message}>{compares ? withoutComparison(message) : message}</pre>
      {compares ? (
        <div className={classes.comparison}>
          <Side side="expected" label="Expected" lines={lines.expected} />
          <Side side="received" label="Received" lines={lines.received} />
        </div>
      ) : null}
      {frames.length > 0 ? (
        <ol className={classes.frames} aria-label="Where it happened">
          {frames.map((frame, index) => (
            <li key={`${frame.file}:${frame.line}:${frame.column}:${index}`}>
              <Frame frame={frame} {...(onOpenFrame ? { onOpenFrame } : {})} />
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  );
}

/** One side of a comparison; lines that the other side does not have are marked, by more than colour. */
function Side({
  side,
  label,
  lines,
}: {
  side: 'expected' | 'received';
  label: string;
  lines: ComparedLine[];
}) {
  return (
    <figure data-side={side}>
      <figcaption>{label}</figcaption>
      <ScrollRegion label={label} className={classes.side}>
        <pre>
          {lines.map(({ text, differs }, index) => (
            // Lines repeat and never move: their position is their identity.
            <span key={index} className={classes.line} data-differs={differs || undefined}>
              <span aria-hidden="true">{differs ? (side === 'expected' ? '−' : '+') : ' '}</span>
              {text}
              {'\n'}
            </span>
          ))}
        </pre>
      </ScrollRegion>
    </figure>
  );
}

function Frame({
  frame,
  onOpenFrame,
}: {
  frame: SourceFrame;
  onOpenFrame?: (frame: SourceFrame) => void;
}) {
  const place = `${frame.file}:${frame.line}:${frame.column}`;
  const where = frame.function ? `${frame.function} ` : '';
  if ((frame.in === 'solution' || isTestFile(frame.file)) && onOpenFrame) {
    return (
      <UnstyledButton className={classes.link} onClick={() => onOpenFrame(frame)}>
        {where}
        {place}
      </UnstyledButton>
    );
  }
  return (
    <span className={classes.place}>
      {where}
      {place}
      {frame.in === 'tests' ? ' in the tests' : ''}
    </span>
  );
}

/** The sentence of a matcher's message; its values stand side by side below and need not be said twice. */
function withoutComparison(message: string): string {
  const sentence = message.split(/\n\s*\n(?=.*(?:Expected|Received|- Expected))/)[0] ?? message;
  return sentence.trim() === '' ? message : sentence.trim();
}
