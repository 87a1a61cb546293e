import { describe, expect, it } from 'vitest';
import { readDocumentInWorker } from '../../src/documents/read-document-in-worker.ts';
import { readDocument } from '../../src/documents/read-document.ts';
import { DocumentError } from '../../src/errors.ts';
import { docxFile, paragraph, row, table } from './docx/docx-file.ts';

const refusalOf = async (reading: Promise<unknown>): Promise<string> => {
  const error: unknown = await reading.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DocumentError);
  return (error as DocumentError).message;
};

describe('readDocumentInWorker', () => {
  const docx = docxFile({ body: paragraph('新建80公里') + table(row(['任务', '目标']), row(['公路', '75公里'])) });

  it('reads the same as readDocument', async () => {
    expect(await readDocumentInWorker(docx, 'a.docx')).toEqual(await readDocument(docx, 'a.docx'));
  });

  it('passes a refusal on', async () => {
    expect(await refusalOf(readDocumentInWorker(docx.slice(0, 200), 'a.docx'))).toContain('损坏');
  });

  it('gives up after the time-out, and this thread goes on meanwhile', async () => {
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 5);
    expect(await refusalOf(readDocumentInWorker(docx, 'a.docx', { timeoutMs: 50 }))).toContain('没有读完');
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(2);
  });

  it('gives up when the heap is full', async () => {
    const many = docxFile({
      body: Array.from({ length: 150_000 }, (_, index) => paragraph(`事项${index * 7919}`)).join(''),
    });
    expect(await refusalOf(readDocumentInWorker(many, 'a.docx', { heapMb: 40 }))).toContain('内存');
  });

  it('gives up when the process grows too much', async () => {
    const many = docxFile({
      body: Array.from({ length: 150_000 }, (_, index) => paragraph(`事项${index * 7919}`)).join(''),
    });
    expect(await refusalOf(readDocumentInWorker(many, 'a.docx', { memoryMb: 20 }))).toContain('内存');
  });

  it('does not let Markdown with piled up marks hold this thread', async () => {
    const piled = new TextEncoder().encode('**a'.repeat(100_000));
    expect(await refusalOf(readDocumentInWorker(piled, 'a.md', { timeoutMs: 1_500 }))).toContain('没有读完');
  });

  it('reads text without a worker', async () => {
    const started = performance.now();
    expect((await readDocumentInWorker(new TextEncoder().encode('新建80公里'), 'a.txt')).blocks).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(100);
  });
});
