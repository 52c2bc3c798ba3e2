import type { Loaded } from '../server/load-place.ts';
import type { WikiAsked } from '../server/wiki-asked.ts';
import type { WikiReader } from '../server/wiki-reader.ts';

/** What every screen of the wiki is drawn from. */
export interface ScreenProps {
  reader: WikiReader;
  loaded: Loaded;
  asked: WikiAsked;
}
