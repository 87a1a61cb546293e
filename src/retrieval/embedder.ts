import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FeatureExtractionPipeline } from '@xenova/transformers';
import { ModelError } from '../errors.ts';

/** Turns text into vectors of unit length, so that the inner product is the cosine. */
export interface Embedder {
  /** Names the model and its files' checksums: an index of another model is refused. */
  readonly model: string;
  readonly dimensions: number;
  embedPassage(text: string): Promise<Float32Array>;
  embedQuestion(text: string): Promise<Float32Array>;
}

const modelName = 'bge-small-zh-v1.5-workplan';
const dimensions = 512;
const defaultRemembered = 256;
const cure = '请恢复程序自带的 embeddings 目录（git checkout -- embeddings，或重新下载程序），再重新启动。';

export interface EmbedderOptions {
  /** How many questions' vectors are kept; default 256. */
  readonly rememberedQuestions?: number;
}

/**
 * Opens the model under `directory`, from disk only. The files are checked against their checksums first; the
 * network itself is loaded at the first use. Throws `ModelError` where files are missing or changed.
 */
export function openEmbedder(
  directory: string,
  { rememberedQuestions = defaultRemembered }: EmbedderOptions = {},
): Embedder {
  const model = `${modelName}@${verifyModel(path.join(directory, modelName)).slice(0, 16)}`;
  let pipeline: Promise<FeatureExtractionPipeline> | undefined;
  const remembered = new Map<string, Float32Array>();

  async function embed(text: string): Promise<Float32Array> {
    pipeline ??= loadPipeline(directory);
    const output = await (await pipeline)(text, { pooling: 'cls', normalize: true });
    return Float32Array.from(output.data as Float32Array);
  }

  return {
    model,
    dimensions,
    embedPassage: embed,
    async embedQuestion(text) {
      const known = remembered.get(text);
      if (known) return known;
      // The model was taught on bare questions: it takes no instruction in front of them.
      const vector = await embed(text);
      if (rememberedQuestions === 0) return vector;
      if (remembered.size >= rememberedQuestions) remembered.delete(remembered.keys().next().value ?? '');
      remembered.set(text, vector);
      return vector;
    },
  };
}

async function loadPipeline(directory: string): Promise<FeatureExtractionPipeline> {
  // Loading the runtime takes 0.2 s, so a question that words alone can answer doesn't pay for it.
  const { env, pipeline } = await import('@xenova/transformers');
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = path.resolve(directory) + path.sep;
  env.useFSCache = false;
  try {
    return await pipeline('feature-extraction', modelName, { quantized: true });
  } catch (cause) {
    throw new ModelError(`句向量模型无法载入（${directory}/${modelName}）。${cure}`, {
      cause,
    });
  }
}

/** Checks every file of SHA256SUMS; returns a checksum of them all. */
function verifyModel(directory: string): string {
  const listing = readOrThrow(path.join(directory, 'SHA256SUMS')).toString('utf8');
  for (const line of listing.trim().split('\n')) {
    const [expected = '', file = ''] = line.split(/\s+/);
    const actual = createHash('sha256')
      .update(readOrThrow(path.join(directory, file)))
      .digest('hex');
    if (actual !== expected) {
      throw new ModelError(`句向量模型的文件与校验值不符：${path.join(directory, file)}。${cure}`);
    }
  }
  return createHash('sha256').update(listing).digest('hex');
}

function readOrThrow(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new ModelError(`找不到句向量模型的文件：${file}。${cure}`, { cause });
  }
}
