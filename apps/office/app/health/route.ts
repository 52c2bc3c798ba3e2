import { getOffice } from '#office.ts';

export const dynamic = 'force-dynamic';

/** 200 when the office is open and its database answers. */
export async function GET(): Promise<Response> {
  const headers = { 'cache-control': 'no-store' };
  try {
    const { payload } = await getOffice();
    await payload.db.findOne({ collection: 'domains', where: {} });
    return Response.json({ ok: true }, { headers });
  } catch {
    return Response.json({ ok: false }, { status: 503, headers });
  }
}
