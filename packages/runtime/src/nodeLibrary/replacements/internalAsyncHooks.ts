/** Asynchronous resources without hooks: nobody can set one here. */
let lastId = 1;
const none = () => false;
const names = [
  'async_id',
  'trigger_async_id',
  'init',
  'before',
  'after',
  'destroy',
  'promise_resolve',
  'owner',
];

export const symbols = Object.fromEntries(
  names.map((name) => [`${name}_symbol`, Symbol(`${name}_symbol`)]),
);
export const constants = {};
export const asyncWrap = { Providers: {} };
export {
  none as afterHooksExist,
  none as destroyHooksExist,
  none as enabledHooksExist,
  none as hasAsyncIdStack,
  none as initHooksExist,
};
export const newAsyncId = () => {
  lastId += 1;
  return lastId;
};
export const executionAsyncId = () => 1;
export const triggerAsyncId = () => 0;
export const getDefaultTriggerAsyncId = () => 1;
export const executionAsyncResource = () => ({});

const nothing = () => {};
export { nothing as emitAfter, nothing as emitBefore, nothing as emitDestroy, nothing as emitInit };
