/** `internalBinding('types')`: what a value is by its inner slots, whatever it pretends. */
import { isProxy } from './proxies.ts';

type Check = (value: unknown) => boolean;

/** Whether `probe` may be called on a value: builtin accessors throw on what has not their slots. */
function slot(probe: (() => unknown) | undefined): Check {
  return (value) => {
    if (typeof value !== 'object' || value === null || probe === undefined) return false;
    try {
      Reflect.apply(probe, value, []);
      return true;
    } catch {
      return false;
    }
  };
}

const getter = (owner: object, name: PropertyKey) =>
  Object.getOwnPropertyDescriptor(owner, name)?.get;
const toStringTag = Object.prototype.toString;
const tagged =
  (tag: string): Check =>
  (value) =>
    typeof value === 'object' && value !== null && toStringTag.call(value) === `[object ${tag}]`;
/** A function by its kind's prototype, which every such function inherits from. */
const inherits =
  (prototype: object): Check =>
  (value) =>
    typeof value === 'function' && Object.prototype.isPrototypeOf.call(prototype, value);

const asyncPrototype = Object.getPrototypeOf(async () => {}) as object;
const asyncGeneratorPrototype = Object.getPrototypeOf(async function* none() {}) as object;
const generatorPrototype = Object.getPrototypeOf(function* none() {}) as object;
const regExpFlag = getter(RegExp.prototype, 'global');
const weakKey = {};

const isDate = slot(Date.prototype.getTime);
const isMap = slot(getter(Map.prototype, 'size'));
const isSet = slot(getter(Set.prototype, 'size'));
const isArrayBuffer = slot(getter(ArrayBuffer.prototype, 'byteLength'));
const isDataView = slot(getter(DataView.prototype, 'byteLength'));
const boxed = {
  isBigIntObject: slot(BigInt.prototype.valueOf),
  isBooleanObject: slot(Boolean.prototype.valueOf),
  isNumberObject: slot(Number.prototype.valueOf),
  isStringObject: slot(String.prototype.valueOf),
  isSymbolObject: slot(Symbol.prototype.valueOf),
};
const weakMapHas = WeakMap.prototype.has;
const weakSetHas = WeakSet.prototype.has;
const weakRefDeref = WeakRef.prototype.deref;

const isRegExp: Check = (value) => value !== RegExp.prototype && slot(regExpFlag)(value);
const isAsyncFunction: Check = (value) =>
  inherits(asyncPrototype)(value) || inherits(asyncGeneratorPrototype)(value);
const isGeneratorFunction: Check = (value) =>
  inherits(generatorPrototype)(value) || inherits(asyncGeneratorPrototype)(value);

export const typesBinding = {
  ...boxed,
  isAnyArrayBuffer: isArrayBuffer,
  isArgumentsObject: tagged('Arguments'),
  isArrayBuffer,
  isAsyncFunction,
  isBoxedPrimitive: (value: unknown) => Object.values(boxed).some((check) => check(value)),
  isDataView,
  isDate,
  isEventTarget: (value: unknown) =>
    typeof EventTarget === 'function' && value instanceof EventTarget,
  isExternal: () => false,
  isGeneratorFunction,
  isGeneratorObject: tagged('Generator'),
  isMap,
  isMapIterator: tagged('Map Iterator'),
  isModuleNamespaceObject: tagged('Module'),
  isNativeError: (value: unknown) => (Error as unknown as { isError: Check }).isError(value),
  isPromise: (value: unknown) => value instanceof Promise && tagged('Promise')(value),
  isProxy,
  isRegExp,
  isSet,
  isSetIterator: tagged('Set Iterator'),
  isSharedArrayBuffer: () => false,
  isWeakMap: slot(function has(this: WeakMap<object, unknown>) {
    return weakMapHas.call(this, weakKey);
  }),
  isWeakRef: slot(function deref(this: WeakRef<object>) {
    return weakRefDeref.call(this);
  }),
  isWeakSet: slot(function has(this: WeakSet<object>) {
    return weakSetHas.call(this, weakKey);
  }),
};
