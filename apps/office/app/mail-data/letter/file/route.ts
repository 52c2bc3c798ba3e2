import { Readable } from 'node:stream';
import { attachFile } from '@kontor/mailbox';
import { answer } from '#answer.ts';
import { readConfig } from '#office.config.ts';
import { judge } from '#proxy/gate.ts';

export const dynamic = 'force-dynamic';

/**
 * A file for a draft, as the body of the request: ?draft=ID&name=… It goes to the disk as it arrives. proxy.ts, before which
 * Next would gather it in memory, does not see it: the gate is asked here.
 */
export async function POST(request: Request): Promise<Response> {
  const { pathname, search, searchParams } = new URL(request.url);
  const asked = { method: 'POST', path: `${pathname}${search}`, headers: request.headers };
  const judged = judge(asked, readConfig().officeUrl);
  if (!judged.pass && 'status' in judged) return new Response(judged.text, { status: judged.status });
  return answer(request, (office, caller) => {
    const content = request.body ? Readable.fromWeb(request.body as never) : Readable.from([]);
    const [draft, filename] = [searchParams.get('draft') ?? '', searchParams.get('name') ?? ''];
    const type = request.headers.get('content-type') ?? '';
    return attachFile.perform(office, { draft, filename, type, content }, caller);
  });
}
