import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { readConfig } from './src/office.config.ts';
import { areaOf, contentPolicy, securityHeaders } from './src/proxy/content-policy.ts';
import { judge } from './src/proxy/gate.ts';
import { refuseBrokenForm } from './src/proxy/whole-form.ts';

const { officeUrl } = readConfig();
const reloading = process.env.NODE_ENV === 'development';
/** Answers with a foreign message's bytes bring a policy of their own, which is stricter. */
const ownPolicy = /^\/mail-data\/(frame|part)\//;

/** Before every page and route but the signed calls of the site: see src/proxy/gate.ts. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const judged = judge(
    { method: request.method, path: `${pathname}${search}`, headers: request.headers },
    officeUrl,
  );
  if (!judged.pass && 'redirect' in judged) return NextResponse.redirect(judged.redirect, 307);
  const refused = judged.pass ? await brokenFormOf(request) : judged;
  if (refused) return withHeaders(new NextResponse(refused.text, { status: refused.status }));
  if (ownPolicy.test(pathname)) return withHeaders(NextResponse.next());
  const nonce = randomBytes(16).toString('base64');
  const policy = contentPolicy(nonce, areaOf(pathname), { reloading });
  const headers = new Headers(request.headers);
  // Next reads the nonce of its own scripts from here.
  headers.set('content-security-policy', policy);
  const answer = withHeaders(NextResponse.next({ request: { headers } }));
  answer.headers.set('content-security-policy', policy);
  return answer;
}

/** Payload reads its uploads itself. */
const brokenFormOf = async (request: NextRequest) =>
  request.nextUrl.pathname.startsWith('/api/') ? null : refuseBrokenForm(request);

function withHeaders(answer: NextResponse): NextResponse {
  for (const [name, value] of Object.entries(securityHeaders)) answer.headers.set(name, value);
  if (officeUrl.startsWith('https:')) answer.headers.set('strict-transport-security', 'max-age=31536000');
  return answer;
}

export const config = { matcher: ['/((?!_next/static/|internal/site/|health$).*)'] };
