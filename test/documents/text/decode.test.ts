import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { DocumentError } from '../../../src/errors.ts';
import { decodeText } from '../../../src/documents/text/decode.ts';

const sample = '　　一、2025年主要目标\r\n新建污水管网80公里，石𡒄县、㮾溪区达到９８．２％。\n';

const oneOf = (characters: string): fc.Arbitrary<string> => fc.constantFrom(...Array.from(characters));

/** What officials write: characters, punctuation, digits, line ends, and characters that only four bytes can say. */
const character = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCodePoint(point)) },
  { weight: 4, arbitrary: oneOf('，。；：、（）“”《》—…％①一二三四五年月日') },
  { weight: 3, arbitrary: oneOf('0123456789.% \t\r\nABCabc') },
  { weight: 1, arbitrary: fc.integer({ min: 0x3400, max: 0x4db5 }).map((point) => String.fromCodePoint(point)) },
  { weight: 1, arbitrary: fc.integer({ min: 0x20000, max: 0x2a6d6 }).map((point) => String.fromCodePoint(point)) },
);
const planText = fc
  .array(character, { minLength: 4, maxLength: 300 })
  .map((characters) => `关于做好工作的通知\n${characters.join('')}`);

const isValidUtf8 = (bytes: Uint8Array): boolean => !Buffer.from(bytes).toString('utf8').includes('\uFFFD');

describe('decodeText', () => {
  it.each([
    ['utf-8', 'utf8'],
    ['utf-16le', 'utf16le'],
    ['utf-16be', 'utf16be'],
    ['gb18030', 'gb18030'],
  ] as const)('reads %s without byte order mark', (encoding, encoder) => {
    expect(decodeText(iconv.encode(sample, encoder), 'a.txt')).toEqual({ text: sample, encoding, warnings: [] });
  });

  it.each(['utf8', 'utf16le', 'utf16be', 'gb18030'])('leaves the byte order mark of %s out of the text', (encoder) => {
    expect(decodeText(iconv.encode(`\uFEFF${sample}`, encoder), 'a.txt').text).toBe(sample);
  });

  it('decodes the four-byte characters of GB18030', () => {
    const bytes = iconv.encode('石𡒄县、㮾溪区、𠮷', 'gb18030');
    expect(bytes).toHaveLength(24);
    expect(decodeText(bytes, 'a.txt').text).toBe('石𡒄县、㮾溪区、𠮷');
  });

  it('reads any text back in every encoding', () => {
    fc.assert(
      fc.property(
        planText,
        fc.constantFrom('utf8', 'utf16le', 'utf16be', 'gb18030'),
        fc.boolean(),
        (text, encoder, mark) => {
          const bytes = iconv.encode(mark ? `\uFEFF${text}` : text, encoder);
          // Some short GBK texts are valid UTF-8 as well, and valid UTF-8 wins.
          fc.pre(encoder !== 'gb18030' || !isValidUtf8(bytes));
          expect(decodeText(bytes, 'a.txt').text).toBe(text);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps a UTF-8 file with a damaged byte in UTF-8 and says where the damage is', () => {
    const bytes = Buffer.concat([Buffer.from(sample.repeat(3)), Buffer.from([0xe4, 0xb8]), Buffer.from(`。${sample}`)]);
    const decoded = decodeText(bytes, 'a.txt');
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.warnings).toEqual([
      { message: expect.stringContaining('无法解码') as string, at: sample.length * 3 },
    ]);
    expect(decoded.text).toContain('新建污水管网80公里');
  });

  it('does not warn of a replacement character that the file prints itself', () => {
    expect(decodeText(Buffer.from('目标\uFFFD为80公里'), 'a.txt').warnings).toEqual([]);
  });

  it.each([
    ['a picture', Buffer.from('ffd8ffe000104a46494600010101004800480000ffdb0043', 'hex')],
    ['zeros', Buffer.alloc(400)],
    ['noise', Buffer.from(Array.from({ length: 999 }, (_, index) => (index * 7919 + (index >> 3) * 104729) % 256))],
    ['UTF-32', Buffer.from('fffe0000414e0000', 'hex')],
  ])('refuses %s and says how to save it', (_, bytes) => {
    expect(() => decodeText(bytes, 'a.txt')).toThrow(DocumentError);
    expect(() => decodeText(bytes, 'a.txt')).toThrow('另存为 UTF-8');
  });

  it.each([['\uFEFF'], [' \r\n　　\t']])('refuses a file without a character (%j)', (text) => {
    expect(() => decodeText(Buffer.from(text), 'a.txt')).toThrow('空文件');
  });
});
