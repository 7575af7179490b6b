import { IconLinkOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api } from '#app/api.ts';
import { AlertPage } from '#app/AlertPage.tsx';
import { describeProblem } from '#app/describeProblem.ts';
import { Loading } from '#app/Loading.tsx';
import { PlainPage } from '#app/PlainPage.tsx';
import { ProblemNotice } from '#app/ProblemNotice.tsx';

/** Turns a personal link into a place in its session. Opening it again is harmless. */
export function OpenLinkPage() {
  const { token = '' } = useParams();
  const navigate = useNavigate();
  const { mutate, error } = useMutation(
    api.live.openLink.mutationOptions({
      onSuccess: ({ sessionId }) => navigate(`/live/${sessionId}/own`, { replace: true }),
    }),
  );
  useEffect(() => mutate({ token }), [mutate, token]);

  if (!error) return <Loading label="Opening your session" />;
  const { code, message } = describeProblem(error);
  if (code === 'LINK_EXPIRED' || code === 'LINK_UNKNOWN' || code === 'BAD_REQUEST') {
    return (
      <AlertPage
        page="Link not usable"
        icon={<IconLinkOff size={20} stroke={1.6} />}
        title={code === 'LINK_EXPIRED' ? 'This link is no longer open' : 'We do not know this link'}
      >
        <p>
          {code === 'LINK_EXPIRED'
            ? message
            : 'Links often break over two lines in a mail. Copy the whole address, to its last character, and open it again.'}
        </p>
        <p>
          The session may have ended, or your link was replaced by a new one. The person who invited
          you can send you another.
        </p>
      </AlertPage>
    );
  }
  return (
    <PlainPage title="Not available">
      <ProblemNotice order={1} error={error} onRetry={() => mutate({ token })} />
    </PlainPage>
  );
}
