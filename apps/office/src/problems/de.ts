import { doctor } from './de/doctor.ts';
import { mail } from './de/mail.ts';
import { server } from './de/server.ts';
import { tunnels } from './de/tunnels.ts';
import { wiki } from './de/wiki.ts';

export { fields } from './de/fields.ts';

/** Every problem of every package in German, by code. English stands in each package's own catalogue. */
export const problems: Record<string, { title: string; hint: string }> = {
  'people.wrong-password': {
    title: 'Die Adresse oder das Passwort stimmt nicht.',
    hint: 'Prüfen Sie beides. Wer den Server Ihrer Firma betreut, kann Ihnen ein neues Passwort geben.',
  },
  'people.too-many-attempts': {
    title: 'Es gab zu viele Anmeldeversuche.',
    hint: 'Warten Sie {minutes} min und versuchen Sie es noch einmal.',
  },
  'people.weak-password': {
    title: 'Dieses Passwort ist zu leicht zu erraten.',
    hint: 'Nehmen Sie mindestens 10 Zeichen und kein verbreitetes Passwort; gut sind ein paar Wörter hintereinander.',
  },
  'people.set-up-link-used': {
    title: 'Dieser Einrichtungslink gilt nicht mehr.',
    hint: 'Einen neuen gibt es auf dem Server mit „npm run kontor -- setup-link“.',
  },
  'people.already-set-up': {
    title: 'Dieses Büro ist schon eingerichtet.',
    hint: 'Melden Sie sich unter /login an.',
  },
  'people.address-taken': { title: 'Die Adresse {address} ist vergeben.', hint: 'Wählen Sie eine andere.' },
  'people.no-such-person': {
    title: 'Diese Person gibt es nicht.',
    hint: 'Sehen Sie in der Liste der Personen nach; vielleicht ist die Adresse falsch geschrieben.',
  },
  'people.not-set-up': {
    title: 'Dieses Büro ist noch nicht eingerichtet.',
    hint: 'Öffnen Sie den Einrichtungslink, den der Startbefehl ausgegeben hat.',
  },
  'people.last-admin': {
    title: 'Dies ist der einzige Admin.',
    hint: 'Machen Sie zuerst jemand anderen zum Admin: „npm run kontor -- person role NAME@DOMAIN admin“ auf dem Server.',
  },
  'action.invalid-input': {
    title: 'In den Angaben fehlt etwas, oder etwas stimmt nicht.',
    hint: 'Sehen Sie die genannten Felder durch und senden Sie sie noch einmal.',
  },
  'action.sign-in-first': {
    title: 'Dafür müssen Sie angemeldet sein.',
    hint: 'Melden Sie sich an und versuchen Sie es noch einmal.',
  },
  'action.not-allowed': {
    title: 'Das dürfen Sie nicht.',
    hint: 'Ein Admin Ihrer Firma kann es tun oder Ihnen das Recht dazu geben.',
  },
  'inquiries.no-such-inquiry': {
    title: 'Diese Anfrage gibt es nicht.',
    hint: 'Sehen Sie noch einmal unter „Heute“ nach.',
  },
  'inquiries.taken-meanwhile': {
    title: '{name} hat diese Anfrage inzwischen übernommen.',
    hint: 'Sprechen Sie sich ab oder geben Sie sie weiter.',
  },
  'inquiries.no-open-question': {
    title: 'Diese Anfrage ist schon beantwortet oder geschlossen.',
    hint: 'Sehen Sie noch einmal unter „Heute“ nach.',
  },
  'inquiries.no-such-colleague': {
    title: 'Unter diesem Namen kann sie hier niemand übernehmen.',
    hint: 'Wählen Sie jemanden, der jetzt hier arbeitet.',
  },
  ...mail,
  ...wiki,
  ...tunnels,
  ...server,
  ...doctor,
};
