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
  typescript: { ignoreBuildErrors: true },
  // A foreign page never learns which of our addresses a person came from, and pages are never kept by a proxy.
  headers: async () => [],
};

export default withPayload(config);
