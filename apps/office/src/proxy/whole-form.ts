const mostBytes = 1_000_000;

interface Refusal {
  status: number;
  text: string;
}

/** Next answers 500 to a page's form that is cut off or too large: what to answer instead, or null where it is whole. */
export async function refuseBrokenForm(request: Request): Promise<Refusal | null> {
  const type = request.headers.get('content-type') ?? '';
  if (request.method !== 'POST' || !/^\s*multipart\/form-data/i.test(type)) return null;
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes)
    return { status: 413, text: 'This form is too large. Nothing was done.' };
  try {
    await request.clone().formData();
    return null;
  } catch {
    return { status: 400, text: 'This form arrived broken. Nothing was done: go back and send it again.' };
  }
}
