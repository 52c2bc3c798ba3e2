import { runWriter } from '#bulk/writer-thread.ts';

runWriter();
