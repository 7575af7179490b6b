import type { CandidateAttempt } from '@assay/contracts/http';
import { Button, Title } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import classes from './LobbyPage.module.css';

const SettingsDialog = lazy(async () => ({
  default: (await import('#features/attempt/workbench/settings/SettingsDialog.tsx')).SettingsDialog,
}));

/** What can be set to one's needs, and the way to more than that. */
export function Comfort({ attempt }: { attempt: Pick<CandidateAttempt, 'timePercent'> }) {
  const [opened, setOpened] = useState(false);
  const [used, setUsed] = useState(false);
  return (
    <section className={classes.section} aria-labelledby="comfort">
      <Title order={2} id="comfort">
        Made to your needs
      </Title>
      <div className={classes.row}>
        <p>
          Font size, colours, high contrast and the keys of Vim or Emacs are yours to choose.
          Everything works by keyboard alone and with a screen reader, which hears results and the
          time.{' '}
          {attempt.timePercent > 100
            ? ''
            : 'If you need more time or anything else, ask before you start: it can be set for you, and nobody who grades sees it.'}
        </p>
        <Button
          variant="default"
          leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.6} />}
          onClick={() => {
            setUsed(true);
            setOpened(true);
          }}
        >
          Settings
        </Button>
      </div>
      {used ? (
        <Suspense fallback={null}>
          <SettingsDialog opened={opened} onClose={() => setOpened(false)} />
        </Suspense>
      ) : null}
    </section>
  );
}
