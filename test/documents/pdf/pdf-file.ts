/** A page's text as the file prints it: where, how large, what. */
export interface Print {
  readonly x: number;
  /** From the top of the page. */
  readonly y: number;
  readonly size?: number;
  readonly text: string;
}

const WIDTH = 595;
const HEIGHT = 842;

/** Objects by number; a string is written as it stands, bytes as the stream of an object. */
type Objects = ReadonlyMap<number, string | { readonly dictionary: string; readonly bytes: Uint8Array }>;

/** A PDF with the given objects; object 1 is the catalogue. */
export function pdfObjects(objects: Objects): Uint8Array {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let length = chunks[0]!.length;
  const offsets: number[] = [];
  const add = (chunk: Buffer | string): void => {
    const buffer = Buffer.from(chunk as string);
    chunks.push(buffer);
    length += buffer.length;
  };
  const last = Math.max(...objects.keys());
  for (let number = 1; number <= last; number++) {
    const object = objects.get(number) ?? 'null';
    offsets.push(length);
    add(`${number} 0 obj\n`);
    if (typeof object === 'string') add(object);
    else {
      add(`<< /Length ${object.bytes.length} ${object.dictionary} >>\nstream\n`);
      add(Buffer.from(object.bytes));
      add('\nendstream');
    }
    add('\nendobj\n');
  }
  const xref = length;
  add(`xref\n0 ${last + 1}\n0000000000 65535 f \n`);
  for (const offset of offsets) add(`${String(offset).padStart(10, '0')} 00000 n \n`);
  add(`trailer\n<< /Size ${last + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`);
  return Buffer.concat(chunks);
}

/** Chinese text in a font that is named but not embedded, as office programs' PDFs have it. */
const font =
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 95 500] /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>';

/** Prints text page by page; `drawing` are operators put before it, `page` is the entry of a page's dictionary. */
export function pdfPages(pages: readonly (readonly Print[])[], drawing = '', page = ''): Uint8Array {
  const objects = new Map<number, string | { dictionary: string; bytes: Uint8Array }>();
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(' ');
  objects.set(1, '<< /Type /Catalog /Pages 2 0 R >>');
  objects.set(2, `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  objects.set(3, font);
  pages.forEach((prints, index) => {
    const number = 4 + index * 2;
    objects.set(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] ${page} /Resources << /Font << /F 3 0 R >> >> /Contents ${number + 1} 0 R >>`,
    );
    objects.set(number + 1, {
      dictionary: '',
      bytes: Buffer.from(`${drawing}\n${prints.map(operatorsOf).join('\n')}`),
    });
  });
  return pdfObjects(objects);
}

function operatorsOf({ x, y, size = 12, text }: Print): string {
  const codes = Buffer.from(text, 'utf16le').swap16().toString('hex');
  return `BT /F ${size} Tf ${x} ${HEIGHT - y} Td <${codes}> Tj ET`;
}

/** A paragraph broken into lines that hold `width` Chinese characters, from y downwards. */
export function wrapped(text: string, y: number, width: number, x = 72, size = 12): Print[] {
  const lines: string[] = [''];
  let used = 0;
  for (const character of text) {
    const columns = /\p{ASCII}/u.test(character) ? 1 : 2;
    if (used + columns > width * 2) {
      lines.push('');
      used = 0;
    }
    lines.push(`${lines.pop() ?? ''}${character}`);
    used += columns;
  }
  return lines.map((line, index) => ({ x, y: y + index * size * 1.6, size, text: line }));
}

/** The operator of a straight line; y from the top of the page. */
export const lineFrom = (x1: number, y1: number, x2: number, y2: number): string =>
  `${x1} ${HEIGHT - y1} m ${x2} ${HEIGHT - y2} l S`;

/** A bar filled with colour, as Word draws borders. */
export const bar = (x: number, y: number, width: number, height: number): string =>
  `${x} ${HEIGHT - y - height} ${width} ${height} re f`;
