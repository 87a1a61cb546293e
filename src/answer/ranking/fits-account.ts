import type { Figure } from '../../figures/figure.ts';

/** Sums of money that accounts tell apart by their names. */
const account =
  /(利润|税收|税金|营业收入|主营业务收入|贷款余额|存款余额|增加值|总产值|进出口|零售额|成交额|研发经费|研发投入)(?:总额)?$/;

/** The account that words name last: 利润 of 「规上工业企业利润总额」; null where none. */
export const accountOf = (words: string): string | null => account.exec(words)?.[1] ?? null;

/** 「营业收入4.38万亿元、利润总额2315亿元」: a figure of another account than the one asked for is hardly meant. */
export function fitAccount({ indicator }: Figure, runs: readonly string[]): number {
  const [asked, own] = [runs.map(accountOf).find((found) => found !== null), accountOf(indicator)];
  return asked == null || own === null || own === asked || indicator.includes(asked) ? 1 : ofOther;
}

const ofOther = 0.85;
