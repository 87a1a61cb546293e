import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from '../../src/cli/read-lines.ts';

async function* inChunks(bytes: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function linesOf(bytes: Buffer, size = bytes.length): Promise<(string | null)[]> {
  const lines: (string | null)[] = [];
  for await (const line of readLines(inChunks(bytes, size))) lines.push(line);
  return lines;
}

describe('readLines', () => {
  it('gives the same lines however the bytes arrive', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', '污', '😀', '\u2028', '"', ' ') });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1 }), fc.integer({ min: 1, max: 9 }), async (lines, size) => {
        expect(await linesOf(Buffer.from(`${lines.join('\n')}\n`), size)).toEqual(lines);
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out line ends and a byte order mark, and gives the last line without its end', async () => {
    expect(await linesOf(Buffer.from('\ufeff一\r\n\n二'))).toEqual(['一', '', '二']);
  });

  it('gives null for the lines alone that are no text', async () => {
    const bytes = Buffer.concat([Buffer.from('一\n'), Buffer.of(0xce, 0xdb, 0x0a), Buffer.from('\0\n二\n')]);
    expect(await linesOf(bytes, 2)).toEqual(['一', null, null, '二']);
  });
});
