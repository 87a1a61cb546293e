import type { FormContext } from './context.ts';

/** A question asked again for how fast things grow, whatever they are measured in: 收入 is no sum of money there. */
export function askingChange(context: FormContext): FormContext {
  const { query } = context;
  const [ask] = query.asks;
  const rate = { unit: null, unitClass: null, implied: false, stock: false, number: true, aspect: 'change', bound: null } as const; // prettier-ignore
  return {
    ...context,
    query: { ...query, asks: [{ text: query.folded, content: query.content, ...ask, ...rate }] },
  };
}
