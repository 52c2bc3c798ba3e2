import { runWriter } from '@kontor/data/writer';

// A file of its own, because a thread is started from one.
runWriter();
