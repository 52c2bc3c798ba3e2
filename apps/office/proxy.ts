import { randomBytes } from 'node:crypto';
import { cookieName } from '@kontor/auth/cookie';
import { type NextRequest, NextResponse } from 'next/server';
import { wayToSignIn } from './src/admin/way-to-sign-in.ts';
import { readConfig } from './src/office.config.ts';
import { refuseAdminCall } from './src/proxy/admin-call.ts';
import { areaOf, contentPolicy, securityHeaders } from './src/proxy/content-policy.ts';
import { judge } from './src/proxy/gate.ts';
import type { Refusal } from './src/proxy/refusal.ts';
import { whoCalls } from './src/proxy/who-calls.ts';
import { refuseBrokenForm } from './src/proxy/whole-form.ts';

const { officeUrl } = readConfig();
const reloading = process.env.NODE_ENV === 'development';
/** Answers with foreign bytes bring a policy of their own, which is stricter. */
const ownPolicy = /^\/(mail-data\/(frame|part|source)|wiki-data\/(file|markdown))\//;

/** Before every page and route but the signed calls of the site and files on their way in: see src/proxy/gate.ts. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const judged = judge(
    { method: request.method, path: `${pathname}${search}`, headers: request.headers },
    officeUrl,
  );
  if (!judged.pass && 'redirect' in judged) return NextResponse.redirect(judged.redirect, 307);
  const signIn = judged.pass ? wayToSignIn(request.nextUrl) : null;
  if (signIn) return withHeaders(NextResponse.redirect(`${officeUrl}${signIn}`, 303));
  const refused = judged.pass ? await refusedBody(request) : judged;
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

/** Payload reads its uploads itself; how large they may be is said before Next sees them (src/body). */
async function refusedBody(request: NextRequest): Promise<Refusal | null> {
  const token = request.cookies.get(cookieName)?.value ?? '';
  const refused = await refuseAdminCall(request, () => whoCalls(token));
  return (
    refused ?? (request.nextUrl.pathname.startsWith('/api/') && token ? null : refuseBrokenForm(request))
  );
}

function withHeaders(answer: NextResponse): NextResponse {
  for (const [name, value] of Object.entries(securityHeaders)) answer.headers.set(name, value);
  if (officeUrl.startsWith('https:')) answer.headers.set('strict-transport-security', 'max-age=31536000');
  return answer;
}

export const config = { matcher: ['/((?!_next/static/|internal/site/|health$|mail-data/letter/file$).*)'] };
