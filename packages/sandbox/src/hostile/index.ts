export type { HostileProgram } from './HostileProgram.ts';
export { loadPrograms } from './loadPrograms.ts';
export { loadTargets } from './loadTargets.ts';
export { runHostile } from './runHostile.ts';
export type { ProgramReport } from './tryProgram.ts';
