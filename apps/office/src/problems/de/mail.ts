/** Problems of mail, in German. */
export const mail: Record<string, { title: string; hint: string }> = {
  'mailbox.no-such-folder': {
    title: 'Diesen Ordner gibt es nicht.',
    hint: 'Vielleicht wurde er entfernt; gehen Sie zurück zum Posteingang.',
  },
  'mailbox.no-such-conversation': {
    title: 'Diese Unterhaltung ist nicht in diesem Ordner.',
    hint: 'Vielleicht wurde sie verschoben oder gelöscht.',
  },
  'mailbox.no-such-message': {
    title: 'Diese Nachricht gibt es nicht.',
    hint: 'Vielleicht wurde sie endgültig gelöscht.',
  },
  'mailbox.no-such-attachment': {
    title: 'Diese Nachricht hat keinen solchen Anhang.',
    hint: 'Öffnen Sie die Nachricht noch einmal.',
  },
  'mailbox.no-such-mailbox': {
    title: 'Niemand hier hat die Adresse {address}.',
    hint: 'Prüfen Sie, wie die Adresse geschrieben ist.',
  },
  'mailbox.no-such-draft': {
    title: 'Diesen Entwurf gibt es nicht.',
    hint: 'Vielleicht wurde er gesendet oder verworfen.',
  },
  'mailbox.draft-changed': {
    title: 'Dieser Entwurf wurde inzwischen anderswo geändert.',
    hint: 'Öffnen Sie ihn noch einmal, um zu sehen, was dort geschrieben wurde.',
  },
  'mailbox.not-your-mailbox': {
    title: 'Aus diesem Postfach schreiben Sie nicht.',
    hint: 'Wählen Sie einen anderen Absender. Ein Admin Ihrer Firma kann das Postfach für Sie freigeben.',
  },
  'mailbox.too-many-drafts': {
    title: 'Sie haben schon 1000 Entwürfe.',
    hint: 'Senden oder verwerfen Sie einige, dann geht es weiter.',
  },
  'mailbox.attachments-too-large': {
    title: 'Anhänge dürfen zusammen 25 MB groß sein.',
    hint: 'Entfernen Sie einige, oder verteilen Sie sie auf mehrere Nachrichten.',
  },
  'mailbox.too-many-attachments': {
    title: 'Eine Nachricht fasst höchstens 100 Dateien.',
    hint: 'Entfernen Sie einige, oder packen Sie sie in ein Archiv.',
  },
  'mail.no-such-draft': {
    title: 'Diesen Entwurf gibt es nicht mehr.',
    hint: 'Vielleicht wurde er gesendet oder verworfen; sehen Sie unter „Gesendet“ nach.',
  },
  'mail.draft-changed': {
    title: 'Dieser Entwurf wurde anderswo geändert, seit Sie ihn geöffnet haben.',
    hint: 'Öffnen Sie ihn noch einmal, sehen Sie sich die Änderung an und senden Sie ihn dann.',
  },
  'mail.wrong-address': {
    title: '„{address}“ ist keine Adresse.',
    hint: 'Berichtigen oder entfernen Sie sie und senden Sie die Nachricht noch einmal.',
  },
  'mail.nobody-here': {
    title: 'Niemand hier hat die Adresse {address}.',
    hint: 'Prüfen Sie, wie sie geschrieben ist, oder entfernen Sie sie.',
  },
  'mail.nobody-to-send-to': {
    title: 'Für diese Nachricht ist kein Empfänger angegeben.',
    hint: 'Tragen Sie mindestens eine Adresse ein.',
  },
  'mail.too-many-recipients': {
    title: 'Eine Nachricht geht an höchstens {most} Adressen.',
    hint: 'Senden Sie sie an weniger Empfänger auf einmal.',
  },
  'mail.not-your-address': {
    title: 'Dieses Postfach sendet nicht als {address}.',
    hint: 'Wählen Sie die Adresse des Postfachs selbst.',
  },
  'mail.too-large': {
    title: 'Mit ihren Anhängen ist diese Nachricht größer als {most} MB.',
    hint: 'Lassen Sie einen Anhang weg, verkleinern Sie ihn, oder geben Sie ihn auf anderem Weg weiter.',
  },
  'mail.no-such-message': {
    title: 'Eine solche Nachricht wurde von hier nicht gesendet.',
    hint: 'Sehen Sie unter „Gesendet“ nach.',
  },
  'mail.too-fast': {
    title: 'Sie haben innerhalb einer Stunde an {most} Adressen geschrieben.',
    hint: 'Warten Sie eine Weile und senden Sie dann. Falls Sie das nicht waren, sagen Sie es sofort einem Admin: Jemand könnte Ihr Passwort haben.',
  },
  'mail.too-late': {
    title: 'Diese Nachricht ist schon unterwegs.',
    hint: 'Zurückholen lässt sie sich nur zehn Sekunden lang; schreiben Sie eine zweite, um sie zu berichtigen.',
  },
  'delivery.loop': {
    title: 'Diese Nachricht wurde zu oft weitergeleitet; sie läuft offenbar im Kreis.',
    hint: 'Suchen Sie nach zwei Postfächern, die sich gegenseitig weiterleiten.',
  },
  'delivery.huge-header': {
    title: 'Der Kopf der Nachricht ist größer als 256 kB, oder eines seiner Felder hat mehr als 2500 Zeilen.',
    hint: 'Schreiben Sie an weniger Empfänger auf einmal, oder lassen Sie Felder weg, die unterwegs gewachsen sind.',
  },
  'delivery.bare-line-break': {
    title: 'Die Nachricht enthält ein einzelnes CR oder LF.',
    hint: 'Zeilen enden mit CR LF (RFC 5321, Abschnitt 2.3.8); das sendende Programm muss berichtigt werden.',
  },
  'delivery.unclear-author': {
    title:
      'Die Nachricht sagt nicht in einem einzigen From-Feld mit lesbarer Adresse, wer sie geschrieben hat.',
    hint: 'Senden Sie ein From wie Anna <anna@example.com>; bei mehreren Verfassern nennen Sie auch einen Sender (RFC 5322, Abschnitt 3.6).',
  },
};
