import type { HttpAnswer } from '@assay/contracts/http';
import type { OpenPlace } from '#features/attempt/submissions/ResultPanel.tsx';
import { ConsoleLines } from '#features/verdict/ConsoleLines.tsx';
import { FailureDetail } from '#features/verdict/FailureDetail.tsx';
import { formatCost } from '#features/verdict/formatCost.ts';
import classes from './Explore.module.css';
import { prettyBody } from './prettyBody.ts';

/** A response with its headers, or why there is none; below it what the solution printed meanwhile. */
export function HttpAnswerView({
  answer,
  onOpenPlace,
}: {
  answer: HttpAnswer;
  onOpenPlace: OpenPlace;
}) {
  const { response, problem, console } = answer;
  return (
    <div className={classes.answer} role="status">
      {response ? (
        <>
          <p className={classes.statusLine}>
            <b className="numbers" data-tone={toneOf(response.status)}>
              {response.status}
            </b>
            <span className="numbers">
              {[`${response.length} characters`, ...formatCost(answer)].join(' · ')}
            </span>
          </p>
          <pre className={classes.body}>
            {response.length === 0
              ? '(no body)'
              : prettyBody(response.text, response.headers['content-type'])}
            {response.text.length < response.length ? '\n… the rest is not shown' : ''}
          </pre>
          <details className={classes.headers}>
            <summary>{Object.keys(response.headers).length} headers</summary>
            <dl>
              {Object.entries(response.headers).map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </details>
        </>
      ) : null}
      {problem ? <FailureDetail failure={problem} onOpenFrame={onOpenPlace} /> : null}
      {console.length > 0 ? (
        <div>
          <h4>Printed meanwhile</h4>
          <ConsoleLines lines={console} />
        </div>
      ) : null}
    </div>
  );
}

function toneOf(status: number): 'good' | 'warn' | 'bad' | undefined {
  if (status >= 500) return 'bad';
  if (status >= 400) return 'warn';
  return status < 300 ? 'good' : undefined;
}
