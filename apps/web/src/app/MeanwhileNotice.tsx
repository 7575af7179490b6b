import { Button, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './MeanwhileNotice.module.css';

/** Somebody else changed what one is writing on. It has to be settled before anything is saved. */
export function MeanwhileNotice({
  title,
  children,
  actions,
}: {
  title: string;
  children: ReactNode;
  actions: { label: string; onClick: () => void }[];
}) {
  return (
    <section className={classes.notice} aria-label="Changed meanwhile">
      <div className={classes.words} role="alert">
        <h3>
          <IconAlertTriangle size={16} stroke={1.7} aria-hidden="true" />
          {title}
        </h3>
        <p>{children}</p>
      </div>
      <Group gap={8}>
        {actions.map(({ label, onClick }) => (
          <Button key={label} variant="default" onClick={onClick}>
            {label}
          </Button>
        ))}
      </Group>
    </section>
  );
}
