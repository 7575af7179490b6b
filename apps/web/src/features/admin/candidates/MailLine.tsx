import type { SentMail } from '@assay/contracts/http';
import { IconMail, IconMailX } from '@tabler/icons-react';
import { describeMail } from './describeMail.ts';
import classes from './MailLine.module.css';

/** What became of the last mail to a candidate, in a line; nothing where there is none. */
export function MailLine({ mail }: { mail: SentMail | undefined }) {
  const said = describeMail(mail);
  if (said === undefined) return null;
  const Icon = said.isTrouble ? IconMailX : IconMail;
  return (
    <span className={classes.line} data-trouble={said.isTrouble || undefined}>
      <Icon size={14} stroke={1.7} aria-hidden="true" />
      {said.text}
    </span>
  );
}
