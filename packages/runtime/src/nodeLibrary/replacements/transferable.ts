/** Nothing is transferred: there are no threads. */
export const markTransferMode = () => {};
export const structuredClone = <T>(value: T): T => globalThis.structuredClone(value);
export const kClone = Symbol('messaging_clone_symbol');
export const kDeserialize = Symbol('messaging_deserialize_symbol');
export const kTransfer = Symbol('messaging_transfer_symbol');
export const kTransferList = Symbol('messaging_transfer_list_symbol');
