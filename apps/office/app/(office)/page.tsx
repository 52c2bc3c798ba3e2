import { redirect } from 'next/navigation';

/** The office opens with the mail. */
export default function FirstPage(): never {
  redirect('/mail');
}
