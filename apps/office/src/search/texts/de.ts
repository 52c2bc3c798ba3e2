import type { SearchTextKey } from './en.ts';

export const de: Record<SearchTextKey, string> & Record<string, string> = {
  title: 'Suche',
  open: 'Suchen',
  field: 'E-Mail und Wiki durchsuchen',
  send: 'Suchen',
  close: 'Schließen',
  hint: 'Wörter aus einer Seite, einer Datei oder einer E-Mail; kleine Tippfehler schaden nicht.',
  'kind.page': 'Wiki-Seiten',
  'kind.file': 'Dateien',
  'kind.mail': 'E-Mail',
  'found.one': '{count} Treffer',
  'found.other': '{count} Treffer',
  'found.more': 'Mehr als {count} Treffer',
  all: 'Alle Treffer',
  'all-of-kind': 'Alle: {kind}',
  'every-kind': 'Treffer jeder Art',
  nothing: 'Nichts gefunden zu „{query}“.',
  'nothing-hint': 'Versuchen Sie weniger oder andere Wörter. Durchsucht wird nur, was Sie lesen dürfen.',
  'no-title': '(kein Betreff)',
  working: 'Suche läuft',
  'without.off':
    'Dieses Büro hat keinen Suchindex. Durchsucht werden nur Titel, Betreffzeilen und Absender der neuesten Inhalte.',
  'without.away':
    'Der Suchindex antwortet gerade nicht. Durchsucht werden nur Titel, Betreffzeilen und Absender der neuesten Inhalte.',
  'without.building':
    'Der Suchindex wird aufgebaut. Bis dahin werden nur Titel, Betreffzeilen und Absender der neuesten Inhalte durchsucht.',
  offline: 'Sie sind offline. Die Suche geht wieder, sobald Sie verbunden sind.',
  failed: 'Die Suche hat nicht geantwortet.',
  'failed-hint': 'Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  again: 'Noch einmal versuchen',
};
