import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
import { DocumentError } from '../../errors.ts';
import { MAX_PDF_PAGES } from '../limits.ts';

/** Larger pictures are dropped unread: their text cannot be read anyway, and decoding them takes memory. */
const MAX_PICTURE_PIXELS = 64;

export const damagedPdf = (name: string, cause?: unknown): DocumentError =>
  new DocumentError(`“${name}”已损坏或没有传完，打不开。请重新导出 PDF，或另存为 docx，再导入。`, { cause });

/** Opens a PDF, hands it to `use` and frees what it holds, whatever happens. */
export async function withPdf<T>(
  bytes: Uint8Array,
  name: string,
  use: (pdf: PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // Maps for fonts that are not embedded (STSong-Light) come from the package; nothing is fetched.
  const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    // A copy, since the library takes the bytes over.
    data: new Uint8Array(bytes),
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}/standard_fonts/`,
    isEvalSupported: false,
    maxImageSize: MAX_PICTURE_PIXELS,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await opened(task, name);
    if (pdf.numPages > MAX_PDF_PAGES) {
      throw new DocumentError(
        `“${name}”有 ${pdf.numPages} 页，超过 ${MAX_PDF_PAGES} 页的上限。请只导出计划正文，或拆分后再导入。`,
      );
    }
    return await use(pdf);
  } finally {
    await task.destroy();
  }
}

async function opened(task: PDFDocumentLoadingTask, name: string): Promise<PDFDocumentProxy> {
  try {
    return await task.promise;
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') {
      throw new DocumentError(`“${name}”加了密码。请去掉密码后另存一份，再导入。`, { cause: error });
    }
    throw damagedPdf(name, error);
  }
}
