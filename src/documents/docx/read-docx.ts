import { DocumentError } from '../../errors.ts';
import type { ReadContent } from '../read-content.ts';
import { BodyReader } from './body.ts';
import { Numbering } from './numbering.ts';
import { damaged, readZipParts } from './read-zip-parts.ts';
import { Styles } from './styles.ts';
import { childOf, parseXml } from './xml-tree.ts';

const DOCUMENT = 'word/document.xml';
const wanted = new Set([DOCUMENT, 'word/styles.xml', 'word/numbering.xml']);

/** Reads a Word file: its printed text with automatic numbers, headings and tables. */
export async function readDocx(bytes: Uint8Array, name: string): Promise<ReadContent> {
  const { parts, names } = await readZipParts(bytes, name, (part) => wanted.has(part));
  const main = parts.get(DOCUMENT);
  if (main === undefined) throw otherZip(name, names);
  const part = (path: string): ReturnType<typeof parseXml> | undefined => {
    const content = parts.get(path);
    return content && parseXml(content, name);
  };
  const styles = new Styles(part('word/styles.xml'));
  const numbering = new Numbering(part('word/numbering.xml'), styles);
  const body = childOf(parseXml(main, name), 'w:body');
  if (body === undefined) throw damaged(name);
  const reader = new BodyReader(styles, numbering);
  reader.readBlocks(body);
  return reader.finish();
}

/** Other programs' files are zip files too. */
function otherZip(name: string, names: ReadonlySet<string>): DocumentError {
  const all = [...names];
  if (all.some((entry) => entry.startsWith('xl/'))) {
    return new DocumentError(`“${name}”是 Excel 表格。请把表格复制到 Word 文档，另存为 docx，再导入。`);
  }
  if (all.some((entry) => entry.startsWith('ppt/'))) {
    return new DocumentError(`“${name}”是演示文稿。请把文字复制到 Word 文档，另存为 docx，再导入。`);
  }
  if (names.has('OFD.xml')) {
    return new DocumentError(`“${name}”是 OFD 版式文件。请用 OFD 阅读器或 WPS 另存为 PDF 或 docx，再导入。`);
  }
  return new DocumentError(`“${name}”是压缩包或其他程序的文件，里面没有 Word 正文。请解压，或另存为 docx，再导入。`);
}
