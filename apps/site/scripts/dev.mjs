// For `npm run dev`: builds the pages and serves them. Node's --watch runs it anew when a source changes.
await import('./build.mjs');
await import('../dist/main.mjs');
