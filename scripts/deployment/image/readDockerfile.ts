import { readFileSync } from 'node:fs';
import { Copy, DockerfileParser } from 'dockerfile-ast';
import { z } from 'zod';

/** One instruction of a stage; of `COPY`, also the stage that it copies from. */
export type Instruction = { keyword: string; text: string; copiesFrom: string | undefined };
export type Stage = { name: string; from: string; instructions: Instruction[] };

/** The stages of a Dockerfile by name, without comments. */
export function readDockerfile(file: string): Map<string, Stage> {
  const stages = new Map<string, Stage>();
  let stage: Stage | undefined;
  for (const each of DockerfileParser.parse(readFileSync(file, 'utf8')).getInstructions()) {
    const [keyword, text] = [each.getKeyword(), each.getArgumentsContent() ?? ''];
    if (keyword === 'FROM') {
      const [from = '', name = ''] = text.split(/ AS /i);
      stage = { name, from, instructions: [] };
      stages.set(name, stage);
      continue;
    }
    const copiesFrom = each instanceof Copy ? each.getFromFlag()?.getValue() : undefined;
    stage?.instructions.push({ keyword, text, copiesFrom: copiesFrom ?? undefined });
  }
  return stages;
}

/** A command that is written as a list, as `CMD` has it. */
export const listedCommand = (text: string): string[] =>
  z.array(z.string()).parse(JSON.parse(text));
