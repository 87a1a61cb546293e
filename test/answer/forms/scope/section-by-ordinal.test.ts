import { describe, expect, it } from 'vitest';
import { sectionByOrdinal } from '../../../../src/answer/forms/scope/section-by-ordinal.ts';
import { wordsOf } from '../../../../src/answer/question/known-words.ts';
import { readQuestion } from '../../../../src/answer/question/read-question.ts';
import { noMeanings } from '../../../../src/answer/ranking/rank.ts';
import { loadWords } from '../../support.ts';

const loaded = await loadWords(`2026年工作要点
一、民生
今年办好实事：一是扩大学位。新建学校2所。二是助餐养老。新建助餐点7处。三是稳定就业。新增岗位500个。
二、城建
（一）城市更新
新建公园8个。
（二）交通出行
（三）水务
（四）防洪排涝
专栏1 畅通工程
打通断头路9条。
附件：重点任务清单
改造管网6公里。
`);
const title = (question: string): string | undefined =>
  sectionByOrdinal({ loaded, query: readQuestion(question, loaded.plan, wordsOf(loaded)), meanings: noMeanings }, [])
    ?.title;

describe('sectionByOrdinal', () => {
  it.each([
    ['第三件实事（稳定就业）有哪些数', '稳定就业'],
    ['第四项任务（防洪排涝）有哪些数', '防洪排涝'],
    ['第二部分有哪些数', '城建'],
    ['专栏1里有哪些数', '畅通工程'],
    ['专栏2里有哪些数', undefined],
    ['附件里有哪些任务', '重点任务清单'],
    ['附件的目标有哪些', '重点任务清单'],
    ['附件一共多少项任务', '重点任务清单'],
    ['附件有几项任务', '重点任务清单'],
    ['附件2里有哪些任务', undefined],
    ['附件2的目标有哪些', undefined],
    ['第三件实事有哪些数', undefined],
    ['第四件实事（稳定就业）有哪些数', undefined],
  ])('finds the heading or the measure of that number which the question names: %s', (question, expected) => {
    expect(title(question)).toBe(expected);
  });

  it('counts the item within the appendix that is named', async () => {
    const plan = await loadWords(
      '2026年工作要点\n一、民生\n新建公园3个。\n二、城建\n新建广场5个。\n附件1\n民生实事\n1.修路。修路3公里。\n2.助餐。新建助餐点7处。\n附件2\n任务清单\n1.就业。组织招聘7场。\n2.入园。入园率达到92%。\n3.体检。体检90人。',
    );
    const titleIn = (question: string): string | undefined =>
      sectionByOrdinal(
        { loaded: plan, query: readQuestion(question, plan.plan, wordsOf(plan)), meanings: noMeanings },
        ['民生'],
      )?.title;
    expect(titleIn('附件1第2项有哪些数')).toBe('助餐');
    expect(titleIn('附件2第2项有哪些数')).toBe('入园');
    expect(titleIn('附件2有哪些数')).toBe('任务清单');
    expect(titleIn('附件1第3项有哪些数')).toBeUndefined();
    expect(titleIn('第二部分有哪些数')).toBe('城建');
  });
});
