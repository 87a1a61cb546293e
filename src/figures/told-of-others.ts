import { isPlace, placeAndTopic } from '../text/place-names.ts';
import { bodyAndTopic } from '../text/public-bodies.ts';
import { distribute } from './distribute.ts';
import { headNoun } from './indicator.ts';

/** What a group of figures is named by, where it may go on with what was told of another before. */
export interface Told {
  /** Trimmed, before and behind the group. */
  readonly before: string;
  readonly after: string;
  /** As printed between the group before and this one's first number. */
  readonly printed: string;
  /** How many figures the group has. */
  readonly count: number;
  /** Whether 「其中…」 stands in this clause or in an earlier one. */
  readonly part: 'within' | 'behind' | null;
  /** The sentence's last level in the same unit. */
  readonly kin: string | null;
  /** The clause without a figure that was heard last. */
  readonly subject: string;
  readonly sentence: string;
}

/**
 * The names of figures of which only whose they are is said: another place, our own, an area, a hospital, a thing of a row.
 * What was told of the one before is told of them too. Empty where they have a name of their own.
 */
export function toldOfAnother(told: Told): readonly string[] {
  if (told.after !== '') return [];
  const inArea = told.count === 1 ? ofArea(told) : null;
  if (inArea !== null) return [inArea];
  const { kin } = told;
  if (kin === null) return [];
  const name = told.count === 1 ? firstOf([ofOurs, ofMeasure, ofRegion, ofBody], { ...told, kin }) : null;
  return name === null ? ofPlaces({ ...told, kin }) : [name];
}

/** With what was counted before in the same unit. */
type ToldBehind = Told & { readonly kin: string };

function firstOf(rules: readonly ((told: ToldBehind) => string | null)[], told: ToldBehind): string | null {
  for (const rule of rules) {
    const name = rule(told);
    if (name !== null) return name;
  }
  return null;
}

/** 「石埠县89.3%，我们86.4%」 */
function ofOurs({ before, printed, kin }: ToldBehind): string | null {
  return before === '' && ours.test(printed) ? (placeAndTopic(kin)?.[1] ?? null) : null;
}

/** 「急救反应时间，城区不超过10分钟，农村不超过20分钟」 */
function ofArea({ before, subject, kin }: Told): string | null {
  const topic = area.test(before) ? subject || areaAndTopic.exec(kin ?? '')?.[1] : undefined;
  return topic === undefined ? null : before + topic;
}

/** 「新能源材料产值达到560亿元、高端装备400亿元」 */
function ofMeasure({ before, kin, sentence }: ToldBehind): string | null {
  const measure = sharedMeasure.exec(kin)?.[1];
  const isNamed = sentence.includes(`、${before}`) && isThing.test(before) && headNoun(before) === before;
  return measure !== undefined && isNamed ? before + measure : null;
}

/** 「全市每千人口床位6.5张，东部三县只有4.9张」 */
const ofRegion = ({ before, kin }: ToldBehind): string | null =>
  region.test(before) ? before.replace(/^[而但]/, '') + kin : null;

/** 「市人民医院病历评级上5级，市中医医院上4级」, 「下派医师160人，其中市人民医院110人」, 「资金1.5亿元，其中给新院区8000万元」 */
function ofBody({ before, kin, part, sentence }: ToldBehind): string | null {
  const given = part === 'within' ? /^给(.{3,})$/.exec(before)?.[1] : undefined;
  if (given !== undefined) return toGiven(given, kin, sentence);
  if (bodyAndTopic(before)?.[1] !== '') return null;
  const topic = bodyAndTopic(kin)?.[1];
  if (topic) return before + topic;
  const isCounted = part === 'within' && kin.length <= longestCounted && !institution.test(kin);
  return isCounted && topic === undefined ? before + kin : null;
}

/** 「资金2亿元，其中给农村学校8000万元、给城区学校3000万元」: of the sum, not of the part before. */
function toGiven(given: string, kin: string, sentence: string): string {
  const before = [...sentence.matchAll(/给([\u4e00-\u9fff]{3,}?)(?=\d)/g)].map(([, other = '']) => other);
  const other = before.find((name) => name !== given && kin.startsWith(name)) ?? '';
  const sum = kin.slice(other.length);
  return (given.endsWith(sum.slice(0, 2)) ? given.slice(0, -2) : given) + sum;
}

/** 「甲区生产总值1218亿元，乙区、丙市分别为936亿元和782亿元」, 「高标准农田28万亩，其中甲县8万亩」 */
function ofPlaces({ before, count, kin, part }: ToldBehind): readonly string[] {
  const names = count === 1 ? [before] : distribute(before.replace(/分别$/, ''), count);
  const topic = placeAndTopic(kin)?.[1] ?? (part === 'within' ? kin : null);
  if (topic === null || names.length === 0 || !names.every(isPlace)) return [];
  // 「云津县开发区亩均税收23.5万元，我们经开区14.8万元」
  return names.map((name) => name + (name.endsWith('区') ? topic.replace(/^(?:经济)?(?:开发区|经开区)/, '') : topic));
}

const longestCounted = 10;
/** 「普通高中78所，其中中职学校27所」: another kind is no part by whose it is. */
const institution = /(?:学校|高中|初中|中学|小学|园|医院|机构|学院|大学)$/;
const ours = /^(?:而|但|可)?(?:我们|我[市县区省州])(?:是|只有|仅|才)?/;
const areas = '城区|主城区|市区|县城|农村|乡村|城镇|乡镇|郊区|山区';
const area = new RegExp(`^(?:${areas})$`);
const areaAndTopic = new RegExp(`^(?:${areas})(.{4,})$`);
const sharedMeasure = /(?<=..)(产值|营业收入|营收|增加值|销售收入|产量)$/;
/** No measure of its own such as 税收. */
const isThing = /^[\u4e00-\u9fff]{2,8}(?<![收入额值资润税费款贷金量积数口改增用])$/;
/** Whom a figure is compared with, or a region: 而全省, 全国平均, 东部三县. */
const region =
  /^[而但]?(?:全[国省市县区](?:平均)?(?:水平)?|[东南西北中]部(?:[一二三四五六七八九十几]?[县市区])?|(?:全国|全省)?平均(?:水平)?)$/;
