import { ending } from './word-edges.ts';

/** Words around a number that say how it bounds or moves its indicator. They are part of what the plan promises. */
const bounds =
  '保持|维持|稳定|不得低于|不得超过|不低于|不少于|不高于|不超过|不大于|不小于|不突破|高于|低于|多于|少于|超过|超出|突破|高达|达到|至少|最多|最高|最低|只有|仅有|仅过|刚过|已过|逾|超|达|≥|≤|>|<|不足|达不到|不到|未满|满';
const approximations = '大约|约为|约|将近|接近|逼近|近|上';
const moves =
  '提高|提升|增加|增长|上升|上涨|扩大|拓展|扩充|降低|下降|下跌|减少|压减|压缩|缩短|缩小|缩减|回落|回升|恢复|稳定|保持|控制|维持|巩固|收窄|收敛|集聚|集中|调整|延长|延伸|跃升|压降|精简|下调|上调|放宽|拓宽|减|增|降|升|扩|控|压';
const moved = `(?:${moves})(?:到|至|在|为|于)了?`;
const changes =
  '增长|增加|提高|(?<!改造|整治|优化|扩容|达标|修缮)提升|上升|上涨|扩大|下降|下跌|降低|减少|压减|压缩|缩短|缩小|缩减|回落|收窄|压降|精简|下调|上调|延长|降幅|增幅|增速|负增长|上浮|下浮|多增|少增|递增|翻|再[降增升减涨压]|(?<![新净扩培倍激])增|(?<![空沉])降|涨|跌';
const guarded = (words: string): string => words.split('|').map(ending).join('|');
const prefix = new RegExp(
  `(?:${moved}|(?:同比|环比|[比较](?:上年|去年|20\\d\\d年(?:底|末)?)|年均|平均)?(?:再)?(?:${changes})(?:了|为|达)?|[比较](?:上年|去年|前年|20\\d\\d年(?:底|末)?|我们)[多少]了?|${guarded(bounds)}|${guarded(approximations)}|连续|${guarded('在|仅|为|占')}|占到)$`,
);
/** Words between a qualifier and its number that belong to neither: 每月720元, 各3所. */
const between = new RegExp(
  `(?:每(?:学年|学期|季度|[人月年户亩日天季家村校班次])|(?:20\\d\\d年(?:底|末)?|去年|上年)的|${guarded('人均|户均|月均|年均|平均|分别|各自|各|均|都|全部|力争|应|须|再|就|已|可')})$`,
);
const suffix = /^(?:及以上|及以下|以上|以下|以内|之内|左右|上下|不等|多)/;
const neutralAlone = /^(?:在|为|占|占到|上|仅|连续)$/;

export interface PrefixQualifier {
  /** Where the qualifier, with the words between, begins. */
  readonly start: number;
  readonly text: string | null;
  /** True for 增长5%, 缩短2小时: the number is the change; false for 提高到90%. */
  readonly change: boolean;
}

/** Reads the qualifier that ends where the number begins. `folded` is the half-width text. */
export function readPrefix(folded: string, from: number, numberStart: number): PrefixQualifier {
  let start = numberStart;
  let text = '';
  for (let round = 0; round < 5; round += 1) {
    const head = folded.slice(from, start).trimEnd();
    const gap = between.exec(head);
    if (gap) {
      start = from + gap.index;
      continue;
    }
    const match = prefix.exec(head);
    if (!match) break;
    // 「投资在…」: a bare 在/为 says nothing unless 以内 or 左右 follow; it is taken off the indicator all the same.
    if (neutralAlone.test(match[0]) && text !== '' && match[0] !== '在') break;
    start = from + match.index;
    if (!/^(?:为|占|上)$/.test(match[0])) text = match[0] + text;
    if (new RegExp(`^(?:${moved})$`).test(match[0])) break;
  }
  const change = new RegExp(`(?:${changes}|^[比较].*[多少]了?$)`).test(text) && !new RegExp(moved).test(text);
  return { start, text: text === '' ? null : text, change };
}

/** Reads 以上, 以内, 左右 … right behind the unit; an empty string where there is none. */
export const readSuffix = (folded: string, unitEnd: number): string =>
  suffix.exec(folded.slice(unitEnd, unitEnd + 4))?.[0] ?? '';

/** The printed form of a qualifier of two parts: 控制在…以内. */
export function joinQualifier(before: string | null, after: string): string | null {
  if (after === '') return before === '在' ? null : before;
  return before === null || /^(?:在|约|达|满)$/.test(before)
    ? before === '在' || before === null
      ? after
      : `${before}…${after}`
    : `${before}…${after}`;
}

/**
 * 「减少化肥使用量2%」, 「增速高于全省平均水平0.6个百分点」, 「最高奖励30万元」, 「每月至少拉练1次」: a word that
 * moves, compares or bounds the number but stands further ahead than right before it; null where there is none.
 */
export function readAhead(clause: string, unit: string): Ahead | null {
  if (/^(?:%|个百分点)$/.test(unit)) {
    const moving = /^(?:[确保力争使再将]{0,3})(减少|降低|压减|压缩|下调|提高|增加|提升)(?![到至])/.exec(
      clause.trim(),
    )?.[1];
    if (moving !== undefined) return ahead(moving, true, new RegExp(`^${moving}`));
    // 「服务费不低于保费的15%」 bounds a share of something.
    const share = /(不低于|不少于|不高于|不超过)[^高低快好超]{2,16}的$/.exec(clause)?.[1];
    if (share !== undefined) return ahead(share, false, new RegExp(`${share}[^高低快好超]{2,16}$`));
    const compared = /(不低于|不少于|不高于|不超过|(?<!不)(?:高于|低于|快于|好于))[^高低快好超]{2,16}$/.exec(
      clause,
    )?.[1];
    // 「合格率不低于省定目标98%」 is a level.
    const isChange = unit === '个百分点' || /^[高低快好]于$/.test(compared ?? '');
    // 「高于全省平均水平0.9个百分点」 is how far, and no bound of it.
    if (compared !== undefined && unit === '个百分点' && /^[高低快好]于$/.test(compared))
      return { text: null, change: true, without: (indicator) => indicator };
    if (compared !== undefined) return ahead(compared, isChange, new RegExp(`^${compared}`));
  }
  const [, bound, verb = ''] =
    /(至少|最多|最高|最低)(给予)?(?:奖励|补助|补贴|奖补|资助|支持|处罚)(?:金额)?$/.exec(clause) ??
    /(至少|最多)(?:[\u4e00-\u9fff]{2,4})$/.exec(clause) ??
    [];
  return bound === undefined ? null : ahead(bound, false, new RegExp(`${bound}${verb}`));
}

export interface Ahead {
  readonly text: string | null;
  /** As in PrefixQualifier. */
  readonly change: boolean;
  /** The indicator without the word. */
  readonly without: (indicator: string) => string;
}

const ahead = (text: string, change: boolean, said: RegExp): Ahead => ({
  text,
  change,
  without: (indicator) => indicator.replace(said, ''),
});
