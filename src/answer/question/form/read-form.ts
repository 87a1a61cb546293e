import { asksRank } from '../ask-words.ts';
import type { Form } from '../query.ts';
import { isAcknowledgement } from './acknowledgement.ts';
import { asksComparison } from './asks-comparison.ts';
import { asksDeadline, asksOwner } from './asks-detail.ts';
import { asksAllOfUnit, asksFilter, asksMeanings } from './asks-filter.ts';
import { asksList, asksNumbersOfPart } from './asks-list.ts';
import { asksMeaning } from './asks-meaning.ts';
import { asksNames, asksPassage, asksWords } from './asks-passage.ts';
import { isErrand } from './errands.ts';
import type { FormHints } from './form-hints.ts';
import { isOtherRequest, isOtherTopic } from './other-requests.ts';

interface FormRule {
  readonly form: Form;
  readonly matches: (text: string, hints: FormHints) => boolean;
}

/** 「还有几项指标」 */
const countsFigures =
  /(?:有|还有|列了|定了|提了|是)(?:多少|几)[个项条](?:指标|目标|任务)|附件[^,，]{0,4}(?:多少|几)[个项条件](?:任务|工作|事)?[?？。]?$/;
/** 「完成了几项任务」: the number stands in the plan. */
const countTold = /(?:完成|实现|确定|设定)了?(?:多少|几)[个项条]/;

/** Rules in order: the surest signs come first. The last one always holds. */
const rules: readonly FormRule[] = [
  { form: 'other', matches: isOtherRequest },
  { form: 'acknowledgement', matches: isAcknowledgement },
  { form: 'other', matches: isErrand },
  { form: 'other', matches: isOtherTopic },
  { form: 'owner', matches: asksOwner },
  { form: 'deadline', matches: asksDeadline },
  { form: 'filter', matches: asksMeanings },
  { form: 'reverse', matches: asksMeaning },
  { form: 'filter', matches: (text, { both }) => both && asksAllOfUnit(text) },
  { form: 'list', matches: asksNumbersOfPart },
  { form: 'compare', matches: asksComparison },
  { form: 'filter', matches: asksFilter },
  { form: 'count', matches: (text) => countsFigures.test(text) },
  { form: 'single', matches: (text, { wantsNumber }) => wantsNumber && countTold.test(text) },
  { form: 'passage', matches: asksWords },
  { form: 'list', matches: asksList },
  { form: 'passage', matches: asksNames },
  { form: 'passage', matches: (text) => asksRank.test(text) },
  { form: 'single', matches: (_, { wantsNumber }) => wantsNumber },
  { form: 'passage', matches: asksPassage },
  { form: 'single', matches: () => true },
];

/** The form of the answer that a question wants. `text` is folded: simplified characters, half width. */
export const readForm = (text: string, hints: FormHints): Form =>
  rules.find(({ matches }) => matches(text, hints))?.form ?? 'single';
