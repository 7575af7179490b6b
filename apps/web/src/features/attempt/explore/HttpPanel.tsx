import type { Exploration, ExploreRequest, HttpAnswer } from '@assay/contracts/http';
import { Button, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { OpenPlace } from '#features/attempt/submissions/ResultPanel.tsx';
import type { AttemptWorkspace } from '#features/attempt/workspace/AttemptWorkspace.ts';
import classes from './Explore.module.css';
import { ExploreProblem } from './ExploreProblem.tsx';
import { HttpAnswerView } from './HttpAnswerView.tsx';
import { emptyDraft, HttpComposer } from './HttpComposer.tsx';
import { useExploration } from './useExploration.ts';

/** As the contract says; more would be a load test. */
const maxRequests = 20;

/** Sends requests to one's own solution. Every time all of them, to a fresh one, so that nothing depends on what was. */
export function HttpPanel({
  workspace,
  readOnly,
  onOpenPlace,
}: {
  workspace: AttemptWorkspace;
  readOnly: boolean;
  onOpenPlace: OpenPlace;
}) {
  const { explore, running, problem, stop } = useExploration(workspace);
  const [draft, setDraft] = useState(emptyDraft);
  const [requests, setRequests] = useState<ExploreRequest[]>([]);
  const [exploration, setExploration] = useState<Exploration>();
  const [chosen, setChosen] = useState(0);
  const answers = answersOf(exploration);
  const answer = answers[chosen];

  const send = async (request: ExploreRequest) => {
    const all = [...requests, request].slice(-maxRequests);
    setRequests(all);
    setChosen(all.length - 1);
    setExploration(await explore(all));
  };

  return (
    <div className={classes.split}>
      <div className={classes.left}>
        <HttpComposer
          draft={draft}
          onDraft={setDraft}
          running={running}
          disabled={readOnly}
          onSend={(request) => void send(request)}
          onStop={stop}
        />
        <div className={classes.sequenceHead}>
          <h4>Sent, in this order</h4>
          {requests.length > 0 ? (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() => {
                setRequests([]);
                setExploration(undefined);
              }}
            >
              Begin afresh
            </Button>
          ) : null}
        </div>
        {requests.length === 0 ? (
          <p className={classes.hint}>
            Each time you send, your solution starts afresh in the sandbox and gets all requests of
            this list again, in order. So the same list always has the same answers, also after you
            change your code. Nothing of it is recorded, and nothing counts.
          </p>
        ) : (
          <ol className={classes.sequence}>
            {requests.map((request, index) => (
              // The same request may stand here twice: its place in the list is its identity.
              <li key={index} data-chosen={index === chosen || undefined}>
                <UnstyledButton
                  className={classes.request}
                  aria-current={index === chosen ? 'true' : undefined}
                  onClick={() => {
                    setChosen(index);
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
                  <i className="numbers">{answers[index]?.response?.status ?? ''}</i>
                </UnstyledButton>
                <UnstyledButton
                  aria-label={`Leave out request ${index + 1}`}
                  onClick={() => {
                    setRequests(requests.filter((_, other) => other !== index));
                    setExploration(undefined);
                    setChosen(0);
                  }}
                >
                  <IconX size={13} stroke={1.8} />
                </UnstyledButton>
              </li>
            ))}
          </ol>
        )}
      </div>
      <section className={classes.right} aria-label="Response">
        {running ? <p className={classes.hint}>Starting your solution.</p> : null}
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
