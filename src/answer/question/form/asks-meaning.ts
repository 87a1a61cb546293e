import { readBareNumber } from '../bare-number.ts';
import type { FormHints } from './form-hints.ts';

const meaning = new RegExp(
  [
    // 「指的是什么」, 「属于哪个」
    '(?:是|指|说|代表|对应|属于|叫)的?(?:什么|啥|哪|干什么|干啥|谁|怎么回事)',
    // 「是哪项指标」
    '(?:是|指)?哪(?:一)?[项个条](?:指标|任务|目标|工作)?',
    // 「什么任务」
    '什么(?:指标|任务|意思|目标|项目|工作|事|数)',
    // 「是干什么用的」
    '做什么用|用来(?:干|做)|是[笔个](?:什么|啥)',
    // 「怎么回事」
    '指的是|干(?:什么|啥)|是啥|怎么回事|哪来的',
    // 「花在哪了」
    '(?:花|用|投|拨|补|给)(?:在|到|给)?了?(?:什么|啥|哪|谁)',
  ].join('|'),
);

/** 「5000辆指什么」: a number is given and its meaning wanted. */
export function asksMeaning(text: string, { wantsNumber, condition, quantities }: FormHints): boolean {
  if (
    quantities > 0 &&
    /(?:都|是|到底|各)?(?:指|说|讲)的?(?:是)?(?:建|修|做|办|搞|干|买|补|种)?(?:啥|什么|哪)/.test(text)
  )
    return true;
  if (quantities === 0) return readBareNumber(text) !== null && meaning.test(text);
  if (wantsNumber || condition?.operator === '>=' || condition?.operator === '>') return false;
  return meaning.test(text);
}
