import { doctor } from './ru/doctor.ts';
import { mail } from './ru/mail.ts';
import { server } from './ru/server.ts';
import { tunnels } from './ru/tunnels.ts';
import { wiki } from './ru/wiki.ts';

export { fields } from './ru/fields.ts';

/** Every problem of every package in Russian, by code. English stands in each package's own catalogue. */
export const problems: Record<string, { title: string; hint: string }> = {
  'people.wrong-password': {
    title: 'Адрес или пароль неверен.',
    hint: 'Проверьте и то и другое. Новый пароль может дать тот, кто ведёт сервер вашей фирмы.',
  },
  'people.too-many-attempts': {
    title: 'Слишком много попыток входа.',
    hint: 'Подождите {minutes} мин и попробуйте ещё раз.',
  },
  'people.weak-password': {
    title: 'Этот пароль слишком легко угадать.',
    hint: 'Возьмите не меньше 10 знаков и не самый ходовой пароль; хорошо подойдут несколько слов подряд.',
  },
  'people.set-up-link-used': {
    title: 'Эта ссылка для настройки больше не действует.',
    hint: 'Новую выдаст на сервере команда «npm run kontor -- setup-link».',
  },
  'people.already-set-up': { title: 'Этот офис уже настроен.', hint: 'Войдите по адресу /login.' },
  'people.address-taken': { title: 'Адрес {address} занят.', hint: 'Выберите другой.' },
  'people.no-such-person': {
    title: 'Такого человека здесь нет.',
    hint: 'Посмотрите в списке людей; возможно, в адресе опечатка.',
  },
  'people.not-set-up': {
    title: 'Этот офис ещё не настроен.',
    hint: 'Откройте ссылку для настройки, которую вывела команда запуска.',
  },
  'people.last-admin': {
    title: 'Это единственный администратор.',
    hint: 'Сначала назначьте администратором кого-нибудь ещё: «npm run kontor -- person role NAME@DOMAIN admin» на сервере.',
  },
  'action.invalid-input': {
    title: 'Чего-то не хватает или что-то указано не так.',
    hint: 'Посмотрите названные поля и отправьте ещё раз.',
  },
  'action.sign-in-first': { title: 'Для этого нужно войти.', hint: 'Войдите и попробуйте ещё раз.' },
  'action.not-allowed': {
    title: 'Вам это не разрешено.',
    hint: 'Это может сделать администратор вашей фирмы, или он может дать право вам.',
  },
  'inquiries.no-such-inquiry': {
    title: 'Этого обращения нет.',
    hint: 'Посмотрите ещё раз на странице «Сегодня».',
  },
  'inquiries.taken-meanwhile': {
    title: 'Это обращение тем временем взял другой человек: {name}.',
    hint: 'Договоритесь между собой или передайте его.',
  },
  'inquiries.no-open-question': {
    title: 'На это обращение уже ответили, или оно закрыто.',
    hint: 'Посмотрите ещё раз на странице «Сегодня».',
  },
  'inquiries.no-such-colleague': {
    title: 'С таким именем его здесь никто взять не может.',
    hint: 'Выберите того, кто сейчас здесь работает.',
  },
  ...mail,
  ...wiki,
  ...tunnels,
  ...server,
  ...doctor,
};
