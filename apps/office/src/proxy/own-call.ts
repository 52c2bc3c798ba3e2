/**
 * Whether a form calls a server action as our own pages do: with the state before, then the form. React and Next answer
 * 500 to anything else they cannot take apart, and an action would be called with what it never expects.
 */
export function isOwnCall(form: FormData, isByScript: boolean): boolean {
  if (isByScript) {
    const [state, sent, ...more] = listOf(form.get('0')) ?? [];
    return isState(state) && /^\$K[0-9a-f]+$/.test(String(sent)) && more.length === 0;
  }
  return [...form.entries()].every(([name, value]) => {
    const [, which] = /^\$ACTION_\d+:(.*)$/.exec(name) ?? [];
    if (which === undefined) return true;
    if (which === '0') return isState(parsed(value));
    const [state, ...more] = listOf(value) ?? [];
    return which === '1' && isState(state) && more.length === 0;
  });
}

function parsed(value: FormDataEntryValue | null): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : null;
  } catch {
    return null;
  }
}

function listOf(value: FormDataEntryValue | null): unknown[] | null {
  const list = parsed(value);
  return Array.isArray(list) ? list : null;
}

/** An object of plain values: "$" begins what React would look up elsewhere; the bound state "$@1" is the form's own. */
const isState = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !/"\$(?!\$|undefined"|@1")/.test(JSON.stringify(value));
