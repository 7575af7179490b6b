import { describe, expect, it } from '@jest/globals';
import { strToU8, zipSync } from 'fflate';
import { readZip } from './readZip.ts';
import { zipFiles } from './zipFiles.ts';

const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));

describe('a workspace as a zip', () => {
  it('comes back as it went', () => {
    const files = { 'src/index.ts': 'export const größe = 1;\n', 'README.md': '# 日本\n' };
    expect(readZip(zipFiles(files))).toEqual({ ok: true, files });
  });

  it('is the same bytes for the same files', () => {
    expect(zipFiles({ a: 'x' })).toEqual(zipFiles({ a: 'x' }));
  });

  it('leaves out what one’s own tools keep beside the files', () => {
    const files = { 'src/a.ts': 'a', 'node_modules/x/index.js': 'x', '.git/config': 'x' };
    expect(readZip(zip(files))).toEqual({ ok: true, files: { 'src/a.ts': 'a' } });
  });

  it('loses the folder around all of it that comes with zipping a folder', () => {
    const wrapped = zip({ 'orders-api/src/a.ts': 'a', 'orders-api/new.ts': 'n' });
    const files = { 'src/a.ts': 'a', 'new.ts': 'n' };
    expect(readZip(wrapped, ['src/a.ts', 'src/b.ts'])).toEqual({ ok: true, files });
    // Without a file in common nobody knows whether it is one.
    const asItIs = { 'orders-api/src/a.ts': 'a', 'orders-api/new.ts': 'n' };
    expect(readZip(wrapped, ['lib/b.ts'])).toEqual({ ok: true, files: asItIs });
    expect(readZip(zip({ 'src/a.ts': 'a' }), ['src/a.ts', 'a.ts'])).toMatchObject({
      files: { 'src/a.ts': 'a' },
    });
  });

  it('leaves out folders and what file managers add, and ends lines with LF', () => {
    const result = readZip(
      zip({ 'src/': '', 'src/a.ts': 'a\r\nb', '__MACOSX/src/._a.ts': 'x', 'src/.DS_Store': 'x' }),
    );
    expect(result).toEqual({ ok: true, files: { 'src/a.ts': 'a\nb' } });
  });

  it.each([
    ['../../etc/passwd', /may not contain/],
    ['/etc/passwd', /relative/],
    ['C:/windows/x', /relative/],
    ['src\\evil.ts', /Use \//],
    ['src/nul', /reserved/],
  ])('with the name %j is refused', (path, reason) => {
    const result = readZip(zip({ 'src/index.ts': '', [path]: 'x' }));
    expect(result).toEqual({ ok: false, message: expect.stringMatching(reason) });
  });

  it('of too many, too large or no files, or of something that is not text, is refused', () => {
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`f${i}.ts`, '']));
    expect(readZip(zip(many))).toMatchObject({ ok: false, message: /at most 200 files/ });
    expect(readZip(zip({ a: 'x'.repeat(300_000) }))).toMatchObject({ ok: false });
    expect(readZip(zip({}))).toMatchObject({ ok: false, message: /no files/ });
    expect(readZip(zipSync({ a: new Uint8Array([0xff, 0xfe, 0]) }))).toMatchObject({
      ok: false,
      message: /not a text/,
    });
    expect(readZip(strToU8('not a zip'))).toMatchObject({ ok: false, message: /not a zip/ });
  });

  it('that would unpack to a hundred megabytes is refused without unpacking it', () => {
    const bomb = zipSync({ 'bomb.txt': new Uint8Array(100_000_000) });
    expect(bomb.length).toBeLessThan(200_000);
    expect(readZip(bomb)).toMatchObject({ ok: false, message: /too large/ });
  });

  it('that lies about its size is not believed', () => {
    const bytes = zipSync({ 'bomb.txt': new Uint8Array(10_000_000) });
    const view = new DataView(bytes.buffer);
    // The central directory's entry begins with PK\x01\x02; 24 bytes on is the size before compression.
    for (let at = 0; at < bytes.length - 4; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 10, true);
    }
    const result = readZip(bytes);
    const size = result.ok ? (result.files['bomb.txt']?.length ?? 0) : 0;
    expect(size).toBeLessThanOrEqual(10);
  });
});
