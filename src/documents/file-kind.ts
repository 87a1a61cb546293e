import { DocumentError } from '../errors.ts';
import type { DocumentFormat } from './plain-document.ts';

const latin1 = (bytes: Uint8Array, length: number): string => Buffer.from(bytes.subarray(0, length)).toString('latin1');

/** Some programs write a line or a mark before it; the standard lets readers look this far. */
const PDF_MARK_WITHIN = 1024;

const extensionOf = (name: string): string => /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * Which reader a file needs. Content decides, since extensions get changed; where content has no mark of its own
 * (text), the extension says whether it is Markdown.
 */
export function formatOf(bytes: Uint8Array, name: string): DocumentFormat {
  const extension = extensionOf(name);
  const head = latin1(bytes, PDF_MARK_WITHIN);
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'docx';
  if (head.startsWith('\xd0\xcf\x11\xe0')) throw oleError(name, extension);
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('{\\rtf'))
    throw new DocumentError(`“${name}”是 RTF 文件。请用 Word 或 WPS 打开后另存为 docx，再导入。`);
  if (/^\s*(?:<!doctype html|<html)/i.test(head.replace(/^\xef\xbb\xbf/, ''))) {
    throw new DocumentError(
      `“${name}”是网页文件。请用浏览器打开，把正文复制到 Word 或记事本后另存为 docx 或 txt，再导入。`,
    );
  }
  if (['docx', 'doc', 'wps', 'pdf', 'xlsx', 'xls', 'pptx', 'ofd'].includes(extension)) {
    throw new DocumentError(
      `“${name}”的扩展名是 .${extension}，内容却不是这种文件，可能没有传完、已损坏，或扩展名被改过。请重新导出为 docx、pdf、txt 或 md，再导入。`,
    );
  }
  return extension === 'md' || extension === 'markdown' ? 'markdown' : 'txt';
}

/** OLE is the old Word format, and also the envelope round a docx that has a password. */
function oleError(name: string, extension: string): DocumentError {
  return extension === 'docx'
    ? new DocumentError(`“${name}”加了密码，或实际是旧版 Word 文件。请去掉密码，用 Word 或 WPS 另存为 docx，再导入。`)
    : new DocumentError(`“${name}”是旧版 Office 文件（.doc、.wps 等）。请用 Word 或 WPS 打开，另存为 docx，再导入。`);
}
