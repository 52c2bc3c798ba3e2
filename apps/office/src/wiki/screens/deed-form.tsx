import type { ReactNode } from 'react';

interface Props {
  deed: string;
  fields?: Record<string, string | number>;
  className?: string | undefined;
  children: ReactNode;
}

/** A deed as a plain form: it works before any script has arrived. */
export function DeedForm({ deed, fields = {}, className, children }: Props) {
  return (
    <form method="post" action="/wiki-data/change" className={className}>
      <input type="hidden" name="do" value={deed} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
