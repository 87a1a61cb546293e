import type { Readable } from 'node:stream';

/** Waits for the first bytes of a stream, which are left to be read; false where it ends without any. */
export function hasInput(input: Readable): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (found: boolean): void => {
      input.off('readable', look).off('end', none).off('error', none);
      resolve(found);
    };
    const none = (): void => {
      settle(false);
    };
    const look = (): void => {
      const chunk = input.read() as Buffer | null;
      // Nothing yet, or the end, which says so itself.
      if (chunk === null) return;
      input.unshift(chunk);
      settle(true);
    };
    input.on('readable', look).on('end', none).on('error', none);
  });
}
