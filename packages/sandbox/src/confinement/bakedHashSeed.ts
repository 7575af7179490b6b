/**
 * V8 takes the hash seed of objects from the snapshot that it starts from, instead of hashing all names in it again: a
 * sixth of the instructions of an isolate's start. Who makes a snapshot and who loads it must both have it, on the
 * same Node. A seed that is known lets a program slow down nothing but its own run, which has its limits.
 */
export const bakedHashSeed = '--no-rehash-snapshot';
