/** Problems of networks and devices, in German. */
export const tunnels: Record<string, { title: string; hint: string }> = {
  'tunnels.vpn-away': {
    title: 'Der VPN-Dienst antwortet nicht.',
    hint: 'Er wird von selbst neu gestartet. Warten Sie eine Minute; bleibt er weg, sagen Sie Bescheid, wer den Server betreut.',
  },
  'tunnels.no-such-network': {
    title: 'Dieses Netz gibt es nicht.',
    hint: 'Vielleicht wurde es entfernt; sehen Sie noch einmal in der Liste nach.',
  },
  'tunnels.no-such-device': {
    title: 'Dieses Gerät gibt es nicht.',
    hint: 'Vielleicht wurde es gesperrt; sehen Sie noch einmal in der Liste nach.',
  },
  'tunnels.networks-overlap': {
    title: 'Diese Adressen gehören schon zum Netz „{name}“.',
    hint: 'Nehmen Sie einen Bereich, den kein anderes Netz hat, etwa 10.9.0.0/24.',
  },
  'tunnels.port-taken': {
    title: 'Das Netz „{name}“ hat den Port {port} schon.',
    hint: 'Jedes Netz braucht einen eigenen Port.',
  },
  'tunnels.name-taken': {
    title: 'Ein Netz namens „{name}“ gibt es schon.',
    hint: 'Wählen Sie einen anderen Namen.',
  },
  'tunnels.too-many-networks': {
    title: 'Es gibt {count} Netze; mehr sind nicht möglich.',
    hint: 'Entfernen Sie eines, das niemand braucht.',
  },
  'tunnels.being-changed': {
    title: 'In diesem Moment ändert jemand die Netze.',
    hint: 'Versuchen Sie es in ein paar Sekunden noch einmal.',
  },
  'tunnels.network-in-use': {
    title: 'In diesem Netz sind noch Geräte: {count}.',
    hint: 'Sperren Sie diese zuerst.',
  },
  'tunnels.network-full': {
    title: 'In diesem Netz ist keine Adresse mehr frei.',
    hint: 'Ein Admin kann Geräte sperren, die niemand benutzt, oder ein weiteres Netz anlegen.',
  },
  'tunnels.too-many-devices': {
    title: 'Sie haben {count} Geräte; mehr sind nicht möglich.',
    hint: 'Sperren Sie eines, das Sie nicht mehr benutzen.',
  },
  'tunnels.key-taken': {
    title: 'Dieser Schlüssel ist vergeben oder war es einmal.',
    hint: 'Jedes Gerät braucht seinen eigenen. Fügen Sie das Gerät noch einmal hinzu, dann bekommt es einen neuen.',
  },
};
