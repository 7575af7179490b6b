/** Units that String.fromCharCode takes at once, well under the engine's limit of arguments. */
const chunkLength = 4_096;

/** Code units as a string. Not by spreading, which walks them one by one. */
export function textOfUnits(units: Uint8Array | Uint16Array): string {
  if (units.length <= chunkLength) return String.fromCharCode.apply(null, units as never);
  let text = '';
  for (let start = 0; start < units.length; start += chunkLength)
    text += String.fromCharCode.apply(null, units.subarray(start, start + chunkLength) as never);
  return text;
}
