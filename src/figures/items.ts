import type { Span } from '../documents/plain-document.ts';
import { readPrefix, readSuffix, type PrefixQualifier } from './qualifiers.ts';
import type { RawQuantity } from './quantities.ts';

/** A quantity in its clause, with the qualifiers around it. */
export interface Item {
  readonly quantity: RawQuantity;
  readonly prefix: PrefixQualifier;
  readonly suffix: string;
  /** Behind the number, its unit and its suffix. */
  readonly end: number;
}

export function readItem(folded: string, clause: Span, quantity: RawQuantity): Item {
  const prefix = readPrefix(folded, clause.start, quantity.start);
  const suffix = readSuffix(folded, quantity.end);
  return { quantity, prefix, suffix, end: quantity.end + suffix.length };
}

const jointOnly = /^\s*(?:[、和及与]|以及)\s*$/;

/** Quantities joined by nothing but 、 or 和 share what stands before the first. */
export function groupFrom(folded: string, items: readonly Item[], from: number): Item[] {
  const first = items[from];
  if (!first) return [];
  const group = [first];
  for (let index = from + 1; index < items.length; index += 1) {
    const [last, item] = [group.at(-1), items[index]];
    if (!last || !item || !jointOnly.test(folded.slice(last.end, item.prefix.start))) break;
    group.push(item);
  }
  return group;
}

/** 亿元以上企业, 400总吨以下船舶, 税收超千万元的企业: a bound on what the indicator covers. */
export function isLimit(folded: string, clause: Span, item: Item, next: Item | undefined): boolean {
  const after = folded.slice(item.end, clause.end);
  const bounded = item.suffix !== '' || /^(?:超|超过|不足|未满|满|突破)/.test(item.prefix.text ?? '');
  const nounFollows = /^(?:的|\([^)]*\))?[\u4e00-\u9fffA-Za-z“]/.test(after);
  if (item.quantity.bare) return nounFollows && !/^(?:大关|关口|台阶|门槛)/.test(after);
  if (/^(?:级|及以上|型)/.test(after)) return true;
  // 220千伏变电站: the voltage says which kind.
  if (item.quantity.unit === '千伏' && nounFollows) return true;
  // 「其中10亿元以上28个」: the bound says which of them are counted.
  if (bounded && next?.prefix.start === item.end && next.quantity.unit !== item.quantity.unit) return true;
  // 「首次突破50亿元的，奖励200万元」: what earns the reward.
  if (bounded && after === '的') return true;
  if (!nounFollows) return false;
  // An age or a population says whom or where: 2至3岁托班, 20万人口以上县.
  if (bounded && item.quantity.unit === '人口') return true;
  if (item.quantity.unit === '岁' && !/^[^,;]{0,8}[到至为]/.test(after)) return true;
  if (!bounded) return false;
  if (/以下|及以上/.test(item.suffix)) return true;
  return next !== undefined && !/[、和]/.test(folded.slice(item.end, next.quantity.start).slice(0, 1));
}
