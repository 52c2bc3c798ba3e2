export const roles = ['admin', 'editor', 'staff'] as const;
