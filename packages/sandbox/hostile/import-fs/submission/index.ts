import fs from 'node:fs';
export const add = () => fs.readFileSync('/proc/self/cmdline', 'utf8');
