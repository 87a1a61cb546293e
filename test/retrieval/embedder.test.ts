import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync, mkdirSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { ModelError } from '../../src/errors.ts';
import { openEmbedder } from '../../src/retrieval/embedder.ts';
import { modelDirectory, realEmbedder } from '../support/embedders.ts';
import { useTempFolder } from '../support/temp-folder.ts';

const modelName = 'bge-small-zh-v1.5-workplan';
const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, index) => sum + value * b[index]!, 0);

describe('openEmbedder', () => {
  const folder = useTempFolder();

  /** A copy of the model in which the large file is only linked. */
  function copyModel(): string {
    const copy = folder.file(modelName);
    cpSync(path.join(modelDirectory, modelName), copy, { recursive: true, filter: (file) => !file.endsWith('.onnx') });
    mkdirSync(path.join(copy, 'onnx'), { recursive: true });
    symlinkSync(
      path.join(modelDirectory, modelName, 'onnx/model_quantized.onnx'),
      path.join(copy, 'onnx/model_quantized.onnx'),
    );
    return copy;
  }

  it('embeds texts of one meaning near each other, in vectors of unit length', async () => {
    const embedder = realEmbedder();
    const [passage, other] = await Promise.all(
      ['新建污水管网80公里。', '举办文艺演出20场。'].map((text) => embedder.embedPassage(text)),
    );
    const question = await embedder.embedQuestion('今年要铺多少公里的下水管道？');
    expect(passage).toHaveLength(embedder.dimensions);
    expect(cosine(passage!, passage!)).toBeCloseTo(1, 4);
    expect(cosine(question, passage!)).toBeGreaterThan(cosine(question, other!) + 0.1);
  });

  it('gives the same vector for the same text, and remembers that of a question', async () => {
    const embedder = realEmbedder();
    const passage = await embedder.embedPassage('污水管网');
    expect([...(await embedder.embedPassage('污水管网'))]).toEqual([...passage]);
    expect(await embedder.embedQuestion('污水管网')).toBe(await embedder.embedQuestion('污水管网'));
  });

  it('survives an empty text and one longer than the model reads', async () => {
    const embedder = realEmbedder();
    for (const text of ['', '污水管网'.repeat(800)]) {
      const vector = await embedder.embedPassage(text);
      expect(vector.every(Number.isFinite)).toBe(true);
    }
  });

  it('names the model by its checksums', () => {
    copyModel();
    expect(openEmbedder(folder.path).model).toBe(realEmbedder().model);
    expect(realEmbedder().model).toMatch(/^bge-small-zh-v1\.5-workplan@[0-9a-f]{16}$/);
  });

  it.each(['config.json', 'tokenizer.json', 'onnx/model_quantized.onnx'])('refuses a changed %s by name', (name) => {
    const file = path.join(copyModel(), name);
    const bytes = name.endsWith('.onnx') ? Buffer.from('another model') : readFileSync(file);
    rmSync(file);
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(file, bytes);
    expect(() => openEmbedder(folder.path)).toThrow(ModelError);
    expect(() => openEmbedder(folder.path)).toThrow(path.basename(name));
  });

  it.each(['SHA256SUMS', 'tokenizer_config.json', 'onnx/model_quantized.onnx'])(
    'refuses a missing %s by name',
    (name) => {
      rmSync(path.join(copyModel(), name));
      expect(() => openEmbedder(folder.path)).toThrow(ModelError);
      expect(() => openEmbedder(folder.path)).toThrow(path.basename(name));
    },
  );

  it('fails without asking the network where the files turn out unusable', async () => {
    const copy = copyModel();
    const embedder = openEmbedder(folder.path);
    // Gone after the check: the loader would fetch it from a hub if it were allowed to.
    rmSync(copy, { recursive: true });
    const fetched = vi.spyOn(globalThis, 'fetch');
    const requested = vi.spyOn(http, 'request');
    try {
      await expect(embedder.embedPassage('污水管网')).rejects.toThrow(ModelError);
      expect(fetched).not.toHaveBeenCalled();
      expect(requested).not.toHaveBeenCalled();
    } finally {
      vi.restoreAllMocks();
    }
  });
});
