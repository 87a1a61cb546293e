import type { Figure } from '../../figures/figure.ts';
import { refuse, type Finding } from '../finding.ts';
import { contentRuns } from '../question/content-runs.ts';
import { wordsOf } from '../question/known-words.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import { askingChange } from './asking-change.ts';
import type { FormContext } from './context.ts';
import { bestOfTopic } from './topics.ts';
import { asksMainTargets, mainTargets } from './scope/main-targets.ts';
import { figuresIn } from './scope/section-figures.ts';

const rates =
  /(?:增长|增速|增幅|涨幅|[增涨升])得?[^,，]{0,4}最[快高大多慢低小少]|最[快高大慢低小]的?(?:增速|增幅|增长)/;
/** 「GDP、社零、固投，去年这三项哪个…」 */
const row =
  /^(?:去年|今年|20\d\d年)?((?:[^,，、]{2,14}、)+[^,，、]{2,14}?)[,，]?(?:今年|去年|20\d\d年)?(?:这)?[两三四五六七八九十]?[项个]?(?:指标)?[,，]?(?:里面?|中|当中)?哪/;
const generalRun = /^(?:指标|增长|增速|增幅|增|涨|快|慢|高|低|定|得|项|所有|全部|各项)+$/;
const fewest = 3;
const most = 24;

/**
 * 「GDP、社零、固投，去年这三项哪个增长最快」, 「主要目标里哪项增速最高」: the growth of each of the things named, or of all targets of
 * the part, in order; null where another kind of question is asked.
 */
export function findFastest(context: FormContext): Finding | null {
  const { query, loaded } = context;
  if ((query.arithmetic !== 'highest' && query.arithmetic !== 'lowest') || !rates.test(query.folded)) return null;
  const order = query.arithmetic;
  const names = row.exec(query.folded)?.[1]?.split('、') ?? [];
  if (names.length >= fewest) {
    const about = askingChange(context);
    const found = names.map((name) => bestOfTopic(about, contentRuns(name, wordsOf(loaded)), query.time));
    const figures = found.filter((figure) => figure?.aspect === 'change');
    return figures.length === names.length
      ? { kind: 'ranking', figures: figures.filter((figure) => figure !== null), order }
      : refuse(
          'no-comparison',
          found.filter((figure) => figure !== null),
        );
  }
  const isOfAll = query.content.every((run) => generalRun.test(run));
  if (!asksMainTargets.test(query.folded) && (!isOfAll || query.time.period === 'achieved')) return null;
  const part = mainTargets(
    asksMainTargets.test(query.folded) ? context : { ...context, query: { ...query, folded: '主要目标' } },
  );
  const grows = (figure: Figure): boolean =>
    figure.role === 'figure' &&
    figure.aspect === 'change' &&
    figure.quantity.unit === '%' &&
    !/[降减压缩]/.test(figure.quantity.qualifier ?? '') &&
    fitsTime(figure, query.time, loaded.plan);
  const figures = part ? figuresIn(part, loaded.figures.filter(grows)) : [];
  return figures.length < 2 || figures.length > most ? null : { kind: 'ranking', figures, order };
}
