import nodemailer, { type SendMailOptions } from 'nodemailer';

/** A mail from another server, over a real socket. */
export async function sendMail(port: number, mail: SendMailOptions): Promise<void> {
  const transport = nodemailer.createTransport({
    host: '127.0.0.1',
    port,
    secure: false,
    name: 'mail.nordholz.example',
    tls: { rejectUnauthorized: false },
  });
  try {
    await transport.sendMail(mail);
  } finally {
    transport.close();
  }
}

export const plainMail = (to: string): SendMailOptions => ({
  from: { name: 'سامر الخوري', address: 'samer@khouri.example' },
  to,
  subject: 'عرض خشب الأرز Cedar 40 mm للأبواب',
  text: 'سيدة غريس،\n\nThe cedar is 40 mm.\n\n> Dear Samer,\n> how thick is it?\n',
});

/** All that makes a screen burst: a long subject, a long name, a long address, a long file name, blocked pictures. */
export const awkwardMail = (to: string): SendMailOptions => ({
  from: {
    name: 'Maximiliane Hildegard von und zu Oberbergen-Lichtenstein AG.',
    address: `maximiliane.hildegard.von.und.zu@${'oberbergen'.repeat(5)}.example`,
  },
  to,
  subject: 'Drawings for the stair in the old customs house, second landing, '.repeat(5).slice(0, 300),
  html: `<p>Look: https://elsewhere.example/${'a'.repeat(300)}</p><img src="https://cdn.elsewhere.example/a.png" width="900" height="90"><blockquote type="cite">Could you send them?</blockquote>`,
  attachments: [
    { filename: `${'a long name '.repeat(9)}.pdf`, content: '%PDF-1.4' },
    { filename: 'setup.exe', content: 'MZ' },
  ],
});
