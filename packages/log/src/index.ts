import { type DestinationStream, type Level, pino } from 'pino';
import type { EventName } from './events.ts';

export type { Level } from 'pino';
export { type EventName, events } from './events.ts';

export interface Log {
  /** One structured line; `details` must not hold secrets or mail content. */
  event(name: EventName, details?: Record<string, unknown>): void;
  warn(name: EventName, details?: Record<string, unknown>): void;
  error(name: EventName, details?: Record<string, unknown>): void;
  debug(name: EventName, details?: Record<string, unknown>): void;
}

/** Fields that never reach a log, at the top or one level down, whoever passes them by mistake. */
const secretFields = ['password', 'token', 'secret', 'cookie', 'authorization', 'passwordHash', 'key'];
const redact = secretFields.flatMap((field) => [field, `*.${field}`]);

/** A part's log: JSON lines on stdout, or on the destination given. */
export function createLog(options: { part: string; level?: Level; destination?: DestinationStream }): Log {
  const { part, level = 'info', destination } = options;
  const settings = {
    level,
    base: { part },
    redact: { paths: redact, censor: '[hidden]' },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const log = destination ? pino(settings, destination) : pino(settings);
  return {
    event: (name, details = {}) => log.info({ event: name, ...details }),
    warn: (name, details = {}) => log.warn({ event: name, ...details }),
    error: (name, details = {}) => log.error({ event: name, ...details }),
    debug: (name, details = {}) => log.debug({ event: name, ...details }),
  };
}
