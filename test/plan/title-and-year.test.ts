import { describe, expect, it } from 'vitest';
import { readPlanText } from '../support/read-plan.ts';

const body = '\n\n一、重点任务\n新建学校3所。\n';

describe('readTitle and readYear', () => {
  it.each([
    ['政府工作报告\n——2025年1月8日在岚溪县第十八届人民代表大会第四次会议上\n岚溪县县长 张三', '政府工作报告', 2025],
    ['XX市交通运输局2025年工作要点', 'XX市交通运输局2025年工作要点', 2025],
    ['岚溪县教育局\n2025年工作要点', '岚溪县教育局2025年工作要点', 2025],
    ['岚溪县财政局\n关于2025年预算安排的意见\n（征求意见稿）', '岚溪县财政局关于2025年预算安排的意见', 2025],
    [
      '中共岚溪县委 岚溪县人民政府\n关于做好2025年乡村振兴重点工作的实施意见',
      '中共岚溪县委 岚溪县人民政府关于做好2025年乡村振兴重点工作的实施意见',
      2025,
    ],
    ['关于印发《岚溪县2025年政府工作要点》的通知\n各乡镇人民政府：', '岚溪县2025年政府工作要点', 2025],
    [
      '岚溪县人民政府办公室关于印发岚溪县2026年重点工作任务分解方案的通知\n岚政办发〔2026〕3号',
      '岚溪县2026年重点工作任务分解方案',
      2026,
    ],
    ['2024年工作总结和2025年工作计划', '2024年工作总结和2025年工作计划', 2025],
    [
      '岚溪县交通运输局2025年上半年工作总结及下半年工作打算',
      '岚溪县交通运输局2025年上半年工作总结及下半年工作打算',
      2025,
    ],
    ['岚溪县2025年国民经济和社会发展计划（草案）', '岚溪县2025年国民经济和社会发展计划（草案）', 2025],
    ['政府工作报告（摘要）\n2025年1月8日', '政府工作报告（摘要）', 2025],
    ['政 府 工 作 报 告\n2025年1月8日', '政府工作报告', 2025],
    ['附件1\n岚溪县2025年重点任务清单', '岚溪县2025年重点任务清单', 2025],
    ['岚溪县2025年民生实事', '岚溪县2025年民生实事', 2025],
    ['**岚溪县2025年工作思路**', '岚溪县2025年工作思路', 2025],
    ['岚溪县乡村振兴局二〇二五年工作要点', '岚溪县乡村振兴局二〇二五年工作要点', 2025],
    ['岚溪县工作要点\n二○二六年二月三日', '岚溪县工作要点', 2026],
    ['岚溪县水利局２０２５年工作要点', '岚溪县水利局２０２５年工作要点', 2025],
    ['在全市生态环境保护工作会议上的讲话\n（2025年2月18日）', '在全市生态环境保护工作会议上的讲话', 2025],
  ])('reads %j', async (front, title, year) => {
    const plan = await readPlanText(front + body);
    expect([plan.title, plan.year]).toEqual([title, year]);
  });

  it('takes the first year of a plan over several', async () => {
    expect((await readPlanText(`岚溪县“十五五”规划纲要（2026—2030年）${body}`)).year).toBe(2026);
    expect((await readPlanText(`岚溪县2025年至2027年行动方案${body}`)).year).toBe(2025);
  });

  it('names a speech without a title by its meeting', async () => {
    const plan = await readPlanText(`同志们：\n今天，我们召开全县教育工作会议，主要任务是部署2026年工作。${body}`);
    expect([plan.title, plan.year]).toEqual(['全县教育工作会议', 2026]);
  });

  it('takes the year from a heading of targets, not from one that looks back', async () => {
    const text =
      '政府工作报告\n\n一、2024年工作回顾\n新建3所。\n二、2025年目标任务\n到2030年建成5所。\n三、展望2035年\n继续。';
    expect((await readPlanText(text)).year).toBe(2025);
  });

  it('takes the year that the text announces', async () => {
    expect((await readPlanText('同志们：\n会议总结2025年工作，部署2026年任务。\n一、任务\n新建3所。')).year).toBe(2026);
    expect((await readPlanText('同志们：\n2025年是“十四五”收官之年。\n一、任务\n新建3所。')).year).toBe(2025);
  });

  it.each(['202x年工作要点', '20XX年工作要点', '某县工作要点', '____年工作要点'])(
    'leaves the year of “%s” open',
    async (title) => {
      expect((await readPlanText(title + body)).year).toBeNull();
    },
  );

  it.each(['一、重点任务\n新建学校3所。', '各位代表：\n新建学校3所。', '新建学校3所。改造2所。'])(
    'makes up no title for %j',
    async (text) => {
      expect((await readPlanText(text)).title).toBeNull();
    },
  );
});
