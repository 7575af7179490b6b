import * as Y from 'yjs';

type Struct = Y.Item | Y.GC | Y.Skip;
type DeletedRange = { clock: number; len: number };
type Deletions = Map<number, DeletedRange[]>;

/** One stretch of text in a piece, UTF-16 code units: at most three bytes each, and a piece holds one at least. */
const stretchLength = 16 * 1024;
/** Deleted ranges in a piece; each takes at most 16 bytes. */
const rangesInPiece = 8 * 1024;

/**
 * The same changes as updates of at most about `maxBytes` each (64 KB at least), in an order in which each
 * builds only on those before it. What the receiver has is deleted first, so that no step holds more than the
 * larger of before and after.
 */
export function splitUpdate(update: Uint8Array, maxBytes: number): Uint8Array[] {
  if (update.byteLength <= maxBytes) return [update];
  const { structs, ds } = Y.decodeUpdate(update);
  const starts = new Map<number, number>();
  for (const { id } of structs) if (!starts.has(id.client)) starts.set(id.client, id.clock);
  const isKnown = (client: number, clock: number) =>
    clock < (starts.get(client) ?? Number.POSITIVE_INFINITY);

  const [before, after]: [Deletions, Deletions] = [new Map(), new Map()];
  for (const [client, ranges] of ds.clients) {
    const start = starts.get(client) ?? Number.POSITIVE_INFINITY;
    before.set(client, cutRanges(ranges, 0, start));
    after.set(client, cutRanges(ranges, start, Number.POSITIVE_INFINITY));
  }
  return [
    ...encodeDeletions(before),
    ...encodeStructs(sortByNeed(structs.flatMap(cutText), isKnown), maxBytes),
    ...encodeDeletions(after),
  ];
}

/** Cuts a long text into stretches that are items of their own, as Yjs does when somebody types in its middle. */
function cutText(struct: Struct): Struct[] {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return [struct];
  const { id, origin, rightOrigin, parent, parentSub } = struct;
  const { str } = struct.content;
  const pieces: Struct[] = [];
  for (let from = 0; from < str.length;) {
    let to = Math.min(str.length, from + stretchLength);
    // Half of a surrogate pair is no character.
    if (to < str.length && isLowSurrogate(str, to)) to -= 1;
    const left = from === 0 ? origin : Y.createID(id.client, id.clock + from - 1);
    const content = new Y.ContentString(str.slice(from, to));
    const at = Y.createID(id.client, id.clock + from);
    pieces.push(new Y.Item(at, null, left, null, rightOrigin, parent, parentSub, content));
    from = to;
  }
  return pieces;
}

function isLowSurrogate(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code >= 0xdc_00 && code <= 0xdf_ff;
}

/** Each struct after those that it refers to. */
function sortByNeed(
  structs: Struct[],
  isKnown: (client: number, clock: number) => boolean,
): Struct[] {
  const queues = [...Map.groupBy(structs, ({ id }) => id.client).values()].map((queue) => ({
    queue,
    next: 0,
  }));
  const sorted: Struct[] = [];
  const placed = new Map<number, number>();
  const isPlaced = ({ client, clock }: Y.ID) =>
    isKnown(client, clock) || clock < (placed.get(client) ?? 0);
  while (sorted.length < structs.length) {
    const before = sorted.length;
    for (const entry of queues) {
      for (
        let head = entry.queue[entry.next];
        head !== undefined && needsOf(head).every(isPlaced);
        head = entry.queue[entry.next]
      ) {
        sorted.push(head);
        placed.set(head.id.client, head.id.clock + head.length);
        entry.next += 1;
      }
    }
    if (sorted.length === before)
      throw new Error('This update refers to changes that are nowhere.');
  }
  return sorted;
}

function needsOf(struct: Struct): Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  const { origin, rightOrigin, parent } = struct;
  return [origin, rightOrigin, parent].filter((need) => need instanceof Y.ID);
}

/** Structs in their order as updates, each filled up to `maxBytes`. */
function encodeStructs(structs: Struct[], maxBytes: number): Uint8Array[] {
  const pieces: Struct[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const struct of structs) {
    const bytes = encodeRuns([[struct]]).byteLength;
    if (size + bytes > maxBytes) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)?.push(struct);
    size += bytes;
  }
  // An update names each author once.
  return pieces.map((piece) => encodeRuns([...Map.groupBy(piece, ({ id }) => id.client).values()]));
}

/** The format of an update, version 1: what each client wrote, and what is deleted; here nothing. */
function encodeRuns(runs: Struct[][]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  encoder.writeLen(runs.length);
  for (const run of runs) {
    encoder.writeLen(run.length);
    encoder.writeClient(run[0]?.id.client ?? 0);
    encoder.writeLen(run[0]?.id.clock ?? 0);
    for (const struct of run) struct.write(encoder, 0);
  }
  encoder.writeLen(0);
  return encoder.toUint8Array();
}

function encodeDeletions(deletions: Deletions): Uint8Array[] {
  const ranges = [...deletions].flatMap(([client, own]) =>
    own.map((range) => ({ client, ...range })),
  );
  const pieces: Uint8Array[] = [];
  for (let from = 0; from < ranges.length; from += rangesInPiece) {
    const encoder = new Y.UpdateEncoderV1();
    const byClient = Map.groupBy(ranges.slice(from, from + rangesInPiece), ({ client }) => client);
    encoder.writeLen(0);
    encoder.writeLen(byClient.size);
    for (const [client, own] of byClient) {
      encoder.writeLen(client);
      encoder.writeLen(own.length);
      for (const { clock, len } of own) {
        encoder.writeDsClock(clock);
        encoder.writeDsLen(len);
      }
    }
    pieces.push(encoder.toUint8Array());
  }
  return pieces;
}

/** What of the ranges lies between two clocks. */
function cutRanges(ranges: readonly DeletedRange[], from: number, to: number): DeletedRange[] {
  return ranges
    .map(({ clock, len }) => ({
      clock: Math.max(clock, from),
      end: Math.min(clock + len, to),
    }))
    .filter(({ clock, end }) => end > clock)
    .map(({ clock, end }) => ({ clock, len: end - clock }));
}
