import type { PlanFigure } from '../answer/answer.ts';
import { goalOf } from './goal.ts';

/**
 * How a number grows over the year:
 * - adds-up: from nothing, bit by bit (新建80公里), so that its course can be judged by elapsed time;
 * - level: it stands somewhere already (75%, 降至28, 突破10万亩), so that it is reached or not yet reached;
 * - cap: it adds up but must stay below (案件控制在10起以内).
 */
export type Measure = 'adds-up' | 'level' | 'cap';

/** Rates, concentrations, times, ranks: their sum over the year means nothing. */
const levelUnit = /[%％‰/]|百分点|小时|分钟|秒|微克|毫克|分贝|摄氏度|℃|岁|倍|级|分$/;
const levelIndicator =
  /^每|每[百千万]|率(?!先|领)|比重|占比|比例|人均|平均|浓度|强度|满意度|指数|保有量|存量|总量|总数|总面积|规模(?!以上)|水平|时间|时限|差距/;
/** It moves to a level or stays there: 达到, 提高到, 降至…以下, 保持在…以上; but 控制在…以内 bounds a sum. */
const levelQualifier = /^(?!控制).*(?:达|(?<!不)突破|保持|稳定|维持|巩固|(?:[到至在为]|(?<![低高多少大小])于)(?:$|…))/;

/** Which of the three a target is, told from its unit, its indicator and the words around its number. */
export function measureOf(target: PlanFigure): Measure {
  const { quantity, indicator, aspect } = target.figure;
  const isLevel =
    aspect === 'change' ||
    levelUnit.test(quantity.unit) ||
    levelIndicator.test(indicator) ||
    levelQualifier.test(quantity.qualifier ?? '');
  if (isLevel) return 'level';
  return goalOf(target)?.direction === 'at-most' ? 'cap' : 'adds-up';
}
