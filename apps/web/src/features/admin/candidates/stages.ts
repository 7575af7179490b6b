import { Stage } from '@assay/contracts/http';
import { stageNames } from '@assay/contracts/report';
import {
  IconArrowUpRight,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconCircleX,
  IconClockX,
  IconEye,
  IconHourglass,
  IconPencil,
  IconPlayerPause,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Tone } from '#app/Badge.tsx';

/** What stages are called, by which icon and tone they are known, and what an empty column of them says. */
export const stages: Record<Stage, { name: string; Icon: TablerIcon; tone?: Tone; empty: string }> =
  {
    invited: {
      name: stageNames.invited,
      Icon: IconCircleDashed,
      empty: 'Whoever holds a link that works and has not started.',
    },
    started: {
      name: stageNames.started,
      Icon: IconPencil,
      tone: 'accent',
      empty: 'Whoever is at work now.',
    },
    submitted: {
      name: stageNames.submitted,
      Icon: IconHourglass,
      tone: 'warn',
      empty: 'Work that nobody has begun to review.',
    },
    in_review: {
      name: stageNames.in_review,
      Icon: IconEye,
      tone: 'warn',
      empty: 'Work that somebody is reviewing.',
    },
    reviewed: {
      name: stageNames.reviewed,
      Icon: IconCircleCheck,
      tone: 'good',
      empty: 'Work whose reviews are in.',
    },
    advanced: {
      name: stageNames.advanced,
      Icon: IconArrowUpRight,
      tone: 'good',
      empty: 'Whom a decision lets go on.',
    },
    on_hold: {
      name: stageNames.on_hold,
      Icon: IconPlayerPause,
      empty: 'Whose decision is put off.',
    },
    declined: {
      name: stageNames.declined,
      Icon: IconCircleX,
      empty: 'Whom a decision does not let go on.',
    },
    withdrawn: {
      name: stageNames.withdrawn,
      Icon: IconCircleMinus,
      empty: 'Whoever took their attempt back.',
    },
    expired: {
      name: stageNames.expired,
      Icon: IconClockX,
      empty: 'Links that ran out or were revoked before a start.',
    },
  };

/** The stage of that name; `undefined` for none. */
export const toStage = (value: string | null): Stage | undefined =>
  Stage.options.find((stage) => stage === value);
