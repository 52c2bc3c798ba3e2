/** Problems of search, data and settings, in Russian. */
export const server: Record<string, { title: string; hint: string }> = {
  'search.off': {
    title: 'У этого Kontor нет Meilisearch, а потому нет и индекса.',
    hint: 'Установите «meilisearch» или укажите его адрес в KONTOR_MEILI_URL; пока что поиск идёт по названиям и темам.',
  },
  'search.away': {
    title: 'Meilisearch не отвечает.',
    hint: 'Проверьте, работает ли Kontor («npm run kontor -- status»); причина — в журнале части «search».',
  },
  'search.key-refused': {
    title: 'Meilisearch не принимает наш ключ.',
    hint: 'В KONTOR_MEILI_KEY_FILE должен быть главный ключ того Meilisearch, который указан в KONTOR_MEILI_URL.',
  },
  'search.task-failed': {
    title: 'Meilisearch не смог записать индекс: {why}',
    hint: 'Часто причина в том, что диск полон. «npm run kontor -- search rebuild» построит индекс заново.',
  },
  'search.rebuild-runs': {
    title: 'Индекс уже строится заново.',
    hint: 'Подождите, пока он будет готов; «npm run kontor -- doctor» скажет, когда поиск заработает.',
  },
  'data.busy': { title: 'База данных занята другой записью.', hint: 'Попробуйте ещё раз чуть позже.' },
  'data.unavailable': {
    title: 'База данных не отвечает.',
    hint: 'Попробуйте ещё раз чуть позже; что не так, покажет на сервере «kontor doctor».',
  },
  'data.already-there': {
    title: 'Запись с таким же значением «{field}» уже есть.',
    hint: 'Выберите другое.',
  },
  'data.corrupt-blob': {
    title: 'Сохранённый файл повреждён: его содержимое больше не сходится с именем {hash}.',
    hint: 'Восстановите этот файл из резервной копии.',
  },
  'data.missing-blob': {
    title: 'Сохранённого файла нет: {hash}.',
    hint: 'Восстановите этот файл из резервной копии.',
  },
  'data.newer-data': {
    title: 'Эту папку данных записал более новый Kontor ({migration}).',
    hint: 'Запустите более новую версию или восстановите копию, сделанную перед обновлением.',
  },
  'data.older-data': {
    title: 'Эта папка данных ещё в виде более старого Kontor (не хватает {migration}).',
    hint: 'Запустите Kontor командой npm start: данные обновятся до того, как начнёт работать любая часть.',
  },
  'data.in-use': {
    title: 'Базу данных нужно обновить, но её ещё держит открытой одна из частей Kontor.',
    hint: 'Остановите все части старой версии и запустите снова; ничего не изменено.',
  },
  'data.no-room': {
    title: 'Для обновления мало места на диске: в {folder} нужно {needed} МиБ, свободно {free} МиБ.',
    hint: 'Освободите место и запустите снова; база данных осталась прежней.',
  },
  'data.upgrade-failed': {
    title: 'Не удалось обновить базу данных до {label}: {why}.',
    hint: 'База данных осталась прежней: работайте дальше с предыдущей версией и сообщите об этом.',
  },
  'data.damaged': {
    title: 'База данных {file} повреждена: {why}',
    hint: 'Остановите Kontor и восстановите папку данных из резервной копии.',
  },
  'data.not-flushed': {
    title: 'База данных не записывает изменения на диск сразу.',
    hint: 'Сообщите об этом как об ошибке.',
  },
  'data.not-acknowledged': {
    title: 'MongoDB не подтвердила запись большинством с журналом: {why}',
    hint: 'Включите журнал и проверьте, что работает большинство серверов набора реплик.',
  },
  'config.invalid-settings': {
    title: 'Некоторые настройки указаны не так: {list}.',
    hint: 'Исправьте эти переменные окружения; каждая объяснена в .env.example.',
  },
  'config.unknown-settings': {
    title: 'Настройки {list} не существует.',
    hint: 'Поищите опечатку; все настройки перечислены в .env.example.',
  },
  'config.unreadable-file': {
    title: 'Файл, который указан в {name}, не читается.',
    hint: 'Проверьте, что {path} существует и что эта служба может его читать.',
  },
  'config.empty-secret': {
    title: 'Файл секрета {path} пуст.',
    hint: 'Верните его из резервной копии или удалите: при следующем запуске появится новый.',
  },
  'config.open-secret': {
    title: 'Секрет {path} могут прочитать другие на этой машине.',
    hint: 'Выполните «chmod 600» от имени его владельца и от его же имени запускайте Kontor.',
  },
  'config.open-folder': {
    title: 'Папку {dir} может прочитать кто угодно на этой машине.',
    hint: 'Выполните «chmod 700» от имени её владельца или назовите другую папку в KONTOR_DATA.',
  },
  'config.demo-not-on-loopback': {
    title: 'Демонстрация доступна только на этой машине, а KONTOR_HOST равен {host}.',
    hint: 'Уберите KONTOR_HOST или запустите настоящий офис командой npm start.',
  },
  'config.ports-alike': {
    title: 'Две части заняли бы один порт {port}: {list}.',
    hint: 'Дайте каждой из этих настроек свой порт.',
  },
  'config.half-a-certificate': {
    title: 'KONTOR_TLS_CERT и KONTOR_TLS_KEY нужны вместе, а одного не хватает.',
    hint: 'Укажите оба файла или ни одного.',
  },
  'config.demo-sends-nothing': {
    title: 'Демонстрация не отправляет почту наружу, а KONTOR_OUTBOUND равен {outbound}.',
    hint: 'Уберите KONTOR_OUTBOUND и KONTOR_SMARTHOST или запустите настоящий офис командой npm start.',
  },
  'config.no-smarthost': {
    title: 'KONTOR_OUTBOUND равен smarthost, а KONTOR_SMARTHOST не указан.',
    hint: 'Укажите его адрес, например smtps://name:password@host:465.',
  },
};
