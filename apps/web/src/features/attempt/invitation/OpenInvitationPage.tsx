import { IconClockX, IconEraser, IconLinkOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api } from '#app/api.ts';
import { AlertPage } from '#app/AlertPage.tsx';
import { describeProblem } from '#app/describeProblem.ts';
import { Loading } from '#app/Loading.tsx';
import { Notice } from '#app/Notice.tsx';
import { PlainPage } from '#app/PlainPage.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';
import { rememberLink } from '#features/attempt/smallScreen/rememberedLink.ts';

/** Turns an invitation link into a session of its attempt. Opening it again is harmless. */
export function OpenInvitationPage() {
  const { token = '' } = useParams();
  const navigate = useNavigate();
  const { mutate, error } = useMutation(
    api.candidate.openInvitation.mutationOptions({
      onSuccess: ({ attemptId }) => {
        rememberLink(attemptId, window.location.href);
        return navigate(`/attempts/${attemptId}`, { replace: true });
      },
    }),
  );
  useEffect(() => {
    mutate({ token });
    // The next page, while the answer is on its way; when it does not come, going there tries again.
    void import('#features/attempt/AttemptPage.tsx').catch(() => undefined);
  }, [mutate, token]);

  if (!error) return <Loading label="Opening your invitation" />;
  const { code, message } = describeProblem(error);
  if (code === 'LINK_ERASED') {
    return (
      <PlainPage title="Erased">
        <Notice
          order={1}
          icon={<IconEraser size={20} stroke={1.6} />}
          title="This attempt is erased"
        >
          <p>{message}</p>
          <p>
            It was asked for, or the time for which it was to be kept was over. Nobody can bring it
            back. This browser may still hold a copy of your files; clearing its data for this site
            removes it.
          </p>
        </Notice>
      </PlainPage>
    );
  }
  if (code === 'LINK_EXPIRED') {
    return (
      <AlertPage
        page="Link expired"
        icon={<IconClockX size={20} stroke={1.6} />}
        title="This invitation is no longer open"
      >
        <p>{message}</p>
        <p>
          Nothing you did caused this: links end by themselves, or are withdrawn by whoever sent
          them. If you had started already, everything that was saved until then is kept.
        </p>
      </AlertPage>
    );
  }
  if (code === 'LINK_UNKNOWN' || code === 'BAD_REQUEST') {
    return (
      <AlertPage
        page="Link not known"
        icon={<IconLinkOff size={20} stroke={1.6} />}
        title="We do not know this link"
      >
        <p>
          Links often break over two lines in a mail. Copy the whole address from your invitation,
          to its last character, and open it again.
        </p>
        <p>If it still does not open, ask the person who invited you for a new link.</p>
      </AlertPage>
    );
  }
  return (
    <PlainPage title="Not available">
      <ProblemNotice order={1} error={error} onRetry={() => mutate({ token })} />
    </PlainPage>
  );
}
