import { join } from 'node:path';
import { withPayload } from '@payloadcms/next/withPayload';

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
  // A picture of 25 MB goes through proxy.ts, which Next would cut at 10.
  experimental: { proxyClientMaxBodySize: '30mb' },
};

export default withPayload(config);
