import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/documents/docx/read-docx.ts';
import { DocumentError } from '../../../src/errors.ts';
import { printed } from '../printed.ts';
import { abstractList, docxFile, level, list, numbered, paragraph, row, run, table, tableCell } from './docx-file.ts';

const read = async (body: string, more: { styles?: string; numbering?: string } = {}): Promise<unknown[]> => {
  const content = await readDocx(docxFile({ body, ...more }), 'a.docx');
  return printed(content.text, content.blocks);
};

describe('readDocx', () => {
  it('joins runs, drops indentation and empty paragraphs', async () => {
    const body = `<w:p>${run('　　新建污水')}${run('管网80')}${run('公里。')}</w:p>${paragraph(' ')}<w:p/>${paragraph('完')}`;
    expect(await read(body)).toEqual(['新建污水管网80公里。', '完']);
  });

  it('reads outline levels from styles, their ancestors, names and the paragraph itself', async () => {
    const style = (id: string, content: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}">${content}</w:style>`;
    const styles =
      style('a', '<w:name w:val="Heading 1"/>') +
      style('b', '<w:name w:val="二级"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr>') +
      style('c', '<w:name w:val="派生"/><w:basedOn w:val="b"/>') +
      style('x', '<w:name w:val="环一"/><w:basedOn w:val="y"/>') +
      style('y', '<w:name w:val="环二"/><w:basedOn w:val="x"/>');
    const body =
      paragraph('甲', '<w:pStyle w:val="a"/>') +
      paragraph('乙', '<w:pStyle w:val="c"/>') +
      paragraph('丙', '<w:outlineLvl w:val="2"/>') +
      paragraph('丁', '<w:pStyle w:val="a"/><w:outlineLvl w:val="9"/>') +
      paragraph('戊', '<w:pStyle w:val="x"/>');
    expect(await read(body, { styles })).toEqual(['1# 甲', '2# 乙', '3# 丙', '丁', '戊']);
  });

  it('accepts tracked changes', async () => {
    const body =
      `<w:p>${run('新建')}<w:del><w:r><w:delText>60</w:delText></w:r></w:del><w:ins>${run('80')}</w:ins>${run('公里')}` +
      `<w:moveFrom>${run('旧')}</w:moveFrom><w:moveTo>${run('。')}</w:moveTo></w:p>` +
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('前半')}</w:p>${paragraph('后半')}`;
    expect(await read(body)).toEqual(['新建80公里。', '前半后半']);
  });

  it('does not number a paragraph that was deleted as a whole', async () => {
    const numbering = abstractList(0, level(0, 'decimal', '%1.')) + list(1, 0);
    const deleted =
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>';
    expect(await read(numbered('甲', 1) + deleted + numbered('乙', 1), { numbering })).toEqual(['1. 甲', '2. 乙']);
  });

  it('prints the result of a field and not its code, and leaves hidden text out', async () => {
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const body = `<w:p>${field('begin')}<w:r><w:instrText>REF a</w:instrText></w:r>${run('代码')}${field('separate')}${run('80公里')}${field('end')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:hyperlink>${run('链接')}</w:hyperlink></w:p>`;
    expect(await read(body)).toEqual(['80公里链接']);
  });

  it('keeps tabs and line breaks', async () => {
    expect(await read('<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t></w:r></w:p>')).toEqual([
      '甲\t乙\n丙',
    ]);
  });

  it('reads a text box once, after its paragraph', async () => {
    const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const body = `<w:p>${run('正文')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box('框内80公里')}</wps:txbx></mc:Choice><mc:Fallback><v:textbox>${box('框内80公里')}</v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>${paragraph('后文')}`;
    expect(await read(body)).toEqual(['正文', '框内80公里', '后文']);
  });

  it('warns once of notes, pictures and the table of contents that it leaves out', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>';
    const toc = paragraph('一、目标　1', '<w:pStyle w:val="T"/>');
    const notes = '<w:r><w:footnoteReference w:id="1"/></w:r>';
    const body = `${toc}${toc}<w:p>${run('甲')}${notes}${notes}<w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>`;
    const content = await readDocx(docxFile({ body, styles }), 'a.docx');
    expect(printed(content.text, content.blocks)).toEqual(['甲']);
    expect(content.warnings.map((warning) => warning.message)).toEqual([
      '目录没有读取',
      '脚注和尾注没有读取',
      '文中有 1 张图片，图片里的文字没有读取',
    ]);
  });

  it('reads a table with its marked header', async () => {
    const body = table(row(['任务', '目标'], '<w:tblHeader/>'), row(['公路', '75公里']), row(['站台', '']));
    expect(await read(`${paragraph('前')}${body}${paragraph('后')}`)).toEqual([
      '前',
      {
        header: [['任务', '目标']],
        rows: [
          ['公路', '75公里'],
          ['站台', ''],
        ],
      },
      '后',
    ]);
  });

  it('repeats merged cells with one span over the rows and columns that they cover', async () => {
    const restart = '<w:vMerge w:val="restart"/>';
    const body = table(
      row([tableCell('指标', restart), tableCell('完成情况', '<w:gridSpan w:val="2"/>')]),
      row([tableCell('', '<w:vMerge/>'), '2024年实际', '2025年目标']),
      row([tableCell('公路', restart), '312公里', '280公里']),
      row([tableCell('', '<w:vMerge w:val="continue"/>'), '300公里', '']),
    );
    const content = await readDocx(docxFile({ body }), 'a.docx');
    const block = content.blocks[0]!;
    expect(printed(content.text, [block])).toEqual([
      {
        header: [
          ['指标', '完成情况', '完成情况'],
          ['指标', '2024年实际', '2025年目标'],
        ],
        rows: [
          ['公路', '312公里', '280公里'],
          ['公路', '300公里', ''],
        ],
      },
    ]);
    if (block.kind !== 'table') throw new Error('no table');
    expect(block.rows[1]!.cells[0]).toEqual(block.rows[0]!.cells[0]);
    expect(content.text.slice(block.rows[1]!.start, block.rows[1]!.end)).toBe('300公里');
    for (const line of [...block.header, ...block.rows]) {
      for (const cell of line.cells) expect(content.text.slice(cell.start, cell.end)).toBe(cell.text);
    }
  });

  it('keeps columns in line where rows begin later or end earlier', async () => {
    const body = table(
      row(['a', 'b', 'c']),
      row(['乙', '3'], '<w:gridBefore w:val="1"/>'),
      row(['丙'], '<w:gridAfter w:val="2"/>'),
    );
    expect(await read(body)).toEqual([
      {
        header: [['a', 'b', 'c']],
        rows: [
          ['', '乙', '3'],
          ['丙', '', ''],
        ],
      },
    ]);
  });

  it('numbers the cells of a serial number column', async () => {
    const numbering = abstractList(0, level(0, 'decimal', '%1')) + list(1, 0);
    const body = table(
      row(['序号', '任务']),
      row([tableCell(numbered('', 1)), '公路']),
      row([tableCell(numbered('', 1)), '站台']),
    );
    expect(await read(body, { numbering })).toEqual([
      {
        header: [['序号', '任务']],
        rows: [
          ['1', '公路'],
          ['2', '站台'],
        ],
      },
    ]);
  });

  it('flattens a nested table and several paragraphs into the text of the cell', async () => {
    const cell = tableCell(`${paragraph('甲')}${paragraph('')}${paragraph('乙')}${table(row(['丙', '1公里']))}<w:p/>`);
    expect(await read(table(row(['名', '值']), row([cell, '2'])))).toEqual([
      { header: [['名', '值']], rows: [['甲\n乙\n丙\t1公里', '2']] },
    ]);
  });

  it('reads a table of one column as paragraphs, numbering them once', async () => {
    const numbering = abstractList(0, level(0, 'decimal', '%1.')) + list(1, 0);
    const body = table(row([tableCell(numbered('甲', 1) + numbered('乙', 1))])) + numbered('丙', 1);
    expect(await read(body, { numbering })).toEqual(['1. 甲', '2. 乙', '3. 丙']);
  });

  it('leaves deleted rows out and reads content controls', async () => {
    const body = `<w:sdt><w:sdtContent>${table(row(['名', '值']), row(['旧', '1'], '<w:del/>'), `<w:sdt><w:sdtContent>${row(['新', '2'])}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`;
    expect(await read(body)).toEqual([{ header: [['名', '值']], rows: [['新', '2']] }]);
  });

  it('reads the strict form of the format, whatever the prefix', async () => {
    const entries = {
      'word/document.xml': strToU8(
        '<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:r><x:t>80公里</x:t></x:r></x:p></x:body></x:document>',
      ),
    };
    const content = await readDocx(docxFile({ body: '', entries }), 'a.docx');
    expect(content.text).toBe('80公里\n');
  });

  it.each([
    ['xl/workbook.xml', 'Excel'],
    ['ppt/presentation.xml', '演示文稿'],
    ['OFD.xml', 'OFD'],
    ['计划.txt', '压缩包'],
  ])('names the kind of another zip file (%s)', async (entry, kind) => {
    const { zipSync } = await import('fflate');
    await expect(readDocx(zipSync({ [entry]: strToU8('x') }), 'a.docx')).rejects.toThrow(kind);
    await expect(readDocx(zipSync({ [entry]: strToU8('x') }), 'a.docx')).rejects.toThrow(DocumentError);
  });
});
