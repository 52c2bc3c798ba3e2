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
