import { useParams } from 'react-router';
import { IconHourglass } from '@tabler/icons-react';
import { Notice } from '#app/Notice.tsx';
import { PlainPage } from '#app/PlainPage.tsx';
import { LiveRoom } from './LiveRoom.tsx';

/** A session for a member of staff. Interviewers are in at once, observers once it has started. */
export function StaffPadPage() {
  const { sessionId = '' } = useParams();
  return (
    <LiveRoom
      sessionId={sessionId}
      as="staff"
      waitingRoom={() => (
        <PlainPage title="Live session">
          <Notice
            order={1}
            icon={<IconHourglass size={20} stroke={1.6} />}
            title="The session has not started"
          >
            <p>
              You come in as an observer when an interviewer starts it. This page goes on by itself.
            </p>
          </Notice>
        </PlainPage>
      )}
    />
  );
}
