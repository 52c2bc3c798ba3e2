import { notFound } from 'next/navigation';

/** Every address no other page answers, so that it is said in the office's own words. */
export default function MissingPage(): never {
  notFound();
}
