import { formatNumber } from './number-format.ts';
import { readLists, type List, type ListLevel } from './numbering-definitions.ts';
import type { NumberingReference, ParagraphStyle, Styles } from './styles.ts';
import type { XmlElement } from './xml-tree.ts';

/** Deepest level of a list in Word is 8, counted from 0. */
const LEVELS = 9;

/** Counts the automatically numbered paragraphs and says what Word prints before each. Ask once per paragraph, in order. */
export class Numbering {
  readonly #lists: ReadonlyMap<number, List>;
  /** Last number of each level by abstract list; undefined where the level has to start anew. */
  readonly #counters = new Map<number, (number | undefined)[]>();
  readonly #begun = new Set<number>();

  constructor(part: XmlElement | undefined, styles: Styles) {
    this.#lists = readLists(part, (styleId) => styles.listOf(styleId));
  }

  /** The printed number with what separates it from the text, empty where the paragraph has none. */
  next(own: NumberingReference | undefined, style: ParagraphStyle): string {
    const numId = own?.numId ?? style.numbering?.numId;
    const list = numId === undefined ? undefined : this.#lists.get(numId);
    // numId 0 takes the style's numbering away.
    if (numId === undefined || numId === 0 || list === undefined) return '';
    const index = own?.level ?? levelOfStyle(list, style) ?? style.numbering?.level ?? 0;
    const level = list.levels.get(index);
    if (level === undefined) return '';
    const counters = this.#count(numId, list, index, level);
    const printed = printNumber(list, level, counters);
    return printed === '' ? '' : `${printed}${separator(level, printed)}`;
  }

  #count(numId: number, list: List, index: number, level: ListLevel): (number | undefined)[] {
    const counters = this.#counters.get(list.abstractId) ?? new Array<number | undefined>(LEVELS).fill(undefined);
    this.#counters.set(list.abstractId, counters);
    if (!this.#begun.has(numId)) {
      this.#begun.add(numId);
      for (const overriddenLevel of list.startOverrides.keys()) counters[overriddenLevel] = undefined;
    }
    const last = counters[index];
    counters[index] = last === undefined ? startOf(list, index, level) : last + 1;
    for (let deeper = index + 1; deeper < LEVELS; deeper++) {
      const restartAfter = list.levels.get(deeper)?.restartAfter;
      if (restartAfter === undefined || index < restartAfter) counters[deeper] = undefined;
    }
    return counters;
  }
}

const startOf = (list: List, index: number, level: ListLevel): number => list.startOverrides.get(index) ?? level.start;

/** A style takes the level that names it, whatever level it says itself. */
function levelOfStyle(list: List, style: ParagraphStyle): number | undefined {
  for (const [index, level] of list.levels) {
    if (level.styleId !== undefined && (level.styleId === style.id || level.styleId === style.numbering?.styleId)) {
      return index;
    }
  }
  return undefined;
}

function printNumber(list: List, level: ListLevel, counters: readonly (number | undefined)[]): string {
  // Bullets come from symbol fonts, whose codes mean nothing elsewhere; they order nothing either.
  if (level.format === 'bullet') return '';
  return level.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
    const index = Number(digit) - 1;
    const shown = list.levels.get(index);
    if (shown === undefined) return '';
    // A level that has not been used yet shows its first number.
    const value = counters[index] ?? startOf(list, index, shown);
    if (level.legal) return String(value);
    return shown.format === 'custom' ? custom(value, shown.pattern) : formatNumber(value, shown.format);
  });
}

/** Of the custom formats Word offers only numbers with leading zeros. */
const custom = (value: number, pattern: string | undefined): string =>
  String(value).padStart(/^0*1/.exec(pattern ?? '')?.[0].length ?? 1, '0');

/** A tab only moves on the page; in the text a blank does, and after full-width punctuation nothing is needed. */
function separator(level: ListLevel, printed: string): string {
  if (level.suffix === 'nothing') return '';
  return level.suffix === 'tab' && /[、．。）〕】：]$/.test(printed) ? '' : ' ';
}
