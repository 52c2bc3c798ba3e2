import { redirect } from 'next/navigation';

interface Args {
  searchParams?: Record<string, string | string[] | undefined>;
}

/** Payload asks for its own sign-in page; there is one sign-in for the whole office. */
export function LoginView({ searchParams }: Args): never {
  const wanted = searchParams?.['redirect'];
  redirect(`/login?to=${encodeURIComponent(typeof wanted === 'string' ? wanted : '/admin')}`);
}
