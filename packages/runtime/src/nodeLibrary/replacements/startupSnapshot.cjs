/** The library asks whether it is in a snapshot of Node's own, which it is not. */
module.exports = {
  isBuildingSnapshot: () => false,
  addAfterUserSerializeDeserializeSnapshot() {},
  addDeserializeCallback() {},
  addSerializeCallback() {},
  runDeserializeCallbacks() {},
  namespace: {
    isBuildingSnapshot: () => false,
    addDeserializeCallback() {},
    addSerializeCallback() {},
  },
};
