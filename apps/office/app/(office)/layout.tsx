import { isRightToLeft } from '@kontor/core';
import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { firmHere } from '#firm-look.ts';
import { languageHere } from '#language.ts';
import './office.css';

export const dynamic = 'force-dynamic';
export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

export async function generateMetadata(): Promise<Metadata> {
  const firm = await firmHere(await languageHere());
  const name = firm?.name ?? 'Kontor';
  return { title: { default: name, template: `%s · ${name}` }, robots: { index: false } };
}

export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const language = await languageHere();
  const firm = await firmHere(language);
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang={language} dir={isRightToLeft(language) ? 'rtl' : 'ltr'} style={firm?.style}>
      <head>
        {/* Where react-aria looks for the nonce of its one style element. */}
        <meta property="csp-nonce" nonce={nonce} />
      </head>
      <body>{children}</body>
    </html>
  );
}
