import { foldWidth } from '../text/fold-width.ts';
import type { Plan } from '../plan/plan.ts';
import { statedWhen } from './time-words.ts';
import type { When } from './when.ts';

/** What a table's column holds, read from its heading. */
export type ColumnRole =
  | { readonly kind: 'index' | 'unit' | 'owner' | 'deadline' | 'label' | 'remark'; readonly change: false }
  | {
      readonly kind: 'value';
      /** Where the heading says when; else null. */
      readonly when: When | null;
      /** What the heading adds to the row's indicator: 「同比增长」; empty for 「目标值」 or 「2025年目标」. */
      readonly measure: string;
      readonly change: boolean;
    };

const headings: readonly (readonly [Exclude<ColumnRole['kind'], 'value'>, RegExp])[] = [
  ['index', /^(?:序号|编号|项次|No\.?)$/i],
  ['unit', /^(?:计量|数量|指标)?单位$/],
  ['owner', /责任|牵头|负责|主管|主办|承办|配合|实施单位|实施主体|参与单位|分管|包联|包保|挂联|联系领导/],
  [
    'deadline',
    /时限|期限|(?:完成|完工|竣工|建成|投产|投用|交付|验收)(?:时间|日期|时点|月份|节点)|时间节点|截止|时间安排|时间要求|进度要求/,
  ],
  ['label', /^(?:.*(?:指标|任务|项目|名称|内容|事项|工作|类别|领域|措施|举措|分类))(?:名称)?$/],
  ['remark', /^(?:备注|说明|属性|指标属性|类型|依据)$/],
];

export function columnRole(heading: string, plan: Plan): ColumnRole {
  const spaced = foldWidth(heading).trim();
  const folded = spaced.replace(/\s+/g, '');
  for (const [kind, pattern] of headings) {
    if (pattern.test(folded) && !isValueHeading(folded)) return { kind, change: false };
  }
  return {
    kind: 'value',
    when: headingWhen(folded, plan),
    measure: measureOf(spaced),
    change: /增长|增速|增幅|降幅|下降/.test(folded),
  };
}

/** When a row's figures hold that is headed 「2024年实际」 or 「2026年目标」 alone; its columns name the indicators. Null for others. */
export function rowWhen(label: string, plan: Plan): When | null {
  const folded = foldWidth(label).replace(/\s+/g, '');
  return general.test(folded) && folded.includes('年') ? headingWhen(folded, plan) : null;
}

const isValueHeading = (heading: string): boolean =>
  /20\d\d年|目标值|指标值|任务数|目标数|任务量|年度目标|工作目标|完成情况|完成数/.test(heading);

function headingWhen(heading: string, plan: Plan): When | null {
  if (/实际|完成(?!时)|实绩|上年|去年|现状|基期|基数|执行/.test(heading)) {
    const year = /20\d\d/.exec(heading)?.[0];
    return { period: 'achieved', year: year === undefined ? null : Number(year), cumulative: false };
  }
  const stated = statedWhen(heading, plan);
  // 「2025年 目标」 of a plan for 2026 was a target then.
  if (stated?.period === 'achieved' && /目标|计划|预期/.test(heading)) return { ...stated, period: 'target' };
  if (stated) return stated;
  if (/目标|计划|预期|任务|预计|今年/.test(heading)) return { period: 'target', year: plan.year, cumulative: false };
  return null;
}

/** Words of headings that name no thing measured: 「具体目标」, 「数量目标」, 「年度任务数」. */
const general =
  /^(?:20\d\d年?度?|今年|去年|上年|本年|年度|全年|年底|目标|指标|任务|计划|实际|实绩|现状|基期|基数|执行|完成|预期|预计|数量|数值|情况|量化|标准|主要|工作|建设|内容|规模|具体|总体|预定|阶段性?|约束性?|及|和|[、/]|[值数量项])*$/;
const periods =
  /20\d\d年?度?|今年|去年|上年|本年|(?:年度|全年|计划|目标|预期|预计)(?!.*(?:投资|资金))|实际|(?:目标|指标|计划|实际|完成|预期|预计|任务)[值数]?$/g;

/** The heading without its period, unit and general words; of a heading over two rows, what one doesn't repeat. */
function measureOf(heading: string): string {
  const parts = heading
    .replace(/[(][^()]*[)]/g, '')
    .split(/\s+/)
    .filter((part) => !general.test(part))
    .map((part) => part.replace(periods, ''))
    .filter((part) => part !== '' && !general.test(part));
  // 「增速目标」 above 「工业投资增速」.
  return parts.filter((part, index) => !parts.some((other, at) => at > index && other.includes(part))).join('');
}
