import { DocumentError } from '../../errors.ts';
import { itemAt } from '../item-at.ts';
import { MAX_WARNINGS } from '../limits.ts';
import type { ReadWarning } from '../plain-document.ts';

export interface Decoded {
  /** Without byte order mark. */
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
  readonly warnings: readonly ReadWarning[];
}

const notText = (name: string): DocumentError =>
  new DocumentError(`“${name}”不是文本文件，或编码无法识别。请用记事本或 WPS 打开后另存为 UTF-8 编码的 txt，再导入。`);

/** Share of damaged characters up to which a file is still worth reading. */
const MAX_DAMAGED = 0.02;
/** A few stray control characters (Ctrl-Z at the end, printer codes) are no sign of a binary file. */
const MAX_CONTROL = 0.005;
/** Enough to tell UTF-16 from bytes of another encoding. */
const SAMPLE_UNITS = 32_768;

/**
 * Decodes a text file of unknown encoding. Valid UTF-8 wins; then UTF-16 by its bytes, then UTF-8 with single damaged
 * bytes, then GB18030, which contains GBK and GB2312.
 */
export function decodeText(bytes: Uint8Array, name: string): Decoded {
  const encoding = detectEncoding(bytes, name);
  const decoded = new TextDecoder(encoding).decode(bytes);
  // TextDecoder takes off the marks of UTF-8 and UTF-16, not that of GB18030.
  const text = encoding === 'gb18030' && decoded.startsWith('\uFEFF') ? decoded.slice(1) : decoded;
  if (text.trim() === '') throw new DocumentError(`“${name}”是空文件，没有文字可读。请检查文件后再试。`);
  if (isBinary(text)) throw notText(name);
  return { text, encoding, warnings: damageWarnings(bytes, text, encoding, name) };
}

function detectEncoding(bytes: Uint8Array, name: string): Decoded['encoding'] {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) throw notText(name); // UTF-32: browsers dropped it, nobody writes it
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  const hasNul = bytes.includes(0);
  if (!hasNul && decodes(bytes, 'utf-8')) return 'utf-8';
  const utf16 = utf16Order(bytes);
  if (utf16 !== null) return utf16;
  if (hasNul) throw notText(name);
  return isDamagedUtf8(bytes) ? 'utf-8' : 'gb18030';
}

function decodes(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    // The decoder has no way to ask other than to try; any failure means "no".
    return false;
  }
}

/**
 * UTF-16 without a mark: in the right byte order nearly every unit is a Chinese character, full-width punctuation or
 * ASCII; in the wrong order, and in GB18030 (bytes 0x81 to 0xFE), they scatter over Hangul, private use and surrogates.
 */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const units = Math.min(Math.floor(bytes.length / 2), SAMPLE_UNITS);
  if (units === 0) return null;
  let little = 0;
  let big = 0;
  for (let index = 0; index < units; index++) {
    const first = itemAt(bytes, index * 2);
    const second = itemAt(bytes, index * 2 + 1);
    if (isPlausibleUnit((second << 8) | first)) little++;
    if (isPlausibleUnit((first << 8) | second)) big++;
  }
  if (Math.max(little, big) / units < 0.9 || little === big) return null;
  return little > big ? 'utf-16le' : 'utf-16be';
}

function isPlausibleUnit(unit: number): boolean {
  return (
    (unit >= 0x20 && unit < 0x7f) ||
    (unit >= 0x09 && unit <= 0x0d) ||
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3400 && unit < 0x4dc0) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff00 && unit <= 0xffef) ||
    (unit >= 0x2010 && unit <= 0x203f) ||
    (unit >= 0x2460 && unit <= 0x24ff) ||
    (unit >= 0xd840 && unit <= 0xd88f) ||
    (unit >= 0xdc00 && unit <= 0xdfff)
  );
}

/** In a UTF-8 file with damage nearly all multi-byte characters are whole; in a GBK file nearly none are. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const wide = count(text, /[^\p{ASCII}]/gu);
  return wide > 0 && count(text, /\uFFFD/g) / wide <= MAX_DAMAGED;
}

function isBinary(text: string): boolean {
  if (text.includes('\0')) return true;
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  const controls = count(text, /[\x01-\x08\x0e-\x1f\x7f]/g);
  return controls > Math.max(2, text.length * MAX_CONTROL);
}

/** A file may print U+FFFD itself (copied from a broken page): only what the strict decoder refuses is damage. */
function damageWarnings(bytes: Uint8Array, text: string, encoding: string, name: string): ReadWarning[] {
  if (!text.includes('\uFFFD') || decodes(bytes, encoding)) return [];
  const places = [...text.matchAll(/\uFFFD+/g)];
  const damaged = places.reduce((sum, place) => sum + place[0].length, 0);
  if (damaged > Math.max(1, text.length * MAX_DAMAGED)) throw notText(name);
  return places
    .slice(0, MAX_WARNINGS)
    .map((place) => ({ message: '有字符无法解码，已显示为“\uFFFD”', at: place.index }));
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
