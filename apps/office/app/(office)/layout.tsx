import { isRightToLeft } from '@kontor/core';
import type { Metadata, Viewport } from 'next';
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
  return (
    <html lang={language} dir={isRightToLeft(language) ? 'rtl' : 'ltr'} style={firm?.style}>
      <body>{children}</body>
    </html>
  );
}
