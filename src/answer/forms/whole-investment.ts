import { clauseText, type Figure } from '../../figures/figure.ts';

const asked = /^(?!.*(?:今年|年度|全年|当年|年内)).*总投资/;

/** Whether 「总投资多少」 would be answered by what is to be invested in one year: 「全年完成投资26.5亿元」. */
export const takesYearForWhole = (figure: Figure, question: string): boolean =>
  asked.test(question) &&
  figure.indicator.endsWith('投资') &&
  !figure.indicator.includes('总投资') &&
  /全年|年度|当年|年内|本年/.test(clauseText(figure) + figure.indicator);
