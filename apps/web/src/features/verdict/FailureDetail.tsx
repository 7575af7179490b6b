import type { SourceFrame, TestFailure } from '@assay/contracts/verdict';
import { UnstyledButton } from '@mantine/core';
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
  const compares = expected !== undefined || received !== undefined;
  return (
    <div className={classes.failure}>
      <pre className={classes.message}>{compares ? withoutComparison(message) : message}</pre>
      {compares ? (
        <div className={classes.comparison}>
          <figure>
            <figcaption>Expected</figcaption>
            <pre data-side="expected">{expected ?? ' '}</pre>
          </figure>
          <figure>
            <figcaption>Received</figcaption>
            <pre data-side="received">{received ?? ' '}</pre>
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
