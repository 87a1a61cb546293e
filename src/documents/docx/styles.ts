import { childOf, isOn, numberOf, valueOf, type XmlElement } from './xml-tree.ts';

/** Which list and which of its levels a paragraph or style names; either may be left to the other. */
export interface NumberingReference {
  readonly numId: number | undefined;
  readonly level: number | undefined;
}

interface OwnStyle {
  readonly basedOn: string | undefined;
  readonly name: string;
  readonly outline: number | undefined;
  readonly numbering: NumberingReference | undefined;
}

/** A paragraph style with what it inherits. */
export interface ParagraphStyle {
  readonly id: string;
  readonly name: string;
  /** 1 the highest; null for body text. */
  readonly outline: number | null;
  readonly numbering: (NumberingReference & { readonly styleId: string }) | null;
}

const plain: ParagraphStyle = { id: '', name: '', outline: null, numbering: null };

/** Level 9 in w:outlineLvl means body text. */
export function outlineOf(properties: XmlElement | undefined): number | undefined {
  const level = numberOf(properties, 'w:outlineLvl');
  return level === undefined ? undefined : level + 1;
}

export function numberingOf(properties: XmlElement | undefined): NumberingReference | undefined {
  const reference = childOf(properties, 'w:numPr');
  return reference && { numId: numberOf(reference, 'w:numId'), level: numberOf(reference, 'w:ilvl') };
}

/** Word's own headings may come without a level in styles.xml; their names say it. */
function outlineByName(name: string): number | undefined {
  const level = /^(?:heading|标题)\s*([1-9])$/i.exec(name)?.[1];
  return level === undefined ? undefined : Number(level);
}

/** The paragraph and list styles of styles.xml. */
export class Styles {
  readonly #own = new Map<string, OwnStyle>();
  readonly #resolved = new Map<string, ParagraphStyle>();
  #default = '';

  constructor(part: XmlElement | undefined) {
    for (const style of part?.children ?? []) {
      const id = style.attributes['w:styleId'];
      if (style.name !== 'w:style' || id === undefined) continue;
      const properties = childOf(style, 'w:pPr');
      const name = valueOf(style, 'w:name') ?? '';
      this.#own.set(id, {
        basedOn: valueOf(style, 'w:basedOn'),
        name,
        outline: outlineOf(properties) ?? outlineByName(name),
        numbering: numberingOf(properties),
      });
      const isDefault = ['1', 'true', 'on'].includes(style.attributes['w:default'] ?? '');
      if (isDefault && style.attributes['w:type'] === 'paragraph') this.#default = id;
    }
  }

  /** The style of a paragraph; without an id the file's default. */
  paragraph(id: string | undefined): ParagraphStyle {
    const key = id !== undefined && this.#own.has(id) ? id : this.#default;
    const known = this.#resolved.get(key);
    if (known !== undefined) return known;
    const style = this.#resolve(key);
    this.#resolved.set(key, style);
    return style;
  }

  /** The list that a numbering style (w:numStyleLink) stands for. */
  listOf(styleId: string): number | undefined {
    return this.#own.get(styleId)?.numbering?.numId;
  }

  /** The nearest style of the basedOn chain that says something wins; a chain may bite its tail. */
  #resolve(id: string): ParagraphStyle {
    let outline: number | undefined;
    let numbering: ParagraphStyle['numbering'] = null;
    const seen = new Set<string>();
    let current: string | undefined = id;
    while (current !== undefined && !seen.has(current)) {
      seen.add(current);
      const own: OwnStyle | undefined = this.#own.get(current);
      outline ??= own?.outline;
      if (own?.numbering !== undefined) numbering ??= { ...own.numbering, styleId: current };
      current = own?.basedOn;
    }
    const level = outline === undefined || outline > 9 ? null : outline;
    return { ...plain, id, name: this.#own.get(id)?.name ?? '', outline: level, numbering };
  }
}

/** Text that Word does not print. */
export const isHidden = (run: XmlElement): boolean => isOn(childOf(run, 'w:rPr'), 'w:vanish');
