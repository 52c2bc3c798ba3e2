import { type DemoMail, mail } from './demo-mail.ts';

const anna = 'Анна Соколова <a.sokolova@fanera-sever.example>';
const klaus = 'Klaus Möller <k.moeller@nordwerk.example>';
const weiss = 'Dr. Jürgen Weiß <j.weiss@fairmail.example>';
const sato = '佐藤 健一 <k.sato@hinoki-tools.example>';
const cedar = 'سامر الخوري <samer@dar-alarz.example>';
const ru = { zone: '+0300' } as const;
const de = { zone: '+0100' } as const;
const jp = { zone: '+0900', charset: 'iso-2022-jp', encoding: '8bit' } as const;

/** Mail in the character sets that the world's older programs still write. */
export const abroad: DemoMail[] = [
  mail(
    'fanera-1',
    '49 12:20',
    anna,
    'workshop',
    'Берёзовая фанера: предложение на четвёртый квартал',
    `
Добрый день, Том!

Высылаю предложение на берёзовую фанеру 18 мм, сорт BB/BB, формат 1525 на 1525 мм. При заказе от трёх пачек доставка за наш счёт. Сейчас на складе восемь пачек, следующая варка через шесть недель.

Образец кромки, о котором Вы просили, отправила почтой: девять слоёв, без пустот.

С уважением,
Анна Соколова`,
    { ...ru, charset: 'koi8-r', encoding: '8bit', attach: ['предложение.csv'] },
  ),
  mail(
    'fanera-2',
    '35 09:48',
    anna,
    'workshop',
    'Re: Берёзовая фанера: предложение на четвёртый квартал',
    `
Здравствуйте!

Три пачки для Вас отложены, счёт во вложении. Погрузка в среду, в порту будет в понедельник. Водитель говорит только по-русски, но вилочный погрузчик понимает все языки.

Анна`,
    { ...ru, answers: 'fanera-1', charset: 'windows-1251', encoding: 'base64', attach: ['счёт-418.pdf'] },
  ),
  mail(
    'fanera-3',
    '5 10:31',
    anna,
    'workshop',
    'Re: Берёзовая фанера: предложение на четвёртый квартал',
    `
Том, груз прошёл таможню сегодня утром. Будет у Вас в четверг до обеда.

А.`,
    { ...ru, answers: 'fanera-2', charset: 'koi8-r', encoding: 'quoted-printable' },
  ),

  mail(
    'fraese-1',
    '42 08:44',
    klaus,
    'workshop',
    'Angebot Tischfräse TF 1200, gebraucht, für Herrn Ashworth',
    `
Sehr geehrter Herr Ashworth,

wie am Telefon besprochen: die TF 1200, Baujahr 2019, 1.940 Betriebsstunden, überholt, mit Fräsanschlag und Schiebeschlitten. Preis ab Werk 11.800 €, Verpackung auf Palette 240 €.

Die Spindel läuft ruhig; das Geräusch auf der Aufnahme war der Staubsauger unseres Lehrlings.

Mit freundlichen Grüßen
Klaus Möller
Nordwerk Maschinen, Flensburg`,
    { ...de, charset: 'iso-8859-15', encoding: 'quoted-printable', attach: ['angebot-2209.pdf'] },
  ),
  mail(
    'fraese-2',
    '21 16:20',
    klaus,
    'workshop jonas',
    'Re: Angebot Tischfräse TF 1200, gebraucht, für Herrn Ashworth',
    `
Hallo Jonas,

schön, wieder Deutsch zu schreiben. Für euch 11.200 €, wenn ihr sie selbst abholt. Der Kran steht bis Ende des Monats sowieso auf dem Hof.

Grüße nach England
Klaus`,
    { ...de, answers: 'fraese-1', charset: 'iso-8859-15', encoding: '8bit' },
  ),
  mail(
    'weiss-1',
    '28 17:09',
    weiss,
    'hello',
    'Treppengeländer für ein schräges Haus',
    `
Guten Tag,

wir haben uns in Ihrer Stadt ein kleines Haus gekauft, das zur Straße hin hängt. Das Treppengeländer hört zwei Stufen zu früh auf. Können Sie ein Stück in Buche ergänzen, sodass man die Naht nicht fühlt?

Die Maße: Durchmesser 54 mm, fehlende Länge ungefähr 61 cm, Steigung 38°.

Mit freundlichem Gruß
Jürgen Weiß`,
    { ...de, charset: 'iso-8859-1', encoding: 'quoted-printable' },
  ),
  mail(
    'weiss-2',
    '10 19:37',
    weiss,
    'hello',
    'Re: Treppengeländer für ein schräges Haus',
    `
Lieber Herr Brandt,

meine Frau hat es heute mit geschlossenen Augen geprüft: keine Naht. Die Überweisung ist unterwegs.

Herzliche Grüße
Jürgen Weiß`,
    { ...de, answers: 'weiss-1', charset: 'iso-8859-1', encoding: '8bit' },
  ),

  mail(
    'nomi-1',
    '32 02:15',
    sato,
    'workshop',
    '追入鑿の納期について',
    `
ブライトウォーター木工
トム・アシュワース様

いつもお世話になっております。ひのき道具店の佐藤です。

ご注文の追入鑿十本組ですが、鍛冶の田中が一本ずつ打っておりますので、納期は三週間ほどになります。柄は白樫でよろしいでしょうか。

砥石を一つ同封いたします。お代は不要です。

佐藤 健一`,
    jp,
  ),
  mail(
    'nomi-2',
    '12 01:40',
    sato,
    'workshop',
    'Re: 追入鑿の納期について',
    `
アシュワース様

本日、大阪から発送いたしました。追跡番号は PW-7731-0042 です。
裏押しは済ませてありますが、最初の研ぎはご自身でどうぞ。

佐藤`,
    { ...jp, answers: 'nomi-1' },
  ),
  mail(
    'nomi-3',
    '0 9:30',
    sato,
    'workshop',
    'Re: 追入鑿の納期について',
    `
アシュワース様

無事に届いたとのこと、安心いたしました。写真の削り屑、とても薄いですね。田中にも見せました。

佐藤`,
    { zone: '+0900', charset: 'shift_jis', encoding: 'base64', answers: 'nomi-2' },
  ),

  mail(
    'cedar-1',
    '39 10:55',
    cedar,
    'hello layla',
    'عرض خشب الأرز للأبواب',
    `
السيدة ليلى المحترمة،

بعد التحية، نعرض عليكم ألواح أرز مجففة بسماكة 50 مم وطول ثلاثة أمتار، من أشجار سقطت في عاصفة الشتاء. الكمية المتوفرة متران مكعبان فقط.

السعر 1,150 ديناراً للمتر المكعب تسليم عمّان. أرسلت لكم عيّنة صغيرة بالبريد، رائحتها وحدها تكفي.

مع التقدير،
سامر الخوري
دار الأرز`,
    { zone: '+0300', charset: 'windows-1256', encoding: 'base64' },
  ),
  mail(
    'cedar-2',
    '15 13:18',
    cedar,
    'layla',
    'رد: عرض خشب الأرز للأبواب',
    `
سيدة ليلى،

وصلت الصورة، والباب يليق بالخشب. حجزت لكم ثمانية ألواح حتى نهاية الشهر.

سامر`,
    { zone: '+0300', charset: 'windows-1256', encoding: '8bit', answers: 'cedar-1' },
  ),
];
