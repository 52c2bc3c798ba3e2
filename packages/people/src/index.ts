import { addPerson } from './actions/add-person.ts';
import { changeOwnSettings } from './actions/change-own-settings.ts';
import { changePassword, renewPassword } from './actions/change-password.ts';
import { disablePerson, enablePerson } from './actions/disable-person.ts';
import { setRole } from './actions/set-role.ts';
import { issueSetUpToken, setUpFirm } from './actions/set-up-firm.ts';
import { signIn } from './actions/sign-in.ts';
import { signOut } from './actions/sign-out.ts';
import { firmGlobal } from './firm.ts';
import { domainsCollection, groupsCollection, personsCollection } from './persons.ts';

export { isSetUp, setUpPurpose } from './actions/set-up-firm.ts';
export { type Colleague, listColleagues } from './colleagues.ts';
export type { MailForPeople, PeopleContext, PersonDoor } from './context.ts';
export { findPerson, findPersonByEmail, findPersons, type Person } from './find-person.ts';
export { type Firm, firmName, readFirm, readSignature, readWorkingTime } from './firm.ts';
export { peopleProblems } from './problems.ts';
export { sessionsOf } from './session-strategy.ts';
export {
  addPerson,
  changeOwnSettings,
  changePassword,
  disablePerson,
  enablePerson,
  issueSetUpToken,
  renewPassword,
  setRole,
  setUpFirm,
  signIn,
  signOut,
};

export const collections = [personsCollection, groupsCollection, domainsCollection];
export const globals = [firmGlobal];
export const actions = [
  addPerson,
  changeOwnSettings,
  changePassword,
  disablePerson,
  enablePerson,
  issueSetUpToken,
  renewPassword,
  setRole,
  setUpFirm,
  signIn,
  signOut,
];
