import { startMongod } from '@kontor/data/testing';

/** With KONTOR_TEST_ENGINE=mongodb every house that tests start lives on one server, in a database of its own. */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.KONTOR_TEST_ENGINE !== 'mongodb' || process.env.KONTOR_TEST_MONGODB) return;
  const mongod = await startMongod();
  process.env.KONTOR_TEST_MONGODB = new URL('/', mongod.url).href;
  return async () => {
    delete process.env.KONTOR_TEST_MONGODB;
    await mongod.stop();
  };
}
