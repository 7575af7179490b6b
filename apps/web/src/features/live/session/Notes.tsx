import { Button } from '@mantine/core';
import {
  IconEyeOff,
  IconHandStop,
  IconHourglass,
  IconLock,
  IconUserPlus,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { api } from '#app/api.ts';
import { Link } from 'react-router';
import { FocusNote } from './focus/FocusNote.tsx';
import { ReplayFocusNote } from './focus/ReplayFocusNote.tsx';
import { useLiveSession } from './LiveSession.ts';
import { Note } from './Note.tsx';
import classes from './Pad.module.css';
import { Admission } from './Admission.tsx';
import { tellProblem } from './tellProblem.ts';

/** What has to be known or decided now, in lines under the bar; each goes when it is over. */
export function Notes() {
  const { sessionId, self, status, roster } = useLiveSession();
  const give = useMutation(api.live.giveFocus.mutationOptions({ onError: tellProblem }));
  const isInterviewer = self.role === 'interviewer';
  const own = roster.find(({ participantId }) => participantId === self.participantId);
  const waiting = roster.filter(({ presence }) => presence === 'waiting');
  const candidate = roster.find(({ role }) => role === 'candidate')?.name ?? 'The candidate';
  const asked = status.focusAsked;
  return (
    <div role="status" className={classes.notes}>
      {isInterviewer && status.state === 'prepared' ? (
        <Note
          icon={IconEyeOff}
          text="Only interviewers are in. What you put into the files and on the board is there when you start."
        />
      ) : null}
      {status.state === 'ended' ? (
        <Note icon={IconLock} text="This session has ended. Code and whiteboard stay as they are.">
          {isInterviewer ? (
            <Button
              component={Link}
              to={`/live/${sessionId}/replay`}
              size="compact-sm"
              variant="default"
            >
              Replay
            </Button>
          ) : null}
        </Note>
      ) : null}
      {isInterviewer && status.state !== 'ended'
        ? waiting.map((person, index) => (
            <Note
              key={person.participantId}
              icon={IconUserPlus}
              text={`${person.name} waits to be let in.`}
            >
              <Admission person={person} quiet={status.state === 'prepared' || index > 0} />
            </Note>
          ))
        : null}
      {own?.frozen ? (
        <Note
          icon={IconHandStop}
          text="An interviewer holds your edits for a moment. You can read along, and nothing of yours is lost."
        />
      ) : null}
      {isInterviewer && asked !== undefined && status.focus === undefined ? (
        <Note icon={IconHourglass} text={`${candidate} asks for ${asked} minutes of focus time.`}>
          <Button
            size="compact-sm"
            loading={give.isPending}
            onClick={() => give.mutate({ sessionId, minutes: asked })}
          >
            Give {asked} minutes
          </Button>
        </Note>
      ) : null}
      {isInterviewer ? <ReplayFocusNote name={candidate} /> : null}
      {self.role === 'candidate' ? <FocusNote /> : null}
    </div>
  );
}
