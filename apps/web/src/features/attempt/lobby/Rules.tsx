import type { CandidateAttempt } from '@assay/contracts/http';
import { Title } from '@mantine/core';
import {
  IconBook,
  IconBookOff,
  IconClipboardOff,
  IconInfoCircle,
  IconRobot,
  IconRobotOff,
} from '@tabler/icons-react';
import classes from './LobbyPage.module.css';

/** What help is allowed, said plainly, and what else the assessment says about that. */
export function Rules({ attempt }: { attempt: Pick<CandidateAttempt, 'policies' | 'rules'> }) {
  const { aiAssistants, documentation, paste } = attempt.policies;
  const mayUseAi = aiAssistants === 'allowed';
  const mayRead = documentation === 'allowed';
  const AiIcon = mayUseAi ? IconRobot : IconRobotOff;
  const BookIcon = mayRead ? IconBook : IconBookOff;
  return (
    <section className={classes.section} aria-labelledby="allowed">
      <Title order={2} id="allowed">
        What is allowed
      </Title>
      <ul className={classes.policies}>
        <li data-allowed={mayUseAi || undefined}>
          <AiIcon size={20} stroke={1.6} aria-hidden="true" />
          <div>
            <b>AI assistants: {mayUseAi ? 'allowed' : 'not allowed'}</b>
            <span>
              {mayUseAi
                ? 'Use them as you would at work. You answer for what you hand in.'
                : 'No assistant that writes or explains code for you, in the editor or beside it.'}
            </span>
          </div>
        </li>
        <li data-allowed={mayRead || undefined}>
          <BookIcon size={20} stroke={1.6} aria-hidden="true" />
          <div>
            <b>Documentation: {mayRead ? 'allowed' : 'not allowed'}</b>
            <span>
              {mayRead
                ? 'Read what you like in another tab, as you would at work.'
                : 'Only what the statement and the editor tell you.'}
            </span>
          </div>
        </li>
        {paste === 'allowed' ? null : (
          <li>
            <IconClipboardOff size={20} stroke={1.6} aria-hidden="true" />
            <div>
              <b>Pasting from elsewhere: not allowed</b>
              <span>The editor takes only what you copied on its own page.</span>
            </div>
          </li>
        )}
      </ul>
      {attempt.rules.length > 0 ? (
        <ul className={classes.sentences}>
          {attempt.rules.map((sentence) => (
            <li key={sentence}>
              <IconInfoCircle size={16} stroke={1.6} aria-hidden="true" />
              <span>{sentence}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
