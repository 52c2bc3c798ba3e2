/**
 * Every event that is logged has its name here; the audit is the subset that begins with `audit.`.
 * A name is invented once: search for it and find both who writes it and what it means.
 */
export const events = {
  'part.starting': 'a part begins to start',
  'part.ready': 'a part answers',
  'part.stopping': 'a part was asked to stop',
  'part.stopped': 'a part has stopped cleanly',
  'part.failed': 'a part cannot go on',
  'audit.action': 'somebody asked for an action; done, refused or failed',
  'mail.accepted': 'a message was answered with 250',
  'mail.refused': 'a command or message was refused for good',
  'mail.deferred': 'a command or message was refused for now',
  'mail.sweep-failed': 'the daily sweep did not come to its end; the next one goes on',
  'mail.swept': 'messages and blobs that nothing points at any more were removed',
  'mail.disconnected': 'an SMTP session ended',
  'data.tidied': 'what had run out was forgotten: old changes, sessions, attempts, links',
  'data.tidy-failed': 'the daily tidying did not come to its end; the next one goes on',
  'site.updated': 'the website took over a new snapshot',
  'site.update-failed': 'the office could not be asked for content; the last snapshot is served',
  'site.inquiry-queued': "a question was written to the website's disk",
  'site.inquiry-delivered': 'the office took a question over',
  'site.inquiry-refused': 'a question was held back as spam or refused',
  'http.failed': 'a request ended with an error that is ours',
} as const;

export type EventName = keyof typeof events;
