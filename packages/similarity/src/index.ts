export { type Fingerprint, fingerprintVersion } from '#fingerprint/fingerprint.ts';
export type { SharedPart, Stretch } from '#marking/markShared.ts';
export { SimilarityReader } from '#thread/SimilarityReader.ts';
export { snippetsOf } from '#tokenise/snippetsOf.ts';
