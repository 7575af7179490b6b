import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#app/api.ts';

/** Whether links go by mail, and when candidates are reminded, as far as this installation sends mail. */
export function useMailTerms() {
  const settings = useQuery(api.admin.getMail.queryOptions());
  const [mail, setMail] = useState(true);
  const [remindDays, setRemindDays] = useState(3);
  return {
    /** Who mails come from; `undefined` where none are sent. */
    from: settings.data?.from,
    mail,
    setMail,
    remindDays,
    setRemindDays,
    /** As the server takes them. */
    input: { mail, remindDays },
  };
}

export type MailTerms = ReturnType<typeof useMailTerms>;
