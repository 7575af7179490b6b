import { UnstyledButton } from '@mantine/core';
import classes from './ScoreButtons.module.css';

const scores = [1, 2, 3, 4, 5];

/** One choice of five, by pointer, arrow keys or number. */
export function ScoreButtons({
  label,
  value,
  onChange,
}: {
  label: string;
  value: number | null;
  onChange: (score: number) => void;
}) {
  return (
    <div
      className={classes.scores}
      role="radiogroup"
      tabIndex={-1}
      aria-label={label}
      onKeyDown={(event) => {
        const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        const next = Math.min(5, Math.max(1, (value ?? 0) + step));
        onChange(next);
        event.currentTarget
          .querySelectorAll('button')
          .item(next - 1)
          .focus();
      }}
    >
      {scores.map((score) => (
        <UnstyledButton
          key={score}
          className={`${classes.score} numbers`}
          role="radio"
          aria-checked={score === value}
          tabIndex={score === (value ?? 1) ? 0 : -1}
          onClick={() => onChange(score)}
        >
          {score}
        </UnstyledButton>
      ))}
    </div>
  );
}
