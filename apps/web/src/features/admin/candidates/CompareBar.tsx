import { Button } from '@mantine/core';
import { IconColumns3 } from '@tabler/icons-react';
import { Link } from 'react-router';
import { compareAddress } from '#features/compare/compareAddress.ts';
import classes from './CompareBar.module.css';
import type { Choice } from './useChoice.ts';

/** Who is chosen, at the foot of the page, and the way to see them side by side. */
export function CompareBar({ choice: { chosen, clear } }: { choice: Choice }) {
  if (chosen.length === 0) return null;
  const isOne = chosen.length === 1;
  return (
    <div className={classes.bar} role="region" aria-label="Chosen to compare">
      <p role="status">
        <b className="numbers">{chosen.length}</b> chosen:{' '}
        {chosen.map(({ candidateName }) => candidateName).join(', ')}
        {isOne ? '. Choose another one to compare.' : ''}
      </p>
      <Button size="xs" variant="default" onClick={clear}>
        Clear
      </Button>
      {isOne ? null : (
        <Button
          size="xs"
          component={Link}
          to={compareAddress(chosen.map(({ attemptId }) => attemptId))}
          leftSection={<IconColumns3 size={15} stroke={1.7} />}
        >
          Compare
        </Button>
      )}
    </div>
  );
}
