import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/documents/docx/read-docx.ts';
import { abstractList, docxFile, level, list, numbered, paragraph, type DocxParts } from './docx-file.ts';

const lines = async (parts: DocxParts): Promise<string[]> =>
  (await readDocx(docxFile(parts), 'a.docx')).text.trimEnd().split('\n');

describe('Numbering', () => {
  const outline = abstractList(
    0,
    level(0, 'chineseCountingThousand', '%1、'),
    level(1, 'chineseCounting', '（%2）', '<w:suff w:val="nothing"/>'),
    level(2, 'decimal', '%3.', '<w:suff w:val="space"/>'),
    level(3, 'decimalEnclosedCircleChinese', '%4', '<w:suff w:val="nothing"/>'),
  );

  it('counts nested levels and restarts the deeper ones', async () => {
    const body = [0, 1, 2, 3, 3, 2, 1, 2, 0, 1].map((depth) => numbered('事项', 1, depth)).join('');
    expect(await lines({ body, numbering: outline + list(1, 0) })).toEqual([
      '一、事项',
      '（一）事项',
      '1. 事项',
      '①事项',
      '②事项',
      '2. 事项',
      '（二）事项',
      '1. 事项',
      '二、事项',
      '（一）事项',
    ]);
  });

  it('puts the numbers of higher levels into the text of a lower one', async () => {
    const numbering =
      abstractList(0, level(0, 'upperRoman', '第%1章'), level(1, 'decimal', '%1.%2', '<w:isLgl/>')) + list(1, 0);
    const body = numbered('总则', 1) + numbered('任务', 1) + numbered('道路', 1, 1);
    expect(await lines({ body, numbering })).toEqual(['第I章 总则', '第II章 任务', '2.1 道路']);
  });

  it('counts on over lists of one definition and starts anew where a list says so', async () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const numbering = abstractList(0, level(0, 'decimal', '%1.')) + list(1, 0) + list(2, 0) + list(3, 0, restart);
    const body = [1, 1, 2, 3, 3].map((id) => numbered('事项', id)).join('');
    expect(await lines({ body, numbering })).toEqual(['1. 事项', '2. 事项', '3. 事项', '1. 事项', '2. 事项']);
  });

  it('does not restart a level that never restarts, nor one before its restart level', async () => {
    const numbering =
      abstractList(
        0,
        level(0, 'decimal', '%1、'),
        level(1, 'decimal', '（%2）', '<w:lvlRestart w:val="0"/>'),
        level(2, 'decimal', '%3)', '<w:lvlRestart w:val="1"/>'),
      ) + list(1, 0);
    const body = [0, 1, 2, 1, 2, 0, 1, 2].map((depth) => numbered('项', 1, depth)).join('');
    expect(await lines({ body, numbering })).toEqual([
      '1、项',
      '（1）项',
      '1) 项',
      '（2）项',
      '2) 项',
      '2、项',
      '（3）项',
      '1) 项',
    ]);
  });

  it('takes numbers from heading styles, by the level that names the style and by inheritance', async () => {
    const numbering =
      abstractList(
        0,
        level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>'),
        level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>'),
      ) + list(4, 0);
    const styles =
      '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H2"><w:name w:val="自定义"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="H2b"><w:name w:val="更小"/><w:basedOn w:val="H2"/></w:style>';
    const body =
      paragraph('目标', '<w:pStyle w:val="H1"/>') +
      paragraph('甲', '<w:pStyle w:val="H2"/>') +
      paragraph('乙', '<w:pStyle w:val="H2b"/>') +
      paragraph('无号', '<w:pStyle w:val="H2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>');
    const content = await readDocx(docxFile({ body, styles, numbering }), 'a.docx');
    expect(content.text.trimEnd().split('\n')).toEqual(['一、目标', '（一）甲', '（二）乙', '无号']);
    expect(content.blocks.map((block) => block.kind === 'text' && block.outline)).toEqual([1, 2, 2, 2]);
  });

  it('follows a numbering style to its list', async () => {
    const styles =
      '<w:style w:type="numbering" w:styleId="L"><w:name w:val="列表"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>';
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>' +
      abstractList(1, level(0, 'decimal', '（%1）')) +
      list(1, 0) +
      list(2, 1);
    expect(await lines({ body: numbered('项', 1) + numbered('项', 1), styles, numbering })).toEqual([
      '（1）项',
      '（2）项',
    ]);
  });

  it('prints no bullets, and numbers with leading zeros', async () => {
    const custom =
      '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>';
    const numbering =
      abstractList(0, level(0, 'bullet', '\uF06C')) +
      abstractList(1, `<w:lvl w:ilvl="0"><w:start w:val="7"/>${custom}<w:lvlText w:val="%1"/></w:lvl>`) +
      list(1, 0) +
      list(2, 1);
    expect(await lines({ body: numbered('点', 1) + numbered('号', 2), numbering })).toEqual(['点', '007 号']);
  });

  it('counts an empty numbered paragraph as Word does', async () => {
    const numbering = abstractList(0, level(0, 'decimal', '%1.')) + list(1, 0);
    expect(await lines({ body: numbered('甲', 1) + numbered('', 1) + numbered('乙', 1), numbering })).toEqual([
      '1. 甲',
      '3. 乙',
    ]);
  });
});
