import { readdirSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { listChildren } from '#confinement/listChildren.ts';

/** What this process holds of the machine. */
type Holdings = { children: number; descriptors: number; temporaryFiles: number };

/** How long what a run held may take to go, ms: a killed process is gone when the kernel says so. */
const patienceMs = 10_000;
/** Descriptors that come and go with timers and start-up of runners. */
const slackDescriptors = 4;

/** Compares what this process holds now with what it held at the start. */
export class Footprint {
  readonly #temporaryFolder: string | undefined;
  readonly #atStart: Holdings;

  /** @param temporaryFolder Where files are counted; it has to be nobody else's. */
  constructor(temporaryFolder: string | undefined) {
    this.#temporaryFolder = temporaryFolder;
    this.#atStart = readHoldings(temporaryFolder);
  }

  /** What is left over, in words, once nothing goes away any more; nothing when all is as before. */
  async findLeftovers(): Promise<string[]> {
    const until = performance.now() + patienceMs;
    for (;;) {
      const found = this.#compare();
      if (found.length === 0 || performance.now() > until) return found;
      await delay(50);
    }
  }

  #compare(): string[] {
    const now = readHoldings(this.#temporaryFolder);
    const { children, descriptors, temporaryFiles } = this.#atStart;
    return [
      ...(now.children > children ? [`${now.children - children} processes are left`] : []),
      ...(now.descriptors > descriptors + slackDescriptors
        ? [`${now.descriptors - descriptors} descriptors are left open`]
        : []),
      ...(now.temporaryFiles > temporaryFiles
        ? [`${now.temporaryFiles - temporaryFiles} temporary files are left`]
        : []),
    ];
  }
}

function readHoldings(temporaryFolder: string | undefined): Holdings {
  return {
    children: listChildren(process.pid).length,
    descriptors: count('/proc/self/fd'),
    temporaryFiles: temporaryFolder === undefined ? 0 : count(temporaryFolder),
  };
}

function count(folder: string): number {
  return list(folder).length;
}

/** Nothing on systems without it. */
function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
