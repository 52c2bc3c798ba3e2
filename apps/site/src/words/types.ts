/** Every word of the site that is not the firm's own. */
export interface Words {
  menu: string;
  skip: string;
  languages: string;
  call: string;
  write: string;
  /** Leads to the address and the opening hours. */
  findUs: string;
  reach: string;
  address: string;
  hours: string;
  from: string;
  allNews: string;
  privacy: string;
  askTitle: string;
  name: string;
  email: string;
  emailUs: string;
  phone: string;
  optional: string;
  question: string;
  send: string;
  kept: string;
  privacyLink: string;
  leaveEmpty: string;
  errorsTitle: string;
  errors: {
    name: string;
    nameLong: string;
    email: string;
    phone: string;
    text: string;
    textLong: string;
    again: string;
    stale: string;
    tooMany: string;
    tooLarge: string;
    full: string;
  };
  sentTitle: string;
  sentText: string;
  home: string;
  missingTitle: string;
  missingText: string;
  brokenTitle: string;
  brokenText: string;
  soonTitle: string;
  soonText: string;
  privacyText: readonly { heading: string; text: string }[];
}
