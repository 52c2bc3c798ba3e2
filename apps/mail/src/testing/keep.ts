import { onTestFinished } from 'vitest';

/** What a test opens is closed when the test is over. */
export async function keep<Thing extends { close(): unknown }>(opening: Promise<Thing>): Promise<Thing> {
  const thing = await opening;
  onTestFinished(async () => {
    await thing.close();
  });
  return thing;
}
