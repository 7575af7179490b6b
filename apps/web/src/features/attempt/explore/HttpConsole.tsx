import type { Exploration, ExploreRequest, HttpAnswer } from '@assay/contracts/http';
import { Button, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { OpenPlace } from '#features/attempt/submissions/ResultPanel.tsx';
import classes from './Explore.module.css';
import { ExploreProblem } from './ExploreProblem.tsx';
import { HttpAnswerView } from './HttpAnswerView.tsx';
import { emptyDraft, HttpComposer } from './HttpComposer.tsx';

/** A request of the sequence, and what stands behind it. */
export type SentRequest = { request: ExploreRequest; by?: ReactNode };

/** Requests to the code in the editor, in order, with their answers, and a form for the next one. */
export function HttpConsole({
  sent,
  exploration,
  running,
  waiting = 'Starting your solution.',
  problem,
  disabled,
  hint,
  onSend,
  onStop,
  onLeaveOut,
  onBeginAfresh,
  onOpenPlace,
}: {
  sent: readonly SentRequest[];
  /** What came of them; absent while it is not known, and after the list has changed. */
  exploration: Exploration | undefined;
  running: boolean;
  /** Said meanwhile. */
  waiting?: string | undefined;
  problem: string | undefined;
  disabled: boolean;
  /** Shown while nothing was sent. */
  hint: ReactNode;
  onSend: (request: ExploreRequest) => void;
  /** Absent where it is somebody else's to stop. */
  onStop: (() => void) | undefined;
  onLeaveOut: (index: number) => void;
  onBeginAfresh: () => void;
  onOpenPlace: OpenPlace;
}) {
  const [draft, setDraft] = useState(emptyDraft);
  const [picked, setPicked] = useState<number>();
  const [length, setLength] = useState(sent.length);
  if (sent.length !== length) {
    // The newest is what one wants to see.
    setLength(sent.length);
    setPicked(undefined);
  }
  const chosen = picked ?? sent.length - 1;
  const answers = answersOf(exploration);
  const answer = answers[chosen];
  return (
    <div className={classes.split}>
      <div className={classes.left}>
        <HttpComposer
          draft={draft}
          onDraft={setDraft}
          running={running}
          disabled={disabled}
          onSend={(request) => {
            setPicked(undefined);
            onSend(request);
          }}
          onStop={onStop}
        />
        <div className={classes.sequenceHead}>
          <h4>Sent, in this order</h4>
          {sent.length > 0 ? (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              disabled={disabled}
              onClick={onBeginAfresh}
            >
              Begin afresh
            </Button>
          ) : null}
        </div>
        {sent.length === 0 ? (
          <p className={classes.hint}>{hint}</p>
        ) : (
          <ol className={classes.sequence}>
            {sent.map(({ request, by }, index) => (
              // The same request may stand here twice: its place in the list is its identity.
              <li key={index} data-chosen={index === chosen || undefined}>
                <UnstyledButton
                  className={classes.request}
                  aria-current={index === chosen ? 'true' : undefined}
                  onClick={() => {
                    setPicked(index);
                    setDraft({
                      method: request.method,
                      path: request.path,
                      body: request.body,
                      headers: request.headers
                        .map(({ name, value }) => `${name}: ${value}`)
                        .join('\n'),
                    });
                  }}
                >
                  <b>{request.method}</b>
                  <span>{request.path}</span>
                  {by}
                  <i className="numbers">{answers[index]?.response?.status ?? ''}</i>
                </UnstyledButton>
                {disabled ? null : (
                  <UnstyledButton
                    className={classes.leaveOut}
                    aria-label={`Leave out request ${index + 1}`}
                    onClick={() => {
                      setPicked(undefined);
                      onLeaveOut(index);
                    }}
                  >
                    <IconX size={13} stroke={1.8} />
                  </UnstyledButton>
                )}
              </li>
            ))}
          </ol>
        )}
      </div>
      <section className={classes.right} aria-label="Response">
        {running ? <p className={classes.hint}>{waiting}</p> : null}
        {!running && (problem !== undefined || exploration !== undefined) ? (
          <ExploreProblem problem={problem} exploration={exploration} onOpenPlace={onOpenPlace} />
        ) : null}
        {!running && answer ? <HttpAnswerView answer={answer} onOpenPlace={onOpenPlace} /> : null}
        {!running && exploration === undefined && problem === undefined ? (
          <p className={classes.hint}>The response appears here.</p>
        ) : null}
      </section>
    </div>
  );
}

function answersOf(exploration: Exploration | undefined): HttpAnswer[] {
  if (exploration === undefined || exploration.status === 'compile_error') return [];
  return exploration.answers.flatMap((answer) => (answer.kind === 'http' ? [answer] : []));
}
