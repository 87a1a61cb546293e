import { createHash } from 'node:crypto';
import { DocumentError } from '../errors.ts';
import { formatOf } from './file-kind.ts';
import { MAX_FILE_BYTES, MAX_TEXT_BYTES } from './limits.ts';
import type { DocumentFormat, PlainDocument } from './plain-document.ts';
import type { ReadContent } from './read-content.ts';
import { decodeText } from './text/decode.ts';
import { readTextBlocks } from './text/read-text.ts';

/**
 * Reads a plan's file in this thread. `name` is the file's name, with or without its folder. For files from outside
 * use readDocumentInWorker: hostile ones can take all memory or time of the thread that reads them.
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<PlainDocument> {
  const fileName = baseName(name);
  checkSize(bytes, fileName);
  const format = formatOf(bytes, fileName);
  const content = await readContent(bytes, fileName, format);
  if (content.blocks.length === 0) throw new DocumentError(`“${fileName}”里没有可读的文字。请检查文件后再试。`);
  return { name: fileName, format, ...content, checksum: createHash('sha256').update(bytes).digest('hex') };
}

/** The last part of a path, whichever system wrote it. */
export const baseName = (name: string): string => name.split(/[\\/]/).findLast((part) => part !== '') ?? name;

/** Refuses empty and oversized files before anything looks into them. */
export function checkSize(bytes: Uint8Array, name: string): void {
  if (bytes.length === 0) throw new DocumentError(`“${name}”是空文件，没有文字可读。请检查文件后再试。`);
  if (bytes.length > MAX_FILE_BYTES) {
    throw new DocumentError(
      `“${name}”有 ${megabytes(bytes.length)} MB，超过 ${megabytes(MAX_FILE_BYTES)} MB 的上限。请删去图片或拆分后再导入。`,
    );
  }
}

const megabytes = (bytes: number): string => String(Math.ceil(bytes / 1024 / 1024));

/** Readers with heavy libraries are loaded when a file needs them: a question on a txt plan has to start fast. */
async function readContent(bytes: Uint8Array, name: string, format: DocumentFormat): Promise<ReadContent> {
  switch (format) {
    case 'txt':
    case 'markdown': {
      if (bytes.length > MAX_TEXT_BYTES) {
        throw new DocumentError(`“${name}”的文字超过 ${megabytes(MAX_TEXT_BYTES)} MB，不像一份计划。请拆分后再导入。`);
      }
      const { text, warnings } = decodeText(bytes, name);
      if (format === 'txt') return { text, blocks: readTextBlocks(text), warnings };
      const { readMarkdownBlocks } = await import('./markdown/read-markdown.ts');
      const content = readMarkdownBlocks(text);
      return { text, blocks: content.blocks, warnings: [...warnings, ...content.warnings] };
    }
    case 'docx': {
      const { readDocx } = await import('./docx/read-docx.ts');
      return readDocx(bytes, name);
    }
    case 'pdf': {
      const { readPdf } = await import('./pdf/read-pdf.ts');
      return readPdf(bytes, name);
    }
  }
}
