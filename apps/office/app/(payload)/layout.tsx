import '@payloadcms/next/css';
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts';
import type { ServerFunctionClient } from 'payload';
import type { ReactNode } from 'react';
import { firmHere } from '#firm-look.ts';
import { languageHere } from '#language.ts';
import config from '#payload.config.ts';
import { importMap } from './admin/importMap.js';
import './admin.css';

const serverFunction: ServerFunctionClient = async (args) => {
  'use server';
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
