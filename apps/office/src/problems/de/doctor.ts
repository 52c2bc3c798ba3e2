/** What a look at this host can find wrong, in German. */
export const doctor: Record<string, { title: string; hint: string }> = {
  'doctor.old-node': {
    title: 'Node {version} ist zu alt.',
    hint: 'Führen Sie „npm ci“ aus: Das bringt Node 24 mit.',
  },
  'doctor.little-memory': {
    title: '{memory} MiB Arbeitsspeicher sind zu wenig für den Betrieb.',
    hint: 'Kontor braucht für den Betrieb 2 GB.',
  },
  'doctor.no-folder': {
    title: 'Der Datenordner lässt sich nicht benutzen: {dir} ist kein Ordner.',
    hint: 'Nennen Sie mit KONTOR_DATA einen Ordner, oder lassen Sie die Einstellung weg.',
  },
  'doctor.folder-forbidden': {
    title: 'Der Datenordner lässt sich nicht benutzen: In {dir} darf nicht geschrieben werden.',
    hint: 'Starten Sie Kontor als Eigentümer des Ordners, oder nennen Sie mit KONTOR_DATA einen anderen.',
  },
  'doctor.little-room': {
    title: 'Die Festplatte ist fast voll: Für {dir} sind {free} MiB frei.',
    hint: 'Schaffen Sie Platz: Ist die Festplatte voll, werden E-Mails abgewiesen.',
  },
  'doctor.port-in-use': {
    title: 'Ein anderes Programm belegt den Port {port}.',
    hint: 'Beenden Sie es, oder wählen Sie mit {setting} einen anderen Port.',
  },
  'doctor.port-forbidden': {
    title: 'Dieser Benutzer darf nicht auf Port {port} lauschen.',
    hint: 'Wählen Sie mit {setting} einen Port über 1023.',
  },
  'doctor.no-such-address': {
    title: 'Dieser Rechner hat keine Adresse {host}.',
    hint: 'Berichtigen Sie KONTOR_HOST.',
  },
  'doctor.part-silent': {
    title: 'Der Teil „{part}“ antwortet nicht ({place}).',
    hint: 'Den Grund nennt {log}.',
  },
  'doctor.database-forbidden': {
    title: 'Dieser Benutzer darf die Datenbank nicht ansehen.',
    hint: 'Führen Sie den Befehl als Eigentümer des Datenordners aus.',
  },
  'doctor.mongodb-closed': {
    title: 'MongoDB lässt sich nicht öffnen.',
    hint: 'Prüfen Sie KONTOR_DATABASE; den Grund nennt {log}.',
  },
  'doctor.certificate-unusable': {
    title: 'Das Zertifikat für E-Mail ist nicht zu gebrauchen: {why}.',
    hint: 'Geben Sie PEM-Dateien an, die zusammengehören.',
  },
  'doctor.key-of-another': {
    title: 'Das Zertifikat für E-Mail ist nicht zu gebrauchen: {key} ist nicht der Schlüssel zu {cert}.',
    hint: 'Geben Sie PEM-Dateien an, die zusammengehören.',
  },
  'doctor.certificate-expired': {
    title: 'Das Zertifikat für E-Mail {cert} ist abgelaufen.',
    hint: 'Erneuern Sie es, und starten Sie Kontor danach neu.',
  },
  'doctor.certificate-early': {
    title: 'Das Zertifikat für E-Mail {cert} gilt noch nicht.',
    hint: 'Prüfen Sie die Uhr dieses Rechners.',
  },
  'doctor.dkim-unreadable': {
    title: 'Der Schlüssel, der ausgehende E-Mails signiert, lässt sich nicht lesen ({why}).',
    hint: 'Holen Sie secrets/dkim aus einer Sicherung zurück; ohne ihn gehen keine E-Mails hinaus.',
  },
  'doctor.tools-missing': {
    title: 'Auf diesem Rechner kann kein Tunnel laufen: Nicht installiert sind {tools}.',
    hint: 'Installieren Sie wireguard-tools, nftables und iproute2.',
  },
  'doctor.network-forbidden': {
    title: 'Auf diesem Rechner kann kein Tunnel laufen: Der Dienst darf das Netz des Servers nicht ändern.',
    hint: 'Geben Sie dem Teil „vpn“ CAP_NET_ADMIN, oder starten Sie Kontor als root.',
  },
  'doctor.no-wireguard': {
    title: 'Auf diesem Rechner kann kein Tunnel laufen: Weder der Kernel noch wireguard-go stellt einen her.',
    hint: 'Installieren Sie wireguard-go, oder nehmen Sie einen Kernel mit WireGuard ({why}).',
  },
  'doctor.cannot-forward': {
    title: 'Geräte erreichen diesen Server, aber nichts dahinter: {settings} (Netz {network}).',
    hint: 'Erlauben Sie es, dauerhaft mit einer Datei in /etc/sysctl.d: {command}',
  },
  'doctor.tunnel-closed': {
    title: 'Ein Tunnel ließ sich nicht öffnen (Netz {network}): {why}.',
    hint: 'Vielleicht belegt ein anderes Programm seinen UDP-Port.',
  },
  'doctor.peers-differ': {
    title: 'Peers, die nicht sind, wie sie sein sollen: {count} (Netz {network}).',
    hint: 'Es wird alle paar Sekunden noch einmal versucht; mehr steht im Protokoll des Teils „vpn“.',
  },
};
