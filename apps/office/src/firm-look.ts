import { firmName } from '@kontor/people';
import { accentValue } from '@kontor/ui/firm-look';
import { type CSSProperties, cache } from 'react';
import { getOffice } from './office.ts';

export interface FirmHere {
  name: string;
  domain: string;
  /** Custom properties for the html element: the firm's colour. As an attribute, because a style element that the
   *  browser's script adds later would bring another answer's nonce. */
  style: CSSProperties;
}

/** The firm as every screen of the office shows it; null before set-up. */
export const firmHere = cache(async (language: string): Promise<FirmHere | null> => {
  const { payload } = await getOffice();
  const locale = 'all' as never;
  const firm = (await payload.findGlobal({ slug: 'firm' as never, depth: 0, locale })) as unknown as {
    name?: unknown;
    domain?: string;
    defaultLanguage?: string;
    accent?: string;
  };
  if (!firm.domain) return null;
  return {
    name: firmName(firm.name, [language, firm.defaultLanguage ?? 'en']) || firm.domain,
    domain: firm.domain,
    style: { '--accent': accentValue(firm.accent ?? '#2f5d50') } as CSSProperties,
  };
});
