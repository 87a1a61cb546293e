import type { Figure } from '../../figures/figure.ts';
import { readChineseNumber } from '../../text/chinese-number.ts';
import { fitsTime } from '../ranking/fits-time.ts';
import type { FormContext } from './context.ts';

const counter = '[两二三四五六七八九十]{1,2}[大个项类种]';
/** 新兴产业产值: the things, and what is measured of each. */
const measured = /^([\u4e00-\u9fff]{2,}?)(产值|产量|营收|收入|投资|面积|人数|户数|规模|数量|增速|占比)$/;
const counted = new RegExp(`(${counter})`);
const changeWord = /^(?:增长|增加|提高|上升|下降|减少|涨)了?$/;

/**
 * 「四大主导产业的产值分别是多少」: just as many figures as are counted, of one sentence and with all the words in their
 * names, or of one part headed with the things and with what is asked at the end of their names; empty where there are
 * none.
 */
export function countedRow({ query, loaded }: FormContext): readonly Figure[] {
  const count = readChineseNumber(counted.exec(query.folded)?.[1]?.slice(0, -1) ?? '');
  if (count === null || count < 2 || !/分别|各/.test(query.folded)) return [];
  // 「产值各涨了多少」: the change is asked for, and named by no word of the indicator.
  const words = query.content
    .map((run) => run.replace(new RegExp(`^${counter}`), '').replace(/分别$/, ''))
    .filter((run) => !changeWord.test(run));
  const aspect = query.asks.length === 1 ? query.asks[0]?.aspect : null;
  const [things = '', asked = ''] =
    words.length > 1 ? [words[0], words.at(-1)] : (measured.exec(words[0] ?? '')?.slice(1) ?? []);
  const timely = loaded.figures.filter(
    (figure) =>
      figure.role === 'figure' &&
      !figure.cumulative &&
      fitsTime(figure, query.time, loaded.plan) &&
      (aspect !== 'change' || figure.aspect === 'change'),
  );
  const named = timely.filter(({ indicator }) => words.every((word) => indicator.includes(word)));
  if (named.length === count && named.every(({ passage }) => passage === named[0]?.passage)) return named;
  if (things === '' || asked === '') return [];
  const below = timely.filter(
    ({ indicator, section }) => indicator.endsWith(asked) && section?.title.includes(things) === true,
  );
  // A part may go on with another thing of the kind; the row stands in one sentence.
  const rows = [
    (figure: Figure): object | null => figure.section,
    (figure: Figure): object | null => figure.passage,
  ].flatMap((of) => [...new Set(below.map(of))].map((one) => below.filter((figure) => of(figure) === one)));
  return rows.find((figures) => figures.length === count) ?? [];
}
