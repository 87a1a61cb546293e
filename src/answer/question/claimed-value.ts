import { findQuantities } from '../../figures/quantities.ts';

/** 「初稿上写的是…」, 「我记得是…」: somebody has a value that is to be checked. */
const claim =
  /(?:我)?(?:手上|手头)?的?(?:初稿|草稿|底稿|讲稿|稿子|稿件|材料|简报|笔记)(?:里|上|中)?面?(?:我)?(?:写|填|列|记|用)(?:的|了|着)?(?:是)?|我(?:记得|记着|印象[里中]?)(?:好像|原来|以前|大概|应该)*(?:不对|(?:是|有)?(?:\d+(?:\.\d+)?(?=[,，。?？]|$))?)|(?:有人|别人|他们)(?:说|记得)(?:的)?(?:是)?/g;
const checks = /多少|几|原文|对不对|对吗|准不准|核/;

/** A question without the value that it wants checked: it is not what is looked for, and may be wrong. */
export function withoutClaim(folded: string): string {
  const rest = folded.replace(claim, '');
  if (rest === folded || !checks.test(folded)) return folded;
  return findQuantities(rest)
    .filter(({ value, bare, end }) => value !== null && !bare && !/^(?:及?以[上下内]|的)/.test(rest.slice(end)))
    .toReversed()
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end), rest);
}
