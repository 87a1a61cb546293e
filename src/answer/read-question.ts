import { findQuantities } from '../figures/quantities.ts';
import { unitClassOf, unitPattern, type UnitClass } from '../figures/units.ts';
import type { Plan } from '../plan/plan.ts';
import { foldQuestion } from './fold-question.ts';
import type { Ask, Condition, Form, Query } from './query.ts';
import { readTime, timePattern } from './read-time.ts';
import { functionWords, officialNames, otherRequests } from './vocabulary.ts';

const functionSet: ReadonlySet<string> = new Set(functionWords);
/** Longer phrases go first, as the segmenter would cut them its own way; short ones only as whole words (地 in 耕地 stays). */
const functionPhrases = new RegExp(
  functionWords
    .filter((word) => word.length >= 3)
    .sort((a, b) => b.length - a.length)
    .map(escape)
    .join('|'),
  'g',
);
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const askPattern = new RegExp(
  `(?:多少|几)个?百分?点|(?:多少|几)个?(?=[\\d.百千万亿]+(?:元|亩|吨)以[上下]的?[\\u4e00-\\u9fff])|(?:多少|几|若干)(?:个)?(多?[百千万亿]*)(?:(${unitPattern}|亿|万|点|钱)(?!以[上下]的?[\\u4e00-\\u9fff]|子|置))?|百分之[几多]少?|多长时间|多久|多大面积|多长|多远|多宽|多高|多重|多大`,
  'g',
);
const changeWords =
  /增长|增速|增幅|涨|降幅|下降|下调|减少了?多少|提高了?多少|压减|压缩|降了|少了多少|多了多少|快了|提升了?多少|增加了?多少|同比/;
const levelWords = /总量|规模|达到多少|是多少元|到多少|水平/;

/** Reads what a question asks, by the words of the language and the plan's year; the plan's topics come in when ranking. */
export function readQuestion(raw: string, plan: Plan, known?: (gram: string) => boolean): Query {
  const folded = useOfficialNames(foldQuestion(raw), plan);
  const asks = readAsks(folded, known);
  const quantities = findQuantities(folded);
  const wantsNumber = asks.some(({ number }) => number) && !/哪[“"「]?[几两三四五六七八九十]/.test(folded);
  const condition = readCondition(folded);
  const time = readTime(folded, plan);
  return {
    raw,
    folded,
    form: readForm(folded, { wantsNumber, condition, quantities: quantities.length, both: time.both }),
    content: contentRuns(folded, known),
    background: [],
    asks,
    wantsNumber,
    time,
    quantities,
    condition,
    arithmetic: readArithmetic(folded),
  };
}

/**
 * The stretches that name something: without function words, time words, asks and punctuation. `known` tells which pairs
 * of characters the plan has, so that 地 in 地块 and 数 in 天数 stay.
 */
export function contentRuns(folded: string, known: (gram: string) => boolean = () => false): string[] {
  const rest = folded
    .replace(/(?<=比重|比例|率|数|量|额|值)(?=要|需|应|达|得)/g, '|')
    .replace(timePattern, '|')
    .replace(askPattern, keepCountedNoun)
    .replace(functionPhrases, '|');
  const runs: string[] = [];
  let run = '';
  for (const { segment, index, isWordLike } of segmenter.segment(rest)) {
    if (isWordLike === true && (!functionSet.has(segment) || isPartOfWord(rest, index, segment, known))) run += segment;
    else if (run !== '') {
      runs.push(run);
      run = '';
    }
  }
  if (run !== '') runs.push(run);
  return runs;
}

/** 「多少个车位」 asks for 车位 by name; 「多少公里」 names nothing. */
const keepCountedNoun = (whole: string): string =>
  `|${/(?:位|学生|师生|群众|人口|居民|职工|农户|党员|家庭|老年人|劳动力|社区|村|镇|乡|县|园区|网点|航班)$/.exec(whole) ? whole.replace(/^(?:多少|几|若干)个?/, '') : ''}|`;

const inWords = new Set('地 数 项 下 占 成 定 办 对 要 报 列 提 点 上 中 里 会'.split(' '));

function isPartOfWord(text: string, index: number, segment: string, known: (gram: string) => boolean): boolean {
  if (segment.length > 1) return isHead(text, index, segment, known);
  if (!inWords.has(segment)) return false;
  const [before, after] = [text[index - 1] ?? '', text[index + 1] ?? ''];
  return (
    (/[\u4e00-\u9fff]/.test(after) && known(segment + after)) ||
    (/[\u4e00-\u9fff]/.test(before) && known(before + segment))
  );
}

const isCharacter = (char: string): boolean => /[\u4e00-\u9fff]/.test(char);

/** 数字 opens 数字化转型 where the plan writes 字化. */
function isHead(text: string, index: number, segment: string, known: (gram: string) => boolean): boolean {
  const after = text[index + segment.length] ?? '';
  const before = text[index - 1] ?? '';
  return (
    (isCharacter(after) && known((segment.at(-1) ?? '') + after) && !functionSet.has(after)) ||
    (isCharacter(before) && known(before + (segment[0] ?? '')) && !functionSet.has(before))
  );
}

function useOfficialNames(folded: string, plan: Plan): string {
  let text = folded;
  for (const [pattern, official] of officialNames) {
    text = text.replace(pattern, (found) =>
      plan.document.text.includes(official) && !plan.document.text.includes(found) ? official : found,
    );
  }
  return text;
}

function readAsks(folded: string, known?: (gram: string) => boolean): Ask[] {
  const parts = folded
    .split(
      /[,;，；。?？]|、(?=[^,，、]{0,8}(?:多少|几))|(?<=(?:多少|几)[\u4e00-\u9fff]{0,4})(?:和|以及|还有)(?=[\u4e00-\u9fff]{1,10}(?:多少|几))|(?:和|及|与|、)(?=(?:增速|增幅|增长率|同比)(?:分别|各)?(?:是|为)?多少)/,
    )
    .filter((part) => part.trim() !== '');
  return parts
    .map((part) => ({ part, match: [...part.matchAll(askPattern)][0] }))
    .filter(
      ({ part, match }, index) =>
        match !== undefined || changeWords.test(part) || /率|比例|比重/.test(part) || asksNext(parts, index),
    )
    .map(({ part, match }, index) => ({
      ...readUnit(match, part),
      number:
        match !== undefined ||
        asksNext(parts, index) ||
        /(?:率|比例|比重|占比)(?:怎么样|如何|呢|怎样|情况)?$/.test(part),
      aspect: readAspect(part),
      content: contentRuns(part, known),
    }));
}

/** 「增加值和增速是多少」: the first half shares the other's 多少. */
const asksNext = (parts: readonly string[], index: number): boolean =>
  /^(?:增速|增幅|增长率|同比)/.test(parts[index + 1] ?? '');

function readUnit(
  match: RegExpExecArray | undefined,
  part: string,
): { unit: string | null; unitClass: UnitClass | null } {
  if (!match) return { unit: null, unitClass: null };
  const [whole, scale = '', unit = ''] = match;
  const after = part.slice(match.index + whole.length);
  if (/^[\d.百千万亿]+(?:元|亩|吨)以[上下]的?[\u4e00-\u9fff]/.test(after)) return { unit: '个', unitClass: 'count' };
  if (/百分?点|百分之/.test(whole) || unit === '点') return { unit: '%', unitClass: 'percent' };
  if (/多长时间|多久/.test(whole)) return { unit: null, unitClass: 'time' };
  if (/多大/.test(whole)) return { unit: null, unitClass: 'area' };
  if (/多长|多远/.test(whole)) return { unit: null, unitClass: 'length' };
  if (unit === '' && !/[万亿]$/.test(scale) && /比重|占比|比例|比率|率(?!先|领)/.test(part))
    return { unit: null, unitClass: 'percent' };
  if (unit === '钱') return { unit: null, unitClass: 'money' };
  if (unit === '' && /[万亿]$/.test(scale)) return { unit: null, unitClass: scale.endsWith('亿') ? 'money' : null };
  if (unit === '亿' || unit === '万') return { unit: null, unitClass: unit === '亿' ? 'money' : null };
  if (unit === '')
    return /^几$/.test(whole + scale) ? { unit: null, unitClass: 'count' } : { unit: null, unitClass: null };
  return { unit, unitClass: unitClassOf(unit) };
}

function readAspect(part: string): Ask['aspect'] {
  if (changeWords.test(part)) return 'change';
  return levelWords.test(part) ? 'level' : null;
}

interface FormHints {
  readonly wantsNumber: boolean;
  readonly condition: Condition | null;
  readonly quantities: number;
  readonly both: boolean;
}

const plural = '哪些|哪几[个项条]|都有什么|有什么';
const numbersWanted = '指标|目标|数字|数据|数值|任务|成绩|硬杠杠|数|比率|比例|要求|项目|工作量';

/** The form of an answer wanted. The order matters: the surest signs come first. */
function readForm(text: string, { wantsNumber, condition, quantities, both }: FormHints): Form {
  if (otherRequests.some((pattern) => pattern.test(text))) return 'other';
  if (
    /(?:谁|哪个|哪些|哪家|什么)(?:单位|部门|科室|局|处室|机构|人)?(?:来)?(?:负责|牵头|主管|主抓|管|承担|落实|责任)|(?:归|由|属)(?:哪|谁)|是(?:哪个|哪些)(?:单位|部门|局)|责任单位|责任部门|牵头单位|牵头部门|负责单位|谁(?:负责|牵头|管|来|干|抓)|哪个(?:单位|部门|科室|局)/.test(
      text,
    )
  )
    return wantsNumber && !/负责|牵头|责任|主管/.test(text) ? 'single' : 'owner';
  if (
    !wantsNumber &&
    /(?:什么|啥)时(?:候|间)|何时|几月|时限|截止|期限|完成时间|哪天|最晚|最迟|多久之?前|什么时间|哪个月|时间节点/.test(
      text,
    ) &&
    quantities === 0
  )
    return 'deadline';
  if (
    quantities > 0 &&
    !wantsNumber &&
    /(?:是|指|说|代表|对应|属于|叫)的?(?:什么|啥|哪|干什么|干啥|谁|怎么回事)|(?:是|指)?哪(?:一)?[项个条](?:指标|任务|目标|工作)?|什么(?:指标|任务|意思|目标|项目|工作|事|数)|指的是|干(?:什么|啥)|是啥|什么来头|怎么回事|哪来的/.test(
      text,
    ) &&
    condition?.operator !== '>=' &&
    condition?.operator !== '>'
  )
    return /哪些|哪几/.test(text) ? 'filter' : 'reverse';
  if (isCompare(text, both)) return 'compare';
  if (/哪些|有什么|都有|哪几|列/.test(text) && (condition !== null || quantities > 0 || readUnitFilter(text) !== null))
    return 'filter';
  if (readUnitFilter(text) !== null && /哪|列|有什么|都有|几[项个条]|是什么/.test(text)) return 'filter';
  if (/(?:一共|总共|共)?(?:有|还有|列了|定了|提了|是)(?:多少|几)(?:个|项|条)(?:指标|目标|任务)/.test(text))
    return 'count';
  if (
    new RegExp(
      `(?:${plural}|分别|列一?[下出个]|都列|全部|都报|汇总|逐项|各项|两项|三项|四项).{0,14}(?:${numbersWanted})|(?:${numbersWanted})(?:都)?(?:有|是|包括)?(?:${plural}|什么|列|报|分别|说|给|讲|发|汇总|哪)|哪几?(?:个|些)数|几[个项条](?:指标|目标|数|硬)|(?:数字|量化|主要|硬)(?:目标|指标)|(?:都|全)(?:有|是)?(?:哪些|什么)(?:数|指标|目标)`,
    ).test(text) &&
    !/(?:怎么|如何)/.test(text)
  )
    return 'list';
  if (
    /(?:量化|硬)(?:任务|指标|目标)|(?:那|这)一?(?:段|节|部分|条|块).{0,6}(?:数据|数字|指标|数)|(?:数据|数字|指标|目标|数).{0,6}(?:列|报|给我|说一|发我)/.test(
      text,
    ) &&
    !/怎么|如何/.test(text)
  )
    return 'list';
  if (wantsNumber) return 'single';
  if (
    /怎么|如何|怎样|咋|措施|做法|举措|哪[“"「]?(?:些|几|三|四|五|六|七|八|两|十)|哪(?:个|家|座|位|所|支|部|款|种)|包括|包含|什么(?:内容|意思|要求|安排|打算|工作|事|问题|措施)|做什么|干什么|做啥|干啥|是什么|有什么|有啥|问题|不足|困难|短板|讲了|具体|内容|原则|思路|总体要求|介绍/.test(
      text,
    ) &&
    !/(?:目标|指标|数|率|比例|比重|标准)(?:是|定|为)?(?:什么|怎么定|怎么样)/.test(text)
  )
    return 'passage';
  return 'single';
}

function isCompare(text: string, both: boolean): boolean {
  if (
    /(?:比|跟|和|与|较|同).{1,30}(?:高|低|多|少|快|慢|大|小|强|长|短)(?:吗|没|不|了|些|还是|出|多少)|(?:比|较|跟|和|与)(?:去年|上年|今年|20\d\d年).{0,12}(?:怎么样|如何|比|变|高|低|多|少|提|涨|降|差)|比起来|相比|对比|相差|差(?:多少|几|距)|哪(?:个|项|家|边|方面|一个)(?:的)?(?:定得|更|最|要|比较|比例|目标|数|增速|增长|占比)*(?:高|低|多|少|大|小|快|慢|重)|谁(?:的)?(?:更|最|增速|目标)*(?:高|低|多|少|大|小|快|慢)|高还是低|多还是少|有没有(?:提高|降低|变化|增加|减少|下降|上升)|(?:提高|降低|增加|减少|上升|下降|变化|涨|变)了?(?:没有|没|吗)|变化|翻了/.test(
      text,
    )
  )
    return true;
  return both;
}

/** 「单位是公里的」, 「以万亩为单位」, 「用“起”的」: the unit that a filter names. */
export function readUnitFilter(folded: string): string | null {
  const match = new RegExp(
    `单位(?:是|为|用|写)?[“"「']?([百千万亿]*${unitPattern})[”"」']?|[以按用][“"「']?([百千万亿]*${unitPattern})[”"」']?(?:为单位|作单位|做单位|来?计|来?算|来?定|的|表示)|(?:带|含|有)[“"「']([百千万亿]*${unitPattern})[”"」']`,
  ).exec(folded);
  return match ? (match[1] ?? match[2] ?? match[3] ?? null) : null;
}

function readCondition(folded: string): Condition | null {
  const quantities = findQuantities(folded).filter(({ value }) => value !== null);
  const quantity = quantities[0];
  if (!quantity || quantity.value === null) return null;
  const before = folded.slice(0, quantity.start);
  const after = folded.slice(quantity.end);
  const operator = readOperator(before, after);
  return operator === null ? null : { operator, value: quantity.value, unit: quantity.unit };
}

function readOperator(before: string, after: string): Condition['operator'] | null {
  if (
    /(?:不低于|不少于|不小于|至少|大于等于|≥|>=)(?:是|为|了)?$/.test(before) ||
    /^(?:及|或|和)?以上|^起步/.test(after)
  )
    return '>=';
  if (
    /(?:不高于|不超过|不大于|至多|最多|小于等于|≤|<=|控制在)(?:是|为|了)?$/.test(before) ||
    /^(?:及|或|和)?以[下内]/.test(after)
  )
    return '<=';
  if (/(?:高于|超过|大于|多于|超|>|突破|高过)(?:了)?$/.test(before)) return '>';
  if (/(?:低于|小于|少于|不足|不到|<)(?:了)?$/.test(before)) return '<';
  return /(?:等于|是|为|达到|达|写着|都是|要求|保持|定在|定为|到|=)(?:了)?$/.test(before) ||
    before === '' ||
    /^的/.test(after)
    ? '='
    : null;
}

function readArithmetic(folded: string): Query['arithmetic'] {
  if (/(?:一共|总共|合计|加起来|加在一起|总和|总计|共计)/.test(folded)) return 'sum';
  if (
    /相差|差(?:多少|几|距)|多(?:多少|几)|少(?:多少|几)|高(?:多少|几)|低(?:多少|几|出)|(?:多|高|少|低)(?:出|了)(?:多少|几)|还差/.test(
      folded,
    )
  )
    return 'difference';
  if (/最(?:高|多|大|快)/.test(folded)) return 'highest';
  if (/最(?:低|少|小|慢)/.test(folded)) return 'lowest';
  return null;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
