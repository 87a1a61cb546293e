import { SaxesParser } from 'saxes';
import { DocumentError } from '../../errors.ts';
import { MAX_XML_DEPTH, MAX_XML_ELEMENTS } from '../limits.ts';
import { damaged } from './read-zip-parts.ts';

/** An element with its namespace's usual prefix (`w:p`), whatever prefix the file chose. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** The text directly inside; Word has no mixed content, so its place among the children does not matter. */
  text: string;
}

/** Both the transitional and the strict form of each namespace. */
const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://purl.oclc.org/ooxml/officeDocument/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'urn:schemas-microsoft-com:vml': 'v',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};

/** Parses a part into a tree. Entities are never fetched or expanded: Word writes no DOCTYPE, so one is refused. */
export function parseXml(bytes: Uint8Array, fileName: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open: XmlElement[] = [root];
  let elements = 0;
  parser.on('error', (error) => {
    throw damaged(fileName, error);
  });
  parser.on('doctype', () => {
    throw new DocumentError(`“${fileName}”含有外部实体声明，已拒绝读取。请用 Word 或 WPS 打开后另存为 docx，再导入。`);
  });
  parser.on('opentag', (tag) => {
    elements++;
    if (elements > MAX_XML_ELEMENTS || open.length > MAX_XML_DEPTH) {
      throw new DocumentError(
        `“${fileName}”的内部结构过大或嵌套过深，已拒绝读取。请把正文复制到新文档，另存为 docx，再导入。`,
      );
    }
    const attributes: Record<string, string> = {};
    for (const attribute of Object.values(tag.attributes)) {
      attributes[canonical(attribute.uri, attribute.local)] = attribute.value;
    }
    const element: XmlElement = { name: canonical(tag.uri, tag.local), attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => {
    open.pop();
  });
  const addText = (text: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(decodeXml(bytes, fileName)).close();
  return root.children[0] ?? root;
}

const canonical = (uri: string, local: string): string => {
  const prefix = prefixes[uri];
  return prefix === undefined ? local : `${prefix}:${local}`;
};

/** Office writes UTF-8; the standard also allows UTF-16 with a mark. */
function decodeXml(bytes: Uint8Array, fileName: string): string {
  const [a, b] = bytes;
  const encoding = a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw damaged(fileName, error);
  }
}

/** The first child of that name. */
export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((child) => child.name === name);

/** The `w:val` of a child, as most of Word's properties are written. */
export const valueOf = (element: XmlElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes['w:val'];

/** The same as a whole number; undefined where it is missing or none. */
export function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  const value = valueOf(element, name);
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** An on/off property: present without a value means on. */
export function isOn(element: XmlElement | undefined, name: string): boolean {
  const property = childOf(element, name);
  return property !== undefined && !['0', 'false', 'off', 'none'].includes(property.attributes['w:val'] ?? '1');
}
