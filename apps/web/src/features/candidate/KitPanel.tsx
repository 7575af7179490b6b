import type { CandidatePage, Scorecard } from '@assay/contracts/http';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, client } from '#app/api.ts';
import table from '#app/Table.module.css';
import { OwnScorecard } from '#features/scorecard/OwnScorecard.tsx';
import { SubmittedScorecard } from '#features/scorecard/SubmittedScorecard.tsx';
import classes from './CandidatePage.module.css';

type Part = CandidatePage['kits'][number];

/** One interview or check: what it asks, what to leave out, one's own scorecard, and others' once it is in. */
export function KitPanel({
  candidateId,
  part: { kit, own, mayWrite, others },
}: {
  candidateId: string;
  part: Part;
}) {
  const queries = useQueryClient();
  // Whoever has begun to write has read it; it does not fold under their hands.
  const [unfolded] = useState(own.scores.length === 0);
  const queryKey = api.candidates.getCandidate.queryKey({ input: { candidateId } });
  const place = { candidateId, kit: kit.slug };
  const remember = (card: Partial<Scorecard>) =>
    queries.setQueryData<CandidatePage>(
      queryKey,
      (before) =>
        before && {
          ...before,
          kits: before.kits.map((one) =>
            one.kit.slug === kit.slug ? { ...one, own: { ...one.own, ...card } } : one,
          ),
        },
    );
  return (
    <section className={table.frame} aria-label={kit.title}>
      <header className={classes.head}>
        <h2>{kit.title}</h2>
        <p>{kit.purpose}</p>
      </header>
      <details className={classes.guide} open={unfolded}>
        <summary>Questions, and what to leave out</summary>
        {kit.plan.sections.map(({ title, minutes, questions, signals }) => (
          <div key={title}>
            <h3>
              {title} <span className="numbers">{minutes} min</span>
            </h3>
            <ol>
              {questions.map((question) => (
                <li key={question}>{question}</li>
              ))}
            </ol>
            <p>Listen for: {signals.join(' ')}</p>
          </div>
        ))}
        <div className={classes.leave}>
          <h3>Do not ask</h3>
          <ul>
            {kit.doNotAsk.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      </details>
      {own.state === 'submitted' ? (
        <section aria-label="My scorecard">
          <h3 className={classes.whose}>Yours</h3>
          <SubmittedScorecard card={own} />
        </section>
      ) : mayWrite ? (
        <OwnScorecard
          own={own}
          target={{
            id: `${candidateId}/${kit.slug}`,
            save: async (draft) => {
              await client.candidates.saveKitScorecard({ ...place, ...draft });
            },
            submit: async (draft) => {
              remember(await client.candidates.submitKitScorecard({ ...place, ...draft }));
              await queries.invalidateQueries({ queryKey });
            },
            remember,
          }}
        />
      ) : (
        <p className={classes.note}>
          You can read what others submitted here, so you write no scorecard of your own: it would
          not be independent.
        </p>
      )}
      {others.map(({ name, scorecard }) => (
        <section key={name} aria-label={`Scorecard of ${name}`}>
          <h3 className={classes.whose}>{name}</h3>
          {scorecard ? (
            <SubmittedScorecard card={scorecard} />
          ) : (
            <p className={classes.note}>Submitted. You see it once yours is.</p>
          )}
        </section>
      ))}
    </section>
  );
}
