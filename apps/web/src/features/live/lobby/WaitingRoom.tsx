import type { OwnLiveSession } from '@assay/contracts/http';
import type { LiveStatus } from '@assay/contracts/live';
import { Text, Title } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { PlainPage } from '#app/PlainPage.tsx';
import { Rules } from '#features/attempt/lobby/Rules.tsx';
import facts from '#features/attempt/lobby/LobbyPage.module.css';
import classes from './WaitingRoom.module.css';

const listed = new Intl.ListFormat('en', { style: 'long', type: 'conjunction' });

const recorded = [
  'Every change of the code and the whiteboard, with who made it and when. Those who interview can replay it.',
  'What is run, with what comes of it, and what is written in the chat. Of a call nothing is kept.',
  'When people come and go, when somebody’s edits are held, and when focus time begins and ends. During focus time nobody looks on, but what you type is part of the recording.',
  'Interviewers take notes that you do not see.',
  'It is kept for 180 days after the end and then erased.',
];

/** Before somebody with a link is let in: who waits for them, what will happen, and what is recorded. */
export function WaitingRoom({
  own,
  status,
}: {
  own: OwnLiveSession;
  /** Of the session as it is now; it may have begun since this person came. */
  status: LiveStatus;
}) {
  const { role, name, hosts } = own;
  return (
    <PlainPage title={status.title} width="wide">
      <header className={facts.head}>
        <Text c="dimmed">
          {listed.format(hosts)} {hosts.length === 1 ? 'invites' : 'invite'} you to
        </Text>
        <Title order={1}>{status.title}</Title>
      </header>
      <p className={classes.waiting} role="status">
        <i aria-hidden="true" />
        <span>
          <b>You are in the waiting room, {name}.</b>{' '}
          {status.state === 'open'
            ? 'The session has begun. Somebody will let you in; this page goes on by itself.'
            : 'The session begins when an interviewer starts it. This page goes on by itself.'}
        </span>
      </p>
      <dl className={facts.facts}>
        <div>
          <dt>Planned</dt>
          <dd className="numbers">{status.minutes} minutes</dd>
        </div>
        <div>
          <dt>You come as</dt>
          <dd>{role === 'candidate' ? 'Candidate' : 'Observer'}</dd>
        </div>
        <div>
          <dt>Camera</dt>
          <dd>Not needed</dd>
        </div>
        <div>
          <dt>To install</dt>
          <dd>Nothing</dd>
        </div>
      </dl>
      <section className={facts.section} aria-labelledby="what">
        <Title order={2} id="what">
          What it will be like
        </Title>
        <ol className={facts.steps}>
          {role === 'candidate' ? (
            <>
              <li>
                <b>One editor for all of you.</b> Everybody sees the same files and whiteboard, with
                names at the cursors. Everybody who is there is shown, observers too.
              </li>
              <li>
                <b>
                  {own.allowed?.documentation === 'not_allowed'
                    ? 'Think aloud and ask.'
                    : 'Think aloud, ask, look things up.'}
                </b>{' '}
                Undo takes back only what you did yourself.
              </li>
              <li>
                <b>Ask for quiet when you need it.</b> In focus time, nobody receives what you type
                until you are ready.
              </li>
            </>
          ) : (
            <>
              <li>
                <b>You see what they see.</b> Code and whiteboard as they come about, to read along.
              </li>
              <li>
                <b>Everybody sees that you are there.</b> Nobody watches a session unseen.
              </li>
            </>
          )}
        </ol>
      </section>
      {own.allowed && role === 'candidate' ? (
        // Pasting is as free as among colleagues: everybody sees it.
        <Rules
          attempt={{ policies: { ...own.allowed, paste: 'allowed' }, rules: own.allowed.rules }}
        />
      ) : null}
      <section className={facts.section} aria-labelledby="recorded">
        <Title order={2} id="recorded">
          What is recorded
        </Title>
        <ul className={facts.sentences}>
          {recorded.map((sentence) => (
            <li key={sentence}>
              <IconEye size={16} stroke={1.6} aria-hidden="true" />
              <span>{sentence}</span>
            </li>
          ))}
        </ul>
      </section>
    </PlainPage>
  );
}
