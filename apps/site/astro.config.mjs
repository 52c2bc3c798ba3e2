import { defineConfig } from 'astro/config';

/** Astro makes the pages; this part's own server (src/main.ts) asks for them by `render`. */
const pagesOnly = {
  name: 'kontor-pages',
  hooks: {
    'astro:config:done': ({ setAdapter }) =>
      setAdapter({
        name: 'kontor-pages',
        entrypointResolution: 'auto',
        serverEntrypoint: new URL('./src/render.ts', import.meta.url),
        adapterFeatures: { buildOutput: 'server' },
        supportedAstroFeatures: { serverOutput: 'stable' },
      }),
  },
};

export default defineConfig({
  output: 'server',
  adapter: pagesOnly,
  outDir: './dist/pages',
  compressHTML: true,
  devToolbar: { enabled: false },
  // The server in front checks origins and reads the only form there is.
  security: { checkOrigin: false },
  session: false,
  image: { service: { entrypoint: 'astro/assets/services/noop' } },
  trailingSlash: 'ignore',
});
