/** What a look at this host can find wrong, in Russian. */
export const doctor: Record<string, { title: string; hint: string }> = {
  'doctor.old-node': {
    title: 'Node {version} слишком старый.',
    hint: 'Выполните «npm ci»: это установит Node 24.',
  },
  'doctor.little-memory': {
    title: 'Для работы мало памяти: {memory} МиБ.',
    hint: 'Для работы Kontor нужно 2 ГБ.',
  },
  'doctor.no-folder': {
    title: 'Папку данных нельзя использовать: {dir} — не папка.',
    hint: 'Укажите папку в KONTOR_DATA или уберите эту настройку.',
  },
  'doctor.folder-forbidden': {
    title: 'Папку данных нельзя использовать: в {dir} запрещена запись.',
    hint: 'Запускайте Kontor от имени её владельца или укажите другую в KONTOR_DATA.',
  },
  'doctor.little-room': {
    title: 'Диск почти полон: для {dir} свободно {free} МиБ.',
    hint: 'Освободите место: когда диск полон, почта не принимается.',
  },
  'doctor.port-in-use': {
    title: 'Порт {port} занят другой программой.',
    hint: 'Остановите её или выберите другой порт в {setting}.',
  },
  'doctor.port-forbidden': {
    title: 'Этому пользователю нельзя слушать порт {port}.',
    hint: 'Выберите в {setting} порт выше 1023.',
  },
  'doctor.no-such-address': {
    title: 'У этой машины нет адреса {host}.',
    hint: 'Исправьте KONTOR_HOST.',
  },
  'doctor.part-silent': {
    title: 'Часть «{part}» не отвечает ({place}).',
    hint: 'Причина — в файле {log}.',
  },
  'doctor.database-forbidden': {
    title: 'Этому пользователю нельзя смотреть базу данных.',
    hint: 'Выполните команду от имени владельца папки данных.',
  },
  'doctor.mongodb-closed': {
    title: 'MongoDB не открывается.',
    hint: 'Проверьте KONTOR_DATABASE; причина — в файле {log}.',
  },
  'doctor.certificate-unusable': {
    title: 'Сертификат почты не годится: {why}.',
    hint: 'Укажите файлы PEM, которые подходят друг к другу.',
  },
  'doctor.key-of-another': {
    title: 'Сертификат почты не годится: {key} — ключ не от {cert}.',
    hint: 'Укажите файлы PEM, которые подходят друг к другу.',
  },
  'doctor.certificate-expired': {
    title: 'Срок сертификата почты {cert} истёк.',
    hint: 'Обновите его и запустите Kontor снова.',
  },
  'doctor.certificate-early': {
    title: 'Сертификат почты {cert} ещё не действует.',
    hint: 'Проверьте часы этой машины.',
  },
  'doctor.dkim-unreadable': {
    title: 'Ключ, которым подписывается исходящая почта, не читается ({why}).',
    hint: 'Верните secrets/dkim из резервной копии: без него почта не уходит.',
  },
  'doctor.tools-missing': {
    title: 'Туннели на этой машине работать не могут: не установлено {tools}.',
    hint: 'Установите wireguard-tools, nftables и iproute2.',
  },
  'doctor.network-forbidden': {
    title: 'Туннели на этой машине работать не могут: службе нельзя менять сеть сервера.',
    hint: 'Дайте части «vpn» CAP_NET_ADMIN или запускайте Kontor от имени root.',
  },
  'doctor.no-wireguard': {
    title: 'Туннели на этой машине работать не могут: их не создаёт ни ядро, ни wireguard-go.',
    hint: 'Установите wireguard-go или возьмите ядро с WireGuard ({why}).',
  },
  'doctor.cannot-forward': {
    title: 'Устройства видят этот сервер, но не то, что за ним: {settings} (сеть {network}).',
    hint: 'Разрешите пересылку, насовсем — файлом в /etc/sysctl.d: {command}',
  },
  'doctor.tunnel-closed': {
    title: 'Не удалось открыть туннель (сеть {network}): {why}.',
    hint: 'Возможно, его порт UDP занят другой программой.',
  },
  'doctor.peers-differ': {
    title: 'Число узлов, которые не такие, как должны быть: {count} (сеть {network}).',
    hint: 'Попытка повторяется каждые несколько секунд; подробности — в журнале части «vpn».',
  },
};
