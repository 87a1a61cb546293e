import { describe, expect, it } from 'vitest';
import { readPlanText } from '../support/read-plan.ts';

const body = '\n\n一、重点任务\n新建学校3所。\n';
const placeOf = async (front: string): Promise<string | null> => (await readPlanText(front + body)).place?.full ?? null;

describe('readPlace', () => {
  it.each([
    ['岚溪县教育局2025年工作要点', '岚溪县'],
    ['关于岚溪县2024年国民经济和社会发展计划执行情况与2025年计划草案的报告', '岚溪县'],
    ['砚川市住房和城乡建设局2025年工作总结', '砚川市'],
    ['澜江省工业和信息化厅2026年工作要点', '澜江省'],
    ['枫树坪镇人民政府工作报告', '枫树坪镇'],
    ['宁江市望澜区卫生健康局2026年工作要点', '望澜区'],
    ['沅阳经济技术开发区2026年工作要点', '沅阳经济技术开发区'],
  ])('reads it from the title: %s', async (title, place) => {
    expect(await placeOf(title)).toBe(place);
  });

  it.each([
    ['政府工作报告\n——2025年1月8日在岚溪县第十八届人民代表大会第四次会议上', '岚溪县'],
    ['政府工作报告\n——2026年1月16日在澜若藏族自治州第十四届人民代表大会第六次会议上', '澜若藏族自治州'],
    ['政府工作报告\n——2026年1月14日在宁江市望澜区第十八届人民代表大会第六次会议上', '望澜区'],
    ['在全市教育工作会议上的讲话\n澄川市教育局局长　陆敬文\n（2026年2月27日）', '澄川市'],
    ['岚州市卫生健康委员会关于印发《2026年全市卫生健康工作要点》的通知', '岚州市'],
  ])('reads it from the lines below: %s', async (front, place) => {
    expect(await placeOf(front)).toBe(place);
  });

  it.each([
    'XX市交通运输局2025年工作要点',
    '××省林业和草原局2026年工作要点',
    '某省教育厅2025年工作要点',
    '在全市教育工作会议上的讲话\n市委教育工委书记、市教育局局长　贺明远',
    '社区建设办公室2025年工作要点',
    '开发区管理委员会2025年工作要点',
    '工作要点',
  ])('makes up none: %s', async (front) => {
    expect(await placeOf(front)).toBeNull();
  });
});
