import Encoding from 'encoding-japanese';
import iconv from 'iconv-lite';
import type { Charset } from './demo-mail.ts';

/** The text in a character set of old. Throws when it cannot be said in it, so that no mail shows question marks. */
export function encode(text: string, charset: Charset): Buffer {
  if (charset === 'iso-2022-jp' || charset === 'shift_jis') {
    const to = charset === 'iso-2022-jp' ? 'JIS' : 'SJIS';
    const codes = Encoding.convert(Encoding.stringToCode(text), { to, from: 'UNICODE' });
    return Buffer.from(codes);
  }
  const bytes = iconv.encode(text, charset);
  if (iconv.decode(bytes, charset) !== text) throw new Error(`${charset} cannot say: ${text.slice(0, 60)}`);
  return bytes;
}

/** RFC 2047: encoded words of at most 75 characters, each whole in itself. */
export function encodeHeader(text: string, charset: Charset): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const room = 75 - charset.length - 7;
  const words: string[] = [];
  let part = '';
  for (const letter of text) {
    if (Math.ceil(encode(part + letter, charset).length / 3) * 4 > room) {
      words.push(part);
      part = '';
    }
    part += letter;
  }
  return [...words, part]
    .map((word) => `=?${charset}?B?${encode(word, charset).toString('base64')}?=`)
    .join('\r\n ');
}
