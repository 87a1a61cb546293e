"""Trains the question and clause embeddings of work plans: bge-small-zh-v1.5, taught on pairs.jsonl.

    pip install torch transformers tokenizers onnx numpy
    python train.py BASE OUT

BASE is a directory of Xenova/bge-small-zh-v1.5 (onnx/model_quantized.onnx, config.json, tokenizer.json). OUT receives
onnx/model_quantized.onnx, quantized as BASE's is. About half an hour on two cores with bfloat16.

A question is to be nearer to its clause (or, one batch in seven, to the clause's sentence) than to the other
clauses of its group and of the batch; its cosine is above the margin; a question that no clause of a group answers, and
small talk (small-talk.txt), stay below it for all of them. Every fifth step adds everyday expressions of the thesaurus and their official terms.
"""

import json
import random
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn.functional as F
from onnx import numpy_helper
from tokenizers import Tokenizer
from transformers import BertConfig, BertModel

HERE = Path(__file__).parent
THESAURUS = HERE.parents[2] / "src" / "answer" / "question" / "thesaurus.tsv"
EPOCHS, BATCH, RATE = 3, 32, 6e-5
SHARPNESS, MARGIN = 20, 0.45
HARD, ABSENT, CHAT, EXPRESSIONS = 2, 6, 4, 48


def initializers(graph):
    return {tensor.name: tensor for tensor in graph.initializer}


def matmuls(graph):
    """Name of each quantized matrix in the file, with that of the layer in the network."""
    for node in graph.node:
        if node.op_type == "MatMulInteger" and node.input[1].endswith("_quantized"):
            layer = node.name.strip("/").replace("/", ".").split(".MatMul")[0]
            yield node.input[1].removesuffix("_quantized"), f"{layer}.weight"


def read_network(base):
    """The network of a quantized file, in 32 bits."""
    model = onnx.load(base / "onnx" / "model_quantized.onnx")
    values = {name: numpy_helper.to_array(tensor) for name, tensor in initializers(model.graph).items()}

    def dequantized(name):
        shifted = values[f"{name}_quantized"].astype(np.float32) - values[f"{name}_zero_point"].astype(np.float32)
        return torch.tensor(shifted * values[f"{name}_scale"])

    network = BertModel(BertConfig.from_json_file(str(base / "config.json")), add_pooling_layer=False)
    state = network.state_dict()
    for key in state:
        if key in values:
            state[key] = torch.tensor(values[key])
        elif f"{key}_quantized" in values:
            state[key] = dequantized(key)
    for name, key in matmuls(model.graph):
        state[key] = dequantized(name).T.contiguous()
    network.load_state_dict(state)
    return network


def write_network(network, base, out):
    """Quantizes the network into a copy of the base's file: symmetric, a matrix by its columns."""
    model = onnx.load(base / "onnx" / "model_quantized.onnx")
    tensors = initializers(model.graph)
    state = {key: value.detach().float().numpy() for key, value in network.state_dict().items()}

    def put(name, value):
        kind = numpy_helper.to_array(tensors[name]).dtype
        tensors[name].CopyFrom(numpy_helper.from_array(np.ascontiguousarray(value).astype(kind), name))

    def quantize(name, weight):
        scale = numpy_helper.to_array(tensors[f"{name}_scale"])
        quantized = numpy_helper.to_array(tensors[f"{name}_quantized"])
        zero = int(numpy_helper.to_array(tensors[f"{name}_zero_point"]).reshape(-1)[0])
        largest = np.abs(weight).max() if scale.size == 1 else np.abs(weight).max(axis=0)
        step = np.asarray(largest / 127).reshape(scale.shape)
        low, high = (0, 255) if quantized.dtype == np.uint8 else (-127, 127)
        put(f"{name}_scale", step)
        put(f"{name}_quantized", np.clip(np.round(weight / step) + zero, low, high))

    for key, value in state.items():
        if key in tensors:
            put(key, value)
        elif f"{key}_quantized" in tensors:
            quantize(key, value)
    for name, key in matmuls(model.graph):
        quantize(name, state[key].T)
    (out / "onnx").mkdir(parents=True, exist_ok=True)
    onnx.save(model, str(out / "onnx" / "model_quantized.onnx"))


def read_pairs():
    """Questions with their clause, the other clauses of the group and the clause's sentence; unanswered questions with their group."""
    asked, absent = [], []
    for line in (HERE / "pairs.jsonl").read_text("utf8").splitlines():
        group = json.loads(line)
        clauses = group["clauses"]
        sentences = {}
        for clause in clauses:
            sentences.setdefault(clause["sentence"], []).append(clause["text"])
        for clause in clauses:
            others = [other["text"] for other in clauses if other is not clause]
            sentence = "，".join(sentences[clause["sentence"]]) + "。"
            asked += [(question, clause["text"], others, sentence) for question in clause["questions"]]
        absent += [(question, [clause["text"] for clause in clauses]) for question in group["absent"]]
    return asked, absent


def read_expressions():
    lines = (line.split("\t") for line in THESAURUS.read_text("utf8").splitlines() if "\t" in line and line[0] != "#")
    return [(everyday, terms.split(" ")[0]) for everyday, terms in lines]


def main(base, out):
    random.seed(1)
    torch.manual_seed(1)
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.enable_padding()
    network = read_network(base)
    network.train()
    for module in network.modules():
        if isinstance(module, torch.nn.Dropout):
            module.p = 0.05

    def embed(texts, longest):
        tokenizer.enable_truncation(longest)
        encoded = tokenizer.encode_batch(texts)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            states = network(
                input_ids=torch.tensor([text.ids for text in encoded]),
                attention_mask=torch.tensor([text.attention_mask for text in encoded]),
            ).last_hidden_state
        return F.normalize(states[:, 0].float(), dim=-1)

    def contrast(questions, answers, pool):
        cosines = questions @ pool.T
        right = torch.tensor(answers)
        margin = F.softplus(SHARPNESS * (MARGIN - cosines[torch.arange(len(answers)), right])).mean()
        return F.cross_entropy(SHARPNESS * cosines, right), margin

    def above(cosines):
        return F.softplus(SHARPNESS * (cosines - MARGIN))

    asked, absent = read_pairs()
    small_talk = (HERE / "small-talk.txt").read_text("utf8").split()
    expressions = read_expressions()
    steps = EPOCHS * len(asked) // BATCH
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda at: min(1, at / 60) * max(0.03, 1 - at / steps))

    def learn(loss):
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()

    step = 0
    for _ in range(EPOCHS):
        random.shuffle(asked)
        for first in range(0, len(asked) - BATCH + 1, BATCH):
            batch = asked[first : first + BATCH]
            by_sentence = random.random() < 0.15
            if random.random() < 0.2:
                some = random.sample(expressions, EXPRESSIONS)
                terms = list(dict.fromkeys(term for _, term in some))
                everyday = embed([expression for expression, _ in some], 24)
                learn(0.5 * contrast(everyday, [terms.index(term) for _, term in some], embed(terms, 24))[0])
            pool = {}
            for _, clause, others, sentence in batch:
                for text in [sentence] if by_sentence else [clause, *random.sample(others, min(HARD, len(others)))]:
                    pool.setdefault(text, len(pool))
            right = [pool[sentence if by_sentence else clause] for _, clause, _, sentence in batch]
            texts = embed(list(pool), 160 if by_sentence else 64)
            near, margin = contrast(embed([question for question, *_ in batch], 48), right, texts)
            chat = embed(random.sample(small_talk, CHAT), 48)
            loss = near + 0.1 * margin + 0.1 * above(chat @ texts.T).amax(dim=-1).mean()
            if not by_sentence:
                unanswered = random.sample(absent, ABSENT)
                questions = embed([question for question, _ in unanswered], 48)
                clauses = embed([clause for _, group in unanswered for clause in group], 64)
                groups = clauses.split([len(group) for _, group in unanswered])
                far = [above(group @ question).sum() for question, group in zip(questions, groups)]
                loss = loss + 0.1 / ABSENT * torch.stack(far).sum()
            learn(loss)
            schedule.step()
            step += 1
            if step % 100 == 0:
                print(f"{step}/{steps} {loss.item():.3f}", flush=True)
    write_network(network, base, out)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
