import environment from '/proc/self/environ';
export const add = () => environment;
