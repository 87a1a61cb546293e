import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { hasInput } from '../../src/cli/has-input.ts';

describe('hasInput', () => {
  it('is false where the input ends, or breaks, without a byte', async () => {
    const [empty, broken] = [new PassThrough(), new PassThrough()];
    const found = [hasInput(empty), hasInput(broken)];
    empty.end();
    broken.destroy(new Error('EIO'));
    expect(await Promise.all(found)).toEqual([false, false]);
  });

  it('waits for the first bytes, and leaves all of them to be read', async () => {
    const input = new PassThrough();
    let isSettled = false;
    const found = hasInput(input).finally(() => {
      isSettled = true;
    });
    await wait(20);
    expect(isSettled).toBe(false);
    input.write('一');
    expect(await found).toBe(true);
    input.end('二');
    let text = '';
    input.on('data', (chunk: Buffer) => (text += chunk.toString()));
    await once(input, 'end');
    expect(text).toBe('一二');
  });
});
