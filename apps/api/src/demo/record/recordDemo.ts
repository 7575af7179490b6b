import type { Member } from '@assay/contracts/http';
import type { LoadedChallenge } from '#createApi.ts';
import type { Services } from '#services.ts';
import { addMember } from '#members/addMember.ts';
import { unwrap } from '#http/refusal.ts';
import { demoAssessment, demoMembers, demoShortTasks } from '#demo/demoContent.ts';
import { seedTemplates } from '#demo/seedDemo.ts';
import { takeRecording } from '#demo/recording/takeRecording.ts';
import type { Recording } from '#demo/recording/recording.ts';
import { cast } from './cast.ts';
import {
  assessmentDraft,
  type RecordedAssessment,
  recordedAssessments,
  recordedMembers,
  recordedRoles,
} from './hiringTerms.ts';
import { liveCast } from './liveCast.ts';
import { playLive } from './playLive.ts';
import { type Played, playPart, type Setting } from './playPart.ts';
import type { PlayedClock } from './PlayedClock.ts';
import { Stage } from './Stage.ts';

/** How long before the recording all of it began, days. */
const beganDaysAgo = 100;

/**
 * Plays weeks of hiring on an installation that has the demo's people and nothing else, and answers what came of it.
 * What is typed goes through the workspaces, what is handed in through the judge, what people do through the routes
 * and their policies, all under the clock that is played.
 */
export async function recordDemo(
  services: Services,
  {
    clock,
    challenges,
    told,
  }: { clock: PlayedClock; challenges: LoadedChallenge[]; told: (line: string) => void },
): Promise<Recording> {
  const stage = new Stage(services, clock);
  clock.set(stage.daysAgo(beganDaysAgo));
  await seedTemplates(services, challenges);
  const setting = await setUp(stage, challenges);
  const played = new Map<string, Played>();
  for (const part of cast) {
    played.set(part.name, await playPart(stage, setting, part));
    told(part.name);
  }
  for (const part of liveCast) {
    const whose = played.get(part.candidate);
    if (whose === undefined) throw new Error(`${part.candidate} is not in the cast.`);
    await playLive(stage, setting, part, whose);
    told(part.title);
  }
  await services.background.settled();
  return takeRecording(services.db, stage.recordedAt);
}

async function setUp(stage: Stage, challenges: LoadedChallenge[]): Promise<Setting> {
  const { services } = stage;
  const everybody = Object.entries({ ...demoMembers, ...recordedMembers });
  const members: Record<string, Member> = {};
  for (const [key, member] of everybody)
    members[key] = unwrap(await addMember(services, { ...member, actor: 'system' })).member;
  const known = members as Setting['members'];
  const { hiring } = stage.as(known.admin);
  const roles: Record<string, string> = {};
  for (const [key, role] of Object.entries(recordedRoles)) {
    stage.clock.passes(60 * 60_000);
    roles[key] = (await hiring.createRole(role)).id;
  }
  const assessments: Record<string, string> = {
    backend: demoAssessment.id,
    short: demoShortTasks.assessment.id,
  };
  for (const key of Object.keys(recordedAssessments) as RecordedAssessment[]) {
    const { role } = recordedAssessments[key];
    stage.clock.passes(60 * 60_000);
    const made = await hiring.createAssessment(assessmentDraft(key, role && roles[role]));
    assessments[key] = made.id;
  }
  return {
    members: known,
    assessments,
    challenges: new Map(challenges.map((challenge) => [challenge.judged.slug, challenge])),
  };
}
