import { accentRule } from '@kontor/ui/firm-look';
import { cache } from 'react';
import { getOffice } from './office.ts';

export interface FirmHere {
  name: string;
  domain: string;
  /** The firm's colour as a CSS declaration. */
  accent: string;
}

/** The firm as every screen of the office shows it; null before set-up. */
export const firmHere = cache(async (language: string): Promise<FirmHere | null> => {
  const { payload } = await getOffice();
  const locale = language as never;
  const firm = (await payload.findGlobal({ slug: 'firm' as never, depth: 0, locale })) as unknown as {
    name?: string;
    domain?: string;
    accent?: string;
  };
  if (!firm.domain) return null;
  return {
    name: firm.name ?? firm.domain,
    domain: firm.domain,
    accent: accentRule(firm.accent ?? '#2f5d50'),
  };
});
