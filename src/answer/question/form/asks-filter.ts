import { readUnitFilter } from '../read-condition.ts';
import { asksMeaning } from './asks-meaning.ts';
import type { FormHints } from './form-hints.ts';

const enumerating =
  /哪|列|有什么|都有|几[项个条]|是什么|[挑找筛摘](?:出|一[下找])|凡是|所有|全部|汇总|都(?:给|要|报|发)/;

/** 「去年下降的指标有哪些」: the figures of one direction. */
const changesNamed =
  /(?:下降|减少|降低|压减|增长|上升)了?的(?:指标|任务|数据|项目|数字)?(?:都?有|是|包括)?(?:哪些|哪几|什么)|哪些(?:指标|目标|数据|数字|项目)?.{0,4}(?:下降|减少|降低|压减|增长|上升)了?的?[?？。]?$/;

/** 「不低于90%的有哪些」, 「1亿元的投资各是多少」 */
const boundNamed =
  /哪些|有什么|都有|哪几|列|[挑找筛摘]出|都找|凡是|的有(?:吗|没有|哪)|的[\u4e00-\u9fff]{0,6}[,，]?.{0,6}各是多少/;
/** 「单位是公里的任务」 */
const endsInFigures = /的(?:任务|指标|目标|项目|数据|数字?)?[?？。]?$/;
/** 「金额过亿的」 */
const figuresOfBound = /(?:金额|数字?|比例|指标|目标|投资额?).*的[?？。]?$/;

/** Whether a question asks what numbers mean: 「说5000辆的有哪些」. */
export const asksMeanings = (text: string, hints: FormHints): boolean =>
  asksMeaning(text, hints) && /哪些|哪几/.test(text);

/** Whether a question names a unit and asks for all that is counted in it, whatever the times it names. */
export const asksAllOfUnit = (text: string): boolean =>
  readUnitFilter(text) !== null && (enumerating.test(text) || eachOfUnit.test(text));

/** 「单位为亿元的指标，今年目标分别是多少」 */
const eachOfUnit = /单位.{1,8}的(?:指标|任务|项目|目标).*(?:分别|各)(?:是|有|为)?多少/;

/** Whether a question asks for all figures that keep a bound, have a unit or go one way. */
export const asksFilter = (text: string, { condition, quantities, wantsNumber }: FormHints): boolean =>
  ((condition !== null || quantities > 0) && boundNamed.test(text)) ||
  asksAllOfUnit(text) ||
  (readUnitFilter(text) !== null && !wantsNumber && endsInFigures.test(text)) ||
  (condition !== null && !wantsNumber && figuresOfBound.test(text)) ||
  changesNamed.test(text);
