import { Title } from '@mantine/core';
import classes from './LobbyPage.module.css';

/** What will happen, step by step; `separate` says that each challenge has its own clock. */
export function Steps({ separate }: { separate: boolean }) {
  return (
    <section className={classes.section} aria-labelledby="steps">
      <Title order={2} id="steps">
        What will happen
      </Title>
      <ol className={classes.steps}>
        {separate ? (
          <li>
            <b>You start one challenge after the other,</b> in any order, each when you are ready.
            Its statement opens and its clock begins then.
          </li>
        ) : (
          <li>
            <b>You start the clock</b> when you are ready. The statements and the editor open then.
          </li>
        )}
        <li>
          <b>You write and run.</b> Run uses the tests that you can see, as often as you like.
        </li>
        <li>
          <b>You submit.</b> Submit uses hidden tests, and tells you how many hold. Your last
          submission of each challenge counts.
        </li>
        <li>
          <b>You hand in,</b> or the time ends: then what is in the editor is submitted for you.
        </li>
        <li>
          <b>People read your work</b> and decide. The tests inform them; they do not decide.
        </li>
      </ol>
    </section>
  );
}
