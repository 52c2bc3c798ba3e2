import { type Caller, httpStatus, Problem } from '@kontor/core';
import type { Office } from '@kontor/suite';
import { languageHere } from './language.ts';
import { getOffice } from './office.ts';
import { sayProblem } from './problems/say-problem.ts';
import { barePolicy } from './proxy/content-policy.ts';
import { callerFrom } from './session.ts';

const noStore = { 'cache-control': 'private, no-store' };
/** Said here too, because proxy.ts leaves the policy of foreign bytes to their own answers. */
const refusal = { ...noStore, 'content-security-policy': barePolicy };

/**
 * What every route of the signed-in does around its own few lines: finds out who asks, and turns a problem into its
 * status and the reader's words. A bug is logged and says nothing of itself.
 */
export async function answer(
  request: Request,
  run: (office: Office, caller: Caller) => Promise<Response | object>,
): Promise<Response> {
  const office = await getOffice();
  try {
    const result = await run(office, await callerFrom(request));
    return result instanceof Response ? result : Response.json(result, { headers: noStore });
  } catch (error) {
    if (!(error instanceof Problem)) {
      const { pathname } = new URL(request.url);
      office.log.error('http.failed', { path: pathname, why: (error as Error).message });
      return Response.json({ code: 'office.broken' }, { status: 500, headers: refusal });
    }
    const { title, hint, fields } = sayProblem(error, await languageHere());
    return Response.json(
      { code: error.code, title, hint, fields },
      { status: httpStatus(error.kind), headers: refusal },
    );
  }
}
