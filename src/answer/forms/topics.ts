import type { Figure } from '../../figures/figure.ts';
import { distribute, joiningJi } from '../../figures/distribute.ts';
import { contentRuns } from '../question/content-runs.ts';
import type { AskedTime } from '../question/query.ts';
import { noMeanings, rankFigures, type Candidate } from '../ranking/rank.ts';
import { evidenceFor } from '../ranking/evidence.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import type { FormContext } from './context.ts';
import { isSoft } from '../ranking/missing-names.ts';
import { wordsOf } from '../question/known-words.ts';
import { readAsks } from '../question/read-asks.ts';

/** The two or more things that a question names side by side, as content runs each; empty where there is one. */
export function topicsOf(context: FormContext): (readonly string[])[] {
  const { loaded, query, meanings } = context;
  const known = wordsOf(loaded);
  const content = query.content.join('');
  const distributed = distribute(content, 2);
  // 城乡居民基础养老金 is one thing where the plan names it so.
  const isOne = loaded.figures.some(({ indicator }) => indicator.includes(query.content[0] ?? content));
  if (/^城乡|^.{2,4}[和与]/.test(content) && distributed.length === 2 && !(isOne && content.startsWith('城乡')))
    return distributed.map((name) => [name]);
  if (acrossYears.test(query.folded) && isOneWithBoth(context)) return [];
  const shared = sharedPredicate.exec(query.folded) ?? comparedIn.exec(query.folded) ?? sharedThing.exec(query.folded);
  if (shared)
    return [shared[1], shared[2]].map((name = '') =>
      contentRuns(name.replace(countedKind, '') + (shared[3] ?? '').replace(spending, '投资'), known),
    );
  const kinds = kindsOf.exec(query.folded);
  if (kinds)
    return (kinds[1] ?? '')
      .split(/[、和跟与]/)
      .map((name) => contentRuns(`${name}${(kinds[2] ?? '').replace(/^(?:产业|行业|领域|片区)的?(?=.)/, '')}`, known));
  const folded = query.folded.replace(upOrDown, '');
  const row = enumerationIn(folded);
  const inRow = row !== folded;
  const parts = row
    .split(/[,，;；、?？]|还是|还有|以及|加上|再加|连同|(?:和|跟|与|比|同|及)(?!去年|今年|上年|谐|平)/)
    .map((part) =>
      contentRuns(
        part
          .replace(differenceAsked, '')
          .replace(countedKind, '')
          .replace(/[比较]$/, ''),
        known,
      ).filter((run) => !comparisonWords.test(run)),
    )
    // 「新建、改扩建各几所」 names two by what is done.
    .filter((runs) => runs.join('').length >= 2 && !runs.every((run) => isSoft(run) || (!inRow && addition.test(run))));
  if (parts.length < 2) return [];
  // 「办学条件达标，中职和高职哪个更高」: the first clause says of what.
  if (
    !inRow &&
    parts.length > 2 &&
    /^(?![^,，]*(?:多少|几))[^,，和跟与]+[,，][^,，]+[和跟与][^,，]+[,，]?(?:哪个|谁|各|分别|差)/.test(query.folded)
  )
    parts.shift();
  // What stands once belongs to each: 「抗病毒治疗的覆盖率和成功率」.
  const isClear = (candidate: Candidate | undefined): candidate is Candidate =>
    candidate !== undefined && (isNamed(candidate) || (inRow && candidate.near >= looselyNamed));
  const areTold = (best: readonly (Candidate | undefined)[]): boolean =>
    best.every(isClear) && new Set(best.map((candidate) => candidate.figure.indicator)).size >= 2;
  if (areTold(parts.map((runs) => (inRow ? rankOfRow : rankTopic)(loaded, runs, null, meanings, query.content)[0])))
    return parts;
  // 「新增造林和封山育林」: beside the other's name one that is given loosely may be taken for it too.
  const names = parts.map((runs) => runs.map((run) => run.replace(additionInFront, '')));
  if (query.arithmetic === 'sum' && areTold(names.map((runs) => rankFigures(loaded, runs, null, noMeanings)[0])))
    return names;
  const headed = distribute(sharedHead(query.folded), 2);
  return headed.length === 2 ? headed.map((name) => [name]) : [];
}

/** 「争取中央和省里的资金」 of 中央和省级资金: what the plan names with both is one thing, whether its years are compared or it is summed up. */
export function isOneWithBoth({ loaded, query, meanings }: FormContext): boolean {
  const [best] = rankFigures(loaded, query.content, query.asks[0] ?? null, meanings);
  return best !== undefined && best.near >= mostlyNamed && joins.test(best.figure.indicator);
}

const acrossYears = /(?:去年|上年|现在|目前|20\d\d年?).*(?:今年|目标)|(?:今年|目标).*(?:去年|上年|现在|目前|实际)/;
const mostlyNamed = 0.7;
/** What joins two things in a name, and in a question that adds them up. */
export const joins = new RegExp(`[和与、跟]|加上|再加|连同|${joiningJi}`);

/** 「今年梯度培育，小巨人、省级专精特新、创新型中小企业各要新增多少家」: what stands in a row before 各, without its opening. */
const enumerationIn = (folded: string): string =>
  /(?<=^|[,，]|其中)(?!其中)(?:[^,，、。?？]{2,16}、)+[^,，、。?？]{2,24}?(?=又?(?:各|分别)|(?:是|有)(?:多少|几))/.exec(
    folded,
  )?.[0] ?? folded;

/** Named by its words, or by the whole of a short indicator: 风电 below 新增装机. */
const namedEnough = 0.5;
/** In a row of names (甲、乙各多少) each is one, if only loosely. */
const looselyNamed = 0.35;
const isNamed = ({ near, named, figure }: Candidate): boolean =>
  near >= namedEnough || (named >= 0.99 && figure.indicator.length >= 2);

/** 「今年新增的跟去年新增的」: what is done names nothing. */
const addition = /^[要再又还]*(?:新增|增加|净增|新建|建成|建设|提高|提升|降低|下降|减少|增长|增|多|少)$/;

const additionInFront = /^(?:新增|新建|增加|完成)(?=[\u4e00-\u9fff]{2})/;

/** 「铜跟铝，精深加工率哪个要求更高」 */
const sharedPredicate =
  /^([^,，和跟与]{1,6})[和跟与]([^,，]{1,6})[,，]([^,，]{2,12}?(?:率|比例|比重|占比|额|量|数|投资|资金|经费|收入|产值|面积|标准))(?:的(?:任务|目标|指标))?(?:谁|哪[个头边块]|相?差|各)/;

/** 「国家和省级的临床重点专科，今年哪个新增得多」 */
const sharedThing =
  /^([^,，的和跟与]{2,6})[和跟与]([^,，的和跟与]{2,6})的([^,，]{2,14})[,，](?:今年|去年)?(?:哪个|谁|各|分别|相?差)/;

/** 「供水、燃气、供热三种管网各更新改造多少」: what they are stands once, behind them. */
const kindsOf =
  /((?:[\u4e00-\u9fff]{1,8}[、和跟与])+[\u4e00-\u9fff]{1,8}?)(?:这)?[两三四五六七八](?:种|[个大](?=产业|行业|领域|片区))([\u4e00-\u9fff]{2,8}?)(?:的?(?:目标|任务|指标))?(?=各|分别|都|[,，]?(?:哪一?个|谁|一共|合计|加起来))/;

/** 「哪个项目花钱多」 */
const spending = /^(?:项目|工程)?(?:花的?钱|投的?钱|用的?钱|投入)$/;

/** 「康复楼跟精神卫生中心迁建，今年哪个计划投资更多」 */
const comparedIn =
  /^([^,，和跟与]{2,14})[和跟与]([^,，]{2,14})[,，](?:今年|去年)?(?:哪个|谁)的?([\u4e00-\u9fff]{2,14}?)(?:的?(?:任务|目标|指标))?(?:更|要|比较|最)?[高多大快低少小重轻](?:一?些|点)?/;

/** 「电子信息和高端装备两条链」: how many are named, and what they are. */
const countedKind = /(?<=[\u4e00-\u9fff]{2})(?:这)?[两三四五六]个?[条个项家类块][\u4e00-\u9fff]{0,3}$/;

/** 「是高了还是低了」 asks of one thing. */
const upOrDown = /是?[高低多少快慢]了?还是[高低多少快慢]了?[?？。]?$/;

/** 「比农村低保高出多少」 */
const differenceAsked = /(?:提高|降低|增长|减少|增加|缩小|扩大|[高低多少快慢长短大小])(?:出|了)?(?:多少|几).*$/;

/** Words that compare or add up; they name none of the things. */
export const comparisonWords =
  /^(?:每年|逐年|各年|高|低|多|少|快|慢|大|小|严|松|紧|严了|松了|比|相比|对比|差|变化|高些|多些|一共|总共|合计|共|加起来|合起来|合在一起|总数|总量|量大|量更大|数量大|相差|比较|更|定得|增加|提高|长|短|哪|差距|差额|更高|更大|少了|多了|高了|低了|更多|更低|比较|比一比|比较一下|一样|一样多|相同|实绩|完成额|完成数|完成值|年度计划比?|额|额?多出|(?:增长|增|涨|升|降|跌)得?[快慢多少]|[\u4e00-\u9fff]{2}[高低大小多少重轻])$/;

/** 「城市和农村低保标准，去年今年各是每月多少」: the part up to the first stop. */
const sharedHead = (folded: string): string => (folded.split(/[,，?？]/)[0] ?? '').replace(/的.*$/, '');

const whollyNamed = 0.9;

/** The figures for one topic; of two in one clause the one that the topic's own words name. */
function rankTopic(...[loaded, topic, ask, meanings, background]: Parameters<typeof rankFigures>): Candidate[] {
  const ranked = rankFigures(loaded, topic, ask, meanings, background);
  const [best] = ranked;
  const [alone] = rankFigures(loaded, topic, ask, noMeanings);
  const own = ranked.find(({ figure }) => figure === alone?.figure);
  if (!best || !own || own === best || own.near <= best.near || own.figure.clause.start !== best.figure.clause.start)
    return ranked;
  return [own, ...ranked.filter((other) => other !== own)];
}

/** The other topics' words, and the meaning of the whole question, help only where the topic's own words do not name it. */
function rankOfRow(
  ...[loaded, topic, ask, meanings, background]: Required<Parameters<typeof rankFigures>>
): Candidate[] {
  const alone = rankFigures(loaded, topic, ask, noMeanings);
  return (alone[0]?.near ?? 0) >= whollyNamed ? alone : rankFigures(loaded, topic, ask, meanings, background);
}

const ownKind = /(?:浓度|指数|系数)$|^PM(?:2\.5|10)$/i;

/** The figure that one of several topics means; null where none is clear. */
export function bestOfTopic(
  { loaded, meanings, query }: FormContext,
  topic: readonly string[],
  time: AskedTime,
): Figure | null {
  const inRow = enumerationIn(query.folded) !== query.folded;
  const ask = query.asks[0] ?? null;
  // 「建成里程、服务区、南环线投资各是多少」: each of a row is measured in its own way.
  const ofTopic = inRow ? readAsks(`${topic.join('')}多少`)[0] : undefined;
  // 「优良天数比例和PM2.5浓度分别是多少」: the unit that the first one is asked in is not the second one's.
  const isOwnKind = ask?.unit === null && ownKind.test(topic.at(-1) ?? '');
  const kind = isOwnKind ? { unitClass: null, implied: false } : ofTopic?.unitClass != null && ask?.implied === true ? ofTopic : {}; // prettier-ignore
  const own = ask === null ? null : { ...ask, ...kind, content: topic };
  const rank = inRow ? rankOfRow : rankTopic;
  const ranked = rank(loaded, topic, own, meanings, query.content).filter(
    ({ unitFit, figure }) => unitFit > 0.3 && figure.role === 'figure',
  );
  const [best] = ranked;
  if (!best || (evidenceFor(ranked, topic) === null && best.named < 0.99)) return null;
  const lead = ranked[0]?.score ?? 0;
  const fitting = ranked.filter(({ figure, score }) => score >= 0.8 * lead && fitsTime(figure, time, loaded.plan));
  const preferred = time.period === null ? fitting.find(({ figure }) => figure.period === 'target') : undefined;
  return (preferred ?? fitting[0])?.figure ?? null;
}
