import type { z } from 'zod';
import type { Caller, Rule } from './caller.ts';
import { type FieldProblems, Problem, problems } from './problem.ts';

export const actionProblems = problems('action', {
  'invalid-input': {
    kind: 'invalid',
    title: 'Something in what was sent is missing or not as it should be.',
    hint: 'See the fields named and send it again.',
  },
  'sign-in-first': {
    kind: 'unauthenticated',
    title: 'This needs a signed-in person.',
    hint: 'Sign in and try again.',
  },
  'not-allowed': {
    kind: 'forbidden',
    title: 'You may not do this.',
    hint: 'An admin of your firm can do it or give you the right.',
  },
});

/** One line of the audit: who asked for what, and how it ended. Never the input, which may hold secrets. */
export interface AuditLine {
  action: string;
  outcome: 'done' | 'refused' | 'failed';
  person: string | null;
  via: Caller['via'];
  address?: string;
  /** Id of what it was about. */
  subject?: string;
  code?: string;
}

export interface ActionContext {
  audit(line: AuditLine): void;
}

interface Definition<Schema extends z.ZodType, Context, Out> {
  /** `subject.verb`, the name in the audit: "people.sign-in". */
  name: string;
  input: Schema;
  /** Id of what it is about, for the audit. */
  about?(input: z.output<Schema>): string;
  /** The rule. An action without one does not compile. */
  can: Rule<z.output<Schema>, Context>;
  run(context: Context, input: z.output<Schema>, caller: Caller): Promise<Out>;
  /** Reads that would drown the audit in noise leave only their refusals there. */
  quiet?: boolean;
}

export interface Action<Input, Context, Out> {
  readonly name: string;
  readonly input: z.ZodType;
  /** Validates, checks, runs, writes the audit line. Throws `Problem` for whatever a person can act on. */
  perform(context: Context, input: Input, caller: Caller): Promise<Out>;
}

/** Whatever a person or a program can ask for. Each door calls the same actions. */
export function action<Schema extends z.ZodType, Context extends ActionContext, Out>(
  definition: Definition<Schema, Context, Out>,
): Action<z.input<Schema>, Context, Out> {
  const { name, input: schema, about, can, run, quiet = false } = definition;
  return {
    name,
    input: schema,
    async perform(context, rawInput, caller) {
      const line = auditLine(name, caller);
      try {
        const input = parse(schema, rawInput);
        if (about) line.subject = about(input);
        if ((await can(caller, input, context)) !== true) throw refusal(caller);
        const out = await run(context, input, caller);
        if (!quiet) context.audit({ ...line, outcome: 'done' });
        return out;
      } catch (error) {
        const known = error instanceof Problem;
        const refused = known && (error.kind === 'forbidden' || error.kind === 'unauthenticated');
        context.audit({
          ...line,
          outcome: refused ? 'refused' : 'failed',
          ...(known ? { code: error.code } : {}),
        });
        throw error;
      }
    },
  };
}

function auditLine(action: string, caller: Caller): Omit<AuditLine, 'outcome'> {
  const line = { action, person: caller.person?.id ?? null, via: caller.via };
  return caller.address === undefined ? line : { ...line, address: caller.address };
}

const refusal = (caller: Caller): Problem =>
  caller.person === null && caller.via === 'web'
    ? actionProblems.make('sign-in-first')
    : actionProblems.make('not-allowed');

function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw actionProblems.make('invalid-input', { fields: fieldProblems(result.error) });
}

/** The first complaint of each field, keyed by its path; "" is the input as a whole. */
export function fieldProblems(error: z.ZodError): FieldProblems {
  const fields: FieldProblems = {};
  for (const issue of error.issues) fields[issue.path.join('.')] ??= issue.message;
  return fields;
}
