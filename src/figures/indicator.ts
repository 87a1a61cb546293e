import { verbRunPattern, weakVerbPattern } from './action-verbs.ts';
import { ending, opening } from './word-edges.ts';

/** What comes before the thing measured and tells nothing of it: adverbs, times, places, connectives. */
const adverbs =
  '其中 就是 虽说 虽然 尽管 同时 并且 并 且 以及 另外 此外 还 也 又 再 坚决 全面 全力 着力 加快 积极 持续 切实 大力 深入 稳步 有序 扎实 进一步 统筹 继续 不断 努力 全部 高质量 高标准 高水平 年均 累计 总共 合计 共 共计 已 已经 预计 计划 力争 争取 确保 使 让 把 对 将 要 需 应 会 拟 各 至少 全年 年内 今年 明年 去年 上年 当年 年底前 年底 上半年 下半年 全市 全县 全省 全区 全镇 全乡 全系统 全局 我市 我县 我区 我省 本市 我们 了 一是 二是 三是 四是 五是 六是 七是 和 与 及 在 为 以 从 由 通过'.split(
    ' ',
  );
const byLength = (a: string, b: string): number => b.length - a.length;
const day = '\\d{1,2}日(?:[至到—-]\\d{1,2}日)?';
const leading = new RegExp(
  `^(?:[(（]\\d{1,2}[)）]|[、,;:\\s—\\-·(（)）]+|[①-⑳⑴-⒇]|\\d{1,2}[.．、](?!\\d)|含|内(?=[报响办到送完处])|(?:到|至|截至|截止)?20\\d\\d年(?:底|末)?前?|“?十[一二三四五六]五”?(?:期间|以来|时期|(?=累计))|“?十[一二三四五六]五”?刚?(?:开局|起步)(?:的?时候?|之初|之年)?|[一两二三四五]年之?内(?=$|[降达提升压增减翻])|(?:[三四五]年|十年)(?:来|间|累计)*$|\\d{1,2}月(?:${day}|底|末|[上中下]旬)?(?:之?前)?|[一二三四]季度末?前?|第[一二三四五六七八九十]+[,、:](?![一二三四五六七八九十])|(?:建成|投产|达产|完工|竣工|投运|投用|运营|开通|通车)+后(?=[\\u4e00-\\u9fff]{2})|(?:${[...adverbs].sort(byLength).map(opening).join('|')}))`,
);
const closers =
  '应当 基本 完成 达到 做到 实现 累计 已 共有 共 全年 预计 可 将 要 建有 设有 配有 共建有 仍有 尚有 还有 现有 拥有 有了 有 必须 仍 还 就 再 均 都 各 分别 同比 环比 平均 年均 力争 确保 有望 为 是 占 约 在 由 从 达 至 到 仅 只 却 更 按 始终 迈 我们 我市 我县'.split(
    ' ',
  );
const trailing = new RegExp(
  `(?:[、,:\\s“「(]+|连续(?:[二三四五六七八九十]|\\d+)年|(?<=[\\u4e00-\\u9fff”]{2})(?:第?[一二三四]季度|前三季度|[上下]半年|年[底末]之?前|今年|去年|上年|(?:今年|去年|上年)(?:再|又|只|才|都|要|一?共|总共)*(?:做|开|办|建|招|收|是|有|搞|干|完成|达到|实现)了?|要(?:冲|干|做|抬|涨)|冲|(?:干|做)(?=$))|[从自]\\d{1,2}月(?:\\d{1,2}日)?起|(?<=占.{1,16})的|[由从在](?:20\\d\\d年(?:底|末)?|去年|上年|目前|现在|年初|上年末|去年底)的?|(?:^|[由从])(?:原来|原先|原有)的?|${closers.map(ending).join('|')})$`,
);
const weakLead = new RegExp(`^${weakVerbPattern}(?:${weakVerbPattern}|[、和及与])*`);
const verbsOnly = new RegExp(`^(?:${verbRunPattern})?(?:了|好)?$`);
const strongLead = new RegExp(`^${verbRunPattern}`);
const longest = 40;

/** 「首期于5月底前到位1.2亿元」: by when is no part of the name. */
const dueWithin =
  /于\d{1,2}月(?:底|末|[上中下]旬|\d{1,2}日)?(?:之?前)?|(?<=[\u4e00-\u9fff]{2})\d{1,2}月(?:底|末|[上中下]旬|\d{1,2}日)?之?前(?=[\u4e00-\u9fff]{2})/g;

/** 「安澧县去年县域内住院率」: nor is the year. */
const yearWithin =
  /(?<=[\u4e00-\u9fff”]{2})(?<![比较同是为与和跟在到由从于过超])(?:去年|今年|上年)(?![度末底初同秋春]|要)(?=[\u4e00-\u9fff“]{2})/g;

/** The words before a quantity without connectives, adverbs, times and closing verbs. */
export function trimBefore(before: string): string {
  // A printed line may end in the middle of a word: 建⏎成后.
  let text = dropBrackets(before.replace(/[\r\n]+/g, '')).replace(dueWithin, '');
  for (let round = 0; round < 8; round += 1) {
    const shorter = trimTail(text.replace(leading, ''));
    if (shorter === text) break;
    text = shorter;
  }
  // 「在去年38.5亿元的基础上增长12%」 goes on with what is spoken of.
  return /^的?基础上$/.test(text) ? '' : text.replace(yearWithin, '').trim();
}

function trimTail(text: string): string {
  const match = trailing.exec(text);
  // 「农村公路完成」 ends in a verb of its own; 「入户总数」 or 「参与」 do not.
  if (!match || /(?:总数|人数|户数|次数|起数|件数|个数|天数|指数|系数|倍数|岁数|增至|以至|其中)$/.test(text))
    return text;
  return text.slice(0, match.index);
}

/** The words behind a quantity that name what is counted: 「5座〔污水处理厂提标改造〕」. */
export function trimAfter(after: string): string {
  const text = dropBrackets(after)
    .replace(/[(（].*$/s, '')
    .replace(/^[)）]/, '')
    .replace(/^[的之]/, '');
  if (
    /^(?:[、,;:\s]|基础上|中(?=20\d\d|今年|安排|用于)|用于|以|并|且|后|前|内|时|起|来|为|是|由|被|等|目标|任务|大关|关口|台阶|水平)/.test(
      text,
    )
  )
    return '';
  return text
    .replace(/(?:(?<!^[国省市县乡镇村区]|[国省市县](?=、[省市县区乡镇]))、|[,;:。\s]).*$/, '')
    .replace(/(?<=.[^初高集建空心途当其])中$/, '')
    .slice(0, longest);
}

/** 小(1)型 is a name; 农村公路（含续建） is one with a remark. */
const dropBrackets = (text: string): string => text.replace(/[(（](?![\d一二三四五]{1,2}[)）])[^()（）]*[)）]/g, '');

/** True where only verbs stand before the quantity, so that its noun must follow: 「完成5座…」. */
export const isVerbOnly = (before: string): boolean => verbsOnly.test(before);

/** Leaves out verbs that only say that something is done. */
export function withoutWeakVerbs(text: string): string {
  const rest = text.replace(weakLead, '');
  return rest === '' ? text : rest;
}

/** Leaves out every verb at the front: 「新建污水管网」 → 「污水管网」. */
export function headNoun(indicator: string): string {
  const rest = indicator.replace(strongLead, '');
  return rest.length < 2 ? indicator : rest;
}

/** True for a task (新建水闸), false for a thing (建筑面积). */
export const opensWithVerb = (indicator: string): boolean => headNoun(indicator) !== indicator;

/** Amounts that say nothing without what they belong to: 完成投资, 占比, 增速. */
const relational =
  /^(?:该|其|项目|工程|产业(?=[总产]))?(?:完成|年度|计划|新增|总|年(?=产值))*(?:投资|投资额|占比|比重|比例|增速|增幅|降幅|总量|总额|产值|规模|面积|金额|资金|总投资|人数|数量|平均年龄|总产量|产量|单产|平均单产|出栏量|存栏量|总数|累计)$|^占.+|^(?:发放|拨付|兑付|兑现|支付)(?:资金|金额)$|^(?:年初|年度|全年|目标)?(?:计划|任务|目标|预期)的?$|^(?:年初|当初|原先|起初)(?:[\u4e00-\u9fff]{0,12}定|确定|提出)的?(?:目标)?$|^平均(?:时间|用时|时长)$|^(?:最后|最终)?实际(?:只|仅)?$|^(?:该|其|项目|工程)?(?:总|规划|设计)*(?:建筑|占地|用地|建设)面积$|^(?:项目|工程)?(?:占地|用地)$|^(?:项目|工程)?(?:总库容|库容|全长|总长|总里程|建设规模)$|^(?:签约|合同|协议|到位)(?:金额|资金|引资|投资额?|外资|内资)$|^(?:平均)?每?[十百千万]+人口?(?:拥有)?[量数]?$|^(?:单个(?:项目|企业)?|最高|最多|最低|至少|一次性|给予)*(?:奖励|补助|补贴|奖补|资助)(?:金额|标准|资金)?$/;
const size = /(?:面积|库容|全长|总长|里程|规模)$/;
/** What a statistic measures, without the statistic: 粮食 of 粮食播种面积. */
export const withoutStatistic = (indicator: string): string =>
  indicator.replace(
    /^(?:新增|净增|新建|新认定|新培育|新登记|新引进|新签约)|(?:播种|种植|养殖|建设|总)?(?:面积|产量|产值|规模|总量|数量)$/g,
    '',
  );

/** 「办结率」, 「满意率」: a rate of one word says nothing without what it is a rate of. */
export const isBareRate = (indicator: string): boolean => /^[\u4e00-\u9fff]{2}率$/.test(indicator);

/** Whose rate it is: 企业诉求 of 「办结企业诉求430件，办结率98%」, 市长热线 of 「市长热线办结率98%、满意率96%」. */
export const ownerOfRate = (indicator: string): string =>
  /.率$/.test(indicator)
    ? indicator.replace(/[\u4e00-\u9fff]{2}率$/, '')
    : headNoun(indicator.replace(/^年[末底初]/, '')).replace(/(?<=..)(?:存栏|出栏|在栏)量?$/, '');

/** 「高于全省平均水平」, 「增速比全国快」: says nothing without what is compared. */
export const isComparison = (indicator: string): boolean =>
  /^(?:增速|增幅)?(?:比|较(?!大|多|好)|高于|低于|快于|高出|优于|好于)/.test(indicator);

/** What a relational amount belongs to, as a noun: 市科技馆 of 「开工建设市科技馆」, 举报隐患 of 「举报隐患查实的」. */
export function ownerOf(words: string, amount: string): string {
  const noun = headNoun(words.replace(/(?:经?(?:查实|核实|属实)|符合条件)?的$/, '')).replace(/^一批/, '');
  return size.test(amount) ? noun.replace(/(?<=..)(?:项目)?(?:建设|迁建|新建|扩建|改扩建)$/, '') : noun;
}

const makesStrong = /^(?:做[大强优精细实]|壮大|抓好|打造|培优|发展|加快|推进|建设)+/;
const things =
  /^(?!.*[,，、：:和与及]).*(?:产业链?|产业集群|行业|项目|工程|园区?|开发区|新区|片区|[一二三四]期|码头|基地|中心|电站|枢纽|加工)$/;
const longestThing = 14;
/** 重点项目 and 主导产业 are whatever is spoken of there. */
const generalWords =
  /20\d\d年度?|[一二三四五六七八九十两几]大|重大|重点|主要|主导|优势|特色|支柱|新兴|未来|传统|战略性|民生|基础|全[市县省区]|[省市县区]级|实事|建设|产业链?|行业|集群|项目|工程|园区?|基地|中心|招商|工业|投资/g;
/** 「新能源材料产业要挑大梁」 */
const ofThing = /^(.{2,8}(?:产业链?|行业|园区))(?:要|得|需).*$/;

/** The industry or the project that a heading names, for amounts that name nothing themselves: 「1.高端轴承产业。产值突破700亿元」. */
export function thingOf(title: string): string {
  const noun = headNoun(title.replace(ofThing, '$1').replace(makesStrong, ''));
  const own = noun.replace(generalWords, '');
  return noun.length <= longestThing && own.length >= 2 && things.test(noun) ? noun : '';
}

/** 项目总投资 is the 总投资 of the project that is known, 产业产值 the 产值 of the industry. */
export const withoutProject = (amount: string): string => amount.replace(/^(?:该|其|项目|工程|产业)(?=..)/, '');

export const isRelational = (indicator: string): boolean => relational.test(indicator);

/** Joins the words before and behind a quantity into the indicator. */
export function joinIndicator(before: string, after: string): string {
  const measure = /(?:^|[\u4e00-\u9fff])(总(?:规模|投资|面积|长度|里程|库容|装机))$/.exec(before)?.[1];
  // 「设立总规模20亿元的产业引导基金」: what is measured so is named behind.
  if (measure !== undefined && after.length >= 2 && isVerbOnly(before.slice(0, -measure.length)))
    return clean(after + measure);
  const noun = isVerbOnly(before) ? '' : withoutWeakVerbs(before);
  if (noun !== '') return clean(after === '' ? noun : noun + after);
  const verb = before === '' || new RegExp(`^(?:${weakVerbPattern}|[、和及与])+$`).test(before) ? '' : before;
  return clean(verb + after);
}

const clean = (text: string): string =>
  balance(text)
    .replace(/[\s\r\n]+/g, '')
    .replace(/^[、,，;；:：—\-的]+|[、,，;；:：。]+$/g, '')
    .replace(/(?<=..)的$/, '')
    .slice(-2 * longest);

const pairs: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['「', '」'],
  ['《', '》'],
  ['（', '）'],
  ['(', ')'],
];

/** Without a bracket or quotation mark whose other half stands outside the words taken. */
function balance(text: string): string {
  let rest = text;
  for (const [open, close] of pairs) {
    const surplus = rest.split(close).length - rest.split(open).length;
    for (let round = 0; round < surplus; round += 1) rest = rest.replace(close, '');
    for (let round = 0; round < -surplus; round += 1) {
      const at = rest.lastIndexOf(open);
      rest = rest.slice(0, at) + rest.slice(at + 1);
    }
  }
  return rest;
}

const addition = /^(?:净增|新增|新建成?|新(?:认定|培育|登记|引进|获批|签约|设立|组建|开通))/;

/** 「新增甲6家、乙57家，累计分别达到22家和215家」: the later numbers count all of them, not the new ones. */
export const cumulated = (names: readonly string[]): string[] =>
  names.some((name) => addition.test(name)) ? names.map((name) => `${name.replace(addition, '')}累计`) : [...names];
