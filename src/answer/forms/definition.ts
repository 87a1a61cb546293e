import { foldWidth } from '../../text/fold-width.ts';
import type { Finding } from '../finding.ts';
import type { FormContext } from './context.ts';

/** 「“1+4+N”改革里的“1”指什么」: a part of a programme's name, and what asks for its meaning. */
const asked =
  /[“"「]?((?:[\dA-Za-z]+\+)+[\dA-Za-z]+)[”"」]?[^“"「”"」，,。?？]{0,8}?(?:里|中|当中)?的?[“"「]?([\dA-Za-z]+)[”"」]?(?:是|都|各|具体)?(?:指|代表|说)/i;

/** The sentence that explains one part of a programme's name as 「“1”即…」; null where none is asked for, or none does. */
export function findDefinition({ loaded, query }: FormContext): Finding | null {
  const [, name, part] = asked.exec(query.folded) ?? [];
  if (name === undefined || part === undefined) return null;
  const explains = new RegExp(`[“"「]${part}[”"」](?:是指|即|就是|为|指|代表|是)`, 'i');
  const found = loaded.plan.passages.filter(
    ({ text, section }) =>
      explains.test(foldWidth(text)) && foldWidth(`${section?.path.join() ?? ''}${text}`).includes(name),
  );
  return found.length === 0 ? null : { kind: 'passage', passages: found.slice(0, 1), sections: [], figures: [] };
}
