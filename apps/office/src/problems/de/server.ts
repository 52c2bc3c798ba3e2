/** Problems of search, data and settings, in German. */
export const server: Record<string, { title: string; hint: string }> = {
  'search.off': {
    title: 'Dieses Kontor hat kein Meilisearch und darum keinen Index.',
    hint: 'Installieren Sie „meilisearch“, oder nennen Sie eines mit KONTOR_MEILI_URL; bis dahin werden Titel und Betreffzeilen durchsucht.',
  },
  'search.away': {
    title: 'Meilisearch antwortet nicht.',
    hint: 'Prüfen Sie, ob Kontor läuft („npm run kontor -- status“); den Grund nennt das Protokoll des Teils „search“.',
  },
  'search.key-refused': {
    title: 'Meilisearch nimmt unseren Schlüssel nicht an.',
    hint: 'In KONTOR_MEILI_KEY_FILE muss der Hauptschlüssel des Meilisearch unter KONTOR_MEILI_URL stehen.',
  },
  'search.task-failed': {
    title: 'Meilisearch konnte den Index nicht schreiben: {why}',
    hint: 'Oft ist die Festplatte voll. „npm run kontor -- search rebuild“ baut den Index neu auf.',
  },
  'search.rebuild-runs': {
    title: 'Der Index wird schon neu aufgebaut.',
    hint: 'Warten Sie, bis er fertig ist; „npm run kontor -- doctor“ sagt, wann die Suche geht.',
  },
  'data.busy': {
    title: 'Die Datenbank schreibt gerade etwas anderes.',
    hint: 'Versuchen Sie es gleich noch einmal.',
  },
  'data.unavailable': {
    title: 'Die Datenbank antwortet nicht.',
    hint: 'Versuchen Sie es gleich noch einmal; was nicht stimmt, zeigt auf dem Server „kontor doctor“.',
  },
  'data.already-there': {
    title: 'Es gibt schon einen Eintrag mit demselben Wert in „{field}“.',
    hint: 'Wählen Sie einen anderen.',
  },
  'data.corrupt-blob': {
    title: 'Eine gespeicherte Datei ist beschädigt: Ihr Inhalt passt nicht mehr zu ihrem Namen {hash}.',
    hint: 'Stellen Sie diese Datei aus einer Sicherung wieder her.',
  },
  'data.missing-blob': {
    title: 'Eine gespeicherte Datei fehlt: {hash}.',
    hint: 'Stellen Sie diese Datei aus einer Sicherung wieder her.',
  },
  'data.newer-data': {
    title: 'Dieser Datenordner stammt von einem neueren Kontor ({migration}).',
    hint: 'Starten Sie die neuere Version, oder stellen Sie die Sicherung von vor der Aktualisierung wieder her.',
  },
  'data.older-data': {
    title: 'Dieser Datenordner hat noch die Form eines älteren Kontors ({migration} fehlt).',
    hint: 'Starten Sie Kontor mit npm start: Die Daten werden aktualisiert, bevor ein Teil läuft.',
  },
  'data.in-use': {
    title: 'Die Datenbank soll aktualisiert werden, aber ein Teil von Kontor hat sie noch offen.',
    hint: 'Beenden Sie alle Teile der älteren Version und starten Sie neu; es wurde nichts geändert.',
  },
  'data.no-room': {
    title:
      'Für die Aktualisierung ist zu wenig Platz: {needed} MiB werden in {folder} gebraucht, {free} MiB sind frei.',
    hint: 'Schaffen Sie Platz und starten Sie neu; die Datenbank ist, wie sie war.',
  },
  'data.upgrade-failed': {
    title: 'Die Datenbank ließ sich nicht auf {label} aktualisieren: {why}.',
    hint: 'Die Datenbank ist, wie sie war: Arbeiten Sie mit der Version davor weiter und melden Sie dies.',
  },
  'data.damaged': {
    title: 'Die Datenbank {file} ist beschädigt: {why}',
    hint: 'Beenden Sie Kontor, und stellen Sie den Datenordner aus einer Sicherung wieder her.',
  },
  'data.not-flushed': {
    title: 'Die Datenbank schreibt Änderungen nicht bis auf die Festplatte durch.',
    hint: 'Melden Sie dies als Fehler.',
  },
  'data.not-acknowledged': {
    title: 'MongoDB hat einen protokollierten Schreibvorgang der Mehrheit nicht bestätigt: {why}',
    hint: 'Schalten Sie das Journal ein, und sorgen Sie dafür, dass die Mehrheit des Replikatsatzes läuft.',
  },
  'config.invalid-settings': {
    title: 'Einige Einstellungen stimmen nicht: {list}.',
    hint: 'Berichtigen Sie diese Variablen in der Umgebung; .env.example erklärt jede.',
  },
  'config.unknown-settings': {
    title: 'Eine Einstellung namens {list} gibt es nicht.',
    hint: 'Suchen Sie nach einem Schreibfehler; .env.example nennt alle Einstellungen.',
  },
  'config.unreadable-file': {
    title: 'Die Datei, die {name} nennt, lässt sich nicht lesen.',
    hint: 'Prüfen Sie, ob es {path} gibt und dieser Dienst die Datei lesen darf.',
  },
  'config.empty-secret': {
    title: 'Das Geheimnis {path} ist eine leere Datei.',
    hint: 'Holen Sie es aus einer Sicherung zurück, oder entfernen Sie es: Beim nächsten Start entsteht ein neues.',
  },
  'config.open-secret': {
    title: 'Andere auf diesem Rechner können das Geheimnis {path} lesen.',
    hint: 'Geben Sie als Eigentümer der Datei „chmod 600“ ein, und starten Sie Kontor als dieser.',
  },
  'config.open-folder': {
    title: 'Alle auf diesem Rechner können {dir} lesen.',
    hint: 'Geben Sie als Eigentümer des Ordners „chmod 700“ ein, oder nennen Sie mit KONTOR_DATA einen anderen.',
  },
  'config.demo-not-on-loopback': {
    title: 'Die Demo ist nur auf diesem Rechner zu erreichen, aber KONTOR_HOST ist {host}.',
    hint: 'Lassen Sie KONTOR_HOST weg, oder nehmen Sie npm start für ein echtes Büro.',
  },
  'config.ports-alike': {
    title: 'Zwei Teile würden denselben Port {port} belegen: {list}.',
    hint: 'Geben Sie jeder dieser Einstellungen einen eigenen Port.',
  },
  'config.half-a-certificate': {
    title: 'KONTOR_TLS_CERT und KONTOR_TLS_KEY gehören zusammen, und eines fehlt.',
    hint: 'Nennen Sie beide Dateien oder keine.',
  },
  'config.demo-sends-nothing': {
    title: 'Die Demo sendet keine E-Mails in die Welt, aber KONTOR_OUTBOUND ist {outbound}.',
    hint: 'Lassen Sie KONTOR_OUTBOUND und KONTOR_SMARTHOST weg, oder nehmen Sie npm start für ein echtes Büro.',
  },
  'config.no-smarthost': {
    title: 'KONTOR_OUTBOUND ist smarthost, aber KONTOR_SMARTHOST fehlt.',
    hint: 'Geben Sie seine Adresse an, etwa smtps://name:password@host:465.',
  },
};
