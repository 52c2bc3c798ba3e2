import { join } from 'node:path';
import { withPayload } from '@payloadcms/next/withPayload';
import { bareHeaders } from './src/proxy/content-policy.ts';

const root = join(import.meta.dirname, '../..');

/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  outputFileTracingRoot: root,
  turbopack: {
    root,
    // The stock driver is imported by Payload's adapter and never called (docs/adr/0003).
    resolveAlias: { '@libsql/client': '../../build/no-libsql.mjs' },
  },
  serverExternalPackages: ['@node-rs/argon2'],
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm run check` looks at types, of every workspace at once.
  typescript: { ignoreBuildErrors: true },
  // What proxy.ts does not see: a missing file among these is a page like any other.
  headers: async () =>
    ['/_next/static/:path*', '/internal/site/:path*', '/health', '/mail-data/letter/file'].map((source) => ({
      source,
      headers: bareHeaders,
    })),
  // A picture of 25 MB goes through proxy.ts, which Next would cut at 10.
  experimental: { proxyClientMaxBodySize: '30mb' },
};

export default withPayload(config);
