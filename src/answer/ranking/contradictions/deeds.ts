import { clauseText } from '../../../figures/figure.ts';
import type { Candidate } from '../rank.ts';

/** 「不是改造的，是新建的」: what the question leaves out by name. */
export function isExcluded({ figure }: Candidate, content: readonly string[]): boolean {
  return content.some((run) => {
    const left = exclusion.exec(run)?.[1];
    return left !== undefined && figure.indicator.includes(left);
  });
}

const exclusion = /^(?:不是|不含|不算|不包括|除去|除了)([\u4e00-\u9fff]{2,8})$/;

/** 「撤并几所普通高中」 asks for what goes; what is built or improved is no answer. */
export function lacksRemoval({ figure }: Candidate, content: readonly string[]): boolean {
  return (
    content.some((run) => removal.test(run)) &&
    !goes.test(`${figure.indicator}${clauseText(figure)}${figure.quantity.qualifier ?? ''}`)
  );
}

/** 「新能源公交车总数」 asks for all there are; 「更新260辆」 are those of the year, and a share counts nothing. */
export function lacksTotal({ figure }: Candidate, content: readonly string[]): boolean {
  const asked = content.find((run) => total.test(run));
  if (asked === undefined || figure.indicator.includes('总') || figure.indicator.endsWith('累计')) return false;
  const [verb] = adds.exec(figure.indicator) ?? [];
  return verb !== undefined && !content.join('').includes(verb);
}

const total = /(?:总数|保有量|存量|拥有量)$/;
const adds = /^(?:新增|新建|新改建|新购|新辟|更新|淘汰|改造|扩建|净增|投放|购置)/;

const removal =
  /^(?:撤并|撤销|裁撤|停办|关停|取缔|注销|清退|撤点并校|关掉|撤掉|取消|裁减)(?:了|掉)?(?=[\u4e00-\u9fff]{2}|$)/;
const goes =
  /撤|裁[减撤]|停[办运用业产]|关[停闭]|废[止弃除]|合并|归并|减少|压减|退出|清[退理零]|淘汰|拆除|取缔|取消|注销|整合|整治|化解|腾退|出清|处置|销[号户]/;
