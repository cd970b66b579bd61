// ONNX Runtime behind the protocol of ScriptContestant.cs. It infers and does not train.

import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { createRequire } from 'node:module';

const SAMPLES = 32;
const INFER_ONE = 1;

const require = createRequire(path.join(process.env.NETGEN_BENCHMARKS_NPM, 'package.json'));
const ort = require('onnxruntime-node');

const [folder, sizeList] = process.argv.slice(2);
const sizes = sizeList.split(',').map(Number);
const ins = sizes[0];
const outs = sizes[sizes.length - 1];

const bytes = fs.readFileSync(path.join(folder, 'inputs'));
const inputs = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
const batch = { input: new ort.Tensor('float32', inputs, [SAMPLES, ins]) };
const single = Array.from({ length: SAMPLES }, (_, s) => ({
  input: new ort.Tensor('float32', inputs.slice(s * ins, (s + 1) * ins), [1, ins]),
}));
const outputs = new Float32Array(SAMPLES * outs);

const session = await ort.InferenceSession.create(path.join(folder, 'model.onnx'), {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
});

async function time(work, times) {
  const start = process.hrtime.bigint();
  for (let n = 0; n < times; n++) {
    if (work === INFER_ONE) {
      const s = n % SAMPLES;
      const result = await session.run(single[s]);
      outputs.set(result.output.data, s * outs);
    } else {
      const result = await session.run(batch);
      outputs.set(result.output.data);
    }
  }
  return Number(process.hrtime.bigint() - start);
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  const [command, work, times] = line.split(' ');
  if (command === 'time') console.log(await time(Number(work), Number(times)));
  else if (command === 'outputs') console.log(Array.from(outputs).join(' '));
  else console.log('');
}
