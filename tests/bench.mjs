// `npm run bench` measures everything; `npm run bench -- smtp` one part.
import { runPrepared } from './prepared.mjs';

await runPrepared('load/bench.ts');
