import { types } from './nodeUtil.ts';

export const {
  isArrayBuffer,
  isAsyncFunction,
  isDate,
  isMap,
  isNativeError,
  isPromise,
  isProxy,
  isRegExp,
  isSet,
  isTypedArray,
  isUint8Array,
  isWeakMap,
  isWeakSet,
} = types;
