import { isHidden } from './styles.ts';
import { childOf, isOn, type XmlElement } from './xml-tree.ts';

/** What stands inside a paragraph besides its properties. */
export interface ParagraphContent {
  readonly text: string;
  /** Contents of its text boxes, each a list of paragraphs and tables. */
  readonly boxes: readonly XmlElement[];
  readonly pictures: number;
  readonly notes: number;
}

/** Deleted and moved-away text, properties, comments, what phonetic guides add. */
const skipped = new Set([
  'w:del',
  'w:moveFrom',
  'w:pPr',
  'w:rPr',
  'w:rt',
  'w:instrText',
  'w:delText',
  'w:delInstrText',
]);

/** The text of a paragraph as Word prints it with all tracked changes accepted. */
export function readParagraph(paragraph: XmlElement): ParagraphContent {
  const reader = new ParagraphReader();
  reader.readChildren(paragraph);
  return { text: reader.text, boxes: reader.boxes, pictures: reader.pictures, notes: reader.notes };
}

class ParagraphReader {
  text = '';
  pictures = 0;
  notes = 0;
  readonly boxes: XmlElement[] = [];
  /** For each open field whether its result has begun; before that comes its code, which is not printed. */
  readonly #fields: boolean[] = [];

  readChildren(element: XmlElement): void {
    for (const child of element.children) this.#read(child);
  }

  #read(element: XmlElement): void {
    if (skipped.has(element.name)) return;
    switch (element.name) {
      case 'w:r':
        if (!isHidden(element)) this.readChildren(element);
        break;
      case 'w:t':
      case 'm:t':
        this.#add(element.attributes['xml:space'] === 'preserve' ? element.text : element.text.trim());
        break;
      case 'w:tab':
      case 'w:ptab':
        this.#add('\t');
        break;
      case 'w:br':
      case 'w:cr':
        this.#add('\n');
        break;
      case 'w:noBreakHyphen':
        this.#add('-');
        break;
      case 'w:fldChar':
        this.#readFieldMark(element.attributes['w:fldCharType']);
        break;
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.notes++;
        break;
      case 'w:txbxContent':
        this.boxes.push(element);
        break;
      case 'a:blip':
      case 'v:imagedata':
        this.pictures++;
        break;
      case 'mc:AlternateContent':
        this.readChildren(childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback') ?? element);
        break;
      default:
        this.readChildren(element);
    }
  }

  #add(text: string): void {
    if (!this.#fields.includes(false)) this.text += text;
  }

  #readFieldMark(type: string | undefined): void {
    if (type === 'begin') this.#fields.push(false);
    else if (type === 'separate') this.#fields[this.#fields.length - 1] = true;
    else if (type === 'end') this.#fields.pop();
  }
}

/** Whether the paragraph's own end was deleted, so that the next paragraph goes on in it. */
export function isMarkDeleted(paragraph: XmlElement): boolean {
  const mark = childOf(childOf(paragraph, 'w:pPr'), 'w:rPr');
  return isOn(mark, 'w:del') || isOn(mark, 'w:moveFrom');
}
