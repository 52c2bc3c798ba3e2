/** Problems of the wiki, in German. */
export const wiki: Record<string, { title: string; hint: string }> = {
  'wiki.no-such-space': {
    title: 'Diesen Bereich gibt es nicht.',
    hint: 'Vielleicht heißt er jetzt anders; sehen Sie in der Liste der Bereiche nach.',
  },
  'wiki.space-taken': {
    title: 'Unter der Adresse {slug} gibt es schon einen Bereich.',
    hint: 'Wählen Sie einen anderen Namen.',
  },
  'wiki.no-such-page': {
    title: 'Diese Seite gibt es nicht.',
    hint: 'Vielleicht wurde sie endgültig gelöscht.',
  },
  'wiki.no-such-version': {
    title: 'Von dieser Seite gibt es keine solche Version.',
    hint: 'Sehen Sie in ihrem Verlauf nach.',
  },
  'wiki.no-such-attachment': {
    title: 'Diesen Anhang gibt es nicht.',
    hint: 'Vielleicht wurde er von seiner Seite entfernt.',
  },
  'wiki.no-such-group': {
    title: 'Diese Gruppe gibt es nicht.',
    hint: 'Wählen Sie eine der Gruppen Ihrer Firma.',
  },
  'wiki.in-trash': { title: 'Diese Seite liegt im Papierkorb.', hint: 'Stellen Sie sie zuerst wieder her.' },
  'wiki.trashed-above': {
    title: 'Diese Seite kam mit einer Seite über ihr in den Papierkorb.',
    hint: 'Stellen Sie jene wieder her, oder löschen Sie sie; diese geht mit.',
  },
  'wiki.not-in-trash': {
    title: 'Diese Seite liegt nicht im Papierkorb.',
    hint: 'Legen Sie sie zuerst hinein; nur von dort wird eine Seite endgültig gelöscht.',
  },
  'wiki.not-a-document': {
    title: 'Was gesendet wurde, ist keine Seite, wie das Wiki sie aufbewahrt.',
    hint: 'Laden Sie die Seite neu und nehmen Sie die Änderung noch einmal vor.',
  },
  'wiki.page-too-large': {
    title: 'Diese Seite ist zu lang.',
    hint: 'Verteilen Sie sie auf mehrere Seiten; eine fasst etwa eine Million Zeichen.',
  },
  'wiki.markdown-unread': {
    title: 'Diesen Text zu lesen dauert zu lange.',
    hint: 'Verteilen Sie ihn auf mehrere Dateien und importieren Sie eine nach der anderen.',
  },
  'wiki.below-itself': {
    title: 'Eine Seite lässt sich nicht unter sich selbst verschieben.',
    hint: 'Wählen Sie einen Platz außerhalb von ihr.',
  },
  'wiki.too-deep': {
    title: 'Der Baum würde tiefer als 20 Seiten.',
    hint: 'Wählen Sie einen Platz weiter oben.',
  },
  'wiki.tree-busy': {
    title: 'Andere verschieben gerade Seiten in diesem Bereich.',
    hint: 'Versuchen Sie es gleich noch einmal.',
  },
  'wiki.too-many-attachments': {
    title: 'Diese Seite hat {count} Anhänge; mehr kann eine Seite nicht haben.',
    hint: 'Entfernen Sie einen, oder hängen Sie diesen an eine andere Seite.',
  },
  'wiki.attachment-too-large': {
    title: 'Diese Datei ist größer als {megabytes} MB.',
    hint: 'Verkleinern Sie sie, oder legen Sie sie anderswo ab und verlinken Sie darauf.',
  },
};
