/**
 * What a button carries: `1:<action>:<part>:<part>…`, at most 64 bytes. The leading number is the format's version;
 * data of another version, or that nobody made here, reads as null and is answered politely. It never proves a right.
 */
const VERSION = '1';
const MAX_BYTES = 64;

export interface ButtonData {
  readonly action: string;
  readonly parts: readonly string[];
}

export function packData(action: string, ...parts: readonly (string | number)[]): string {
  const data = [VERSION, action, ...parts].join(':');
  if (Buffer.byteLength(data) > MAX_BYTES)
    throw new RangeError(`callback data is longer than ${MAX_BYTES} bytes: ${data}`);
  return data;
}

export function unpackData(data: string): ButtonData | null {
  if (Buffer.byteLength(data) > MAX_BYTES) return null;
  const [version, action, ...parts] = data.split(':');
  return version === VERSION && action !== undefined && action !== '' ? { action, parts } : null;
}

/** A part that is a whole number from 0, else null. */
export const numberPart = (parts: readonly string[], index: number): number | null => {
  const part = parts[index];
  return part !== undefined && /^\d{1,15}$/.test(part) ? Number(part) : null;
};
