import { generatePageMetadata, RootPage } from '@payloadcms/next/views';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { isPasswordPage } from '#admin/password-pages.ts';
import config from '#payload.config.ts';
import { importMap } from '../importMap.js';

interface Args {
  params: Promise<{ segments?: string[] }>;
  searchParams: Promise<Record<string, string | string[]>>;
}

export const generateMetadata = ({ params, searchParams }: Args): Promise<Metadata> =>
  generatePageMetadata({ config, params: given(params), searchParams });

export default async function AdminPage({ params, searchParams }: Args) {
  if (isPasswordPage((await params).segments)) redirect('/login');
  return RootPage({ config, params: given(params), searchParams, importMap });
}

/** Payload says its segments are always there; at /admin itself they are not, and it knows. */
const given = (params: Args['params']) => params as Promise<{ segments: string[] }>;
