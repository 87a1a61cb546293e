import { namesCounterpart } from '../counterpart.ts';
import { lacksFormalName, lacksPartOfName } from '../missing-names.ts';
import type { Candidate } from '../rank.ts';
import { isExcluded, lacksRemoval, lacksTotal } from './deeds.ts';
import { lacksCare, lacksGrade, lacksNumber, lacksOwnership, lacksStage } from './kinds.ts';
import { namesOtherIndustry, namesSibling } from './siblings.ts';
import {
  isTakenOf,
  lacksAttribute,
  lacksHead,
  lacksMeasure,
  lacksModifier,
  lacksStatistic,
  namesPartOfTrade,
} from './statistics.ts';

/**
 * Whether the question names something that the figure is not, however near it lies: another member of the same family
 * is the figure most easily taken for the one asked for.
 */
export const contradicts = (candidate: Candidate, content: readonly string[]): boolean =>
  surelyContradicts(candidate, content) || namesCounterpart(candidate, content) || lacksPartOfName(candidate, content);

const sure = [
  lacksHead,
  lacksMeasure,
  lacksModifier,
  namesSibling,
  namesOtherIndustry,
  lacksFormalName,
  namesPartOfTrade,
  lacksNumber,
  lacksGrade,
  lacksStage,
  lacksCare,
  lacksOwnership,
  lacksAttribute,
  isExcluded,
  lacksRemoval,
  lacksTotal,
  isTakenOf,
  lacksStatistic,
];

/** The same, but for what may also be another way of saying it: 烧柴油的老旧货车 of 柴油货车. */
export const surelyContradicts = (candidate: Candidate, content: readonly string[]): boolean =>
  sure.some((rule) => rule(candidate, content));
