import type { SourceFrame, TestFailure } from '@assay/contracts/verdict';
import { UnstyledButton } from '@mantine/core';
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
          <figure>
            <figcaption>Expected</figcaption>
            <Lines side="expected" lines={lines.expected} />
          </figure>
          <figure>
            <figcaption>Received</figcaption>
            <Lines side="received" lines={lines.received} />
          </figure>
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
function Lines({ side, lines }: { side: 'expected' | 'received'; lines: ComparedLine[] }) {
  return (
    <pre data-side={side}>
      {lines.map(({ text, differs }, index) => (
        // Lines repeat and never move: their position is their identity.
        <span key={index} className={classes.line} data-differs={differs || undefined}>
          <span aria-hidden="true">{differs ? (side === 'expected' ? '−' : '+') : ' '}</span>
          {text}
          {'\n'}
        </span>
      ))}
    </pre>
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
  if (frame.in === 'solution' && onOpenFrame) {
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
