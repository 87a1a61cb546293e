import type { Answer, PlanFigure } from '../answer/answer.ts';
import { packData } from './callback-data.ts';
import { figureText } from './figure-text.ts';
import type { Keyboard } from './outbox/outgoing.ts';

/** What the buttons under answers do; `actions` of other features must differ. */
export const actions = {
  passage: 't',
  section: 's',
  sectionPage: 'S',
  figure: 'f',
  page: 'p',
  useful: 'y',
  wrong: 'n',
} as const;

type Row = Keyboard[number];

/** A button's text that telephones still show whole. */
const LABEL_UNITS = 28;
const MAX_CANDIDATES = 5;
const MAX_RELATED = 3;

export const shorten = (text: string, units = LABEL_UNITS): string => {
  const characters = [...text.replace(/\s+/g, ' ').trim()];
  return characters.length <= units ? characters.join('') : `${characters.slice(0, units - 1).join('')}…`;
};

const figureButton = (shown: PlanFigure, withFigure: boolean): Row[number] => ({
  text: shorten(withFigure ? `${figureText(shown)} ${shown.figure.indicator}` : shown.figure.indicator),
  data: packData(actions.figure, shown.plan.id, shown.figure.id),
});

/** 原文 and 本节指标 of the figure that the answer is about. */
function sourceRow(shown: PlanFigure | undefined): Row[] {
  if (shown === undefined) return [];
  const { plan, figure } = shown;
  const section = figure.section;
  return [
    [
      { text: '原文', data: packData(actions.passage, plan.id, figure.passage.id) },
      ...(section === null ? [] : [{ text: '本节指标', data: packData(actions.section, plan.id, section.id, 0) }]),
    ],
  ];
}

export function answerKeyboard(answer: Answer, auditId: number, withFeedback: boolean): Keyboard {
  const rows: Row[] = [];
  if (answer.kind === 'ambiguous') {
    rows.push(...answer.figures.slice(0, MAX_CANDIDATES).map((shown) => [figureButton(shown, true)]));
  } else if (answer.status === 'answered') {
    rows.push(...sourceRow(answer.figures[0]));
  }
  if (answer.status === 'not_found' && answer.related.length > 0) {
    rows.push(...answer.related.slice(0, MAX_RELATED).map((shown) => [figureButton(shown, false)]));
    rows.push(
      ...sourceRow(answer.related[0])
        .map((row) => row.slice(1))
        .filter((row) => row.length > 0),
    );
  }
  if (withFeedback && answer.kind !== 'chat') {
    rows.push([
      { text: '有用', data: packData(actions.useful, auditId) },
      { text: '有误', data: packData(actions.wrong, auditId) },
    ]);
  }
  return rows;
}

/** 上一页 and 下一页, with the place between them. */
export function pagingRow(page: number, pages: number, dataOf: (page: number) => string): Row[] {
  if (pages < 2) return [];
  return [
    [
      ...(page > 0 ? [{ text: '上一页', data: dataOf(page - 1) }] : []),
      { text: `${page + 1}/${pages}`, data: dataOf(page) },
      ...(page + 1 < pages ? [{ text: '下一页', data: dataOf(page + 1) }] : []),
    ],
  ];
}
