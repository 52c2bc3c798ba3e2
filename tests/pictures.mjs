// `npm run pictures`: takes the README's pictures of the demo anew.
import { runPrepared } from './prepared.mjs';

await runPrepared('pictures/take-pictures.ts');
