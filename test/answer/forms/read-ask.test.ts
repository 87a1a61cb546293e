import { describe, expect, it } from 'vitest';
import { readAsk } from '../../../src/answer/forms/read-ask.ts';
import { wordsOf } from '../../../src/answer/question/known-words.ts';
import { readQuestion } from '../../../src/answer/question/read-question.ts';
import { reword } from '../../../src/answer/question/thesaurus.ts';
import { lookUpMeanings } from '../../../src/answer/ranking/rank.ts';
import { loadText, told } from '../support.ts';

const loaded = await loadText(`2026年工作要点
一、重点任务
规上工业企业亏损面控制在15%以内。新增规上工业企业40家。培育专精特新企业25家。盘活闲置厂房12万平方米。
二、民生
城镇新增就业1.2万人，失业人员再就业3000人。发放稳岗补贴800万元。
`);

async function read(question: string): Promise<[readonly string[], string, string | null]> {
  const query = readQuestion(question, loaded.plan, wordsOf(loaded));
  const inTerms = reword(query.folded, loaded.plan.document.text);
  const { content, fitting, evidence } = readAsk(
    {
      loaded,
      query,
      meanings: await lookUpMeanings(loaded, query.folded),
      reworded: await lookUpMeanings(loaded, inTerms),
    },
    query.content,
    query.asks[0] ?? null,
  );
  return [content, told(fitting[0]!.figure), evidence];
}

describe('readAsk', () => {
  it('keeps to the words as asked where they name a figure', async () => {
    expect(await read('新增规上工业企业多少家')).toEqual([['新增规上工业企业'], '新增规上工业企业 40家', 'words']);
  });

  it('reads everyday words in the terms of the plan', async () => {
    const [content, figure, evidence] = await read('赔钱的厂子最多占几成');
    expect(content.join('')).toMatch(/^亏损.*企业$/);
    expect(figure).toBe('规上工业企业亏损面 15%');
    expect(evidence).not.toBeNull();
  });

  it('finds nothing for what the plan lacks in any words', async () => {
    const [, , evidence] = await read('爷爷奶奶吃饭的食堂开几家');
    expect(evidence).toBeNull();
  });
});
