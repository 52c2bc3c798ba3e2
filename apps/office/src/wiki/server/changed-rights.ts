const rightName = /^right\.(.{1,64})$/;

/**
 * The rights that a form changes: each is sent with what was shown for it. One that was left as it stood is not set again,
 * since somebody may have withdrawn it after the form was drawn.
 */
export const changedRights = (fields: Record<string, unknown>): { group: string; may: unknown }[] =>
  Object.entries(fields).flatMap(([name, may]) => {
    const group = rightName.exec(name)?.[1];
    return group && fields[`shown.${group}`] !== may ? [{ group, may }] : [];
  });
