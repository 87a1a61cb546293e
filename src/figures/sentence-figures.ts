import type { Span } from '../documents/plain-document.ts';
import { foldWidth } from '../plan/fold-width.ts';
import type { Passage, Plan } from '../plan/plan.ts';
import { splitClauses } from './clauses.ts';
import type { Figure } from './figure.ts';
import {
  cumulated,
  distribute,
  isBareRate,
  isComparison,
  isRelational,
  isVerbOnly,
  joinIndicator,
  ownerOfRate,
  trimAfter,
  trimBefore,
  withoutStatistic,
  withoutWeakVerbs,
} from './indicator.ts';
import { decideWhen, statedWhen, withoutStartingTimes, type When } from './period.ts';
import { joinQualifier, readPrefix, readSuffix, type PrefixQualifier } from './qualifiers.ts';
import { findQuantities, type RawQuantity } from './quantities.ts';

/** A figure before it has its number in the plan's list and its owner and deadline. */
export type FigureDraft = Omit<Figure, 'id' | 'owner' | 'deadline'>;

interface Item {
  readonly quantity: RawQuantity;
  readonly prefix: PrefixQualifier;
  readonly suffix: string;
  /** Behind the number, its unit and its suffix. */
  readonly end: number;
}

/** What later clauses of the sentence may leave unsaid. */
interface Memory {
  indicator: string;
  /** Names of the last coordinated figures: 「分别增长4.6%和6.9%」 refers to them. */
  names: readonly string[];
  /** The last clause that named something without giving a figure. */
  subject: string;
}

const jointOnly = /^\s*(?:[、和及与]|以及)\s*$/;

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

class SentenceReader {
  readonly #plan: Plan;
  readonly #passage: Passage;
  readonly #running: When | undefined;
  readonly #cited: Passage;
  readonly #text: string;
  readonly #folded: string;
  readonly #memory: Memory;
  readonly #drafts: FigureDraft[] = [];
  /** The level that an indicator rises to, where the one that it comes from has just been read. */
  #from: Item | null = null;

  constructor(plan: Plan, passage: Passage, running: When | undefined, cited: Passage = passage, subject = '') {
    this.#plan = plan;
    this.#passage = passage;
    this.#running = running;
    this.#cited = cited;
    this.#text = passage.text;
    this.#folded = foldWidth(passage.text);
    this.#memory = { indicator: '', names: [], subject };
  }

  read(): FigureDraft[] {
    const quantities = findQuantities(this.#text);
    for (const clause of splitClauses(this.#folded)) {
      const own = quantities.filter(({ start, end }) => start >= clause.start && end <= clause.end);
      if (own.length === 0) this.#remember(clause);
      else this.#clause(clause, own);
    }
    return this.#drafts;
  }

  #remember(clause: Span): void {
    const subject = trimBefore(this.#text.slice(clause.start, clause.end));
    if (subject.length >= 2) this.#memory.subject = subject;
  }

  #clause(clause: Span, quantities: readonly RawQuantity[]): void {
    const items = quantities.map((quantity) => this.#item(clause, quantity));
    const limits = items.filter((item, index) => this.#isLimit(clause, item, items.slice(index + 1)));
    const stated = items.filter((item) => !limits.includes(item));
    for (const limit of limits) {
      const next = items.find(({ quantity }) => quantity.start >= limit.end);
      this.#limit(clause, limit, next?.quantity.start ?? clause.end);
    }
    let cursor = clause.start;
    const before = this.#drafts.length;
    for (let index = 0; index < stated.length;) {
      const group = this.#group(stated, index);
      const next = stated[index + group.length];
      cursor = this.#state(clause, group, cursor, next);
      index += group.length;
    }
    // 「甲50亿元、乙120亿元,分别增长3%和5%」: what follows may mean them all.
    const names = this.#drafts.slice(before).map(({ indicator }) => indicator);
    if (this.#memory.names.length === 0 && new Set(names).size > 1) this.#memory.names = names;
  }

  #item(clause: Span, quantity: RawQuantity): Item {
    const prefix = readPrefix(this.#folded, clause.start, quantity.start);
    const suffix = readSuffix(this.#folded, quantity.end);
    return { quantity, prefix, suffix, end: quantity.end + suffix.length };
  }

  /** 亿元以上企业, 400总吨以下船舶, 税收超千万元的企业: a bound on what the indicator covers. */
  #isLimit(clause: Span, item: Item, later: readonly Item[]): boolean {
    const after = this.#folded.slice(item.end, clause.end);
    const bounded = item.suffix !== '' || /^(?:超|超过|不足|未满|满|突破)/.test(item.prefix.text ?? '');
    const nounFollows = /^(?:的|\([^)]*\))?[\u4e00-\u9fffA-Za-z“]/.test(after);
    if (item.quantity.bare) return nounFollows && !/^(?:大关|关口|台阶|门槛)/.test(after);
    if (/^(?:级|及以上|型)/.test(after)) return true;
    // 220千伏变电站: the voltage says which kind.
    if (item.quantity.unit === '千伏' && nounFollows) return true;
    const next = later[0];
    // 「其中10亿元以上28个」: the bound says which of them are counted.
    if (bounded && next?.prefix.start === item.end && next.quantity.unit !== item.quantity.unit) return true;
    if (!nounFollows) return false;
    // An age or a population says whom or where: 2至3岁托班, 20万人口以上县.
    if (bounded && item.quantity.unit === '人口') return true;
    if (item.quantity.unit === '岁' && !/^[^,;]{0,8}[到至为]/.test(after)) return true;
    if (!bounded) return false;
    if (/以下|及以上/.test(item.suffix)) return true;
    return next !== undefined && !/[、和]/.test(this.#folded.slice(item.end, next.quantity.start).slice(0, 1));
  }

  /** Quantities joined by nothing but 、 or 和 share what stands before the first. */
  #group(items: readonly Item[], from: number): Item[] {
    const first = items[from];
    if (!first) return [];
    const group = [first];
    for (let index = from + 1; index < items.length; index += 1) {
      const [last, item] = [group.at(-1), items[index]];
      if (!last || !item || !jointOnly.test(this.#folded.slice(last.end, item.prefix.start))) break;
      group.push(item);
    }
    return group;
  }

  /** States a group's figures; returns where the words for the next one begin. */
  #state(clause: Span, group: readonly Item[], cursor: number, next: Item | undefined): number {
    const [first, last] = [group[0], group.at(-1)];
    if (!first || !last) return cursor;
    const printed = this.#text.slice(cursor, first.prefix.start);
    // 「企业由23家整合为9家」: the verb between the two levels is no part of the name.
    const rising = this.#from === first;
    const before = rising ? '' : trimBefore(printed);
    const starts = group.length === 1 && next !== undefined && this.#isStartingLevel(clause, first);
    this.#from = starts ? next : null;
    const { after, resume } = starts ? { after: '', resume: last.end } : this.#behind(clause, last, next);
    const names = this.#names(
      before,
      rising ? '' : after,
      group.length,
      this.#text.slice(cursor, first.quantity.start),
    );
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
    const joint = /[、]|和(?=[\u4e00-\u9fff])|以及|其中/.exec(folded);
    if (next === undefined) return { after: trimAfter(this.#text.slice(last.end, limit)), resume: limit };
    if (joint === null) return { after: trimAfter(this.#text.slice(last.end, limit)), resume: last.end };
    const end = last.end + joint.index;
    return { after: trimAfter(this.#text.slice(last.end, end)), resume: end + joint[0].length };
  }

  /** 「30分钟内到达现场」: where nothing else names it, what the clause goes on to say. */
  #wordsBehind(clause: Span, { end }: Item): string {
    return trimBefore(this.#text.slice(end, clause.end).replace(/^[以之]?[内后前起来]/, ''));
  }

  #names(before: string, after: string, count: number, printed: string): string[] {
    const memory = this.#memory;
    if (before === '' && after === '') {
      // 「中小学开设通识课程，每学年不少于8课时」
      if (printed.includes('每') && memory.subject !== '') return [memory.subject];
      const meant = count > 1 ? this.#namesBefore(count) : [];
      const names = meant.length > 0 ? meant : [memory.indicator === '' ? memory.subject : memory.indicator];
      return /累计|总数|总共/.test(printed) ? cumulated(names) : [...names];
    }
    if (isVerbOnly(before) && after === '' && before !== '')
      return [joinOwn(memory.subject || memory.indicator, before)];
    const indicator = this.#withNoun(joinIndicator(before, after));
    const divided = count > 1 ? distribute(indicator, count) : [];
    if (divided.length > 0) {
      memory.names = divided;
      memory.indicator = indicator;
      return divided;
    }
    // 「高于全省平均水平1.6个百分点」 goes on with what the clause before is about.
    if (isComparison(indicator) && memory.indicator !== '' && after === '') return [memory.indicator + indicator];
    // 「“甲”“乙”项目，分别培训300人次和500人次」
    const each = count > 1 && memory.subject !== '' ? distribute(withoutWeakVerbs(memory.subject), count) : [];
    if (each.length > 0) return each.map((name) => name + indicator.replace(/^分别/, ''));
    const whose = isBareRate(indicator) ? this.#ownerOfRate(indicator) : '';
    if (whose !== '') return [whose + indicator];
    // 「完成投资73.5亿元」: of what, the clause before has said.
    const owner = this.#lastHead();
    const full = isRelational(indicator) && owner !== '' ? withoutStatistic(owner) + indicator : indicator;
    memory.indicator = full;
    memory.names = [];
    memory.subject = '';
    return [full];
  }

  /** Not where two things share the rate, nor where an earlier clause says what is 达标 or 办结. */
  #ownerOfRate(rate: string): string {
    const { indicator, names, subject } = this.#memory;
    if (indicator === '' || names.length > 1 || subject !== '') return '';
    const verb = rate.slice(0, 2);
    if (!indicator.includes(verb) && this.#text.indexOf(verb) < this.#text.indexOf(rate)) return '';
    const whose = ownerOfRate(indicator);
    return whose.length >= 2 && whose.length <= 16 ? whose : '';
  }

  /** 「甲9827人，其中乙2316人，分别增加418人和156人」: the last figures, in order, where a clause gives as many again. */
  #namesBefore(count: number): readonly string[] {
    if (this.#memory.names.length === count) return this.#memory.names;
    const levels = this.#drafts.filter(({ role, aspect }) => role === 'figure' && aspect === 'level').slice(-count);
    const names = levels.map(({ indicator }) => indicator);
    return new Set(names).size === count ? names : [];
  }

  #lastHead(): string {
    const { subject, indicator } = this.#memory;
    const owner = subject === '' ? indicator : subject;
    return owner.length > 20 ? '' : owner;
  }

  /** 「新签约亿元以上项目50个，其中10亿元以上8个」: a bound alone is of what was bounded before. */
  #withNoun(indicator: string): string {
    if (!/(?:以上|以下|以内)$/.test(indicator)) return indicator;
    return indicator + (this.#memory.indicator.split(/以上|以下|以内/).at(-1) ?? '');
  }

  #limit(clause: Span, item: Item, end: number): void {
    const behind = trimAfter(this.#text.slice(item.end, end));
    // 「村占比提高到45%」: the verb belongs to the number that follows.
    const after = trimBefore(behind.slice(0, readPrefix(foldWidth(behind), 0, behind.length).start));
    const before = trimBefore(this.#text.slice(clause.start, item.prefix.start));
    const own = after === '' && !/\d/.test(before) ? before : after;
    this.#push(clause, item, own === '' ? this.#memory.indicator : own, item.prefix, 'limit');
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
    // 「减少化肥使用量2%」: the verb before the indicator is what the number does to it.
    const moving =
      prefix.text === null && /^(?:%|个百分点)$/.test(quantity.unit)
        ? movingVerb(this.#text.slice(clause.start, quantity.start))
        : null;
    const when = this.#isStartingLevel(clause, item)
      ? this.#startingWhen(clause, item)
      : decideWhen(
          this.#plan,
          this.#cited.section,
          this.#folded.slice(clause.start, quantity.end).replace(startingTime, ''),
          withoutStartingTimes(this.#folded.slice(0, clause.start)),
          this.#running,
        );
    this.#drafts.push({
      quantity: {
        text: this.#text.slice(quantity.start, quantity.end),
        value: quantity.value,
        range: quantity.range,
        unit: quantity.unit,
        unitElsewhere: null,
        qualifier: joinQualifier(prefix.text ?? moving, suffix),
        start: offset + quantity.start,
        end: offset + quantity.end,
      },
      indicator: moving === null ? indicator : indicator.replace(new RegExp(`^${moving}`), ''),
      ...when,
      role,
      aspect: prefix.change || moving !== null ? 'change' : 'level',
      passage: this.#cited,
      section: this.#cited.section,
      clause: { start: offset + clause.start, end: offset + clause.end },
    });
  }

  /** The 60% of 「由60%提高到62%」: where the indicator stands, not where it is to go. */
  #isStartingLevel(clause: Span, item: Item): boolean {
    return (
      /[由从](?:[^由从,;]{1,9}的)?$/.test(this.#folded.slice(clause.start, item.prefix.start).trimEnd()) &&
      /^[^,;。]{0,8}[到至为]/.test(this.#folded.slice(item.end, clause.end))
    );
  }

  #startingWhen(clause: Span, item: Item): When {
    const stated = statedWhen(this.#folded.slice(clause.start, item.quantity.start), this.#plan);
    return stated?.period === 'achieved' ? stated : { period: 'achieved', year: null, cumulative: false };
  }
}

/** 「由2024年的」 dates the level that an indicator comes from, not the one that it rises to. */
const startingTime =
  /[由从](?:20\d\d年(?:底|末)?|去年|上年|目前|现在)的?(?=[^由从,;]*(?:[到至]|[高升降少增扩减]为)[^到至为]*$)/;

const joinOwn = (owner: string, verb: string): string => (owner.length > 20 ? verb : owner + verb);

/** 「减少化肥使用量2%」, 「增速高于全省平均水平0.6个百分点」: the word that moves or compares stands further ahead. */
const movingVerb = (clause: string): string | null =>
  /^(?:[确保力争使再将]{0,3})(减少|降低|压减|压缩|下调|提高|增加|提升)(?![到至])/.exec(clause.trim())?.[1] ??
  /(不低于|不少于|不高于|不超过|(?<!不)(?:高于|低于|快于|好于))[^高低快好超]{2,16}$/.exec(clause)?.[1] ??
  null;
