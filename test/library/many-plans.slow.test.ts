import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/library/open-library.ts';
import type { PlanLibrary } from '../../src/library/plan-library.ts';
import { createLog } from '../../src/log.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { PlanStore } from '../../src/storage/plans.ts';
import { realEmbedder } from '../support/embedders.ts';
import { repositoryFile } from '../support/read-plan.ts';
import { useTempFolder } from '../support/temp-folder.ts';

describe('openLibrary with many plans', () => {
  const folder = useTempFolder();

  it('takes fifty plans in one go, and has them all at the next start', async () => {
    const database = openDatabase(folder.file('data/workplan.sqlite'));
    const open = (): Promise<PlanLibrary> =>
      openLibrary({
        store: new PlanStore(database),
        plansDirectory: folder.file('data/plans'),
        indexDirectory: folder.file('index'),
        seedsDirectory: repositoryFile('seeds'),
        embedder: realEmbedder,
        log: createLog({ level: 'silent' }),
      });
    const library = await open();
    for (let number = 1; number <= 50; number += 1) {
      const text = `第${number}镇2026年工作要点\n\n一、重点任务\n新建学校${number}所，改造农房${number * 10}户。\n`;
      await library.commit(await library.draft(Buffer.from(text), `${number}.txt`));
    }
    expect(library.list()).toHaveLength(51);
    expect((await open()).list()).toHaveLength(51);
    expect(readdirSync(folder.file('index'))).toHaveLength(102);
    database.close();
  });
});
