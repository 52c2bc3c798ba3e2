/** What a script sent; the action that gets it looks at every field. */
export const readJson = (request: Request): Promise<never> => request.json().catch(() => null) as never;
