const ofPayload = new Set(['forgot', 'reset', 'unlock', 'verify', 'create-first-user']);

/** Payload's own pages around passwords, which are not Payload's to keep here. */
export const isPasswordPage = ([first = '', second = '']: readonly string[] = []): boolean =>
  ofPayload.has(first) || (first !== 'collections' && first !== 'globals' && second === 'verify');
