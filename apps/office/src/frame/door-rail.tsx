'use client';
import { BookOpen, CircleUserRound, Globe, LogOut, Mail, MonitorSmartphone, Sun } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { SearchDoor } from '#search/client/search-door.tsx';
import type { OfficeTexts } from '#texts/en.ts';
import styles from './frame.module.css';

interface DoorRailProps {
  words: OfficeTexts;
  language: string;
  firm: string;
  person: string;
  editsSite: boolean;
}

/** The doors: a rail beside the room, a bar below it where the screen is narrow. */
export function DoorRail({ words, language, firm, person, editsSite }: DoorRailProps) {
  const path = usePathname();
  const current = (door: string) => (path.startsWith(door) ? ('page' as const) : undefined);
  return (
    <nav className={styles.rail} aria-label={words.doors.label}>
      <p className={styles.firm} dir="auto" title={firm}>
        {[...firm][0]}
      </p>
      <SearchDoor language={language} className={styles.door} current={current('/search')} />
      <Link className={styles.door} href="/" aria-current={path === '/' ? 'page' : undefined}>
        <Sun size={20} aria-hidden />
        {words.doors.today}
      </Link>
      <Link className={styles.door} href="/mail" aria-current={current('/mail')}>
        <Mail size={20} aria-hidden />
        {words.doors.mail}
      </Link>
      <Link className={styles.door} href="/wiki" aria-current={current('/wiki')}>
        <BookOpen size={20} aria-hidden />
        {words.doors.wiki}
      </Link>
      <Link className={styles.door} href="/devices" aria-current={current('/devices')}>
        <MonitorSmartphone size={20} aria-hidden />
        {words.doors.devices}
      </Link>
      {editsSite ? (
        // Payload's admin is another document with its own styles.
        <a className={styles.door} href="/admin">
          <Globe size={20} aria-hidden />
          {words.doors.site}
        </a>
      ) : null}
      <span className={styles.space} />
      <Link className={styles.door} href="/you" aria-current={current('/you')} title={person}>
        <CircleUserRound size={20} aria-hidden />
        {words.doors.you}
      </Link>
      <form action="/logout" method="post" className={styles.leave}>
        <button type="submit" className={styles.door}>
          <LogOut size={20} aria-hidden className={styles.mirrored} />
          {words.signOut}
        </button>
      </form>
    </nav>
  );
}
