import type { answerJson } from '../../src/cli/answer-json.ts';
import type { LabelledQuestion } from './plan-sets.ts';

type AnswerLine = ReturnType<typeof answerJson>;

const squeeze = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
/** A figure without the qualifier that it may carry: 93%以上 is 93%. */
const bare = (text: string): string =>
  squeeze(text)
    .replace(
      /^(大约|约|将近|接近|近|不超过|超过|超|突破|不低于|不少于|不高于|不大于|不小于|至少|最多|达到|达|逾|同比|连续|增长|下降|降至|缩短至|控制在|保持在|稳定在|翻)+/,
      '',
    )
    .replace(/(及以上|及以下|以上|以下|以内|之内|左右|上下)+$/, '');

const numeral = /[\d〇零一二三四五六七八九十百]/;

/** Where the marker stands in the path, -1 if nowhere; 一、 is not found in 十一、. */
function findMarker(joined: string, marker: string, from: number): number {
  let at = joined.indexOf(marker, from);
  while (at > 0 && numeral.test(marker[0] ?? '') && numeral.test(joined[at - 1] ?? ''))
    at = joined.indexOf(marker, at + 1);
  return at;
}

function holdsMarkers(path: readonly string[], markers: readonly string[]): boolean {
  const joined = squeeze(path.join('/'));
  let from = 0;
  for (const marker of markers.map(squeeze)) {
    const at = findMarker(joined, marker, from);
    if (at < 0) return false;
    from = at + marker.length;
  }
  return true;
}

/** What is wrong with an answer to a labelled question; empty where it is right. The rules are those of the labels' README. */
export function faultsOf({ expect }: LabelledQuestion, answer: AnswerLine): string[] {
  if (answer.status !== expect.status) return [`status ${answer.status}, expected ${expect.status}`];
  const wrong: string[] = [];
  const stated = answer.figures;
  const texts = new Set(stated.map(({ text }) => bare(text)));
  const everything = squeeze(answer.text + JSON.stringify([stated, answer.passages, answer.related]));
  for (const text of expect.forbidText ?? []) if (everything.includes(squeeze(text))) wrong.push(`shows ${text}`);
  if (expect.status === 'not_found') return stated.length > 0 ? [...wrong, 'states figures though not found'] : wrong;
  const expected = new Set((expect.figures ?? []).map(bare));
  for (const figure of expected) if (!texts.has(figure)) wrong.push(`missing ${figure}`);
  if (expected.size > 0) for (const figure of texts) if (!expected.has(figure)) wrong.push(`extra ${figure}`);
  if (expect.anyOf && !expect.anyOf.map(bare).includes(bare(stated[0]?.text ?? '')))
    wrong.push(`first figure ${stated[0]?.text ?? 'none'}`);
  for (const figure of expect.forbid ?? [])
    if (!expected.has(bare(figure)) && texts.has(bare(figure))) wrong.push(`forbidden ${figure}`);
  const shown = squeeze([answer.text, ...answer.passages.map(({ text }) => text)].join('\n'));
  for (const phrase of expect.phrases ?? [])
    if (!shown.includes(squeeze(phrase))) wrong.push(`missing phrase ${phrase}`);
  const sources = [
    ...stated.map(({ source }) => source.section),
    ...(expected.size > 0 ? [] : answer.passages.map(({ section }) => section)),
  ];
  const section = expect.section;
  if (section) {
    const fits = (path: readonly string[]): boolean => holdsMarkers(path, section);
    if (sources.length === 0 || !(expected.size > 0 ? sources.every(fits) : sources.some(fits)))
      wrong.push(`section ${JSON.stringify(sources[0])}`);
  }
  for (const markers of expect.sections ?? [])
    if (!sources.some((path) => holdsMarkers(path, markers))) wrong.push(`no source in ${markers.join('')}`);
  if (
    expect.period !== undefined &&
    expected.size > 0 &&
    stated.some(({ period }) => period !== null && period !== expect.period)
  )
    wrong.push('period');
  return wrong;
}
