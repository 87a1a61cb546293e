import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/documents/docx/read-docx.ts';
import { DocumentError } from '../../../src/errors.ts';
import { docxFile, paragraph, table, row } from './docx-file.ts';

const refusal = async (bytes: Uint8Array): Promise<string> => {
  const error: unknown = await readDocx(bytes, 'a.docx').then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DocumentError);
  return (error as DocumentError).message;
};

/** Sets the inflated size that the zip's directories state for an entry. */
function withDeclaredSize(zip: Uint8Array, entry: string, size: number): Uint8Array {
  const bytes = Buffer.from(zip);
  const name = Buffer.from(entry);
  for (let at = bytes.indexOf(name); at !== -1; at = bytes.indexOf(name, at + 1)) {
    if (bytes.readUInt32LE(at - 30) === 0x04034b50) bytes.writeUInt32LE(size, at - 30 + 22);
    if (at >= 46 && bytes.readUInt32LE(at - 46) === 0x02014b50) bytes.writeUInt32LE(size, at - 46 + 24);
  }
  return bytes;
}

describe('readDocx on hostile files', () => {
  const bomb = docxFile({ body: '', entries: { 'word/document.xml': new Uint8Array(100 * 1024 * 1024) } });

  it('stops a zip bomb with truthful sizes', async () => {
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusal(bomb)).toContain('异常庞大');
  });

  it.each([1000, 99 * 1024 * 1024, 0xffffff])('stops a zip bomb that states %d bytes', async (size) => {
    await refusal(withDeclaredSize(bomb, 'word/document.xml', size));
  });

  it('does not inflate parts that it does not read', async () => {
    const entries = { 'word/media/image1.png': new Uint8Array(100 * 1024 * 1024) };
    const content = await readDocx(docxFile({ body: paragraph('80公里'), entries }), 'a.docx');
    expect(content.text).toBe('80公里\n');
  });

  it('refuses ten thousand entries', async () => {
    const entries = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`word/a${index}.xml`, strToU8('')]),
    );
    expect(await refusal(docxFile({ body: paragraph('x'), entries }))).toContain('个部件');
  });

  it.each(['../evil.txt', '/etc/passwd', 'word/../../evil', 'C:\\evil.txt'])(
    'refuses the path name %s',
    async (entry) => {
      await refusal(docxFile({ body: paragraph('x'), entries: { [entry]: strToU8('x') } }));
    },
  );

  it.each([
    ['external entities', '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'],
    ['entities that multiply', '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><d>&b;</d>'],
  ])('refuses %s', async (_, xml) => {
    expect(await refusal(docxFile({ body: '', entries: { 'word/document.xml': strToU8(xml) } }))).toContain('实体');
  });

  it('refuses deeply nested XML', async () => {
    const xml = '<a>'.repeat(100_000) + '</a>'.repeat(100_000);
    expect(await refusal(docxFile({ body: '', entries: { 'word/document.xml': strToU8(xml) } }))).toContain('嵌套过深');
  });

  it('refuses tables nested a hundred deep', async () => {
    let body = paragraph('x');
    for (let depth = 0; depth < 100; depth++) body = table(row([`<w:tc>${body}</w:tc>`, 'y']));
    expect(await refusal(docxFile({ body }))).toContain('嵌套过深');
  });

  it('bounds the columns that a cell may claim', async () => {
    const wide = '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>';
    const content = await readDocx(docxFile({ body: table(row([wide, 'y'])) }), 'a.docx');
    expect(content.blocks).toHaveLength(1);
  });

  it.each([
    ['malformed XML', '<w:document'],
    ['an undefined entity', '<d>&nbsp;</d>'],
    ['no body', '<d/>'],
  ])('calls %s damage', async (_, xml) => {
    expect(await refusal(docxFile({ body: '', entries: { 'word/document.xml': strToU8(xml) } }))).toContain('损坏');
  });

  it('ends in a DocumentError or in text wherever the file is cut or changed', async () => {
    const whole = docxFile({
      body: table(row(['任务', '目标']), row(['公路', '75公里'])) + paragraph('完'.repeat(500)),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 4 }),
        async (length, changes) => {
          const bytes = whole.slice(0, length % 3 === 0 ? whole.length : length);
          for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
          const error: unknown = await readDocx(bytes, 'a.docx').then(
            () => null,
            (reason: unknown) => reason,
          );
          expect(error === null || error instanceof DocumentError, String(error)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('does not look into a zip inside a zip', async () => {
    const inner = zipSync({ 'word/document.xml': new Uint8Array(1024) });
    expect(await refusal(zipSync({ 'inner.docx': inner }))).toContain('压缩包');
  });
});
