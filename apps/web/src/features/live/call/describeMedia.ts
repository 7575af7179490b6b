import type { DeviceKind, MediaProblem } from './LocalMedia.ts';

const names = { microphone: 'microphone', camera: 'camera' } as const;

/** Why a device is not in use, and what to do. */
export function describeMediaProblem(kind: DeviceKind, problem: MediaProblem): string {
  const name = names[kind];
  const stays =
    kind === 'microphone'
      ? 'You hear the others, and can write in the chat.'
      : 'The call goes on without your picture.';
  switch (problem) {
    case 'refused':
      return `Your browser does not let this page use the ${name}. ${stays} To change it, allow the ${name} beside the address, then switch it on here.`;
    case 'no_device':
      return `No ${name} was found on this computer. ${stays} Connect one, then switch it on here.`;
    case 'in_use':
      return `The ${name} cannot be used: another program may have it. ${stays} Close that program, then switch it on here.`;
    case 'insecure':
      return `Browsers give a ${name} only to pages over https, and this one is not. ${stays}`;
    case 'failed':
      return `The ${name} could not be switched on. ${stays}`;
  }
}
