import type { ProblemKind } from './problem.ts';

/** The one mapping of a kind to HTTP (RFC 9110 §15). */
const http: Record<ProblemKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  conflict: 409,
  'too-many': 429,
  'too-large': 413,
  unavailable: 503,
  broken: 500,
};

/** The one mapping of a kind to an SMTP reply (RFC 5321 §4.2) with its enhanced status code (RFC 3463). */
const smtp: Record<ProblemKind, { code: number; enhanced: string }> = {
  invalid: { code: 554, enhanced: '5.6.0' },
  unauthenticated: { code: 530, enhanced: '5.7.0' },
  forbidden: { code: 550, enhanced: '5.7.1' },
  missing: { code: 550, enhanced: '5.1.1' },
  conflict: { code: 451, enhanced: '4.3.0' },
  'too-many': { code: 451, enhanced: '4.7.1' },
  'too-large': { code: 552, enhanced: '5.3.4' },
  unavailable: { code: 451, enhanced: '4.3.0' },
  broken: { code: 451, enhanced: '4.3.0' },
};

/** The one mapping of a kind to a command's exit code (BSD sysexits where one fits). */
const exit: Record<ProblemKind, number> = {
  invalid: 64,
  unauthenticated: 77,
  forbidden: 77,
  missing: 66,
  conflict: 73,
  'too-many': 75,
  'too-large': 65,
  unavailable: 69,
  broken: 70,
};

export const httpStatus = (kind: ProblemKind): number => http[kind];
export const smtpReply = (kind: ProblemKind): { code: number; enhanced: string } => smtp[kind];
export const exitCode = (kind: ProblemKind): number => exit[kind];
