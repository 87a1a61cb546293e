import type { Readable } from 'node:stream';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { DocumentError } from '../../errors.ts';
import { INFLATE_RATIO_FLOOR_BYTES, MAX_INFLATE_RATIO, MAX_XML_BYTES, MAX_ZIP_ENTRIES } from '../limits.ts';

/** The inflated parts of a zip file by their names. */
export type ZipParts = ReadonlyMap<string, Uint8Array>;

export const damaged = (name: string, cause?: unknown): DocumentError =>
  new DocumentError(`“${name}”已损坏或没有传完，打不开。请用 Word 或 WPS 打开原文件，另存为 docx，再导入。`, { cause });

const hostile = (name: string, what: string): DocumentError =>
  new DocumentError(`“${name}”${what}，不像正常的 Word 文件，已拒绝读取。请把正文复制到新文档，另存为 docx，再导入。`);

/**
 * Inflates the wanted parts only. Every entry's name is checked, and each part's bytes are counted while they inflate:
 * what the zip's directory says of sizes may be a lie.
 */
export async function readZipParts(
  bytes: Uint8Array,
  name: string,
  wanted: (part: string) => boolean,
): Promise<{ readonly parts: ZipParts; readonly names: ReadonlySet<string> }> {
  const zip = await open(bytes, name);
  if (zip.entryCount > MAX_ZIP_ENTRIES) throw hostile(name, `含有 ${zip.entryCount} 个部件`);
  const parts = new Map<string, Uint8Array>();
  const names = new Set<string>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (names.size >= MAX_ZIP_ENTRIES) throw hostile(name, `含有 ${MAX_ZIP_ENTRIES} 个以上的部件`);
      // Two parts of one name: readers disagree about which one counts, so neither may be trusted.
      if (names.has(entry.fileName)) throw hostile(name, '含有重名的部件');
      names.add(entry.fileName);
      if (wanted(entry.fileName)) parts.set(entry.fileName, await inflate(zip, entry, name));
    }
  } catch (error) {
    // yauzl reports names with `..` and all damage as plain errors.
    throw error instanceof DocumentError ? error : damaged(name, error);
  }
  return { parts, names };
}

async function open(bytes: Uint8Array, name: string): Promise<ZipFile> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return await fromBufferPromise(buffer, { lazyEntries: true });
  } catch (error) {
    throw damaged(name, error);
  }
}

async function inflate(zip: ZipFile, entry: Entry, name: string): Promise<Uint8Array> {
  if (entry.isEncrypted()) throw new DocumentError(`“${name}”加了密码。请去掉密码后另存为 docx，再导入。`);
  const stream: Readable = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    const tooDense = length > INFLATE_RATIO_FLOOR_BYTES && length > entry.compressedSize * MAX_INFLATE_RATIO;
    if (length > MAX_XML_BYTES || tooDense) {
      stream.destroy();
      throw hostile(name, '解压后异常庞大');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
