import type { Span } from '../documents/plain-document.ts';
import { foldWidth } from '../text/fold-width.ts';
import { placeAndTopic } from '../text/place-names.ts';
import type { Passage, Plan } from '../plan/plan.ts';
import { splitClauses } from './clauses.ts';
import type { Figure } from './figure.ts';
import { thingOf, trimAfter, trimBefore } from './indicator.ts';
import { groupFrom, isLimit, readItem, type Item } from './items.ts';
import { decideWhen } from './period.ts';
import { withoutStartingTimes } from './time-words.ts';
import type { When } from './when.ts';
import { joinQualifier, readAhead, readPrefix, type PrefixQualifier } from './qualifiers.ts';
import { findQuantities, type RawQuantity } from './quantities.ts';
import { SentenceNames } from './sentence-names.ts';
import { isStartingLevel, levelReached, startingWhen, withoutStartingTime } from './starting-level.ts';

/** A figure before it has its number in the plan's list and its owner and deadline. */
export type FigureDraft = Omit<Figure, 'id' | 'owner' | 'deadline'>;

/** Reads the figures of one sentence. `running` is what the paragraph has said of the time before it. */
export function readSentence(plan: Plan, passage: Passage, running: When | undefined): FigureDraft[] {
  return new SentenceReader(plan, passage, running).read();
}

/** The same for a stretch of text that is no sentence of its own, such as a table cell. */
export function readStretch(plan: Plan, passage: Passage, span: Span, fallback: string): FigureDraft[] {
  return new SentenceReader(
    plan,
    { ...passage, text: plan.document.text.slice(span.start, span.end), start: span.start },
    undefined,
    passage,
    fallback,
  ).read();
}

/** Cuts a sentence into clauses and groups of figures, and gives each figure its words, qualifiers and time. */
class SentenceReader {
  readonly #plan: Plan;
  readonly #passage: Passage;
  readonly #running: When | undefined;
  readonly #cited: Passage;
  readonly #text: string;
  readonly #folded: string;
  readonly #names: SentenceNames;
  readonly #drafts: FigureDraft[] = [];
  /** 石埠县 of a part that tells of a neighbour, for comparison; empty where it tells of the plan's own place. */
  #neighbour = '';
  /** The level that an indicator rises to, where the one that it comes from has just been read. */
  #from: Item | null = null;

  constructor(plan: Plan, passage: Passage, running: When | undefined, cited: Passage = passage, subject = '') {
    this.#plan = plan;
    this.#passage = passage;
    this.#running = running;
    this.#cited = cited;
    this.#text = passage.text;
    this.#folded = foldWidth(passage.text);
    this.#names = new SentenceNames(passage.text, subject, subject === '' ? thingOf(cited.section?.title ?? '') : '');
  }

  read(): FigureDraft[] {
    const quantities = findQuantities(this.#text);
    for (const clause of splitClauses(this.#folded)) {
      if (this.#folded[clause.start - 1] === ';') this.#names.startPart();
      if (clause.start === 0 || this.#folded[clause.start - 1] === ';')
        this.#neighbour = neighbourIn(this.#plan, this.#text, clause);
      const own = quantities.filter(({ start, end }) => start >= clause.start && end <= clause.end);
      if (own.length === 0) this.#names.hear(this.#text.slice(clause.start, clause.end));
      else this.#clause(clause, own);
    }
    return this.#drafts;
  }

  #clause(clause: Span, quantities: readonly RawQuantity[]): void {
    const items = quantities.map((quantity) => readItem(this.#folded, clause, quantity));
    const limits = items.filter((item, index) => isLimit(this.#folded, clause, item, items[index + 1]));
    const stated = items.filter((item) => !limits.includes(item));
    for (const limit of limits) {
      const next = items.find(({ quantity }) => quantity.start >= limit.end);
      this.#limit(clause, limit, next?.quantity.start ?? clause.end);
    }
    let cursor = clause.start;
    const before = this.#drafts.length;
    for (let index = 0; index < stated.length;) {
      const group = groupFrom(this.#folded, stated, index);
      const next = stated[index + group.length];
      cursor = this.#state(clause, group, cursor, next);
      index += group.length;
    }
    // A clause that has nothing but bounds names what the next one tells: 「就是每千人口拥有3岁以下婴幼儿托位数，年初定的是4.8个」.
    if (stated.length === 0) this.#names.hear(this.#text.slice(clause.start, clause.end));
    this.#names.endClause(this.#drafts.slice(before).map(({ indicator }) => indicator));
  }

  /** States a group's figures; returns where the words for the next one begin. */
  #state(clause: Span, group: readonly Item[], cursor: number, next: Item | undefined): number {
    const [first, last] = [group[0], group.at(-1)];
    if (!first || !last) return cursor;
    // 「企业由23家整合为9家」: the verb between the two levels is no part of the name.
    const rising = this.#from === first;
    const starts = group.length === 1 && next !== undefined && this.#isStartingLevel(clause, first);
    this.#from = starts ? next : null;
    const { after, resume } = starts ? { after: '', resume: last.end } : this.#behind(clause, last, next);
    const names = this.#names.name({
      before: rising ? '' : trimBefore(this.#text.slice(cursor, first.prefix.start)),
      after: rising ? '' : after,
      printed: this.#text.slice(cursor, first.quantity.start),
      // 「由19.6亿元增加到43.2亿元、年均增长17.1%」: both are of what rose.
      count: rising ? 1 : group.length,
      total: this.#totalBefore(clause, first),
      part: this.#folded.slice(clause.start, first.quantity.start).includes('其中')
        ? 'within'
        : this.#isDivided(clause)
          ? 'behind'
          : null,
      kin:
        this.#drafts.findLast(({ quantity, aspect }) => aspect === 'level' && quantity.unit === first.quantity.unit)
          ?.indicator ?? null,
      levels: this.#drafts
        .filter(({ role, aspect }) => role === 'figure' && aspect === 'level')
        .map(({ indicator }) => indicator),
    });
    for (const [index, item] of group.entries()) {
      const name = names[index] ?? names[0] ?? '';
      this.#push(clause, item, name === '' ? this.#wordsBehind(clause, last) : name, first.prefix);
    }
    return resume;
  }

  /** The words behind the last quantity of a group, up to where the next one's own words begin. */
  #behind(clause: Span, last: Item, next: Item | undefined): { after: string; resume: number } {
    const limit = next?.prefix.start ?? clause.end;
    const folded = this.#folded.slice(last.end, limit);
    const within = /^[以之]?内(?=[\u4e00-\u9fff]{2})/.exec(folded)?.[0].length ?? 0;
    // 「接报后30分钟内到达现场」: the time is that of what follows.
    if (within > 0 && /^(?:秒|分钟|个?(?:工作)?小时|日|天|个?工作日|个月)$/.test(last.quantity.unit))
      return this.#upToJoint(last.end + within, limit);
    // 「国、省控断面」 and 「省、市奖补资金」 go together.
    const joint =
      /、(?<!^[国省市县乡镇村区]、(?=[\u4e00-\u9fff])|[国省市县]、(?=[省市县区乡镇]))|和(?=[\u4e00-\u9fff]|$)|以及|其中/.exec(
        folded,
      );
    if (next === undefined) return { after: trimAfter(this.#text.slice(last.end, limit)), resume: limit };
    if (joint === null)
      return { after: trimAfter(this.#text.slice(last.end, limit)).replace(settled, ''), resume: last.end };
    const end = last.end + joint.index;
    return { after: trimAfter(this.#text.slice(last.end, end)), resume: end + joint[0].length };
  }

  /** Of the level that 「其中…」 divides, behind its clause. */
  #totalBefore(clause: Span, { quantity }: Item): string | null {
    if (!this.#isDivided(clause)) return null;
    const at = this.#passage.start + this.#folded.lastIndexOf('其中', clause.start);
    return (
      this.#drafts.findLast(
        (draft) => draft.quantity.end <= at && draft.aspect === 'level' && draft.quantity.unit === quantity.unit,
      )?.indicator ?? null
    );
  }

  /** An earlier clause of the same part has 「其中…」. */
  #isDivided({ start }: Span): boolean {
    const within = this.#folded.lastIndexOf('其中', start - 1);
    return within >= 0 && !this.#folded.slice(within, start).includes(';');
  }

  /** 「7个工作日内响应、办结率98%」: what stands behind the joint belongs to the next quantity. */
  #upToJoint(from: number, limit: number): { after: string; resume: number } {
    const joint = this.#text.slice(from, limit).indexOf('、');
    return {
      after: trimAfter(this.#text.slice(from, limit)),
      resume: joint < 0 ? limit : from + joint + 1,
    };
  }

  /** 「30分钟内到达现场」: where nothing else names it, what the clause goes on to say. */
  #wordsBehind(clause: Span, { end }: Item): string {
    return trimBefore(this.#text.slice(end, clause.end).replace(/^[以之]?[内后前起来]/, ''));
  }

  #limit(clause: Span, item: Item, end: number): void {
    const behind = trimAfter(this.#text.slice(item.end, end));
    // 「村占比提高到45%」: the verb belongs to the number that follows.
    const after = trimBefore(behind.slice(0, readPrefix(foldWidth(behind), 0, behind.length).start));
    const before = trimBefore(this.#text.slice(clause.start, item.prefix.start));
    const own = after === '' && !/\d/.test(before) ? before : after;
    this.#push(clause, item, own === '' ? this.#names.indicator : own, item.prefix, 'limit');
  }

  #push(
    clause: Span,
    item: Item,
    indicator: string,
    groupPrefix: PrefixQualifier,
    role: 'figure' | 'limit' = 'figure',
  ): void {
    const { quantity, suffix } = item;
    const prefix = item.prefix.text === null && role === 'figure' ? groupPrefix : item.prefix;
    const offset = this.#passage.start;
    const ahead =
      prefix.text === null ? readAhead(this.#text.slice(clause.start, quantity.start), quantity.unit) : null;
    this.#drafts.push({
      quantity: {
        text: this.#text.slice(quantity.start, quantity.end),
        value: quantity.value,
        range: quantity.range,
        unit: quantity.unit,
        unitElsewhere: null,
        qualifier: joinQualifier(prefix.text ?? ahead?.text ?? null, suffix),
        start: offset + quantity.start,
        end: offset + quantity.end,
      },
      indicator: this.#ofNeighbour(clause, ahead === null ? indicator : ahead.without(indicator)),
      ...this.#when(clause, item, prefix.text ?? ''),
      role,
      aspect: prefix.change || ahead?.change === true ? 'change' : 'level',
      passage: this.#cited,
      section: this.#cited.section,
      clause: { start: offset + clause.start, end: offset + clause.end },
    });
  }

  /** 「石埠县人口比我们少8万，去年工业入库税收19.7亿元，我们只有13.6亿元」 */
  #ofNeighbour(clause: Span, indicator: string): string {
    const isOwn = ours.test(this.#folded.slice(clause.start, clause.end)) || placeAndTopic(indicator) !== null;
    return this.#neighbour === '' || isOwn ? indicator : this.#neighbour + indicator;
  }

  #isStartingLevel(clause: Span, item: Item): boolean {
    return isStartingLevel(
      this.#folded.slice(clause.start, item.prefix.start),
      this.#folded.slice(item.end, clause.end),
    );
  }

  #when(clause: Span, item: Item, qualifier: string): When {
    const starts = this.#isStartingLevel(clause, item);
    const own = this.#folded.slice(clause.start, starts ? clause.end : item.quantity.end);
    const when = decideWhen(
      this.#plan,
      this.#cited.section,
      withoutStartingTime(withoutRemarks(own).replace(/^.*基础上/, '')),
      withoutStartingTimes(withoutRemarks(this.#folded.slice(0, clause.start))),
      this.#running,
    );
    return starts
      ? startingWhen(
          this.#folded.slice(clause.start, item.quantity.start),
          when,
          this.#plan,
          this.#folded.slice(0, clause.start),
        )
      : levelReached(when, own, qualifier, item.quantity.unit, this.#plan);
  }
}

/** 「反馈的26个问题整改完成24个」: what has become of some is no name of them all. */
const settled = /(?<=..)(?:已|全部)*(?:整改|办结|销号|化解|处置)(?:完成|到位|了)?$/;

/** 「降至38以下（2025年为41.3），…」: what a bracket says of the time ends with it. */
const withoutRemarks = (text: string): string => text.replace(/\([^()]*\)/g, '');

const ours = /我们|我[市县区省州]|本[市县区]/;

/** The other place that a part of a sentence opens with, where it is told to be compared with our own. */
function neighbourIn({ place }: Plan, text: string, { start, end }: Span): string {
  if (!ours.test(text)) return '';
  const named = placeAndTopic(trimBefore(text.slice(start, end)))?.[0] ?? '';
  return named === '' || named === place?.full ? '' : named;
}
