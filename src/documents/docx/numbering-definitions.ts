import { childOf, isOn, numberOf, valueOf, type XmlElement } from './xml-tree.ts';

export interface ListLevel {
  readonly start: number;
  readonly format: string;
  /** Sample of a custom format, 「001, 002, …」. */
  readonly pattern: string | undefined;
  /** With %1 to %9 for the numbers of the levels. */
  readonly text: string;
  /** What stands between number and paragraph. */
  readonly suffix: 'tab' | 'space' | 'nothing';
  /** All numbers in Arabic digits, whatever their levels' formats. */
  readonly legal: boolean;
  /** 1-based level whose paragraphs restart this one; 0 never; undefined: any higher level. */
  readonly restartAfter: number | undefined;
  readonly styleId: string | undefined;
}

export interface List {
  /** Lists over one abstract definition count on together. */
  readonly abstractId: number;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** Levels that begin anew where this list is first used. */
  readonly startOverrides: ReadonlyMap<number, number>;
}

interface AbstractList {
  readonly levels: Map<number, ListLevel>;
  readonly styleLink: string | undefined;
}

/** The lists of numbering.xml by numId. `listOfStyle` resolves a list that is defined by a numbering style. */
export function readLists(
  part: XmlElement | undefined,
  listOfStyle: (styleId: string) => number | undefined,
): Map<number, List> {
  const abstracts = new Map<number, AbstractList>();
  const abstractOfNum = new Map<number, number>();
  const nums: XmlElement[] = [];
  for (const child of part?.children ?? []) {
    if (child.name === 'w:abstractNum') {
      const id = Number(child.attributes['w:abstractNumId']);
      abstracts.set(id, { levels: readLevels(child), styleLink: valueOf(child, 'w:numStyleLink') });
    } else if (child.name === 'w:num') {
      const abstractId = numberOf(child, 'w:abstractNumId');
      if (abstractId !== undefined) abstractOfNum.set(Number(child.attributes['w:numId']), abstractId);
      nums.push(child);
    }
  }
  const lists = new Map<number, List>();
  for (const num of nums) {
    const numId = Number(num.attributes['w:numId']);
    let abstractId = abstractOfNum.get(numId);
    if (abstractId === undefined) continue;
    const link = abstracts.get(abstractId)?.styleLink;
    if (link !== undefined) abstractId = abstractOfNum.get(listOfStyle(link) ?? -1) ?? abstractId;
    lists.set(numId, { abstractId, ...overridden(num, abstracts.get(abstractId)?.levels ?? new Map()) });
  }
  return lists;
}

function overridden(num: XmlElement, base: ReadonlyMap<number, ListLevel>): Omit<List, 'abstractId'> {
  const levels = new Map(base);
  const startOverrides = new Map<number, number>();
  for (const override of num.children.filter((child) => child.name === 'w:lvlOverride')) {
    const index = Number(override.attributes['w:ilvl']);
    const level = childOf(override, 'w:lvl');
    if (level !== undefined) levels.set(index, readLevel(level));
    const start = numberOf(override, 'w:startOverride');
    if (start !== undefined) startOverrides.set(index, start);
  }
  return { levels, startOverrides };
}

function readLevels(abstract: XmlElement): Map<number, ListLevel> {
  const levels = abstract.children.filter((child) => child.name === 'w:lvl');
  return new Map(levels.map((level) => [Number(level.attributes['w:ilvl']), readLevel(level)]));
}

function readLevel(level: XmlElement): ListLevel {
  // A custom format stands in the Choice, its plain stand-in in the Fallback.
  const choice = childOf(childOf(level, 'mc:AlternateContent'), 'mc:Choice');
  const format = childOf(choice, 'w:numFmt') ?? childOf(level, 'w:numFmt');
  const suffix = valueOf(level, 'w:suff');
  return {
    start: numberOf(level, 'w:start') ?? 0,
    format: format?.attributes['w:val'] ?? 'decimal',
    pattern: format?.attributes['w:format'],
    text: valueOf(level, 'w:lvlText') ?? '',
    suffix: suffix === 'nothing' || suffix === 'space' ? suffix : 'tab',
    legal: isOn(level, 'w:isLgl'),
    restartAfter: numberOf(level, 'w:lvlRestart'),
    styleId: valueOf(level, 'w:pStyle'),
  };
}
