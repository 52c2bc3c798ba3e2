import { type OfficeLanguage, officeLanguages } from '@kontor/core';
import Negotiator from 'negotiator';

/** Which of the office's languages an Accept-Language header asks for first (RFC 9110 §12.5.4). */
export function wantedLanguage(header: string | null): OfficeLanguage {
  const negotiator = new Negotiator({ headers: { 'accept-language': header ?? undefined } });
  return (negotiator.language([...officeLanguages]) as OfficeLanguage | undefined) ?? 'en';
}
