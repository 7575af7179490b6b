import {
  type CallJoined,
  CallMedia,
  type CallMember,
  callRight,
  CallTold,
  type LiveRefusal,
} from '@assay/contracts/live';
import { RateMeter } from '#realtime/rateMeter.ts';
import { refuse } from '#realtime/socketRefusal.ts';
import { forbidden, malformed, type Talk, tooOften } from '#live/Talk.ts';
import { listIceServers } from './callSettings.ts';

/** Joins, and microphones and cameras that go on and off. Each is told to everybody. */
const changes = { perSecond: 1, burst: 30 };
/** Words to others. Finding ways to three others takes some sixty, of which all may go at once. */
const signals = { perSecond: 20, burst: 200 };

const notOpen = refuse('not_now', 'There is a call while the session is open.');
const full = refuse('not_now', 'Four people are in the call, which is as many as it holds.');
const notInCall = refuse('unavailable', 'You are not in the call. Join it again.');
const gone = refuse('unavailable', 'This person is not in the call any more.');

/** Serves the call of the session that a socket is in: who is in it, and words from one page to another. */
export function serveCall({ socket, services, strikes, seat, answer }: Talk): void {
  const { live, callSettings, now } = services;
  const { calls } = live;
  const changeMeter = new RateMeter(changes);
  const signalMeter = new RateMeter(signals);

  async function join(message: unknown): Promise<CallJoined | LiveRefusal> {
    const parsed = CallMedia.safeParse(message);
    if (!parsed.success) return malformed;
    const mine = seat();
    const insider = mine && live.insider(mine);
    if (mine === undefined || insider === undefined) return forbidden;
    const right = callRight(insider.person.role, insider.state);
    if (right === 'nothing') return notOpen;
    if (!changeMeter.take()) return tooOften;
    const media = right === 'speak' ? parsed.data : listening;
    const members = await calls.join(mine, media);
    if (members === undefined) return full;
    return {
      ok: true,
      members,
      iceServers: listIceServers(callSettings, mine.participantId, now()),
    };
  }

  async function list(): Promise<{ ok: true; members: CallMember[] } | LiveRefusal> {
    const mine = seat();
    if (mine?.inside !== true) return forbidden;
    return { ok: true, members: await calls.members(mine.sessionId) };
  }

  async function signal(...told: unknown[]): Promise<{ ok: true } | LiveRefusal> {
    const parsed = CallTold.safeParse(told);
    if (!parsed.success) return malformed;
    if (!signalMeter.take()) {
      strikes.flood();
      return tooOften;
    }
    const mine = seat();
    if (mine === undefined || !calls.isIn(mine)) return notInCall;
    const [to, word] = parsed.data;
    return (await calls.signal(mine, to, word)) ? { ok: true } : gone;
  }

  socket.on('live:call_members', (reply) => answer(reply, list));
  socket.on('live:call_join', (media, reply) => answer(reply, () => join(media)));
  socket.on('live:call_media', (message) => {
    const parsed = CallMedia.safeParse(message);
    if (!parsed.success) return strikes.nonsense();
    if (!changeMeter.take()) return strikes.flood();
    const mine = seat();
    const insider = mine && live.insider(mine);
    if (mine === undefined || insider === undefined) return;
    if (callRight(insider.person.role, insider.state) === 'speak')
      calls.setMedia(mine, parsed.data);
  });
  socket.on('live:call_leave', () => {
    const mine = seat();
    if (mine !== undefined) calls.leave(mine);
  });
  socket.on('live:signal', (to, word, reply) => answer(reply, () => signal(to, word)));
}

/** What an observer gives to a call. */
const listening: CallMedia = { microphone: 'none', camera: 'none' };
