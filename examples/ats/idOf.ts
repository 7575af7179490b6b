import { createHash } from 'node:crypto';

/** A UUID (version 8, of RFC 9562) that is always the same for an application and an assessment. */
export function idOf(assessmentId: string, applicationId: string): string {
  const bytes = createHash('sha256').update(`${assessmentId}/${applicationId}`).digest();
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}
