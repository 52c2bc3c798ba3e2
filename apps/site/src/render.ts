import { createApp } from 'astro/app/entrypoint';
import type { View } from './view.ts';

const app = createApp({ streaming: false });

/** The page of a view as HTML. The server's one way into Astro. */
export async function render(view: View): Promise<string> {
  const response = await app.render(new Request('http://site.invalid/page'), { locals: { view } });
  if (!response.ok) throw new Error(`the page ${view.path} could not be rendered: ${response.status}`);
  return response.text();
}
