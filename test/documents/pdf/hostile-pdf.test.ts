import { readFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readDocumentInWorker } from '../../../src/documents/read-document-in-worker.ts';
import { DocumentError } from '../../../src/errors.ts';
import { pdfObjects, pdfPages } from './pdf-file.ts';

const fixture = (name: string): Buffer => readFileSync(path.join(import.meta.dirname, '../fixtures', name));

const refusal = async (bytes: Uint8Array, limits = {}): Promise<string> => {
  const error: unknown = await readDocumentInWorker(bytes, 'a.pdf', limits).then(
    (document) => document.text,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DocumentError);
  return (error as DocumentError).message;
};

const catalogue = '<< /Type /Catalog /Pages 2 0 R >>';

describe('readPdf on hostile files', () => {
  it('refuses a scan and asks for text', async () => {
    expect(await refusal(fixture('scanned.pdf'))).toMatch(/扫描件.*可复制文字的版本/);
  });

  it('refuses a password', async () => {
    expect(await refusal(fixture('locked.pdf'))).toContain('密码');
  });

  it('refuses ten thousand pages at once', async () => {
    const pages = pdfPages(Array.from({ length: 10_000 }, () => [{ x: 72, y: 100, text: '新建80公里' }]));
    expect(await refusal(pages)).toContain('10000 页');
  });

  it('refuses pages that are only claimed', async () => {
    const claimed = new Map([
      [1, catalogue],
      [2, '<< /Type /Pages /Count 250 /Kids [] >>'],
    ]);
    await refusal(pdfObjects(claimed));
  });

  it('ends on a tree of pages that contains itself', async () => {
    const loop = new Map([
      [1, catalogue],
      [2, '<< /Type /Pages /Count 3 /Kids [2 0 R 3 0 R] >>'],
      [3, '<< /Type /Pages /Parent 2 0 R /Count 2 /Kids [2 0 R] >>'],
    ]);
    await refusal(pdfObjects(loop), { timeoutMs: 15_000 });
  });

  it('ends on a form that draws itself', async () => {
    const loop = new Map<number, string | { dictionary: string; bytes: Uint8Array }>([
      [1, catalogue],
      [2, '<< /Type /Pages /Count 1 /Kids [3 0 R] >>'],
      [
        3,
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >> /Contents 4 0 R >>',
      ],
      [4, { dictionary: '', bytes: Buffer.from('/X Do') }],
      [
        5,
        {
          dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>',
          bytes: Buffer.from('/X Do /X Do'),
        },
      ],
    ]);
    await refusal(pdfObjects(loop), { timeoutMs: 15_000 });
  });

  it('stops a stream that inflates without end', async () => {
    // 500 MB of blanks in half a megabyte.
    const blanks = deflateSync(Buffer.alloc(500 * 1024 * 1024, ' '), { level: 1 });
    const bomb = new Map<number, string | { dictionary: string; bytes: Uint8Array }>([
      [1, catalogue],
      [2, '<< /Type /Pages /Count 1 /Kids [3 0 R] >>'],
      [3, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>'],
      [4, { dictionary: '/Filter /FlateDecode', bytes: blanks }],
    ]);
    expect(await refusal(pdfObjects(bomb), { timeoutMs: 15_000, memoryMb: 200 })).toContain('内存');
  });

  it.each([20, 300, 2000, 5000])('calls a file cut after %d bytes damaged, or reads what is left', async (length) => {
    const cut = fixture('furniture.pdf').subarray(0, length);
    const outcome: unknown = await readDocumentInWorker(cut, 'a.pdf').then(
      (document) => document,
      (reason: unknown) => reason,
    );
    if (outcome instanceof Error) expect(outcome).toBeInstanceOf(DocumentError);
  });
});
