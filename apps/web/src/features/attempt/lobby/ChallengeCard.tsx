import type { CandidateChallenge } from '@assay/contracts/http';
import { Text, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import classes from './ChallengeCard.module.css';
import { levelNames } from './levels.ts';

const LobbyLanguage = lazy(async () => ({
  default: (await import('#features/attempt/language/LobbyLanguage.tsx')).LobbyLanguage,
}));

/** One challenge before it is opened: what it is about, for whom, and how long it may take. */
export function ChallengeCard({ challenge }: { challenge: CandidateChallenge }) {
  return (
    <article className={classes.card}>
      <div className={classes.head}>
        <Title order={3}>{challenge.title}</Title>
        <span className={`${classes.facts} numbers`}>
          {levelNames[challenge.level]} · {challenge.clock === undefined ? 'about ' : ''}
          {challenge.minutes} min
        </span>
      </div>
      <Text className={classes.summary}>{challenge.summary}</Text>
      <ul className={classes.skills} aria-label="Skills">
        {challenge.skills.map((skill) => (
          <li key={skill}>{skill}</li>
        ))}
      </ul>
      {challenge.languages[1] ? (
        <Suspense>
          <LobbyLanguage challenge={challenge} />
        </Suspense>
      ) : null}
    </article>
  );
}
