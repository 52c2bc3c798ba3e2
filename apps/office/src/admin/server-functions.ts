/** What Payload's admin may ask of its server by name. Payload looks a name up without asking whether it is its own. */
const known: ReadonlySet<unknown> = new Set([
  'copy-data-from-locale',
  'form-state',
  'get-default-layout',
  'get-folder-results-component-and-data',
  'get-upcoming-scheduled-publish',
  'render-document',
  'render-document-slots',
  'render-field',
  'render-list',
  'render-widget',
  'schedule-publish',
  'slugify',
  'table-state',
]);

interface Call {
  name: string;
  args: Record<string, unknown>;
}

/** Whether something is a call of one of these. */
export function isAdminCall(value: unknown): value is Call {
  if (typeof value !== 'object' || value === null) return false;
  const { name, args } = value as Partial<Call>;
  return known.has(name) && typeof args === 'object' && args !== null && !Array.isArray(args);
}
