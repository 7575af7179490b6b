import type { LiveParticipant, LiveSession } from '@assay/contracts/http';
import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';
import { LinkField } from '#app/LinkField.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import cards from '#app/Cards.module.css';
import classes from '#features/live/list/SessionPage.module.css';
import { personStyle } from '#features/live/presence/personColour.ts';
import { AddPerson } from './AddPerson.tsx';
import { TakeOutDialog } from './TakeOutDialog.tsx';

/** Who takes part, by which link, and adding or taking out somebody. */
export function People({ session }: { session: LiveSession }) {
  const { id: sessionId, participants, state } = session;
  const queries = useQueryClient();
  const refresh = () =>
    queries.invalidateQueries({
      queryKey: api.live.getSession.queryKey({ input: { sessionId } }),
    });
  /** Each link is told once; this page keeps it for as long as it is open. */
  const [links, setLinks] = useState<ReadonlyMap<string, string>>(new Map());
  const keep = ({
    participant,
    link,
  }: {
    participant: LiveParticipant;
    link?: string | undefined;
  }) => {
    if (link !== undefined) setLinks((known) => new Map(known).set(participant.id, link));
    return refresh();
  };
  const renew = useMutation(api.live.renewLink.mutationOptions({ onSuccess: keep }));
  const remove = useMutation(api.live.removeParticipant.mutationOptions({ onSuccess: refresh }));
  const [leaving, setLeaving] = useState<LiveParticipant>();
  const isOver = state === 'ended';
  const error = renew.error ?? remove.error;
  return (
    <section className={cards.card} aria-labelledby="people">
      <h2 id="people">People</h2>
      <p className={cards.lead}>
        {isOver
          ? 'Links of candidates and observers no longer lead into it.'
          : 'Members of staff come by signing in. Everybody else has a link of their own, and waits until you let them in. Everybody in the session sees who else is there.'}
      </p>
      <ul className={cards.list}>
        {participants
          .filter(({ removedAt }) => removedAt === undefined)
          .map((person) => {
            const { id: participantId, name, role, memberId, colour } = person;
            const link = links.get(participantId);
            return (
              <li key={participantId} style={personStyle(colour)}>
                <div className={classes.person}>
                  <i aria-hidden="true" />
                  <b>{name}</b>
                  <span className={classes.soft}>
                    {role}
                    {memberId === undefined ? '' : ', signs in'}
                    {person.refusedAt === undefined ? '' : ', turned away'}
                  </span>
                  {isOver ? null : (
                    <div>
                      {memberId === undefined ? (
                        <Button
                          size="compact-sm"
                          variant="subtle"
                          aria-label={`New link for ${name}`}
                          onClick={() => renew.mutate({ sessionId, participantId })}
                        >
                          New link
                        </Button>
                      ) : null}
                      <Button
                        size="compact-sm"
                        variant="subtle"
                        color="red"
                        aria-label={`Take out ${name}`}
                        onClick={() => setLeaving(person)}
                      >
                        Take out
                      </Button>
                    </div>
                  )}
                </div>
                {link === undefined ? null : (
                  <LinkField
                    quiet
                    label={`Link of ${name}`}
                    description="Shown this once: copy it now. A new link ends the one before."
                    link={link}
                  />
                )}
              </li>
            );
          })}
      </ul>
      {error ? <ProblemNotice order={3} error={error} /> : null}
      <TakeOutDialog
        person={leaving}
        onClose={() => setLeaving(undefined)}
        onTakeOut={(participantId) => remove.mutate({ sessionId, participantId })}
      />
      {isOver ? null : <AddPerson session={session} onAdded={(added) => void keep(added)} />}
    </section>
  );
}
