import { Button, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import classes from './Notice.module.css';

type Action = { label: string } & ({ to: string } | { onClick: () => void });

/**
 * Says what happened, whether the work is safe, and what to do. For whole pages and for the places
 * of lists that have nothing to show.
 */
export function Notice({
  icon,
  title,
  children,
  actions = [],
  order = 2,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: Action[];
  order?: 1 | 2 | 3;
}) {
  return (
    <div className={classes.notice}>
      {icon ? (
        <div className={classes.icon} aria-hidden="true">
          {icon}
        </div>
      ) : null}
      <Title order={order} className={classes.title}>
        {title}
      </Title>
      {children ? <div className={classes.text}>{children}</div> : null}
      {actions.length > 0 ? (
        <div className={classes.actions}>
          {actions.map((action, index) => {
            const variant = index === 0 ? 'filled' : 'default';
            return 'to' in action ? (
              <Button key={action.label} component={Link} to={action.to} variant={variant}>
                {action.label}
              </Button>
            ) : (
              <Button key={action.label} onClick={action.onClick} variant={variant}>
                {action.label}
              </Button>
            );
          })}
        </div>
      ) : null}
    </div>
  );
}
