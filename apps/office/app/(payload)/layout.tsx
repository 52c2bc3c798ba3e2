import '@payloadcms/next/css';
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts';
import { notFound } from 'next/navigation';
import type { ServerFunctionClient } from 'payload';
import type { ReactNode } from 'react';
import { mayOpenAdmin } from '#admin/may-open-admin.ts';
import { isAdminCall } from '#admin/server-functions.ts';
import { firmHere } from '#firm-look.ts';
import { languageHere } from '#language.ts';
import config from '#payload.config.ts';
import { personHere } from '#session.ts';
import { importMap } from './admin/importMap.js';
import './admin.css';

const serverFunction: ServerFunctionClient = async (args) => {
  'use server';
  // The proxy says so more kindly; this is for whoever finds a way around it.
  if (!isAdminCall(args) || !mayOpenAdmin(await personHere())) notFound();
  return handleServerFunctions({ ...args, config, importMap });
};

export default async function PayloadLayout({ children }: { children: ReactNode }) {
  const firm = await firmHere(await languageHere());
  return (
    <RootLayout
      config={config}
      importMap={importMap}
      serverFunction={serverFunction}
      htmlProps={firm ? { style: firm.style } : {}}
    >
      {children}
    </RootLayout>
  );
}
