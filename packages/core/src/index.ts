export {
  type Action,
  type ActionContext,
  type AuditLine,
  action,
  actionProblems,
  fieldProblems,
} from './action.ts';
export {
  type Caller,
  type CallingPerson,
  type Door,
  fromInside,
  hasRole,
  type Role,
  type Rule,
} from './caller.ts';
export { type Clock, type FakeClock, fakeClock, systemClock } from './clock.ts';
export { idOf, newId } from './id.ts';
export {
  isOfficeLanguage,
  isRightToLeft,
  type Locale,
  locales,
  type OfficeLanguage,
  officeLanguages,
} from './locales.ts';
export { networkOf } from './network.ts';
export {
  type FieldProblems,
  Problem,
  type ProblemCatalogue,
  type ProblemEntry,
  type ProblemKind,
  problems,
  type RaiseDetails,
} from './problem.ts';
export { exitCode, httpStatus, smtpReply } from './problem-doors.ts';
export {
  type Call,
  type NonceMemory,
  nonceMemory,
  signatureHeader,
  signCall,
  type Verification,
  verifyCall,
} from './signed-call.ts';
