import { foldWidth } from '../../text/fold-width.ts';
import type { Passage } from '../../plan/plan.ts';
import type { Finding } from '../finding.ts';
import type { FormContext } from './context.ts';

/** 「“1+4+N”改革里的“1”指什么」: a part of a programme's name, and what asks for its meaning. */
const asked =
  /[“"「]?((?:[\dA-Za-z]+\+)+[\dA-Za-z]+)[”"」]?[^“"「”"」，,。?？]{0,8}?(?:里|中|当中)?的?[“"「]?([\dA-Za-z]+)[”"」]?(?:是|都|各|具体)?(?:指|代表|说)/i;

/** 「“一核引领、两翼齐飞”具体指哪些地方」: the whole of a name in a row. */
const askedRow =
  /[“"「]([^“"「」”"]{2,12}(?:、[^“"「」”"]{2,12})+)[”"」](?:具体|都|各|分别)*(?:是?指|代表|说)(?:的是)?(?:哪|什么|啥)/;

/** The sentence that explains one part of a programme's name as 「“1”即…」, or all of a row; null where none is asked for, or none does. */
export function findDefinition(context: FormContext): Finding | null {
  const passage = partExplained(context) ?? rowExplained(context);
  return passage ? { kind: 'passage', passages: [passage], sections: [], figures: [] } : null;
}

const means = '(?:是指|即|就是|为|指|代表|是)';

function partExplained({ loaded, query }: FormContext): Passage | undefined {
  const [, name, part] = asked.exec(query.folded) ?? [];
  if (name === undefined || part === undefined) return undefined;
  const explains = new RegExp(`[“"「]${part}[”"」]${means}`, 'i');
  return loaded.plan.passages.find(
    ({ text, section }) =>
      explains.test(foldWidth(text)) && foldWidth(`${section?.path.join() ?? ''}${text}`).includes(name),
  );
}

/** 「“一核”即…，“两翼”即…」 explains each by the words that its name begins with. */
function rowExplained({ loaded, query }: FormContext): Passage | undefined {
  const names = askedRow.exec(query.folded)?.[1]?.split('、') ?? [];
  if (names.length === 0) return undefined;
  const explains = names.map((name) => new RegExp(`[“"「]${name.slice(0, 2)}[^“"「」”"]{0,10}[”"」]${means}`));
  return loaded.plan.passages.find(({ text }) => explains.every((pattern) => pattern.test(foldWidth(text))));
}
