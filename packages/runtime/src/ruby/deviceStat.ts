import { wasi } from '@bjorn3/browser_wasi_shim';

/** What WASI is told of a file that is a device. */
export function deviceStat(): wasi.Filestat {
  return new wasi.Filestat(1n, wasi.FILETYPE_CHARACTER_DEVICE, 0n);
}

/** What WASI is told of a device that is open, with `rights` of WASI's. */
export function characterDevice(rights: number): { ret: number; fdstat: wasi.Fdstat } {
  const fdstat = new wasi.Fdstat(wasi.FILETYPE_CHARACTER_DEVICE, 0);
  fdstat.fs_rights_base = BigInt(rights);
  return { ret: wasi.ERRNO_SUCCESS, fdstat };
}
